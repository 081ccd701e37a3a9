/** Reads values of a fixed form behind a label: dates, telephones, social security numbers, ZIP codes, files. Pure. */
import type { Finding } from '../../../model/identifier.ts'
import type { LabelHit } from '../labels.ts'
import { found, type Scan } from '../scan.ts'
import { dateShape } from './id.ts'

const looseDate =
  /["'“( \t]{0,3}(?<value>(?:\d{1,4}[ ]?[-/. ][ ]?\d{1,2}[ ]?[-/. ][ ]?\d{1,4}|\d{8}|\d{6}|\d{1,2}[-/]\d{2,4}|\d{1,2} ?[A-Za-z]{3,9} ?\d{2,4}))(?![\w/]|[-.]\d)/y
const birthYear = /[ \t]{0,3}(?<value>(?:18|19|20)\d{2})(?![\w/-]|\.\d)/y

export const readDate = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
  if (!hit.marked && hit.label.rule !== 'date-birth') return null
  const isBirth = hit.label.rule === 'date-birth'
  for (const pattern of isBirth ? [looseDate, birthYear] : [looseDate]) {
    pattern.lastIndex = hit.end
    const match = pattern.exec(scan.figures)
    const value = match?.groups?.value
    if (match === null || value === undefined || match.index + match[0].length > limit) continue
    if (!isBirth && /^\d{6}$|^\d{8}$/.test(value)) continue
    const end = match.index + match[0].length
    return found('DATE', hit.label.rule, end - value.length, end, 0.95)
  }
  return null
}

const phonePattern =
  /["'( \t]{0,2}(?<value>[+(]?\d[\d() ./–-]{5,20}\d(?:[ ,]{0,2}(?:x|ext\.?) ?\d{1,6})?)(?![\w])/y

export const readPhone = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
  if (!hit.marked && hit.labelEnd - hit.start < 3) return null
  phonePattern.lastIndex = hit.end
  const match = phonePattern.exec(scan.figures)
  const value = match?.groups?.value
  if (match === null || value === undefined) return null
  const digits = value.replace(/\D/g, '').length
  const end = match.index + match[0].length
  if (
    end > limit ||
    digits < 7 ||
    digits > 15 ||
    /^\d{1,2}\/\d{1,2}\/\d{2,4}/.test(value) ||
    /^\d{4}-\d\d-\d\d/.test(value)
  )
    return null
  return found(hit.label.class, hit.label.rule, end - value.length, end, 0.93)
}

export const ssnPattern =
  /["'( \t]{0,2}(?<value>[\dXx*#•]{3}[-–. ]{0,3}[\dXx*#•]{2}[-–. ]{0,3}\d{4}|\d{9}|\d{4})(?![\w/]|[-.]\d)/y
export const zipPattern = /[ \t]{0,3}(?<value>\d{5}(?:[- ]\d{4})?)(?![\w/]|[-.]\d)/y

export const readFixed =
  (pattern: RegExp) =>
  (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
    pattern.lastIndex = hit.end
    const match = pattern.exec(scan.figures)
    const value = match?.groups?.value
    if (match === null || value === undefined || match.index + match[0].length > limit) return null
    const end = match.index + match[0].length
    return found(hit.label.class, hit.label.rule, end - value.length, end, 0.95)
  }

const filePattern = /["'“( \t]{0,3}(?<value>(?=[\w.-]{0,80}[\d._-])[A-Za-z\d#][\w.#-]{2,80}[\w])/y

export const readFile = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
  filePattern.lastIndex = hit.end
  const match = filePattern.exec(scan.text)
  const value = match?.groups?.value
  if (!hit.marked || match === null || value === undefined || match.index + match[0].length > limit)
    return null
  if (dateShape.test(value) || (!/\d/.test(value) && !/\./.test(value)) || /^[A-Za-z]+\.$/.test(value))
    return null
  const end = match.index + match[0].length
  return found(hit.label.class, hit.label.rule, end - value.length, end, 0.85)
}
