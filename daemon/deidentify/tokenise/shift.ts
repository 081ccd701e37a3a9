/**
 * Dates moved by a number of days that is one patient's own under one epoch: what lies between two dates of a patient
 * stays true, the dates do not. Pure.
 */
import { keyed, subkey } from './subkey.ts'
import { parseWrittenDate } from './written-date.ts'

const mostDays = 365
const dayMs = 86_400_000

/** −365…−1 or 1…365, from the patient's token. */
export const shiftDaysOf = (patient: string, epochKey: Uint8Array): number => {
  const draw = keyed(subkey(epochKey, 'shift'), patient).readUIntBE(0, 6) % (2 * mostDays)
  return draw < mostDays ? draw - mostDays : draw - mostDays + 1
}

/** ISO 8601, or null where the date is not whole, or its year tells an age over 89 (45 CFR 164.514(b)(2)(i)(C)). */
export const shifted = (value: string, days: number, currentYear: number): string | null => {
  const date = parseWrittenDate(value, currentYear)
  if (date === null || date.year <= currentYear - 90 || date.year > currentYear + 100) return null
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day) + days * dayMs)
  return moved.toISOString().slice(0, 10)
}
