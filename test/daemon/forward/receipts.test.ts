/** Proves that nothing but the right receipt, by a pinned key, of this document, makes the box let go of it. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, type TestContext, test } from 'node:test'
import { createSigner } from '../../../drivers/jose/sign.ts'
import { openSession, type Session } from '../../../drivers/mqtt/session.ts'
import { type Broker, missingMosquitto, startBroker } from '../../broker.ts'
import type { Pem } from '../../certificates.ts'
import { createRig, device, newGatewayKeys, newId, type Rig, sessionFor, site, until } from './rig.ts'

const skip = missingMosquitto()
let broker: Broker
let box: Pem
let main: Pem
before(async () => {
  if (skip) return
  broker = await startBroker()
  box = await broker.authority.client(device)
  main = await broker.authority.client('main')
})
after(async () => {
  await broker?.close()
})

const typ = 'cordon-receipt+jws'
const at = '2026-03-01T10:00:00.000Z'
const root = `cordon/v1/${site}/${device}`

type Scene = {
  readonly rig: Rig
  readonly documentId: string
  readonly manifestSha256: string
  readonly good: Record<string, unknown>
  readonly answer: (topicId: string, jws: string) => Promise<void>
  /** Waits until the receipt has been judged. */
  readonly refused: (count: number) => Promise<void>
}

/** A document sent in full and read by a gateway that is played by hand. */
const sent = async (t: TestContext): Promise<Scene> => {
  const rig = await createRig()
  t.after(rig.close)
  const gateway: Session = await openSession({ ...sessionFor(broker.port, main), clientId: newId() })
  t.after(gateway.end)
  const seen = new Map<string, Uint8Array>()
  await gateway.subscribe(`${root}/documents/#`, async (topic, bytes) => void seen.set(topic, bytes))
  const documentId = newId()
  await rig.put(documentId, 1)
  await rig.start(sessionFor(broker.port, box))
  await until(() => seen.size === 4 && rig.log.some(({ event }) => event === 'sent'))
  const manifest = seen.get(`${root}/documents/${documentId}/0`) as Uint8Array
  const manifestSha256 = createHash('sha256').update(manifest).digest('hex')
  return {
    rig,
    documentId,
    manifestSha256,
    good: { documentId, parts: 4, manifestSha256, outcome: 'stored', at },
    answer: (topicId, jws) => gateway.publish(`${root}/receipts/${topicId}`, jws, { retain: false }),
    refused: count =>
      until(() => rig.audit.filter(({ action }) => action === 'receipt-refused').length === count),
  }
}

const signed = async (rig: Rig, payload: unknown, jwk: unknown = rig.gateway.sig.privateJwk, type = typ) =>
  (await createSigner(jwk, type))(JSON.stringify(payload))

test('the right receipt is passed on, recorded, and the document shredded', { skip }, async t => {
  const { rig, documentId, good, answer } = await sent(t)
  const jws = await signed(rig, good)
  await answer(documentId, jws)
  await until(async () => (await rig.sealed.counts()).kept === 0)
  const job = await rig.receipts.next()
  assert.equal(job?.header.documentId, documentId)
  assert.equal(Buffer.from((await job?.read(4096)) ?? []).toString(), jws)
  const actions = rig.audit.map(({ action }) => action)
  assert.deepEqual(actions, ['sent', 'receipted', 'shredded'])
})

test('the same receipt again changes nothing', { skip }, async t => {
  const { rig, documentId, good, answer } = await sent(t)
  const jws = await signed(rig, good)
  await answer(documentId, jws)
  await answer(documentId, jws)
  await answer(documentId, await signed(rig, { ...good, at: '2026-03-01T11:00:00Z' }))
  await answer(newId(), 'a mark')
  await until(() => rig.audit.some(({ action }) => action === 'receipt-refused'))
  const actions = rig.audit.map(({ action }) => action)
  assert.deepEqual(actions, ['sent', 'receipted', 'shredded', 'receipt-refused'])
  assert.equal((await rig.receipts.counts()).waiting, 1)
})

test('whatever is wrong with a receipt, it is refused, recorded, and nothing is deleted', {
  skip,
}, async t => {
  const { rig, documentId, good, answer, refused } = await sent(t)
  const stranger = await newGatewayKeys('stranger')
  const impostor = await newGatewayKeys('main')
  const jws = await signed(rig, good)
  const [header, payload] = jws.split('.') as [string, string]
  const none = `${Buffer.from(JSON.stringify({ alg: 'none', typ, kid: 'main' })).toString('base64url')}.${payload}.`
  const other = newId()
  const bad: readonly (readonly [why: string, topicId: string, jws: string])[] = [
    ['a key that is not pinned', documentId, await signed(rig, good, stranger.sig.privateJwk)],
    ['another key under the pinned id', documentId, await signed(rig, good, impostor.sig.privateJwk)],
    ['a broken signature', documentId, `${header}.${payload}.${'A'.repeat(86)}`],
    ['no signature', documentId, none],
    ['the signature of the box, not of a gateway', documentId, await signed(rig, good, rig.box.privateJwk)],
    ['another type', documentId, await signed(rig, good, undefined, 'cordon-part+jws')],
    ['another document inside', documentId, await signed(rig, { ...good, documentId: other })],
    ['another document in the topic', other, jws],
    ['a document that is unknown', other, await signed(rig, { ...good, documentId: other })],
    ['too few parts', documentId, await signed(rig, { ...good, parts: 3 })],
    ['another manifest', documentId, await signed(rig, { ...good, manifestSha256: '0'.repeat(64) })],
    ['another outcome', documentId, await signed(rig, { ...good, outcome: 'refused' })],
    ['an unknown member', documentId, await signed(rig, { ...good, note: 'x' })],
    ['no time', documentId, await signed(rig, { ...good, at: 'now' })],
    ['no object', documentId, await signed(rig, null)],
    ['nothing', documentId, ''],
    ['too much', documentId, 'A'.repeat(100_000)],
    ['no id in the topic', 'NOT-AN-ID', jws],
  ]
  for (const [count, [why, topicId, text]] of bad.entries()) {
    await answer(topicId, text)
    await refused(count + 1)
    assert.equal((await rig.sealed.counts()).kept, 1, why)
    assert.equal((await rig.receipts.counts()).waiting, 0, why)
  }
  assert.deepEqual(rig.bugs, [])
  await answer(documentId, jws)
  await until(async () => (await rig.sealed.counts()).kept === 0)
})

test('a receipt that cannot be recorded is not acted on, and the repeat is', { skip }, async t => {
  const { rig, documentId, good, answer } = await sent(t)
  await rig.stopAll()
  const { Deferred } = await import('../../../daemon/errors.ts')
  let isFull = true
  const judged: string[] = []
  await rig.start(sessionFor(broker.port, box), {
    audit: async entry => {
      judged.push(entry.action)
      if (isFull && entry.action === 'receipted') throw new Deferred('audit-unavailable')
    },
  })
  await until(() => rig.log.filter(({ event }) => event === 'connected').length === 2)
  const jws = await signed(rig, good)
  await until(async () => {
    await answer(documentId, jws)
    return judged.includes('receipted')
  })
  assert.equal((await rig.sealed.counts()).kept, 1)
  isFull = false
  await answer(documentId, jws)
  await until(async () => (await rig.sealed.counts()).kept === 0)
})
