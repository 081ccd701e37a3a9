/** Telephone and fax numbers: 45 CFR 164.514(b)(2)(i)(D) and (E). North American forms, international forms, extensions, pagers. */
import type { Finding } from '../../../model/identifier.ts'
import { after, before, digitsIn, type Match, matching } from '../pattern.ts'
import { found, type Scan } from '../scan.ts'

const extension = '(?:[ ,]{0,2}(?:x|ext|extn|extension)\\.?:? ?\\d{1,6}\\b)?'
/** Ten digits in the usual groups; the country code, blanks around hyphens and a broken bracket are allowed. */
const national = new RegExp(
  `(?<![\\w#])(?<!\\d[-.])(?:\\+?1[-. ]{0,2})?(?:[(\\[{] ?\\d{3} ?[)\\]}1] ?[-. ]{0,2}|\\d{3} ?[-.–—/ ] ?)\\d{3} ?[-.–—  ] ?\\d{4}(?!\\d|[-.]\\d)${extension}`,
  'gi',
)
const bracketed = new RegExp(`(?<!\\w)[(]\\d{3}[)][ -]{0,3}\\d{7}(?!\\d)${extension}`, 'gi')
/** The area code apart, the rest in one. */
const joined = new RegExp(
  `(?<![\\w.,/#-])(?:\\+?1[-. ])?(?:\\d{3}[-. ]\\d{7}|\\d{6}[-. ]\\d{4})(?![\\w/]|[-.]\\d)${extension}`,
  'gi',
)
const international = /(?<![\w+])\+(?!1[-. (])\d{1,3}(?:[-. ]?\(?\d{1,5}\)?){2,6}(?!\w)/g
const vanity =
  /(?<!\w)(?:1[-. ])?8(?:00|33|44|55|66|77|88)[-. ](?:[A-Z]{7}|[A-Z0-9]{3}-[A-Z0-9]{4}|[A-Z]{2,8}-[A-Z]{2,8})(?![\w])/g
const short = /(?<![\w.,/()#-])\d{3} ?[-–.] ?\d{4}(?![\w/]|[-.]\d)/g
const plain = new RegExp(`(?<![\\w.,/-])1?[2-9]\\d{2}[2-9]\\d{6}(?![\\w,/-]|\\.\\d)${extension}`, 'gi')
const inside =
  /\b(?:ext|extn|extension|pager|beeper|bleep|voicemail|vm box|x)\.?:? {0,2}#? {0,2}(?<value>(?:\d-)?\d{3,6}|\d{3}-\d{4})\b/gi

const faxBefore =
  /(?:fax|facsimile|fx|telefax)(?: ?(?:number|no|#|line|machine|to|at))*[\s.:#)(-]*(?:is |at )?[(]?$|\bf[:.] ?[(]?$/
const faxAfter = /^[\s),]{0,3}\(?(?:fax|f)\b(?![\s.:#]{0,4}[\d(+])/
const phoneBefore =
  /(?:phone|ph|tel|telephone|cell|mobile|home|work|office|call|called|contact|reach(?:ed)?|pager|beeper|text|p|t|c|h|w|o|m|number|line|dial|direct|main|front desk|toll[- ]free|hotline|ext|voicemail|after hours)(?: ?(?:number|no|#|at|us|on|is|phone))*[\s.:#)(-]*[(]?$/

const isFax = (scan: Scan, { start, end }: Match): boolean =>
  faxBefore.test(before(scan, start, 28)) || faxAfter.test(after(scan, end, 14))

const judge =
  (score: number) =>
  (match: Match, scan: Scan): Finding =>
    isFax(scan, match)
      ? found('FAX', 'fax', match.start, match.end, Math.min(1, score + 0.05))
      : found('PHONE', 'phone', match.start, match.end, score)

/** Seven digits are a number to call unless they are a code (`NDC`, `LOINC`) or a range of a table. */
const judgeShort = (match: Match, scan: Scan): Finding | null => {
  const context = before(scan, match.start, 24)
  if (
    /(?:loinc|ndc|snomed|icd|cpt|range|ref)\W{0,3}\w{0,6}\W{0,3}$/.test(context) ||
    digitsIn(match.value).startsWith('0')
  )
    return null
  if (/^ ?(?:mg|ml|mcg|cells|units|\/ul|k\/|x10|kcal)/.test(after(scan, match.end, 8))) return null
  return isFax(scan, match)
    ? found('FAX', 'fax', match.start, match.end, 0.8)
    : found('PHONE', 'phone-short', match.start, match.end, phoneBefore.test(context) ? 0.9 : 0.7)
}

const judgePlain = (match: Match, scan: Scan): Finding | null => {
  if (isFax(scan, match)) return found('FAX', 'fax', match.start, match.end, 0.9)
  return found(
    'PHONE',
    'phone',
    match.start,
    match.end,
    phoneBefore.test(before(scan, match.start, 24)) ? 0.9 : 0.6,
  )
}

export const phoneRules = [
  matching('figures', national, judge(0.9)),
  matching('figures', bracketed, judge(0.9)),
  matching('figures', joined, judge(0.7)),
  matching('figures', international, (match, scan) =>
    digitsIn(match.value).length >= 7 ? judge(0.85)(match, scan) : null,
  ),
  matching('text', vanity, judge(0.85)),
  matching('figures', short, judgeShort),
  matching('figures', plain, judgePlain),
  // `-0.50 x 090` is a lens.
  matching('text', inside, ({ start, end }, scan) =>
    /\.\d{1,2} ?x ?$/.test(before(scan, start, 8))
      ? null
      : found('PHONE', 'phone-extension', start, end, 0.7),
  ),
]
