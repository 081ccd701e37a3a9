/** What may be kept of a word: its shape and its place in the dictionaries. Pure; gives no word that a dictionary does not have. */
import type { Gazetteer } from '../../model/gazetteer.ts'
import type { WordFeatures } from './record.ts'

const longest = 24

/** `O'Brien` → `X'Xxxxx`, `03/04/1971` → `dd/dd/dddd`. Other signs become `.`; a long word is cut. */
export const shapeOf = (untrustedWord: string): string =>
  [...untrustedWord]
    .slice(0, longest)
    .map(sign => {
      if (/\p{N}/u.test(sign)) return 'd'
      if (/\p{Lu}/u.test(sign)) return 'X'
      if (/[\p{L}\p{M}]/u.test(sign)) return 'x'
      return /[-/.,:;()#'&@%$+]/.test(sign) ? sign : '.'
    })
    .join('')

const level = (share: number): number => Math.min(9, Math.max(0, Math.round(share * 9)))

/** The word as it is compared: its letters alone, small, without a possessive. */
export const bareOf = (untrustedWord: string): string =>
  untrustedWord
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/['’]s$/, '')

const leastOrdinary = 0.5
/** Almost every word is somebody's name: from here on it is so of many. */
const leastName = 0.2

/** The word, where it is of the dictionaries of everyday or medical words and no name of anybody; else its shape. */
const neighbour = (untrustedWord: string, know: Gazetteer): string => {
  const bare = bareOf(untrustedWord)
  const isName = Math.max(know.surname(bare), know.givenName(bare)) >= leastName || know.place(bare)
  const isKnown = /^[a-z]{2,20}$/.test(bare) && (know.ordinary(bare) >= leastOrdinary || know.medical(bare))
  return isKnown && !isName ? bare : shapeOf(untrustedWord)
}

export const featuresOf = (
  untrustedWord: string,
  before: string,
  after: string,
  know: Gazetteer,
): WordFeatures => {
  const bare = bareOf(untrustedWord)
  return {
    shape: shapeOf(untrustedWord),
    surname: level(know.surname(bare)),
    given: level(know.givenName(bare)),
    ordinary: level(know.ordinary(bare)),
    place: know.place(bare),
    medical: know.medical(bare),
    drug: know.drug(bare),
    before: neighbour(before, know),
    after: neighbour(after, know),
  }
}
