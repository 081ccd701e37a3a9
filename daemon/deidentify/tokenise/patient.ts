/** Whose document it is, as one opaque text from its tokens: the same for every document of the patient. Pure. */
import type { Field } from '../../model/identifier.ts'

type Named = { readonly name: Field['name']; readonly token: string }

/**
 * The token of the one medical record number; without one, those of the one patient's name and the one birth date.
 * Null where the document tells nobody, or more than one: dates of two people must not be moved alike by mistake.
 */
export const patientOf = (fields: readonly Named[]): string | null => {
  const tokensOf = (name: Field['name']) => [
    ...new Set(fields.filter(field => field.name === name).map(({ token }) => token)),
  ]
  const [numbers, names, births] = [tokensOf('mrn'), tokensOf('patient-name'), tokensOf('birth-date')]
  if (numbers.length > 1 || births.length > 1) return null
  if (numbers.length === 1) return `mrn ${numbers[0]}`
  return names.length === 1 && births.length === 1 ? `person ${names[0]} ${births[0]}` : null
}
