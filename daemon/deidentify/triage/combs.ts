/**
 * Boxes with one letter or figure each, as forms want names and numbers written: three or more single characters on a row spell
 * something, whatever blocks and lines a reader made of them. For the profile `strict`. Pure.
 */
import type { Box } from '../../model/geometry.ts'
import type { Word } from '../../model/page.ts'
import { heightOf, onOneRow } from '../ink/boxes.ts'
import { fewestSpelled, isSingle } from './telling.ts'
import { unread, type Verdict } from './verdict.ts'

/** Boxes of a comb stand no farther apart than so many heights of a letter. */
const widestGap = 2.5

type Single = { readonly i: number; readonly box: Box }

export const withCombs = (words: readonly Word[], verdicts: readonly Verdict[]): Verdict[] => {
  const singles = words
    .flatMap(({ text, box }, i): Single[] => (isSingle(text) ? [{ i, box }] : []))
    .sort((one, two) => one.box.left - two.box.left)
  const spelled = new Set(combsOf(singles).flatMap(comb => (comb.length >= fewestSpelled ? comb : [])))
  return words.map(
    (word, i) => verdicts[i] ?? (spelled.has(i) ? unread('unknown-word', word.confidence) : null),
  )
}

/** Each single goes to the comb whose last letter stands just left of it. */
const combsOf = (singles: readonly Single[]): number[][] => {
  const combs: { last: Box; members: number[] }[] = []
  for (const { i, box } of singles) {
    const comb = combs.find(({ last }) => isNext(last, box))
    if (comb === undefined) combs.push({ last: box, members: [i] })
    else {
      comb.last = box
      comb.members.push(i)
    }
  }
  return combs.map(({ members }) => members)
}

const isNext = (one: Box, two: Box): boolean =>
  onOneRow(one, two) && two.left - one.right <= widestGap * Math.max(heightOf(one), heightOf(two))
