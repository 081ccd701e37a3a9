/**
 * The line that a fax machine prints on top of each page (T.30 leaves its form to the maker): the transmitting
 * subscriber, a date, a number and `P. 1/3`. Everything in it that names someone is masked; time and page count stay.
 */
import type { Finding } from '../../../model/identifier.ts'
import { isCapital, tokenAt } from '../runs.ts'
import { found, lineEnd, lineStart, type Rule } from '../scan.ts'
import { months, weekdays } from '../words.ts'

const pageCount = /(?:\b(?:P|PG|Page|PAGE|p|pg)\.? ?\d{1,4} ?(?:\/|of|OF) ?\d{1,4}|\b(?:P|PG)\.? ?\d{3,4}\/\d{3,4}|\bP\. ?\d{1,3}|(?<![\d/])\d{3}\/\d{3}(?!\d))(?![\w/])/g
const hasTime = /\b(?:[01]?\d|2[0-3]):[0-5]\d\b/
const hasSource = /\b(?:FROM|From|FAX|Fax|TO|To|TEL|ID|TSI|RightFax|Remote|CSID)\b|\d{3}[-. )]{1,2}\d{3}[-. ]\d{4}|\d{10,11}/
const keep = /^(?:from|to|fax|page|pg|p|id|tel|am|pm|date|time|of|station|sender|rightfax|remote|csid|tsi|duration|received|sent|via|fax server|server|no|number|est|pst|cst|mst|edt|pdt|cdt|mdt|gmt|utc|dr|mr|mrs|ms|md|do|rn|attn|re|pages?)$/i

export const faxHeaderRule: Rule = scan => {
  const findings: Finding[] = []
  for (const match of scan.text.matchAll(pageCount)) {
    const [start, end] = [lineStart(scan.text, match.index), lineEnd(scan.text, match.index)]
    const line = scan.text.slice(start, end)
    if (line.length > 160 || !hasTime.test(line) || !hasSource.test(line)) continue
    let from = -1
    let last = -1
    const close = (): void => {
      if (from >= 0) findings.push(found('LOCATION', 'fax-header', from, last, 0.7))
      from = -1
    }
    for (let index = tokenAt(scan.tokens, start); ; index++) {
      const token = scan.tokens[index]
      if (token === undefined || token.start >= end) break
      const lower = token.text.toLowerCase()
      const isKept = !token.alphabetic || !isCapital(token) || keep.test(lower) || months.has(lower) || weekdays.has(lower)
      if (isKept || (from >= 0 && !/^[ .,&'’-]{1,3}$/.test(token.gap))) close()
      if (isKept) continue
      if (from < 0) from = token.start
      last = token.end
    }
    close()
  }
  return findings
}

const subscriber = /(?<=\b(?:TSI|CSID|CSI|Remote ID|Station ID|Fax ID|From Fax)[:# ]{1,3})(?<value>\+?[\dA-Z][\dA-Z ().-]{5,24})(?=$|\n| {2}|\t|\|)/g

export const subscriberRule: Rule = scan =>
  [...scan.text.matchAll(subscriber)].map(match => {
    const value = (match.groups?.value ?? '').trimEnd()
    return found(/\d{7}/.test(value.replace(/\D/g, '')) ? 'FAX' : 'NAME', 'fax-header', match.index, match.index + value.length, 0.75)
  })
