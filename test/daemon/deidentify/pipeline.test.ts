/** Proves the order's promises: an error anywhere holds the document, coded faults pass, and nothing is released by failing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGazetteer } from '../../../config/identifiers/load.ts'
import { parseConfig } from '../../../config/load.ts'
import { policyFrom } from '../../../config/policy.ts'
import { decided } from '../../../daemon/deidentify/decided.ts'
import { knowledgeOf } from '../../../daemon/deidentify/detect.ts'
import {
  heldFor,
  type PipelinePorts,
  type RedactedPage,
  redactPages,
  understand,
} from '../../../daemon/deidentify/pipeline.ts'
import { seenOf } from '../../../daemon/deidentify/release.ts'
import { reportOf } from '../../../daemon/deidentify/report.ts'
import { Deferred, Rejected } from '../../../daemon/errors.ts'
import { quadOf } from '../../../daemon/model/geometry.ts'
import { type HeldReason, pageAt } from '../../../daemon/model/page.ts'
import { thresholds } from '../../../daemon/model/thresholds.ts'
import { createFonts } from '../../../demo/paper/font.ts'
import { createSheet } from '../../../demo/paper/page.ts'
import { type Gray, renderPage } from '../../../demo/paper/render.ts'

const words = [
  ['Potassium', 72],
  ['normal', 150],
] as const

const drawn = async (): Promise<Gray> => {
  const sheet = createSheet(createFonts(), { widthPt: 300, heightPt: 120 })
  for (const [text, x] of words) sheet.text(x, 60, text, { sizePt: 12 })
  return renderPage(sheet.finish(), 200)
}

/** What a perfect reader would say of the page. */
const readWords = words.map(([text, x]) => ({
  text,
  box: { left: (x * 200) / 72 - 4, top: 135, right: ((x + text.length * 7.4) * 200) / 72, bottom: 180 },
  confidence: 0.95,
  block: 0,
  line: 0,
}))

/** Reads nothing of what stands on its head: the second look of a page's way is at the other direction. */
const perfect = (): PipelinePorts['reader'] => {
  let looks = 0
  return { read: async () => (++looks === 2 ? [] : readWords) }
}

const loaded = parseConfig('{}')
assert.ok('config' in loaded)
const policy = policyFrom(loaded.config.deidentify)
const knowledge = knowledgeOf(loadGazetteer())

const portsWith = async (changes: Partial<PipelinePorts> = {}) => {
  const raster = await drawn()
  const errors: unknown[] = []
  const ports: PipelinePorts = {
    decoder: {
      decode: async function* () {
        yield { raster, xDpi: 200, yDpi: 200, bilevel: false, metadata: [] }
      },
    },
    reader: perfect(),
    barcodes: { find: async () => [] },
    knowledge,
    nowMs: () => performance.now(),
    width: 2,
    progress: () => {},
    pageError: (_page, thrown) => errors.push(thrown),
    ...changes,
  }
  return { ports, errors }
}

const run = async (ports: PipelinePorts): Promise<readonly RedactedPage[]> =>
  redactPages(await understand(new Uint8Array(1), 'image/png', ports), policy, ports)

const inkOf = ({ verified }: RedactedPage): number =>
  verified.raster.pixels.filter(level => level < 128).length

test('a page of safe words passes the gate and is released', async () => {
  const { ports } = await portsWith()
  const [page] = await run(ports)
  assert.ok(page)
  assert.equal(heldFor([page]), null)
  assert.deepEqual(reportOf([page]).verdict, 'released')
  assert.ok(inkOf(page) > 100)
})

test('a reader that fails holds the page, and nothing of it is shown', async () => {
  const failing = { read: async () => Promise.reject(new TypeError('Potassium')) }
  const { ports, errors } = await portsWith({ reader: failing })
  const [page] = await run(ports)
  assert.ok(page)
  assert.equal(heldFor([page]), 'page-error')
  assert.equal(page.triaged.released.length, 0)
  assert.ok(errors.length > 0)
  assert.ok(!JSON.stringify(reportOf([page])).includes('Potassium'))
})

test('a barcode finder that fails holds the page', async () => {
  const { ports } = await portsWith({ barcodes: { find: async () => Promise.reject(new Error('no')) } })
  assert.equal(heldFor(await run(ports)), 'page-error')
})

