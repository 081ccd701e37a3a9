/** The service over real edges: what a decision may do, what a stop hands back, and that one bad document jams nothing. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadGazetteer } from '../../../config/identifiers/load.ts'
import { parseConfig } from '../../../config/load.ts'
import { policyFrom } from '../../../config/policy.ts'
import type { AuditEntry } from '../../../daemon/audit.ts'
import { manifestBundle, partBundle } from '../../../daemon/deidentify/bundle.ts'
import { knowledgeOf } from '../../../daemon/deidentify/detect.ts'
import type { PipelinePorts } from '../../../daemon/deidentify/pipeline.ts'
import { readJournal } from '../../../daemon/deidentify/quality/journal.ts'
import { qualityKeys } from '../../../daemon/deidentify/quality/keys.ts'
import { openQuality } from '../../../daemon/deidentify/quality.ts'
import { startDeidentify } from '../../../daemon/deidentify/service.ts'
import { openStrikes } from '../../../daemon/deidentify/strikes.ts'
import type { EdgeName } from '../../../daemon/model/document.ts'
import { quadOf } from '../../../daemon/model/geometry.ts'
import type { Decision } from '../../../daemon/model/held.ts'
import type { PolicyInForce } from '../../../daemon/model/policy.ts'
import type { Receipt } from '../../../daemon/model/receipt.ts'
import { heldPages } from '../../../daemon/review/held.ts'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { createFonts } from '../../../demo/paper/font.ts'
import { createSheet } from '../../../demo/paper/page.ts'
import { renderPage } from '../../../demo/paper/render.ts'
import { encodePng } from '../../../drivers/image/png.ts'
import { writePdf } from '../../../drivers/pdf/write.ts'
import { idOf, makeKeys, readEdge, temporaryFolder, writeEdge } from '../spool/fixture.ts'

const print = [
  ['Potassium', 20],
  ['normal', 100],
  ['creatinine', 170],
] as const
const sheet = createSheet(createFonts(), { widthPt: 300, heightPt: 120 })
for (const [text, x] of print) sheet.text(x, 60, text, { sizePt: 12 })
const raster = await renderPage(sheet.finish(), 200)
/** Enough letters, read surely enough, that which way is up is settled at the first look. */
const words = print.map(([text, x]) => ({
  text,
  box: { left: (x * 200) / 72 - 4, top: 135, right: ((x + text.length * 7.4) * 200) / 72, bottom: 180 },
  confidence: 0.99,
  block: 0,
  line: 0,
}))
const loaded = parseConfig('{}')
assert.ok('config' in loaded)
const usual = policyFrom(loaded.config.deidentify)
const knowledge = knowledgeOf(loadGazetteer())
const tokens = { epoch: 1, keys: new Map([[1, new Uint8Array(32)]]) }

type World = {
  reader: PipelinePorts['reader']
  bytes: (untrusted: Uint8Array) => void
  /** What every receipt says, whatever is in it. */
  receipt: Receipt
  policy: PolicyInForce
  fieldsOf: (source: string, kind: string) => void
}

const setUp = async (t: TestContext, world: Partial<World> = {}) => {
  const stopping = new AbortController()
  t.after(() => stopping.abort())
  const folder = await temporaryFolder(t)
  const keys = makeKeys()
  const at = (edge: EdgeName) => join(folder, edge)
  for (const edge of ['captured', 'review', 'decided', 'sealed', 'receipts'] as const)
    await createEdge(at(edge))
  const records: AuditEntry[] = []
  const failed: unknown[] = []
  const start = async () =>
    startDeidentify({
      captured: await readEdge('captured', at('captured'), keys),
      decided: await readEdge('decided', at('decided'), keys),
      receipts: await readEdge('receipts', at('receipts'), keys),
      review: await writeEdge('review', at('review'), keys),
      sealed: await writeEdge('sealed', at('sealed'), keys),
      pipeline: (progress, pageError) => ({
        decoder: {
          decode: async function* (untrusted) {
            world.bytes?.(untrusted)
            yield { raster, xDpi: 200, yDpi: 200, bilevel: false, metadata: [] }
          },
        },
        reader: world.reader ?? { read: async () => words },
        barcodes: { find: async () => [] },
        knowledge,
        nowMs: () => performance.now(),
        width: 1,
        progress,
        pageError,
      }),
      encoder: { encodePng, writePdf },
      maxDocumentBytes: 1_000_000,
      strikes: openStrikes(join(folder, 'strikes'), stopping.signal),
      quality: await openQuality(join(folder, 'quality'), tokens, () => new Date()),
      sealPorts: {
        manifest: manifestBundle,
        part: partBundle,
        sign: async payload => payload,
        encrypt: async jws => Buffer.from(jws).toString('base64'),
      },
      fieldsOf: (_, source, kind) => {
        world.fieldsOf?.(source, kind)
        return []
      },
      openReceipt: async () => world.receipt ?? null,
      policy: world.policy ?? usual,
      box: { site: 'clinic', device: 'box-1', software: '0.0.0' },
      audit: async entry => void records.push(entry),
      log: () => {},
      clock: () => new Date(),
      signal: stopping.signal,
      fail: thrown => failed.push(thrown),
    })
  const captured = await writeEdge('captured', at('captured'), keys)
  const decided = await writeEdge('decided', at('decided'), keys)
  const receipts = await writeEdge('receipts', at('receipts'), keys)
  return {
    ...{ start, stopping, records, failed },
    counted: async () => (await readJournal(join(folder, 'quality'), qualityKeys(tokens))).records,
    names: (edge: EdgeName, part: 'new' | 'kept' | 'rejected') => readdir(join(at(edge), part)),
    capture: (n: number, body = `body ${n}`) =>
      captured.put(idOf(n), { source: 'fax', mediaType: 'image/png' }, Buffer.from(body)),
    decide: (n: number, decision: Decision) =>
      decided.put(
        idOf(n),
        { decision: decision.decision, reviewer: 'reviewer-1' },
        Buffer.from(JSON.stringify(decision)),
      ),
    receipt: (n: number) => receipts.put(idOf(n), {}, Buffer.from('a receipt')),
    reviewer: () => readEdge('review', at('review'), keys),
  }
}

