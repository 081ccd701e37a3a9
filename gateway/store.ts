/**
 * Stores documents as folders. Parts gather under `.incoming/`; a document appears under `{site}/{device}/` at once
 * and whole, by one rename, when every part that its manifest lists is there. Repeats change nothing, so several
 * gateway processes may share the folder. What is refused is kept, sealed as it came, under `.refused/`.
 */
import { createHash, randomBytes } from 'node:crypto'
import { link, rename, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type ListedPart, type Manifest, readBundle } from './bundle.ts'
import { isErrno, makeDirectory, namesIn, readText, syncDirectory, writeWhole } from './disk.ts'
import { type FaultCode, GatewayFault } from './fault.ts'
import { parseObject } from './keys.ts'
import type { Part } from './open.ts'
import type { Receipt, SignReceipt } from './receipt.ts'
import type { PartAddress } from './topics.ts'

export type Stored =
  /** Parts are missing yet; `have` of `expected` are there (`expected` is null until the manifest is). */
  | { readonly state: 'gathering'; readonly have: number; readonly expected: number | null }
  /** All of it is on disk. `isNew` where this very part completed it. `receipt` may be sent, again and again. */
  | {
      readonly state: 'stored'
      readonly isNew: boolean
      readonly receipt: string
      readonly folder: string
      /** Of what is stored. */
      readonly manifest: Manifest
    }

export type Store = {
  /** On disk when it resolves. @throws GatewayFault `part-mismatch`, `conflict`, `stale`; what the disk throws. */
  readonly add: (part: Part) => Promise<Stored>
  readonly refuse: (untrustedMessage: Uint8Array, code: FaultCode) => Promise<void>
}

const maxRefused = 1000

export const openStore = async (
  directory: string,
  signReceipt: SignReceipt,
  clock: () => Date,
): Promise<Store> => {
  const refused = join(directory, '.refused')
  await makeDirectory(refused)
  const folders = ({ site, device, documentId }: PartAddress) => ({
    parent: join(directory, site, device),
    final: join(directory, site, device, documentId),
    incoming: join(directory, '.incoming', site, device, documentId),
  })
  return {
    add: async part => {
      const at = folders(part)
      const receipt = await readText(join(at.final, 'receipt.jws'))
      if (receipt !== null) return repeated(at.final, receipt, part, signReceipt, clock)
      await makeDirectory(at.incoming)
      await (part.kind === 'manifest' ? putManifest(at.incoming, part) : putBinary(at.incoming, part))
      return complete(at, part.documentId, signReceipt, clock)
    },
    refuse: async (untrustedMessage, code) => {
      if ((await namesIn(refused)).length >= maxRefused) return
      const name = createHash('sha256').update(untrustedMessage).digest('hex')
      await writeWhole(join(refused, `${name}.${code}`), untrustedMessage)
    },
  }
}

/**
 * A part of a document that is stored: the same again, or one that a box sealed again which lost its memory of the
 * first. What was stored first stays; where the pages are the same, the receipt then names the manifest at hand, since
 * the box waits for no other. Other pages are a conflict.
 */
const repeated = async (
  final: string,
  receipt: string,
  part: Part,
  signReceipt: SignReceipt,
  clock: () => Date,
): Promise<Stored> => {
  const manifest = manifestIn((await readText(join(final, 'manifest.json'))) ?? '')
  const stored = { state: 'stored', isNew: false, folder: final, manifest } as const
  const { parts } = manifest
  if (part.kind === 'binary') {
    const listed = parts[part.part - 1]
    // The report of a second sealing has other times; the first stays.
    const isReport = listed?.mediaType === 'application/json' && part.mediaType === 'application/json'
    if (listed?.sha256 !== part.sha256 && !isReport) throw new GatewayFault('part-mismatch')
    return { ...stored, receipt }
  }
  const payload = parseObject(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString('utf8'))
  if (payload?.manifestSha256 === part.messageSha256) return { ...stored, receipt }
  if (pagesOf(parts) !== pagesOf(part.manifest.parts)) throw new GatewayFault('conflict')
  const again = await signReceipt(receiptFor(part.documentId, part, clock))
  await writeWhole(join(final, 'receipt.jws'), again)
  return { ...stored, receipt: again }
}

/** The pages and the PDF by their content; the report is left out. */
const pagesOf = (parts: readonly ListedPart[]): string =>
  parts.map(({ mediaType, sha256 }) => (mediaType === 'application/json' ? mediaType : sha256)).join()

const receiptFor = (
  documentId: string,
  { manifest, messageSha256 }: Pick<Waiting, 'manifest' | 'messageSha256'>,
  clock: () => Date,
): Receipt => ({
  documentId,
  parts: manifest.parts.length + 1,
  manifestSha256: messageSha256,
  outcome: 'stored',
  at: clock().toISOString(),
})

