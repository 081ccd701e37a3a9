/**
 * Any other unique number: 45 CFR 164.514(b)(2)(i)(R). Codes that identify no one (ICD-10, CPT, HCPCS, NDC, LOINC,
 * SNOMED CT, trial registry numbers, gene and device classes) have shapes of their own and stay.
 */
import { before, digitsIn, type Match, matching } from '../pattern.ts'
import { found, type Scan } from '../scan.ts'
import { isCodeContext } from './code.ts'

const guid = /(?<![\w-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-])/gi
const oid = /(?<![\w.])[0-2](?:\.\d{1,16}){6,14}(?![\w.])/g
const hex = /(?<![\w-])(?=[a-f]{0,20}\d)(?=\d{0,20}[a-f])[0-9a-f]{24,64}(?![\w-])/gi
const parcel =
  /(?<!\w)1Z[ ]?[A-Z\d]{3}[ ]?[A-Z\d]{3}[ ]?\d{2}[ ]?\d{4}[ ]?\d{4}(?!\w)|(?<!\w)9[234]\d{2}(?: ?\d{4}){4,5} ?\d{0,2}(?!\w)/g
const employer = /(?<![\w-])\d{2}-\d{7}(?![\w-])/g
const coded =
  /(?<![\w/.])(?=[\w-]{0,24}\d)(?=[\w-]{0,24}[A-Z])(?:[A-Z]{1,8}|[A-Z\d]{2,12})(?:[-_][A-Z\d]{1,12}){1,6}(?![\w]|[-.]\d|['’])/g
const mixed =
  /(?<![\w./@-])(?:[A-Z]{1,5}\d{5,16}[A-Z]{0,3}|[A-Z]{1,3}\d{4}[A-Z]{1,3}|\d{4,12}[A-Z]{1,4}\d{0,8}|[A-Z]{2,4}\d{2,8}[A-Z]{1,4}\d{1,8})(?![\w]|[-./]\d)/g
/** Capitals and digits in no order that a word or a dose would have. */
const jumbled = /(?<![\w./@-])(?=[A-Z]{0,6}\d)(?=\d{0,6}[A-Z])[A-Z\d]{7,24}(?![\w]|[-./]\d)/g
/** A name of a user: letters that are no word, and a number. */
const handle = /(?<![\w./@+-])[a-z]{5,20}[._]?\d{1,4}(?![\w@/+-]|\.\d)/g
const hashed = /(?<![\w])#{1,2} ?(?<value>[A-Z]{0,4}[- ]?\d{4,16}(?:-\d{1,8}){0,3})(?![\w]|\.\d)/g
const long = /(?<![\w.,/$+-])\d{7,16}(?![\w/%]|[-.,]\d)/g
const grouped = /(?<![\w.,/$+-])\d{2,6}(?:-\d{2,8}){1,5}(?![\w/%]|[-.,]\d)/g

/** HCPCS and ICD-10 shapes, genes, cell markers, scores, virus names and lab tests: no more digits than these have. */
const isPublicCode = (value: string): boolean =>
  /^[A-TV-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4}|[\dA-Z]{1,2}|[\dA-Z]{3}[ADS])?$/.test(value) ||
  /^[A-V]\d{4}$/.test(value) ||
  /^NCT\d{8}$/.test(value) ||
  /^[A-Z]+-\d{1,3}$/.test(value) ||
  /^(?:[CTLS]\d{1,2}(?:-|$)){1,6}/.test(value) ||
  /^(?:ICD|CPT|HCPCS|SARS|COVID|HLA|CYP|PHQ|GAD|SF|ISO|MMR|PCV|PPSV|CKD|CMS|HCFA|UB|FDA|VIS|DSM|BI-RADS|LOINC|SNOMED|RFC|ANSI|NIOSH|AJCC|NYHA|CHA|ASCVD|HIV|HTLV|HHV|HPV)(?:-|\d|$)/.test(
    value,
  )

/** Stages of tumours, obstetric formulas, mutations and vertebrae. */
const isStage = (value: string): boolean =>
  /^[cpy]{0,3}T\w{1,2}N\d|^G\d{1,2}P\d|^(?:CYP|HLA|BRCA|KRAS|BRAF|EGFR|SARS|COVID|HER|CD|IL|H)\d|^\d{1,3}(?:MG|ML|MCG|MEQ|UNITS?)/.test(
    value,
  )

const judgeShape = (score: number, minDigits: number) => (match: Match, scan: Scan) => {
  const digits = digitsIn(match.value).length
  if (digits < minDigits || isPublicCode(match.value) || isCodeContext(scan, match)) return null
  if (digits < 5 && /\b(?:room|rm|bed|ward|unit|floor|form)\W{0,3}$/.test(before(scan, match.start, 10)))
    return null
  return found('OTHER_ID', 'id-shape', match.start, match.end, score)
}

/** National Drug Codes (4-4-2, 5-3-2, 5-4-1, 5-4-2), LOINC, CAS and spans of years are public. */
const isPublicGroup = (value: string): boolean =>
  /^(?:\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{5}-\d{4}-\d{1,2}|\d{2,5}-\d|\d{1,3}-\d{1,3}|(?:19|20)\d{2}-(?:(?:19|20)\d{2}|\d{2})|(?:[01]\d|2[0-3])[0-5]\d-(?:[01]\d|2[0-3])[0-5]\d)$/.test(
    value,
  )

export const otherRules = [
  matching('text', guid, ({ start, end }) => found('OTHER_ID', 'id-shape', start, end, 0.95)),
  matching('text', oid, ({ start, end }) => found('OTHER_ID', 'id-shape', start, end, 0.85)),
  matching('text', hex, ({ start, end }) => found('OTHER_ID', 'id-shape', start, end, 0.85)),
  matching('text', parcel, ({ start, end }) => found('OTHER_ID', 'id-shape', start, end, 0.85)),
  matching('figures', employer, ({ start, end }) => found('OTHER_ID', 'id-shape', start, end, 0.7)),
  matching('text', coded, judgeShape(0.7, 3)),
  matching('text', mixed, judgeShape(0.65, 4)),
  matching('text', jumbled, (match, scan) =>
    /\d.*[A-Z].*\d|[A-Z].*\d.*[A-Z]/.test(match.value) && !isStage(match.value)
      ? judgeShape(0.55, 2)(match, scan)
      : null,
  ),
  matching('text', handle, ({ value, start, end }, scan) => {
    const known = scan.know(/^[a-z]+/.exec(value)?.[0] ?? '')
    const isWord = known.ordinary > 0 || known.medical || known.drug
    return isWord ? null : found('OTHER_ID', 'user-name', start, end, 0.5)
  }),
  matching('text', hashed, judgeShape(0.6, 4)),
  matching('figures', long, judgeShape(0.55, 7)),
  matching('figures', grouped, (match, scan) =>
    isPublicGroup(match.value) ? null : judgeShape(0.55, 6)(match, scan),
  ),
]
