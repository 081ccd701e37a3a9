/**
 * Key files on disk. Reads only a regular file that nobody else could have written or read, and follows no link;
 * writes a file once, whole or not at all, and never over another. Touches the one directory it is given.
 */
import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { type FileHandle, link, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

export const keyFaultCodes = [
  'missing', // no such file
  'not-a-file', // a link, a directory, a FIFO
  'too-open', // others may read or change it
  'wrong-owner',
  'too-large',
  'malformed', // not the key that its name says
] as const
export type KeyFaultCode = (typeof keyFaultCodes)[number]

/** Names the file and what is wrong with it; never its content. */
export class KeyFault extends Error {
  readonly code: KeyFaultCode
  /** The name inside the key directory, one of a closed set. */
  readonly file: string
  constructor(code: KeyFaultCode, file: string) {
    super(`${file}: ${code}`)
    this.name = 'KeyFault'
    this.code = code
    this.file = file
  }
}

/**
 * Where keys are looked for: the unit's credentials first, where there are any, then the key directory.
 * systemd gives a credential to the unit's user by owner or, where its file system has them, by an access list on a
 * file of root's; the group bits of the mode then show the list's mask (systemd.exec(5), acl(5)).
 */
export type KeyPlace = { readonly directory: string; readonly credentialsDirectory?: string | undefined }

/** Who else may do what: a secret is its owner's alone; a public half may be read by all and changed by none. */
export type Secrecy = 'secret' | 'public'

const sizeLimit = 64 * 1024

const isOwnOrRoot = (uid: number): boolean => uid === 0 || uid === process.getuid?.()

const forbiddenModes = (secrecy: Secrecy, isCredential: boolean): number => {
  if (secrecy === 'public') return 0o022
  return isCredential ? 0o037 : 0o077
}

const checkStats = (stats: Stats, file: string, secrecy: Secrecy, isCredential: boolean): void => {
  if (!stats.isFile()) throw new KeyFault('not-a-file', file)
  const ownerFits =
    isCredential || secrecy === 'public' ? isOwnOrRoot(stats.uid) : stats.uid === process.getuid?.()
  if (!ownerFits) throw new KeyFault('wrong-owner', file)
  if ((stats.mode & forbiddenModes(secrecy, isCredential)) !== 0) throw new KeyFault('too-open', file)
  if (stats.size > sizeLimit) throw new KeyFault('too-large', file)
}

const errnoOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined

const openKey = async (directory: string, file: string): Promise<FileHandle | null> => {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  try {
    return await open(join(directory, file), O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch (thrown) {
    const errno = errnoOf(thrown)
    if (errno === 'ENOENT') return null
    if (errno === 'ELOOP' || errno === 'ENXIO') throw new KeyFault('not-a-file', file)
    if (errno === 'EACCES') throw new KeyFault('wrong-owner', file)
    throw thrown
  }
}

const readFrom = async (directory: string, file: string, secrecy: Secrecy, isCredential: boolean) => {
  const handle = await openKey(directory, file)
  if (handle === null) return null
  try {
    checkStats(await handle.stat(), file, secrecy, isCredential)
    // One byte more than the limit: a file that grew since it was checked is found out.
    const buffer = Buffer.alloc(sizeLimit + 1)
    let filled = 0
    for (let read = -1; read !== 0 && filled < buffer.length; filled += read) {
      read = (await handle.read(buffer, filled, buffer.length - filled, filled)).bytesRead
    }
    if (filled > sizeLimit) throw new KeyFault('too-large', file)
    return buffer.subarray(0, filled)
  } finally {
    await handle.close()
  }
}

/** The file's bytes; the caller wipes those of a secret. @throws KeyFault. */
export const readKeyFile = async (place: KeyPlace, file: string, secrecy: Secrecy): Promise<Buffer> => {
  const { directory, credentialsDirectory } = place
  const bytes =
    (credentialsDirectory === undefined ? null : await readFrom(credentialsDirectory, file, secrecy, true)) ??
    (await readFrom(directory, file, secrecy, false))
  if (bytes === null) throw new KeyFault('missing', file)
  return bytes
}

const syncDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, constants.O_RDONLY | constants.O_DIRECTORY)
  await handle.sync().finally(() => handle.close())
}

/** Makes the directory, for its owner alone. @throws KeyFault `too-open`, `wrong-owner` where one is there already that is not. */
export const makeKeyDirectory = async (directory: string): Promise<void> => {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const handle = await open(directory, constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    const { uid, mode } = await handle.stat()
    if (uid !== process.getuid?.()) throw new KeyFault('wrong-owner', '.')
    if ((mode & 0o077) !== 0) throw new KeyFault('too-open', '.')
  } finally {
    await handle.close()
  }
}

/** The content whole on disk under a name of its own, which `commit` then turns into the final one. */
const writeDraft = async <T>(
  directory: string,
  content: string | Uint8Array,
  mode: number,
  commit: (draft: string) => Promise<T>,
): Promise<T> => {
  const draft = join(directory, `.draft-${randomBytes(8).toString('hex')}`)
  const handle = await open(draft, 'wx', mode)
  try {
    await handle.chmod(mode)
    await handle.writeFile(content)
    await handle.sync()
    return await commit(draft)
  } finally {
    await handle.close()
    await rm(draft, { force: true })
    await syncDirectory(directory)
  }
}

/**
 * Writes a key file under a name that is free: whole on disk first, then linked to its name, so that two writers
 * cannot both win and a crash leaves no half key. False where the name was taken; that file is not touched.
 */
export const writeKeyFile = (
  directory: string,
  file: string,
  content: string | Uint8Array,
  secrecy: Secrecy,
): Promise<boolean> =>
  writeDraft(directory, content, secrecy === 'secret' ? 0o600 : 0o644, async draft => {
    try {
      await link(draft, join(directory, file))
      return true
    } catch (thrown) {
      if (errnoOf(thrown) === 'EEXIST') return false
      throw thrown
    }
  })

/** Puts a file in the place of the one that is there, if one is: the old one or the new one, never a part. */
export const replaceKeyFile = (
  directory: string,
  file: string,
  content: string,
  secrecy: Secrecy = 'secret',
): Promise<void> =>
  writeDraft(directory, content, secrecy === 'secret' ? 0o600 : 0o644, draft =>
    rename(draft, join(directory, file)),
  )
