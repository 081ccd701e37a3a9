import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { reviewClient } from '../../../command/review-client.ts'
import type { AuditEntry } from '../../../daemon/audit.ts'
import { Deferred } from '../../../daemon/errors.ts'
import { quadOf } from '../../../daemon/model/geometry.ts'
import { type HeldPage, parseDecision } from '../../../daemon/model/held.ts'
import { startReview } from '../../../daemon/review/service.ts'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { facts, idOf, makeKeys, readEdge, temporaryFolder, writeEdge } from '../spool/fixture.ts'

const heldPage = (page: number): HeldPage => ({
  page,
  widthPx: 10,
  heightPx: 10,
  dpi: 200,
  reasons: ['little-understood'],
  hits: [],
  masked: [],
  inkUnderstood: 0.2,
  original: Buffer.from(`original ${page}`).toString('base64'),
  proposed: Buffer.from(`proposed ${page}`).toString('base64'),
  seen: String(page).repeat(64),
})

const bodyOf = (pages: number): Buffer =>
  Buffer.from(Array.from({ length: pages }, (_, i) => `${JSON.stringify(heldPage(i + 1))}\n`).join(''))

const setUp = async (t: TestContext, audit: (entry: AuditEntry) => Promise<void> = async () => {}) => {
  const folder = await temporaryFolder(t)
  const sockets = await mkdtemp(join(tmpdir(), 'cordon-sock-'))
  t.after(() => rm(sockets, { recursive: true, force: true }))
  const [reviewDir, decidedDir] = [join(folder, 'review'), join(folder, 'decided')]
  await createEdge(reviewDir)
  await createEdge(decidedDir)
  const [reviewKeys, deidentifyKeys] = [makeKeys(), makeKeys()]
  const stopping = new AbortController()
  const records: AuditEntry[] = []
  const socketPath = join(sockets, 'review.sock')
  const service = await startReview({
    review: await readEdge('review', reviewDir, reviewKeys),
    decided: await writeEdge('decided', decidedDir, deidentifyKeys),
    socketPath,
    reviewers: ['reviewer-1'],
    audit: async entry => {
      await audit(entry)
      records.push(entry)
    },
    log: () => {},
    signal: stopping.signal,
    fail: thrown => assert.fail(String(thrown)),
  })
  const stop = async () => {
    stopping.abort()
    await service.stop()
  }
  t.after(stop)
  const writer = await writeEdge('review', reviewDir, reviewKeys)
  const decided = await readEdge('decided', decidedDir, deidentifyKeys)
  const client = reviewClient(socketPath)
  const until = async (count: number) => {
    while ((await client.list()).length !== count) await new Promise(resolve => setTimeout(resolve, 10))
  }
  return { writer, decided, client, records, socketPath, reviewDir, until }
}

test('a held document is listed with its reasons and shown without pictures', async t => {
  const { writer, client, until, records } = await setUp(t)
  await writer.put(idOf(1), { ...facts.review, pages: 2 }, bodyOf(2))
  await until(1)
  const [held] = await client.list()
  assert.equal(held?.documentId, idOf(1))
  assert.equal(held?.pages, 2)
  assert.deepEqual(held?.reasons, facts.review.reasons)
  const pages = await Array.fromAsync(client.pages(idOf(1), null))
  assert.deepEqual(
    pages.map(page => [page.page, page.original, page.inkUnderstood]),
    [
      [1, '', 0.2],
      [2, '', 0.2],
    ],
  )
  assert.deepEqual(records, [])
})

test('pictures are shown to a known reviewer only, after the record', async t => {
  const { writer, client, until, records } = await setUp(t)
  await writer.put(idOf(1), facts.review, bodyOf(1))
  await until(1)
  await assert.rejects(Array.fromAsync(client.pages(idOf(1), 'somebody')), /not known/)
  assert.deepEqual(records, [])
  const [page] = await Array.fromAsync(client.pages(idOf(1), 'reviewer-1'))
  assert.equal(Buffer.from(page?.original ?? '', 'base64').toString(), 'original 1')
  assert.deepEqual(records, [{ action: 'shown', documentId: idOf(1), person: 'reviewer-1' }])
})

