/**
 * Values that the end of a line breaks in two: `Mary Eliza-⏎beth`, `0048⏎2913`, `03/04/⏎1961`, `Rosa⏎Delgado`. The two lines are
 * joined, the rules read them as one, and what they find across the join goes back by offsets. Pure.
 */
import type { Finding } from '../../model/identifier.ts'
import { found, lineEnd, lineStart, type Rule, type Scan, scanOf, type Token } from './scan.ts'
import { isCapital, isPublic } from './token.ts'
import { wrappedRule } from './wrapped.ts'

/** No more joins than this are tried on one page. */
const maxJoins = 60
const width = 90

const wordBreak = /\p{L}{2}-$/u
const numberBreak = /\d[-/.]?$|\(\d{0,3}$|\d\)$/

/** The join of two lines, or null where nothing is broken; `cut` characters of the first line are left out. */
const cutOf = (left: string, right: string): number | null => {
  if (wordBreak.test(left) && /^\p{L}{2}/u.test(right))
    return /^\p{Ll}/u.test(right) || /\p{Lu}{2}-$/u.test(left) ? 1 : 0
  // A number of a list or a box (`2. PATIENT'S NAME`) continues nothing.
  return numberBreak.test(left) && /^[(]?\d{2,}(?![\d]*[.):])/.test(right) ? 0 : null
}

/** Digits that only happen to stand under each other prove nothing: a label or a shape must say what they are. */
const isProof = ({ rule, score }: Finding): boolean =>
  score >= 0.8 && !/^(?:repeat|id-shape|id-loose|spelled|facility|city|address)/.test(rule)

/** What reads a broken word, and what a broken number. */
export type Readers = {
  readonly words: (scan: Scan) => readonly Finding[]
  readonly numbers: (scan: Scan) => readonly Finding[]
}

const across = (scan: Scan, at: number, { words, numbers }: Readers): Finding[] => {
  const from = Math.max(lineStart(scan.text, at), at - width)
  const next = at + 1 + (/^[ \t]*/.exec(scan.text.slice(at + 1, at + 20))?.[0].length ?? 0)
  const to = Math.min(lineEnd(scan.text, next), next + width)
  const left = scan.text.slice(from, at).trimEnd()
  const cut = cutOf(left, scan.text.slice(next, to))
  if (cut === null) return []
  const head = left.slice(0, left.length - cut)
  const back = (offset: number): number =>
    offset <= head.length ? from + offset : next + (offset - head.length)
  const find = cut === 1 || wordBreak.test(left) ? words : numbers
  return find(scanOf(head + scan.text.slice(next, to), scan.gazetteer))
    .filter(finding => finding.start < head.length && head.length < finding.end && isProof(finding))
    .map(finding => ({ ...finding, start: back(finding.start), end: back(finding.end) }))
}

/** What the rules find across the ends of lines. */
export const acrossLines = (scan: Scan, readers: Readers): Finding[] => {
  const findings: Finding[] = [...wrappedRule(scan)]
  let joins = 0
  for (
    let at = scan.text.indexOf('\n');
    at !== -1 && joins < maxJoins;
    at = scan.text.indexOf('\n', at + 1)
  ) {
    const more = across(scan, at, readers)
    if (more.length > 0) joins++
    findings.push(...more)
  }
  return findings
}

const isGiven = (scan: Scan, token: Token): boolean => {
  const known = scan.know(token.text)
  return token.shape === 'Title' && known.sort === 'name' && known.given >= 0.4 && !known.eponym
}

const isSurname = (scan: Scan, token: Token): boolean => {
  const known = scan.know(token.text)
  if (!isCapital(token) || token.text.length < 3 || isPublic(known) || token.shouted) return false
  return known.sort === 'unknown' || known.sort === 'name' || (known.sort === 'maybe' && known.surname >= 0.4)
}

/** A given name that ends a line and a surname that begins the next. */
export const brokenNameRule: Rule = scan => {
  const findings: Finding[] = []
  for (const [index, token] of scan.tokens.entries()) {
    if (!/^-?[ \t]*\n[ \t]*$/.test(token.gap)) continue
    const given = scan.tokens[index - 1]
    if (given === undefined || !isGiven(scan, given) || !isSurname(scan, token)) continue
    if (/^\s?:/.test(scan.text.slice(token.end, token.end + 2))) continue
    findings.push(found('NAME', 'name-broken', given.start, token.end, 0.8))
  }
  return findings
}
