/**
 * From what was read to what it betrays. The words of a look are joined into one text, with a currency sign where a masked
 * region stands between them: `Patient: ¤ Diabetes` is not read as a patient called Diabetes.
 */
import { type Box, quadOf } from '../../model/geometry.ts'
import type { Finding, IdentifierClass } from '../../model/identifier.ts'
import type { GateHit } from '../../model/page.ts'
import type { GateThresholds } from '../../model/thresholds.ts'
import { unionOf } from '../ink/boxes.ts'
import { findKnown } from './known.ts'
import type { Look, SeenWord } from './look.ts'

export type Suspicions = {
  readonly findSpans: (text: string) => readonly Finding[]
  readonly knownValues: readonly string[]
  readonly isKnownSafe: (word: string, before: string, after: string) => boolean
}

/** Not a letter of any language, and one byte wide: the patterns stay compiled for the text of most documents. */
const hidden = '¤'

const wordClasses: ReadonlySet<IdentifierClass> = new Set(['NAME', 'LOCATION', 'BIOMETRIC', 'PHOTO'])

/** @param fills are the masked regions of the page. */
export const hitsIn = (
  look: Look,
  fills: readonly Box[],
  { findSpans, knownValues, isKnownSafe }: Suspicions,
  thresholds: GateThresholds,
): GateHit[] => {
  const words = look.filter(({ confidence }) => confidence >= thresholds.minWordConfidence)
  const { text, offsets } = joined(words, fills)
  const isSafe = (i: number) => isKnownSafe(words[i]?.text ?? '', beside(words, i, -1), beside(words, i, 1))
  const found = findSpans(text)
    .filter(finding => counts(finding, thresholds))
    .map(({ start, end }) => touched(offsets, start, end))
    .filter(
      at =>
        at.length > 0 && !(at.every(isSafe) && digitsIn(at.map(i => words[i] as SeenWord)) < fewestDigits),
    )
  const known = findKnown(words, knownValues, word => isKnownSafe(word, '', '')).map(({ from, to }) =>
    Array.from({ length: to - from }, (_, i) => from + i),
  )
  return [...found, ...known].map(at => hitOver(at.map(i => words[i] as SeenWord)))
}

/** Safe words with fewer digits than this between them are safe together: `mmol/L.` and `Chest` are no address. */
const fewestDigits = 4

const digitsIn = (words: readonly SeenWord[]): number =>
  words.reduce((sum, { text }) => sum + text.replace(/\D/g, '').length, 0)

const counts = ({ class: label, score }: Finding, thresholds: GateThresholds): boolean =>
  score >= (wordClasses.has(label) ? thresholds.minNameScore : thresholds.minShapeScore)

const hitOver = (words: readonly SeenWord[]): GateHit => {
  const [only] = words
  const quad = words.length === 1 && only ? only.quad : quadOf(unionOf(words.map(({ box }) => box)))
  return { reason: 'gate-identifier', quad }
}

const beside = (words: Look, i: number, step: -1 | 1): string =>
  words[i]?.line === words[i + step]?.line ? (words[i + step]?.text ?? '') : ''

/** Word `i` stands at `[offsets[i], offsets[i] + its length)` of the text. */
const joined = (
  words: Look,
  fills: readonly Box[],
): { text: string; offsets: readonly (readonly [number, number])[] } => {
  let text = ''
  const offsets = words.map(({ text: word, line, box }, i): [number, number] => {
    const before = words[i - 1]
    const sameLine = before?.line === line
    if (before && !sameLine && hasFillBeside(before.box, fills, 'after')) text += ` ${hidden}`
    if (before) text += sameLine ? ' ' : '\n'
    const between =
      sameLine && before ? fillBetween(before.box, box, fills) : hasFillBeside(box, fills, 'before')
    if (between) text += `${hidden} `
    text += word
    return [text.length - word.length, text.length]
  })
  return { text, offsets }
}

const onLine = (word: Box, fill: Box): boolean => {
  const middle = (word.top + word.bottom) / 2
  return middle >= fill.top && middle < fill.bottom
}

const fillBetween = (left: Box, right: Box, fills: readonly Box[]): boolean =>
  fills.some(fill => onLine(right, fill) && fill.right > left.right && fill.left < right.left)

/** A masked region within two of the word's heights at that side of it. */
const hasFillBeside = (word: Box, fills: readonly Box[], side: 'before' | 'after'): boolean => {
  const reach = 2 * (word.bottom - word.top)
  return fills.some(
    fill =>
      onLine(word, fill) &&
      (side === 'after'
        ? fill.left >= word.right - reach && fill.left <= word.right + reach
        : fill.right <= word.left + reach && fill.right >= word.left - reach),
  )
}

const touched = (offsets: readonly (readonly [number, number])[], start: number, end: number): number[] =>
  offsets.flatMap(([from, to], i) => (from < end && to > start ? [i] : []))
