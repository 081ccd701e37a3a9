/** Puts the report together: the files that went in, what the gateway stored, and what waits for a person. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { reasonWords } from '../../command/review.ts'
import { type ReviewClient, reviewClient } from '../../command/review-client.ts'
import { lookAt } from '../../daemon/capture/complete.ts'
import type { DocumentReport } from '../../daemon/deidentify/report.ts'
import type { DocumentId } from '../../daemon/model/document.ts'
import type { HeldPage } from '../../daemon/model/held.ts'
import { fieldValue, type Manifest, readBundle } from '../../gateway/bundle.ts'
import { type Clinic, device, reviewer, site } from '../clinic.ts'
import type { Fate } from '../follow.ts'
import type { PaperFile } from '../paper/set.ts'
import type { ReportDocument, ReportPage } from './model.ts'
import { originalUrls, outputUrl } from './pictures.ts'

export type Dropped = { readonly file: PaperFile; readonly documentId: DocumentId; readonly fate: Fate }

export const collect = async (dropped: Dropped, clinic: Clinic): Promise<ReportDocument> => {
  const { file, documentId, fate } = dropped
  const common = {
    file: file.name,
    documentId,
    outcome: fate.outcome,
    code: fate.code,
    secondsInBox: fate.seconds,
  }
  if (fate.outcome === 'released') return { ...common, ...(await released(dropped, clinic)) }
  if (fate.outcome === 'held') return { ...common, ...(await held(dropped, clinic)) }
  const why =
    fate.outcome === 'duplicate'
      ? 'The same content from the same source came before: recorded, and sent once.'
      : 'Bad input: kept sealed under rejected/ with its code; nothing was sent.'
  return { ...common, secondsInBox: null, why, pages: [], fields: [], filed: null, received: null }
}

type Rest = Pick<ReportDocument, 'why' | 'pages' | 'fields' | 'filed' | 'received'>

const released = async ({ file, documentId }: Dropped, { receivedDir }: Clinic): Promise<Rest> => {
  const folder = join(receivedDir, site, device, documentId)
  const report: DocumentReport = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))
  const originals = await originalsOf(file.bytes)
  const pages = report.pages.map(async (page): Promise<ReportPage> => {
    const png = await readFile(join(folder, `page-${String(page.page).padStart(3, '0')}.png`))
    return { ...page, originalUrl: originals[page.page - 1] ?? '', outputUrl: await outputUrl(png) }
  })
  const manifest = await manifestIn(folder)
  return {
    why: 'Every page passed the gate.',
    pages: await Promise.all(pages),
    fields: manifest === null ? [] : manifest.fields.map(field => ({ ...field, value: fieldValue(field) })),
    filed: manifest === null ? null : filedAs(manifest),
    received: await sizeOf(folder),
  }
}

const manifestIn = async (folder: string): Promise<Manifest | null> => {
  const bundle = readBundle(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  return bundle.kind === 'manifest' ? bundle.manifest : null
}

const filedAs = ({ kind, codes, medications }: Manifest): NonNullable<ReportDocument['filed']> => ({
  kind: kind === null ? 'unknown' : `${kind.kind} (${kind.confidence.toFixed(2)})`,
  codes: codes.map(({ name, code }) => `${code} (${name})`),
  medications: medications.map(({ drug, strength, form, route, frequency }) =>
    [drug, strength, form, route, frequency].filter(part => part !== null).join(' '),
  ),
})

const sizeOf = async (folder: string): Promise<{ parts: number; bytes: number }> => {
  const names = (await readdir(folder)).filter(name => name !== 'receipt.jws')
  const sizes = await Promise.all(names.map(async name => (await stat(join(folder, name))).size))
  return { parts: names.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

const held = async ({ file, documentId }: Dropped, { socketPath }: Clinic): Promise<Rest> => {
  const originals = await originalsOf(file.bytes)
  const client: ReviewClient = reviewClient(socketPath)
  const pages: ReportPage[] = []
  const reasons = new Set<string>()
  for await (const page of client.pages(documentId, reviewer)) {
    for (const reason of page.reasons) reasons.add(reasonWords[reason])
    pages.push(await heldPage(page, originals[page.page - 1] ?? ''))
  }
  const why = `It waits for a person (cordon review): ${[...reasons].join('; ')}. Nothing was sent.`
  return { why, pages, fields: [], filed: null, received: null }
}

const heldPage = async (page: HeldPage, originalUrl: string): Promise<ReportPage> => ({
  page: page.page,
  verdict: 'review',
  reasons: page.reasons,
  width: page.widthPx,
  height: page.heightPx,
  transform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  masked: page.masked.map(one => ({ ...one, quad: one.quad.map(({ x, y }) => [x, y] as const) })),
  inkUnderstood: page.inkUnderstood,
  timesMs: {},
  originalUrl,
  outputUrl: await outputUrl(Buffer.from(page.proposed, 'base64')),
})

const originalsOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const look = await lookAt({
    size: bytes.length,
    read: async (at, length) => bytes.subarray(at, at + length),
  })
  return look.outcome === 'complete' ? originalUrls(bytes, look.mediaType) : []
}
