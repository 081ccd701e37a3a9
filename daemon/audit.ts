/**
 * What happened, in a hash chain per service (contract; the writer and the verifier are in `audit/`).
 * The action waits for its record: if the record cannot be written, `record` throws and the action does not happen.
 */
import type { Code } from './errors.ts'
import type { DocumentId } from './model/document.ts'
import type { HeldReason } from './model/page.ts'

export const auditActions = [
  'started',
  'stopped',
  'captured',
  'duplicate',
  'rejected',
  'held',
  'shown',
  'decided',
  'released',
  'sealed',
  'sent',
  'receipted',
  'receipt-refused',
  'shredded',
  'policy-accepted', // a signed policy took the place of the one in force; `policy` is its fingerprint
  'policy-refused', // `code` says why; `policy` where its signature held
  'tail-cut', // at start: a last record torn in a crash, never acknowledged, was cut off this chain
] as const
export type AuditAction = (typeof auditActions)[number]

export type AuditEntry = {
  readonly action: AuditAction
  readonly documentId?: DocumentId
  readonly code?: Code | HeldReason
  readonly source?: string
  /** A reviewer's id; absent where the service itself acts. */
  readonly person?: string
  readonly pages?: number
  readonly parts?: number
  readonly policy?: string
}

/** @throws Deferred `audit-unavailable` when the record is not safely on disk. */
export type Audit = (entry: AuditEntry) => Promise<void>
