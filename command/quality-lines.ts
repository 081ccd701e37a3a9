/** `cordon report quality` as tables for a terminal. Numbers, shapes and closed words only. */
import type { Proposal } from '../daemon/deidentify/quality/propose.ts'
import type { Totals } from '../daemon/deidentify/quality/record.ts'

/** `learned` are words in the box's own dictionary; `damaged` are lines of the journal that did not open. */
export type Found = Totals & { readonly learned: number; readonly damaged: number }

type Cell = string | number

const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`

const table = (heads: readonly string[], rows: readonly (readonly Cell[])[]): string[] => {
  if (rows.length === 0) return []
  const all = [heads, ...rows].map(row => row.map(String))
  const widths = heads.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0)))
  const padded = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
  return [...all.map(row => row.map(padded).join('  ').trimEnd()), '']
}

/** The largest first. */
const sorted = <T>(of: Readonly<Record<string, T>>, size: (one: T) => number): (readonly [string, T])[] =>
  Object.entries(of).toSorted((one, two) => size(two[1]) - size(one[1]))

const byClass = ({ classes }: Found): string[] =>
  table(
    ['class', 'masked', 'missed', 'wrong', 'wrong share'],
    sorted(classes, one => one.masked).map(([name, { masked, missed, wrong }]) => {
      return [name, masked, missed, wrong, share(wrong, masked)]
    }),
  )

const byKind = ({ kinds }: Found): string[] =>
  table(
    ['kind', 'documents', 'held', 'missed', 'wrong'],
    sorted(kinds, one => one.documents).map(([name, { documents, held, missed, wrong }]) => {
      return [name, documents, share(held, documents), missed, wrong]
    }),
  )

const byReason = ({ reasons }: Found): string[] =>
  table(
    ['reason', 'masked', 'wrong'],
    sorted(reasons, one => one.masked).map(([name, { masked, wrong }]) => [name, masked, wrong]),
  )

const byRule = ({ rules }: Found): string[] =>
  table(
    ['rule', 'found', 'wrong'],
    sorted(rules, one => one.found).map(([name, { found, wrong }]) => [name, found, wrong]),
  )

const proposed = (proposals: readonly Proposal[]): string[] => [
  ...table(
    ['may learn', 'as', 'documents', 'people'],
    proposals.map(({ shape, says, documents, people }) => [shape, says, documents, people]),
  ),
  ...(proposals.length > 0 ? ['cordon report quality --apply learns them.'] : []),
]

export const qualityLines = (found: Found, proposals: readonly Proposal[]): readonly string[] => {
  const { since, documents, held, decisions, learned, damaged } = found
  if (since === null) return ['Nothing has been counted yet.']
  return [
    `Since ${since}: ${documents} documents, ${held} held (${share(held, documents)}), ${decisions} released by people.`,
    '',
    ...byClass(found),
    ...byKind(found),
    ...byReason(found),
    ...byRule(found),
    ...proposed(proposals),
    `${learned} word(s) learned so far.`,
    ...(damaged > 0 ? [`${damaged} line(s) of the journal could not be opened and were left out.`] : []),
  ]
}
