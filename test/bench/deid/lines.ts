/**
 * Drawn words as a reader would give them: words that touch are one, a line ends where the gap is wider than words leave, and
 * lines that stand under each other are a block, so that two columns are not read across. Pure.
 */
import type { TruthWord } from '../../../demo/paper/page.ts'

type Box = TruthWord['box']
/** One word of the reader, and the drawn words that it is made of. */
export type PlacedWord = {
  readonly parts: readonly TruthWord[]
  readonly box: Box
  readonly block: number
  readonly line: number
}

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2
const heightOf = ({ top, bottom }: Box): number => bottom - top

/** Gaps as shares of the line's height: less is no space, more parts two columns. */
const narrowestGap = 0.08
const widestGap = 2

export const linesOf = (words: readonly TruthWord[]): PlacedWord[] => {
  const rows = rowsOf(words)
  const segments = rows.flatMap(row => segmentsOf(row))
  return blocksOf(segments).flatMap((block, b) =>
    block.flatMap((segment, line) =>
      segment.words.map(parts => ({ parts, box: union(parts), block: b, line: b * 1000 + line })),
    ),
  )
}

const rowsOf = (words: readonly TruthWord[]): TruthWord[][] => {
  const rows: TruthWord[][] = []
  for (const word of words.toSorted((one, two) => middle(one.box) - middle(two.box))) {
    const row = rows.findLast(others => others.some(({ box }) => isBeside(box, word.box)))
    if (row === undefined) rows.push([word])
    else row.push(word)
  }
  return rows
}

/** A comma or a dash is beside a word whose height it stands within. */
const isBeside = (one: Box, two: Box): boolean => {
  const [lower, higher] = heightOf(one) < heightOf(two) ? [one, two] : [two, one]
  const shared = Math.min(lower.bottom, higher.bottom + 2) - Math.max(lower.top, higher.top)
  return shared > 0.5 * heightOf(lower)
}

type Segment = { readonly words: TruthWord[][]; readonly box: Box }

const segmentsOf = (row: readonly TruthWord[]): Segment[] => {
  const segments: TruthWord[][][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const word of row.toSorted((one, two) => one.box.left - two.box.left)) {
    const gap = (word.box.left - right) / Math.max(heightOf(word.box), 5)
    if (gap > widestGap) segments.push([[word]])
    else if (gap > narrowestGap) segments.at(-1)?.push([word])
    else segments.at(-1)?.at(-1)?.push(word)
    right = Math.max(right, word.box.right)
  }
  return segments.map(words => ({ words, box: union(words.flat()) }))
}

const union = (words: readonly TruthWord[]): Box => ({
  left: Math.min(...words.map(({ box }) => box.left)),
  top: Math.min(...words.map(({ box }) => box.top)),
  right: Math.max(...words.map(({ box }) => box.right)),
  bottom: Math.max(...words.map(({ box }) => box.bottom)),
})

/** Each segment goes to the block above it, if there is one near that it shares most of its width with. */
const blocksOf = (segments: readonly Segment[]): Segment[][] => {
  const blocks: Segment[][] = []
  for (const segment of segments) {
    const above = blocks.find(block => isUnder(segment.box, (block.at(-1) as Segment).box))
    if (above === undefined) blocks.push([segment])
    else above.push(segment)
  }
  return blocks
}

const isUnder = (box: Box, above: Box): boolean => {
  const shared = Math.min(box.right, above.right) - Math.max(box.left, above.left)
  const narrower = Math.min(box.right - box.left, above.right - above.left)
  const gap = box.top - above.bottom
  return (
    shared > 0.6 * narrower && gap < 1.2 * Math.max(heightOf(box), heightOf(above)) && gap > -heightOf(box)
  )
}
