/**
 * The few things done to a disk, each so that a crash at any moment leaves either the old state or the new one.
 * Maps the system's error numbers to codes and drops their messages, which quote paths.
 */
import { constants } from 'node:fs'
import { type FileHandle, open, opendir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive } from '../alive.ts'
import { Deferred } from '../errors.ts'

/** The error number's name (`ENOENT`), or undefined for what is no system error. */
export const errnoOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && 'syscall' in thrown ? String(thrown.code) : undefined

/**
 * Runs work on the spool's disk.
 * @throws Deferred `disk-full` (ENOSPC, EDQUOT), `spool-unavailable` (any other system error); the rest as it is.
 */
export const onDisk = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    const errno = errnoOf(thrown)
    if (errno === undefined) throw thrown
    throw new Deferred(errno === 'ENOSPC' || errno === 'EDQUOT' ? 'disk-full' : 'spool-unavailable')
  }
}

/** The work's result, or null where it failed with one of these error numbers. */
export const unless = async <T>(errnos: readonly string[], work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work()
  } catch (thrown) {
    if (errnos.includes(errnoOf(thrown) ?? '')) return null
    throw thrown
  }
}

export const writeAll = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  for (let written = 0; written < bytes.length; ) {
    written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten
  }
}

/** Fills `into` from this position; false where the file ends before. */
export const readFull = async (handle: FileHandle, into: Uint8Array, position: number): Promise<boolean> => {
  for (let filled = 0; filled < into.length; ) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, position + filled)
    if (bytesRead === 0) return false
    filled += bytesRead
  }
  return true
}

/** Puts the directory's entries on disk. */
export const syncDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A new file that nothing else can have opened: made here, and refused if the name exists in any form. */
export const createNew = async (path: string, mode: number): Promise<FileHandle> => {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants
  const handle = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode)
  try {
    await handle.chmod(mode)
    return handle
  } catch (thrown) {
    await handle.close()
    await unlink(path)
    throw thrown
  }
}

/** Entries looked at in one scan: bounds the memory that a writer gone wrong can cost the reader. */
const scanLimit = 65_536

/** The names in a directory, at most `scanLimit` of them, in no order. */
export const namesIn = async (directory: string): Promise<readonly string[]> => {
  const names: string[] = []
  for await (const { name } of await opendir(directory)) {
    names.push(name)
    if (names.length === scanLimit) break
  }
  return names
}

/** The name of a file not yet committed: the job's name, the process that writes it, and 64 random bits. */
export const draftName = (name: string, mark: string, random: Uint8Array): string =>
  `${name}.${mark}.${Buffer.from(random).toString('hex')}`

const draftPattern = /^[0-9a-z]+\.(\d+-\d+)\.[0-9a-f]{16}$/

/** Removes drafts whose process is gone; those of a living one are left to it. */
export const sweepDrafts = async (directory: string): Promise<void> => {
  for (const name of await namesIn(directory)) {
    const mark = draftPattern.exec(name)?.[1]
    if (mark !== undefined && !(await isAlive(mark))) {
      await unless(['ENOENT'], () => unlink(join(directory, name)))
    }
  }
}
