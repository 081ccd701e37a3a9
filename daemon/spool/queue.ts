/**
 * Which name comes next: the oldest that is neither taken nor deferred. Touches names and times of `new/`, opens
 * nothing. A scan is kept until it is used up, so that ten thousand waiting jobs are not listed ten thousand times.
 */
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { namesIn, unless } from './disk.ts'

type Waiting = { readonly name: string; readonly modifiedMs: number }
type Delayed = Waiting & { readonly dueMs: number }

export type Queue = {
  /** Marks the name as taken and gives it; null where nothing waits. */
  readonly take: () => Promise<string | null>
  /** The job has ended: its name may come again. */
  readonly release: (name: string) => void
  readonly defer: (name: string, delayMs: number) => void
  /** The name cannot be moved away: it is passed over from now on. */
  readonly abandon: (name: string) => void
  /** True where a fresh look at the directory finds something to take. */
  readonly hasWaiting: () => Promise<boolean>
  /** Milliseconds until the first deferred name is due; null where none is deferred. */
  readonly nextDueMs: () => number | null
  readonly isAbandoned: (name: string) => boolean
}

/** By time, then by name; the oldest last, where `pop` takes it. */
const youngestFirst = (one: Waiting, two: Waiting): number =>
  two.modifiedMs - one.modifiedMs || (one.name < two.name ? 1 : -1)

export const createQueue = (directory: string, monotonicMs: () => number): Queue => {
  const taken = new Map<string, number>()
  const delayed = new Map<string, Delayed>()
  const abandoned = new Set<string>()
  let waiting: Waiting[] = []

  const isFree = (name: string) => !taken.has(name) && !delayed.has(name) && !abandoned.has(name)

  const scan = async (): Promise<void> => {
    const found: Waiting[] = []
    for (const name of await namesIn(directory)) {
      if (!isFree(name)) continue
      const stats = await unless(['ENOENT'], () => lstat(join(directory, name)))
      if (stats) found.push({ name, modifiedMs: stats.mtimeMs })
    }
    waiting = found.sort(youngestFirst)
  }

  const nextDueMs = (): number | null => {
    let first = Number.POSITIVE_INFINITY
    for (const { dueMs } of delayed.values()) first = Math.min(first, dueMs)
    return delayed.size === 0 ? null : Math.max(0, first - monotonicMs())
  }

  const bringBack = (): void => {
    const due = [...delayed.values()].filter(({ dueMs }) => dueMs <= monotonicMs())
    if (due.length === 0) return
    for (const { name } of due) delayed.delete(name)
    waiting = [...waiting.filter(({ name }) => !due.some(back => back.name === name)), ...due].sort(
      youngestFirst,
    )
  }

  const pop = (): string | null => {
    for (let last = waiting.pop(); last; last = waiting.pop()) {
      if (!isFree(last.name)) continue
      taken.set(last.name, last.modifiedMs)
      return last.name
    }
    return null
  }

  return {
    take: async () => {
      bringBack()
      const name = pop()
      if (name !== null) return name
      await scan()
      return pop()
    },
    release: name => {
      taken.delete(name)
    },
    defer: (name, delayMs) => {
      delayed.set(name, { name, modifiedMs: taken.get(name) ?? 0, dueMs: monotonicMs() + delayMs })
      taken.delete(name)
    },
    abandon: name => {
      abandoned.add(name)
      taken.delete(name)
    },
    hasWaiting: async () => nextDueMs() === 0 || (await namesIn(directory)).some(isFree),
    nextDueMs,
    isAbandoned: name => abandoned.has(name),
  }
}
