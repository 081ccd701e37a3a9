/**
 * What a gateway files a document by and what identifies nobody, so that it leaves in clear: the kind of document, codes
 * of public systems, and medications. Every value is of a closed grammar written here, so that no word of a page
 * can be one: a code has the form of its system, a medication is made of dictionary words and of numbers with units.
 */
import { documentKinds, type KindGuess } from './kind.ts'

export const codeSystems = ['icd-10-cm', 'cpt', 'hcpcs', 'ndc', 'loinc', 'cvx'] as const
export type CodeSystem = (typeof codeSystems)[number]

/** The URIs of the systems in FHIR R4 (terminologies-systems; HL7 Terminology for HCPCS level II). */
export const systemUris: Readonly<Record<CodeSystem, string>> = {
  'icd-10-cm': 'http://hl7.org/fhir/sid/icd-10-cm',
  cpt: 'http://www.ama-assn.org/go/cpt',
  hcpcs: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  ndc: 'http://hl7.org/fhir/sid/ndc',
  loinc: 'http://loinc.org',
  cvx: 'http://hl7.org/fhir/sid/cvx',
}

export const codeNames = {
  'icd-10-cm': 'diagnosis-code',
  cpt: 'procedure-code',
  hcpcs: 'procedure-code',
  ndc: 'drug-code',
  loinc: 'observation-code',
  cvx: 'vaccine-code',
} as const satisfies Readonly<Record<CodeSystem, string>>

/** A code of a public system, as it leaves: with its point or hyphens, letters in capitals. */
export type CodeField = {
  readonly system: CodeSystem
  readonly code: string
  readonly page: number
  /** 0…1. */
  readonly confidence: number
}

/** A medication in normal words. Only the drug is always known. */
export type MedicationField = {
  /** One to four words of the drug dictionary, in small letters. */
  readonly drug: string
  /** `500 mg`, `10-325 mg`, `5 mg/ml`, `0.05 %`. */
  readonly strength: string | null
  readonly form: MedicationForm | null
  readonly route: MedicationRoute | null
  /** `twice daily`, `every 8 hours`, `as needed`, joined by a comma where there are two. */
  readonly frequency: string | null
  readonly page: number
  /** 0…1. */
  readonly confidence: number
}

export type Filing = {
  readonly kind: KindGuess
  readonly codes: readonly CodeField[]
  readonly medications: readonly MedicationField[]
}

export const noFiling: Filing = { kind: { kind: 'unknown', confidence: 0 }, codes: [], medications: [] }

export const medicationForms = [
  'tablet',
  'capsule',
  'solution',
  'suspension',
  'syrup',
  'injection',
  'cream',
  'ointment',
  'gel',
  'lotion',
  'patch',
  'inhaler',
  'spray',
  'drops',
  'suppository',
  'powder',
  'pen',
  'vial',
  'nebule',
  'film',
  'lozenge',
  'foam',
  'shampoo',
] as const
export type MedicationForm = (typeof medicationForms)[number]

export const medicationRoutes = [
  'oral',
  'intravenous',
  'intramuscular',
  'subcutaneous',
  'topical',
  'inhaled',
  'sublingual',
  'rectal',
  'vaginal',
  'ophthalmic',
  'otic',
  'nasal',
  'transdermal',
] as const
export type MedicationRoute = (typeof medicationRoutes)[number]

export const strengthUnits = [
  'mg',
  'mcg',
  'g',
  'kg',
  'ml',
  'units',
  'meq',
  '%',
  'mg/ml',
  'mcg/ml',
  'units/ml',
  'meq/ml',
  'mcg/actuation',
  'mcg/hr',
  'mg/hr',
  'mg/5 ml',
  'iu',
] as const

const amount = '\\d{1,6}(?:\\.\\d{1,3})?'
const unit = strengthUnits
  .toSorted((one, two) => two.length - one.length)
  .map(text => text.replace(/[/%]/g, '\\$&'))
  .join('|')
const often =
  '(?:once|twice|three times|four times|five times) (?:daily|weekly)|every (?:[1-9]|[1-6]\\d|72)(?:-(?:[1-9]|[1-6]\\d|72))? (?:hours|minutes|days|weeks|months)|every other day|every (?:morning|evening|night)|at bedtime|with meals|before meals|after meals|as needed|as directed'

/** The grammars. A value that does not match the whole of its own must never leave. */
export const filingShapes = {
  'icd-10-cm': /^[A-Z]\d[\dAB](?:\.[\dA-Z]{1,4})?$/,
  cpt: /^\d{4}[\dFTU]$/,
  hcpcs: /^[AC-HJ-MP-V]\d{4}$/,
  ndc: /^\d{5}-\d{4}-\d{2}$/,
  loinc: /^\d{3,7}-\d$/,
  cvx: /^\d{1,3}$/,
  drug: /^[a-z][a-z0-9-]{1,30}(?: [a-z][a-z0-9-]{1,30}){0,3}$/,
  strength: new RegExp(`^${amount}(?:[-/]${amount}){0,2} (?:${unit})$`),
  frequency: new RegExp(`^(?:${often})(?:, (?:${often}))?$`),
} as const

const isAmong = (list: readonly string[], value: string | null): boolean =>
  value === null || list.includes(value)
const isShare = (value: number): boolean => value >= 0 && value <= 1

/** True where nothing in it could be text of a page, but for the drug's words, which only a dictionary can tell. */
export const isClosedFiling = ({ kind, codes, medications }: Filing): boolean =>
  documentKinds.includes(kind.kind) &&
  isShare(kind.confidence) &&
  codes.every(({ system, code, confidence }) => filingShapes[system].test(code) && isShare(confidence)) &&
  medications.every(
    one =>
      filingShapes.drug.test(one.drug) &&
      (one.strength === null || filingShapes.strength.test(one.strength)) &&
      (one.frequency === null || filingShapes.frequency.test(one.frequency)) &&
      isAmong(medicationForms, one.form) &&
      isAmong(medicationRoutes, one.route) &&
      isShare(one.confidence),
  )
