/**
 * An edge on disk: one directory with the writer's `tmp/` and the reader's `new/`, `kept/` and `rejected/`. All four
 * lie in the edge, so that a unit lists the edge as one path and no rename crosses a mount.
 */
import { chmod, chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RejectedCode } from '../errors.ts'
import type { DocumentId } from '../model/document.ts'
import { onDisk, syncDirectory, unless } from './disk.ts'

export const folders = (directory: string) => ({
  tmp: join(directory, 'tmp'),
  new: join(directory, 'new'),
  kept: join(directory, 'kept'),
  rejected: join(directory, 'rejected'),
})

/** The name of a job under `rejected/`. */
export const rejectedNameOf = (documentId: DocumentId, code: RejectedCode): string => `${documentId}.${code}`

/** The two users of an edge and the group that only they share. */
export type EdgeOwners = { readonly writerUid: number; readonly readerUid: number; readonly gid: number }

/**
 * `new/` is sticky and the group may not list it: the writer can put a name in and not read, change or remove another.
 * `rejected/` likewise, for what the writer itself finds to be bad input.
 * Setgid gives files the edge's group, by which the reader may read what the writer made.
 */
const modes = { edge: 0o750, tmp: 0o2700, new: 0o3730, kept: 0o700, rejected: 0o3730 } as const

/**
 * Makes an edge, or sets the modes of one that exists; safe to repeat.
 * `owners` needs root; without it all belongs to who calls (one user on a developer's machine).
 * @throws Deferred `disk-full`, `spool-unavailable`.
 */
export const createEdge = (directory: string, owners?: EdgeOwners): Promise<void> =>
  onDisk(async () => {
    const at = folders(directory)
    const make = async (path: string, mode: number, uid: number | undefined) => {
      await unless(['EEXIST'], () => mkdir(path, 0o700))
      if (owners && uid !== undefined) await chown(path, uid, owners.gid)
      await chmod(path, mode)
    }
    await mkdir(directory, { recursive: true })
    await make(directory, modes.edge, owners?.readerUid)
    await make(at.tmp, modes.tmp, owners?.writerUid)
    for (const name of ['new', 'kept', 'rejected'] as const)
      await make(at[name], modes[name], owners?.readerUid)
    await syncDirectory(directory)
  })
