/**
 * The topics of this box, as `docs/topics.yaml` writes them: everything is under `cordon/v1/{site}/{device}/`.
 * Pure. Site and device are configured ids; a topic never carries anything derived from a document's text.
 */
import { type DocumentId, parseDocumentId } from '../model/document.ts'

export type Topics = {
  readonly part: (documentId: DocumentId, part: number) => string
  readonly receipts: string
  readonly status: string
  readonly audit: string
  /** The document that a topic of `receipts` is about; null for any other topic. */
  readonly receiptOf: (untrustedTopic: string) => DocumentId | null
}

/** @throws RangeError (a bug: the configuration has been checked) where an id could break out of its level. */
export const topicsOf = (site: string, device: string): Topics => {
  for (const id of [site, device])
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id)) throw new RangeError('not a topic level')
  const root = `cordon/v1/${site}/${device}`
  const receipts = `${root}/receipts/`
  return {
    part: (documentId, part) => `${root}/documents/${documentId}/${part}`,
    receipts: `${receipts}+`,
    status: `${root}/status`,
    audit: `${root}/audit`,
    receiptOf: untrustedTopic =>
      untrustedTopic.startsWith(receipts) ? parseDocumentId(untrustedTopic.slice(receipts.length)) : null,
  }
}
