/** Drawn words in the order in which they are read: line by line, a line ending where the gap is wider than words leave. Pure. */
import type { TruthWord } from '../../../demo/paper/page.ts'

export type PlacedWord = { readonly word: TruthWord; readonly line: number }

const middle = ({ box }: TruthWord): number => (box.top + box.bottom) / 2
const height = ({ box }: TruthWord): number => box.bottom - box.top

/** A gap wider than so many heights of a word begins another line. */
const widestGap = 2.5

export const linesOf = (words: readonly TruthWord[]): PlacedWord[] => {
  const rows: TruthWord[][] = []
  for (const word of words.toSorted((one, two) => middle(one) - middle(two))) {
    const row = rows.findLast(others => others.some(other => isBeside(other, word)))
    if (row === undefined) rows.push([word])
    else row.push(word)
  }
  let line = 0
  return rows.flatMap(row => {
    const sorted = row.toSorted((one, two) => one.box.left - two.box.left)
    line++
    return sorted.map((word, i) => {
      const before = sorted[i - 1]
      if (before && word.box.left - before.box.right > widestGap * Math.max(height(word), height(before)))
        line++
      return { word, line }
    })
  })
}

const isBeside = (one: TruthWord, two: TruthWord): boolean =>
  Math.abs(middle(one) - middle(two)) < 0.5 * Math.max(Math.min(height(one), height(two)), 3)
