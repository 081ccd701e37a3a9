/**
 * What a gateway's signed receipt says. Both `forward` (which may then delete the sealed output) and `deidentify`
 * (which may then destroy the captured original) judge the same shape. The signature is checked before this.
 */
import { type DocumentId, parseDocumentId } from './document.ts'

export const receiptType = 'cordon-receipt+jws'

export type Receipt = {
  readonly documentId: DocumentId
  /** Number of parts stored, the manifest included. */
  readonly parts: number
  /** SHA-256, lower-case hex, of the message that carried part 0, byte for byte as published. */
  readonly manifestSha256: string
  readonly outcome: 'stored'
  /** ISO 8601, UTC: the gateway's clock. */
  readonly at: string
}

const keys = ['at', 'documentId', 'manifestSha256', 'outcome', 'parts']
const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value)

/** The receipt, or null where the payload is anything else; unknown keys are faults. */
export const parseReceipt = (untrustedPayload: unknown): Receipt | null => {
  if (typeof untrustedPayload !== 'object' || untrustedPayload === null) return null
  if (Object.keys(untrustedPayload).sort().join() !== keys.join()) return null
  const { documentId, parts, manifestSha256, outcome, at } = untrustedPayload as Record<string, unknown>
  const id = parseDocumentId(documentId)
  if (id === null || outcome !== 'stored' || !isInstant(at)) return null
  if (typeof parts !== 'number' || !Number.isInteger(parts) || parts < 1 || parts > 100_000) return null
  if (typeof manifestSha256 !== 'string' || !/^[0-9a-f]{64}$/.test(manifestSha256)) return null
  return { documentId: id, parts, manifestSha256, outcome, at }
}
