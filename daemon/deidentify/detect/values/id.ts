/** Reads the number or the code behind a label. Pure. */
import type { Finding } from '../../../model/identifier.ts'
import type { LabelHit } from '../labels.ts'
import { found, type Scan } from '../scan.ts'

const idPattern =
  /["'“(*#:]{0,3}[ \t]{0,2}(?<skip>(?:[A-Za-z(][A-Za-z().&/'-]{0,17}[ \t:#-]{1,3}){0,3}?)(?<value>(?:[A-Z]{1,4}[ ](?=[A-Z]{0,2}\d{2}))?(?=[A-Za-z\d*/:._–—-]{0,40}\d)[A-Za-z\d*](?:[A-Za-z\d*]|[-–—_./:+](?=[A-Za-z\d*])){1,44}(?:[ ](?:\d{2,7}[A-Z]?|[A-Z]\d{3,8})(?![\w/%]|[-.,]\d)){0,4}(?: [A-Z](?![\w.'’]))?)/y
export const dateShape =
  /^(?:(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|[12]\d|3[01])[/.-](?:19|20)?\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|\d{1,2}:\d{2})$/
const unitAfter =
  /^ ?(?:mg|mcg|ml|cc|cm|mm|kg|lbs?|%|units?|days?|weeks?|months?|years?|hours?|hrs?|min|minutes|times|pages?|tablets?|tabs?|doses?|refills?|of \d|x\b|bpm|mmhg|g\/|mmol|meq|am\b|pm\b|y\/?o)/i

export const readId = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
  idPattern.lastIndex = hit.end
  const match = idPattern.exec(scan.text)
  const value = match?.groups?.value
  if (match === null || value === undefined) return null
  const skip = match.groups?.skip ?? ''
  const end = match.index + match[0].length
  const start = end - value.length
  const digits = scan.figures.slice(start, end).replace(/\D/g, '').length
  if (start >= limit || !isIdLike(value, digits, hit, skip) || unitAfter.test(scan.text.slice(end, end + 10)))
    return null
  const score = hit.marked && skip === '' ? 0.93 : 0.75
  return isOfPatient(scan, hit)
    ? found('MRN', 'mrn-label', start, end, score)
    : found(hit.label.class, hit.label.rule, start, end, score)
}

/** `Patient: Rosa Delgado   ID: 448219`: a bare `ID` beside the patient's name is the record's number. */
const isOfPatient = (scan: Scan, hit: LabelHit): boolean =>
  hit.label.class === 'OTHER_ID' &&
  /^(?:id|i\.d\.|identification)\W*(?:no|number|num|nbr|#)?\W*$/i.test(
    scan.letters.slice(hit.start, hit.labelEnd),
  ) &&
  /\b(?:patient|pt|name|client|resident|dob)\b[^\n]{0,60}\n?[^\n]{0,20}$/i.test(
    scan.letters.slice(Math.max(0, hit.start - 90), hit.start),
  )

const isIdLike = (value: string, digits: number, hit: LabelHit, skip: string): boolean => {
  if (dateShape.test(value) || (/^\d{1,3}(?:\.\d{1,3})?$/.test(value) && !/^\d{3}$/.test(value))) return false
  if (/^(?:[A-Z]{1,4} )?\d{1,3}\.\d{1,2}(?: [A-Z])?$|^[A-Z] \d{1,3}(?: [A-Z])?$/.test(value)) return false
  if (/^(?:19|20)\d{2}$/.test(value) && (skip !== '' || !hit.marked || hit.label.weak)) return false
  if (/^\d{1,3}[/-]\d{1,3}$/.test(value)) return false
  const needed = hit.label.weak ? 3 : 1
  if (!hit.marked)
    return (
      !hit.label.weak &&
      (digits >= 4 ||
        (skip === '' && digits >= 1 && /^[A-Z\d-]{5,}$/.test(value) && /[A-Z].*[A-Z]/.test(value)))
    )
  if (skip !== '') return digits >= 4
  return digits >= needed && value.length >= 3
}

export const codePattern = /["'( \t]{0,3}(?<value>(?:[A-Z\d][A-Z\d-]{1,19}|\d{4,10}))(?![\w])/y
export const handlePattern = /["'( \t]{0,3}(?<value>[\w.@+-]{3,64})(?!\w)/y

/** A word that the label makes a value, whatever its letters. */
export const readWord =
  (pattern: RegExp) =>
  (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
    pattern.lastIndex = hit.end
    const match = pattern.exec(scan.text)
    const value = match?.groups?.value
    if (match === null || value === undefined || match.index + match[0].length > limit) return null
    if (pattern === handlePattern && !hit.marked && !/\d/.test(value)) return null
    if (/^(?:none|unknown|n\/?a|yes|no|id|number|name|mg|ml)$/i.test(value)) return null
    const end = match.index + match[0].length
    return found(hit.label.class, hit.label.rule, end - value.length, end, hit.marked ? 0.9 : 0.75)
  }
