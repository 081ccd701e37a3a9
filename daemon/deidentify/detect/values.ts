/** Reads the value that a context label promises, after the label in the text. Pure. */
import type { Finding } from '../../model/identifier.ts'
import type { LabelHit, Shape } from './labels.ts'
import { labelHits } from './labels.ts'
import type { Rule, Scan } from './scan.ts'
import { readDate, readFile, readFixed, readPhone, ssnPattern, zipPattern } from './values/fixed.ts'
import { codePattern, handlePattern, readId, readWord } from './values/id.ts'
import { readName } from './values/name.ts'
import { readPlace } from './values/place.ts'

/** No value is longer than this. */
const maxValue = 200
const fieldStop = /[\n\t|•]| {3,}|; /
const nameStop = /[\n\t|•]| {3,}/

/** Where the value must end: the line, a wide gap, a bar, or the next marked label. */
const fieldEnd = (scan: Scan, hit: LabelHit, next: LabelHit | undefined): number => {
  const rest = scan.text.slice(hit.end, hit.end + maxValue)
  const stop = (hit.label.shape === 'name' ? nameStop : fieldStop).exec(rest)?.index ?? rest.length
  const end = hit.end + stop
  return next !== undefined && next.start >= hit.end ? Math.min(end, next.start) : end
}

const one = (finding: Finding | null): readonly Finding[] => (finding === null ? [] : [finding])

const readers: Readonly<Record<Shape, (scan: Scan, hit: LabelHit, limit: number) => readonly Finding[]>> = {
  id: (scan, hit, limit) => one(readId(scan, hit, limit)),
  code: (scan, hit, limit) => one(readWord(codePattern)(scan, hit, limit)),
  handle: (scan, hit, limit) => one(readWord(handlePattern)(scan, hit, limit)),
  name: readName,
  date: (scan, hit, limit) => one(readDate(scan, hit, limit)),
  phone: (scan, hit, limit) => one(readPhone(scan, hit, limit)),
  ssn: (scan, hit, limit) => one(readFixed(ssnPattern)(scan, hit, limit)),
  place: (scan, hit, limit) => one(readPlace(scan, hit, limit)),
  zip: (scan, hit, limit) => one(readFixed(zipPattern)(scan, hit, limit)),
  file: (scan, hit, limit) => one(readFile(scan, hit, limit)),
  age: () => [],
  none: () => [],
}

/** A marked label ends the field before it; a place also ends at `Phone`, `Fax` and the like. */
const ends = (hit: LabelHit, other: LabelHit): boolean =>
  other.marked ||
  (hit.label.shape === 'place' &&
    /^(?:phone|date|ssn)$/.test(other.label.shape) &&
    other.labelEnd - other.start > 2)

export const labelRule: Rule = scan => {
  const hits = labelHits(scan)
  const findings: Finding[] = []
  for (const [index, hit] of hits.entries()) {
    if (hit.broken && !hit.marked) continue
    const next = hits.slice(index + 1, index + 8).find(other => other.start > hit.start && ends(hit, other))
    findings.push(...readers[hit.label.shape](scan, hit, fieldEnd(scan, hit, next)))
  }
  return findings
}