test('a release goes to [decided] with the pixels that were seen; the review copy is destroyed', async t => {
  const { writer, decided, client, until, records, reviewDir } = await setUp(t)
  await writer.put(idOf(1), facts.review, bodyOf(2))
  await until(1)
  await client.decide(idOf(1), 'release', 'reviewer-1')
  const job = await decided.next()
  assert.deepEqual(job?.header.facts, { decision: 'release', reviewer: 'reviewer-1' })
  const decision = parseDecision(Buffer.from((await job?.read(10_000)) ?? []).toString())
  assert.deepEqual(decision, { decision: 'release', seen: ['1'.repeat(64), '2'.repeat(64)], masks: [] })
  assert.deepEqual(await client.list(), [])
  assert.deepEqual(await readdir(join(reviewDir, 'kept')), [])
  assert.deepEqual(records, [{ action: 'decided', documentId: idOf(1), person: 'reviewer-1' }])
})

test('a release carries corrections of what is on the pages, and of nothing else', async t => {
  const { writer, decided, client, until } = await setUp(t)
  const quad = quadOf({ left: 1, top: 1, right: 5, bottom: 5 })
  const region = { quad, class: 'NAME', reason: 'identifier', confidence: 1 }
  const body = Buffer.from(`${JSON.stringify({ ...heldPage(1), masked: [region] })}\n`)
  await writer.put(idOf(1), { ...facts.review, pages: 1 }, body)
  await until(1)
  const masks = [{ page: 1, quad, class: 'NAME' as const }]
  const wronglyMasked = [{ page: 1, region: 1 }]
  for (const wrong of [
    { masks, wronglyMasked: [{ page: 1, region: 2 }] },
    { masks, wronglyMasked: [{ page: 2, region: 1 }] },
    { masks: [{ page: 2, quad }], wronglyMasked },
  ])
    await assert.rejects(client.decide(idOf(1), 'release', 'reviewer-1', wrong), /a page or a region/)
  assert.equal((await client.list()).length, 1)
  await client.decide(idOf(1), 'release', 'reviewer-1', { masks, wronglyMasked })
  const job = await decided.next()
  const decision = parseDecision(Buffer.from((await job?.read(10_000)) ?? []).toString())
  assert.deepEqual(decision, { decision: 'release', seen: ['1'.repeat(64)], masks, wronglyMasked })
})

test('a rejection names no pixels', async t => {
  const { writer, decided, client, until } = await setUp(t)
  await writer.put(idOf(1), facts.review, bodyOf(1))
  await until(1)
  await client.decide(idOf(1), 'reject', 'reviewer-1')
  const job = await decided.next()
  const decision = parseDecision(Buffer.from((await job?.read(10_000)) ?? []).toString())
  assert.deepEqual(decision, { decision: 'reject', seen: [], masks: [] })
})

test('without its audit record nothing is decided and nothing is shown', async t => {
  const refuse = async () => {
    throw new Deferred('audit-unavailable')
  }
  const { writer, decided, client, until } = await setUp(t, refuse)
  await writer.put(idOf(1), facts.review, bodyOf(1))
  await until(1)
  await assert.rejects(client.decide(idOf(1), 'release', 'reviewer-1'), /audit-unavailable/)
  await assert.rejects(Array.fromAsync(client.pages(idOf(1), 'reviewer-1')), /audit-unavailable/)
  assert.equal(await decided.next(), null)
  assert.equal((await client.list()).length, 1)
})

test('unknown documents, unknown reviewers and malformed requests are refused with a code', async t => {
  const { client, socketPath } = await setUp(t)
  await assert.rejects(client.decide(idOf(7), 'release', 'reviewer-1'), /unknown-document/)
  await assert.rejects(client.decide(idOf(7), 'release', 'nobody'), /not known/)
  const answers = [
    await raw(socketPath, 'GET', '/held/../../etc/passwd'),
    await raw(socketPath, 'POST', `/held/${idOf(7)}`, 'not json'),
    await raw(
      socketPath,
      'POST',
      `/held/${idOf(7)}`,
      '{"reviewer":"reviewer-1","decision":"uncover","masks":[]}',
    ),
    await raw(socketPath, 'GET', '/'),
  ]
  assert.deepEqual(answers, [404, 400, 400, 404])
})

test('the socket is for its owner alone', async t => {
  const { socketPath } = await setUp(t)
  assert.equal((await stat(socketPath)).mode & 0o777, 0o600)
})

test('an altered review job is never shown', async t => {
  const { writer, client, until, reviewDir } = await setUp(t)
  await writer.put(idOf(1), facts.review, Buffer.from('{"page":1}\n'))
  await until(1)
  await assert.rejects(Array.fromAsync(client.pages(idOf(1), null)), /bad-header/)
  assert.equal((await readdir(join(reviewDir, 'kept'))).length, 1)
})

const raw = (socketPath: string, method: string, path: string, body?: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request({ socketPath, method, path }, answer => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject).end(body)
  })
