/**
 * A value found once is found everywhere: a name whole and in parts, in the other order, and misread by a letter; a number
 * with other separators. Works over all texts of a document. Pure.
 */
import type { Finding } from '../../model/identifier.ts'
import { runFinding } from './anchors.ts'
import { underConfusion } from './confusions.ts'
import { isEponymUse } from './eponym.ts'
import { withParticles } from './runs.ts'
import { found, type Scan, type Token } from './scan.ts'
import { isCapital, isInitial, isPublic } from './token.ts'
import { credentials, nameSuffixes, particles, personVerbs } from './words.ts'

export type Values = {
  /** Parts of names, lower case, with the sort of name they were found as. */
  readonly names: ReadonlySet<string>
  /** Numbers and codes: letters and digits only, upper case, with their class. */
  readonly codes: ReadonlyMap<string, Finding>
}

/** Rules whose finding is sure enough to be looked for elsewhere. */
const isSure = ({ rule, score }: Finding): boolean => score >= 0.8 || rule === 'name-single'

const codeClasses: ReadonlySet<string> = new Set([
  'SSN',
  'MRN',
  'HEALTH_PLAN',
  'ACCOUNT',
  'LICENSE',
  'VEHICLE',
  'DEVICE',
  'OTHER_ID',
  'PHONE',
  'FAX',
])

const bare = (value: string): string => value.replace(/[^A-Za-z\d]/g, '').toUpperCase()

const namesOf = (scan: Scan, finding: Finding): readonly string[] =>
  tokensIn(scan, finding)
    .filter(
      token => token.alphabetic && !isInitial(token) && token.text.length > 1 && !particles.has(token.text),
    )
    .filter(
      token => !nameSuffixes.has(token.text.toLowerCase()) && !credentials.has(token.text.toLowerCase()),
    )
    .map(token => token.text.toLowerCase())

const tokensIn = (scan: Scan, { start, end }: Finding): readonly Token[] => {
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

export const valuesOf = (
  pages: readonly { readonly scan: Scan; readonly findings: readonly Finding[] }[],
): Values => {
  const names = new Set<string>()
  const codes = new Map<string, Finding>()
  for (const { scan, findings } of pages)
    for (const finding of findings) {
      if (!isSure(finding)) continue
      if (finding.class === 'NAME') for (const name of namesOf(scan, finding)) names.add(name)
      const code = bare(scan.figures.slice(finding.start, finding.end))
      if (codeClasses.has(finding.class) && code.length >= 5 && /\d{3}/.test(code)) codes.set(code, finding)
    }
  return { names, codes }
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
  return next !== undefined && next.gap === ' ' && personVerbs.has(next.text)
}

const isOneEdit = (one: string, two: string): boolean => {
  if (Math.abs(one.length - two.length) > 1 || one === two) return one === two
  const [short, long] = one.length <= two.length ? [one, two] : [two, one]
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length === long.length)
    return (
      short.slice(at + 1) === long.slice(at + 1) ||
      (short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2))
    )
  return short.slice(at) === long.slice(at + 1)
}

/** Names by their first two and their last two letters: one edit leaves one of the two whole. */
const indexed = (names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> => {
  const byEnds = new Map<string, string[]>()
  for (const name of names) {
    if (name.length < 5) continue
    for (const key of [`^${name.slice(0, 2)}`, `${name.slice(-2)}$`])
      byEnds.set(key, [...(byEnds.get(key) ?? []), name])
  }
  return byEnds
}

const isFuzzyRepeat = (scan: Scan, token: Token, byEnds: ReadonlyMap<string, readonly string[]>): boolean => {
  if (token.text.length < 4 || !isCapital(token)) return false
  const known = scan.know(token.text)
  if (known.ordinary > 0 || known.medical || known.drug || known.sort === 'never' || isPublic(known))
    return false
  const lower = token.text.toLowerCase()
  const candidates = [
    ...(byEnds.get(`^${lower.slice(0, 2)}`) ?? []),
    ...(byEnds.get(`${lower.slice(-2)}$`) ?? []),
  ]
  return candidates.some(name => isOneEdit(lower, name) || underConfusion(lower) === underConfusion(name))
}

const nameRepeats = (scan: Scan, { names }: Values): Finding[] => {
  if (names.size === 0) return []
  const byEnds = indexed(names)
  const findings: Finding[] = []
  for (const [index, token] of scan.tokens.entries()) {
    if (token.shape === 'figure') continue
    if (isRepeat(scan, index, token, names))
      findings.push(runFinding(scan, withParticles(scan, { from: index, to: index + 1 }), 'repeat', 0.55))
    else if (isFuzzyRepeat(scan, token, byEnds))
      findings.push(found('NAME', 'repeat-fuzzy', token.start, token.end, 0.5))
  }
  return findings
}

const codeRun = /(?<![\w])(?=[A-Za-z\d .-]{0,24}\d)[A-Za-z\d]{1,20}(?:[-. ][A-Za-z\d]{1,20}){0,4}(?!\w)/g

const codeRepeats = (scan: Scan, { codes }: Values): Finding[] => {
  if (codes.size === 0) return []
  const findings: Finding[] = []
  for (const match of scan.figures.matchAll(codeRun)) {
    const parts = match[0].split(/(?<=[-. ])/)
    for (let from = 0, at = match.index; from < parts.length; at += parts[from]?.length ?? 0, from++)
      for (let to = parts.length; to > from; to--) {
        const value = parts
          .slice(from, to)
          .join('')
          .replace(/[-. ]$/, '')
        const known = codes.get(bare(value))
        if (known === undefined) continue
        findings.push(found(known.class, 'repeat', at, at + value.length, 0.55))
        break
      }
  }
  return findings
}

/** What the document's values find in one of its texts. */
export const repeats = (scan: Scan, values: Values): Finding[] => [
  ...nameRepeats(scan, values),
  ...codeRepeats(scan, values),
]