const manifestIn = (bundleJson: string): Manifest => {
  const read = readBundle(parseObject(bundleJson))
  if (read.kind !== 'manifest') throw new GatewayFault('bad-bundle')
  return read.manifest
}

/** In `.incoming/` a file's name carries the hash that proves it: nothing else has to be remembered. */
const manifestName = /^manifest\.([0-9a-f]{64})\.json$/
const partName = (part: number, sha256: string): string => `part-${part}.${sha256}`

type Waiting = { readonly name: string; readonly messageSha256: string; readonly manifest: Manifest }

const waitingManifest = async (incoming: string, names: readonly string[]): Promise<Waiting | null> => {
  const found: Waiting[] = []
  for (const name of names) {
    const text = manifestName.test(name) ? await readText(join(incoming, name)) : null
    if (text !== null)
      found.push({ name, messageSha256: manifestName.exec(name)![1]!, manifest: manifestIn(text) })
  }
  return found.sort((one, two) => two.manifest.releasedAt.localeCompare(one.manifest.releasedAt))[0] ?? null
}

/** A box that sealed a document again sends a newer manifest; while the document is incomplete the newer one counts. */
const putManifest = async (incoming: string, part: Part & { kind: 'manifest' }): Promise<void> => {
  const names = await namesIn(incoming)
  const waiting = await waitingManifest(incoming, names)
  if (waiting?.messageSha256 === part.messageSha256) return
  if (waiting !== null && waiting.manifest.releasedAt > part.manifest.releasedAt)
    throw new GatewayFault('stale')
  await writeWhole(join(incoming, `manifest.${part.messageSha256}.json`), part.bundleJson)
  if (waiting !== null) await unlink(join(incoming, waiting.name))
}

const putBinary = async (
  incoming: string,
  { part, sha256, bytes }: Part & { kind: 'binary' },
): Promise<void> => {
  const names = await namesIn(incoming)
  if (!names.includes(partName(part, sha256))) await writeWhole(join(incoming, partName(part, sha256)), bytes)
}

type Folders = { readonly parent: string; readonly final: string; readonly incoming: string }

const complete = async (
  at: Folders,
  documentId: string,
  signReceipt: SignReceipt,
  clock: () => Date,
): Promise<Stored> => {
  const names = await namesIn(at.incoming)
  const waiting = await waitingManifest(at.incoming, names)
  const have = names.filter(name => name.startsWith('part-')).length + (waiting === null ? 0 : 1)
  if (waiting === null) return { state: 'gathering', have, expected: null }
  const { parts } = waiting.manifest
  const missing = parts.filter(({ part, sha256 }) => !names.includes(partName(part, sha256)))
  if (missing.length > 0)
    return { state: 'gathering', have: parts.length + 1 - missing.length, expected: parts.length + 1 }
  const receipt = await signReceipt(receiptFor(documentId, waiting, clock))
  return finish(at, waiting, receipt)
}

/** What another process finished first is taken as it is, with its receipt. */
const finish = async (at: Folders, waiting: Waiting, receipt: string): Promise<Stored> => {
  const ready = join(at.incoming, `ready-${randomBytes(8).toString('hex')}`)
  await makeDirectory(ready)
  await link(join(at.incoming, waiting.name), join(ready, 'manifest.json'))
  for (const listed of waiting.manifest.parts) {
    const from = join(at.incoming, partName(listed.part, listed.sha256))
    if ((await stat(from)).size !== listed.sizeBytes) throw new GatewayFault('part-mismatch')
    await link(from, join(ready, finalName(listed)))
  }
  await writeWhole(join(ready, 'receipt.jws'), receipt)
  await makeDirectory(at.parent)
  const isNew = await moved(ready, at.final)
  await syncDirectory(at.parent)
  await rm(at.incoming, { recursive: true, force: true })
  const stored = isNew ? receipt : await readText(join(at.final, 'receipt.jws'))
  return { state: 'stored', isNew, receipt: stored ?? receipt, folder: at.final, manifest: waiting.manifest }
}

const finalName = ({ page, mediaType }: ListedPart): string => {
  if (page !== null) return `page-${String(page).padStart(3, '0')}.png`
  return mediaType === 'application/pdf' ? 'document.pdf' : 'report.json'
}

const moved = async (from: string, to: string): Promise<boolean> => {
  try {
    await rename(from, to)
    return true
  } catch (thrown) {
    if (isErrno(thrown, 'ENOTEMPTY', 'EEXIST')) return false
    throw thrown
  }
}
