/**
 * Waits until there may be something new. The file watch is a hint and may fail or be lost; the timer is the truth.
 * Touches one directory, to watch it.
 */
import { type FSWatcher, watch } from 'node:fs'

/** A watch that cannot be had (inotify's limits, a missing directory) is done without. */
const watchQuietly = (directory: string, onHint: () => void): FSWatcher | null => {
  try {
    return watch(directory, onHint).on('error', () => {})
  } catch {
    return null
  }
}

/**
 * Resolves at the first change of the directory, after `delayMs`, when the signal aborts, or at once where
 * `isWaiting` says so; it is asked after the watch has begun, so that nothing falls between a scan and the watch.
 */
export const waitForChange = (
  directory: string,
  delayMs: number,
  signal: AbortSignal,
  isWaiting: () => Promise<boolean>,
): Promise<void> =>
  new Promise(resolve => {
    const end = () => {
      clearTimeout(timer)
      watcher?.close()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, delayMs)
    const watcher = watchQuietly(directory, end)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
    else
      isWaiting().then(
        waiting => waiting && end(),
        () => {},
      )
  })
