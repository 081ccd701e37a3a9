/**
 * Codes of public systems on a page: ICD-10-CM, CPT, HCPCS level II, NDC, LOINC, CVX. A code is taken only in the form of
 * its system, and where its form is also that of other numbers, only under its label. A code that touches an
 * identifier is none. Pure; gives nothing that `filingShapes` does not allow.
 */
import { type CodeField, type CodeSystem, filingShapes } from '../../model/filing.ts'
import type { Page } from '../../model/page.ts'
import { type Label, labelFinder } from './context.ts'
import { icd10Of } from './icd.ts'

export type FilingPage = Pick<Page<'detected'>, 'number' | 'words' | 'text' | 'findings' | 'dpi'>

/** Read less surely than this, a word is no field: it stays masked on the page as well. */
const leastWordConfidence = 0.5

type Code = { readonly system: CodeSystem; readonly code: string; readonly score: number }

const figures = (text: string): string => text.replace(/[OoQ]/g, '0').replace(/[Il|i]/g, '1')

/** CPT categories I to III by their ranges (AMA, CPT 2024): anaesthesia, surgery, radiology, laboratory, medicine. */
const isCpt = (code: string): boolean => {
  if (/^\d{4}[FTU]$/.test(code)) return true
  const number = Number(code)
  const ranges = [
    [100, 1999],
    [10004, 69990],
    [70010, 79999],
    [80047, 89398],
    [90281, 99607],
  ] as const
  return /^\d{5}$/.test(code) && ranges.some(([from, to]) => number >= from && number <= to)
}

/** LOINC's check digit, modulus 10 (LOINC Users' Guide, appendix B); the same sum as Luhn's. */
const isLoinc = (code: string): boolean => {
  const digits = code.replace('-', '')
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const value = at % 2 === 1 ? digit * 2 : digit
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

/**
 * Eleven figures as 5-4-2, ten as 4-4-2, 5-3-2 or 5-4-1 (21 CFR 207.33; FHIR R4, NDC): always given as 5-4-2. Only under
 * its label: a licence or an account may be written in the same groups.
 */
const ndcOf = (text: string): string | null => {
  const [, labeler = '', product = '', pack = ''] = /^(\d{4,5})-(\d{3,4})-(\d{1,2})$/.exec(text) ?? []
  const length = labeler.length + product.length + pack.length
  if (length === 10 || length === 11)
    return `${labeler.padStart(5, '0')}-${product.padStart(4, '0')}-${pack.padStart(2, '0')}`
  return /^\d{11}$/.test(text) ? `${text.slice(0, 5)}-${text.slice(5, 9)}-${text.slice(9)}` : null
}

const diagnosisIn = (text: string, label: Label | null): Code | null => {
  const found = icd10Of(text)
  if (found === null) return null
  const labelled = label === 'diagnosis'
  // Without a label the point must be there, nothing misread, and no letter of an external cause: `W11.1` may be a part of anything.
  if (!labelled && (!/^[A-TZ]\d[\dAB]\.[\dA-Z]{1,4}$/.test(text) || label !== null)) return null
  const score = labelled ? (found.misread ? 0.8 : 0.97) : 0.8
  return { system: 'icd-10-cm', code: found.code, score }
}

const procedureIn = (text: string): Code | null => {
  const [bare = ''] = text.toUpperCase().split('-')
  if (filingShapes.hcpcs.test(bare)) return { system: 'hcpcs', code: bare, score: 0.93 }
  const last = bare.at(-1) ?? ''
  const code = /[FTU]/.test(last) ? figures(bare.slice(0, -1)) + last : figures(bare)
  return isCpt(code) ? { system: 'cpt', code, score: code === bare ? 0.95 : 0.8 } : null
}

const codeIn = (text: string, label: Label | null): Code | null => {
  if (label === 'ndc') {
    const code = ndcOf(text)
    return code === null ? null : { system: 'ndc', code, score: 0.97 }
  }
  if (label === 'procedure') {
    const code = procedureIn(text)
    if (code !== null) return code
  }
  if (label === 'loinc' && filingShapes.loinc.test(text) && isLoinc(text))
    return { system: 'loinc', code: text, score: 0.97 }
  if (label === 'cvx' && /^\d{2,3}$/.test(text)) return { system: 'cvx', code: text, score: 0.9 }
  return diagnosisIn(text, label)
}

const candidate = /[A-Za-z\d|][A-Za-z\d|.-]*[A-Za-z\d|]/g
const stateOrZip = /(?:\b[A-Z]{2}|\bzip(?: code)?:?)\s*$/i

type Piece = {
  readonly text: string
  readonly start: number
  readonly word: number
  readonly confidence: number
}

/** What may be a code: parts of words read well enough, with a figure in them, that touch no identifier. */
const piecesOf = ({ words, text, findings }: FilingPage): Piece[] =>
  words.flatMap((word, at) => {
    const from = text.spans[at]?.start ?? 0
    if (word.confidence < leastWordConfidence || word.text.length > 60 || !/[\dOIl|]/.test(word.text))
      return []
    const pieces = [...word.text.matchAll(candidate)].map(match => ({
      text: match[0],
      start: from + match.index,
      word: at,
      confidence: word.confidence,
    }))
    return pieces.filter(
      ({ start, text: piece }) =>
        !findings.some(finding => finding.start < start + piece.length && start < finding.end),
    )
  })

/** In the order of the page, each code once. */
export const codesOf = (page: FilingPage): CodeField[] => {
  const labelAt = labelFinder(page.words, page.dpi)
  const codes = new Map<string, CodeField>()
  for (const piece of piecesOf(page)) {
    const found = codeIn(piece.text, labelAt(piece.word))
    if (found === null || !filingShapes[found.system].test(found.code)) continue
    const before = page.text.text.slice(Math.max(0, piece.start - 12), piece.start)
    if (found.system === 'cpt' && stateOrZip.test(before)) continue
    const confidence = Number(Math.min(found.score, piece.confidence).toFixed(3))
    const key = `${found.system} ${found.code}`
    if ((codes.get(key)?.confidence ?? -1) < confidence)
      codes.set(key, { system: found.system, code: found.code, page: page.number, confidence })
  }
  return [...codes.values()]
}
