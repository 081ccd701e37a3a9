/** One TIFF image file directory (TIFF 6.0, section 2; BigTIFF), as far as completeness needs it. Pure. */
import { type Bytes, incomplete, type Look, rejected } from './bytes.ts'

/** How this file writes numbers: byte order and the width of an offset. */
export type Form = {
  readonly little: boolean
  readonly big: boolean
  /** Bytes of the file's header: no directory can begin before. */
  readonly headerBytes: number
}

export type Value = {
  readonly tag: number
  readonly type: number
  readonly count: number
  /** Where the values stand in the file: in the entry itself where they fit. */
  readonly offset: number
}

export type Directory = {
  /** Strip, tile and old-JPEG offset arrays, each with its byte counts where the file gives them. */
  readonly data: readonly { readonly offsets: Value; readonly counts: Value | null }[]
  /** Directories that this one points at. */
  readonly children: readonly number[]
  /** The number of pages that PageNumber announces; 0 where it does not. */
  readonly pagesSaid: number
  /** The next directory of the chain, 0 at its end. */
  readonly next: number
  /** The first byte behind the directory and its values. */
  readonly end: number
}

const typeBytes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
}
export const bytesOfType = (type: number): number => typeBytes[type] ?? 0

const PageNumber = 297
const dataTags: readonly (readonly [offsets: number, counts: number])[] = [
  [273, 279], // StripOffsets, StripByteCounts
  [324, 325], // TileOffsets, TileByteCounts
  [513, 514], // JPEGInterchangeFormat and its length
]
const childTags = new Set([330, 34665, 34853]) // SubIFDs, EXIF, GPS
const maxEntries = 4096
const maxChildren = 64

/** @returns NaN for a number that no file offset can be (above 2^53). */
export const numberAt = (bytes: Uint8Array, offset: number, width: number, little: boolean): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (width === 1) return view.getUint8(offset)
  if (width === 2) return view.getUint16(offset, little)
  if (width === 4) return view.getUint32(offset, little)
  const wide = view.getBigUint64(offset, little)
  return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : Number.NaN
}

export const formOf = async (bytes: Bytes): Promise<{ form: Form; first: number } | Look> => {
  const head = await bytes.at(0, 8)
  if (head === null) return incomplete
  const little = head[0] === 0x49
  const big = numberAt(head, 2, 2, little) === 43
  if (!big) return { form: { little, big, headerBytes: 8 }, first: numberAt(head, 4, 4, little) }
  if (numberAt(head, 4, 2, little) !== 8 || numberAt(head, 6, 2, little) !== 0) return rejected('corrupt')
  const offset = await bytes.at(8, 8)
  if (offset === null) return incomplete
  return { form: { little, big, headerBytes: 16 }, first: numberAt(offset, 0, 8, little) }
}

const widths = (form: Form): { count: number; entry: number; offset: number; inline: number } =>
  form.big ? { count: 8, entry: 20, offset: 8, inline: 8 } : { count: 2, entry: 12, offset: 4, inline: 4 }

const entryAt = (entry: Uint8Array, at: number, form: Form): Value => {
  const { offset: width, inline } = widths(form)
  const type = numberAt(entry, 2, 2, form.little)
  const count = numberAt(entry, 4, width, form.little)
  const isInline = bytesOfType(type) * count <= inline
  return {
    tag: numberAt(entry, 0, 2, form.little),
    type,
    count,
    offset: isInline ? at + 4 + width : numberAt(entry, 4 + width, width, form.little),
  }
}

const endOf = (value: Value): number => value.offset + bytesOfType(value.type) * value.count

const valuesAt = async (bytes: Bytes, form: Form, start: number, count: number): Promise<Value[] | null> => {
  const { entry } = widths(form)
  const table = await bytes.at(start, count * entry)
  if (table === null) return null
  const values: Value[] = []
  for (let at = 0; at < table.length; at += entry)
    values.push(entryAt(table.subarray(at, at + entry), start + at, form))
  return values
}

/** A few numbers of a value that is known to lie within the file. */
const numbersOf = async (bytes: Bytes, form: Form, value: Value, most: number): Promise<number[]> => {
  const width = bytesOfType(value.type)
  const length = Math.min(value.count, most) * width
  const raw = [2, 4, 8].includes(width) ? await bytes.at(value.offset, length) : null
  if (raw === null) return []
  return Array.from({ length: raw.length / width }, (_, index) =>
    numberAt(raw, index * width, width, form.little),
  )
}

const described = async (bytes: Bytes, form: Form, values: readonly Value[]) => {
  const byTag = (tag: number): Value | null => values.find(value => value.tag === tag) ?? null
  const data = dataTags.flatMap(([offsets, counts]) => {
    const found = byTag(offsets)
    return found === null ? [] : [{ offsets: found, counts: byTag(counts) }]
  })
  const children: number[] = []
  for (const value of values)
    if (childTags.has(value.tag)) children.push(...(await numbersOf(bytes, form, value, maxChildren)))
  const pageNumber = byTag(PageNumber)
  const pagesSaid = pageNumber === null ? 0 : ((await numbersOf(bytes, form, pageNumber, 2))[1] ?? 0)
  return { data, children, pagesSaid }
}

/** `incomplete` where the directory or one of its values reaches beyond the file; `corrupt` where it is none. */
export const directoryAt = async (bytes: Bytes, form: Form, offset: number): Promise<Directory | Look> => {
  if (!Number.isSafeInteger(offset)) return rejected('corrupt')
  const { count: countBytes, entry, offset: offsetBytes } = widths(form)
  const head = await bytes.at(offset, countBytes)
  if (head === null) return incomplete
  const count = numberAt(head, 0, countBytes, form.little)
  if (count === 0) return incomplete
  if (!(count <= maxEntries)) return rejected('corrupt')
  const nextAt = offset + countBytes + count * entry
  const values = await valuesAt(bytes, form, offset + countBytes, count)
  const rawNext = await bytes.at(nextAt, offsetBytes)
  if (values === null || rawNext === null) return incomplete
  const ends = values.map(endOf)
  if (ends.some(end => Number.isNaN(end))) return rejected('corrupt')
  const end = Math.max(nextAt + offsetBytes, ...ends)
  if (end > bytes.size) return incomplete
  const next = numberAt(rawNext, 0, offsetBytes, form.little)
  return { ...(await described(bytes, form, values)), next, end }
}
