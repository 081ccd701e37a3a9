/**
 * The schedule on the disk: one file of keyed hashes (HMAC-SHA-256, 16 bytes each, sorted) with a tag each, and when it ends.
 * Nobody can read a name from it; who has the key can only ask whether a name is there. Written whole or not at all.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** `tag` is a small number that the caller gives a meaning. */
export type Entry = { readonly skeleton: string; readonly tag: number }
export type Schedule = {
  /** Milliseconds since 1970. */
  readonly endsAtMs: number
  readonly count: number
  readonly tagOf: (skeleton: string) => number | null
}

const magic = Buffer.from('cordon-schedule\x01', 'latin1')
const macBytes = 16
const recordBytes = macBytes + 1
const headBytes = magic.length + 8
const mostEntries = 500_000

const macOf = (key: Uint8Array, skeleton: string): Buffer =>
  createHmac('sha256', key).update('cordon schedule\0').update(skeleton).digest().subarray(0, macBytes)

export class ScheduleFault extends Error {
  readonly code: 'malformed' | 'too-large'
  constructor(code: 'malformed' | 'too-large') {
    super(`schedule: ${code}`)
    this.name = 'ScheduleFault'
    this.code = code
  }
}

/** @throws ScheduleFault `too-large`. */
export const writeSchedule = async (
  path: string,
  key: Uint8Array,
  entries: readonly Entry[],
  endsAtMs: number,
): Promise<void> => {
  if (entries.length > mostEntries) throw new ScheduleFault('too-large')
  const records = entries.map(({ skeleton, tag }) =>
    Buffer.concat([macOf(key, skeleton), Buffer.from([tag])]),
  )
  const ends = Buffer.alloc(8)
  ends.writeBigUInt64BE(BigInt(endsAtMs))
  await replace(path, Buffer.concat([magic, ends, ...records.sort(Buffer.compare)]))
}

const replace = async (path: string, bytes: Buffer): Promise<void> => {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.draft-${randomBytes(8).toString('hex')}`)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
  await syncFolder(folder)
}

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** @returns null where there is none. @throws ScheduleFault `malformed`, `too-large`. */
export const readSchedule = async (path: string, key: Uint8Array): Promise<Schedule | null> => {
  const handle = await opened(path)
  if (handle === null) return null
  try {
    const { size } = await handle.stat()
    if (size > headBytes + mostEntries * recordBytes) throw new ScheduleFault('too-large')
    return parse(await handle.readFile(), key)
  } finally {
    await handle.close()
  }
}

const opened = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw thrown
  }
}

const parse = (untrustedBytes: Buffer, key: Uint8Array): Schedule => {
  const body = untrustedBytes.subarray(headBytes)
  if (
    untrustedBytes.length < headBytes ||
    !untrustedBytes.subarray(0, magic.length).equals(magic) ||
    body.length % recordBytes !== 0
  )
    throw new ScheduleFault('malformed')
  const tags = new Map<string, number>()
  for (let at = 0; at < body.length; at += recordBytes)
    tags.set(body.toString('latin1', at, at + macBytes), body[at + macBytes] as number)
  return {
    endsAtMs: Number(untrustedBytes.readBigUInt64BE(magic.length)),
    count: tags.size,
    tagOf: skeleton => tags.get(macOf(key, skeleton).toString('latin1')) ?? null,
  }
}

/** Takes the list away. @returns whether there was one. */
export const removeSchedule = async (path: string): Promise<boolean> => {
  try {
    await rm(path)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw thrown
  }
  await syncFolder(dirname(path))
  return true
}
