/**
 * Finds phrases among the words of a page as a reader gave them: spelled a little wrong, glued to one word or spaced out
 * letter by letter. Pure.
 */
import type { Word } from '../../model/page.ts'

export type Line = {
  readonly words: readonly string[]
  /** Median height of its words over that of the page's. */
  readonly size: number
  /** 0 at the top of the text … 1 at its end. */
  readonly place: number
}

/** Spellings that a reader takes for one another become one. */
export const folded = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9|!$]/g, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/0/g, 'o')
    .replace(/[1l|!]/g, 'i')
    .replace(/[5$z]/g, 's')
    .replace(/8/g, 'b')

const median = (values: readonly number[]): number =>
  values.toSorted((one, two) => one - two)[values.length >> 1] ?? 1

const heightOf = ({ box }: Word): number => Math.max(1, box.bottom - box.top)

/** `R E F E R R A L` is one word. */
const unspaced = (words: readonly string[]): readonly string[] =>
  words.length >= 4 && words.every(word => word.length === 1) ? [words.join('')] : words

const maxWords = 4_000

export const linesOf = (words: readonly Word[]): readonly Line[] => {
  const some = words.slice(0, maxWords)
  const usual = median(some.map(heightOf))
  const lines = [...Map.groupBy(some, ({ block, line }) => `${block}/${line}`).values()]
  return lines.map((line, at) => ({
    words: unspaced(
      line.flatMap(({ text }) => text.split(/[^\p{L}\p{N}|!$'’]+/u).map(folded)).filter(Boolean),
    ),
    size: median(line.map(heightOf)) / usual,
    place: at / Math.max(1, lines.length - 1),
  }))
}

/** Whether one can become the other by at most `most` letters left out, put in or changed. */
const isWithin = (one: string, two: string, most: number): boolean => {
  let before = Array.from({ length: two.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= two.length; j++) {
      const change = (before[j - 1] ?? 0) + (one[i - 1] === two[j - 1] ? 0 : 1)
      row[j] = Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
    }
    if (Math.min(...row) > most) return false
    before = row
  }
  return (before[two.length] ?? most + 1) <= most
}

/** Of words that begin or end alike. */
const isAlike = (cue: string, word: string): boolean => {
  if (cue === word) return true
  const most = cue.length >= 9 ? 2 : cue.length >= 6 ? 1 : 0
  if (most === 0 || Math.abs(cue.length - word.length) > most) return false
  return isWithin(cue, word, most)
}

/** Where a phrase stands, once for each line that has it. The words of the page are looked through once per cue word. */
export const finderOf = (lines: readonly Line[]): ((phrase: string) => readonly Line[]) => {
  const spellings = [...new Set(lines.flatMap(line => line.words))]
  const byFirst = Map.groupBy(spellings, word => word[0])
  const byLast = Map.groupBy(spellings, word => word.at(-1))
  const alike = new Map<string, ReadonlySet<string>>()
  const likeOf = (cue: string): ReadonlySet<string> => {
    const known = alike.get(cue)
    if (known !== undefined) return known
    const near = [...(byFirst.get(cue[0]) ?? []), ...(byLast.get(cue.at(-1)) ?? [])]
    const found = new Set(near.filter(word => isAlike(cue, word)))
    alike.set(cue, found)
    return found
  }
  const compact = lines.map(line => line.words.join(''))
  return phrase => {
    const wanted = phrase.split(' ').map(folded)
    const likes = wanted.map(likeOf)
    const glued = wanted.length > 1 ? wanted.join('') : ''
    return lines.filter(
      ({ words }, at) =>
        (glued.length >= 8 && compact[at]?.includes(glued)) ||
        (likes.every(like => like.size > 0) &&
          words.some((_, from) => likes.every((like, step) => like.has(words[from + step] ?? '')))),
    )
  }
}
