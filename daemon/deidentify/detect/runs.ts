/** Reads a person's name from the tokens, forwards or backwards from a place where one is expected. Pure. */
import { isEponymUse } from './eponym.ts'
import { isFormSurname, isSaidOf } from './form-surname.ts'
import type { Known } from './lexicon.ts'
import type { Scan, Token } from './scan.ts'
import { isCapital, isInitial, isOnlyPublic, isPublic } from './token.ts'
import { credentials, nameSuffixes, particles, titles } from './words.ts'

/**
 * `sure`: a strong label or a title promises a name, so any capitalised word that is no word of forms is taken ·
 * `likely`: a weak label, a relative or a verb, so the first word must be able to be a name.
 */
export type Expectation = 'sure' | 'likely'

export type Run = { readonly from: number; readonly to: number }

const isBreak = (gap: string): boolean => /[\n\t|;:•]|\s{3}/.test(gap)

/** The gap inside a name: a blank or two, a hyphen, the point of an initial, a quote or bracket of a nickname. */
const isInside = (gap: string): boolean =>
  /^(?:[ ]{1,2}|-|['’]|[.]? ?[("“]{1,2}|[)"”]{1,2} ?| ?[-–] ?)$/.test(gap)

const isParticle = (token: Token): boolean =>
  particles.has(token.text) ||
  (token.shouted && /^(?:DE|LA|DEL|VAN|VON|DER|DEN|DI|DA|DOS|DU|AL|EL|LE|ST)$/.test(token.text))

const isCredential = (token: Token, known: Known): boolean =>
  credentials.has(known.lower) && token.shape === 'UPPER' && !(token.shouted && known.sort === 'name')

/** In notes typed without capitals: a name that is not one of the commonest words. */
const isCasualName = (known: Known): boolean =>
  (known.sort === 'unknown' && known.lower.length > 3) ||
  known.sort === 'name' ||
  (known.sort === 'maybe' && known.name >= 0.45 && known.ordinary < 1)

/** A point stands inside a name only after an initial or a short form: `J. Smith`, `St. John`, `Wm. Lee`. */
export const isAfterShortForm = (scan: Scan, index: number): boolean => {
  const before = scan.tokens[index - 1]
  return (
    before !== undefined &&
    /^[.](?: ?|-)$/.test(scan.tokens[index]?.gap ?? '') &&
    (before.text.length === 1 ||
      /^(?:St|Wm|Chas|Jas|Geo|Thos|Jos|Fr|Dr|Mr|Ms|Mrs|Jr|Sr|Mc|Th|Ch|Ph)$/i.test(before.text))
  )
}

const canBegin = (scan: Scan, token: Token, known: Known, expected: Expectation): boolean => {
  if (isInitial(token)) return !isPointedCredential(scan, token)
  if (known.sort === 'never') return isSaidOf(scan, token, known)
  if (isCredential(token, known)) return false
  if (expected === 'sure' ? isOnlyPublic(known) : isPublic(known)) return false
  if (token.shape === 'lower' && token.casual) return isCasualName(known)
  if (token.shape === 'lower')
    return expected === 'sure'
      ? known.name >= 0.3 && known.sort !== 'word'
      : known.sort === 'name' && known.name >= 0.4
  if (!isCapital(token)) return false
  if (expected === 'sure')
    return !(token.shouted && known.sort === 'word' && (known.medical || known.ordinary > 0.7))
  if (token.shouted) return known.sort === 'name'
  if (token.shape === 'UPPER') return known.sort === 'name' && known.name >= 0.3
  return known.sort !== 'word'
}

const canContinue = (scan: Scan, index: number, first: Token): boolean => {
  const token = scan.tokens[index]
  if (token === undefined) return false
  const known = scan.know(token.text)
  if (isInitial(token)) return !isPointedCredential(scan, token)
  if (nameSuffixes.has(known.lower) || isParticle(token)) return true
  // Brackets and quotes hold a nickname; `(POA)` and `(RN)` are none.
  if (/[("“]/.test(token.gap) && (token.shape !== 'Title' || known.sort === 'word')) return false
  if (known.sort === 'never') return isFormSurname(scan, index, token, known)
  if (titles.has(known.lower) || isOnlyPublic(known)) return false
  if (isCredential(token, known)) return false
  if (first.shape === 'lower')
    return token.shape === 'lower' && (known.sort === 'name' || (token.casual && isCasualName(known)))
  if (!isCapital(token)) return false
  if (known.sort !== 'word') return true
  // A surname that is also a word (`Linda Field`) must end its field, and be in the list of surnames.
  const next = scan.tokens[index + 1]
  return known.surname > 0 && !known.medical && (next === undefined || !/^ ?$/.test(next.gap))
}

/** `M.D.`, `R. N.`: letters that are a credential and no initials. */
const isPointedCredential = (scan: Scan, token: Token): boolean =>
  /^(?:M\.? ?D|D\. ?O|D\.O|R\. ?N|R\.N|N\. ?P|P\. ?A|D\. ?D\. ?S|B\. ?S|M\. ?S|M\. ?A)(?![\w'’])/.test(
    scan.text.slice(token.start, token.start + 7),
  )

const isComma = (gap: string): boolean => /^ ?, ?$/.test(gap)

/** `Smith, John`: a comma may part the two once, where no credential or suffix follows. */
const passesComma = (scan: Scan, index: number, from: number, expected: Expectation): boolean => {
  const token = scan.tokens[index]
  if (token === undefined || index - from > 3) return false
  const known = scan.know(token.text)
  if (nameSuffixes.has(known.lower)) return true
  if (isInitial(token) && isPointedCredential(scan, token)) return false
  if (credentials.has(known.lower) || known.sort === 'never' || isPublic(known)) return false
  if (token.shape === 'UPPER' && !token.shouted && token.text.length < 4 && known.name < 0.3) return false
  if (!isCapital(token) && !(token.shape === 'lower' && known.given >= 0.4)) return false
  return expected === 'sure'
    ? known.sort !== 'word' || known.given > 0
    : known.given >= 0.3 && known.sort !== 'word'
}

const dropTail = (scan: Scan, from: number, to: number): number => {
  let end = to
  while (end - 1 > from && particles.has(scan.tokens[end - 1]?.text ?? '')) end--
  return end
}

/** `van der Berg`: the word that sets the case of the rest comes after. */
const leadingParticles = (scan: Scan, from: number): number => {
  let count = 0
  while (count < 3 && from + count < scan.tokens.length && isParticle(scan.tokens[from + count] as Token))
    count++
  return count
}

/** The index past the last token of the name that begins at `start`. */
const endOfName = (scan: Scan, start: number, limit: number, expected: Expectation): number => {
  const head = scan.tokens[start + leadingParticles(scan, start)] ?? (scan.tokens[start] as Token)
  let commas = 0
  let end = start + 1
  for (; end < start + 7; end++) {
    const token = scan.tokens[end]
    if (token === undefined || token.end > limit || isBreak(token.gap)) break
    if (isComma(token.gap)) {
      const isMiddle = commas > 0 && isInitial(token) && !isPointedCredential(scan, token)
      if (isMiddle) continue
      if (commas++ > 0 || !passesComma(scan, end, start, expected)) break
    } else if (!(isInside(token.gap) || isAfterShortForm(scan, end)) || !canContinue(scan, end, head)) break
  }
  return dropTail(scan, start, end)
}

/** The name that begins at token `from` and ends before `limit` (an offset), past any title; null where there is none. */
export const nameFrom = (scan: Scan, from: number, limit: number, expected: Expectation): Run | null => {
  let start = from
  while (titles.has(scan.tokens[start]?.text.toLowerCase() ?? '') && start < from + 2) start++
  const first = scan.tokens[start]
  if (first === undefined || first.end > limit) return null
  const known = scan.know(first.text)
  const opens = isParticle(first) || canBegin(scan, first, known, start > from ? 'sure' : expected)
  if (!opens || (expected === 'likely' && start === from && isEponymUse(scan, start, true))) return null
  const to = endOfName(scan, start, limit, expected)
  const only = scan.tokens[to - 1]
  const isLoneInitial = to - start === 1 && only !== undefined && isInitial(only)
  return isLoneInitial && expected === 'likely' ? null : { from: start, to }
}

/** The token may be a part of a name that is read backwards; the last part may be a rare surname that is also a word. */
const fitsBefore = (token: Token, known: Known, isLast: boolean): boolean => {
  if (known.sort === 'never' || titles.has(known.lower) || isOnlyPublic(known)) return false
  if (known.sort === 'word' && !(isLast && known.surname > 0 && !known.medical)) return false
  if (isInitial(token) || isCapital(token) || nameSuffixes.has(known.lower) || particles.has(token.text))
    return true
  return token.casual && (token.text.length === 1 || isCasualName(known))
}

/** The name that ends right before token `to`; null where there is none. */
export const nameBefore = (scan: Scan, to: number, most: number): Run | null => {
  let from = to
  let names = 0
  while (from > 0 && to - from < most) {
    const token = scan.tokens[from - 1]
    if (token === undefined || !fitsBefore(token, scan.know(token.text), from === to)) break
    if (!isInitial(token) && !particles.has(token.text)) names++
    from--
    if (isBreak(token.gap) || !(isInside(token.gap) || isAfterShortForm(scan, from))) break
  }
  while (from < to && particles.has(scan.tokens[from]?.text ?? '')) from++
  return names > 0 ? { from, to } : null
}

/** The run with the particles right before it: `van der` of `van der Berg`. */
export const withParticles = (scan: Scan, { from, to }: Run): Run => {
  let start = from
  while (
    start > 0 &&
    from - start < 3 &&
    scan.tokens[start]?.gap === ' ' &&
    isLowerParticle(scan.tokens[start - 1])
  )
    start--
  return { from: start, to }
}

const isLowerParticle = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^(?:de|la|del|della|di|da|dos|du|van|von|der|den|ten|ter|bin|ibn|el|al)$/.test(token.text)
