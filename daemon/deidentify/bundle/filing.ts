/**
 * Kind, codes and medications in the words of FHIR R4: the type of the DocumentReference, and what each code or medication
 * says as extensions of a `Basic`. Pure; every value is of the closed grammars of `model/filing.ts`.
 */
import {
  type CodeField,
  codeNames,
  type Filing,
  type MedicationField,
  noFiling,
  systemUris,
} from '../../model/filing.ts'
import type { DocumentKind } from '../../model/kind.ts'

type Coding = { readonly system: string; readonly code: string; readonly display?: string }

/** Document types of LOINC, where there is one that says the same. */
const loincTypes: Partial<Readonly<Record<DocumentKind, readonly [code: string, display: string]>>> = {
  referral: ['57133-1', 'Referral note'],
  lab: ['11502-2', 'Laboratory report'],
  'insurance-card': ['64290-0', 'Health insurance card'],
  prescription: ['57833-6', 'Prescription for medication'],
  'discharge-summary': ['18842-5', 'Discharge summary'],
  radiology: ['18748-4', 'Diagnostic imaging study'],
  immunisation: ['11369-6', 'History of Immunization'],
  consent: ['59284-0', 'Consent Document'],
  'medication-list': ['10160-0', 'History of Medication use'],
  letter: ['51852-2', 'Letter'],
  'progress-note': ['11506-3', 'Progress note'],
}

const absent: Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  code: 'unknown',
  display: 'Unknown',
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000

/** `DocumentReference.type`: LOINC's code where there is one, and always the box's own. */
export const documentType = ({ kind: { kind } }: Filing = noFiling): { readonly coding: Coding[] } => {
  if (kind === 'unknown') return { coding: [absent] }
  const [code, display] = loincTypes[kind] ?? []
  return {
    coding: [
      ...(code === undefined || display === undefined ? [] : [{ system: 'http://loinc.org', code, display }]),
      { system: 'urn:cordon:document-kind', code: kind },
    ],
  }
}

/** How sure the box is of the kind; nothing where it is unknown. */
export const kindExtension = ({ kind }: Filing = noFiling) =>
  kind.kind === 'unknown'
    ? []
    : [{ url: 'urn:cordon:kind-confidence', valueDecimal: rounded(kind.confidence) }]

const placed = ({ page, confidence }: { readonly page: number; readonly confidence: number }) => [
  { url: 'urn:cordon:page', valuePositiveInt: page },
  { url: 'urn:cordon:confidence', valueDecimal: rounded(confidence) },
]

const named = (name: string) => ({ coding: [{ system: 'urn:cordon:field', code: name }] })

const codeFacts = (one: CodeField) => ({
  extension: [
    ...placed(one),
    { url: 'urn:cordon:coding', valueCoding: { system: systemUris[one.system], code: one.code } },
  ],
  code: named(codeNames[one.system]),
})

const medicationFacts = (one: MedicationField) => {
  const parts = (['drug', 'strength', 'form', 'route', 'frequency'] as const).flatMap(name => {
    const value = one[name]
    return value === null ? [] : [{ url: name, valueString: value }]
  })
  return {
    extension: [...placed(one), { url: 'urn:cordon:medication', extension: parts }],
    code: { ...named('medication'), text: parts.map(({ valueString }) => valueString).join(' ') },
  }
}

/** What each `Basic` holds beside its id and labels, with the last part of its name. */
export const filedFacts = ({ codes, medications }: Filing = noFiling) => [
  ...codes.map((one, at) => ({ name: `code-${at + 1}`, facts: codeFacts(one) })),
  ...medications.map((one, at) => ({ name: `medication-${at + 1}`, facts: medicationFacts(one) })),
]
