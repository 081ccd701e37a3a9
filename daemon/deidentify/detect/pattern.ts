/** Turns a pattern into a rule. Every pattern here and in `rules/` is bounded: no quantifier without a limit, none inside another's reach. Pure. */
import type { Finding } from '../../model/identifier.ts'
import type { Rule, Scan } from './scan.ts'

/** Which of the three spellings the pattern reads. */
export type Spelling = 'text' | 'letters' | 'figures'

export type Match = {
  /** The matched text, in the spelling that was read. */
  readonly value: string
  readonly start: number
  readonly end: number
  readonly groups: Readonly<Record<string, string | undefined>>
}

/** A rule that offers each match to `judge`, which gives a finding or null. A group named `value` narrows the span. */
export const matching =
  (spelling: Spelling, pattern: RegExp, judge: (match: Match, scan: Scan) => Finding | null): Rule =>
  scan => {
    const findings: Finding[] = []
    for (const raw of matchesOf(pattern, scan[spelling])) {
      const groups = raw.groups ?? {}
      const value = groups.value ?? raw[0]
      const start =
        raw.index + (groups.value === undefined ? 0 : raw[0].indexOf(value, groups.head?.length ?? 0))
      const finding = judge({ value, start, end: start + value.length, groups }, scan)
      if (finding !== null) findings.push(finding)
    }
    return findings
  }

/**
 * All matches of a global pattern, as `matchAll` gives them. `matchAll` copies the pattern, and a copy is compiled anew
 * after each collection of garbage: for the larger patterns that takes longer than everything else in this folder.
 */
export const matchesOf = (pattern: RegExp, text: string): RegExpExecArray[] => {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex++
    matches.push(match)
  }
  return matches
}

export const digitsIn = (value: string): string => value.replace(/\D/g, '')

/** Up to `width` characters of the same line before `at`, lower case. */
export const before = (scan: Scan, at: number, width: number): string => {
  const text = scan.letters.slice(Math.max(0, at - width), at).toLowerCase()
  return text.slice(text.lastIndexOf('\n') + 1)
}

/** Up to `width` characters of the same line from `at`, lower case. */
export const after = (scan: Scan, at: number, width: number): string => {
  const text = scan.letters.slice(at, at + width).toLowerCase()
  const end = text.indexOf('\n')
  return end === -1 ? text : text.slice(0, end)
}
