/** What a test has begun is ended in reverse order; one end that fails does not keep the others from theirs. */
import type { TestContext } from 'node:test'

export type Undo = (end: () => unknown) => void

export const undoAfter = (t: TestContext): Undo => {
  const ends: (() => unknown)[] = []
  t.after(async () => {
    const failures: unknown[] = []
    for (const end of ends.reverse()) {
      try {
        await end()
      } catch (thrown) {
        failures.push(thrown)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'taking down failed')
  })
  return end => void ends.push(end)
}
