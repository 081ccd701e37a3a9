/**
 * Whether a word by itself may be shown: profile `strict` releases a word only where it is positively known to identify
 * no one. Every doubt is a no. Pure.
 */
import type { Gazetteer } from '../../model/gazetteer.ts'
import { createLexicon, type Known } from './lexicon.ts'
import { publicNames } from './public.ts'
import {
  credentials,
  eponymNouns,
  months,
  relations,
  stateCodes,
  stateNames,
  titles,
  weekdays,
} from './words.ts'

type Know = (untrustedWord: string) => Known

const unit =
  '(?:mg|mcg|µg|μg|ug|g|kg|ng|pg|ml|mL|dl|dL|cl|l|L|cc|oz|lb|lbs|in|ft|cm|mm|m|km|mmHg|mmhg|meq|mEq|mmol|mol|iu|IU|u|U|units?|bpm|C|F|%|x|X|hr|hrs?|h|min|mins?|sec|s|d|wk|wks|mo|mos|yr|yrs|yo|y|K|k|M|th|st|nd|rd|pack|gtt|puffs?|tabs?|caps?|Gy|cGy|mGy|mSv|Hz|kHz|dB|W|V|mV|kVp|mAs|T|G|Fr|ga|gauge|msec|ms|fL|fl|pH|mOsm|kcal|cal|ppm|ppd|oF|oC)'
const figure = '\\d{1,3}(?:[.,]\\d{1,3})?'
const safeNumbers: readonly RegExp[] = [
  /^\d{1,3}$/,
  /^(?:19|20)\d{2}$/,
  /^\d{1,4}\.\d{1,4}$/,
  /^\d{1,3}(?:,\d{3}){1,2}$/,
  new RegExp(
    `^[<>≤≥=~±+-]{0,2}(?:${figure}|\\d{4})(?:[-–]${figure})?[ -]?${unit}?(?:[/*]${unit}){0,2}(?:[/]\\d{0,2}(?:h|hr|day|min))?[+]?$`,
  ),
  /^[12]?\d{2}\/\d{2,3}$/, // blood pressure
  /^(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:am|pm|AM|PM|a|p)?$/,
  /^q\d{1,2}(?:h|hr|d|w|m|am|pm)?s?$/i,
  /^[x#]?\d{1,3}[x+]?$/i,
  /^[CTLS]\d{1,2}(?:[-/][CTLS]?\d{1,2}){0,2}$/,
  /^[A-TV-Z]\d[\dA-Z]\.[\dA-Z]{1,4}$/, // ICD-10-CM with its point
  /^[A-TV-Z]\d\d$/,
  /^(?:[AC-HJ-MP-V])\d{4}$/, // HCPCS level II
  /^G\d{1,2}(?:P\d{1,4})?(?:A\d)?$/,
  /^(?:T|DM|COVID|CKD|PHQ|GAD|GLP|SGLT|HLA|CA|IL|FEV|CD|CHA|SF|H|B|D|K|P|A)-?\d{1,2}[A-Z]?\d?$/i,
  /^\$\d{1,3}(?:,\d{3})?(?:\.\d{2})?$/,
]
const ambiguousFraction = /^(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])$/
const fractionWords =
  /^(?:strength|motor|power|murmur|pain|scale|tab|tablet|tablets|score|apgars?|reflexes|pulses|bilaterally|of|cup|tsp|systolic|intensity|rated|out|lower|upper)\W*$/i
const codeBefore = /^(?:cpt|hcpcs|code|codes|icd|icd-10|drg|modifier|procedure|cvx|loinc|snomed)\W*$/i
const amountAfter = new RegExp(`^(?:${unit}|units?|calories|kcal|steps|cells)\\W*$`, 'i')

const isSafeNumber = (piece: string, before: string, after: string): boolean => {
  if (ambiguousFraction.test(piece)) return fractionWords.test(before) || fractionWords.test(after)
  if (/^\d{4}$/.test(piece) && !/^(?:19|20)/.test(piece)) return amountAfter.test(after) || /00$/.test(piece)
  if (/^\d{5}$/.test(piece)) return codeBefore.test(before)
  // 45 CFR 164.514(b)(2)(i)(C): 90 and more may be an age; only what stands beside it can tell.
  if (/^(?:9\d|1[0-2]\d)(?:y|yo|yr|yrs|M|F)$/.test(piece)) return false
  return safeNumbers.some(shape => shape.test(piece))
}

const isTitled = (piece: string): boolean => /^\p{Lu}/u.test(piece)

const lettersOf = (untrustedWord: string): string =>
  untrustedWord.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, '').replace(/\.$/, '')

/** A neighbour that would make this word a person's name. */
const isBesideName = (before: string, after: string, know: Know): boolean => {
  const [left, right] = [lettersOf(before).replace(/\./g, '').toLowerCase(), lettersOf(after)]
  if (titles.has(left) && !/[:]$/.test(before)) return true
  if (relations.has(left) && !/[:.;,]$/.test(before)) return true
  const code = right.replace(/\./g, '')
  if (
    credentials.has(code.toLowerCase()) &&
    code.length > 1 &&
    code === code.toUpperCase() &&
    code.length < 6
  )
    return true
  return [lettersOf(before), right].some(
    word => word.length > 1 && isTitled(word) && know(word).sort === 'name' && !know(word).eponym,
  )
}

