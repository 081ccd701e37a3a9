/**
 * The structured fields that a gateway files a document by, made from what `detect` found and why. Each leaves as a
 * token or as a general value, as the policy says of its class; a masked class gives none. Pure: the tokeniser is given.
 */
import type { ClassTreatment, Field, Finding, IdentifierClass } from '../model/identifier.ts'
import type { Page } from '../model/page.ts'

/** A field as it was found, its value in clear. */
type FoundField = { readonly name: Field['name']; readonly class: IdentifierClass; readonly value: string }

/** What `tokenise` offers: the treatments for one document, whose fields tell the patient. Null where nothing may leave. */
export type FieldTokeniser = {
  readonly forDocument: (
    found: readonly FoundField[],
  ) => (
    field: Pick<FoundField, 'class' | 'value'>,
    treatment: ClassTreatment,
  ) => Pick<Field, 'value' | 'treatment'> | null
}

const byRule: Readonly<Record<string, Field['name']>> = {
  'name-label-patient': 'patient-name',
  'name-label-provider': 'provider-name',
  'name-title-provider': 'provider-name',
  'name-credential': 'provider-name',
  'date-birth': 'birth-date',
  'date-service': 'service-date',
}

const byClass: Partial<Record<IdentifierClass, Field['name']>> = {
  MRN: 'mrn',
  PHONE: 'phone',
  HEALTH_PLAN: 'health-plan-id',
  ACCOUNT: 'account',
  AGE_90: 'age',
}

const zipCode = /(?<!\d)\d{5}(?:-\d{4})?(?![\d-])/g

/** The field that a finding is, and the part of its text that is the value. */
const fieldOf = (
  finding: Finding,
  text: string,
): { readonly name: Field['name']; readonly value: string } | null => {
  if (finding.class === 'LOCATION') {
    // A house number may have five digits as well: the ZIP code stands last.
    const value = text.match(zipCode)?.at(-1)
    const isWhole = /^(?:zip|zip-label|address|address-label|po-box|city-state)$/.test(finding.rule)
    return value !== undefined && isWhole && text.trimEnd().endsWith(value) ? { name: 'zip', value } : null
  }
  const name = byRule[finding.rule] ?? byClass[finding.class]
  return name === undefined ? null : { name, value: text }
}

/** Every finding that is a field, with its page. */
const foundOn = (pages: readonly Page<'detected'>[]) =>
  pages.flatMap(page =>
    page.findings.flatMap(finding => {
      const found = fieldOf(finding, page.text.text.slice(finding.start, finding.end))
      const { class: identifierClass, score } = finding
      return found === null
        ? []
        : [{ ...found, class: identifierClass, page: page.number, confidence: score }]
    }),
  )

/** In the order of the pages and of their text; of equal fields of one page, the surest. */
export const fieldsOf = (
  pages: readonly Page<'detected'>[],
  treatments: Readonly<Record<IdentifierClass, ClassTreatment>>,
  tokeniser: FieldTokeniser,
): Field[] => {
  const found = foundOn(pages)
  const treat = tokeniser.forDocument(found)
  const fields = new Map<string, Field>()
  for (const { name, value, class: identifierClass, page, confidence } of found) {
    const treated = treat({ class: identifierClass, value }, treatments[identifierClass])
    if (treated === null) continue
    const key = `${page} ${name} ${treated.value}`
    const before = fields.get(key)
    if (before !== undefined && before.confidence >= confidence) continue
    fields.set(key, { name, class: identifierClass, page, confidence, ...treated })
  }
  return [...fields.values()]
}
