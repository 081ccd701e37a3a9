/**
 * The writer's end of an edge. Touches `tmp/` and puts names into `new/` and `rejected/`; holds the reader's public
 * key only, and so can never read back what it sealed. A job is whole under its final name, or not there.
 */
import { type KeyObject, randomBytes } from 'node:crypto'
import { rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ownMark } from '../alive.ts'
import type { DocumentId, EdgeName, JobFacts } from '../model/document.ts'
import type { Body, EdgeWriter } from '../spool.ts'
import { createNew, draftName, onDisk, sweepDrafts, syncDirectory, unless, writeAll } from './disk.ts'
import { folders, rejectedNameOf } from './edge.ts'
import { frameHeader } from './header.ts'
import { dekBytes, type StreamKey, sealBody } from './stream.ts'

/** Wraps a data key to a P-256 public key: ECDH-ES+A256KW, compact JWE. */
export type SealKey = (dek: Uint8Array, readerPublicKey: KeyObject) => Promise<string>

export type WriterOptions = {
  readonly clock: () => Date
  readonly seal: SealKey
  /** Fresh secret bytes; the system's generator unless a test says otherwise. */
  readonly random?: (bytes: number) => Uint8Array
}

/**
 * Opens the writer's end and sweeps what a dead writer left in `tmp/`.
 * @throws Deferred `spool-unavailable` where the edge is not there.
 */
export const openEdgeWriter = async <E extends EdgeName>(
  edge: E,
  directory: string,
  readerPublicKey: KeyObject,
  { clock, seal, random = randomBytes }: WriterOptions,
): Promise<EdgeWriter<E>> => {
  const at = folders(directory)
  const mark = await ownMark()
  await onDisk(() => sweepDrafts(at.tmp))

  const sealAs = async (final: Final, documentId: DocumentId, facts: JobFacts[E], body: Body) => {
    const dek = random(dekBytes)
    try {
      const sealedKey = await seal(dek, readerPublicKey)
      const createdAt = clock().toISOString()
      const aad = frameHeader({ version: 1, edge, documentId, createdAt, facts, dek: sealedKey })
      const draft = join(at.tmp, draftName(documentId, mark, random(8)))
      await commit({ draft, tmp: at.tmp, ...final }, { dek, aad }, body)
    } finally {
      dek.fill(0)
    }
  }
  const finalIn = (folder: string, name: string): Final => ({ folder, final: join(folder, name) })
  return {
    put: (documentId, facts, body) => sealAs(finalIn(at.new, documentId), documentId, facts, body),
    putRejected: (documentId, facts, body, code) =>
      sealAs(finalIn(at.rejected, rejectedNameOf(documentId, code)), documentId, facts, body),
  }
}

type Final = { readonly folder: string; readonly final: string }
type Paths = Final & { readonly draft: string; readonly tmp: string }

/** Errors of the body itself pass through as they are; only the spool's own disk is mapped to codes. */
const commit = async (paths: Paths, key: StreamKey, body: Body): Promise<void> => {
  const handle = await onDisk(() => createNew(paths.draft, 0o640))
  let closed = false
  try {
    await onDisk(() => writeAll(handle, key.aad))
    for await (const chunk of sealBody(key, body)) await onDisk(() => writeAll(handle, chunk))
    await onDisk(async () => {
      await handle.sync()
      await rename(paths.draft, paths.final)
      // The writer may not open the reader's folder, so it cannot fsync it. The rename changed the file's and `tmp/`'s
      // inodes in the same transaction: syncing those carries it to disk. Where one user has both ends, the folder too.
      await handle.sync()
      await handle.close()
      closed = true
      await syncDirectory(paths.tmp)
      await unless(['EACCES'], () => syncDirectory(paths.folder))
    })
  } catch (thrown) {
    if (!closed) await handle.close().catch(() => {})
    await unlink(paths.draft).catch(() => {})
    throw thrown
  }
}
