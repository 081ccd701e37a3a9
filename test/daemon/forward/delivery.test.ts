/** Proves the whole way over a real broker: sealed job → parts → gateway's store → signed receipt → nothing left. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Broker, missingMosquitto, startBroker } from '../../broker.ts'
import type { Pem } from '../../certificates.ts'
import { createGatewayRig } from '../../gateway/rig.ts'
import { createRig, device, newId, pdfBytes, png, sessionFor, site } from './rig.ts'

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

for (const protocol of ['3.1.1', 5] as const)
  test(`documents arrive whole, are receipted, and leave the box (MQTT ${protocol})`, { skip }, async t => {
    const rig = await createRig()
    t.after(rig.close)
    const gateway = await createGatewayRig(
      broker.port,
      main,
      rig.gateway,
      [rig.box.publicJwk],
      `g${protocol}`,
    )
    t.after(gateway.close)
    const basics = await gateway.start()
    const ids = [newId(), newId(), newId()]
    for (const [at, id] of ids.entries()) await rig.put(id, at + 1)
    const forward = await rig.start({ ...sessionFor(broker.port, box), protocol })
    await forward.idle()
    assert.deepEqual(await gateway.stored(), ids.map(id => `${site}/${device}/${id}`).sort())
    const folder = join(gateway.directory, site, device, ids[1]!)
    assert.deepEqual((await readdir(folder)).sort(), [
      'document.pdf',
      'manifest.json',
      'page-001.png',
      'page-002.png',
      'receipt.jws',
      'report.json',
    ])
    assert.deepEqual(await readFile(join(folder, 'page-002.png')), png(20, 30, 2))
    assert.deepEqual(await readFile(join(folder, 'document.pdf')), pdfBytes())
    assert.deepEqual(await rig.sealed.counts(), { waiting: 0, kept: 0, rejected: 0 })
    const receipts = await rig.receipts.counts()
    assert.equal(receipts.waiting, 3)
    const actions = rig.audit.filter(({ documentId }) => documentId === ids[0]).map(({ action }) => action)
    assert.deepEqual(actions, ['sent', 'receipted', 'shredded'])
    assert.deepEqual(rig.bugs, [])
    void basics
  })
