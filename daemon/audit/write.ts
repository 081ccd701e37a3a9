/**
 * Appends to a service's audit chain. A record that is acknowledged is on disk; calls that come while one is being
 * written share the next fsync, in the order in which they came. Touches the one file and its lock. It never goes on
 * over a chain that does not fit: a last line torn in a crash is cut and that is recorded, anything else is refused.
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ownMark } from '../alive.ts'
import type { Audit, AuditEntry } from '../audit.ts'
import { Deferred } from '../errors.ts'
import type { ServiceName } from '../model/document.ts'
import { withLock } from './lock.ts'
import { type AuditHead, checkEntry, genesis, signRecord, spellRecord } from './record.ts'
import { type Known, readTail } from './tail.ts'

export type OpenAudit = Audit & {
  /** The last acknowledged record; null before the first. */
  readonly head: () => AuditHead | null
  /** Waits for what is under way; later calls are refused. */
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly entry: AuditEntry
  readonly resolve: () => void
  readonly reject: (thrown: unknown) => void
}

/** Records that share one fsync. */
const groupLimit = 256

const unavailable = () => new Deferred('audit-unavailable')

/** What the system refuses is `audit-unavailable`; a bug stays what it is. */
const asUnavailable = (thrown: unknown): unknown =>
  thrown instanceof Error && 'syscall' in thrown ? unavailable() : thrown

const openFile = async (file: string): Promise<FileHandle> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o750 })
  const { O_RDWR, O_CREAT, O_APPEND, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_DIRECTORY } = constants
  const handle = await open(file, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK, 0o640)
  const directory = await open(dirname(file), O_RDONLY | O_DIRECTORY)
  await directory.sync().finally(() => directory.close())
  return handle
}

const append = async (handle: FileHandle, text: string): Promise<void> => {
  const bytes = Buffer.from(text, 'latin1')
  for (let written = 0; written < bytes.length; ) {
    written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten
  }
  await handle.datasync()
}

/** @throws Deferred where the name no longer stands for the file that is open: records would go where nobody looks. */
const checkInPlace = async (handle: FileHandle, file: string): Promise<number> => {
  const [opened, named] = [await handle.stat({ bigint: true }), await stat(file, { bigint: true })]
  if (!opened.isFile() || opened.dev !== named.dev || opened.ino !== named.ino) throw unavailable()
  return Number(opened.size)
}

/**
 * Opens a chain, verifies its last 64 KiB, and repairs what a crash tore.
 * @throws Deferred `audit-unavailable` where the file cannot be used or its end is not sound.
 */
export const openAudit = async (
  file: string,
  service: ServiceName,
  signingKey: KeyObject,
  clock: () => Date,
): Promise<OpenAudit> => {
  const publicKey = createPublicKey(signingKey)
  const mark = await ownMark()
  const handle = await openFile(file).catch(thrown => Promise.reject(asUnavailable(thrown)))
  const queue: Waiting[] = []
  /** What this process has acknowledged or seen acknowledged. */
  let seen: Known = { head: genesis, bytes: 0 }
  let isSeen = false
  let draining: Promise<void> | null = null
  let closed = false

  const write = async (entries: readonly AuditEntry[]): Promise<void> => {
    let { head } = seen
    let text = ''
    for (const entry of entries) {
      const at = clock().toISOString()
      const record = signRecord({ ...entry, seq: head.seq + 1, at, service, prev: head.hash }, signingKey)
      head = { seq: record.seq, hash: record.hash }
      text += `${spellRecord(record)}\n`
    }
    try {
      await append(handle, text)
    } catch (thrown) {
      // Back to what was acknowledged; where even that fails, the next write looks at the end of the file again.
      await handle.truncate(seen.bytes).catch(() => {})
      isSeen = false
      throw thrown
    }
    seen = { head, bytes: seen.bytes + text.length }
  }

  /** Another process may have appended, or a crash have torn the end. What was seen must still be there. */
  const catchUp = async (): Promise<void> => {
    const tail = await readTail(handle, publicKey, seen)
    if (typeof tail === 'string') throw unavailable()
    if (tail.tornBytes > 0) await handle.truncate(tail.soundBytes)
    seen = { head: tail.head, bytes: tail.soundBytes }
    if (tail.tornBytes > 0) await write([{ action: 'tail-cut' }])
    isSeen = true
  }

  const commit = (entries: readonly AuditEntry[]): Promise<void> =>
    withLock(`${file}.lock`, mark, async () => {
      const bytes = await checkInPlace(handle, file)
      if (!isSeen || bytes !== seen.bytes) await catchUp()
      if (entries.length > 0) await write(entries)
    })

  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = queue.splice(0, groupLimit)
      const result = await commit(group.map(({ entry }) => entry)).then(() => null, asUnavailable)
      for (const { resolve, reject } of group) {
        if (result) reject(result)
        else resolve()
      }
    }
    draining = null
  }

  const record: Audit = entry =>
    new Promise((resolve, reject) => {
      if (closed) throw unavailable()
      queue.push({ entry: checkEntry(entry), resolve, reject })
      draining ??= drain()
    })

  try {
    await commit([])
  } catch (thrown) {
    await handle.close()
    throw asUnavailable(thrown)
  }
  return Object.assign(record, {
    head: () => (seen.head.seq === 0 ? null : seen.head),
    close: async () => {
      if (closed) return
      closed = true
      await draining
      await handle.close()
    },
  })
}