type Rig = Awaited<ReturnType<typeof setUp>>

const until = async (said: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 500; tries++) {
    if (await holds()) return
    await sleep(20)
  }
  assert.fail(said)
}

const running = async (t: TestContext, rig: Rig) => {
  const service = await rig.start()
  t.after(async () => {
    rig.stopping.abort()
    await service.stop().catch(() => {})
  })
  return service
}

test('a decision on other pixels holds again though nothing is doubtful now: what the person drew is not on them', async t => {
  const rig = await setUp(t)
  await running(t, rig)
  const mask = { page: 1, quad: quadOf({ left: 0, top: 0, right: 50, bottom: 50 }) }
  await rig.capture(1)
  await until('released', async () => (await rig.names('captured', 'kept')).length === 1)
  assert.deepEqual(await rig.names('sealed', 'new'), [idOf(1)])
  await rig.decide(1, { decision: 'release', seen: ['0'.repeat(64)], masks: [mask] })
  await until('held again', async () => (await rig.names('review', 'new')).length === 1)
  await until('decided', async () => (await rig.names('decided', 'new')).length === 0)
  const actions = rig.records.map(({ action, code }) => [action, code].join(' ').trim())
  assert.deepEqual(actions, ['sealed', 'decided', 'held decision-outdated'])
  const review = await rig.reviewer()
  await (await review.next())?.keep()
  for await (const page of heldPages(review, idOf(1))) assert.deepEqual(page.reasons, ['decision-outdated'])
})

test('each document is counted, and a decision that is carried out leaves its corrections', async t => {
  const rig = await setUp(t)
  await running(t, rig)
  await rig.capture(1)
  await until('counted', async () => (await rig.counted()).length === 1)
  await rig.decide(1, { decision: 'release', seen: ['0'.repeat(64)], masks: [] })
  await until('held', async () => (await rig.names('review', 'new')).length === 1)
  assert.equal((await rig.counted()).length, 1)
  const review = await rig.reviewer()
  await (await review.next())?.keep()
  const seen: string[] = []
  for await (const page of heldPages(review, idOf(1))) seen.push(page.seen)
  const [word] = words
  const masks = [{ page: 1, quad: quadOf(word?.box ?? assert.fail()), class: 'NAME' as const }]
  await rig.decide(1, { decision: 'release', seen, masks, wronglyMasked: [{ page: 1, region: 99 }] })
  await until('recorded', async () => (await rig.counted()).length === 2)
  const [document, decision] = await rig.counted()
  assert.ok(document?.sort === 'document' && decision?.sort === 'decision')
  assert.deepEqual([document.documentId, document.held], [idOf(1), false])
  assert.deepEqual(
    decision.corrections.map(({ correction, class: label, words: of }) => [correction, label, of[0]?.shape]),
    [['missed', 'NAME', 'Xxxxxxxxx']],
  )
})

