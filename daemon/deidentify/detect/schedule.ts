/**
 * Hints from today's schedule: names, record numbers and birth dates of the patients who are expected, known to the box only as
 * keyed hashes of their skeletons. Words of the page are joined, one to five at a time, and looked up. Pure: the hash
 * is the caller's, and the list is never seen here.
 */
import type { ScheduleKind } from '../../model/gazetteer.ts'
import type { Finding, IdentifierClass } from '../../model/identifier.ts'
import type { RuleName } from './rulenames.ts'
import { found, type Scan, type Token } from './scan.ts'

/** A patient of the schedule; every part may be missing. */
export type Appointment = {
  readonly given: string
  readonly family: string
  readonly mrn: string
  readonly birthDate: { readonly year: number; readonly month: number; readonly day: number } | null
}

/** Letters and digits alone, with what readers confuse made one: `0`/`O`, `1`/`I`/`l`, `5`/`S`, `8`/`B`, `2`/`Z`, `rn`/`m`. */
export const skeletonOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[o]/g, '0')
    .replace(/[il]/g, '1')
    .replace(/s/g, '5')
    .replace(/b/g, '8')
    .replace(/z/g, '2')

/** Shorter skeletons are found in too much else. */
const fewest: Readonly<Record<ScheduleKind, number>> = {
  name: 5,
  'name-part': 4,
  mrn: 4,
  'birth-date': 4,
}

export type Spelling = { readonly kind: ScheduleKind; readonly skeleton: string }

/** Every skeleton under which the patient may stand on a page. */
export const spellingsOf = ({ given, family, mrn, birthDate }: Appointment): Spelling[] => {
  const first = given.split(/\s+/)[0] ?? ''
  const all: readonly (readonly [ScheduleKind, string])[] = [
    ...[given, first].flatMap(one => [
      ['name', one === '' || family === '' ? '' : one + family] as const,
      ['name', one === '' || family === '' ? '' : family + one] as const,
      ['name', one === '' || family === '' ? '' : `${one.charAt(0)}${family}`] as const,
    ]),
    ...[first, family, ...family.split(/[\s-]+/)].map(part => ['name-part', part] as const),
    ['mrn', mrn],
    ['mrn', mrn.replace(/^0+/, '')],
    ...(birthDate === null ? [] : datesOf(birthDate).map(date => ['birth-date', date] as const)),
  ]
  const spellings = all.map(([kind, text]) => ({ kind, skeleton: skeletonOf(text) }))
  return spellings.filter(
    ({ kind, skeleton }, i) =>
      skeleton.length >= fewest[kind] && spellings.findIndex(one => one.skeleton === skeleton) === i,
  )
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const two = (figure: number): string => String(figure).padStart(2, '0')

const datesOf = ({ year, month, day }: NonNullable<Appointment['birthDate']>): string[] => {
  const years = [String(year), two(year % 100)]
  const days = [String(day), two(day)]
  const name = monthNames[month - 1] ?? ''
  const months = [String(month), two(month), name, name.slice(0, 3)]
  const orders = years.flatMap(y => days.flatMap(d => months.flatMap(m => [m + d + y, d + m + y])))
  return [...orders, `${year}${two(month)}${two(day)}`]
}

const mostJoined = 5
const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/i
const longest = 48

const classes: Readonly<Record<ScheduleKind, readonly [IdentifierClass, RuleName, number]>> = {
  name: ['NAME', 'scheduled-name', 0.97],
  'name-part': ['NAME', 'scheduled-name-part', 0.8],
  mrn: ['MRN', 'scheduled-mrn', 0.97],
  'birth-date': ['DATE', 'scheduled-birth-date', 0.97],
}

/** `Rosa`, `ROSA`; not `rosa`, which may be a rash. */
const isWritten = (kind: ScheduleKind, tokens: readonly Token[]): boolean =>
  kind !== 'name-part' || tokens.every(({ shape }) => shape !== 'lower')

/** Names and numbers may be broken by a hyphen, a comma, a slash or the end of a line; not by a paragraph. */
const isNearGap = (gap: string): boolean => gap.length <= 4 && !/\n\s*\n|[;:|]/.test(gap)

export function* scheduleRule({ tokens, gazetteer: { scheduled } }: Scan): Generator<Finding> {
  if (scheduled === undefined) return
  for (const [from, first] of tokens.entries()) {
    let joined = ''
    for (let to = from; to < Math.min(tokens.length, from + mostJoined); to++) {
      const token = tokens[to] as Token
      if (to > from && !isNearGap(token.gap)) break
      joined += token.text.replace(ordinal, '$1')
      if (joined.length > longest) break
      const kind = joined.length < 4 ? null : scheduled(skeletonOf(joined))
      if (kind === null || !isWritten(kind, tokens.slice(from, to + 1))) continue
      const [identifierClass, rule, score] = classes[kind]
      yield found(identifierClass, rule, first.start, token.end, score)
    }
  }
}
