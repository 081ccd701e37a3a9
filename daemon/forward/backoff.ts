/** How long to wait before the next try: doubling, bounded, and spread so that a fleet does not come back at once. */

export type BackOff = {
  readonly minMs: number
  readonly maxMs: number
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/** The wait after failure number `attempt` (from 1): between half and all of `minMs × 2^(attempt − 1)`, at most `maxMs`. */
export const waitMs = (attempt: number, { minMs, maxMs, random }: BackOff): number => {
  const longest = Math.min(maxMs, minMs * 2 ** Math.min(attempt - 1, 40))
  return Math.round(longest / 2 + (longest / 2) * random())
}
