/**
 * The line that a fax machine prints on top of each page (T.30 leaves its form to the maker): the transmitting
 * subscriber, a date, a number and `P. 1/3`. Everything in it that names someone is masked; time and page count stay.
 */
import type { Finding } from '../../../model/identifier.ts'
import { found, lineEnd, lineStart, type Rule, type Scan, type Token } from '../scan.ts'
import { isCapital, tokenAt } from '../token.ts'
import { months, weekdays } from '../words.ts'

const pageCount =
  /(?:\b(?:P|PG|Page|PAGE|p|pg)\.? ?\d{1,4} ?(?:\/|of|OF) ?\d{1,4}|\b(?:P|PG)\.? ?\d{3,4}\/\d{3,4}|\bP\. ?\d{1,3}|(?<![\d/])\d{3}\/\d{3}(?!\d))(?![\w/])/g
const hasTime = /\b(?:[01]?\d|2[0-3]):[0-5]\d\b/
const hasSource =
  /\b(?:FROM|From|FAX|Fax|TO|To|TEL|ID|TSI|RightFax|Remote|CSID)\b|\d{3}[-. )]{1,2}\d{3}[-. ]\d{4}|\d{10,11}/
const keep =
  /^(?:from|to|fax|page|pg|p|id|tel|am|pm|date|time|of|station|sender|rightfax|remote|csid|tsi|duration|received|sent|via|fax server|server|no|number|est|pst|cst|mst|edt|pdt|cdt|mdt|gmt|utc|dr|mr|mrs|ms|md|do|rn|attn|re|pages?)$/i

/** The line with this page count is a fax header: it has a time and says from where. */
const isHeader = (line: string): boolean => line.length <= 160 && hasTime.test(line) && hasSource.test(line)

const isKept = (token: Token): boolean => {
  const lower = token.text.toLowerCase()
  return (
    !token.alphabetic || !isCapital(token) || keep.test(lower) || months.has(lower) || weekdays.has(lower)
  )
}

/** Runs of capitalised words between two offsets. */
const stations = (scan: Scan, start: number, end: number): readonly Finding[] => {
  const findings: Finding[] = []
  let last: Finding | null = null
  for (let index = tokenAt(scan.tokens, start); ; index++) {
    const token = scan.tokens[index]
    if (token === undefined || token.start >= end) break
    if (isKept(token)) {
      last = null
      continue
    }
    const goesOn = last !== null && /^[ .,&'’-]{1,3}$/.test(token.gap)
    if (goesOn) findings.pop()
    last = found('LOCATION', 'fax-header', goesOn && last !== null ? last.start : token.start, token.end, 0.7)
    findings.push(last)
  }
  return findings
}

export const faxHeaderRule: Rule = scan =>
  [...scan.text.matchAll(pageCount)].flatMap(match => {
    const [start, end] = [lineStart(scan.text, match.index), lineEnd(scan.text, match.index)]
    return isHeader(scan.text.slice(start, end)) ? stations(scan, start, end) : []
  })

const subscriber =
  /(?<=\b(?:TSI|CSID|CSI|Remote ID|Station ID|Fax ID|From Fax)[:# ]{1,3})(?<value>\+?[\dA-Z][\dA-Z ().-]{5,24})(?=$|\n| {2}|\t|\|)/g

export const subscriberRule: Rule = scan =>
  [...scan.text.matchAll(subscriber)].map(match => {
    const value = (match.groups?.value ?? '').trimEnd()
    return found(
      /\d{7}/.test(value.replace(/\D/g, '')) ? 'FAX' : 'NAME',
      'fax-header',
      match.index,
      match.index + value.length,
      0.75,
    )
  })
