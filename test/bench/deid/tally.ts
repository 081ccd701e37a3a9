/** Counts of words leaked and kept, and what they prove: the 95 % upper bound of a share (Clopper and Pearson 1934). Pure. */
import type { Result, WordResult } from './box.ts'

/** An identifier word leaks if more than this of its original ink is still there. */
export const mostShown = 0.15
/** An ordinary word is kept if so much of its ink is. */
export const leastKept = 0.85

export type Count = { readonly hits: number; readonly of: number }

export const share = ({ hits, of }: Count): number => (of === 0 ? 0 : hits / of)

/** The largest share under which as few hits as these, or fewer, are seen with a probability of 5 %. */
export const upperBound = ({ hits, of }: Count): number => {
  if (of === 0) return 1
  if (hits >= of) return 1
  let [low, high] = [hits / of, 1]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (atMost(hits, of, middle) > 0.05) low = middle
    else high = middle
  }
  return high
}

/** The probability of `hits` or fewer of `of` at a share of `p`, each term from the one before, in logarithms. */
const atMost = (hits: number, of: number, p: number): number => {
  if (p <= 0) return 1
  if (p >= 1) return 0
  let term = of * Math.log1p(-p)
  let sum = Math.exp(term)
  for (let k = 1; k <= hits; k++) {
    term += Math.log((of - k + 1) / k) + Math.log(p) - Math.log1p(-p)
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}

export const isIdentifier = ({ class: label }: WordResult): boolean => label !== null
export const isLeaked = (word: WordResult): boolean => isIdentifier(word) && word.shown > mostShown

const countOf = <T>(items: readonly T[], isHit: (item: T) => boolean): Count => ({
  hits: items.filter(isHit).length,
  of: items.length,
})

export const leakedOf = (results: readonly Result[]): Count =>
  countOf(
    results.flatMap(({ words }) => words.filter(isIdentifier)),
    isLeaked,
  )

/** Words whose ink reached the box; handwriting is never released, so it is no part of this. */
export const keptOf = (results: readonly Result[]): Count =>
  countOf(ordinaryOf(results), ({ kept }) => (kept ?? 0) >= leastKept)

export const ordinaryOf = (results: readonly Result[]): WordResult[] =>
  results.flatMap(({ words }) =>
    words.filter(({ class: label, handwritten, kept }) => label === null && !handwritten && kept !== null),
  )

export const heldOf = (results: readonly Result[]): Count =>
  countOf(results, ({ outcome }) => outcome === 'held')

export const releasedOf = (results: readonly Result[]): Result[] =>
  results.filter(({ outcome }) => outcome === 'released')
