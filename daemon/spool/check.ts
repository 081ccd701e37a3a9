/**
 * Opens one file of an edge that somebody else wrote and believes nothing of it: no link is followed, no FIFO waited
 * for, type, links, owner, mode and size are checked on the open file, then the header, then every chunk. What has
 * been read is held in memory and never read from the file again, except chunks, which are authentic or refused.
 */
import type { KeyObject } from 'node:crypto'
import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Deferred, Rejected } from '../errors.ts'
import type { EdgeName } from '../model/document.ts'
import { errnoOf, onDisk, readFull, unless } from './disk.ts'
import { parseHeader, parsePrefix, prefixBytes, type SealedHeader } from './header.ts'
import { dekBytes, openBody, plainBytes, type StreamKey } from './stream.ts'

/** Unwraps a data key. Throws whatever it likes where the key does not open: that is a broken seal. */
export type OpenKey = (untrustedDek: string, readerPrivateKey: KeyObject) => Promise<Uint8Array>

export type Expected<E extends EdgeName> = {
  readonly edge: E
  readonly key: KeyObject
  readonly open: OpenKey
  /** Undefined where any owner will do. */
  readonly ownerUid: number | undefined
  readonly maxBytes: number
}

/** Which file it was; a repeat under the same name is another one. */
export type Identity = { readonly device: bigint; readonly inode: bigint }

/** Where a job's file lies. */
export type Place = { readonly folder: string; readonly name: string; readonly identity: Identity }

export type OpenedJob<E extends EdgeName> = {
  readonly header: SealedHeader<E>
  readonly key: StreamKey
  readonly identity: Identity
  readonly sealedBytes: number
}

const widestMode = 0o640n

const identityOf = ({ dev, ino }: BigIntStats): Identity => ({ device: dev, inode: ino })

export const isSame = (one: Identity, two: Identity): boolean =>
  one.device === two.device && one.inode === two.inode

/** Which file has this name now, without following it; null where there is none. */
export const identityAt = async (path: string): Promise<Identity | null> => {
  const stats = await unless(['ENOENT'], () => lstat(path, { bigint: true }))
  return stats && identityOf(stats)
}

/** @throws Rejected `not-a-file`, `wrong-owner`. Null where the name is gone. */
const openUntrusted = async (path: string): Promise<FileHandle | null> => {
  const seen = await onDisk(() => unless(['ENOENT'], () => lstat(path)))
  if (seen === null) return null
  // Before opening: to open a device can have an effect, and to open a FIFO could wait.
  if (!seen.isFile()) throw new Rejected('not-a-file')
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  try {
    return await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch (thrown) {
    const errno = errnoOf(thrown)
    if (errno === 'ENOENT') return null
    if (errno === 'ELOOP' || errno === 'ENXIO') throw new Rejected('not-a-file')
    if (errno === 'EACCES') throw new Rejected('wrong-owner')
    return onDisk(() => Promise.reject(thrown))
  }
}

const checkFile = <E extends EdgeName>(stats: BigIntStats, { ownerUid, maxBytes }: Expected<E>): void => {
  if (!stats.isFile() || stats.nlink !== 1n) throw new Rejected('not-a-file')
  if (ownerUid !== undefined && stats.uid !== BigInt(ownerUid)) throw new Rejected('wrong-owner')
  if ((stats.mode & 0o7777n & ~widestMode) !== 0n) throw new Rejected('wrong-owner')
  if (stats.size > BigInt(maxBytes)) throw new Rejected('too-many-bytes')
}

const unwrap = async <E extends EdgeName>(dek: string, { key, open }: Expected<E>): Promise<Uint8Array> => {
  const bytes = await open(dek, key).catch(() => null)
  if (bytes?.length === dekBytes) return bytes
  bytes?.fill(0)
  throw new Rejected('bad-seal')
}

const readHeader = async <E extends EdgeName>(handle: FileHandle, expected: Expected<E>) => {
  const prefix = Buffer.alloc(prefixBytes)
  if (!(await onDisk(() => readFull(handle, prefix, 0)))) throw new Rejected('bad-header')
  const bytes = Buffer.alloc(parsePrefix(prefix))
  if (!(await onDisk(() => readFull(handle, bytes, prefixBytes)))) throw new Rejected('bad-header')
  return { header: parseHeader(expected.edge, bytes), aad: Buffer.concat([prefix, bytes]) }
}

const chunksOf = (handle: FileHandle, key: StreamKey, sealedBytes: number): AsyncGenerator<Buffer> =>
  openBody(key, sealedBytes, (into, offset) => onDisk(() => readFull(handle, into, key.aad.length + offset)))

/** The whole body is opened once, and wiped, before anybody acts on the header that it vouches for. */
const verifyBody = async (handle: FileHandle, key: StreamKey, sealedBytes: number): Promise<void> => {
  for await (const chunk of chunksOf(handle, key, sealedBytes)) chunk.fill(0)
}

const checkOpened = async <E extends EdgeName>(
  handle: FileHandle,
  expected: Expected<E>,
): Promise<OpenedJob<E>> => {
  const stats = await onDisk(() => handle.stat({ bigint: true }))
  checkFile(stats, expected)
  const { header, aad } = await readHeader(handle, expected)
  const sealedBytes = Number(stats.size) - aad.length
  plainBytes(sealedBytes)
  const key = { dek: await unwrap(header.dek, expected), aad }
  try {
    await verifyBody(handle, key, sealedBytes)
  } catch (thrown) {
    key.dek.fill(0)
    throw thrown
  }
  return { header, key, identity: identityOf(stats), sealedBytes }
}

/**
 * The job at this path, checked to its last byte; null where the name is gone.
 * @throws Rejected `not-a-file`, `wrong-owner`, `too-many-bytes`, `bad-header`, `bad-seal`; Deferred.
 */
export const openJobFile = async <E extends EdgeName>(
  path: string,
  expected: Expected<E>,
): Promise<OpenedJob<E> | null> => {
  const handle = await openUntrusted(path)
  if (handle === null) return null
  try {
    return await checkOpened(handle, expected)
  } finally {
    await handle.close()
  }
}

/**
 * Opens the file of a job again. @throws Deferred `spool-unavailable` where the name is now another file or none:
 * a repeat has replaced it, and the next scan brings that.
 */
export const reopen = async ({ folder, name, identity }: Place): Promise<FileHandle> => {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  const handle = await onDisk(() => open(join(folder, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK))
  const same = isSame(identity, identityOf(await handle.stat({ bigint: true })))
  if (same) return handle
  await handle.close()
  throw new Deferred('spool-unavailable')
}

/**
 * The body of a checked job, chunk by chunk, from the file that is now at `place`.
 * @throws Rejected `bad-seal`, Deferred `spool-unavailable`.
 */
export async function* bodyOf<E extends EdgeName>(
  place: Place,
  job: OpenedJob<E>,
): AsyncGenerator<Uint8Array> {
  const handle = await reopen(place)
  try {
    const { size } = await onDisk(() => handle.stat())
    if (size !== job.sealedBytes + job.key.aad.length) throw new Rejected('bad-seal')
    yield* chunksOf(handle, job.key, job.sealedBytes)
  } finally {
    await handle.close()
  }
}

export const plainBytesOf = <E extends EdgeName>(job: OpenedJob<E>): number => plainBytes(job.sealedBytes)
