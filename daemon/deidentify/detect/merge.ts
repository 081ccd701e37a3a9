/** Joins overlapping findings: the span that holds them all, under the more cautious of the classes that are more than guesses. Pure. */
import type { Finding, IdentifierClass } from '../../model/identifier.ts'

/** The more a class tells of one person, the earlier it stands. */
const caution: readonly IdentifierClass[] = [
  'SSN',
  'NAME',
  'MRN',
  'HEALTH_PLAN',
  'ACCOUNT',
  'EMAIL',
  'URL',
  'PHONE',
  'FAX',
  'AGE_90',
  'DATE',
  'LICENSE',
  'VEHICLE',
  'BIOMETRIC',
  'PHOTO',
  'DEVICE',
  'IP',
  'LOCATION',
  'OTHER_ID',
]

/** From this score a class counts against that of another finding, however sure that is; people and places, which share words, always vie by score. */
const leastSure = 0.8

const length = ({ start, end }: Finding): number => end - start

/** The one of two overlapping findings that gives the merged span its class and rule. */
const stronger = (one: Finding, two: Finding): Finding => {
  const [inner, outer] = length(one) < length(two) ? [one, two] : [two, one]
  // A span well inside another is a part of it: a town in an address, a date in a file name.
  if (length(inner) * 5 <= length(outer) * 3 && outer.score >= 0.5) return outer
  const isOfWords = [one, two].every(({ class: label }) => label === 'NAME' || label === 'LOCATION')
  const isOpen = isOfWords || Math.min(one.score, two.score) < leastSure
  if (isOpen && one.score !== two.score) return one.score > two.score ? one : two
  return caution.indexOf(one.class) <= caution.indexOf(two.class) ? one : two
}

const joined = (one: Finding, two: Finding): Finding => {
  const chosen = stronger(one, two)
  return {
    ...chosen,
    start: Math.min(one.start, two.start),
    end: Math.max(one.end, two.end),
    score: Math.max(one.score, two.score),
  }
}

/** Non-overlapping, in order. Empty spans are dropped. */
export const merge = (findings: readonly Finding[]): Finding[] => {
  const sorted = findings
    .filter(finding => finding.end > finding.start)
    .toSorted((one, two) => one.start - two.start || two.end - one.end || two.score - one.score)
  const merged: Finding[] = []
  for (const finding of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && finding.start < last.end) merged[merged.length - 1] = joined(last, finding)
    else merged.push(finding)
  }
  return merged
}
