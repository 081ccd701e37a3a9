/**
 * Names of houses, addresses and dates that a sentence carries over the end of its line: `at Iron Range⏎Hospice`, `4325 Lock⏎No. 7 Lane`,
 * `11 / 09⏎/ 1940`. The two lines are read with a blank instead of the break, so that offsets stay as they are. Pure.
 */
import type { Finding } from '../../model/identifier.ts'
import { facilityRules } from './facility.ts'
import { dateRules } from './rules/date.ts'
import { lineEnd, lineStart, type Rule, type Scan, scanOf } from './scan.ts'
import { streetRules } from './street.ts'

/** No more breaks than this are read on one page, and so many characters on each side. */
const maxBreaks = 120
const width = 60

const rules: readonly Rule[] = [...facilityRules, ...streetRules, ...dateRules]

/** What stands left of the break may go on: a capital, a number or a separator of a date ends it. */
const goesOn = /(?:(?:^|[\s("])[\p{Lu}\d][\p{L}\p{N}'’.-]*|\d ?[/.-])$/u
const isContinued = /^(?:\p{Lu}|\d|[/.-] ?\d)/u

const column = /\t| {2,}|\|/

const around = (scan: Scan, at: number): { readonly from: number; readonly to: number } => {
  const from = Math.max(lineStart(scan.text, at), at - width)
  const to = Math.min(lineEnd(scan.text, at + 1), at + 1 + width)
  const [left, right] = [scan.text.slice(from, at), scan.text.slice(at + 1, to)]
  const cell = left.split(column).at(-1) ?? ''
  return { from: at - cell.length, to: at + 1 + (right.split(column)[0] ?? '').length }
}

const across = (scan: Scan, at: number): Finding[] => {
  const { from, to } = around(scan, at)
  const [left, right] = [scan.text.slice(from, at), scan.text.slice(at + 1, to)]
  if (!goesOn.test(left) || !isContinued.test(right)) return []
  const joined = scanOf(`${left} ${right}`, scan.gazetteer)
  return rules
    .flatMap(rule => [...rule(joined)])
    .map(finding => ({ ...finding, start: finding.start + from, end: finding.end + from }))
    .filter(({ start, end, rule }) => start < at && end > at + 1 && !/partial|month|holiday/.test(rule))
}

export const wrappedRule: Rule = scan => {
  const findings: Finding[] = []
  let at = scan.text.indexOf('\n')
  for (let breaks = 0; at !== -1 && breaks < maxBreaks; breaks++) {
    findings.push(...across(scan, at))
    at = scan.text.indexOf('\n', at + 1)
  }
  return findings
}
