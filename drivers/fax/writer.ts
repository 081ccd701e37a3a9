/**
 * Has some process this file open for writing, or locked? HylaFAX holds a write lock on a fax while pages arrive, and
 * many writers keep the file open between pages. Reads `/proc/locks` (every process's) and `/proc/<pid>/fd` (those that
 * the kernel lets us see: our own user's, or all for root). A `false` proves nothing; a `true` is worth waiting for.
 */
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { basename } from 'node:path'

export type FileIdentity = { readonly dev: bigint; readonly ino: bigint }

const quietly = async <T>(work: Promise<T>, otherwise: T): Promise<T> => work.catch(() => otherwise)

/** `major:minor` in hexadecimal as `/proc/locks` writes it (proc_locks(5); makedev(3) for the packing of `dev`). */
const deviceOf = (dev: bigint): string => {
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn)
  const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn)
  const hex = (part: bigint) => part.toString(16).padStart(2, '0')
  return `${hex(major)}:${hex(minor)}`
}

const isWriteLocked = async ({ dev, ino }: FileIdentity): Promise<boolean> => {
  const held = ` ${deviceOf(dev)}:${ino} `
  const locks = await quietly(readFile('/proc/locks', 'latin1'), '')
  return locks.split('\n').some(line => line.includes(' WRITE ') && line.includes(held))
}

/** The access mode is the last two bits of `flags` (octal) in fdinfo: 0 is O_RDONLY. */
const writes = async (pid: string, fd: string): Promise<boolean> => {
  const info = await quietly(readFile(`/proc/${pid}/fdinfo/${fd}`, 'latin1'), '')
  const flags = /^flags:\s*(\d+)/m.exec(info)
  return flags !== null && (Number.parseInt(flags[1]!, 8) & 3) !== 0
}

const isWriterFd = async (
  pid: string,
  fd: string,
  name: Uint8Array,
  file: FileIdentity,
): Promise<boolean> => {
  const link = await quietly(readlink(`/proc/${pid}/fd/${fd}`, 'buffer'), null)
  if (link === null || !Buffer.from(basename(link.toString('latin1')), 'latin1').equals(name)) return false
  const stats = await quietly(stat(`/proc/${pid}/fd/${fd}`, { bigint: true }), null)
  return stats !== null && stats.dev === file.dev && stats.ino === file.ino && writes(pid, fd)
}

const isOpenForWriting = async (name: Uint8Array, file: FileIdentity): Promise<boolean> => {
  for (const pid of await quietly(readdir('/proc'), [])) {
    if (!/^\d+$/.test(pid)) continue
    for (const fd of await quietly(readdir(`/proc/${pid}/fd`), []))
      if (await isWriterFd(pid, fd, name, file)) return true
  }
  return false
}

/** @param name the file's own name, without its folder, as bytes. */
export const hasWriter = async (name: Uint8Array, file: FileIdentity): Promise<boolean> =>
  (await isWriteLocked(file)) || (await isOpenForWriting(name, file))
