/**
 * An inode in memory that never has a name (O_TMPFILE on /dev/shm): how a page reaches a child without being a file.
 * It goes when the last descriptor does, however this process ends.
 */
import { closeSync, constants, ftruncateSync, openSync, writeSync } from 'node:fs'

export type Inode = {
  readonly fd: number
  /** Replaces what it holds. @throws where memory for it is short. */
  readonly write: (...parts: readonly Uint8Array[]) => void
  /** Nothing once it is closed: the number may by then be another file's. */
  readonly empty: () => void
  readonly close: () => void
}

/** Linux's O_TMPFILE with the O_DIRECTORY that it implies; Node does not name it. See open(2). */
const temporary = 0o20000000 | constants.O_DIRECTORY

const writeAll = (fd: number, bytes: Uint8Array, at: number): void => {
  let done = 0
  while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, at + done)
}

/** @throws where the system has no /dev/shm or forbids it. */
export const createInode = (): Inode => {
  const fd = openSync('/dev/shm', temporary | constants.O_RDWR, 0o600)
  let open = true
  const empty = () => {
    if (open) ftruncateSync(fd, 0)
  }
  const write = (...parts: readonly Uint8Array[]) => {
    if (!open) throw new RangeError('closed')
    empty()
    let at = 0
    for (const part of parts) {
      writeAll(fd, part, at)
      at += part.length
    }
  }
  const close = () => {
    if (open) closeSync(fd)
    open = false
  }
  return { fd, empty, write, close }
}
