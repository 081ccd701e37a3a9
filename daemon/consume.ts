/**
 * Takes the jobs of one edge, one after another, and ends each as the design says: *done* (by the handler),
 * *deferred* (kept, with a growing back-off) or *rejected* (kept sealed, with a code, after its audit record).
 */
import type { Audit } from './audit.ts'
import { Deferred, Rejected } from './errors.ts'
import type { Log } from './log.ts'
import type { EdgeName } from './model/document.ts'
import type { EdgeReader, Job } from './spool.ts'

export type Consumer<E extends EdgeName> = {
  readonly edge: E
  readonly reader: EdgeReader<E>
  /** Ends the job by `done` or `keep`, or throws Rejected, Deferred, or a bug. */
  readonly handle: (job: Job<E>) => Promise<void>
  readonly audit: Audit
  readonly log: Log
  readonly signal: AbortSignal
}

const firstDelayMs = 1_000
const longestDelayMs = 5 * 60_000

/** The delay before attempt `n + 1`, doubling from 1 s to 5 min. */
export const backOffMs = (attempt: number): number =>
  Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt - 1, 20))

/** Runs until the signal aborts. @throws whatever is neither Rejected nor Deferred: a bug. */
export const consume = async <E extends EdgeName>(consumer: Consumer<E>): Promise<void> => {
  const attempts = new Map<string, number>()
  while (!consumer.signal.aborted) {
    const job = await nextJob(consumer)
    if (job === null) await consumer.reader.changed(consumer.signal)
    else await handleOne(consumer, job, attempts)
  }
}

/** An edge that cannot be read now (a full disk, a lost mount) is waited for, as its jobs are. */
const nextJob = async <E extends EdgeName>({ reader, log, edge }: Consumer<E>): Promise<Job<E> | null> => {
  try {
    return await reader.next()
  } catch (thrown) {
    if (!(thrown instanceof Deferred)) throw thrown
    log('warning', 'deferred', { edge, code: thrown.code })
    return null
  }
}

const handleOne = async <E extends EdgeName>(
  consumer: Consumer<E>,
  job: Job<E>,
  attempts: Map<string, number>,
): Promise<void> => {
  const { log, edge, signal } = consumer
  const { documentId } = job.header
  try {
    await handled(consumer, job)
    attempts.delete(documentId)
  } catch (thrown) {
    if (signal.aborted) return
    if (!(thrown instanceof Deferred)) throw thrown
    const attempt = (attempts.get(documentId) ?? 0) + 1
    attempts.set(documentId, attempt)
    job.defer(backOffMs(attempt))
    log('warning', 'deferred', { documentId, edge, code: thrown.code, attempt })
  }
}

/** The job done, or rejected after its record. @throws Deferred also where the rejection cannot be recorded. */
const handled = async <E extends EdgeName>(
  { handle, audit, log, edge }: Consumer<E>,
  job: Job<E>,
): Promise<void> => {
  const { documentId } = job.header
  try {
    await handle(job)
  } catch (thrown) {
    if (!(thrown instanceof Rejected)) throw thrown
    await audit({ action: 'rejected', documentId, code: thrown.code })
    await job.reject(thrown.code)
    log('warning', 'rejected', { documentId, edge, code: thrown.code })
  }
}
