/** Do all strips and tiles of a TIFF directory lie within the file? (TIFF 6.0, sections 3 and 15; TechNote 2.) Pure. */
import { type Bytes, incomplete, type Look, rejected } from './bytes.ts'
import { bytesOfType, type Directory, type Form, numberAt, type Value } from './directory.ts'

const entriesAtOnce = 4096

const numbersAt = async (bytes: Bytes, form: Form, value: Value, from: number, many: number) => {
  const width = bytesOfType(value.type)
  const raw = await bytes.at(value.offset + from * width, many * width)
  if (raw === null) return null
  return Array.from({ length: many }, (_, index) => numberAt(raw, index * width, width, form.little))
}

const isNumeric = (value: Value): boolean => [3, 4, 13, 16, 18].includes(value.type)

/** Where the furthest of these strips ends; null where one is not written yet: offset 0, or it reaches beyond the file. */
const furthest = (
  offsets: readonly number[],
  counts: readonly number[] | null,
  size: number,
): number | null => {
  let end = 0
  for (const [index, offset] of offsets.entries()) {
    const stripEnd = offset + (counts?.[index] ?? 1)
    if (offset === 0 || !(stripEnd <= size)) return null
    end = Math.max(end, stripEnd)
  }
  return end
}

/** The first byte behind the furthest strip or tile (0 without any), or what keeps the directory from being whole. */
export const strayStrips = async (bytes: Bytes, form: Form, directory: Directory): Promise<number | Look> => {
  let end = 0
  for (const { offsets, counts } of directory.data) {
    if (!isNumeric(offsets) || (counts !== null && !isNumeric(counts))) return rejected('corrupt')
    if (counts !== null && counts.count !== offsets.count) return rejected('corrupt')
    for (let from = 0; from < offsets.count; from += entriesAtOnce) {
      const many = Math.min(entriesAtOnce, offsets.count - from)
      const starts = await numbersAt(bytes, form, offsets, from, many)
      const lengths = counts === null ? null : await numbersAt(bytes, form, counts, from, many)
      const reached = starts === null ? null : furthest(starts, lengths, bytes.size)
      if (reached === null) return incomplete
      end = Math.max(end, reached)
    }
  }
  return end
}
