/**
 * What a form takes apart: a date whose month, day and year stand in boxes of their own, and the lines above a street, which say
 * who lives or works there. Found by their places on the page, whatever blocks and lines a reader made of them. Pure.
 */
import type { Box } from '../../model/geometry.ts'
import type { Page, Word } from '../../model/page.ts'
import { onOneRow } from '../ink/boxes.ts'
import type { Verdict } from './verdict.ts'

/** Boxes of one date stand no farther apart than so many heights of a figure. */
const widestCellGap = 9

export const withCells = (page: Page<'detected'>, verdicts: readonly Verdict[]): Verdict[] => {
  const grown = [...verdicts]
  for (const date of datesIn(page.words)) for (const i of date) grown[i] ??= partOf('DATE')
  for (const i of namesOfCard(page.words)) grown[i] ??= partOf('NAME')
  for (const i of namesAboveStreets(page.words, verdicts)) grown[i] ??= partOf('LOCATION')
  return grown
}

const partOf = (label: 'DATE' | 'LOCATION' | 'NAME'): Verdict => ({
  class: label,
  reason: 'identifier',
  confidence: 0.5,
})

const ofCard =
  /^(?:DLN?|LN|FN|EXP|ISS|HGT|WGT|EYES?|LICEN[SC]E|IDENTIFICATION|ENDORSEMENTS?|END|REST|CLASS)[.:]?$/

/** `1 BLOCK 2 OSCAR`: 1 is the family name and 2 the given name on a card by the AAMVA's standard, printed in capitals. */
const namesOfCard = (words: readonly Word[]): number[] => {
  if (new Set(words.flatMap(({ text }) => (ofCard.test(text) ? [text] : []))).size < 3) return []
  return words.flatMap(({ text, line }, i) => {
    const before = words[i - 1]
    const isNumbered = before !== undefined && before.line === line && /^[12][.:]?$/.test(before.text)
    return isNumbered && /^\p{Lu}{2}[\p{Lu}'’,-]*$/u.test(text) && !ofCard.test(text) ? [i] : []
  })
}

type Placed = { readonly i: number; readonly text: string; readonly box: Box }

/** Three figures beside each other that can be a date, with nothing but separators between them. */
const datesIn = (words: readonly Word[]): number[][] => {
  const figures = words.flatMap(({ text, box }, i): Placed[] => {
    const core = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    return /^(?:\d{1,2}|(?:19|20)\d{2})$/.test(core) ? [{ i, text: core, box }] : []
  })
  return figures.flatMap(first => {
    const second = nextOf(first, figures)
    const third = second && nextOf(second, figures)
    return second && third && isDate(first.text, second.text, third.text)
      ? [[first.i, second.i, third.i]]
      : []
  })
}

const nextOf = (one: Placed, figures: readonly Placed[]): Placed | undefined => {
  const height = one.box.bottom - one.box.top
  const right = figures.filter(
    ({ i, box }) =>
      i !== one.i &&
      onOneRow(one.box, box) &&
      box.left >= one.box.right - 1 &&
      box.left - one.box.right <= widestCellGap * height,
  )
  return right.toSorted((a, b) => a.box.left - b.box.left)[0]
}

const isDate = (...parts: readonly [string, string, string]): boolean => {
  const [month, day, year] = parts.map(Number) as [number, number, number]
  const isWhole = (m: number, d: number) => m >= 1 && m <= 12 && d >= 1 && d <= 31
  if (parts[2].length === 4) return isWhole(month, day) || isWhole(day, month)
  return parts.every(part => part.length === 2) && isWhole(month, day) && year <= 99
}

const mostInName = 7

/** The words of a line of capitals that stands right above a line which begins with a house number. */
const namesAboveStreets = (words: readonly Word[], verdicts: readonly Verdict[]): number[] =>
  words.flatMap((word, i) => {
    if (verdicts[i]?.class !== 'LOCATION' || !/^\d{1,6}[A-Z]?$/.test(word.text)) return []
    const before = words[i - 1]
    if (before && before.line === word.line && before.block === word.block) return []
    const above = lineAbove(words, word)
    const isName =
      above.length <= mostInName &&
      above.every(({ text }) => /^[^\p{Ll}:]/u.test(text) && !text.endsWith(':'))
    return isName ? above.map(({ i: at }) => at) : []
  })

/** All words of the nearest row over a word, as far as they stand over its line. */
const lineAbove = (words: readonly Word[], { box, line, block }: Word): Placed[] => {
  const height = box.bottom - box.top
  const right = Math.max(
    ...words.filter(one => one.line === line && one.block === block).map(one => one.box.right),
  )
  const near = words.flatMap(({ text, box: over }, i): Placed[] => {
    const gap = box.top - over.bottom
    const isOver = over.left < right + 2 * height && over.right > box.left - 2 * height
    return gap > -0.3 * height && gap < 1.6 * Math.max(height, over.bottom - over.top) && isOver
      ? [{ i, text, box: over }]
      : []
  })
  const [lowest] = near.toSorted((a, b) => b.box.bottom - a.box.bottom)
  return lowest === undefined ? [] : near.filter(one => onOneRow(one.box, lowest.box))
}
