/**
 * Destroys rejected documents when the policy's days are over, each with its record. Where the policy names no days they
 * stay until somebody removes them: nothing that was accepted is dropped by time alone unless a person has signed for it.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Audit } from '../audit.ts'
import { Deferred } from '../errors.ts'
import type { Log } from '../log.ts'
import type { EdgeReader } from '../spool.ts'

export type RetentionDeps = {
  readonly edges: readonly Pick<EdgeReader<'captured' | 'decided' | 'receipts'>, 'shredRejected'>[]
  readonly rejectedDays: number | null
  readonly audit: Audit
  readonly log: Log
  readonly clock: () => Date
}

const dayMs = 86_400_000
const everyMs = 3_600_000

/** One sweep. Gives how many were destroyed. @throws Deferred where a record cannot be written. */
export const shredExpired = async ({
  edges,
  rejectedDays,
  audit,
  log,
  clock,
}: RetentionDeps): Promise<number> => {
  if (rejectedDays === null) return 0
  const before = new Date(clock().getTime() - rejectedDays * dayMs)
  let count = 0
  for (const edge of edges)
    count += await edge.shredRejected(before, async (documentId, code) => {
      await audit({
        action: 'shredded',
        ...(documentId === null ? {} : { documentId }),
        ...(code === null ? {} : { code }),
      })
    })
  if (count > 0) log('info', 'shredded', { count })
  return count
}

/** Sweeps at once and every hour until the signal aborts; what cannot be recorded now waits for the next hour. */
export const keepRetention = async (deps: RetentionDeps, signal: AbortSignal): Promise<void> => {
  if (deps.rejectedDays === null) return
  while (!signal.aborted) {
    try {
      await shredExpired(deps)
    } catch (thrown) {
      if (!(thrown instanceof Deferred)) throw thrown
      deps.log('warning', 'deferred', { code: thrown.code })
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
}
