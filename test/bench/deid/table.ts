/** The results as tables in Markdown. Pure. */
import type { Result } from './box.ts'
import { damageNames } from './damage.ts'
import { levels } from './send.ts'
import {
  type Count,
  heldOf,
  isIdentifier,
  isLeaked,
  keptOf,
  leakedOf,
  leastKept,
  mostShown,
  ordinaryOf,
  releasedOf,
  share,
  upperBound,
} from './tally.ts'

const percent = (value: number): string => `${(100 * value).toFixed(2)} %`
const counted = (count: Count): string =>
  count.of === 0 ? '' : `${percent(share(count))} (${count.hits}/${count.of})`
const bounded = (count: Count): string =>
  count.of === 0 ? '' : `${counted(count)}, ≤ ${percent(upperBound(count))}`

const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

const summary = (name: string, results: readonly Result[]): string[] => {
  const released = releasedOf(results)
  const held = results.filter(({ outcome }) => outcome === 'held')
  return [
    name,
    String(results.length),
    bounded(leakedOf(released)),
    counted(leakedOf(held)),
    counted(keptOf(released)),
    counted(keptOf(results)),
    counted(heldOf(results)),
  ]
}

const summaryHead = (first: string): string[] => [
  first,
  'documents',
  'leaked, released documents (95 % upper bound)',
  'leaked in what is held',
  'kept, released',
  'kept, all',
  'held',
]

const groups = (results: readonly Result[], keyOf: (result: Result) => string): [string, Result[]][] =>
  Object.entries(Object.groupBy(results, keyOf)).map(([key, group]) => [key, group ?? []])

const plain = (results: readonly Result[]): Result[] => results.filter(({ job }) => job.damage === null)

export const byLevel = (results: readonly Result[]): string =>
  markdown(
    summaryHead('level'),
    levels.map(level =>
      summary(
        level,
        plain(results).filter(({ job }) => job.level === level),
      ),
    ),
  )

export const byDamage = (results: readonly Result[]): string =>
  markdown(
    summaryHead('damage, all levels'),
    damageNames.map(name =>
      summary(
        name,
        results.filter(({ job }) => job.damage === name),
      ),
    ),
  )

export const byKind = (results: readonly Result[]): string =>
  markdown(
    summaryHead('kind, all levels and damages'),
    groups(results, ({ job }) => job.kind).map(([kind, group]) => summary(kind, group)),
  )

export const byClass = (results: readonly Result[]): string => {
  const words = releasedOf(results).flatMap(result => result.words.filter(isIdentifier))
  const rows = Object.entries(Object.groupBy(words, ({ class: label }) => label ?? ''))
    .toSorted(([one], [two]) => (one < two ? -1 : 1))
    .map(([label, group = []]) => [label, bounded({ hits: group.filter(isLeaked).length, of: group.length })])
  return markdown(['class, released documents', 'leaked (95 % upper bound)'], rows)
}

export const byReason = (results: readonly Result[]): string => {
  const reasons = results.flatMap(result =>
    result.reasons.map(reason => ({ reason, level: result.job.level })),
  )
  const rows = Object.entries(Object.groupBy(reasons, ({ reason }) => reason)).map(([reason, group = []]) => [
    reason,
    ...levels.map(level => String(group.filter(one => one.level === level).length)),
  ])
  return markdown(['held for', ...levels], rows)
}

export const hardNegatives = (results: readonly Result[], negatives: ReadonlySet<string>): string => {
  const words = ordinaryOf(releasedOf(results)).filter(({ text }) =>
    negatives.has(text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$|['’]s\P{L}*$/gu, '')),
  )
  const kept = words.filter(word => (word.kept ?? 0) >= leastKept)
  return counted({ hits: kept.length, of: words.length })
}

/** What independent readers found, in sentences. */
export const readersLines = (results: readonly Result[]): string[] => {
  const looked = results.filter(({ job }) => job.readers)
  const released = releasedOf(looked)
  const sum = (of: readonly Result[], value: (result: Result) => number) =>
    of.reduce((total, result) => total + value(result), 0)
  const after = levels.map(level => {
    const group = released.filter(({ job }) => job.level === level)
    return `${level} ${sum(group, result => result.identifiersReadAfter.length)} of ${sum(group, result => result.identifiersReadBefore)}`
  })
  return [
    `Identifier words that \`tesseract\` (page modes 3 and 11 together) reads in the original and still reads in the released output: ${after.join(', ')}.`,
    `Barcodes that \`zbarimg\` decodes in the output: ${sum(looked, ({ barcodesDecoded }) => barcodesDecoded)} of ${sum(looked, ({ barcodes }) => barcodes)} drawn.`,
  ]
}

export const marksLine = (results: readonly Result[]): string => {
  const marks = releasedOf(results).flatMap(result =>
    result.marks.filter(({ class: label }) => label !== null),
  )
  const shown = marks.filter(mark => mark.shown > 0.15)
  return `Barcodes, photos and logos that identify, more than 15 % still to be seen: ${counted({ hits: shown.length, of: marks.length })}.`
}

/** Leak and hold as the least share of understood ink moves: documents with less of it are held. */
export const inkCurve = (results: readonly Result[]): string => {
  const passed = results.filter(({ reasons }) => reasons.every(reason => reason === 'little-understood'))
  const rows = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(least => {
    const kept = passed.filter(({ inkUnderstood }) => inkUnderstood >= least)
    return [
      String(least),
      counted(leakedOf(kept)),
      counted({ hits: results.length - kept.length, of: results.length }),
    ]
  })
  return markdown(['least ink understood', 'leaked', 'held'], rows)
}

/** The same as the least confidence of a released word moves; empty where no document was released again. */
export const confidenceCurve = (results: readonly Result[]): string => {
  const points = results.flatMap(({ curve, job }) => curve.map(point => ({ ...point, level: job.level })))
  const groupsOf = Object.groupBy(points, ({ level, minWordConfidence }) => `${level} ${minWordConfidence}`)
  const rows = Object.entries(groupsOf).map(([name, group = []]) => {
    const released = group.filter(({ held }) => !held).flatMap(({ words }) => words)
    const identifiers = released.filter(({ class: label }) => label !== null)
    const ordinary = released.filter(word => word.class === null && !word.handwritten && word.kept !== null)
    return [
      ...name.split(' '),
      counted({ hits: identifiers.filter(({ shown }) => shown > mostShown).length, of: identifiers.length }),
      counted({ hits: ordinary.filter(({ kept }) => (kept ?? 0) >= leastKept).length, of: ordinary.length }),
      counted({ hits: group.filter(({ held }) => held).length, of: group.length }),
    ]
  })
  return rows.length === 0 ? '' : markdown(['level', 'least confidence', 'leaked', 'kept', 'held'], rows)
}
