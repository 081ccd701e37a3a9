/** Files that are whole or not there: write, fsync, rename, fsync the directory. */
import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export const syncDirectory = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file under its name, whole and on disk. */
export const writeWhole = async (path: string, content: Uint8Array | string): Promise<void> => {
  const draft = join(dirname(path), `.draft-${randomBytes(8).toString('hex')}`)
  let handle: FileHandle | undefined
  try {
    handle = await open(draft, 'wx', 0o640)
    await handle.writeFile(content)
    await handle.sync()
    await handle.close()
    await rename(draft, path)
  } catch (thrown) {
    await handle?.close().catch(() => {})
    await rm(draft, { force: true })
    throw thrown
  }
  await syncDirectory(dirname(path))
}

/** Makes a directory and its parents, each entry on disk. */
export const makeDirectory = async (path: string): Promise<void> => {
  const made = await mkdir(path, { recursive: true, mode: 0o750 })
  if (made === undefined) return
  for (let at = path; at.length >= made.length; at = dirname(at)) await syncDirectory(dirname(at))
}

/** The names in a directory; none where it is not there. */
export const namesIn = async (path: string): Promise<readonly string[]> =>
  (await unlessMissing(() => readdir(path))) ?? []

/** Null where the file is not there. */
export const readText = (path: string): Promise<string | null> => unlessMissing(() => readFile(path, 'utf8'))

const unlessMissing = async <T>(read: () => Promise<T>): Promise<T | null> => {
  try {
    return await read()
  } catch (thrown) {
    if (isErrno(thrown, 'ENOENT')) return null
    throw thrown
  }
}

export const isErrno = (thrown: unknown, ...codes: readonly string[]): boolean =>
  codes.includes(String((thrown as { code?: unknown } | null)?.code))
