/**
 * Reads what a document is filed by and that identifies nobody: its kind, the codes and the medications on it. All of it
 * is optional: a box that could not tell says nothing.
 */
import { type Extensions, type NestedExtensions, numberOf } from './extensions.ts'
import { GatewayFault } from './fault.ts'

/** What the box takes a document for: its own word for it, LOINC's document type where there is one, and how sure it is. */
export type ManifestKind = {
  readonly kind: string
  readonly loinc: string | null
  readonly confidence: number
}

/** A code that stands on the document, in clear: `system` is the URI of FHIR R4. */
export type ManifestCode = {
  /** `diagnosis-code`, `procedure-code`, `drug-code`, `observation-code`, `vaccine-code`. */
  readonly name: string
  readonly system: string
  readonly code: string
  readonly page: number
  readonly confidence: number
}

/** A medication that stands on the document, in clear and in normal words; null where it was not read. */
export type ManifestMedication = {
  readonly drug: string
  readonly strength: string | null
  readonly form: string | null
  readonly route: string | null
  readonly frequency: string | null
  readonly page: number
  readonly confidence: number
}

type Coding = { readonly system: string; readonly code: string }
type Basic = { readonly extension: NestedExtensions; readonly code: { readonly coding: readonly Coding[] } }
type Typed = {
  readonly extension: Extensions
  readonly type?: { readonly coding: readonly Coding[] } | undefined
}

const extensionOf = ({ extension: list }: Basic, url: string) => list.find(one => one.url === url)

/** A code or a medication: in clear, and no field of the patient's. */
export const isFiled = (basic: Basic): boolean =>
  ['urn:cordon:coding', 'urn:cordon:medication'].some(url => extensionOf(basic, url) !== undefined)

const placeOf = ({ extension: list }: Basic) => ({
  page: numberOf(list, 'urn:cordon:page') ?? 0,
  confidence: numberOf(list, 'urn:cordon:confidence') ?? 0,
})

export const readCode = (basic: Basic): ManifestCode[] => {
  const value = extensionOf(basic, 'urn:cordon:coding')?.valueCoding
  return value === undefined ? [] : [{ name: basic.code.coding[0]!.code, ...value, ...placeOf(basic) }]
}

export const readMedication = (basic: Basic): ManifestMedication[] => {
  const parts = extensionOf(basic, 'urn:cordon:medication')?.extension
  if (parts === undefined) return []
  const part = (name: string) => parts.find(one => one.url === name)?.valueString ?? null
  const drug = part('drug')
  if (drug === null) throw new GatewayFault('bad-bundle')
  return [
    {
      drug,
      strength: part('strength'),
      form: part('form'),
      route: part('route'),
      frequency: part('frequency'),
      ...placeOf(basic),
    },
  ]
}

export const readKind = ({ type, extension: list }: Typed): ManifestKind | null => {
  const code = (system: string) => type?.coding.find(one => one.system === system)?.code ?? null
  const kind = code('urn:cordon:document-kind')
  const confidence = numberOf(list, 'urn:cordon:kind-confidence') ?? 0
  return kind === null ? null : { kind, loinc: code('http://loinc.org'), confidence }
}
