/**
 * One source, scanned for as long as the service runs. A hint or a timer begins a scan; the scan is the truth. Touches
 * its folder only through the port.
 */
import { consider, type EntryContext, type EntryDependencies, type Outlook, settled } from './entry.ts'
import { deferredCodeOf } from './fault.ts'
import type { CaptureConfig, DropFolder, Entry, SourceConfig } from './ports.ts'
import { timingOf } from './settle.ts'

export type SourceWatch = {
  /** Ends when the signal aborts. */
  readonly running: Promise<void>
  /** Resolves after a whole scan that left nothing to be taken soon: all that is there is incomplete, deferred or left. */
  readonly idle: () => Promise<void>
}

const scanMs = 60_000
const shortestPauseMs = 50
const longestPauseMs = 1_000

const pause = (signal: AbortSignal, delayMs: number): Promise<void> =>
  new Promise(resolve => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, delayMs)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })

/** Lists the folder, or says once that it cannot be listed. */
const listing = ({ log }: EntryDependencies, source: string, folder: DropFolder) => {
  let unavailable = false
  return async (): Promise<readonly Entry[] | null> => {
    try {
      const entries = await folder.list()
      unavailable = false
      return entries
    } catch (thrown) {
      if (deferredCodeOf(thrown) === null) throw thrown
      if (!unavailable) log('warning', 'deferred', { code: 'source-unavailable', source })
      unavailable = true
      return null
    }
  }
}

const scan = async (
  context: EntryContext,
  entries: readonly Entry[],
  soonestMs: number,
): Promise<Outlook> => {
  const { states, deps } = context
  const present = new Set(entries.map(entry => entry.key))
  for (const key of states.keys()) if (!present.has(key)) states.delete(key)
  let [againMs, busy] = [Number.POSITIVE_INFINITY, false]
  for (const entry of entries) {
    if (deps.signal.aborted) break
    const outlook = await consider(context, entry)
    // What is still on its way is looked at as often as a polled folder, in case a hint is lost.
    if (outlook !== settled) againMs = Math.min(againMs, outlook.againMs, soonestMs)
    busy ||= outlook.busy
  }
  return { againMs, busy }
}

/** Who waits for a quiet folder; asking begins a scan. */
const createIdle = (signal: AbortSignal) => {
  let waiters: (() => void)[] = []
  let nudge = new AbortController()
  return {
    /** Those who asked before this scan, and a signal that one more has asked. */
    begin: () => {
      const asked = waiters
      waiters = []
      nudge = new AbortController()
      return { asked, nudged: nudge.signal }
    },
    again: (asked: readonly (() => void)[]) => waiters.push(...asked),
    ask: () =>
      new Promise<void>(resolve => {
        waiters.push(resolve)
        nudge.abort()
        if (signal.aborted) resolve()
      }),
    end: () => {
      for (const resolve of waiters) resolve()
    },
  }
}

export const watchSource = (
  deps: EntryDependencies,
  config: CaptureConfig,
  source: SourceConfig,
  folder: DropFolder,
): SourceWatch => {
  const { signal, monotonicMs } = deps
  const timing = timingOf(config, source)
  const context = { deps, source: source.id, timing, maxFileBytes: config.maxFileBytes, states: new Map() }
  const list = listing(deps, source.id, folder)
  const idle = createIdle(signal)
  const restMs = source.polling ? source.pollIntervalMs : scanMs

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const { asked, nudged } = idle.begin()
      const startMs = monotonicMs()
      const entries = await list()
      const outlook = entries && (await scan(context, entries, source.pollIntervalMs))
      if (outlook?.busy) idle.again(asked)
      else for (const resolve of asked) resolve()
      // A folder that is written to all the time must not be scanned all the time.
      const restingMs = Math.min(longestPauseMs, Math.max(shortestPauseMs, 2 * (monotonicMs() - startMs)))
      await pause(signal, restingMs)
      const againMs = Math.min(restMs, outlook?.againMs ?? source.pollIntervalMs)
      await folder.changed(AbortSignal.any([signal, nudged]), Math.max(0, againMs - restingMs))
    }
    idle.end()
  }
  return { running: run(), idle: idle.ask }
}
