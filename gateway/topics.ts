/** The topics that a gateway uses, as `docs/topics.yaml` writes them. Pure; every level is checked before it is used. */
import { GatewayFault } from './fault.ts'

export type PartAddress = {
  readonly site: string
  readonly device: string
  readonly documentId: string
  /** 0 is the manifest. */
  readonly part: number
}

export const documentsFilter = 'cordon/v1/+/+/documents/#'

const partTopic =
  /^cordon\/v1\/([A-Za-z0-9][A-Za-z0-9_-]{0,63})\/([A-Za-z0-9][A-Za-z0-9_-]{0,63})\/documents\/([0-9a-hjkmnp-tv-z]{32})\/(0|[1-9]\d{0,4})$/

/** @throws GatewayFault `bad-topic`. */
export const parsePartTopic = (untrustedTopic: string): PartAddress => {
  const [, site, device, documentId, part] = partTopic.exec(untrustedTopic) ?? []
  if (site === undefined || device === undefined || documentId === undefined)
    throw new GatewayFault('bad-topic')
  return { site, device, documentId, part: Number(part) }
}

export const receiptTopic = ({ site, device, documentId }: Omit<PartAddress, 'part'>): string =>
  `cordon/v1/${site}/${device}/receipts/${documentId}`
