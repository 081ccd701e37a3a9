/**
 * Checks a chain record by record. Pure over the lines it is given; holds one record at a time. It cannot see that
 * the newest records are missing unless it is told a head that was published before: heads therefore leave the box.
 */
import type { KeyObject } from 'node:crypto'
import {
  type AuditHead,
  type AuditRecord,
  genesis,
  isHashRight,
  isSignatureRight,
  parseRecord,
} from './record.ts'

export const auditFaults = [
  'unreadable', // the line is not a record in its one spelling
  'out-of-order', // its number does not follow: records deleted, moved or repeated
  'broken-link', // it does not name the hash before it
  'altered', // its content is not what was hashed
  'bad-signature', // it was hashed again by somebody without the key
  'other-service', // it is of another service
  'other-history', // the expected head's number has another hash: the chain was written anew
  'truncated', // the chain ends before the expected head
] as const
export type AuditFault = (typeof auditFaults)[number]

export type Verdict =
  | { readonly ok: true; readonly records: number; readonly head: AuditHead | null }
  | {
      readonly ok: false
      /** Records before the fault, all of them sound. */
      readonly records: number
      /** From 1; one past the end where the chain is truncated. */
      readonly line: number
      readonly fault: AuditFault
    }

/** Why the record cannot follow this head; null where it does. */
export const faultAfter = (
  head: AuditHead,
  record: AuditRecord | null,
  publicKey: KeyObject,
): AuditFault | null => {
  if (record === null) return 'unreadable'
  if (record.seq !== head.seq + 1) return 'out-of-order'
  if (record.prev !== head.hash) return 'broken-link'
  if (!isHashRight(record)) return 'altered'
  return isSignatureRight(record, publicKey) ? null : 'bad-signature'
}

/** `lines` have their line feeds; without one, a record is not whole. `expectedHead` is one that the chain had before; it may have grown since. */
export const verifyAudit = async (
  lines: Iterable<string> | AsyncIterable<string>,
  publicKey: KeyObject,
  expectedHead?: AuditHead,
): Promise<Verdict> => {
  let head = genesis
  let service: string | null = null
  for await (const line of lines) {
    const record = line.endsWith('\n') ? parseRecord(line.slice(0, -1)) : null
    let fault = faultAfter(head, record, publicKey)
    if (!fault && service !== null && record?.service !== service) fault = 'other-service'
    if (!fault && record?.seq === expectedHead?.seq && record?.hash !== expectedHead?.hash)
      fault = 'other-history'
    if (fault || !record)
      return { ok: false, records: head.seq, line: head.seq + 1, fault: fault ?? 'unreadable' }
    head = { seq: record.seq, hash: record.hash }
    service = record.service
  }
  if (expectedHead && head.seq < expectedHead.seq) {
    return { ok: false, records: head.seq, line: head.seq + 1, fault: 'truncated' }
  }
  return { ok: true, records: head.seq, head: head.seq === 0 ? null : head }
}
