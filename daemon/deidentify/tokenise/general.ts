/** Values made so general that they identify nobody: what Safe Harbor, 45 CFR 164.514(b)(2)(i), lets leave. Pure. */
import { yearOf } from './written-date.ts'

/** (B): three digits, where more than 20,000 people live in the area; `000` otherwise. */
export const generaliseZip = (value: string, restrictedZip3: readonly string[]): string | null => {
  const area = /(?<!\d)(\d{3})\d{2}(?:[- ]?\d{4})?(?!\d)/.exec(value)?.[1]
  if (area === undefined) return null
  return restrictedZip3.includes(area) ? '000' : area
}

/** (C): the year; `90+` where the year itself may tell an age over 89. */
export const generaliseDate = (value: string, currentYear: number): string | null => {
  const year = yearOf(value, currentYear)
  if (year === null || year > currentYear + 100) return null
  return year <= currentYear - 90 ? '90+' : String(year)
}

/** (C): ages of 90 and more become one. */
export const generaliseAge = (value: string): string | null => {
  const age = /\d{1,3}/.exec(value)?.[0]
  return age === undefined || Number(age) > 89 ? '90+' : age
}