/** Everyday words that are also names, written with a capital: shown where the word is very common and stands as words of forms do. */
const isSafeMaybe = (piece: string, known: Known, before: string, after: string, know: Know): boolean => {
  if (!isTitled(piece)) return known.ordinary >= 0.3 || known.medical || known.drug
  if (known.ordinary < 0.75 || isBesideName(before, after, know)) return false
  const left = lettersOf(before)
  // In the middle of a sentence a capital is the mark of a name.
  if (left !== '' && !isTitled(left) && !/[.:;!?)]$/.test(before)) return false
  return known.ordinary >= 0.85
}

const isSafeEponym = (untrustedWord: string, known: Known, before: string, after: string): boolean => {
  if (titles.has(lettersOf(before).toLowerCase())) return false
  const next = lettersOf(after).toLowerCase()
  if (known.eponym && known.surname < 0.3 && known.given < 0.3) return true
  return known.eponym && (eponymNouns.has(next) || (/['’]s?$/.test(untrustedWord) && known.surname < 0.6))
}

/** `May shower tomorrow`, `HE MAY RETURN`: the verb, and neither the month nor someone. */
const isModal = (before: string, after: string): boolean =>
  /^[a-z]{2}/i.test(after) &&
  !/^(?:in|since|last|next|this|of|early|late|mid|until|by|through|during|from|and|to|every)$/i.test(
    before,
  ) &&
  (before === '' ||
    /[.:;!?)]$/.test(before) ||
    /^(?:he|she|they|it|you|we|i|who|patient|pt|which|that|and|or|this)$/i.test(before))

/** Words of closed lists, or null where the lists say nothing. */
const safeByList = (
  base: string,
  known: Known,
  before: string,
  after: string,
  know: Know,
): boolean | null => {
  if (relations.has(known.lower) || weekdays.has(known.lower)) return true
  if (publicNames.has(known.lower)) return known.name < 0.3 || !isBesideName(before, after, know)
  if (months.has(known.lower) && isTitled(base)) return known.lower === 'may' && isModal(before, after)
  if (titles.has(known.lower) || credentials.has(known.lower) || stateNames.has(known.lower)) return true
  return stateCodes.has(known.lower) && base === base.toUpperCase() ? true : null
}

const isSafeWord = (
  piece: string,
  untrustedWord: string,
  before: string,
  after: string,
  know: Know,
): boolean => {
  if (/^\p{L}$/u.test(piece)) return true
  const base = piece.replace(/['’]s?$/, '')
  const known = know(base)
  if (isSafeEponym(untrustedWord, known, before, after)) return true
  const listed = safeByList(base, known, before, after, know)
  if (listed !== null) return listed
  if (known.sort === 'name' || known.sort === 'unknown') return false
  if (known.sort === 'maybe') return isSafeMaybe(base, known, before, after, know)
  if (known.sort === 'never') return true
  const isRareName = known.name > 0 && isTitled(base) && known.ordinary < 0.5 && !known.medical && !known.drug
  if (isRareName || (isTitled(base) && known.surname > 0 && isBesideName(before, after, know))) return false
  // The lexicon calls an unlisted word a word by its ending alone (`exertional`): in small letters that is enough.
  return known.ordinary >= 0.2 || known.medical || known.drug || (known.name === 0 && base === known.lower)
}

/** Letters and digits in one: `A1c`, `T2DM`, `B12`, `10mg`, `2nd`. */
const isSafeMixed = (piece: string, before: string, after: string, know: Know): boolean =>
  isSafeNumber(piece, before, after) || know(piece).medical || (know(piece).drug && !/\d{3}/.test(piece))

/**
 * True where `untrustedWord` (one word as the reader gave it, with its punctuation) is known to identify no one. `before` and `after` are
 * the neighbours on its line; null or '' at its ends.
 */
export const isKnownSafe = (
  untrustedWord: string,
  before: string | null,
  after: string | null,
  gazetteer: Gazetteer,
): boolean => {
  if (untrustedWord.length > 60) return false
  const know = createLexicon(gazetteer)
  const [left, right] = [before ?? '', after ?? '']
  const trimmed = untrustedWord.replace(/^[^\p{L}\p{N}$<>≤≥=~±+-]+|[^\p{L}\p{N}%+'’]+$/gu, '')
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return !/\p{L}|\p{N}/u.test(untrustedWord)
  if (/\d/.test(trimmed) && isSafeNumber(trimmed, left, right)) return true
  if (know(trimmed).medical && know(trimmed).sort === 'word') return true
  const pieces = trimmed
    .split(/[^\p{L}\p{M}\p{N}'’%.]+|\.(?=\p{L}{2})|\.$/u)
    .filter(piece => /[\p{L}\p{N}]/u.test(piece))
  // A number in pieces may be a telephone number or a date: only a range of two small figures is safe.
  if (
    pieces.length > 1 &&
    pieces.filter(piece => /\d/.test(piece)).length > 1 &&
    !/^\d{1,3}(?:\.\d{1,3})?[-–]\d{1,3}(?:\.\d{1,3})?%?$/.test(trimmed)
  )
    return false
  return pieces.every((piece, index) => {
    const [one, two] = [index === 0 ? left : (pieces[index - 1] ?? ''), pieces[index + 1] ?? right]
    if (/^\p{N}|\p{N}/u.test(piece)) return isSafeMixed(piece, one, two, know)
    const plain = piece.replace(/\./g, '')
    return isSafeWord(plain, untrustedWord, one, two, know)
  })
}
