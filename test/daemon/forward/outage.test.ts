/** Proves that no outage loses a document, and that what is sent again is the same document again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSession } from '../../../drivers/mqtt/session.ts'
import { missingMosquitto, startBroker } from '../../broker.ts'
import { createAuthority, expired } from '../../certificates.ts'
import { createGatewayRig } from '../../gateway/rig.ts'
import { createRig, device, newId, type Rig, sessionFor, site, until } from './rig.ts'

const skip = missingMosquitto()
const root = `cordon/v1/${site}/${device}`
const count = (rig: Rig, event: string) => rig.log.filter(noted => noted.event === event).length

const scene = async (t: import('node:test').TestContext) => {
  const broker = await startBroker()
  t.after(broker.close)
  const [box, main] = await Promise.all([broker.authority.client(device), broker.authority.client('main')])
  const rig = await createRig()
  t.after(rig.close)
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk])
  t.after(gateway.close)
  return { broker, box, main, rig, gateway }
}

test('a broker that is down at the start and comes up later gets everything', { skip }, async t => {
  const { broker, box, rig, gateway } = await scene(t)
  await broker.stop()
  const id = newId()
  await rig.put(id)
  const forward = await rig.start(sessionFor(broker.port, box), { receiptTimeoutMs: 300 })
  await until(() => rig.log.filter(({ code }) => code === 'broker-unreachable').length > 2)
  assert.equal((await rig.sealed.counts()).waiting, 1)
  await broker.start()
  await gateway.start()
  await forward.idle()
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${id}`])
})

test('a broker killed again and again on the way loses nothing, and nothing is stored twice', {
  skip,
}, async t => {
  const { broker, box, rig, gateway } = await scene(t)
  await gateway.start()
  const ids = Array.from({ length: 12 }, newId)
  for (const id of ids) await rig.put(id, 6)
  const forward = await rig.start(sessionFor(broker.port, box), { receiptTimeoutMs: 400 })
  for (let parts = 10; parts <= 40; parts += 15) {
    await until(() => count(rig, 'part-sent') >= parts)
    await broker.kill()
    await broker.start()
  }
  await forward.idle()
  assert.deepEqual(await gateway.stored(), ids.map(id => `${site}/${device}/${id}`).sort())
  const news = gateway.events.filter(event => event.type === 'document' && event.isNew)
  assert.equal(news.length, ids.length)
  assert.equal(gateway.events.filter(({ type }) => type === 'refused').length, 0)
  assert.deepEqual(rig.bugs, [])
})

test('a gateway that never answers: the document stays, is sent again as the same, and the alarm is raised', {
  skip,
}, async t => {
  const { broker, box, main, rig } = await scene(t)
  const listener = await openSession({ ...sessionFor(broker.port, main), clientId: 'mute' })
  t.after(listener.end)
  const seen: string[] = []
  const status: string[] = []
  await listener.subscribe(`${root}/#`, async (topic, bytes) => {
    if (topic.endsWith('/status')) status.push(Buffer.from(bytes).toString())
    else seen.push(`${topic} ${Buffer.from(bytes).toString('base64').slice(-32)}`)
  })
  const id = newId()
  await rig.put(id, 1)
  await rig.start(sessionFor(broker.port, box), { receiptTimeoutMs: 100, statusEveryMs: 50 })
  await until(() => seen.length >= 12)
  assert.equal(new Set(seen).size, 4)
  await until(() => status.some(text => text.includes('no-receipt')))
  assert.deepEqual(await rig.sealed.counts(), { waiting: 0, kept: 1, rejected: 0 })
  const last = JSON.parse(status.at(-1) as string)
  assert.equal(last.unreceipted, 1)
  assert.ok(last.oldestSeconds >= 0)
})

test('a receipt that was lost is asked for with the manifest alone when the box is back', {
  skip,
}, async t => {
  const { broker, box, rig, gateway } = await scene(t)
  await gateway.start()
  const id = newId()
  await rig.put(id, 4)
  await rig.start(sessionFor(broker.port, box), {
    verifyReceipt: async () => Promise.reject(new Error('deaf')),
  })
  await until(() => count(rig, 'sent') === 1 && rig.audit.some(({ action }) => action === 'receipt-refused'))
  await rig.stopAll()
  const before = gateway.events.length
  const forward = await rig.start(sessionFor(broker.port, box))
  await forward.idle()
  assert.equal(gateway.events.length, before + 1)
  assert.equal(gateway.events.at(-1)?.type, 'document')
})

test('a stop in the middle and a new start send only what was not acknowledged', { skip }, async t => {
  const { broker, box, main, rig } = await scene(t)
  const listener = await openSession({ ...sessionFor(broker.port, main), clientId: 'mute' })
  t.after(listener.end)
  const seen: string[] = []
  await listener.subscribe(`${root}/documents/#`, async topic => void seen.push(topic))
  await rig.put(newId(), 60)
  await rig.start(sessionFor(broker.port, box))
  await until(() => count(rig, 'part-sent') > 5)
  await rig.stopAll()
  await rig.start(sessionFor(broker.port, box))
  await until(() => count(rig, 'sent') === 1)
  await until(() => seen.length >= 63)
  assert.equal(new Set(seen).size, 63)
  assert.ok(seen.length < 63 + 20)
})

test('a part larger than the broker takes waits with an alarm, others pass, and it goes when the limit is raised', {
  skip,
}, async t => {
  const { broker, box, rig, gateway } = await scene(t)
  await gateway.start()
  const [large, small] = [newId(), newId()]
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 1)])
  await rig.seals.put(large, { source: 'fax', parts: 4 }, rig.sealer(large, 1, pdf))
  await rig.put(small, 1)
  await rig.start(sessionFor(broker.port, box), { maxMessageBytes: 100_000 })
  await until(
    async () =>
      (await gateway.stored()).length === 1 && rig.log.some(({ code }) => code === 'too-many-bytes'),
  )
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${small}`])
  await rig.stopAll()
  const forward = await rig.start(sessionFor(broker.port, box))
  await forward.idle()
  assert.equal((await gateway.stored()).length, 2)
})

test('wrong CA, wrong name, expired or foreign certificate: never connected, nothing taken, the code is logged', {
  skip,
}, async t => {
  const { broker, box, rig } = await scene(t)
  await rig.put(newId())
  const stranger = await createAuthority()
  const wrong = [
    sessionFor(broker.port, { ...box, ca: stranger.ca }),
    { ...sessionFor(broker.port, box), serverName: 'broker.example' },
    sessionFor(broker.port, await broker.authority.client(device, expired())),
    sessionFor(broker.port, { ...(await stranger.client(device)), ca: broker.authority.ca }),
  ]
  for (const session of wrong) {
    const before = rig.log.filter(({ code }) => code === 'tls-refused').length
    await rig.start(session)
    await until(() => rig.log.filter(({ code }) => code === 'tls-refused').length > before + 1)
    await rig.stopAll()
  }
  assert.equal(count(rig, 'connected'), 0)
  assert.deepEqual(await rig.sealed.counts(), { waiting: 1, kept: 0, rejected: 0 })
})

test('with the certificate of another device nothing arrives in this one’s name, and nothing is lost', {
  skip,
}, async t => {
  const { broker, rig, gateway } = await scene(t)
  await gateway.start()
  await rig.put(newId())
  const other = await broker.authority.client('box-2')
  await rig.start({ ...sessionFor(broker.port, other), protocol: 5 })
  await until(() => rig.log.some(({ code }) => code === 'broker-refused'))
  await rig.stopAll()
  assert.deepEqual(await gateway.stored(), [])
  assert.equal((await rig.sealed.counts()).kept + (await rig.sealed.counts()).waiting, 1)
})

test('the same document sealed again, under way or receipted, changes nothing', { skip }, async t => {
  const { broker, box, rig, gateway } = await scene(t)
  const id = newId()
  await rig.put(id)
  await rig.start(sessionFor(broker.port, box), { receiptTimeoutMs: 100 })
  await until(() => count(rig, 'sent') === 1)
  await rig.put(id)
  await until(() => count(rig, 'duplicate') === 1)
  await gateway.start()
  await rig.stopAll()
  const again = await rig.start(sessionFor(broker.port, box), { receiptTimeoutMs: 100 })
  await again.idle()
  await (await rig.receipts.next())?.done()
  await rig.put(id)
  await again.idle()
  await until(async () => (await rig.receipts.counts()).waiting === 1)
  assert.equal(gateway.events.filter(event => event.type === 'document' && event.isNew).length, 1)
  assert.deepEqual(await rig.sealed.counts(), { waiting: 0, kept: 0, rejected: 0 })
})

test('a job with fewer or more parts than it says is rejected with its code, the next goes on', {
  skip,
}, async t => {
  const { broker, box, rig, gateway } = await scene(t)
  await gateway.start()
  const [few, many, good] = [newId(), newId(), newId()]
  await rig.seals.put(few, { source: 'fax', parts: 6 }, rig.sealer(few, 1))
  await rig.seals.put(many, { source: 'fax', parts: 2 }, rig.sealer(many, 1))
  await rig.put(good, 1)
  const forward = await rig.start(sessionFor(broker.port, box))
  await forward.idle()
  assert.deepEqual(await rig.sealed.counts(), { waiting: 0, kept: 0, rejected: 2 })
  const rejected = rig.audit.filter(({ action }) => action === 'rejected')
  assert.deepEqual(
    rejected.map(({ code }) => code),
    ['corrupt', 'corrupt'],
  )
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${good}`])
})
