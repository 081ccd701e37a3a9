/** Proves that documents appear whole, in any order of parts, with repeats, crashes and two processes, and once. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { generateJwkPair } from '../../drivers/keys/jwk.ts'
import { createKeyring, createReceiptSigner, openPart, type Part } from '../../gateway/index.ts'
import { openStore, type Store } from '../../gateway/store.ts'
import { createSealer, device, newGatewayKeys, newId, pdfBytes, site } from '../daemon/forward/rig.ts'

const box = await generateJwkPair('sign')
const main = await newGatewayKeys('main')
const sealer = await createSealer(box, [main])
const keyring = await createKeyring([main.enc.privateJwk], [{ jwk: box.publicJwk }])
const signReceipt = await createReceiptSigner(main.sig.privateJwk)
const clock = () => new Date('2026-03-01T12:00:00Z')

const partsOf = async (id: string, pdf?: Uint8Array, releasedAt?: string): Promise<Part[]> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of sealer(id as never, 2, pdf, releasedAt)) chunks.push(chunk)
  const lines = Buffer.concat(chunks).toString().split('\n')
  return Promise.all(
    lines.map((line, part) =>
      openPart(`cordon/v1/${site}/${device}/documents/${id}/${part}`, Buffer.from(line), keyring),
    ),
  )
}

const scene = async (t: TestContext) => {
  const directory = await mkdtemp(join(tmpdir(), 'cordon-store-'))
  t.after(() => rm(directory, { recursive: true, force: true }))
  return { directory, store: await openStore(directory, signReceipt, clock) }
}
const refused = (code: string) => ({ name: 'GatewayFault', code })
const documents = (directory: string) => readdir(join(directory, site, device)).catch(() => [])

test('in any order and with any repeats the document is stored once, with the same receipt each time', async t => {
  const { directory, store } = await scene(t)
  const parts = await partsOf(newId())
  const orders = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(orders, async order => {
      const own = join(directory, newId())
      const fresh = await openStore(own, signReceipt, clock)
      const receipts = new Set<string>()
      let news = 0
      for (const at of [...order, 0, 1, 2, 3, 4]) {
        const stored = await fresh.add(parts[at] as Part)
        if (stored.state !== 'stored') continue
        receipts.add(stored.receipt)
        news += stored.isNew ? 1 : 0
      }
      assert.deepEqual([receipts.size, news], [1, 1])
      assert.deepEqual(await readdir(join(own, '.incoming', site, device)), [])
    }),
    { numRuns: 15 },
  )
  void store
})

test('before the last part nothing is visible; after it everything is', async t => {
  const { directory, store } = await scene(t)
  const id = newId()
  const parts = await partsOf(id)
  for (const part of parts.slice(0, 4)) {
    assert.equal((await store.add(part)).state, 'gathering')
    assert.deepEqual(await documents(directory), [])
  }
  const stored = await store.add(parts[4] as Part)
  assert.ok(stored.state === 'stored' && stored.isNew)
  const files = await readdir(stored.folder)
  assert.deepEqual(files.sort(), [
    'document.pdf',
    'manifest.json',
    'page-001.png',
    'page-002.png',
    'receipt.jws',
    'report.json',
  ])
  assert.deepEqual(await readFile(join(stored.folder, 'document.pdf')), pdfBytes())
  const payload = JSON.parse(Buffer.from(stored.receipt.split('.')[1] ?? '', 'base64url').toString())
  assert.equal(payload.parts, 5)
  assert.equal(payload.manifestSha256, parts[0]?.messageSha256)
})

test('a store opened anew goes on where the last one was cut off', async t => {
  const { directory, store } = await scene(t)
  const parts = await partsOf(newId())
  await store.add(parts[2] as Part)
  await store.add(parts[0] as Part)
  const again = await openStore(directory, signReceipt, clock)
  await again.add(parts[1] as Part)
  await again.add(parts[4] as Part)
  assert.equal((await again.add(parts[3] as Part)).state, 'stored')
})

test('a part that is not the one of the manifest does not complete the document, the right one does', async t => {
  const { store } = await scene(t)
  const id = newId()
  const parts = await partsOf(id)
  const other = await partsOf(id, pdfBytes('other'))
  for (const part of [parts[0], parts[1], parts[2], parts[4], other[3]])
    assert.equal((await store.add(part as Part)).state, 'gathering')
  assert.equal((await store.add(parts[3] as Part)).state, 'stored')
  await assert.rejects(store.add(other[3] as Part), refused('part-mismatch'))
})

test('while a document is incomplete the newer manifest counts; once it is stored another is a conflict', async t => {
  const { store } = await scene(t)
  const id = newId()
  const older = await partsOf(id, pdfBytes('older'), '2026-03-01T10:00:00.000Z')
  const newer = await partsOf(id, pdfBytes('newer'), '2026-03-01T11:00:00.000Z')
  await store.add(older[0] as Part)
  await store.add(newer[0] as Part)
  await assert.rejects(store.add(older[0] as Part), refused('stale'))
  for (const part of older.slice(1)) await store.add(part)
  const stored = await store.add(newer[3] as Part)
  assert.ok(stored.state === 'stored')
  assert.deepEqual(await readFile(join(stored.folder, 'document.pdf')), pdfBytes('newer'))
  await assert.rejects(store.add(older[0] as Part), refused('conflict'))
})

test('the same pages sealed again are receipted by their new manifest, and what was stored first stays', async t => {
  const { store } = await scene(t)
  const id = newId()
  const first = await partsOf(id, pdfBytes('same'), '2026-03-01T10:00:00.000Z')
  const again = await partsOf(id, pdfBytes('same'), '2026-03-02T10:00:00.000Z')
  for (const part of first) await store.add(part)
  const manifest = async (folder: string) => readFile(join(folder, 'manifest.json'), 'utf8')
  for (const [parts, at] of [
    [first, 0],
    [again, 0],
    [again, 1],
    [again, 4],
    [first, 0],
  ] as const) {
    const stored = await store.add(parts[at] as Part)
    assert.ok(stored.state === 'stored' && !stored.isNew)
    const payload = JSON.parse(Buffer.from(stored.receipt.split('.')[1] ?? '', 'base64url').toString())
    assert.deepEqual([payload.documentId, payload.parts, payload.outcome], [id, 5, 'stored'])
    assert.equal(payload.manifestSha256, parts[0]?.messageSha256)
    assert.match(await manifest(stored.folder), /2026-03-01T10/)
  }
  const other = await partsOf(id, pdfBytes('other'), '2026-03-03T10:00:00.000Z')
  await assert.rejects(store.add(other[0] as Part), refused('conflict'))
  await assert.rejects(store.add(other[3] as Part), refused('part-mismatch'))
})

test('two processes on one folder store a document once', async t => {
  const { directory, store } = await scene(t)
  const other: Store = await openStore(directory, signReceipt, clock)
  for (let round = 0; round < 5; round += 1) {
    const parts = await partsOf(newId())
    for (const part of parts.slice(0, 4)) await (part.part % 2 ? store : other).add(part)
    const results = await Promise.allSettled([store.add(parts[4] as Part), other.add(parts[4] as Part)])
    const news = results.filter(
      ({ status, ...r }) =>
        status === 'fulfilled' && (r as never as { value: { isNew?: boolean } }).value.isNew,
    )
    assert.equal(news.length, 1)
  }
  assert.equal((await documents(directory)).length, 5)
})

test('what is refused is kept as it came, once, and not without bound', async t => {
  const { directory, store } = await scene(t)
  for (const text of ['a', 'a', 'b']) await store.refuse(Buffer.from(text), 'bad-jwe')
  const names = await readdir(join(directory, '.refused'))
  assert.equal(names.length, 2)
  assert.ok(names.every(name => /^[0-9a-f]{64}\.bad-jwe$/.test(name)))
})
