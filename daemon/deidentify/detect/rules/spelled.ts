/** Names, dates and numbers written one letter to a box: `D E L G A D O`, `|0|3|0|4|1|9|6|1|`. Pure. */
import type { Finding, IdentifierClass } from '../../../model/identifier.ts'
import { type Match, matching } from '../pattern.ts'
import { found } from '../scan.ts'

const boxes =
  /(?<![^\s|:#])[A-Za-z\d](?:(?: ?[|\][] ?| {1,3})(?:[-/.] ?[|\][]? ?)?[A-Za-z\d](?![^\s|\][])){3,40}/g

/** The options and scales of forms: `A B C D`, `0 1 2 3 4 5`, `M T W T F S S`, `Y N Y N`. */
const isOptions = (signs: string): boolean => {
  const codes = [...signs].map(sign => sign.charCodeAt(0))
  const rises = codes.filter((code, at) => at > 0 && code - (codes[at - 1] ?? 0) === 1).length
  return (
    rises * 2 >= codes.length - 1 ||
    new Set(signs.toLowerCase()).size < 3 ||
    /mtwt|twtf|^[xyn ]+$/i.test(signs)
  )
}

const classOf = (signs: string, value: string): IdentifierClass | null => {
  if (/^[A-Za-z]+$/.test(signs)) return signs === signs.toUpperCase() ? 'NAME' : null
  if (!/^\d+$/.test(signs)) return signs.length >= 6 ? 'OTHER_ID' : null
  if (/[/.-]/.test(value) || signs.length === 8) return 'DATE'
  return signs.length < 5 ? null : (({ 9: 'SSN', 10: 'PHONE' } as const)[signs.length] ?? 'OTHER_ID')
}

const judge = ({ value, start, end }: Match): Finding | null => {
  const signs = value.replace(/[^A-Za-z\d]/g, '')
  const name = isOptions(signs) ? null : classOf(signs, value)
  return name === null ? null : found(name, 'spelled', start, end, 0.6)
}

export const spelledRules = [matching('text', boxes, judge)]
