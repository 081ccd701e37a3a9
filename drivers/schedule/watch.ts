/** Keeps the schedule in memory up to date: looks every minute whether the file is another one, or has ended. */
import { readSchedule, removeSchedule, type Schedule } from './file.ts'

const everyMs = 60_000

export type WatchedSchedule = {
  readonly tagOf: (skeleton: string) => number | null
  /** Entries now; 0 where there is no schedule. */
  readonly count: () => number
  readonly close: () => void
}

/** @param onFault told of a file that is no schedule; what was read before stays in force. */
export const watchSchedule = async (
  path: string,
  key: Uint8Array,
  { nowMs, onFault }: { readonly nowMs: () => number; readonly onFault: () => void },
): Promise<WatchedSchedule> => {
  let current: Schedule | null = null
  const refresh = async (): Promise<void> => {
    const read = await readSchedule(path, key)
    if (read !== null && read.endsAtMs <= nowMs()) {
      current = null
      await removeSchedule(path)
    } else current = read
  }
  await refresh().catch(onFault)
  const timer = setInterval(() => void refresh().catch(onFault), everyMs)
  timer.unref()
  return {
    tagOf: skeleton => current?.tagOf(skeleton) ?? null,
    count: () => current?.count ?? 0,
    close: () => clearInterval(timer),
  }
}
