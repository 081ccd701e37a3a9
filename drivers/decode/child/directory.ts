/**
 * Reads the directories (IFD) of a TIFF file, or of the TIFF inside a JPEG's Exif segment, and nothing behind them.
 * TIFF 6.0 §2. Every offset and count is checked against the file; a chain that comes back on itself is `corrupt`.
 */
import { ChildRejection } from './page.ts'

/** Bytes per value of each field type, by its number; 0 where there is no such type. */
const typeBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

export type Field = { readonly type: number; readonly count: number; readonly bytes: Uint8Array }
export type Directory = ReadonlyMap<number, Field>
export type TiffFile = { readonly bytes: Uint8Array; readonly view: DataView; readonly littleEndian: boolean }

const maxEntries = 512
/** No field has more values than a page has lines, in four planes. */
const maxValues = 4 * 65_536

/** @throws ChildRejection `unknown-format` where the header is not TIFF's (BigTIFF included) */
export const openTiffFile = (bytes: Uint8Array): TiffFile => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4) throw new ChildRejection('unknown-format')
  const littleEndian = view.getUint16(0) === 0x4949
  if (!littleEndian && view.getUint16(0) !== 0x4d4d) throw new ChildRejection('unknown-format')
  if (view.getUint16(2, littleEndian) !== 42) throw new ChildRejection('unknown-format')
  if (bytes.length < 8) throw new ChildRejection('truncated')
  return { bytes, view, littleEndian }
}

const readField = ({ bytes, view, littleEndian }: TiffFile, at: number): Field => {
  const type = view.getUint16(at + 2, littleEndian)
  const count = view.getUint32(at + 4, littleEndian)
  const length = (typeBytes[type] ?? 0) * count
  const from = length <= 4 ? at + 8 : view.getUint32(at + 8, littleEndian)
  if (from + length > bytes.length) throw new ChildRejection('truncated')
  return { type, count, bytes: bytes.subarray(from, from + length) }
}

/** @throws ChildRejection `truncated` where the directory or a value lies outside the file */
export const readDirectory = (file: TiffFile, offset: number): { directory: Directory; next: number } => {
  const { bytes, view, littleEndian } = file
  if (offset < 8 || offset + 2 > bytes.length) throw new ChildRejection('truncated')
  const entries = view.getUint16(offset, littleEndian)
  const end = offset + 2 + entries * 12
  if (end + 4 > bytes.length) throw new ChildRejection('truncated')
  if (entries === 0 || entries > maxEntries) throw new ChildRejection('corrupt')
  const directory = new Map<number, Field>()
  for (let at = offset + 2; at < end; at += 12) {
    const tag = view.getUint16(at, littleEndian)
    if (!directory.has(tag)) directory.set(tag, readField(file, at))
  }
  return { directory, next: view.getUint32(end, littleEndian) }
}

/** The offsets of all directories. @throws ChildRejection `too-many-pages`, `corrupt` (a loop), `truncated` */
export const directoryOffsets = (file: TiffFile, maxPages: number): number[] => {
  const { bytes, view, littleEndian } = file
  const offsets = new Set<number>()
  for (let offset = view.getUint32(4, littleEndian); offset !== 0; ) {
    if (offsets.has(offset)) throw new ChildRejection('corrupt')
    if (offsets.size === maxPages) throw new ChildRejection('too-many-pages')
    if (offset < 8 || offset + 2 > bytes.length) throw new ChildRejection('truncated')
    offsets.add(offset)
    const next = offset + 2 + view.getUint16(offset, littleEndian) * 12
    if (next + 4 > bytes.length) throw new ChildRejection('truncated')
    offset = view.getUint32(next, littleEndian)
  }
  if (offsets.size === 0) throw new ChildRejection('corrupt')
  return [...offsets]
}

/** BYTE, SHORT, LONG and RATIONAL as numbers; nothing for other types. @throws ChildRejection `corrupt` where too many */
export const numbersOf = ({ littleEndian }: TiffFile, field: Field | undefined): number[] => {
  if (field === undefined) return []
  const { type, count, bytes } = field
  if (count > maxValues) throw new ChildRejection('corrupt')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const readers: Readonly<Record<number, (index: number) => number>> = {
    1: index => view.getUint8(index),
    3: index => view.getUint16(index * 2, littleEndian),
    4: index => view.getUint32(index * 4, littleEndian),
    5: index => view.getUint32(index * 8, littleEndian) / view.getUint32(index * 8 + 4, littleEndian),
  }
  const read = readers[type]
  return read === undefined ? [] : Array.from({ length: count }, (_, index) => read(index))
}

export const numberOf = (file: TiffFile, field: Field | undefined, absent: number): number => {
  const [first] = field === undefined ? [] : numbersOf(file, { ...field, count: Math.min(field.count, 1) })
  return first !== undefined && Number.isFinite(first) ? first : absent
}