test('a source has its own policy, and every record of what became of a document has the fingerprint of the whole', async t => {
  const asked: string[] = []
  const rig = await setUp(t, { fieldsOf: (source, kind) => asked.push(`${source} ${kind}`) })
  await running(t, rig)
  await rig.capture(1)
  await until('sealed', async () => (await rig.names('sealed', 'new')).length === 1)
  const careful = { ...usual, overrides: [{ source: 'fax', minWordConfidence: 1 }] }
  const other = await setUp(t, { policy: careful })
  await running(t, other)
  await other.capture(1)
  await until('held', async () => (await other.names('review', 'new')).length === 1)
  assert.deepEqual(asked, ['fax unknown'])
  for (const { action, policy } of [...rig.records, ...other.records])
    assert.equal(policy, usual.fingerprint, action)
  const elsewhere = await setUp(t, {
    policy: { ...usual, overrides: [{ source: 'desk', minWordConfidence: 1 }] },
  })
  await running(t, elsewhere)
  await elsewhere.capture(1)
  await until('sealed', async () => (await elsewhere.names('sealed', 'new')).length === 1)
})

test('a rejection by a person is recorded as one, with who it was', async t => {
  const rig = await setUp(t)
  await running(t, rig)
  await rig.capture(1)
  await until('kept', async () => (await rig.names('captured', 'kept')).length === 1)
  await rig.decide(1, { decision: 'reject', seen: [], masks: [] })
  await until('rejected', async () => (await rig.names('captured', 'rejected')).length === 1)
  const last = rig.records.at(-1)
  assert.deepEqual(last, {
    action: 'rejected',
    documentId: idOf(1),
    code: 'rejected-by-person',
    person: 'reviewer-1',
  })
})

test('a document that is a bug each time is set aside after five, and the next one goes on', async t => {
  const rig = await setUp(t, {
    bytes: untrusted => {
      if (Buffer.from(untrusted).toString().startsWith('poison')) throw new TypeError('a bug')
    },
  })
  await rig.capture(1, 'poison')
  await rig.capture(2)
  for (let n = 0; n < 5; n++) {
    const service = await rig.start()
    await until('a bug', () => rig.failed.length === n + 1)
    void service
  }
  await running(t, rig)
  await until('the next one sealed', async () => (await rig.names('sealed', 'new')).includes(idOf(2)))
  assert.deepEqual(await rig.names('captured', 'rejected'), [`${idOf(1)}.service-ended`])
  assert.ok(rig.records.some(({ action, code }) => action === 'rejected' && code === 'service-ended'))
})

test('a stop hands a document back between two looks at a page', async t => {
  let looks = 0
  const rig = await setUp(t, {
    reader: {
      read: async () => {
        looks++
        rig.stopping.abort()
        return words
      },
    },
  })
  const service = await rig.start()
  await rig.capture(1)
  await until('a look', () => looks > 0)
  await service.stop()
  assert.equal(looks, 1)
  assert.deepEqual(await rig.names('captured', 'new'), [idOf(1)])
  assert.deepEqual(await rig.names('sealed', 'new'), [])
  assert.deepEqual(await rig.names('review', 'new'), [])
})

test('a receipt that comes before its original is kept waits for it, and then lets it go', async t => {
  let goOn = () => {}
  const held = new Promise<void>(resolve => {
    goOn = resolve
  })
  let isReading = false
  const rig = await setUp(t, {
    reader: {
      read: async () => {
        isReading = true
        await held
        return words
      },
    },
    receipt: {
      documentId: idOf(1),
      parts: 4,
      manifestSha256: '0'.repeat(64),
      outcome: 'stored',
      at: new Date().toISOString(),
    },
  })
  await rig.capture(1)
  await running(t, rig)
  await until('it is read', () => isReading)
  await rig.receipt(1)
  await rig.receipt(2)
  await until(
    'the receipt of another document is done',
    async () => (await rig.names('receipts', 'new')).length === 1,
  )
  assert.deepEqual(await rig.names('receipts', 'new'), [idOf(1)])
  goOn()
  await until('the receipt is done', async () => (await rig.names('receipts', 'new')).length === 0)
  assert.deepEqual(await rig.names('captured', 'new'), [])
  assert.deepEqual(await rig.names('captured', 'kept'), [])
  assert.deepEqual(await rig.names('sealed', 'new'), [idOf(1)])
})

test('a decision that was made before a crash let the original be kept is carried out, and nothing is held again', async t => {
  const rig = await setUp(t)
  await rig.decide(1, { decision: 'reject', seen: [], masks: [] })
  await rig.capture(1)
  await running(t, rig)
  await until('the decision is done', async () => (await rig.names('decided', 'new')).length === 0)
  assert.deepEqual(await rig.names('captured', 'rejected'), [`${idOf(1)}.rejected-by-person`])
  for (const [edge, part] of [
    ['decided', 'rejected'],
    ['review', 'new'],
    ['captured', 'new'],
    ['captured', 'kept'],
  ] as const)
    assert.deepEqual(await rig.names(edge, part), [], `${edge}/${part}`)
})
