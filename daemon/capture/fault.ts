/** From a thrown fault of the world to its code. The system's and SQLite's messages, which quote paths, end here. Pure. */
import { Deferred, type DeferredCode } from '../errors.ts'

const firstDelayMs = 1_000
const longestDelayMs = 60_000

/** The delay before attempt `n + 1`, doubling from 1 s to 1 min. */
export const backOffMs = (attempt: number): number =>
  Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt - 1, 10))

/** Null for a bug. */
export const deferredCodeOf = (thrown: unknown): DeferredCode | null => {
  if (thrown instanceof Deferred) return thrown.code
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(thrown.code)) return 'disk-full'
  if (thrown.code.startsWith('SQLITE_')) return 'spool-unavailable'
  return 'syscall' in thrown ? 'source-unavailable' : null
}
