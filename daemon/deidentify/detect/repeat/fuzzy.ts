/** Whether a word is a misread name: a distance of edits in which what OCR confuses is cheap, and more is allowed to long names. Pure. */
import { underConfusion } from '../confusions.ts'

const alike = new Set(
  'ao ae ce co cg eo ec hb hn kh lt li ij il it tf ft fl uv un nu nr mn nm wv vy vu yv gq qg pb bd dh rt ri zs sz xk 0o 1l 5s 8b 6b 2z 9g'.split(
    ' ',
  ),
)

const cost = (one: string, two: string): number => {
  if (one === two) return 0
  return alike.has(one + two) || alike.has(two + one) ? 0.5 : 1
}

/** Levenshtein over letters, given up where it exceeds `limit`. */
const distance = (one: string, two: string, limit: number): number => {
  let row = Array.from({ length: two.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= two.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + cost(one.charAt(i - 1), two.charAt(j - 1)),
      )
    if (Math.min(...next) > limit) return limit + 1
    row = next
  }
  return row[two.length] ?? limit + 1
}

/** Half an edit for four letters, one for up to eight, one and a half beyond. */
const allowed = (length: number): number => (length < 5 ? 0.5 : length < 9 ? 1 : 1.5)

/** One edit or two leave the first or the last letter as it was. */
const shareAnEnd = (one: string, two: string): boolean => one[0] === two[0] || one.at(-1) === two.at(-1)

/** @returns whether a lower-case word is one of `names`, misread. */
export const fuzzyOf = (names: ReadonlySet<string>): ((lower: string) => boolean) => {
  const list = [...names].filter(name => name.length > 3).map(name => [name, underConfusion(name)] as const)
  const known = new Map<string, boolean>()
  const isAlike = (lower: string): boolean => {
    const plain = underConfusion(lower)
    return list.some(([name, confused]) => {
      if (Math.abs(name.length - lower.length) > 2 || !shareAnEnd(plain, confused)) return false
      const limit = allowed(Math.min(name.length, lower.length))
      return (
        plain === confused ||
        distance(plain, confused, limit) <= limit ||
        distance(lower, name, limit) <= limit
      )
    })
  }
  return lower => {
    const before = known.get(lower)
    if (before !== undefined) return before
    const is = isAlike(lower)
    known.set(lower, is)
    return is
  }
}
