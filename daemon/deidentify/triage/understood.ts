/** How much of a page's ink was understood, and what the rest seems to be. */
import type { InkDoubts } from '../../model/page.ts'
import { boxOf, type Ink, inkWithin } from '../ink.ts'
import { nobody, type Owners } from './owner.ts'
import type { Closed, Verdict } from './verdict.ts'

/** Smaller marks are noise. Inches. */
const smallestLetterIn = 0.03

type Fate = 'understood' | keyof InkDoubts

/**
 * Of the ink without rules, borders, specks, barcodes and pictures (which have reasons of their own), the share that
 * belongs to words which were released or judged identifiers; and of the rest, what it looks like.
 */
export const understood = (
  ink: Ink,
  owners: Owners,
  verdicts: readonly Verdict[],
  closed: readonly Closed[],
  dpi: number,
): { readonly inkUnderstood: number; readonly inkDoubts: InkDoubts } => {
  const sums: Record<Fate, number> = { understood: 0, drawn: 0, unread: 0, unsure: 0, unknown: 0, noise: 0 }
  for (let i = 0; i < ink.marks.count; i++) {
    const owner = owners[i] as number
    if (owner < nobody || ink.kinds[i] === 'speck') continue
    if (closed.some(({ box }) => inkWithin(ink.marks, i, box) > 0)) continue
    sums[owner >= 0 ? fateOf(verdicts[owner] ?? null) : kindOf(ink, i, dpi)] += ink.marks.area[i] as number
  }
  const total = Object.values(sums).reduce((sum, one) => sum + one, 0)
  const share = (one: number) => (total === 0 ? 0 : one / total)
  const { understood: known, drawn, unread, unsure, unknown, noise } = sums
  return {
    inkUnderstood: total === 0 ? 1 : known / total,
    inkDoubts: {
      drawn: share(drawn),
      unread: share(unread),
      unsure: share(unsure),
      unknown: share(unknown),
      noise: share(noise),
    },
  }
}

/** Masked for caution, by a guess that is no surer than this, is not understood. */
const mostGuess = 0.5

const fateOf = (verdict: Verdict): Fate => {
  if (verdict === null || verdict.reason === 'repeat') return 'understood'
  if (verdict.reason === 'identifier') return verdict.confidence > mostGuess ? 'understood' : 'unknown'
  if (verdict.reason === 'unknown-word') return 'unknown'
  return verdict.reason === 'low-confidence' ? 'unsure' : 'unread'
}

const kindOf = (ink: Ink, i: number, dpi: number): Fate => {
  if (ink.kinds[i] === 'drawing') return 'drawn'
  const { left, top, right, bottom } = boxOf(ink.marks, i)
  return Math.max(right - left, bottom - top) <= smallestLetterIn * dpi ? 'noise' : 'unread'
}
