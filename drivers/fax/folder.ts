/**
 * A drop folder: what lies in it, opened without following links and without waiting on a FIFO, removed only if it is
 * still the file that was read. Names stay inside this folder's objects: nobody outside can log what nobody is told.
 * May touch the one folder it is given. Never creates, renames or changes a file there.
 */
import { createHash, randomBytes } from 'node:crypto'
import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir, unlink } from 'node:fs/promises'
import { ignoring } from './ignore.ts'
import { type Hint, watchFolder } from './watch.ts'
import { hasWriter } from './writer.ts'

export type FolderOptions = {
  readonly path: string
  /** For network shares, where the kernel sees no events of other machines. */
  readonly polling: boolean
  readonly pollIntervalMs: number
  /** Globs of `*` and `?` over whole names. */
  readonly ignore: readonly string[]
}

/** What tells one state of a file from another. */
export type Version = {
  readonly dev: bigint
  readonly ino: bigint
  readonly size: number
  readonly mtimeNs: bigint
  readonly ctimeNs: bigint
}

export type OpenFile = {
  readonly version: Version
  /** Up to `length` bytes; fewer only at the end of the file. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
  /** The version now, of the same open file. */
  readonly look: () => Promise<Version>
  readonly close: () => Promise<void>
}

export type Entry = {
  /** Tells this entry from all others of this process's folder objects. Says nothing of the name. */
  readonly key: string
  readonly kind: 'file' | 'directory' | 'other'
  readonly version: Version
  /** When the entry came to be, in nanoseconds since 1970; 0 where the file system does not know. */
  readonly bornNs: bigint
  /** True where far fewer bytes are stored than the size says: a file laid out first and filled later. */
  readonly sparse: boolean
  /** Null where it is no longer that file: replaced, gone, or no regular file. @throws the system's error otherwise. */
  readonly open: () => Promise<OpenFile | null>
  /** A best effort: is somebody still writing? */
  readonly hasWriter: () => Promise<boolean>
  /** Removes the file if it is still that version, and fsyncs the folder. False where it is another by now. */
  readonly remove: (version: Version) => Promise<boolean>
}

export type DropFolder = Hint & {
  /** Everything that is not ignored, oldest first. @throws the system's error. */
  readonly list: () => Promise<readonly Entry[]>
}

const sparseSlackBytes = 64n * 1024n
const statBlockBytes = 512n

const versionOf = (stats: BigIntStats): Version => ({
  dev: stats.dev,
  ino: stats.ino,
  size: Number(stats.size),
  mtimeNs: stats.mtimeNs,
  ctimeNs: stats.ctimeNs,
})

const isSame = (one: Version, two: Version): boolean =>
  one.dev === two.dev &&
  one.ino === two.ino &&
  one.size === two.size &&
  one.mtimeNs === two.mtimeNs &&
  one.ctimeNs === two.ctimeNs

const isGone = (thrown: unknown): boolean => {
  const code = (thrown as NodeJS.ErrnoException | null)?.code
  return code === 'ENOENT' || code === 'ELOOP' || code === 'ENXIO'
}

const readFrom =
  (handle: FileHandle) =>
  async (offset: number, length: number): Promise<Uint8Array> => {
    const bytes = Buffer.alloc(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  }

const openFile = async (path: Buffer, listed: Version): Promise<OpenFile | null> => {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY
  const handle = await open(path, flags).catch((thrown: unknown) => {
    if (isGone(thrown)) return null
    throw thrown
  })
  if (handle === null) return null
  const stats = await handle.stat({ bigint: true })
  if (!stats.isFile() || stats.ino !== listed.ino || stats.dev !== listed.dev) {
    await handle.close()
    return null
  }
  return {
    version: versionOf(stats),
    read: readFrom(handle),
    look: async () => versionOf(await handle.stat({ bigint: true })),
    close: () => handle.close(),
  }
}

const statOrNull = async (path: Buffer): Promise<BigIntStats | null> =>
  lstat(path, { bigint: true }).catch((thrown: unknown) => {
    if (isGone(thrown)) return null
    throw thrown
  })

const syncFolder = async (path: string): Promise<void> => {
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const removeFile = async (folder: string, path: Buffer, version: Version): Promise<boolean> => {
  const stats = await statOrNull(path)
  if (stats === null || !isSame(versionOf(stats), version)) return false
  await unlink(path)
  await syncFolder(folder)
  return true
}

const kindOf = (stats: BigIntStats): Entry['kind'] =>
  stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other'

export const openFolder = (options: FolderOptions): DropFolder => {
  const folder = options.path
  const isIgnored = ignoring(options.ignore)
  const salt = randomBytes(16)
  const entryOf = (name: Buffer, path: Buffer, stats: BigIntStats): Entry => ({
    key: createHash('sha256').update(salt).update(name).digest('base64url'),
    kind: kindOf(stats),
    version: versionOf(stats),
    bornNs: stats.birthtimeNs,
    sparse: stats.blocks * statBlockBytes + sparseSlackBytes < stats.size,
    open: () => openFile(path, versionOf(stats)),
    hasWriter: () => hasWriter(name, stats),
    remove: version => removeFile(folder, path, version),
  })
  const list = async (): Promise<Entry[]> => {
    const entries: Entry[] = []
    for (const name of await readdir(folder, { encoding: 'buffer' })) {
      if (isIgnored(name)) continue
      const path = Buffer.concat([Buffer.from(`${folder}/`), name])
      const stats = await statOrNull(path)
      if (stats !== null) entries.push(entryOf(name, path, stats))
    }
    return entries.sort((one, two) => Number(one.version.mtimeNs - two.version.mtimeNs))
  }
  return { list, ...watchFolder(options) }
}
