/**
 * One audit record and its one spelling: JSON with sorted keys and no spaces (RFC 8785; every value is ASCII text or a
 * whole number, so sorting is all that it asks). Pure. Keys are closed and values bounded by pattern: there is no field
 * in which free text could stand.
 *
 * `hash` is the SHA-256, in hex, of the record's spelling without `hash` and `sig`; `prev` is the hash before it; `sig`
 * is the Ed25519 signature (RFC 8032), in base64url, of the 32 bytes of `hash`.
 */
import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { type AuditEntry, auditActions } from '../audit.ts'
import { deferredCodes, rejectedCodes } from '../errors.ts'
import { parseDocumentId, type ServiceName, serviceNames } from '../model/document.ts'
import { heldReasons } from '../model/page.ts'

export type UnsignedRecord = AuditEntry & {
  /** From 1, without gaps. */
  readonly seq: number
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string
  readonly service: ServiceName
  readonly prev: string
}
export type AuditRecord = UnsignedRecord & { readonly hash: string; readonly sig: string }

/** The last record of a chain: all before it follows from its hash. */
export type AuditHead = { readonly seq: number; readonly hash: string }

/** What the first record has for `prev`. */
export const genesis: AuditHead = { seq: 0, hash: '0'.repeat(64) }

/** No record is longer: all fields at their longest are well below. */
export const lineLimit = 2048

const countLimit = 1_000_000
const isHash = (untrusted: unknown) => typeof untrusted === 'string' && /^[0-9a-f]{64}$/.test(untrusted)
const isCount = (untrusted: unknown) =>
  Number.isInteger(untrusted) && (untrusted as number) >= 0 && (untrusted as number) <= countLimit
const isOneOf = (list: readonly unknown[]) => (untrusted: unknown) => list.includes(untrusted)
const matches = (pattern: RegExp) => (untrusted: unknown) =>
  typeof untrusted === 'string' && pattern.test(untrusted)
const isTime = (untrusted: unknown) =>
  matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)(untrusted) &&
  !Number.isNaN(Date.parse(untrusted as string)) &&
  new Date(untrusted as string).toISOString() === untrusted

type Check = (untrusted: unknown) => boolean

const entryChecks: { readonly [K in keyof Required<AuditEntry>]: Check } = {
  action: isOneOf(auditActions),
  documentId: untrusted => parseDocumentId(untrusted) !== null,
  code: isOneOf([...rejectedCodes, ...deferredCodes, ...heldReasons]),
  source: matches(/^[a-z0-9][a-z0-9_-]{0,63}$/),
  person: matches(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/),
  pages: isCount,
  parts: isCount,
  policy: isHash,
}

const recordChecks: { readonly [K in keyof Required<AuditRecord>]: Check } = {
  ...entryChecks,
  seq: untrusted => Number.isSafeInteger(untrusted) && (untrusted as number) > 0,
  at: isTime,
  service: isOneOf(serviceNames),
  prev: isHash,
  hash: isHash,
  sig: matches(/^[A-Za-z0-9_-]{86}$/),
}

const required = ['action', 'seq', 'at', 'service', 'prev', 'hash', 'sig'] as const

const passes = (checks: Readonly<Record<string, Check>>, untrusted: object): boolean =>
  Object.entries(untrusted).every(
    ([key, value]) => Object.hasOwn(checks, key) && checks[key]?.(value) === true,
  )

/** The entry without its absent fields. @throws RangeError where a value is out of its bounds: a bug of the caller. */
export const checkEntry = (entry: AuditEntry): AuditEntry => {
  const present = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
  if (!passes(entryChecks, present) || !Object.hasOwn(present, 'action')) {
    throw new RangeError('audit entry out of bounds')
  }
  return present as AuditEntry
}

const spell = (value: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1))))

const hashOf = (unsigned: UnsignedRecord): Buffer => createHash('sha256').update(spell(unsigned)).digest()

/** The record as it stands in the file, without the line feed. */
export const spellRecord = (record: AuditRecord): string => spell(record)

export const signRecord = (unsigned: UnsignedRecord, signingKey: KeyObject): AuditRecord => {
  const hash = hashOf(unsigned)
  return {
    ...unsigned,
    hash: hash.toString('hex'),
    sig: sign(null, hash, signingKey).toString('base64url'),
  }
}

/** Null where the line is not the one spelling of a record. */
export const parseRecord = (untrustedLine: string): AuditRecord | null => {
  if (untrustedLine.length > lineLimit) return null
  try {
    const untrusted: unknown = JSON.parse(untrustedLine)
    if (typeof untrusted !== 'object' || untrusted === null || !passes(recordChecks, untrusted)) return null
    if (!required.every(key => Object.hasOwn(untrusted, key))) return null
    const record = untrusted as AuditRecord
    return spell(record) === untrustedLine ? record : null
  } catch {
    return null
  }
}

export const isHashRight = ({ hash, sig: _, ...unsigned }: AuditRecord): boolean =>
  hashOf(unsigned).toString('hex') === hash

export const isSignatureRight = ({ hash, sig }: AuditRecord, publicKey: KeyObject): boolean => {
  const bytes = Buffer.from(sig, 'base64url')
  // Base64url leaves spare bits in the last letter; only one spelling of a signature is taken.
  return bytes.toString('base64url') === sig && verify(null, Buffer.from(hash, 'hex'), publicKey, bytes)
}
