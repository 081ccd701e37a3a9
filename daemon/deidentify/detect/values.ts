/** Reads the value that a context label promises, after the label in the text. Pure. */
import type { Finding } from '../../model/identifier.ts'
import { runFinding } from './anchors.ts'
import type { LabelHit, Shape } from './labels.ts'
import { labelHits } from './labels.ts'
import { nameFrom } from './runs.ts'
import { found, type Rule, type Scan } from './scan.ts'
import { isCapital, isPublic, tokenAt } from './token.ts'

/** No value is longer than this. */
const maxValue = 200
const fieldStop = /[\n\t|•]| {3,}|; /
const nameStop = /[\n\t|•]| {3,}/

/** Where the value must end: the line, a wide gap, a bar, or the next marked label. */
const fieldEnd = (scan: Scan, hit: LabelHit, next: LabelHit | undefined): number => {
  const rest = scan.text.slice(hit.end, hit.end + maxValue)
  const stop = (hit.label.shape === 'name' ? nameStop : fieldStop).exec(rest)?.index ?? rest.length
  const end = hit.end + stop
  return next !== undefined && next.start >= hit.end ? Math.min(end, next.start) : end
}

const idPattern =
  /["'“(*#:]{0,3}[ \t]{0,2}(?<skip>(?:[A-Za-z(][A-Za-z().&/'-]{0,17}[ \t:#-]{1,3}){0,3}?)(?<value>(?=[A-Za-z\d*/:._–—-]{0,40}\d)[A-Za-z\d*](?:[A-Za-z\d*]|[-–—_./:+](?=[A-Za-z\d*])){1,44}(?:[ ](?=\d{2,6}(?![\w/%]|[-.,]\d))\d{2,6}){0,4}(?: [A-Z](?![\w.'’]))?)/y
const dateShape =
  /^(?:(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|[12]\d|3[01])[/.-](?:19|20)?\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|\d{1,2}:\d{2})$/
const unitAfter =
  /^ ?(?:mg|mcg|ml|cc|cm|mm|kg|lbs?|%|units?|days?|weeks?|months?|years?|hours?|hrs?|min|minutes|times|pages?|tablets?|tabs?|doses?|refills?|of \d|x\b|bpm|mmhg|g\/|mmol|meq|am\b|pm\b|y\/?o)/i

const readId = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
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
  return found(hit.label.class, hit.label.rule, start, end, hit.marked && skip === '' ? 0.93 : 0.75)
}

