/**
 * The clear head of a job file: magic, length, and one JSON object in one canonical form. Pure. It never accepts two
 * spellings of the same header: what it has parsed is written again and must give the same bytes, which leaves no
 * room for repeated keys, spaces, escapes or another order.
 */
import { Rejected } from '../errors.ts'
import { type EdgeName, type JobFacts, type JobHeader, parseDocumentId } from '../model/document.ts'
import { hasExactly, parseFacts } from './facts.ts'

/** `cordon`, the version of the format, line feed. */
export const magic = Buffer.from('cordon\x01\n', 'latin1')
/** Magic and the 32-bit length. */
export const prefixBytes = magic.length + 4
export const headerLimit = 16 * 1024

/** The job's header and `dek`: the data key, wrapped to the reader (compact JWE, RFC 7516 section 7.1). */
export type SealedHeader<E extends EdgeName> = JobHeader<E> & { readonly dek: string }

const compactJwe = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){4}$/
const dekLimit = 4096
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** True for a moment as `Date.prototype.toISOString` writes it, years 0000 to 9999. */
export const isTime = (untrusted: unknown): untrusted is string => {
  if (typeof untrusted !== 'string' || !time.test(untrusted)) return false
  const date = new Date(untrusted)
  return !Number.isNaN(date.getTime()) && date.toISOString() === untrusted
}

const isWrappedKey = (untrusted: unknown): untrusted is string =>
  typeof untrusted === 'string' && untrusted.length <= dekLimit && compactJwe.test(untrusted)

const isObject = (untrusted: unknown): untrusted is Record<string, unknown> =>
  typeof untrusted === 'object' && untrusted !== null && !Array.isArray(untrusted)

const reread = <E extends EdgeName>(edge: E, untrusted: unknown): SealedHeader<E> | null => {
  if (!isObject(untrusted) || !isObject(untrusted.facts)) return null
  if (!hasExactly(untrusted, ['version', 'edge', 'documentId', 'createdAt', 'facts', 'dek'])) return null
  const documentId = parseDocumentId(untrusted.documentId)
  const facts: JobFacts[E] | null = parseFacts[edge](untrusted.facts)
  const { createdAt, dek } = untrusted
  if (untrusted.version !== 1 || untrusted.edge !== edge || documentId === null || facts === null) return null
  return isTime(createdAt) && isWrappedKey(dek)
    ? { version: 1, edge, documentId, createdAt, facts, dek }
    : null
}

const parseJson = (untrustedBytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(untrustedBytes))
  } catch {
    return null
  }
}

/** @throws Rejected `bad-header` unless these bytes are the canonical header of a job of this edge. */
export const parseHeader = <E extends EdgeName>(edge: E, untrustedBytes: Uint8Array): SealedHeader<E> => {
  if (untrustedBytes.length > headerLimit) throw new Rejected('bad-header')
  const header = reread(edge, parseJson(untrustedBytes))
  if (header === null || Buffer.compare(Buffer.from(JSON.stringify(header)), untrustedBytes) !== 0) {
    throw new Rejected('bad-header')
  }
  return header
}

/** The length of the header that follows the prefix. @throws Rejected `bad-header`. */
export const parsePrefix = (untrustedPrefix: Uint8Array): number => {
  const prefix = Buffer.from(untrustedPrefix)
  if (prefix.length !== prefixBytes || !prefix.subarray(0, magic.length).equals(magic)) {
    throw new Rejected('bad-header')
  }
  const length = prefix.readUInt32BE(magic.length)
  if (length < 2 || length > headerLimit) throw new Rejected('bad-header')
  return length
}

/**
 * Prefix and header as they open the file; these bytes are the associated data of every chunk.
 * @throws RangeError where a fact is out of its bounds: a bug of the writer, found before anything is on disk.
 */
export const frameHeader = <E extends EdgeName>(header: SealedHeader<E>): Buffer => {
  const checked = reread(header.edge, header)
  if (checked === null) throw new RangeError('job header out of bounds')
  const bytes = Buffer.from(JSON.stringify(checked))
  if (bytes.length > headerLimit) throw new RangeError('job header too long')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([magic, length, bytes])
}
