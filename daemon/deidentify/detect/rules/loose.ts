/**
 * Numbers that nothing announces and no unit explains: digits in groups, digits in a row, and what any word with `No.` or
 * `#` counts. A number of a table, a scale, a dose or a code stays. 45 CFR 164.514(b)(2)(i)(R).
 */
import type { Finding } from '../../../model/identifier.ts'
import { isCard, isNpi } from '../checksums.ts'
import { before, digitsIn, type Match, matching } from '../pattern.ts'
import { found, lineEnd, type Scan } from '../scan.ts'
import { isCodeContext } from './code.ts'

const spaced =
  /(?<![\w.,/$+<>≤≥=~±%:-])(?<!\d )\d{1,12}(?: {1,2}\d{1,12}){1,7}(?![\w%/:]|[.,-]\d| ?[-–] ?\d)/g
const dotted = /(?<![\w.,/$+-])\d{2,6}([./])\d{2,6}\1\d{2,6}(?:\1\d{2,6}){0,3}(?![\w%/]|[.,-]\d)/g
/** A decimal with more places than anything is measured to. */
const pointed = /(?<![\w.,/$+<>≤≥=~-])\d{2,4}\.\d{5,9}(?![\w/%]|[-.,]\d)/g
const unbroken = /(?<![\w.,/$+<>≤≥=~-])\d{6}(?![\w/%]|[-.,]\d)/g

const unitAfter =
  /^ ?(?:m[gl]\b|mcg|µg|g\b|kg|lbs?\b|oz|cm|mm|in\b|ft|cc\b|ml|dl|l\b|units?|iu\b|u\b|meq|mmol|mmhg|bpm|%|k\/|x ?10|cells|tab|cap|pill|puff|drop|tsp|tbsp|dose|day|week|wk|month|year|yr|y\/?o|hour|hr\b|h\b|min|sec|times|fr\b|gauge|ga\b|copies|cfu|feet|steps|calories|kcal|gy\b|ms\b|am\b|pm\b|per\b|\/)/i
const measured =
  /\d\.\d|\b(?:bp|hr|rr|pulse|temp|spo2|o2|wbc|rbc|hgb|hct|plt|platelets?|glucose|sodium|potassium|range|ref|score|scale|grade|dose|result|value|weight|height|wt|ht|bmi|vol(?:ume)?|rom|degrees?|pain|level|mean|total|min|max|avg|rate|reps?|sets?|cpt|icd|hcpcs|ndc|loinc|drg|mg|ml|mcg|kg|cm|mm|mmol|meq|dl|units?|years?|weeks?|days?|hours?|minutes?|count|viral load|copies|cfu|qty|quantity|refills?|charge|amount|balance|paid|isbn)\b|[$%°]/i

/** `0 1 2 3 4`, `10 20 30`: the numbers of a scale. */
const isProgression = (parts: readonly number[]): boolean => {
  const step = (parts[1] ?? 0) - (parts[0] ?? 0)
  return parts.length > 2 && parts.every((part, at) => at === 0 || part - (parts[at - 1] ?? 0) === step)
}

const isYear = (part: string): boolean => /^(?:19[3-9]|20[0-3])\d$/.test(part)

/** What stands beside the number in its own cell speaks of a measurement. */
const isMeasured = (scan: Scan, { start, end }: Match): boolean => {
  const left = before(scan, start, 40).split(/\t| {3,}|\|/)
  const right = scan.text.slice(end, Math.min(lineEnd(scan.text, end), end + 24)).split(/\t| {3,}|\|/)
  return measured.test(left.at(-1) ?? '') || measured.test(right[0] ?? '')
}

const isDate = (parts: readonly string[]): boolean => {
  const [month = '', day = '', year = ''] = parts
  const [m, d] = [Number(month), Number(day)]
  return (
    parts.length === 3 &&
    month.length < 3 &&
    day.length < 3 &&
    (year.length === 2 || isYear(year)) &&
    ((m > 0 && m < 13 && d > 0 && d < 32) || (d > 0 && d < 13 && m > 0 && m < 32))
  )
}

/** A number in groups may be one of those that check themselves. */
const checked = ({ value, start, end }: Match): Finding | null => {
  const digits = digitsIn(value)
  if (isCard(digits)) return found('ACCOUNT', 'card', start, end, 0.9)
  return isNpi(digits) ? found('LICENSE', 'npi', start, end, 0.75) : null
}

const judgeSpaced = (match: Match, scan: Scan): Finding | null => {
  const { value, start, end } = match
  const parts = value.split(/ +/)
  const digits = digitsIn(value).length
  if (unitAfter.test(scan.text.slice(end, end + 12)) || isCodeContext(scan, match)) return null
  if (isProgression(parts.map(Number)) || parts.every(isYear)) return null
  if (digits >= 10 && checked(match) !== null) return checked(match)
  if (digits < 8 && parts.length < 8 && isMeasured(scan, match)) return null
  if (isDate(parts)) return found('DATE', 'date-partial', start, end, 0.6)
  if (parts.length === 2 && (digits < 6 || parts.some(part => part.length < 3 || isYear(part)))) return null
  return digits >= 6 ? found('OTHER_ID', 'id-loose', start, end, 0.6) : null
}

const judgeUnbroken = (match: Match, scan: Scan): Finding | null => {
  const { value, start, end } = match
  if (/000$/.test(value) || unitAfter.test(scan.text.slice(end, end + 12))) return null
  if (isCodeContext(scan, match) || isMeasured(scan, match)) return null
  return found('OTHER_ID', 'id-loose', start, end, 0.5)
}

/** `Script No. 77182`, `Bin # A4410`: whatever is counted. */
const counted =
  /(?<![\w.])(?<head>(?<word>[A-Za-z][A-Za-z.]{1,14}) ?(?:#|No\b\.?|NO\b\.?|Nbr\b\.?|Num\b\.?|Number\b|NUMBER\b|ID\b)[ \t]{0,2}[:#]?[ \t]{0,3})(?<value>(?=[A-Z\d-]{0,12}\d{2})[A-Z\d][A-Z\d-]{2,19})(?![\w/%]|[.,]\d)/g
const notCounted =
  /^(?:disp|dispense|dispensed|qty|quantity|dose|doses|room|rm|bed|apt|suite|ste|unit|page|pg|item|question|box|refills?|line|step|day|week|month|tabs?|caps?|visit|floor|grade|stage|type|part|table|figure|version|rev|chapter|section|lead|view|series|image|slice|phase|cycle|session|vaccine|mmr|dtap|ipv|hib|hepb|code|cpt|icd|hcpcs|ndc|loinc|cvx|drg|isbn|gauge|size)\.?$/i

const judgeCounted = (match: Match, scan: Scan): Finding | null => {
  const { value, start, end, groups } = match
  if (notCounted.test(groups.word ?? '') || digitsIn(value).length < 3 || isYear(value)) return null
  return unitAfter.test(scan.text.slice(end, end + 12))
    ? null
    : found('OTHER_ID', 'id-label', start, end, 0.7)
}

export const looseRules = [
  matching('figures', spaced, judgeSpaced),
  matching('figures', dotted, (match, scan) =>
    digitsIn(match.value).length >= 7 && !isCodeContext(scan, match) && !isMeasured(scan, match)
      ? found('OTHER_ID', 'id-loose', match.start, match.end, 0.55)
      : null,
  ),
  matching('figures', unbroken, judgeUnbroken),
  matching('figures', pointed, ({ start, end }) => found('OTHER_ID', 'id-loose', start, end, 0.6)),
  matching('text', counted, judgeCounted),
]
