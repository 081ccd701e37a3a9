/**
 * The end of a house's name on the row beneath its beginning, as a cell or a letterhead breaks it: `Riverbend Medical⏎Group`. Found by
 * the places of the words on the page, whatever blocks and lines a reader made of them. Pure.
 */
import type { Page, Word } from '../../model/page.ts'
import { heightOf, onOneRow } from '../ink/boxes.ts'
import type { Verdict } from './verdict.ts'

const ending =
  /^(?:Group|Institute|Hospital|Clinic|Center|Centre|Care|Associates|Partners|Physicians|Specialists|Consultants|Medicine|Medical|Health|Healthcare|System|Services|Pharmacy|Apothecary|Laborator(?:y|ies)|Lab|Hospice|Living|Dermatology|Cardiology|Pediatrics|Orthopa?edics?|Pulmonary|Rheumatology|Neurology|Oncology|Urology|Gastroenterology|Surgery|Surgical|Sleep|Imaging|Radiology|Rehabilitation|Wellness|Practice|Network|Family|Primary|Regional|Community|Memorial|LLC|PLLC|Inc|PC|PA)[.,]?$/i
const small = /^(?:&|and|of)$/

/** Rows of one name stand no farther apart than so many heights, and begin no farther apart than so many. */
const farthestRow = 1.6
const farthestStart = 2.5
const widestGap = 1.5

const isNext = (left: Word, right: Word): boolean =>
  onOneRow(left.box, right.box) &&
  right.box.left >= left.box.left &&
  right.box.left - left.box.right <= widestGap * Math.max(heightOf(left.box), heightOf(right.box))

/** The word right over `word`, or last on the row over it, ends a part of a house's name. */
const isUnder = (word: Word, over: Word): boolean => {
  const [height, gap] = [Math.max(heightOf(word.box), heightOf(over.box)), word.box.top - over.box.bottom]
  return (
    gap > -0.4 * height &&
    gap < farthestRow * height &&
    over.box.right > word.box.left - farthestStart * height &&
    over.box.left < word.box.right + 8 * height
  )
}

const isOpenName = ({ text }: Word): boolean => /^\p{Lu}[\p{L}'’&-]+,?$/u.test(text)

/** A record, a number or a history is what follows a label and not a house: `Medical⏎Record`. */
const isLabel = (after: Word | undefined): boolean =>
  after !== undefined && /^(?:record|history|no|number|id|name|plan|#|:)\b|^[#:]|:$/i.test(after.text)

/** Masks the words that end, on the row beneath, the name of a house which is masked as one. */
export const withHouses = (words: Page<'detected'>['words'], verdicts: readonly Verdict[]): Verdict[] => {
  const grown = [...verdicts]
  const masked = words.filter(
    (word, i) => isOpenName(word) && /^(?:LOCATION|NAME)$/.test(verdicts[i]?.class ?? ''),
  )
  if (masked.length === 0) return grown
  words.forEach((word, i) => {
    if (grown[i] !== null || !/^\p{Lu}/u.test(word.text) || !ending.test(word.text)) return
    for (const at of endingAt(words, grown, masked, i))
      grown[at] = { class: 'LOCATION', reason: 'identifier', confidence: 0.5 }
  })
  return grown
}

/** The words of the ending that begins at `first`, or none. Under a person's name one word is a specialty. */
const endingAt = (
  words: readonly Word[],
  verdicts: readonly Verdict[],
  masked: readonly Word[],
  first: number,
): readonly number[] => {
  const word = words[first] as Word
  const begins = !words.some(other => other !== word && isNext(other, word))
  const over = masked.find(one => goesOn(one, word, begins, words))
  if (over === undefined || isLabel(words[first + 1])) return []
  const rest = restOf(words, verdicts, first)
  const isHouse = verdicts[words.indexOf(over)]?.class === 'LOCATION' || ending.test(over.text)
  return isHouse || rest.length > 1 ? rest : []
}

const goesOn = (one: Word, word: Word, begins: boolean, words: readonly Word[]): boolean =>
  begins ? isUnder(word, one) && isLast(words, one) : isNext(one, word)

/** Nothing stands right of it on its row, so that its name may go on beneath. */
const isLast = (words: readonly Word[], word: Word): boolean =>
  !words.some(other => other !== word && other.box.left >= word.box.right && isNext(word, other))

const restOf = (words: readonly Word[], verdicts: readonly Verdict[], first: number): number[] => {
  const found = [first]
  for (let i = first + 1; i < first + 5; i++) {
    const [before, word] = [words[i - 1], words[i]]
    if (before === undefined || word === undefined || verdicts[i] !== null || !isNext(before, word)) break
    if (!ending.test(word.text) && !small.test(word.text)) break
    found.push(i)
  }
  return found
}
