/**
 * Words that a reader glued together (`Name:John`, `DOB:03/04/1961`, `MRN#12345`), parted where their characters stand and
 * where the paper shows between them, so that a label can be seen while its value is masked. Without both, or in doubt,
 * the word stays whole.
 */
import type { Word } from '../../model/page.ts'
import type { GrayRaster } from '../../model/raster.ts'

/** One for each code point of the word's text. */
export type CharEdges = { readonly left: number; readonly right: number }
export type SeenWord = Word & { readonly chars?: readonly CharEdges[] }

/** Behind a label of two letters or more: a colon, an equals sign, a number sign. Between two words: a comma, a semicolon, a bar. */
const seams: readonly RegExp[] = [
  /(?<=\p{L}[\p{L}.'/()-]*\p{L}[.)]?[:=])(?=[\p{L}\p{N}#(+$])(?!\/\/)/gu,
  /(?<=\p{L}{2}[#:])(?=\p{N})/gu,
  /(?<=\p{L}{2}[,;|])(?=\p{L}{2})/gu,
]
/** Lighter than this, on a view of even paper, is no ink. */
const paperLevel = 150

/** @param raster what the word was read on. */
export const parted = (seen: SeenWord, raster: GrayRaster): Word[] => {
  const { chars, ...word } = seen
  if (chars === undefined || word.angle !== undefined || word.text.includes('://')) return [word]
  const text = word.text
  const offsets = [...new Set(seams.flatMap(seam => [...text.matchAll(seam)].map(({ index }) => index)))]
  const cuts = offsets
    .toSorted((a, b) => a - b)
    .flatMap(offset => {
      const x = gapAt([...text.slice(0, offset)].length, chars, word, raster)
      return x === null ? [] : [{ offset, x }]
    })
  if (cuts.length === 0) return [word]
  const starts = [{ offset: 0, x: word.box.left }, ...cuts]
  return starts.map(({ offset, x }, i) => {
    const end = cuts[i] ?? { offset: text.length, x: word.box.right }
    return { ...word, text: text.slice(offset, end.offset), box: { ...word.box, left: x, right: end.x } }
  })
}

/** The middle of the widest run of columns without ink between the characters before and behind the seam; null where none is. */
const gapAt = (
  at: number,
  chars: readonly CharEdges[],
  { box }: Word,
  { widthPx, pixels }: GrayRaster,
): number | null => {
  const [before, behind] = [chars[at - 1], chars[at]]
  if (before === undefined || behind === undefined) return null
  const from = Math.max(box.left + 1, Math.floor((before.left + before.right) / 2))
  const to = Math.min(box.right - 1, Math.ceil((behind.left + behind.right) / 2))
  const isBare = (x: number): boolean => {
    for (let y = box.top; y < box.bottom; y++)
      if ((pixels[y * widthPx + x] as number) < paperLevel) return false
    return true
  }
  let best: { from: number; to: number } | null = null
  for (let x = from; x < to; x++) {
    if (!isBare(x)) continue
    let end = x + 1
    while (end < to && isBare(end)) end++
    if (best === null || end - x > best.to - best.from) best = { from: x, to: end }
    x = end
  }
  return best === null ? null : Math.round((best.from + best.to) / 2)
}
