/** A real edge in a folder of its own, with real keys; removed after the test. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { DocumentId, EdgeName, JobFacts } from '../../../daemon/model/document.ts'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { openEdgeWriter, type WriterOptions } from '../../../daemon/spool/put.ts'
import { openEdgeReader, type ReaderOptions } from '../../../daemon/spool/take.ts'
import { unwrapDek, wrapDek } from '../../../drivers/keys/wrap.ts'

export type KeyPair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject }

export const makeKeys = (): KeyPair => generateKeyPairSync('ec', { namedCurve: 'P-256' })

export const temporaryFolder = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-spool-'))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The `n`th document id. */
export const idOf = (n: number): DocumentId => n.toString().padStart(32, '0') as DocumentId

export const facts: { readonly [E in EdgeName]: JobFacts[E] } = {
  captured: { source: 'fax', mediaType: 'image/tiff' },
  review: { source: 'fax', pages: 3, reasons: ['photo', 'gate-barcode'] },
  decided: { decision: 'release', reviewer: 'reviewer-1' },
  sealed: { source: 'fax', parts: 4 },
  receipts: {},
}

export const writeEdge = <E extends EdgeName>(
  edge: E,
  directory: string,
  { publicKey }: KeyPair,
  more: Partial<WriterOptions> = {},
) => openEdgeWriter(edge, directory, publicKey, { clock: () => new Date(), seal: wrapDek, ...more })

export const readEdge = <E extends EdgeName>(
  edge: E,
  directory: string,
  { privateKey }: KeyPair,
  more: Partial<ReaderOptions> = {},
) => openEdgeReader(edge, directory, privateKey, { open: unwrapDek, ...more })

/** An edge of captured documents with both ends open. */
export const makeEdge = async (t: TestContext, more: Partial<ReaderOptions> = {}) => {
  const directory = join(await temporaryFolder(t), 'captured')
  await createEdge(directory)
  const keys = makeKeys()
  const writer = await writeEdge('captured', directory, keys)
  const reader = await readEdge('captured', directory, keys, more)
  const put = (n: number, body: Uint8Array | string = `body ${n}`) =>
    writer.put(idOf(n), facts.captured, typeof body === 'string' ? Buffer.from(body) : body)
  const path = (folder: 'tmp' | 'new' | 'kept' | 'rejected', name: string | number) =>
    join(directory, folder, typeof name === 'number' ? idOf(name) : name)
  return { directory, keys, writer, reader, put, path }
}

/** The rejection's code, or what was thrown instead. */
export const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
    return 'nothing thrown'
  } catch (thrown) {
    return (thrown as { code?: unknown }).code ?? thrown
  }
}
