/** Names that nothing announces: known by the dictionaries, by their shape and by where they stand. Pure. */
import type { Finding } from '../../model/identifier.ts'
import { runFinding } from './anchors.ts'
import { isEponymUse } from './eponym.ts'
import type { Known } from './lexicon.ts'
import { lowerFinding } from './lower-name.ts'
import { isAfterShortForm, nameFrom, withParticles } from './runs.ts'
import { found, type Rule, type Scan, type Token } from './scan.ts'
import { isAfterDeterminer, isMidSentence, singleRule } from './single.ts'
import { isCapital, isInitial, isPublic } from './token.ts'
import { credentials, particles } from './words.ts'

/** The token begins two names that belong together: given and surname, or one known and one that no list holds. */
const isPair = (one: Known, two: Known, isMid = false): boolean => {
  if (one.sort === 'never' || two.sort === 'never' || one.sort === 'word') return false
  if (isPublic(one) || (isPublic(two) && (two.surname < 0.3 || one.given < 0.5))) return false
  if (two.sort === 'word') return isPublic(two)
  if (one.sort === 'maybe' && two.sort === 'maybe')
    return (
      (one.given >= 0.35 && two.surname >= 0.35) || (one.given >= (isMid ? 0.25 : 0.5) && two.surname >= 0.2)
    )
  if (one.sort === 'maybe') return one.given >= 0.25 || one.surname >= 0.5
  return true
}

/** In capitals throughout, only the dictionaries speak. */
const isShoutedPair = (one: Known, two: Known): boolean =>
  one.given >= 0.3 &&
  two.surname >= 0.1 &&
  isPair(one, two) &&
  (one.sort === 'name' || two.sort === 'name') &&
  two.sort !== 'unknown'

/** What may stand between a given name and a surname: an initial, `van der`, `de la`. */
const isJoint = (scan: Scan, index: number): boolean => {
  const token = scan.tokens[index]
  return (
    token !== undefined &&
    (token.gap === ' ' || isAfterShortForm(scan, index)) &&
    (isInitial(token) || (particles.has(token.text) && token.text !== 'y'))
  )
}

/** `SMITH John` may be one name; `RN John` and `Long QT` are none. */
const isOfOneCase = (token: Token, second: Token): boolean => {
  if (token.shape === 'UPPER' && !token.shouted) return second.shape === 'UPPER'
  return !(token.shape === 'Title' && second.shape === 'UPPER' && second.text.length < 4)
}

const startsPair = (scan: Scan, index: number, token: Token): boolean => {
  let next = index + 1
  while (next < index + 3 && isJoint(scan, next)) next++
  const second = scan.tokens[next]
  if (second === undefined || !isCapital(second)) return false
  if (!/^(?: {1,2}|-)$/.test(second.gap) && !isAfterShortForm(scan, next)) return false
  if (!isOfOneCase(token, second)) return false
  const [one, two] = [scan.know(token.text), scan.know(second.text)]
  if (credentials.has(two.lower) && second.shape === 'UPPER' && !second.shouted) return false
  if (one.eponym && two.eponym && second.gap === '-') return false
  if (isEponymUse(scan, index, true) || isEponymUse(scan, next, true)) return false
  if (token.shouted && second.shouted) return isShoutedPair(one, two)
  if (one.sort === 'unknown' && two.sort === 'unknown')
    return !isAfterDeterminer(scan, index) && second.shape === 'Title' && token.shape === 'Title'
  return isPair(one, two, isMidSentence(scan, index))
}

/** `J. Smith`, `J.M. Carter`, `R. Young`. */
const startsInitials = (scan: Scan, index: number): boolean => {
  let next = index
  let pointed = false
  while (
    next < index + 3 &&
    isInitial(scan.tokens[next] ?? (scan.tokens[index] as Token)) &&
    scan.tokens[next] !== undefined
  ) {
    next++
    pointed ||= scan.tokens[next]?.gap.startsWith('.') ?? false
    if (!/^(?:\. ?| |\.-)$/.test(scan.tokens[next]?.gap ?? '')) return false
  }
  const last = scan.tokens[next]
  // `101.2 F. Rose bengal`: a degree.
  if (/^[FC]$/.test(scan.tokens[index]?.text ?? '') && /^\d/.test(scan.tokens[index - 1]?.text ?? ''))
    return false
  if (next === index || last === undefined || !isCapital(last) || last.text.length < 2) return false
  const known = scan.know(last.text)
  if (isPublic(known) || isEponymUse(scan, next, true)) return false
  if (known.sort === 'name') return pointed || known.surname >= 0.4
  return (
    pointed && !last.shouted && (known.sort === 'unknown' || (known.sort === 'maybe' && known.surname >= 0.3))
  )
}

