/** Proves that a start makes good whatever point the last process died at, and a lost outbox as well. */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openOutbox } from '../../../drivers/store/outbox.ts'
import { type Broker, freePort, missingMosquitto, startBroker } from '../../broker.ts'
import type { Pem } from '../../certificates.ts'
import { createAuthority } from '../../certificates.ts'
import { createGatewayRig } from '../../gateway/rig.ts'
import { createRig, device, newId, sessionFor, site, until } from './rig.ts'

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

test('killed after a job was kept and before it was remembered: it is sent', { skip }, async t => {
  const rig = await createRig()
  t.after(rig.close)
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk], 'kept')
  t.after(gateway.close)
  await gateway.start()
  const id = newId()
  await rig.put(id)
  await (await rig.sealed.next())?.keep()
  await (await rig.start(sessionFor(broker.port, box))).idle()
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${id}`])
})

test('killed after the receipt was stored and before the job was shredded: it is shredded, without a broker', async t => {
  const rig = await createRig()
  t.after(rig.close)
  const id = newId()
  await rig.put(id)
  await (await rig.sealed.next())?.keep()
  const outbox = openOutbox(join(rig.directory, 'forward', 'outbox.sqlite'))
  outbox.add(id, 5, 0)
  outbox.receipted(id, 'jws', 1)
  outbox.close()
  const pem = await (await createAuthority()).client(device)
  await rig.start(sessionFor(await freePort(), pem))
  assert.deepEqual(await rig.sealed.counts(), { waiting: 0, kept: 0, rejected: 0 })
  assert.deepEqual(
    rig.audit.map(({ action }) => action),
    ['shredded'],
  )
})

test('a lost outbox costs a repeat, and the gateway stores nothing twice', { skip }, async t => {
  const rig = await createRig()
  t.after(rig.close)
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk], 'lost')
  t.after(gateway.close)
  await gateway.start()
  const id = newId()
  await rig.put(id)
  await rig.start(sessionFor(broker.port, box), { verifyReceipt: () => Promise.reject(new Error('deaf')) })
  await until(() => rig.audit.some(({ action }) => action === 'receipt-refused'))
  await rig.stopAll()
  for (const suffix of ['', '-wal', '-shm'])
    await rm(join(rig.directory, 'forward', `outbox.sqlite${suffix}`), { force: true })
  await (await rig.start(sessionFor(broker.port, box))).idle()
  assert.equal(gateway.events.filter(event => event.type === 'document' && event.isNew).length, 1)
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${id}`])
})

test('what is remembered of a job that is gone is not taken for its successor: all parts are sent', {
  skip,
}, async t => {
  const rig = await createRig()
  t.after(rig.close)
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk], 'successor')
  t.after(gateway.close)
  await gateway.start()
  const id = newId()
  const outbox = openOutbox(join(rig.directory, 'forward', 'outbox.sqlite'))
  outbox.add(id, 5, 0)
  outbox.setManifest(id, '0'.repeat(64))
  for (const part of [0, 1, 2]) outbox.acknowledge(id, part)
  outbox.failed(id, 'broker-refused', Date.now() + 3_600_000)
  outbox.close()
  await rig.put(id)
  await (await rig.start(sessionFor(broker.port, box))).idle()
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${id}`])
})

test('a kept job that was altered on disk is rejected with its code and its record, and the rest goes on', {
  skip,
}, async t => {
  const rig = await createRig()
  t.after(rig.close)
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk], 'altered')
  t.after(gateway.close)
  await gateway.start()
  const [bad, good] = [newId(), newId()]
  await rig.put(bad)
  await (await rig.sealed.next())?.keep()
  const { open } = await import('node:fs/promises')
  const file = await open(join(rig.directory, 'sealed', 'kept', bad), 'r+')
  const { size } = await file.stat()
  await file.write(Buffer.from([1, 2, 3]), 0, 3, size - 40)
  await file.close()
  await rig.put(good)
  await (await rig.start(sessionFor(broker.port, box))).idle()
  assert.deepEqual(await rig.sealed.counts(), { waiting: 0, kept: 0, rejected: 1 })
  assert.deepEqual(await gateway.stored(), [`${site}/${device}/${good}`])
})
