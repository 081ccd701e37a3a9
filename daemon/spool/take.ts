/**
 * The reader's end of an edge. Reads `new/`, owns `kept/` and `rejected/`, holds the reader's private key. It hands
 * out no job whose every byte is not authentic, and one bad job never stops the scan.
 */
import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ownMark } from '../alive.ts'
import { Deferred, Rejected, type RejectedCode } from '../errors.ts'
import { type DocumentId, type EdgeName, parseDocumentId } from '../model/document.ts'
import type { EdgeReader, Job } from '../spool.ts'
import { type Expected, identityAt, type OpenKey, openJobFile, type Place } from './check.ts'
import { namesIn, onDisk, sweepDrafts } from './disk.ts'
import { folders } from './edge.ts'
import { createJob, type Endings } from './job.ts'
import { keepJob, keptIdsIn, rejectJob, removeJob, shredKept, shredRejectedIn } from './kept.ts'
import { createQueue } from './queue.ts'
import { waitForChange } from './watch.ts'

export type ReaderOptions = {
  readonly open: OpenKey
  /** The writer's uid; undefined where any will do. */
  readonly ownerUid?: number
  /** The largest job file taken, in bytes. */
  readonly maxBytes?: number
  /** The scan that does not rely on the watch. */
  readonly scanEveryMs?: number
  /** Runs before a file that failed the check is moved; throws Deferred where its record cannot be written. */
  readonly onReject?: (documentId: DocumentId | null, code: RejectedCode) => Promise<void>
  readonly monotonicMs?: () => number
}

const largestJobBytes = 16 * 1024 ** 3

/**
 * Opens the reader's end and sweeps its own unfinished copies.
 * @throws Deferred `spool-unavailable` where the edge is not there.
 */
export const openEdgeReader = async <E extends EdgeName>(
  edge: E,
  directory: string,
  readerPrivateKey: KeyObject,
  options: ReaderOptions,
): Promise<EdgeReader<E>> => {
  const {
    open,
    ownerUid,
    maxBytes = largestJobBytes,
    scanEveryMs = 60_000,
    onReject = async () => {},
  } = options
  const at = folders(directory)
  const mark = await ownMark()
  const queue = createQueue(at.new, options.monotonicMs ?? (() => performance.now()))
  let failed = false
  await onDisk(() => sweepDrafts(at.kept))

  const expectedIn = (folder: string): Expected<E> => ({
    edge,
    key: readerPrivateKey,
    open,
    maxBytes,
    ownerUid: folder === at.kept ? process.getuid?.() : ownerUid,
  })

  const release = ({ folder, name }: Place) => {
    if (folder === at.new) queue.release(name)
  }

  const endings: Endings = {
    done: async place => {
      await onDisk(() => removeJob(place))
      release(place)
    },
    keep: async place => {
      if (place.folder === at.kept) return place
      const kept = await onDisk(() => keepJob(place, at.kept, mark))
      release(place)
      return kept
    },
    reject: async (place, code) => {
      await onDisk(() => rejectJob(place.folder, at.rejected, place.name, code))
      release(place)
    },
    defer: ({ folder, name }, delayMs) => {
      if (folder === at.new) queue.defer(name, delayMs)
    },
  }

  /** Null where the name is gone. @throws Rejected where the file is no job of this name. */
  const openNamed = async (folder: string, name: string): Promise<Job<E> | null> => {
    const opened = await openJobFile(join(folder, name), expectedIn(folder))
    if (opened === null) return null
    if (opened.header.documentId === name) {
      return createJob(opened, { folder, name, identity: opened.identity }, endings)
    }
    opened.key.dek.fill(0)
    throw new Rejected('bad-header')
  }

  const rejectNamed = async (folder: string, name: string, code: RejectedCode): Promise<boolean> => {
    await onReject(parseDocumentId(name), code)
    return onDisk(() => rejectJob(folder, at.rejected, name, code))
  }

  /** The job, or null where the name was gone or has been rejected. */
  const openOrReject = async (folder: string, name: string): Promise<Job<E> | null> => {
    try {
      return await openNamed(folder, name)
    } catch (thrown) {
      if (!(thrown instanceof Rejected)) throw thrown
      if (!(await rejectNamed(folder, name, thrown.code))) queue.abandon(name)
      return null
    }
  }

  /** A name that cannot be opened or recorded now waits for the next scan and does not hold up the rest. */
  const takeNext = async (): Promise<Job<E> | null> => {
    const failing: string[] = []
    let last: Deferred | null = null
    try {
      for (let name = await queue.take(); name !== null; name = await queue.take()) {
        try {
          const job = await openOrReject(at.new, name)
          if (job) return job
          queue.release(name)
        } catch (thrown) {
          if (!(thrown instanceof Deferred)) throw thrown
          last = thrown
          failing.push(name)
        }
      }
    } finally {
      for (const name of failing) queue.defer(name, scanEveryMs)
    }
    if (last) throw last
    return null
  }

  return {
    next: async () => {
      failed = true
      const job = await onDisk(takeNext)
      failed = false
      return job
    },
    changed: signal => {
      const delayMs = Math.min(scanEveryMs, queue.nextDueMs() ?? scanEveryMs)
      return waitForChange(at.new, delayMs, signal, async () => !failed && (await queue.hasWaiting()))
    },
    waits: documentId => onDisk(async () => (await identityAt(join(at.new, documentId))) !== null),
    kept: documentId => onDisk(() => openOrReject(at.kept, documentId)),
    keptIds: () => onDisk(() => keptIdsIn(at.kept)),
    shred: documentId => onDisk(() => shredKept(at.kept, documentId)),
    shredRejected: (before, record) => onDisk(() => shredRejectedIn(at.rejected, before, record)),
    counts: () =>
      onDisk(async () => ({
        waiting: (await namesIn(at.new)).filter(name => !queue.isAbandoned(name)).length,
        kept: (await keptIdsIn(at.kept)).length,
        rejected: (await namesIn(at.rejected)).length,
      })),
  }
}