/** `Smith, John A.`, also in capitals. */
const startsComma = (scan: Scan, index: number, token: Token): boolean => {
  const next = scan.tokens[index + 1]
  if (next === undefined || !isCapital(next) || !/^ ?, ?$/.test(next.gap)) return false
  const [one, two] = [scan.know(token.text), scan.know(next.text)]
  if (credentials.has(two.lower) && next.shape === 'UPPER') return false
  if (isPublic(one) || isPublic(two) || isEponymUse(scan, index, true)) return false
  const isLineStart = /(?:^|\n)\s*$/.test(scan.text.slice(Math.max(0, token.start - 4), token.start))
  return isTurnedPair(one, two, token.shouted, isLineStart && !token.shouted)
}

/** Surname, then given name. `alone` on its line, two everyday words are enough. */
const isTurnedPair = (one: Known, two: Known, shouted: boolean, alone: boolean): boolean => {
  if (/^(?:word|never)$/.test(one.sort) || /^(?:word|never)$/.test(two.sort)) return false
  if (one.place && two.place && two.given < 0.3) return false
  if (two.sort === 'unknown') return one.sort === 'name' && one.surname >= 0.3 && !shouted
  if (two.sort === 'name' && two.given >= 0.1 && one.surname >= 0.3) return true
  if (shouted && two.sort === 'name' && two.given >= 0.1 && one.sort !== 'maybe') return true
  if (one.sort === 'maybe' && two.sort === 'maybe') return alone && one.surname >= 0.3 && two.given >= 0.4
  return one.surname >= (one.sort === 'maybe' ? 0.3 : shouted ? 0.1 : 0) && two.given >= 0.25
}

const longer = (
  scan: Scan,
  index: number,
  rule: 'name-dictionary' | 'name-comma' | 'name-initials',
  score: number,
): Finding | null => {
  const run = nameFrom(scan, index, Number.POSITIVE_INFINITY, rule === 'name-comma' ? 'sure' : 'likely')
  if (run === null || (rule === 'name-comma' && run.to - run.from < 2)) return null
  return runFinding(scan, run.to - run.from < 2 ? { from: index, to: index + 2 } : run, rule, score)
}

const findingAt = (scan: Scan, index: number, token: Token): Finding | null => {
  if (token.shape === 'lower') return token.text.length > 3 ? lowerFinding(scan, index, token) : null
  if (isInitial(token)) return startsInitials(scan, index) ? longer(scan, index, 'name-initials', 0.85) : null
  if (!isCapital(token)) return null
  if (startsComma(scan, index, token)) return longer(scan, index, 'name-comma', 0.9)
  if (startsPair(scan, index, token)) return longer(scan, index, 'name-dictionary', 0.88)
  const known = scan.know(token.text)
  const rule = singleRule(scan, index, token, known)
  if (rule === null) return null
  return runFinding(
    scan,
    withParticles(scan, { from: index, to: index + 1 }),
    rule,
    rule === 'name-unknown' ? 0.5 : 0.65,
  )
}

export const dictionaryRule: Rule = scan => {
  const findings: Finding[] = []
  for (const [index, token] of scan.tokens.entries()) {
    if (!token.alphabetic) continue
    const finding = findingAt(scan, index, token)
    if (finding !== null) findings.push(finding)
  }
  return findings
}

const joinedName = /^(?<given>\p{Lu}\p{Ll}{2,})(?<surname>\p{Lu}\p{Ll}{2,})$/u

/** `JohnSmith`, as OCR glues them. */
export const joinedRule: Rule = scan => {
  const findings: Finding[] = []
  for (const token of scan.tokens) {
    if (token.shape !== 'miXed') continue
    const { given = '', surname = '' } = joinedName.exec(token.text)?.groups ?? {}
    const [one, two] = [scan.know(given), scan.know(surname)]
    if (given !== '' && isPair(one, two) && one.name >= 0.3 && two.name >= 0.3)
      findings.push(found('NAME', 'name-joined', token.start, token.end, 0.8))
  }
  return findings
}
