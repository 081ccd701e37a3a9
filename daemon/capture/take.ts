/**
 * Takes one file: seals its content into [captured], then removes it from its folder. Reads through an open file, never
 * by name; holds no more than a chunk of it. Never reads back what it sealed.
 *
 * The order, and what a crash after each step leaves:
 * 1. audit record        The file is there and is taken again. The record may be written twice: it says what was begun.
 * 2. seen: `recorded`    As before, without a second record.
 * 3. put (sealed copy)   The file is there and is put again under the same id. A job that still waits is replaced by its
 *                        equal. One that `deidentify` had taken meanwhile runs again and gives the same id: the gateway
 *                        stores it once. (Marking before the put would close this gap and open a worse one: a crash
 *                        between would remove a file that was never sealed.)
 * 4. seen: `sealed`      The file is there and known: it is recorded as a duplicate and removed, and nothing runs again.
 * 5. remove, fsync       Done. If the power fails before the folder is on disk, the file may come back: as after 4.
 */
import { createHash, type Hash, type KeyObject } from 'node:crypto'
import type { Audit } from '../audit.ts'
import { Deferred } from '../errors.ts'
import type { Log } from '../log.ts'
import type { DocumentId, MediaType } from '../model/document.ts'
import type { EdgeWriter } from '../spool.ts'
import { documentIdOf } from './identity.ts'
import { type Entry, isSameVersion, type OpenFile, type Seen, type SeenState, type Version } from './ports.ts'
import type { Verdict } from './settle.ts'

export type TakeDependencies = {
  readonly edge: Pick<EdgeWriter<'captured'>, 'put' | 'putRejected'>
  readonly seen: Seen
  readonly audit: Audit
  readonly log: Log
  readonly idKey: KeyObject
  /** Free bytes where the spool is. */
  readonly freeBytes: () => Promise<number>
  /** Bytes that a job must leave free, for the services behind. */
  readonly reserveBytes: number
  readonly signal: AbortSignal
}

/** A file on its way: what must not be done twice when a later step fails and all is tried again. */
export type Progress = { duplicate: boolean; sealed: boolean }

type Ending = Extract<Verdict, { act: 'take' | 'reject' }>

const chunkBytes = 1024 * 1024

/** The file is not the one that was looked at: it is watched from the beginning. A value of control flow, not a fault. */
class Changed extends Error {}

async function* contentOf(file: OpenFile, version: Version, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < version.size; ) {
    if (signal.aborted) throw new Deferred('stopping')
    const chunk = await file.read(offset, Math.min(chunkBytes, version.size - offset))
    if (chunk.length === 0) throw new Changed()
    offset += chunk.length
    yield chunk
  }
  if (!isSameVersion(await file.look(), version)) throw new Changed()
}

const digestOf = async (content: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const hash: Hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk)
  return hash.digest()
}

/** The content once more, ending in `Changed` unless it is what was hashed: what is sealed is what the id says. */
async function* sameContent(content: AsyncIterable<Uint8Array>, digest: Buffer): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of content) {
    hash.update(chunk)
    yield chunk
  }
  if (!hash.digest().equals(digest)) throw new Changed()
}

/** The sealed form is a little longer than the content: a tag per chunk, and the header. */
const sealedBytes = (size: number): number => size + Math.ceil(size / 4096) + 64 * 1024

const isKept = (state: SeenState | null): boolean => state === 'sealed' || state === 'rejected'

type Taking = {
  readonly source: string
  readonly documentId: DocumentId
  readonly ending: Ending
  readonly size: number
  readonly body: AsyncIterable<Uint8Array>
}

const codeOf = (ending: Ending) => (ending.act === 'reject' ? { code: ending.code } : {})

const record = async (deps: TakeDependencies, { source, documentId, ending }: Taking): Promise<void> => {
  if (deps.seen.state(documentId) !== null) return
  const action = ending.act === 'take' ? 'captured' : 'rejected'
  await deps.audit({ action, documentId, source, ...codeOf(ending) })
  deps.seen.mark(documentId, 'recorded')
}

const seal = async (
  deps: TakeDependencies,
  { source, documentId, ending, size, body }: Taking,
): Promise<void> => {
  const freeBytes = await deps.freeBytes().catch(() => {
    throw new Deferred('spool-unavailable')
  })
  if (freeBytes < sealedBytes(size) + deps.reserveBytes) throw new Deferred('disk-full')
  if (ending.act === 'take') {
    const mediaType: MediaType = ending.look.mediaType
    return deps.edge.put(documentId, { source, mediaType }, body)
  }
  return deps.edge.putRejected(
    documentId,
    { source, mediaType: 'application/octet-stream' },
    body,
    ending.code,
  )
}

const keep = async (deps: TakeDependencies, taking: Taking, progress: Progress): Promise<void> => {
  const { source, documentId, ending, size } = taking
  await record(deps, taking)
  if (!progress.sealed) await seal(deps, taking)
  progress.sealed = true
  deps.seen.mark(documentId, ending.act === 'take' ? 'sealed' : 'rejected')
  const [level, event] =
    ending.act === 'take' ? (['info', 'captured'] as const) : (['warning', 'rejected'] as const)
  deps.log(level, event, { documentId, source, bytes: size, ...codeOf(ending) })
}

const skip = async (
  deps: TakeDependencies,
  { source, documentId }: Taking,
  progress: Progress,
): Promise<void> => {
  if (progress.sealed || progress.duplicate) return
  await deps.audit({ action: 'duplicate', documentId, source })
  progress.duplicate = true
  deps.log('info', 'duplicate', { documentId, source })
}

const takeOpen = async (
  deps: TakeDependencies,
  source: string,
  file: OpenFile,
  version: Version,
  ending: Ending,
  progress: Progress,
): Promise<void> => {
  if (!isSameVersion(file.version, version)) throw new Changed()
  const content = () => contentOf(file, version, deps.signal)
  const digest = await digestOf(content())
  const documentId = documentIdOf(deps.idKey, source, digest)
  const taking = { source, documentId, ending, size: version.size, body: sameContent(content(), digest) }
  await (isKept(deps.seen.state(documentId)) ? skip : keep)(deps, taking, progress)
}

/**
 * `removed`: the file's content is sealed and the file gone. `changed`: it is another file by now, and stays.
 * @throws Deferred; an error of the source's file system or of the seen store; a bug.
 */
export const take = async (
  deps: TakeDependencies,
  source: string,
  entry: Entry,
  ending: Ending,
  progress: Progress,
): Promise<'removed' | 'changed'> => {
  const file = await entry.open()
  if (file === null) return 'changed'
  try {
    await takeOpen(deps, source, file, entry.version, ending, progress)
    return (await entry.remove(entry.version)) ? 'removed' : 'changed'
  } catch (thrown) {
    if (thrown instanceof Changed) return 'changed'
    throw thrown
  } finally {
    await file.close()
  }
}
