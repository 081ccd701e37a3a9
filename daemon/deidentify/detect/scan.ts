/**
 * A text made ready for the rules: its tokens, and two spellings of the same length in which the usual OCR confusions
 * are undone, so that an offset in one is an offset in all. Pure.
 */
import type { Gazetteer } from '../../model/gazetteer.ts'
import type { Finding, IdentifierClass } from '../../model/identifier.ts'
import { asFigures, asLetters } from './confusions.ts'
import { createLexicon, type Known } from './lexicon.ts'
import type { RuleName } from './rulenames.ts'

export type Token = {
  /** As written, without a possessive `'s`. */
  readonly text: string
  readonly start: number
  /** Without the possessive `'s`. */
  readonly end: number
  readonly possessive: boolean
  /** A letter or more and no digit, once confusions are undone. */
  readonly alphabetic: boolean
  readonly shape: 'lower' | 'Title' | 'UPPER' | 'miXed' | 'figure'
  /** What stands between the token before and this one. */
  readonly gap: string
  /** Most words of its line are in capitals, so that capitals tell nothing. */
  readonly shouted: boolean
  /** Its line is typed without capitals, but for abbreviations. */
  readonly casual: boolean
}

export type Scan = {
  readonly text: string
  /** Letters instead of digits inside words: `PATlENT` → `PATIENT`, `D0B` → `DOB`. Same length as `text`. */
  readonly letters: string
  /** Digits instead of letters inside numbers: `O3/l2/I971` → `03/12/1971`. Same length as `text`. */
  readonly figures: string
  readonly tokens: readonly Token[]
  readonly know: (untrustedWord: string) => Known
  readonly gazetteer: Gazetteer
}

export type Rule = (scan: Scan) => Iterable<Finding>

export const found = (
  identifierClass: IdentifierClass,
  rule: RuleName,
  start: number,
  end: number,
  score: number,
): Finding => ({ start, end, class: identifierClass, score, rule })

const tokenPattern = /[\p{L}\p{M}\p{N}]+(?:['’`ʼ][\p{L}\p{M}\p{N}]+)*/gu
const possessivePattern = /['’`ʼ]s$/i

const shapeOf = (word: string): Token['shape'] => {
  if (/^\p{N}+$/u.test(word)) return 'figure'
  const lower = word.toLowerCase()
  if (word === lower) return 'lower'
  if (word === word.toUpperCase()) return word.length === 1 ? 'Title' : 'UPPER'
  return /^\p{Lu}[^\p{Lu}]*$/u.test(word) ? 'Title' : 'miXed'
}

type Draft = { -readonly [K in keyof Token]: Token[K] }

const draftToken = (raw: string, letters: string, start: number, gap: string): Draft => {
  const possessive = possessivePattern.test(raw)
  const length = raw.length - (possessive ? 2 : 0)
  const text = letters.slice(0, length)
  return {
    text,
    start,
    end: start + length,
    possessive,
    alphabetic: !/\p{N}/u.test(text),
    shape: shapeOf(text),
    gap,
    shouted: false,
    casual: false,
  }
}

/** Marks the tokens of a line where capitals are the rule: two words or more, two thirds of them in capitals. */
const markShouted = (line: readonly Draft[]): void => {
  const words = line.filter(token => token.alphabetic && token.text.length > 1)
  const upper = words.filter(token => token.shape === 'UPPER').length
  const capitals = words.filter(
    token => token.shape === 'Title' || (token.shape === 'UPPER' && token.text.length > 5),
  ).length
  if (capitals === 0 && words.length - upper > 2) for (const token of line) token.casual = true
  if (upper === 0 || upper * 3 < words.length * 2) return
  for (const token of line) token.shouted = true
}

const tokenise = (text: string, letters: string): readonly Token[] => {
  const tokens: Draft[] = []
  let line: Draft[] = []
  let last = 0
  for (const match of text.matchAll(tokenPattern)) {
    const gap = text.slice(last, match.index)
    if (gap.includes('\n')) {
      markShouted(line)
      line = []
    }
    last = match.index + match[0].length
    const token = draftToken(match[0], letters.slice(match.index, last), match.index, gap)
    line.push(token)
    tokens.push(token)
  }
  markShouted(line)
  return tokens
}

export const scanOf = (text: string, gazetteer: Gazetteer): Scan => {
  const letters = asLetters(text)
  return {
    text,
    letters,
    figures: asFigures(text),
    tokens: tokenise(text, letters),
    know: createLexicon(gazetteer),
    gazetteer,
  }
}

/** A line that is longer is read as several. */
const maxLine = 400

/** The start of the line that holds `at`. */
export const lineStart = (text: string, at: number): number => {
  const from = Math.max(0, at - maxLine)
  return from + text.slice(from, at).lastIndexOf('\n') + 1
}

/** The end of the line that holds `at`. */
export const lineEnd = (text: string, at: number): number => {
  const rest = text.slice(at, at + maxLine)
  const end = rest.indexOf('\n')
  return at + (end === -1 ? rest.length : end)
}
