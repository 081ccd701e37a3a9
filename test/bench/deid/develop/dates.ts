/** Days and the many ways in which American paper writes them. */
import type { Chance } from './chance.ts'

/** Days since 1 January 1970. */
export type Day = number

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const two = (value: number): string => String(value).padStart(2, '0')
const ordinal = (value: number): string => {
  const tail = value % 10
  if (value > 10 && value < 14) return `${value}th`
  return `${value}${tail === 1 ? 'st' : tail === 2 ? 'nd' : tail === 3 ? 'rd' : 'th'}`
}

export const dayOf = (year: number, month: number, day: number): Day =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000)

export const partsOf = (day: Day) => {
  const date = new Date(day * 86_400_000)
  const month = date.getUTCMonth()
  return {
    year: date.getUTCFullYear(),
    month: month + 1,
    day: date.getUTCDate(),
    long: months[month] ?? '',
    short: (months[month] ?? '').slice(0, 3),
    weekday: weekdays[date.getUTCDay()] ?? '',
  }
}

type Form = (day: Day) => string
const form =
  (write: (p: ReturnType<typeof partsOf>) => string): Form =>
  day =>
    write(partsOf(day))

const numeric: readonly Form[] = [
  form(p => `${two(p.month)}/${two(p.day)}/${p.year}`),
  form(p => `${p.month}/${p.day}/${p.year}`),
  form(p => `${p.month}/${p.day}/${two(p.year % 100)}`),
  form(p => `${two(p.month)}-${two(p.day)}-${p.year}`),
  form(p => `${p.month}-${p.day}-${two(p.year % 100)}`),
  form(p => `${two(p.month)}.${two(p.day)}.${p.year}`),
  form(p => `${p.year}-${two(p.month)}-${two(p.day)}`),
  form(p => `${two(p.day)}-${p.short}-${p.year}`),
  form(p => `${two(p.day)}${p.short.toUpperCase()}${p.year}`),
  form(p => `${p.short.toUpperCase()} ${two(p.day)} ${p.year}`),
  form(p => `${two(p.month)} / ${two(p.day)} / ${p.year}`),
  form(p => `${p.year}${two(p.month)}${two(p.day)}`),
]
const written: readonly Form[] = [
  form(p => `${p.long} ${p.day}, ${p.year}`),
  form(p => `${p.short} ${p.day}, ${p.year}`),
  form(p => `${p.short}. ${p.day}, ${p.year}`),
  form(p => `${p.day} ${p.long} ${p.year}`),
  form(p => `${p.long} ${ordinal(p.day)}, ${p.year}`),
]
const loose: readonly Form[] = [
  form(p => `${p.month}/${p.day}`),
  form(p => `${p.long} ${p.day}`),
  form(p => `${p.long} ${ordinal(p.day)}`),
  form(p => `${ordinal(p.day)} of ${p.long}`),
  form(p => `${p.weekday}, ${p.long} ${p.day}`),
]
const monthly: readonly Form[] = [
  form(p => `${p.long} ${p.year}`),
  form(p => `${p.short} ${p.year}`),
  form(p => `${two(p.month)}/${p.year}`),
]

/** For a field: digits, now and then a month's name. */
export const fieldDate = (chance: Chance, day: Day): string =>
  chance.pick(chance.likely(0.75) ? numeric : written)(day)
/** At the head of a letter. */
export const letterDate = (chance: Chance, day: Day): string =>
  chance.likely(0.2)
    ? `${partsOf(day).weekday}, ${partsOf(day).long} ${partsOf(day).day}, ${partsOf(day).year}`
    : chance.pick(written)(day)
/** Within a sentence; sometimes without its year or day. */
export const proseDate = (chance: Chance, day: Day): string =>
  chance.pick(chance.likely(0.4) ? loose : chance.likely(0.5) ? written : numeric.slice(0, 5))(day)
/** A month of a year, within a sentence. */
export const monthDate = (chance: Chance, day: Day): string => chance.pick(monthly)(day)
/** The same way all down one column. */
export const columnDate = (chance: Chance): Form => chance.pick(numeric.slice(0, 10))
/** As a pen writes it. */
export const penDate = (chance: Chance, day: Day): string => chance.pick(numeric.slice(1, 5))(day)
