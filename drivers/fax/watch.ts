/**
 * The hint that something in a drop folder moved (chokidar; by polling on network shares). Tells only that, never what:
 * a name never leaves this file. A watch that fails or never fires costs time, not a document: the scan is the truth.
 */
import { watch } from 'chokidar'

export type Hint = {
  /** Resolves at the next hint (at once if one came since the last call), after `timeoutMs`, or when the signal aborts. */
  readonly changed: (signal: AbortSignal, timeoutMs: number) => Promise<void>
  readonly close: () => Promise<void>
}

export type WatchOptions = {
  readonly path: string
  readonly polling: boolean
  readonly pollIntervalMs: number
}

export const watchFolder = ({ path, polling, pollIntervalMs }: WatchOptions): Hint => {
  let hinted = false
  let wake: () => void = () => {}
  const watcher = watch(path, {
    depth: 0,
    followSymlinks: false,
    ignoreInitial: true,
    ignorePermissionErrors: true,
    backend: polling ? 'polling' : 'auto',
    pollingInterval: pollIntervalMs,
    pollingBinaryInterval: pollIntervalMs,
  })
  const hint = () => {
    hinted = true
    wake()
  }
  watcher.on('all', hint)
  watcher.on('raw', hint)
  watcher.on('error', hint)
  return {
    changed: (signal, timeoutMs) =>
      new Promise(resolve => {
        const end = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', end)
          wake = () => {}
          hinted = false
          resolve()
        }
        const timer = setTimeout(end, timeoutMs)
        wake = end
        signal.addEventListener('abort', end)
        if (hinted || signal.aborted) end()
      }),
    close: () => watcher.close(),
  }
}
