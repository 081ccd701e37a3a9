/**
 * Capture, joined from its parts: every source watched on its own, all sealing into one edge. Everything it touches is
 * passed in.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Deferred } from '../errors.ts'
import type { EntryDependencies } from './entry.ts'
import type { CaptureConfig, DropFolder, SourceConfig } from './ports.ts'
import { watchSource } from './watch.ts'

export type CaptureDependencies = Omit<EntryDependencies, 'signal'> & {
  readonly config: CaptureConfig
  readonly openFolder: (source: SourceConfig) => DropFolder
  /** Told of a bug that ended a source's watch. */
  readonly fail: (thrown: unknown) => void
}

export type Capture = {
  /** Ends within 10 s: what is being sealed is given up, and its file stays. */
  readonly stop: () => Promise<void>
  /** Resolves when no source holds a file that is about to be taken: what is left is incomplete, deferred or no file. */
  readonly idle: () => Promise<void>
}

const stopWithinMs = 8_000

/** @throws Deferred `audit-unavailable`: nothing is watched that could not be recorded. */
export const startCapture = async (dependencies: CaptureDependencies): Promise<Capture> => {
  const { config, openFolder, fail, ...rest } = dependencies
  const stopping = new AbortController()
  const deps = { ...rest, signal: stopping.signal }
  await deps.audit({ action: 'started' })
  const folders = config.sources.map(source => ({ source, folder: openFolder(source) }))
  const watches = folders.map(({ source, folder }) => watchSource(deps, config, source, folder))
  for (const { running } of watches) running.catch(fail)

  const stop = async (): Promise<void> => {
    if (stopping.signal.aborted) return
    stopping.abort()
    const ended = Promise.allSettled(watches.map(watch => watch.running))
    await Promise.race([ended, sleep(stopWithinMs, undefined, { ref: false })])
    await Promise.all(folders.map(({ folder }) => folder.close()))
    await deps.audit({ action: 'stopped' }).catch((thrown: unknown) => {
      if (!(thrown instanceof Deferred)) throw thrown
    })
  }
  const idle = async (): Promise<void> => {
    await Promise.all(watches.map(watch => watch.idle()))
  }
  return { stop, idle }
}
