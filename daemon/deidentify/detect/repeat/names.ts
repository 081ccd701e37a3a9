/** Names of the document wherever they stand again: whole, in part, joined to each other or to a number, misread. Pure. */
import type { Finding } from '../../../model/identifier.ts'
import { runFinding } from '../anchors.ts'
import { isEponymUse } from '../eponym.ts'
import { withParticles } from '../runs.ts'
import { found, type Scan, type Token } from '../scan.ts'
import { isCapital, isInitial, isPublic } from '../token.ts'
import { credentials, nameSuffixes, particles, personVerbs, titles } from '../words.ts'
import { fuzzyOf } from './fuzzy.ts'

/** Parts of names in lower case. */
export type NameValues = { readonly names: ReadonlySet<string> }

/** The parts of a name, lower case, in order, without initials, particles, titles and credentials. */
export const namesOf = (scan: Scan, finding: Finding): readonly string[] =>
  tokensIn(scan, finding)
    .filter(
      token => token.alphabetic && !isInitial(token) && token.text.length > 1 && !particles.has(token.text),
    )
    .map(token => token.text.toLowerCase())
    .filter(lower => !nameSuffixes.has(lower) && !credentials.has(lower) && !titles.has(lower))

export const tokensIn = (scan: Scan, { start, end }: Finding): readonly Token[] => {
  let low = 0
  let high = scan.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scan.tokens[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const tokens: Token[] = []
  for (let index = low; index < scan.tokens.length; index++) {
    const token = scan.tokens[index]
    if (token === undefined || token.start >= end) break
    tokens.push(token)
  }
  return tokens
}

/** A capitalised word that is someone's name in this document, unless it begins a sentence as an everyday word. */
const isRepeat = (scan: Scan, index: number, token: Token, names: ReadonlySet<string>): boolean => {
  const lower = token.text.toLowerCase()
  if (!names.has(lower) || token.text.length < 2) return false
  const known = scan.know(token.text)
  if (known.sort === 'never' || isPublic(known)) return false
  if (!isCapital(token))
    return token.shape === 'lower' && known.ordinary === 0 && !known.medical && token.text.length > 3
  if (known.ordinary < 0.5 && !known.medical) return true
  if (isEponymUse(scan, index, true) || (token.shouted && known.ordinary >= 0.5)) return known.sort === 'name'
  const before = scan.tokens[index - 1]
  const isStart =
    before === undefined ||
    /[\n.!?:;•]/.test(token.gap) ||
    (token.gap.length > 2 && !/[("“,]/.test(token.gap))
  if (!isStart) return known.sort !== 'word' || names.has(before.text.toLowerCase())
  return known.sort === 'name' || token.possessive || isBeforeVerb(scan, index)
}

const isBeforeVerb = (scan: Scan, index: number): boolean => {
  const next = scan.tokens[index + 1]
  if (next === undefined || next.gap !== ' ' || next.shape !== 'lower') return false
  return personVerbs.has(next.text) || /^[a-z]{2,12}(?:s|ed)$/.test(next.text)
}

/** Written as one (`RosaDelgado`, `rdelgado77`): two parts of names, or one part and no more than an initial and a number. */
const isJoined = (scan: Scan, token: Token, names: ReadonlySet<string>): boolean => {
  const lower = token.text.toLowerCase().replace(/\d+$/, '')
  if (lower.length < 5 || scan.know(lower).ordinary > 0 || scan.know(lower).medical) return false
  for (let cut = 1; cut < lower.length; cut++) {
    const [one, two] = [lower.slice(0, cut), lower.slice(cut)]
    if (names.has(one) && names.has(two) && cut > 1) return true
    if (cut === 1 && two.length > 3 && names.has(two)) return true
  }
  return lower !== token.text.toLowerCase() && lower.length > 3 && names.has(lower)
}

export const nameRepeats = (scan: Scan, { names }: NameValues): Finding[] => {
  if (names.size === 0) return []
  const isFuzzy = fuzzyOf(names)
  const findings: Finding[] = []
  for (const [index, token] of scan.tokens.entries()) {
    if (token.shape === 'figure') continue
    if (isRepeat(scan, index, token, names))
      findings.push(runFinding(scan, withParticles(scan, { from: index, to: index + 1 }), 'repeat', 0.55))
    else if (isJoined(scan, token, names)) findings.push(found('NAME', 'repeat', token.start, token.end, 0.5))
    else if (isFuzzyRepeat(scan, token, isFuzzy))
      findings.push(found('NAME', 'repeat-fuzzy', token.start, token.end, 0.5))
  }
  return findings
}

/** Only a word that is nothing else can be a misread name; in small letters it must be long. */
const isFuzzyRepeat = (scan: Scan, token: Token, isFuzzy: (lower: string) => boolean): boolean => {
  if (token.text.length < 4 || (!isCapital(token) && token.text.length < 6)) return false
  const known = scan.know(token.text)
  if (known.ordinary > 0 || known.medical || known.drug || known.sort === 'never' || isPublic(known))
    return false
  return isFuzzy(token.text.toLowerCase())
}
