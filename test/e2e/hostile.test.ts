/**
 * Proves that bad input of every sort ends as a code and an audit record at the box as it runs: nothing crashes, nothing
 * is lost, nothing leaves by halves, and no file's name is written down. So with a full disk, a broker that is away or
 * refuses, and a gateway that is silent or not to be trusted.
 */
import assert from 'node:assert/strict'
import { lstat, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { serviceNames } from '../../daemon/model/document.ts'
import { encodeTextPdf } from '../../demo/paper/encode.ts'
import { missingMosquitto } from '../broker.ts'
import { createAuthority, expired, type Pem } from '../certificates.ts'
import { cordon } from './command.ts'
import {
  type BadFile,
  badFiles,
  badNames,
  canMount,
  dropNamed,
  dropNoFiles,
  dropSlowly,
  fillDisk,
  imageBomb,
  lockedPdf,
  messagesOf,
  nameCanary,
  publishForgedReceipt,
  smallDisks,
} from './hostile-files.ts'
import { asFax, asPng, letter, letterPage, patient } from './papers.ts'
import { device, idOf, openRig, type Rig, type RigOptions, site } from './rig.ts'
import { needlesFor, searcher, sweeper } from './sweep.ts'
import { needs } from './tags.ts'
import { undoAfter } from './undo.ts'
import { until } from './until.ts'

const skip = missingMosquitto()

const smallLimits: NonNullable<RigOptions['configure']> = config => {
  Object.assign(config.capture as object, { rejectedIncompleteAfterMs: 3_000 })
  config.deidentify.limits = { decodeMemoryMiB: 320, decodeSeconds: 60 }
}

const pidsOf = (rig: Rig) => serviceNames.map(service => rig.services().pid(service))

/** Each service has started as often as the test has started it, and none is another process by now. */
const assertSameProcesses = (rig: Rig, pids: readonly unknown[]): void => {
  assert.deepEqual(pidsOf(rig), pids)
  assert.equal(rig.journal.lines().filter(({ event }) => event === 'starting').length, serviceNames.length)
}

const assertRejected = async (rig: Rig, { name, bytes, code, by }: BadFile): Promise<void> => {
  const documentId = await idOf(rig.clinic.keysDir, bytes)
  const line = await rig.journal.seen({ event: 'rejected', documentId })
  assert.deepEqual([line.service, line.code], [by, code], name)
  const records = (await rig.audit(by)).filter(record => record.documentId === documentId)
  const rejections = records.filter(({ action }) => action === 'rejected').map(record => record.code)
  assert.deepEqual(rejections, [code], `${name} is recorded once`)
  const sealed = await readFile(join(rig.clinic.stateDir, 'spool/captured/rejected', `${documentId}.${code}`))
  assert.ok(sealed.length > bytes.length, `${name} is kept`)
  if (bytes.length > 0)
    assert.ok(!sealed.includes(Buffer.from(bytes.subarray(0, 24))), `${name} is kept sealed`)
}

const rejectByPerson = async (rig: Rig, id: string): Promise<void> => {
  const { exit, stderr } = await cordon('review', 'reject', id, '--config', rig.clinic.configFile)
  assert.equal(exit, 0, stderr)
  await rig.journal.seen({ service: 'deidentify', event: 'decided', documentId: id })
}

const assertLeft = async (rig: Rig): Promise<void> => {
  const said = () => rig.journal.lines().filter(({ code }) => code === 'not-a-file')
  await until(() => said().length >= 3, 'what is no file recorded')
  const recorded = (await rig.audit('capture')).filter(({ code }) => code === 'not-a-file')
  assert.deepEqual([said().length, recorded.length], [3, 3])
  assert.ok(recorded.every(({ action }) => action === 'rejected'))
  const left = (name: string) => lstat(join(rig.clinic.faxDir, `${nameCanary} ${name}.tif`))
  assert.ok((await left('link')).isSymbolicLink())
  assert.ok((await left('fifo')).isFIFO())
  assert.ok((await left('folder')).isDirectory())
  assert.deepEqual(await readdir(join(rig.clinic.faxDir, `${nameCanary} folder.tif`)), ['inside.tif'])
  assert.equal((await readdir(rig.clinic.faxDir)).length, 3, 'nothing else lies there')
}

/** Neither a log line, nor a record, nor a store, nor the name of a file of the box, nor the gateway knows a name. */
const assertNoNames = async (rig: Rig): Promise<void> => {
  const search = searcher(needlesFor([nameCanary]))
  const hits = [
    ...(await sweeper(search)(rig.clinic.stateDir)),
    ...(await sweeper(search)(rig.clinic.receivedDir)),
    ...rig.journal.lines().flatMap(({ text }) => search('a log line', Buffer.from(text))),
    ...rig.gateway.lines().flatMap(line => search('a line of the gateway', Buffer.from(line))),
  ]
  assert.deepEqual(hits, [])
}

test('bad files: each ends as its code, sealed and recorded, and a good one after them arrives', {
  skip: skip || needs('qpdf', 'mkfifo'),
}, async t => {
  const rig = await openRig(t, { configure: smallLimits })
  const { faxDir, keysDir } = rig.clinic
  const outside = join(rig.folder, 'outside')
  await mkdir(outside)
  const pids = pidsOf(rig)
  const drop = async (name: Buffer | string, bytes: Uint8Array) => {
    await dropNamed(outside, faxDir, name, bytes)
    return idOf(keysDir, bytes)
  }
  const growing = await asPng(await letterPage(patient(20)))
  const grown = dropSlowly(join(faxDir, `${nameCanary} growing.png`), growing, 10_000)
  const locked = await lockedPdf(await encodeTextPdf(['Locked.']))
  const bad: readonly BadFile[] = [
    ...(await badFiles()),
    { name: `${nameCanary} locked.pdf`, bytes: locked, code: 'encrypted-pdf', by: 'deidentify' },
  ]
  for (const { name, bytes } of bad) await drop(name, bytes)
  const blown = await drop(`${nameCanary} image bomb.pdf`, imageBomb())
  await dropNoFiles(faxDir, outside, await letter(30))
  const good = [await drop(`${nameCanary} wrong.tif`, await asPng(await letterPage(patient(21))))]
  for (const [i, name] of Object.values(badNames()).entries())
    good.push(await drop(name, await letter(22 + i)))
  const twice = await letter(29)
  await drop(`${nameCanary} once.tif`, twice)
  good.push(await drop(`${nameCanary} again.tif`, twice))
  await grown
  good.push(await idOf(keysDir, growing))

  for (const file of bad) await t.test(file.name, () => assertRejected(rig, file))
  await t.test('an image that inflates to more than it shows is a page that waits', async () => {
    await rig.journal.seen({ service: 'review', event: 'held', documentId: blown })
    await rejectByPerson(rig, blown)
  })
  await t.test(
    'strange names, a wrong extension, the same twice, and one that grows are released, each once',
    async () => {
      for (const documentId of good) await rig.delivered(documentId)
      await rig.journal.seen({ event: 'duplicate', documentId: await idOf(keysDir, twice) })
    },
  )
  await t.test('a good one after them arrives, by the same processes', async () => {
    good.push(await drop(`${nameCanary} after.tif`, await asFax([await letterPage(patient(31))])))
    await rig.delivered(good.at(-1) as string)
    assertSameProcesses(rig, pids)
  })
  await t.test('a link, a FIFO and a folder stay where they lie', () => assertLeft(rig))
  await t.test('nothing else has left the box, and all of it is accounted for', async () => {
    await rig.assertSettled()
    assert.deepEqual((await rig.stored()).map(({ documentId }) => documentId).sort(), [...good].sort())
    assert.equal((await rig.edges()).captured.rejected.length, bad.length + 1)
  })
  await t.test('no name of a file is written anywhere', () => assertNoNames(rig))
})

test('a full disk while sealing: the file stays where it lies and goes through when there is room', {
  skip: skip || canMount(),
}, async t => {
  const rig = await smallDisks(undoAfter(t))
  const { stateDir, faxDir } = rig.clinic
  const pids = pidsOf(rig)
  for (const [n, leaveBytes] of [
    [1, 0],
    [2, 32 * 2 ** 20],
  ] as const) {
    const from = rig.journal.lines().length
    const room = await fillDisk(stateDir, leaveBytes)
    const id = await rig.drop(`fax${n}.tif`, await letter(n))
    await rig.journal.seen({ service: 'capture', event: 'deferred', code: 'disk-full' }, from)
    assert.deepEqual(await readdir(faxDir), [`fax${n}.tif`])
    const { tmp, new: fresh } = (await rig.edges()).captured
    assert.deepEqual([...tmp, ...fresh], [])
    await room()
    await rig.delivered(id)
    assert.deepEqual(await readdir(faxDir), [])
  }
  const room = await fillDisk(join(stateDir, 'spool/sealed'))
  const documentId = await rig.drop('fax3.tif', await letter(3))
  await rig.journal.seen({ service: 'deidentify', event: 'deferred', documentId, code: 'disk-full' })
  const { captured, sealed } = await rig.edges()
  assert.deepEqual([captured.new, sealed.tmp, sealed.new], [[documentId], [], []])
  await room()
  await rig.delivered(documentId)
  assertSameProcesses(rig, pids)
  await rig.assertSettled()
})

test('a broker that is down and comes up gets what waited', { skip }, async t => {
  const rig = await openRig(t)
  const pids = pidsOf(rig)
  await rig.broker.stop()
  await rig.journal.seen({ service: 'forward', event: 'disconnected', code: 'broker-unreachable' })
  const id = await rig.drop('fax.tif', await letter(1))
  await rig.journal.seen({ service: 'deidentify', event: 'sealed', documentId: id })
  assert.deepEqual((await rig.edges()).sealed.new, [id])
  await rig.broker.start()
  await rig.delivered(id)
  assertSameProcesses(rig, pids)
  await rig.assertSettled()
})

test('wrong certificates: nothing leaves, nothing is lost, and with the right one the document arrives', {
  skip,
}, async t => {
  // Only version 5 has the broker say that it does not take a message; under 3.1.1 it is the receipt that never comes.
  const rig = await openRig(t, {
    services: false,
    configure: config => void Object.assign(config.forward as object, { protocol: 5 }),
  })
  const { authority } = rig.broker
  const stranger = await createAuthority()
  const right = await authority.client(device)
  const wrong: readonly (readonly [what: string, code: string, pem: Pem])[] = [
    ['a broker of another CA', 'tls-refused', { ...right, ca: stranger.ca }],
    ['an expired certificate', 'tls-refused', await authority.client(device, expired())],
    ['a certificate of another CA', 'tls-refused', { ...(await stranger.client(device)), ca: authority.ca }],
    ['the certificate of another device', 'broker-refused', await authority.client('other-box')],
  ]
  const spy = await rig.broker.spy()
  t.after(spy.stop)
  await rig.useCertificate(wrong[0]?.[2] ?? right)
  await rig.startServices()
  const id = await rig.drop('fax.tif', await letter(1))
  await until(async () => (await rig.edges()).captured.kept.length === 1, 'the document sealed')
  for (const [what, code, pem] of wrong)
    await t.test(what, async () => {
      await rig.useCertificate(pem)
      const from = rig.journal.lines().length
      rig.kill('forward')
      await rig.journal.seen({ service: 'forward', code }, from)
      const { sealed, captured } = await rig.edges()
      assert.deepEqual([...sealed.new, ...sealed.kept, ...captured.kept], [id, id])
      assert.deepEqual(spy.lines(), [])
      assert.deepEqual(await rig.stored(), [])
    })
  await rig.useCertificate(right)
  rig.kill('forward')
  await rig.delivered(id)
  await rig.assertSettled()
})

const assertKept = async (rig: Rig, id: string): Promise<void> => {
  const { sealed, captured } = await rig.edges()
  assert.deepEqual([sealed.kept, captured.kept], [[id], [id]])
  for (const service of ['forward', 'deidentify'] as const)
    assert.ok(!(await rig.audit(service)).some(({ action }) => action === 'shredded'), 'nothing is shredded')
}

test('a gateway that never answers, and a receipt with a bad signature: the document is kept', {
  skip,
}, async t => {
  const rig = await openRig(t, { gateway: false })
  const root = `cordon/v1/${site}/${device}`
  const spy = await rig.broker.spy()
  t.after(spy.stop)
  const seen = (topic: string) =>
    messagesOf(spy.lines()).filter(message => message.topic === `${root}/${topic}`)
  const id = await rig.drop('fax.tif', await letter(1))

  await t.test('silence: it is sent again, kept, and the status says so', async () => {
    await until(() => seen(`documents/${id}/0`).length >= 2, 'the document sent again')
    assert.equal(new Set(seen(`documents/${id}/0`).map(({ payload }) => payload.toString('hex'))).size, 1)
    await assertKept(rig, id)
    rig.kill('forward')
    await until(
      () =>
        seen('status')
          .map(({ payload }) => JSON.parse(payload.toString()) as { unreceipted?: number; alarms?: string[] })
          .find(({ unreceipted, alarms }) => unreceipted === 1 && alarms?.includes('no-receipt')),
      'a status that says so',
    )
    const { stdout } = await cordon('status', '--json', '--config', rig.clinic.configFile)
    assert.equal(JSON.parse(stdout).edges.sealed.kept, 1)
  })

  await t.test('a forged receipt: refused, recorded, and nothing is shredded', async () => {
    const sent = messagesOf(spy.lines()).filter(({ topic }) => topic.includes(id))
    const [manifest] = seen(`documents/${id}/0`)
    assert.ok(manifest)
    const parts = new Set(sent.map(({ topic }) => topic)).size
    const untrue = { documentId: id, parts, manifest: manifest.payload }
    await publishForgedReceipt(rig.broker, `${root}/receipts/${id}`, untrue)
    const refusal = { event: 'receipt-refused', documentId: id, code: 'bad-receipt' }
    await rig.journal.seen({ service: 'forward', ...refusal })
    const isRecorded = async () =>
      (await rig.audit('forward')).some(
        ({ action, documentId, code }) =>
          action === 'receipt-refused' && documentId === id && code === 'bad-receipt',
      )
    await until(isRecorded, 'the refusal recorded')
    await assertKept(rig, id)
  })

  await t.test('the true gateway comes, and it is let go', async () => {
    await rig.gateway.start()
    await rig.delivered(id)
    await rig.assertSettled()
  })
})
