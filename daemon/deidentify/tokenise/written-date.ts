/** Reads a date as it is written on American paper: month before day, unless the month is a word or the figures forbid it. Pure. */

export type WrittenDate = { readonly year: number; readonly month: number; readonly day: number }

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Two digits are of this century unless that lies in the future. */
const century = (digits: string, currentYear: number): number => {
  const year = Number(digits)
  if (digits.length > 2) return year
  const base = Math.floor(currentYear / 100) * 100
  return base + year > currentYear ? base - 100 + year : base + year
}

const valid = (year: number, month: number, day: number): WrittenDate | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
    ? { year, month, day }
    : null

const inFigures = (value: string, currentYear: number): WrittenDate | null => {
  const iso =
    /(?<!\d)(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)/.exec(value) ??
    /(?<!\d)((?:18|19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(value)
  if (iso !== null) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const written = /(?<!\d)(\d{1,2})\D{1,3}(\d{1,2})\D{1,3}(\d{4}|\d{2})(?!\d)/.exec(value)
  if (written === null) return null
  const [one, two, year] = [Number(written[1]), Number(written[2]), century(written[3] ?? '', currentYear)]
  return valid(year, one, two) ?? valid(year, two, one)
}

const inWords = (value: string, currentYear: number): WrittenDate | null => {
  const name = /[a-z]{3,9}/gi
  for (const [found] of value.matchAll(name)) {
    const month = monthNames.indexOf(found.slice(0, 3).toLowerCase()) + 1
    if (month === 0) continue
    const figures = [...value.matchAll(/\d{1,4}/g)].map(([figure]) => figure)
    const [first, second] = figures
    if (first === undefined || second === undefined) return null
    const [day, year] = first.length === 4 ? [second, first] : [first, second]
    return year.length === 4 || year.length === 2
      ? valid(century(year, currentYear), month, Number(day))
      : null
  }
  return null
}

/** The full date, or null where a part is missing or impossible. */
export const parseWrittenDate = (value: string, currentYear: number): WrittenDate | null =>
  /[a-z]{3}/i.test(value) ? inWords(value, currentYear) : inFigures(value, currentYear)

/** The year of a date in any of its forms, also where the day or the month is missing. */
export const yearOf = (value: string, currentYear: number): number | null => {
  const whole = parseWrittenDate(value, currentYear)
  if (whole !== null) return whole.year
  const year = /(?<!\d)(?:1[89]|20)\d{2}(?!\d)/.exec(value)?.[0]
  return year === undefined ? null : Number(year)
}
