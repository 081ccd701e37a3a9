/**
 * Looks for values that are known to identify somebody, however they were broken up or misread: joined over words,
 * digits only, with a letter or two wrong. Short values must match exactly, so that `Lee` does not find `knee`.
 */

export type Token = { readonly text: string; readonly confidence: number }

/** Tokens `[from, to)` that spell a known value. */
export type Match = { readonly from: number; readonly to: number }

/** Values with fewer letters and digits than this cannot be told from ordinary words. */
const fewest = 4
const mostJoined = 6

export const normalised = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * How many letters may be wrong. Letters: none below seven, then one, two from eleven. Numbers: none below nine, then
 * one: a digit more or less makes another date or dose.
 */
const tolerance = (value: string): number => {
  if (/^\d+$/.test(value)) return value.length >= 9 ? 1 : 0
  return value.length >= 11 ? 2 : value.length >= 7 ? 1 : 0
}

/** A value as it stands, and the number in it without the letters around it (`MRN 00482913`). */
const spellings = (value: string): string[] => {
  const digits = value.replace(/\D/g, '')
  return digits.length >= 6 ? [normalised(value), digits] : [normalised(value)]
}

/** @param isOrdinary says of a single word that, though near a known value, it is a word of its own. */
export const findKnown = (
  tokens: readonly Token[],
  knownValues: readonly string[],
  isOrdinary: (word: string) => boolean,
): Match[] => {
  const values = [...new Set(knownValues.flatMap(spellings))].filter(value => value.length >= fewest)
  if (values.length === 0) return []
  const exact = new Set(values)
  const loose = values.filter(value => tolerance(value) > 0)
  const longest = Math.max(...values.map(value => value.length + tolerance(value)))
  const words = tokens.map(({ text }) => normalised(text))
  return words.flatMap((_, from) => {
    const match = matchFrom(words, from, exact, loose, longest, word => isOrdinary(tokens[word]?.text ?? ''))
    return match === null ? [] : [match]
  })
}

const matchFrom = (
  words: readonly string[],
  from: number,
  exact: ReadonlySet<string>,
  loose: readonly string[],
  longest: number,
  isOrdinary: (word: number) => boolean,
): Match | null => {
  let joined = ''
  if (words[from] === '') return null
  for (let to = from + 1; to <= Math.min(words.length, from + mostJoined); to++) {
    joined += words[to - 1]
    if (joined.length > longest + 4) return null
    if (exact.has(joined)) return { from, to }
    const near = loose.some(value => isNear(joined, value))
    if (near && !(to === from + 1 && isOrdinary(from))) return { from, to }
  }
  return null
}

/** The value within the joined words, or the two within the tolerance of each other. */
const isNear = (joined: string, value: string): boolean => {
  const limit = tolerance(value)
  if (value.length >= 7 && joined.includes(value)) return true
  return Math.abs(joined.length - value.length) <= limit && distance(joined, value, limit) <= limit
}

/** Levenshtein distance, given up above `limit`. */
const distance = (one: string, two: string, limit: number): number => {
  let row = Array.from({ length: two.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= two.length; j++) {
      const change = (row[j - 1] as number) + (one[i - 1] === two[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    if (Math.min(...next) > limit) return limit + 1
    row = next
  }
  return row[two.length] as number
}
