/** What the stages add up to. */

export type Counts = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** One line per skipped test: where, what, why. */
  readonly reasons: readonly string[]
  /** One line per failed test: where and what. */
  readonly failures: readonly string[]
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0, reasons: [], failures: [] }

export const add = (one: Counts, two: Counts): Counts => ({
  passed: one.passed + two.passed,
  failed: one.failed + two.failed,
  skipped: one.skipped + two.skipped,
  reasons: [...one.reasons, ...two.reasons],
  failures: [...one.failures, ...two.failures],
})

/** `startedAt` as `performance.now()` gave it. */
export const secondsSince = (startedAt: number): string =>
  `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
