/** Proves the gateway over a real broker: away and back, refused parts, a full disk, two gateways, one folder for two. */
import assert from 'node:assert/strict'
import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { generateJwkPair } from '../../drivers/keys/jwk.ts'
import { openSession } from '../../drivers/mqtt/session.ts'
import { type Broker, missingMosquitto, startBroker } from '../broker.ts'
import type { Pem } from '../certificates.ts'
import {
  createRig,
  createSealer,
  device,
  newGatewayKeys,
  newId,
  sessionFor,
  site,
  until,
} from '../daemon/forward/rig.ts'
import { createGatewayRig } from './rig.ts'

const skip = missingMosquitto()
let broker: Broker
let box: Pem
let main: Pem
let second: Pem
before(async () => {
  if (skip) return
  broker = await startBroker({ gateways: ['main', 'second'] })
  box = await broker.authority.client(device)
  main = await broker.authority.client('main')
  second = await broker.authority.client('second')
})
after(async () => {
  await broker?.close()
})

test('two gateways both get and store every document; the first receipt ends it, the second changes nothing', {
  skip,
}, async t => {
  const keys = [await newGatewayKeys('main'), await newGatewayKeys('second')] as const
  const rig = await createRig(keys)
  t.after(rig.close)
  const one = await createGatewayRig(broker.port, main, keys[0], [rig.box.publicJwk], 'two-a')
  const two = await createGatewayRig(broker.port, second, keys[1], [rig.box.publicJwk], 'two-b')
  t.after(one.close)
  t.after(two.close)
  await Promise.all([one.start(), two.start()])
  const ids = [newId(), newId(), newId()]
  for (const id of ids) await rig.put(id)
  const forward = await rig.start(sessionFor(broker.port, box))
  await forward.idle()
  const expected = ids.map(id => `${site}/${device}/${id}`).sort()
  await until(async () => (await one.stored()).length === 3 && (await two.stored()).length === 3)
  assert.deepEqual(await one.stored(), expected)
  assert.deepEqual(await two.stored(), expected)
  assert.equal(rig.audit.filter(({ action }) => action === 'receipted').length, 3)
  assert.equal(rig.audit.filter(({ action }) => action === 'receipt-refused').length, 0)
})

test('two gateways that share a subscription and a folder divide the parts and lose none', {
  skip,
}, async t => {
  const rig = await createRig()
  t.after(rig.close)
  const one = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk], 'share-a')
  const two = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk], 'share-b')
  t.after(one.close)
  t.after(two.close)
  const shared = { share: 'ehr', directory: one.directory }
  await Promise.all([one.start(shared), two.start(shared)])
  const ids = Array.from({ length: 6 }, newId)
  for (const id of ids) await rig.put(id, 4)
  const forward = await rig.start(sessionFor(broker.port, box))
  await forward.idle()
  assert.deepEqual(await one.stored(), ids.map(id => `${site}/${device}/${id}`).sort())
  const news = [...one.events, ...two.events].filter(event => event.type === 'document' && event.isNew)
  assert.equal(news.length, ids.length)
  assert.ok(one.events.some(({ type }) => type === 'part') && two.events.some(({ type }) => type === 'part'))
})

test('what comes while the gateway is away waits at the broker', { skip }, async t => {
  const rig = await createRig()
  t.after(rig.close)
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk], 'away')
  t.after(gateway.close)
  await gateway.start()
  await gateway.stop()
  const id = newId()
  await rig.put(id)
  const forward = await rig.start(sessionFor(broker.port, box))
  await until(() => rig.log.some(({ event }) => event === 'sent'))
  await gateway.start()
  await forward.idle()
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${id}`])
})

test('forged parts are set aside with their code, never stored, and the good ones go on', {
  skip,
}, async t => {
  const rig = await createRig()
  t.after(rig.close)
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk], 'forged')
  t.after(gateway.close)
  await gateway.start()
  const forger = await createSealer(await generateJwkPair('sign', rig.box.publicJwk.kid), [rig.gateway])
  const session = await openSession({ ...sessionFor(broker.port, box), clientId: 'forger' })
  t.after(session.end)
  const id = newId()
  const chunks: Uint8Array[] = []
  for await (const chunk of forger(id, 1)) chunks.push(chunk)
  const lines = Buffer.concat(chunks).toString().split('\n')
  const root = `cordon/v1/${site}/${device}/documents`
  for (const [part, line] of lines.entries())
    await session.publish(`${root}/${id}/${part}`, line, { retain: false })
  await session.publish(`${root}/${id}/0`, '{"alg":"none"}', { retain: false })
  await session.publish(`${root}/..%2f..%2fetc/0`, 'x', { retain: false })
  await until(() => gateway.events.filter(({ type }) => type === 'refused').length === 6)
  const codes = gateway.events.flatMap(event => (event.type === 'refused' ? [event.code] : []))
  assert.deepEqual(codes, [...Array(4).fill('bad-signature'), 'bad-jwe', 'bad-topic'])
  assert.equal((await readdir(join(gateway.directory, '.refused'))).length, 6)
  assert.deepEqual(await gateway.stored(), [])
  await rig.put(id, 1)
  await (await rig.start(sessionFor(broker.port, box))).idle()
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${id}`])
})

test('a disk that does not take a part leaves it with the broker until it does', { skip }, async t => {
  const rig = await createRig()
  t.after(rig.close)
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk], 'disk')
  t.after(gateway.close)
  await gateway.start()
  const incoming = join(gateway.directory, '.incoming')
  await writeFile(incoming, 'a file where a folder must be')
  const id = newId()
  await rig.put(id, 1)
  const forward = await rig.start(sessionFor(broker.port, box))
  await until(() =>
    gateway.events.some(event => event.type === 'disconnected' && event.code === 'store-unavailable'),
  )
  assert.deepEqual(await gateway.stored(), [])
  assert.equal((await rig.sealed.counts()).kept, 1)
  await rename(incoming, join(gateway.directory, '.was-in-the-way'))
  await forward.idle()
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${id}`])
  assert.equal(gateway.events.filter(({ type }) => type === 'refused').length, 0)
})

test('a broker it cannot verify is told by its code, and it keeps trying', { skip }, async t => {
  const keys = await newGatewayKeys('main')
  const gateway = await createGatewayRig(
    broker.port,
    main,
    keys,
    [(await generateJwkPair('sign')).publicJwk],
    'wrong',
  )
  t.after(gateway.close)
  const wrong = {
    host: '127.0.0.1',
    port: broker.port,
    serverName: 'broker.example',
    ...main,
    clientId: 'wrong',
  }
  const started = gateway.start({ broker: wrong })
  started.catch(() => {})
  const refusals = () =>
    gateway.events.filter(event => event.type === 'disconnected' && event.code === 'tls-refused')
  await until(() => refusals().length > 1)
  assert.ok(!gateway.events.some(({ type }) => type === 'connected'))
})
