/** One capitalised word by itself: someone's name, an everyday word or a word that no list holds. Pure. */
import { isEponymUse } from './eponym.ts'
import type { Known } from './lexicon.ts'
import type { Scan, Token } from './scan.ts'
import { isCapital, isInitial, isMixedName, isPublic } from './token.ts'
import { personVerbs, statePhrases } from './words.ts'

const determiners =
  /^(?:the|a|an|this|that|these|those|our|any|no|each|every|some|his|her|their|my|your|its|another|one)$/i

export const isPlainGap = (gap: string): boolean => /^ {1,2}$/.test(gap)

/** Capitalised though the sentence goes on: the token before is a lower-case word of the same line. */
export const isMidSentence = (scan: Scan, index: number): boolean => {
  const before = scan.tokens[index - 1]
  const token = scan.tokens[index]
  if (before === undefined || token === undefined) return false
  return (
    /^(?: {1,2}| ?[("“]|, )$/.test(token.gap) &&
    (before.shape === 'lower' || before.text === 'I') &&
    before.alphabetic
  )
}

/** `Bill for the brace`, `Mark the site`, `Rose from a chair`: an everyday word that begins a sentence, and what only a verb or a thing is followed by. */
export const isBidding = (scan: Scan, index: number): boolean => {
  const [token, next] = [scan.tokens[index], scan.tokens[index + 1]]
  if (token === undefined || next === undefined || token.shape !== 'Title' || !isPlainGap(next.gap))
    return false
  const isWord = scan.know(token.text).ordinary >= 0.7 && !isMidSentence(scan, index)
  const isRisen =
    next.text === 'from' &&
    /^(?:an?|the|bed|sitting|lying|supine|seated)$/.test(scan.tokens[index + 2]?.text ?? '')
  return isWord && (bidding.test(next.text) || isRisen)
}

const bidding =
  /^(?:for|of|the|a|an|any|all|this|that|these|your|his|her|their|off|up|down|out|duty|blood|site|shower)$/

/** `(Rose, 555-…`: what stands right before a telephone number. */
const isBeforePhone = (scan: Scan, index: number): boolean =>
  /^(?:,| at|:)? ?\(?\d{3}[-). ]{1,2}\d{3}[-. ]\d{4}/.test(
    scan.text.slice(scan.tokens[index]?.end ?? 0, (scan.tokens[index]?.end ?? 0) + 20),
  )

export const isAfterDeterminer = (scan: Scan, index: number): boolean =>
  determiners.test(scan.tokens[index - 1]?.text ?? '') && isPlainGap(scan.tokens[index]?.gap ?? '')

const isBeforeVerb = (scan: Scan, index: number, strong: boolean): boolean => {
  const next = scan.tokens[index + 1]
  if (next === undefined || !isPlainGap(next.gap) || next.shape !== 'lower') return false
  return (
    personVerbs.has(next.text) &&
    !(
      strong &&
      /^(?:is|was|has|had|will|notes|noted|continues|remains|returns|presents|needs|wants)$/.test(next.text)
    )
  )
}

/** `Young was discharged`: what is only done to people. */
const isDoneTo = (scan: Scan, index: number): boolean =>
  /^ (?:was|is|has been|had been) (?:seen|discharged|admitted|referred|told|tearful|evaluated|examined|transferred|brought|born|accompanied|escorted|informed|advised|counseled|interviewed|notified|alert|awake|afebrile|asleep|here|well|feeling|doing|able|unable|asked|called|diagnosed|hospitalized|intubated|extubated|ambulating|tolerating|adopted|married|widowed|divorced)\b/.test(
    scan.text.slice(scan.tokens[index]?.end ?? 0, (scan.tokens[index]?.end ?? 0) + 28),
  )

const beside = (scan: Scan, index: number): Token | undefined => {
  const next = scan.tokens[index + 1]
  return next !== undefined && isPlainGap(next.gap) ? next : undefined
}

const isXRay = (scan: Scan, index: number): boolean =>
  /^rays?$/i.test(scan.tokens[index]?.text ?? '') && /^x$/i.test(scan.tokens[index - 1]?.text ?? '')

const isSingleKnown = (scan: Scan, index: number, token: Token, known: Known): boolean => {
  if (isEponymUse(scan, index) || isXRay(scan, index)) return false
  if (token.shouted)
    return (
      known.ordinary === 0 &&
      !known.medical &&
      !known.drug &&
      (known.given >= 0.55 || known.surname >= 0.5) &&
      token.text.length > 3
    )
  if (token.shape === 'UPPER')
    return token.text.length > 3 && known.name >= 0.4 && !known.medical && !known.drug
  if (known.name >= 0.2 || known.place || (known.ordinary === 0 && !known.medical && !known.drug)) return true
  return isMidSentence(scan, index) || isBeforeVerb(scan, index, false)
}

/** `Rose`, `Will`, `Grant`: a capital in the middle of a sentence, or a person's verb at its start. */
const isSingleMaybe = (scan: Scan, index: number, token: Token): boolean => {
  if (token.shouted || token.shape === 'UPPER' || isEponymUse(scan, index) || isBidding(scan, index))
    return false
  if (isColour(token, scan.tokens[index + 1])) return false
  if (isBeforeVerb(scan, index, scan.know(token.text).given < 0.5) || isDoneTo(scan, index)) return true
  if (isListed(scan, index) || isBeforePhone(scan, index)) return true
  if (!isMidSentence(scan, index) || isAfterDeterminer(scan, index))
    return token.possessive && isPersonal(scan, index)
  const next = beside(scan, index)
  return next === undefined || !(next.shape === 'figure' || isCapital(next) || /^\d/.test(next.text))
}

/** `Maria, Hope and Anaïs`: in a row with a name. */
const isListed = (scan: Scan, index: number): boolean => {
  const [token, before] = [scan.tokens[index], scan.tokens[index - 1]]
  if (token === undefined || before === undefined) return false
  const isRow = /^, ?$/.test(token.gap) || (token.gap === ' ' && before.text === 'and')
  const name = before.text === 'and' ? scan.tokens[index - 2] : before
  return (
    isRow &&
    name !== undefined &&
    name.shape === 'Title' &&
    scan.know(token.text).given >= 0.4 &&
    isInRow(scan, name)
  )
}

const isInRow = (scan: Scan, name: Token): boolean => {
  const known = scan.know(name.text)
  return (
    known.sort === 'name' ||
    (known.sort === 'maybe' && known.given >= 0.4 && isMidSentence(scan, scan.tokens.indexOf(name)))
  )
}

/** `a White male`, `Black or African American`: a race and no one's name. */
const isColour = (token: Token, next: Token | undefined): boolean =>
  /^(?:White|Black|Brown)$/.test(token.text) &&
  /^(?:male|female|man|woman|gentleman|lady|or|and|race|non|american|hispanic|stool|stools)$/i.test(
    next?.text ?? '',
  )

/** `Rose's daughter`, `Will's wife`. */
const isPersonal = (scan: Scan, index: number): boolean =>
  /^(?:wife|husband|mother|father|son|daughter|sister|brother|family|parents|care|condition|symptoms|pain|house|home|doctor|medications|chart|insurance|phone|room)$/.test(
    scan.tokens[index + 1]?.text ?? '',
  )

const isSingleUnknown = (scan: Scan, index: number, token: Token): boolean => {
  if (
    token.shouted ||
    token.text.length < 3 ||
    (token.shape === 'miXed' && !isMixedName(token)) ||
    token.shape === 'UPPER'
  )
    return false
  if (isEponymUse(scan, index)) return false
  if (
    isBeforeVerb(scan, index, true) ||
    isBeforePhone(scan, index) ||
    /^(?:needs|wants|was)$/.test(beside(scan, index)?.text ?? '')
  )
    return true
  if (!isMidSentence(scan, index) || isAfterDeterminer(scan, index)) return false
  const next = beside(scan, index)
  return next === undefined || !(next.shape === 'figure' || next.shape === 'UPPER' || /^\d/.test(next.text))
}

/** `New York`, `West Virginia`: a state may stay. */
const isPartOfState = (scan: Scan, index: number): boolean => {
  const [before, token, next] = [scan.tokens[index - 1], scan.tokens[index], scan.tokens[index + 1]]
  if (token === undefined) return false
  const text = token.text.toLowerCase()
  return (
    (token.gap === ' ' && states.has(`${before?.text.toLowerCase()} ${text}`)) ||
    (next?.gap === ' ' && states.has(`${text} ${next.text.toLowerCase()}`))
  )
}

const states: ReadonlySet<string> = new Set(statePhrases)

export const singleRule = (
  scan: Scan,
  index: number,
  token: Token,
  known: Known,
): 'name-single' | 'name-unknown' | null => {
  if (isPartOfState(scan, index)) return null
  if (isPublic(known) || known.sort === 'never' || known.sort === 'word' || isInitial(token)) return null
  if (known.sort === 'name') return isSingleKnown(scan, index, token, known) ? 'name-single' : null
  if (known.sort === 'maybe') return isSingleMaybe(scan, index, token) ? 'name-single' : null
  return isSingleUnknown(scan, index, token) ? 'name-unknown' : null
}
