/**
 * The structured fields that a gateway files a document by, made from what `detect` found and why. Each leaves as a
 * token or as a general value, as the policy says of its class; a masked class gives none. Pure: the tokeniser is given.
 */
import type { ClassTreatment, Field, Finding, IdentifierClass } from '../model/identifier.ts'
import type { Page } from '../model/page.ts'

/** What `tokenise` offers. */
export type FieldTokeniser = {
  readonly token: (value: string, identifierClass: IdentifierClass) => string
  readonly generalise: (value: string, identifierClass: IdentifierClass) => string | null
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

const treated = (
  value: string,
  identifierClass: IdentifierClass,
  treatment: ClassTreatment,
  tokeniser: FieldTokeniser,
): string | null => {
  if (treatment === 'mask') return null
  return treatment === 'token'
    ? tokeniser.token(value, identifierClass)
    : tokeniser.generalise(value, identifierClass)
}

/** In the order of the pages and of their text; of equal fields of one page, the surest. */
export const fieldsOf = (
  pages: readonly Page<'detected'>[],
  treatments: Readonly<Record<IdentifierClass, ClassTreatment>>,
  tokeniser: FieldTokeniser,
): Field[] => {
  const fields = new Map<string, Field>()
  for (const page of pages)
    for (const finding of page.findings) {
      const found = fieldOf(finding, page.text.text.slice(finding.start, finding.end))
      const treatment = treatments[finding.class]
      if (found === null || treatment === 'mask') continue
      const value = treated(found.value, finding.class, treatment, tokeniser)
      if (value === null) continue
      const key = `${page.number} ${found.name} ${value}`
      const before = fields.get(key)
      if (before !== undefined && before.confidence >= finding.score) continue
      const common = { name: found.name, class: finding.class, page: page.number, confidence: finding.score }
      fields.set(key, { ...common, value, treatment })
    }
  return [...fields.values()]
}