const isIdLike = (value: string, digits: number, hit: LabelHit, skip: string): boolean => {
  if (dateShape.test(value) || (/^\d{1,3}(?:\.\d+)?$/.test(value) && !/^\d{3}$/.test(value))) return false
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

const looseDate =
  /["'“( \t]{0,3}(?<value>(?:\d{1,4}[ ]?[-/. ][ ]?\d{1,2}[ ]?[-/. ][ ]?\d{1,4}|\d{8}|\d{6}|\d{1,2}[-/]\d{2,4}|\d{1,2} ?[A-Za-z]{3,9} ?\d{2,4}))(?![\w/]|[-.]\d)/y
const birthYear = /[ \t]{0,3}(?<value>(?:18|19|20)\d{2})(?![\w/-]|\.\d)/y

const readDate = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
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

const readPhone = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
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

const ssnPattern =
  /["'( \t]{0,2}(?<value>[\dXx*#•]{3}[-–. ]{0,3}[\dXx*#•]{2}[-–. ]{0,3}\d{4}|\d{9}|\d{4})(?![\w/]|[-.]\d)/y
const zipPattern = /[ \t]{0,3}(?<value>\d{5}(?:[- ]\d{4})?)(?![\w/]|[-.]\d)/y

const readFixed =
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

const readFile = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
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

const emptyPlace =
  /^[ \t"'(]{0,3}(?:same|n\/?a|none|unknown|see|as above|home\b|self|not|patient|pending|retired|unemployed|disabled|student|on file|declined|refused|deceased|expired|snf|rehab|hospice|ltac|room|bed|left|right|bilateral|yes|no)\b/i

const readPlace = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
  if (!scan.text.slice(hit.labelEnd, hit.end).includes(':')) return null
  const value = scan.text.slice(hit.end, limit)
  const sentence = /[.;](?:\s|$)(?!\s?(?:Apt|Suite|Ste|Unit|#|[A-Z]{2}\b))/.exec(
    value.replace(/\b(?:St|Dr|Ave|Rd|Blvd|Ln|Ct|Mt|Ft|N|S|E|W|Apt|Ste|Inc|Co|Corp)\./g, found =>
      found.replace('.', ' '),
    ),
  )
  const cut = value.slice(0, Math.min(sentence?.index ?? value.length, 120)).replace(/[\s,.;:]+$/, '')
  if (cut.length < 2 || emptyPlace.test(cut) || !isPlaceLike(scan, hit, hit.end + cut.length)) return null
  return found('LOCATION', hit.label.rule, hit.end, hit.end + cut.length, 0.85)
}

const isPlaceLike = (scan: Scan, hit: LabelHit, end: number): boolean => {
  if (hit.label.rule === 'address-label' && /^["'“]?\d{1,6}\s/.test(scan.text.slice(hit.end, end)))
    return true
  for (let index = tokenAt(scan.tokens, hit.end); ; index++) {
    const token = scan.tokens[index]
    if (token === undefined || token.end > end) return false
    const known = scan.know(token.text)
    if (!isCapital(token) || isPublic(known) || known.sort === 'never') continue
    const isMedicine = (known.medical || known.drug) && known.name < 0.3 && !known.place
    if (!isMedicine && !(token.shouted && known.sort === 'word' && hit.label.rule !== 'address-label'))
      return true
  }
}

/** Labels that are everyday words as well: only a colon makes a label of them. */
const mustMark =
  /^(?:to|from|per|re|dr|md|rn|ma|cc|c\.c\.|sign|first|last|middle|name|contact|tech|dear|sender|doctor|nurse|provider|physician|signature|signed|fellow|intern|specialist|director|author|caller|family|officer|teacher|principal|coach|agent|relative|children|consulting|referring|admitting|attending|ordering|dictating|primary care|notified|interpreter|assistant|consultants?|supervisor|child|student|employee|participant|donor|driver|infant|newborn|deceased|regarding|member|subscriber|insured|client|resident|recipient|applicant|friend|sibling|siblings|twin|aliases|attention|notary|medical director|department head|coordinator|maiden name|sold to|pay to|bill to|primary|secondary|copies|referred to|refer to|released to)$/i

const doubtful =
  /^(?:to|from|per|dear|contact|sign|signed|signature|first|last|cc|family|director|sender|tech|rn|ma|home|work)$/i

/** In capitals throughout, a weak label is as good as a strong one, unless an everyday word follows. */
const expectationOf = (scan: Scan, hit: LabelHit, words: string, from: number): 'sure' | 'likely' => {
  const first = scan.tokens[from]
  if (!hit.marked || first === undefined || doubtful.test(words)) return 'likely'
  if (!hit.label.weak) return 'sure'
  return first.shouted && scan.know(first.text).sort !== 'word' ? 'sure' : 'likely'
}

const readName = (scan: Scan, hit: LabelHit, limit: number): readonly Finding[] => {
  const words = scan.letters.slice(hit.start, hit.labelEnd)
  if (!hit.marked && (mustMark.test(words) || hit.broken)) return []
  let from = tokenAt(scan.tokens, hit.end)
  const expected = expectationOf(scan, hit, words, from)
  const findings: Finding[] = []
  for (let count = 0; count < 8; count++) {
    const run = nameFrom(scan, from, limit, count === 0 ? expected : 'likely')
    if (run === null) break
    findings.push(runFinding(scan, run, hit.label.rule, expected === 'sure' ? 0.96 : 0.93))
    const joined = afterJoint(scan, run.to, limit)
    if (joined === null || !hit.marked) break
    from = joined
  }
  return findings
}

/** `John and Mary Smith`, `Lee, MD; Patel, MD`, `Ann / Bob`: the token where the next name may begin. */
const afterJoint = (scan: Scan, at: number, limit: number): number | null => {
  let index = at
  while (
    index < at + 4 &&
    /^(?:md|do|rn|np|pa|phd|facs|facc|dds|fnp|jr|sr|m|d|o|n|p|a)$/i.test(scan.tokens[index]?.text ?? '')
  )
    index++
  const token = scan.tokens[index]
  if (token === undefined || token.start > limit) return null
  if (/^(?:and|y|or)$/i.test(token.text)) return index + 1
  return /[;/&,]/.test(token.gap) && token.text.length > 1 ? index : null
}

const one = (finding: Finding | null): readonly Finding[] => (finding === null ? [] : [finding])

const readers: Readonly<Record<Shape, (scan: Scan, hit: LabelHit, limit: number) => readonly Finding[]>> = {
  id: (scan, hit, limit) => one(readId(scan, hit, limit)),
  name: readName,
  date: (scan, hit, limit) => one(readDate(scan, hit, limit)),
  phone: (scan, hit, limit) => one(readPhone(scan, hit, limit)),
  ssn: (scan, hit, limit) => one(readFixed(ssnPattern)(scan, hit, limit)),
  place: (scan, hit, limit) => one(readPlace(scan, hit, limit)),
  zip: (scan, hit, limit) => one(readFixed(zipPattern)(scan, hit, limit)),
  file: (scan, hit, limit) => one(readFile(scan, hit, limit)),
  age: () => [],
  none: () => [],
}

/** A marked label ends the field before it; a place also ends at `Phone`, `Fax` and the like. */
const ends = (hit: LabelHit, other: LabelHit): boolean =>
  other.marked ||
  (hit.label.shape === 'place' &&
    /^(?:phone|date|ssn)$/.test(other.label.shape) &&
    other.labelEnd - other.start > 2)

export const labelRule: Rule = scan => {
  const hits = labelHits(scan)
  const findings: Finding[] = []
  for (const [index, hit] of hits.entries()) {
    if (hit.broken && !hit.marked) continue
    const next = hits.slice(index + 1, index + 8).find(other => other.start > hit.start && ends(hit, other))
    findings.push(...readers[hit.label.shape](scan, hit, fieldEnd(scan, hit, next)))
  }
  return findings
}
