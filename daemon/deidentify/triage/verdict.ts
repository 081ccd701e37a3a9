/** What becomes of a word or a region, and why. */
import type { Box } from '../../model/geometry.ts'
import type { Masked } from '../../model/page.ts'

/** Why a word stays masked; null where it may be released. */
export type Verdict = Omit<Masked, 'quad'> | null

/** A region in which nothing is released. */
export type Closed = { readonly box: Box; readonly verdict: NonNullable<Verdict> }

export const unread = (reason: Masked['reason'], confidence: number): NonNullable<Verdict> => ({
  class: 'UNREAD',
  reason,
  confidence,
})
