/** Words that every dictionary knows, and that tell something all the same where they stand. Pure. */
import type { IdentifierClass } from '../../model/identifier.ts'
import type { Page, Word } from '../../model/page.ts'

/** So many single characters in a row spell a name or a number, though each of them says nothing. */
const fewestSpelled = 3

export const isSpelled = ({ words }: Page<'detected'>, i: number): boolean => {
  const { block, line } = words[i] as Word
  const isOneOfRow = (at: number) => {
    const word = words[at]
    return word !== undefined && word.block === block && word.line === line && isSingle(word.text)
  }
  if (!isOneOfRow(i)) return false
  let [first, last] = [i, i]
  while (isOneOfRow(first - 1)) first--
  while (isOneOfRow(last + 1)) last++
  return last - first + 1 >= fewestSpelled
}

/** One letter or digit, with whatever stands around it; not the small letters of `3 x 4` and `q 6 h`. */
const isSingle = (text: string): boolean =>
  /^[^\p{L}\p{N}]*[\p{L}\p{N}][^\p{L}\p{N}]*$/u.test(text) && !/[xqh]/.test(text)

/** What a word says that is safe by the dictionary, but not where it stands; null where it says nothing. */
export const tellingClass = ({ words }: Page<'detected'>, i: number): IdentifierClass | null => {
  const textAt = (at: number) => words[at]?.text ?? ''
  const [before, word, after] = [textAt(i - 1), textAt(i), textAt(i + 1)]
  const isCapital = /^\p{Lu}/u.test(word)
  if (isNickname(word) || isInitial(words, i) || (isCapital && title.test(before))) return 'NAME'
  if (isDwelling(before, word) || (isCapital && isHome(textAt(i - 2), before))) return 'LOCATION'
  if (isDay(before, word)) return 'DATE'
  return mayBeAge(before, word, after) ? 'AGE_90' : null
}

/** `C.` within a line: at its start it counts a list, before small letters it is a genus. */
const isInitial = (words: readonly Word[], i: number): boolean => {
  const [before, word, after] = [words[i - 1], words[i], words[i + 1]]
  if (word === undefined || !/^\(?\p{Lu}\.,?$/u.test(word.text)) return false
  const beginsLine = before === undefined || before.line !== word.line || before.block !== word.block
  return !beginsLine && !/^\p{Ll}/u.test(after?.text ?? '')
}

/** A capital in quotes: `goes by "Red"`. */
const isNickname = (text: string): boolean => /^["“”]\p{Lu}\p{Ll}+["“”][.,;]?$/u.test(text)

/** `Apt 5`, `Unit 44`: 45 CFR 164.514(b)(2)(i)(B), where the street before it was not read as one. */
const isDwelling = (before: string, text: string): boolean =>
  /^\W*(?:apt|unit|ste|suite|bldg|lot|box|trlr|spc)\.?$/i.test(before) && /\d/.test(text)

/** `lives in Tillers Crossing`. */
const isHome = (verb: string, preposition: string): boolean =>
  /^(?:in|from|near|to|at|outside)$/.test(preposition) &&
  /^(?:lives?|living|lived|moved|moving|resid(?:es?|ing|ed)|relocated|grew|up|raised|stays|staying|native|commutes)$/i.test(
    verb,
  )

/** `May 25th`, where `May` was taken for a name or for a wish. */
const isDay = (before: string, text: string): boolean =>
  /^\W*(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)\W*$/i.test(before) &&
  /^\W*(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\W*$/i.test(text)

const title = /^\W*(?:D[Rr]|M[Rr]|M[Rr][Ss]|M[Ss]|Miss|MISS|Mx|Prof|PROF|Rev|REV|S[Rr]|F[Rr])\.?$/

/** 45 CFR 164.514(b)(2)(i)(C): a number from 90 to 119 may be an age, unless it has a unit or is one of a pair. */
const mayBeAge = (before: string, text: string, after: string): boolean =>
  /^\(?(?:9\d|1[01]\d)[),.;]?$/.test(text) && !units.test(after) && !measures.test(before)

export const units =
  /^\W*(?:[%°/–x-]|mg|mcg|µg|g|kg|lbs?|oz|ml|l|dl|cc|cm|mm|in|ft|f|c|bpm|mmhg|units?|iu|meq|mmol|mol|ng|pg|u|k|min(?:utes?)?|sec(?:onds?)?|hours?|hrs?|days?|weeks?|months?|beats|percent|degrees|tablets?|tabs?|caps(?:ules)?|puffs?|ms|hz|kcal|cal)(?![\p{L}\p{N}])/iu
const measures =
  /^\W*(?:hr|pulse|p|bp|rr|temp|t|spo2|o2|sats?|sat|weight|wt|height|ht|bmi|glucose|glu|na|cl|sodium|chloride|mcv|plt|platelets|ldl|hdl|fev1|egfr|gfr|rate|qrs|pr|qt|qtc|map|psa|a1c|cpt|code|codes|to|of|than|at|>|<|=|≥|≤)\W*$/i
