/** The figures of one date in the orders in which it may be written again. Pure. */

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const two = (figure: number): string => String(figure).padStart(2, '0')

type Day = { readonly year: number; readonly month: number; readonly day: number }

const fullYear = (written: string): number =>
  written.length === 4 ? Number(written) : Number(written) + (Number(written) > 30 ? 1900 : 2000)

const isDay = ({ year, month, day }: Day): boolean =>
  year > 1800 && year < 2100 && month > 0 && month < 13 && day > 0 && day < 32

/** The day that a written date names (US order of figures), or null. */
export const dayOf = (written: string): Day | null => {
  const name = /[A-Za-z]{3,9}/.exec(written.replace(/^(?:mon|tues?|wed|thu\w*|fri|sat|sun)\w*/i, ''))?.[0]
  const figures = written.replace(/(?<=\d)(?:st|nd|rd|th)/gi, '').match(/\d{1,4}/g) ?? []
  const [one = '', other = '', third = ''] = figures
  const day =
    name !== undefined
      ? {
          year: fullYear(other),
          month: monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1,
          day: Number(one),
        }
      : one.length === 4
        ? { year: Number(one), month: Number(other), day: Number(third) }
        : { year: fullYear(third), month: Number(one), day: Number(other) }
  const isFull = name !== undefined ? other.length > 1 : third.length > 0
  return isFull && isDay(day) ? day : null
}

/** Digits alone, five or more: `03041961`, `030461`, `3461` is too short to tell. */
export const writingsOf = (written: string): readonly string[] => {
  const date = dayOf(written)
  if (date === null) return []
  const { year, month, day } = date
  const [y, m, d] = [String(year), two(month), two(day)]
  const short = y.slice(2)
  return [
    ...new Set(
      [
        m + d + y,
        m + d + short,
        y + m + d,
        short + m + d,
        d + m + y,
        d + m + short,
        `${month}${day}${y}`,
        `${month}${day}${short}`,
      ].filter(digits => digits.length > 4),
    ),
  ]
}
