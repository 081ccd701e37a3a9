/** Days as the further kinds write them: one numeric style down a document, and the loose ways of prose. */
import type { Chance } from '../chance.ts'
import { type Day, partsOf } from '../dates.ts'
import { type Runs, tag } from '../runs.ts'

type Parts = ReturnType<typeof partsOf>
export type DateStyle = (parts: Parts) => string

const two = (value: number): string => String(value).padStart(2, '0')
const nth = (day: number): string => {
  const tail = day > 10 && day < 14 ? 0 : day % 10
  return `${day}${['th', 'st', 'nd', 'rd'][tail] ?? 'th'}`
}

export const dateStyles: readonly DateStyle[] = [
  p => `${p.month}/${p.day}/${p.year}`,
  p => `${two(p.month)}/${two(p.day)}/${p.year}`,
  p => `${two(p.month)}/${two(p.day)}/${two(p.year % 100)}`,
  p => `${two(p.month)}-${two(p.day)}-${two(p.year % 100)}`,
  p => `${p.year}-${two(p.month)}-${two(p.day)}`,
  p => `${p.day}-${p.short.toUpperCase()}-${p.year}`,
  p => `${two(p.day)} ${p.short} ${p.year}`,
  p => `${p.short} ${p.day} ${p.year}`,
  p => `${p.month}.${p.day}.${two(p.year % 100)}`,
  p => `${two(p.month)}${two(p.day)}${p.year}`,
]

/** `last Tuesday the 14th`: the small words beside it are neither. */
const loose: readonly ((p: Parts) => Runs)[] = [
  p => [tag('DATE', p.weekday), ' ', tag('EITHER', 'the'), ' ', tag('DATE', nth(p.day))],
  p => [tag('DATE', `${p.short}. ${nth(p.day)}`)],
  p => [tag('DATE', `${p.month}-${p.day}`)],
  p => [tag('DATE', `${p.month}/${p.day}`)],
  p => [
    tag('EITHER', 'the'),
    ' ',
    tag('DATE', nth(p.day)),
    ' ',
    tag('EITHER', 'of'),
    ' ',
    tag('DATE', p.long),
  ],
  p => [tag('DATE', `${p.weekday}, ${p.long} ${p.day}`)],
  p => [tag('DATE', `${p.long} ${nth(p.day)}`)],
  p => [tag('DATE', `${p.weekday.slice(0, 3)} ${p.month}/${p.day}`)],
]
const hours = (chance: Chance): string => `${two(chance.int(0, 23))}:${two(chance.int(0, 59))}`

/** @param form `long`, `loose`, `month`, `md`, `stamp`, `short`; anything else the document's own numeric style. */
export const dateForm = (day: Day, form: string, style: DateStyle, chance: Chance): Runs => {
  const p = partsOf(day)
  if (form === 'long') return [tag('DATE', `${p.long} ${p.day}, ${p.year}`)]
  if (form === 'week') return [tag('DATE', `${p.weekday}, ${p.short} ${p.day}, ${p.year}`)]
  if (form === 'loose') return chance.pick(loose)(p)
  if (form === 'month') return [tag('DATE', p.long)]
  if (form === 'monthyear') return [tag('DATE', `${p.long} ${p.year}`)]
  if (form === 'md') return [tag('DATE', `${p.month}/${p.day}`)]
  if (form === 'year') return [String(p.year)]
  if (form === 'stamp') return [tag('DATE', style(p)), ` ${hours(chance)}`]
  if (form === 'mm') return [tag('DATE', two(p.month))]
  if (form === 'dd') return [tag('DATE', two(p.day))]
  return [tag('DATE', style(p))]
}
