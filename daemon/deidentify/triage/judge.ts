/**
 * Each word's verdict, by default deny: a word stays masked unless it was read surely, no finding touches a character of
 * it, and (strict) it is known to be safe. Findings are mapped by character offsets, never by comparing strings.
 */
import type { Box } from '../../model/geometry.ts'
import type { Finding } from '../../model/identifier.ts'
import { isMisreadTerm } from '../../model/misread-term.ts'
import type { Page, Word } from '../../model/page.ts'
import type { Policy } from '../../model/policy.ts'
import { type TriageThresholds, triageThresholds } from '../../model/thresholds.ts'
import { centreWithin } from '../ink/boxes.ts'
import { withBeside } from './beside.ts'
import { withCells } from './cells.ts'
import { withHouses } from './houses.ts'
import { isSpelled, tellingClass } from './telling.ts'
import { type Closed, unread, type Verdict } from './verdict.ts'

/** @param before and @param after are the neighbours on the word's line, '' at its ends. */
export type IsKnownSafe = (word: string, before: string, after: string) => boolean

/** @param closed are regions (barcodes, pictures) in which nothing is released. */
export const judgeWords = (
  page: Page<'detected'>,
  policy: Policy,
  isKnownSafe: IsKnownSafe,
  closed: readonly Closed[],
  thresholds: TriageThresholds = triageThresholds,
): Verdict[] => {
  const isOrdinary = (i: number): boolean => (page.guesses?.[i]?.share ?? 1) < thresholds.ordinaryBelow
  const isSafe = (word: string, before: string, after: string, i: number): boolean =>
    isKnownSafe(word, before, after) || (isOrdinary(i) && isWord(word))
  const findings = gravestPerWord(page)
  const verdicts = page.words.map((word, i): Verdict => {
    const region = closed.find(({ box }) => centreWithin(word.box, box))
    if (region) return region.verdict
    const finding = findings[i]
    const isDoubted = finding !== undefined && finding.score <= weakest && isOrdinary(i)
    if (finding !== undefined && !isDoubted && !isIdle(finding, word.text, page.text.spans[i], isKnownSafe))
      return byFinding(finding)
    return (
      judgeUnnamed(page, i, policy, isSafe) ??
      (policy.profile === 'strict' ? guessed(page, i, thresholds) : null)
    )
  })
  if (policy.profile !== 'strict') return verdicts
  const canBeName = (word: string): boolean => !isKnownSafe(word, '', 'Nguyen')
  return withHouses(page.words, withBeside(page, withCells(page, verdicts), canBeName, isOrdinary))
}

/** Letters alone: of figures, and of what mixes both, only the rules may say that they are harmless. */
const isWord = (text: string): boolean => /^[^\p{N}]*\p{L}{2}[^\p{N}]*$/u.test(text)

const small =
  /^(?:a|an|the|and|or|of|in|on|at|to|by|for|from|with|without|is|are|was|were|be|been|has|had|have|will|not|no|that|this|which|who|as|if|than|then|but|he|she|it|they|his|her|their|we|our|you|your|may|can)[.,;:]?$/

/** What the tagger takes for an identifier, though no rule does; an hour of the day is none. */
const guessed = (
  { words, guesses, sentDpi, dpi }: Page<'detected'>,
  i: number,
  { guessFrom, figuresFrom }: TriageThresholds,
): Verdict => {
  const [guess, text] = [guesses?.[i], words[i]?.text ?? '']
  const from = guessFrom.find(({ belowDpi }) => (sentDpi ?? dpi) < belowDpi)?.share ?? 1
  const needed = /\p{L}/u.test(text) ? from : figuresFrom
  if (guess === undefined || guess.share < needed || isBare(text) || isTimeOfDay(text) || isMisreadTerm(text))
    return null
  return { class: guess.class, reason: 'identifier', confidence: guess.share }
}

/** A finding of so little score is a guess from the place alone; where the tagger is sure of the word, it says nothing. */
const weakest = 0.3

type Offsets = { readonly start: number; readonly end: number } | undefined

/** A word that a finding touches and that is none of it. */
const isIdle = (finding: Finding, text: string, span: Offsets, isKnownSafe: IsKnownSafe): boolean => {
  const { rule, class: label } = finding
  if (rule.startsWith('tagger-')) return isIdleGuess(finding, text, span, isKnownSafe)
  // The hour behind a date, and what stands between a house and its town.
  if (label === 'DATE') return isTimeOfDay(text)
  return rule === 'facility' && text === 'in'
}

/** 45 CFR 164.514(b)(2)(i)(C) asks for the elements of dates; an hour and a minute are none. */
const isTimeOfDay = (text: string): boolean =>
  /^\(?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?[AaPp][Mm])?[),.;]*$|^[AaPp]\.?[Mm]\.?[),.;]*$|^(?:hrs|hours)[.,;]?$/.test(
    text,
  )

/** No name and no place is written `and`, whatever the tagger makes of the words around it, nor `blood` in small letters. */
const isIdleGuess = (
  { class: label, start, end }: Finding,
  text: string,
  span: Offsets,
  isKnownSafe: IsKnownSafe,
): boolean => {
  // `Foot & Ankle of the Plains`: within a name, the small words are a part of it.
  const isWithin = label === 'LOCATION' && span !== undefined && start < span.start && end > span.end
  if (isWithin && linking.test(text)) return false
  return small.test(text) || (label !== 'OTHER_ID' && isPlainly(text, isKnownSafe))
}

const linking = /^(?:of|the|and|in|at|for|on|to|or|a)$/

/** A word in small letters that would be safe beside a surname and with a capital as well: no name at all. */
const isPlainly = (text: string, isKnownSafe: IsKnownSafe): boolean => {
  const word = /^[("]?(\p{Ll}{3,})[)",.;:]*$/u.exec(text)?.[1]
  return word !== undefined && isKnownSafe(word[0]?.toUpperCase() + word.slice(1), '', 'Nguyen')
}

/** A word that no finding touches, or none that counts. */
const judgeUnnamed = (
  page: Page<'detected'>,
  i: number,
  policy: Policy,
  isSafe: (word: string, before: string, after: string, i: number) => boolean,
): Verdict => {
  const { text, box, confidence } = page.words[i] as Word
  if (!(confidence >= policy.minWordConfidence) || !isPlausible(text, box))
    return unread('low-confidence', confidence)
  if (isBare(text)) return isSmall(box, page.dpi) ? null : unread('unread-ink', confidence)
  if (isSpelled(page, i)) return unread('unknown-word', confidence)
  if (policy.profile === 'balanced') return null
  const told = tellingClass(page, i)
  if (told !== null) return { class: told, reason: 'identifier', confidence: 0.5 }
  return isSafe(text, textBeside(page, i, -1), textBeside(page, i, 1), i)
    ? null
    : unread('unknown-word', confidence)
}

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

/** Neither letter nor digit: a dash, a bullet, or what a reader makes of a stroke of the pen. */
const isBare = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)

const isSmall = ({ left, top, right, bottom }: Box, dpi: number): boolean =>
  right - left <= 0.16 * dpi && bottom - top <= 0.16 * dpi

/** A reader that sees three letters in a box the size of a signature has not read it. */
const isPlausible = (text: string, { left, top, right, bottom }: Box): boolean => {
  const perCharacter = (right - left) / Math.max(1, [...text].length)
  return perCharacter <= 2 * (bottom - top) || [...text].length <= 2
}
