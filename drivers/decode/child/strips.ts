/** Rebuilds one page of a TIFF as a file of its own: allow-listed fields, and strips or tiles that lie in the file. */
import { type Directory, type Field, numbersOf, type TiffFile } from './directory.ts'
import { ChildRejection } from './page.ts'

const STRIP_OFFSETS = 273
const STRIP_COUNTS = 279
const TILE_OFFSETS = 324
const TILE_COUNTS = 325

const LONG = 4

/**
 * Width, height, bits, compression, photometric, fill order, samples, rows per strip, planes, T.4 and T.6 options,
 * predictor, colour map, tile sides, ink set, extra samples, sample format, JPEG tables, YCbCr.
 */
const copiedTags = new Set([
  256, 257, 258, 259, 262, 266, 277, 278, 284, 292, 293, 317, 320, 322, 323, 332, 338, 339, 347, 529, 530,
  531, 532,
])

/** A colour map of 16 bits has 393,216 bytes; nothing else that is copied comes near. */
const maxFieldBytes = 2 ** 20

const partsOf = (file: TiffFile, directory: Directory, tiled: boolean): Uint8Array[] => {
  const offsetField = directory.get(tiled ? TILE_OFFSETS : STRIP_OFFSETS)
  const countField = directory.get(tiled ? TILE_COUNTS : STRIP_COUNTS)
  const offsets = numbersOf(file, offsetField)
  // A lone strip without a count runs to the end of the file.
  const lone = offsets.length === 1 && countField === undefined
  const counts = lone ? [file.bytes.length - offsets[0]!] : numbersOf(file, countField)
  if (offsets.length === 0 || offsets.length !== counts.length) throw new ChildRejection('corrupt')
  const parts = offsets.map((offset, index) => {
    const end = offset + counts[index]!
    if (end > file.bytes.length || offset > file.bytes.length) throw new ChildRejection('truncated')
    return file.bytes.subarray(offset, end)
  })
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  if (total === 0) throw new ChildRejection('truncated')
  // Parts that lie upon each other are how a small file becomes a big one.
  if (total > file.bytes.length) throw new ChildRejection('corrupt')
  return parts
}

const longs = (file: TiffFile, values: readonly number[]): Field => {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  values.forEach((value, index) => {
    view.setUint32(index * 4, value, file.littleEndian)
  })
  return { type: LONG, count: values.length, bytes }
}

const align = (length: number): number => length + (length & 1)

/** @throws ChildRejection `truncated` or `corrupt` */
export const rebuilt = (file: TiffFile, directory: Directory): Uint8Array => {
  const tiled = directory.has(TILE_OFFSETS)
  const parts = partsOf(file, directory, tiled)
  const fields = new Map([...directory].filter(([tag]) => copiedTags.has(tag)))
  if ([...fields.values()].some(({ bytes }) => bytes.length > maxFieldBytes))
    throw new ChildRejection('corrupt')
  fields.set(
    tiled ? TILE_COUNTS : STRIP_COUNTS,
    longs(
      file,
      parts.map(part => part.length),
    ),
  )
  fields.set(
    tiled ? TILE_OFFSETS : STRIP_OFFSETS,
    longs(
      file,
      parts.map(() => 0),
    ),
  )
  const ordered = [...fields].sort(([one], [other]) => one - other)
  const valuesAt = 8 + 2 + ordered.length * 12 + 4
  const valueLengths = ordered.map(([, { bytes }]) => (bytes.length > 4 ? align(bytes.length) : 0))
  const partsAt = valuesAt + valueLengths.reduce((sum, length) => sum + length, 0)
  let at = partsAt
  const offsets = parts.map(part => {
    const start = at
    at += align(part.length)
    return start
  })
  const whole = writeFields(file, ordered, offsets, tiled, valuesAt, at)
  parts.forEach((part, index) => {
    whole.set(part, offsets[index])
  })
  return whole
}

const writeFields = (
  file: TiffFile,
  ordered: readonly (readonly [number, Field])[],
  offsets: readonly number[],
  tiled: boolean,
  valuesAt: number,
  length: number,
): Uint8Array => {
  const { littleEndian } = file
  const whole = new Uint8Array(length)
  const view = new DataView(whole.buffer)
  whole.set(file.bytes.subarray(0, 4))
  view.setUint32(4, 8, littleEndian)
  view.setUint16(8, ordered.length, littleEndian)
  let valueAt = valuesAt
  ordered.forEach(([tag, field], index) => {
    const { type, count, bytes } =
      tag === (tiled ? TILE_OFFSETS : STRIP_OFFSETS) ? longs(file, offsets) : field
    const entryAt = 10 + index * 12
    view.setUint16(entryAt, tag, littleEndian)
    view.setUint16(entryAt + 2, type, littleEndian)
    view.setUint32(entryAt + 4, count, littleEndian)
    if (bytes.length <= 4) {
      whole.set(bytes, entryAt + 8)
      return
    }
    view.setUint32(entryAt + 8, valueAt, littleEndian)
    whole.set(bytes, valueAt)
    valueAt += align(bytes.length)
  })
  return whole
}
