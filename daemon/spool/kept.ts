/**
 * The reader's own folders: `kept/`, where a job waits still sealed until `shred`, and `rejected/`, where it stays.
 * Nothing is decrypted here. A kept job is a copy that the reader owns: of the writer's file (0640) it could not
 * overwrite the wrapped key, and the writer might still hold it open.
 */
import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, rename, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isRejectedCode, type RejectedCode } from '../errors.ts'
import { type DocumentId, parseDocumentId } from '../model/document.ts'
import { identityAt, isSame, type Place, reopen } from './check.ts'
import {
  createNew,
  draftName,
  errnoOf,
  namesIn,
  onDisk,
  readFull,
  syncDirectory,
  unless,
  writeAll,
} from './disk.ts'
import { headerLimit, prefixBytes } from './header.ts'
import { chunkBytes } from './stream.ts'

/** Removes the name if it still is this file; a repeat that has taken its place stays. */
export const removeJob = async ({ folder, name, identity }: Place): Promise<void> => {
  const path = join(folder, name)
  const there = await identityAt(path)
  if (there === null || !isSame(there, identity)) return
  await unless(['ENOENT'], () => unlink(path))
  await syncDirectory(folder)
}

const copyInto = async (from: Place, draft: string): Promise<void> => {
  const source = await reopen(from)
  try {
    const target = await createNew(draft, 0o600)
    try {
      const { size } = await source.stat()
      const buffer = Buffer.alloc(Math.min(size, chunkBytes))
      for (let at = 0; at < size; at += buffer.length) {
        const part = buffer.subarray(0, Math.min(buffer.length, size - at))
        if (await readFull(source, part, at)) await writeAll(target, part)
      }
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Copies the job to `kept/`, commits it there, only then removes it where it was, and says where it is now. */
export const keepJob = async (from: Place, kept: string, mark: string): Promise<Place> => {
  const draft = join(kept, draftName(from.name, mark, randomBytes(8)))
  try {
    await copyInto(from, draft)
    const identity = await identityAt(draft)
    await rename(draft, join(kept, from.name))
    await syncDirectory(kept)
    await removeJob(from)
    return { folder: kept, name: from.name, identity: identity ?? from.identity }
  } catch (thrown) {
    await unlink(draft).catch(() => {})
    throw thrown
  }
}

export const keptIdsIn = async (kept: string): Promise<readonly DocumentId[]> =>
  (await namesIn(kept))
    .map(parseDocumentId)
    .filter(id => id !== null)
    .sort()

/** Overwrites the head of the file, as long as any header can be, and with it the only wrapped copy of the data key. */
const destroyHeader = async (path: string): Promise<void> => {
  const handle = await open(path, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const { size } = await handle.stat()
    await writeAll(handle, Buffer.alloc(Math.min(size, prefixBytes + headerLimit)))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** False where there was none. */
export const shredKept = async (kept: string, documentId: DocumentId): Promise<boolean> => {
  const path = join(kept, documentId)
  if ((await unless(['ENOENT'], async () => destroyHeader(path).then(() => true))) === null) return false
  await unless(['ENOENT'], () => unlink(path))
  await syncDirectory(kept)
  return true
}

type Recorded = (documentId: DocumentId | null, code: RejectedCode | null) => Promise<void>

/** The moment of a rejection is that of its rename: the inode's change time, which no writer can set. */
const rejectedAt = async (path: string): Promise<Date | null> => {
  const facts = await unless(['ENOENT'], () => lstat(path))
  return facts === null || facts.isDirectory() ? null : facts.ctime
}

/** Destroys what came into `rejected/` before a moment, each after its record. Directories are left for a person. */
export const shredRejectedIn = async (rejected: string, before: Date, record: Recorded): Promise<number> => {
  let count = 0
  for (const name of await namesIn(rejected)) {
    const path = join(rejected, name)
    const at = await rejectedAt(path)
    if (at === null || at >= before) continue
    const [id, code] = name.split('.')
    await record(parseDocumentId(id), isRejectedCode(code) ? code : null)
    // A file that the writer still owns cannot be overwritten by us, nor a link be followed: it is unlinked alone.
    await unless(['EACCES', 'EPERM', 'ELOOP', 'ENXIO', 'ENOENT'], () => destroyHeader(path))
    await unless(['ENOENT'], () => unlink(path))
    count++
  }
  if (count > 0) await syncDirectory(rejected)
  return count
}

/** A name that is no document id is untrusted text and is not carried on. */
const rejectedName = (name: string, code: RejectedCode): string =>
  parseDocumentId(name)
    ? `${name}.${code}`
    : `unnamed-${createHash('sha256').update(name).digest('hex').slice(0, 24)}.${code}`

/** What a rename says where the target is taken by another kind of thing, or by a directory that is not empty. */
const taken = ['EEXIST', 'ENOTEMPTY', 'EISDIR', 'ENOTDIR']

/** Moves what is under this name, whatever it is, to `rejected/<name>.<code>`: one rename, which needs no room. */
const moveToRejected = async (from: string, rejected: string, name: string): Promise<void> => {
  try {
    await rename(from, join(rejected, name))
  } catch (thrown) {
    if (!taken.includes(errnoOf(thrown) ?? '')) throw thrown
    await rename(from, join(rejected, `${name}.${randomBytes(8).toString('hex')}`))
  }
}

/**
 * Rejects what is under this name in `folder`. False where it cannot be moved: a directory that the writer owns
 * keeps its place (its `..` is not ours to change) unless it is empty.
 */
export const rejectJob = async (
  folder: string,
  rejected: string,
  name: string,
  code: RejectedCode,
): Promise<boolean> => {
  const from = join(folder, name)
  try {
    await moveToRejected(from, rejected, rejectedName(name, code))
  } catch (thrown) {
    const errno = errnoOf(thrown)
    if (errno === 'ENOENT') return true
    if (errno !== 'EACCES' && errno !== 'EPERM') return onDisk(() => Promise.reject(thrown))
    if ((await rmdir(from).catch(() => null)) === null) return false
  }
  await syncDirectory(folder)
  await syncDirectory(rejected)
  return true
}
