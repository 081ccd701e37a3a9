/**
 * Whether a word by itself may be shown: profile `strict` releases a word only where it is positively known to identify
 * no one. Every doubt is a no. Pure.
 */
import type { Gazetteer } from '../../model/gazetteer.ts'
import { isMisreadTerm } from '../../model/misread-term.ts'
import { createLexicon, type Known } from './lexicon.ts'
import { publicNames } from './public.ts'
import { isSafeNumber, standsLoose } from './safe-number.ts'
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

/** What is said of a catheter or of a test, and not of a person. */
const ofSign = /^(?:was|is|draining|drains|patent|intact|placed|removed|inserted|discontinued|in|to|with)$/

const isSafeEponym = (untrustedWord: string, known: Known, before: string, after: string): boolean => {
  if (titles.has(lettersOf(before).toLowerCase())) return false
  const next = lettersOf(after).toLowerCase()
  if (known.eponym && known.surname < 0.3 && known.given < 0.3) return true
  if (/^(?:foley|weber)$/.test(known.lower) && ofSign.test(lettersOf(after))) return true
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

/** A letter beside another letter or beside a name may be a box of a form or an initial; `M F`, `Y N` and `H L` are not. */
const isSpelledLetter = (piece: string, before: string, after: string, know: Know): boolean => {
  if (!isTitled(piece) || /^[MFYNHLX]$/.test(piece)) return false
  const isBox = (word: string): boolean => /^[A-Z\d][|.]?$/.test(word) && !/^[MFYNHLX]$/.test(word)
  return (isBox(before) && isBox(after)) || isBesideName(before, after, know)
}

const isSafeWord = (
  piece: string,
  untrustedWord: string,
  before: string,
  after: string,
  know: Know,
): boolean => {
  if (/^\p{L}$/u.test(piece)) return !isSpelledLetter(piece, before, after, know)
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
  isSafeNumber(piece, before, after) ||
  (know(piece).medical && !/\d/.test(before) && !/\d/.test(after)) ||
  (know(piece).drug && !/\d{3}/.test(piece))

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
  if (isMisreadTerm(untrustedWord)) return true
  const know = createLexicon(gazetteer)
  const [left, right] = [before ?? '', after ?? '']
  const trimmed = untrustedWord.replace(/^[^\p{L}\p{N}$<>≤≥=~±+-]+|[^\p{L}\p{N}%+'’]+$/gu, '')
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return !/\p{L}|\p{N}/u.test(untrustedWord)
  if (standsLoose(trimmed, left, right, know)) return false
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
