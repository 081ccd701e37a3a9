/** Proves that only clean, verified pages can be sealed, and that the lines open again to exactly what went in. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { manifestBundle, partBundle } from '../../../daemon/deidentify/bundle.ts'
import {
  pageToSeal,
  partCount,
  type SealInput,
  type SealPorts,
  seal,
} from '../../../daemon/deidentify/seal.ts'
import { type Page, pageAt } from '../../../daemon/model/page.ts'
import { newId, pdfBytes, png, releaseOf, someFields, someReport, verifiedPage } from '../forward/rig.ts'

const clearPorts: SealPorts = {
  manifest: manifestBundle,
  part: partBundle,
  sign: async payload => `signed:${payload}`,
  encrypt: async jws => `sealed:${jws}`,
}

const input = (changes: Partial<SealInput> = {}): SealInput => ({
  release: releaseOf(newId()),
  pages: [1, 2].map(number => pageToSeal(verifiedPage(number), png(20, 30))),
  pdf: pdfBytes(),
  report: someReport,
  fields: someFields,
  ...changes,
})

const linesOf = async (from: SealInput, ports = clearPorts): Promise<string[]> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of seal(from, ports)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8').split('\n')
}

const bundleOf = (line: string) => JSON.parse(line.replace('sealed:signed:', ''))

test('the manifest comes first, then the pages in order, the PDF, last the report, each signed inside its seal', async () => {
  const from = input()
  const lines = await linesOf(from)
  assert.equal(lines.length, 5)
  assert.equal(partCount(from.pages), 5)
  const values = lines.map(line => bundleOf(line).identifier.value)
  assert.deepEqual(
    values,
    [0, 1, 2, 3, 4].map(part => `${from.release.documentId}/${part}`),
  )
  assert.equal(bundleOf(lines[3]!).entry[0].resource.contentType, 'application/pdf')
  const { contentType, data } = bundleOf(lines[4]!).entry[0].resource
  assert.equal(contentType, 'application/json')
  assert.deepEqual(JSON.parse(Buffer.from(data, 'base64').toString()), someReport)
})

test('the manifest lists the SHA-256 of each part’s bytes', async () => {
  const from = input()
  const [manifest, first] = (await linesOf(from)).map(bundleOf)
  const bytes = Buffer.from(first.entry[0].resource.data, 'base64')
  const listed = JSON.stringify(manifest.entry[0].resource.content[0])
  assert.ok(listed.includes(createHash('sha256').update(bytes).digest('hex')))
  assert.deepEqual(bytes, from.pages[0]?.png)
})

test('a report as the pipeline writes it passes', async () => {
  const quad = [
    [1, 2],
    [3.5, 2],
    [3.5, 4],
    [1, 4],
  ]
  const masked = [{ quad, class: 'MRN', reason: 'identifier', confidence: 0.9 }]
  const page = { page: 1, verdict: 'released', width: 20, height: 30, masked, inkUnderstood: 1 }
  const report = { verdict: 'released', reason: null, pages: [{ ...page, timesMs: { decoded: 1.5 } }] }
  assert.equal((await linesOf(input({ report }))).length, 5)
})

test('a page with a hit of the gate is refused', () => {
  const page = pageAt('verified', { ...verifiedPage(1), hits: [{ reason: 'gate-identifier', quad: null }] })
  assert.throws(() => pageToSeal(page, png(20, 30)), /hit of the gate/)
})

test('a PNG of another size, or no PNG, is refused', () => {
  assert.throws(() => pageToSeal(verifiedPage(1), png(21, 30)), /not of this page/)
  assert.throws(() => pageToSeal(verifiedPage(1), pdfBytes()), /not a PNG/)
})

test('a held page needs the decision of a person', async () => {
  const held = pageAt('verified', { ...verifiedPage(1), held: 'photo' })
  const from = input({ pages: [pageToSeal(held, png(20, 30))] })
  await assert.rejects(linesOf(from), /needs a decision/)
  const decided = { ...from, release: { ...from.release, reviewerRole: 'reviewer' } }
  assert.equal((await linesOf(decided)).length, 4)
})

test('nothing is given out before everything has been checked', async () => {
  const bad: readonly (readonly [Partial<SealInput>, RegExp])[] = [
    [{ pages: [] }, /at least one page/],
    [{ pages: [2, 1].map(number => pageToSeal(verifiedPage(number), png(20, 30))) }, /out of order/],
    [{ pdf: png(1, 1) }, /not a PDF/],
    [{ report: { pages: [{ reason: 'Jane Roe' }] } }, /closed words/],
    [{ report: { 'Jane Roe': 1 } }, /closed words/],
    [{ report: { policy: 'Jane Roe' } }, /closed words/],
    [{ report: { reason: 'ab'.repeat(32) } }, /closed words/],
    [{ fields: [{ ...someFields[0]!, value: 'Jane Roe' }] }, /form of its treatment/],
    [{ fields: [{ ...someFields[1]!, value: '02139' }] }, /form of its treatment/],
    [{ fields: [{ ...someFields[0]!, treatment: 'ff1', value: 'Jane Roe' }] }, /form of its treatment/],
    [{ fields: [{ ...someFields[0]!, treatment: 'shift', value: '3/4/1971' }] }, /form of its treatment/],
    [{ fields: [{ ...someFields[0]!, treatment: 'surrogate', value: 'José' }] }, /form of its treatment/],
    [{ fields: [{ ...someFields[0]!, page: 3 }] }, /of a page/],
    [{ release: { ...releaseOf(newId()), source: 'Smith, John.tif' } }, /not a configured id/],
    [
      { release: { ...releaseOf(newId()), policy: { profile: 'strict', fingerprint: '' } } },
      /not a fingerprint/,
    ],
  ]
  for (const [changes, message] of bad) {
    const seen: unknown[] = []
    const ports = { ...clearPorts, sign: async (payload: string) => String(seen.push(payload)) }
    await assert.rejects(linesOf(input(changes), ports), message)
    assert.deepEqual(seen, [])
  }
})

test('the compiler refuses any page that is not verified', () => {
  const notYet = (page: Page<'masked'>) => {
    // @ts-expect-error a masked page has not been attacked by the gate
    pageToSeal(page, png(20, 30))
  }
  const notAtAll = (bytes: Uint8Array): SealInput['pages'][number] =>
    // @ts-expect-error only pageToSeal makes one
    ({ number: 1, png: bytes, held: false })
  assert.equal(typeof notYet, typeof notAtAll)
})
