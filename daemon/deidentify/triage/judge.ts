/**
 * Each word's verdict, by default deny: a word stays masked unless it was read surely, no finding touches a character of
 * it, and (strict) it is known to be safe. Findings are mapped by character offsets, never by comparing strings.
 */
import type { Box } from '../../model/geometry.ts'
import type { Finding } from '../../model/identifier.ts'
import type { Masked, Page, Word } from '../../model/page.ts'
import type { Policy } from '../../model/policy.ts'
import { centreWithin } from '../ink/boxes.ts'

/** Why a word stays masked; null where it may be released. */
export type Verdict = Omit<Masked, 'quad'> | null

/** @param before and @param after are the neighbours on the word's line, '' at its ends. */
export type IsKnownSafe = (word: string, before: string, after: string) => boolean

/** @param closed are regions (barcodes, pictures) in which nothing is released. */
export const judgeWords = (
  page: Page<'detected'>,
  policy: Policy,
  isKnownSafe: IsKnownSafe,
  closed: readonly Closed[],
): Verdict[] => {
  const findings = gravestPerWord(page)
  return page.words.map((word, i) => {
    const region = closed.find(({ box }) => centreWithin(word.box, box))
    if (region) return region.verdict
    const finding = findings[i]
    if (finding) return byFinding(finding)
    if (!(word.confidence >= policy.minWordConfidence)) return unread('low-confidence', word.confidence)
    if (!isPlausible(word.text, word.box)) return unread('low-confidence', word.confidence)
    if (isBare(word.text)) return isSmall(word.box, page.dpi) ? null : unread('unread-ink', word.confidence)
    if (isSpelled(page, i)) return unread('unknown-word', word.confidence)
    if (policy.profile === 'balanced') return null
    return isKnownSafe(word.text, textBeside(page, i, -1), textBeside(page, i, 1))
      ? null
      : unread('unknown-word', word.confidence)
  })
}

export type Closed = { readonly box: Box; readonly verdict: NonNullable<Verdict> }

export const unread = (reason: Masked['reason'], confidence: number): NonNullable<Verdict> => ({
  class: 'UNREAD',
  reason,
  confidence,
})

const byFinding = ({ class: label, rule, score }: Finding): NonNullable<Verdict> => ({
  class: label,
  reason: rule.startsWith('repeat') ? 'repeat' : 'identifier',
  confidence: score,
})

/** The surest finding that touches each word, by offsets into the page's text. */
const gravestPerWord = ({ text, findings, words }: Page<'detected'>): (Finding | undefined)[] => {
  const byScore = findings.toSorted((a, b) => b.score - a.score)
  return words.map((_, i) => {
    const span = text.spans[i]
    return span && byScore.find(({ start, end }) => start < span.end && end > span.start)
  })
}

const textBeside = ({ words }: Page<'detected'>, i: number, step: -1 | 1): string => {
  const [word, beside] = [words[i], words[i + step]]
  return word && beside && word.line === beside.line && word.block === beside.block ? beside.text : ''
}

/** So many single characters in a row spell a name or a number, though each of them says nothing. */
const fewestSpelled = 3

const isSpelled = ({ words }: Page<'detected'>, i: number): boolean => {
  const { block, line } = words[i] as Word
  const isOneOfRow = (at: number) => {
    const word = words[at]
    return word !== undefined && word.block === block && word.line === line && isSingle(word.text)
  }
  if (!isOneOfRow(i)) return false
  let [first, last] = [i, i]
  while (isOneOfRow(first - 1)) first--
  while (isOneOfRow(last + 1)) last++
  return last - first + 1 >= fewestSpelled
}

/** One letter or digit, with whatever stands around it; not the small letters of `3 x 4` and `q 6 h`. */
const isSingle = (text: string): boolean =>
  /^[^\p{L}\p{N}]*[\p{L}\p{N}][^\p{L}\p{N}]*$/u.test(text) && !/[xqh]/.test(text)

/** Neither letter nor digit: a dash, a bullet, or what a reader makes of a stroke of the pen. */
const isBare = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)

const isSmall = ({ left, top, right, bottom }: Box, dpi: number): boolean =>
  right - left <= 0.16 * dpi && bottom - top <= 0.16 * dpi

/** A reader that sees three letters in a box the size of a signature has not read it. */
const isPlausible = (text: string, { left, top, right, bottom }: Box): boolean => {
  const perCharacter = (right - left) / Math.max(1, [...text].length)
  return perCharacter <= 2 * (bottom - top) || [...text].length <= 2
}