test('a gate that cannot read holds the page', async () => {
  const eyes = perfect()
  const blindGate: PipelinePorts['reader'] = {
    read: async (raster, options) => {
      if (options.dpi < 200) throw new Error('gate')
      return eyes.read(raster, options)
    },
  }
  // Of this page nothing is in doubt, and the gate would read nothing.
  const nothingTrusted = { ...thresholds, gate: { ...thresholds.gate, minTrustedConfidence: 1.01 } }
  const { ports } = await portsWith({ reader: blindGate, thresholds: nothingTrusted })
  const [page] = await run(ports)
  assert.ok(page)
  assert.equal(heldFor([page]), 'page-error')
})

test('a detector that fails holds every page, and nothing of them is shown', async () => {
  const findSpans = () => {
    throw new RangeError('Potassium')
  }
  const failing = { ...knowledge, findSpans, isKnownSafe: findSpans }
  const { ports, errors } = await portsWith({ knowledge: failing as unknown as typeof knowledge })
  const [page] = await run(ports)
  assert.ok(page)
  assert.equal(heldFor([page]), 'page-error')
  assert.equal(page.triaged.released.length, 0)
  assert.ok(errors.length > 0)
})

test('a page that cannot be judged is held as one masked region', async () => {
  const isKnownSafe = () => {
    throw new RangeError('Potassium')
  }
  const { ports, errors } = await portsWith({ knowledge: { ...knowledge, isKnownSafe } })
  const [page] = await run(ports)
  assert.ok(page)
  assert.equal(heldFor([page]), 'page-error')
  assert.equal(errors.length, 1)
  assert.equal(inkOf(page), page.verified.raster.pixels.length)
  assert.deepEqual(page.verified.hits, [])
  const [approved] = decided([page], release([page])) ?? []
  assert.equal(approved && inkOf(approved), page.verified.raster.pixels.length)
})

test('coded faults pass: the input is rejected, the engine deferred', async () => {
  const reject = await portsWith({
    decoder: {
      // biome-ignore lint/correctness/useYield: it fails before its first page
      decode: async function* () {
        throw new Rejected('encrypted-pdf')
      },
    },
  })
  await assert.rejects(run(reject.ports), { code: 'encrypted-pdf' })
  const defer = await portsWith({
    reader: { read: async () => Promise.reject(new Deferred('engine-unavailable')) },
  })
  await assert.rejects(run(defer.ports), { code: 'engine-unavailable' })
})

test('a document of no pages is no document', async () => {
  const { ports } = await portsWith({ decoder: { decode: async function* () {} } })
  await assert.rejects(run(ports), { code: 'corrupt' })
})

const box = { left: 10, top: 10, right: 60, bottom: 40 }
const withHit = (
  page: RedactedPage,
  quad: ReturnType<typeof quadOf> | null,
  reason: HeldReason = 'gate-identifier',
): RedactedPage => ({
  ...page,
  verified: pageAt('verified', { ...page.verified, hits: [{ reason, quad }] }),
})
const release = (pages: readonly RedactedPage[]) => ({
  decision: 'release' as const,
  seen: pages.map(({ verified }) => seenOf(verified.raster)),
  masks: [],
})

test('a release masks what the gate could read and what the person drew', async () => {
  const { ports } = await portsWith()
  const held = (await run(ports)).map(page => withHit(page, quadOf(box)))
  const drawnByPerson = { left: 200, top: 60, right: 260, bottom: 90 }
  const masks = [{ page: 1, quad: quadOf(drawnByPerson) }]
  const [page] = decided(held, { ...release(held), masks }) ?? []
  assert.ok(page)
  assert.deepEqual(page.verified.hits, [])
  const { widthPx, pixels } = page.verified.raster
  assert.equal(pixels[15 * widthPx + 30], 0)
  assert.equal(pixels[75 * widthPx + 230], 0)
  assert.equal(page.verified.masked.filter(({ reason }) => reason === 'person').length, 2)
})

test('a release of other pixels than were seen, or of a hit without a place, is none', async () => {
  const { ports } = await portsWith()
  const pages = await run(ports)
  assert.equal(decided(pages, { ...release(pages), seen: ['0'.repeat(64)] }), null)
  assert.equal(decided(pages, { ...release(pages), seen: [] }), null)
  const unplaced = pages.map(page => withHit(page, null))
  assert.equal(decided(unplaced, release(unplaced)), null)
})

test('a release is none where the gate could not look, or where a mask has no page', async () => {
  const { ports } = await portsWith()
  const pages = await run(ports)
  const unseen = pages.map(page => withHit(page, null, 'page-error'))
  assert.equal(decided(unseen, release(unseen)), null)
  const masks = [{ page: 2, quad: quadOf(box) }]
  assert.equal(decided(pages, { ...release(pages), masks }), null)
})
