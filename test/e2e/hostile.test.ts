/**
 * Proves that bad input of every sort ends as a code and an audit record at the box as it runs: nothing crashes, nothing
 * is lost, nothing leaves by halves, and no file's name is written down. So with a full disk, a broker that is away or
 * refuses, and a gateway that is silent or not to be trusted.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { prepareState } from '../../command/run.ts'
import { serviceNames } from '../../daemon/model/document.ts'
import { receiptType } from '../../daemon/model/receipt.ts'
import { createEdge } from '../../daemon/spool/edge.ts'
import { gatewayId } from '../../demo/clinic.ts'
import { encodeTextPdf } from '../../demo/paper/encode.ts'
import { createSigner } from '../../drivers/jose/sign.ts'
import { generateJwkPair } from '../../drivers/keys/jwk.ts'
import { openSession } from '../../drivers/mqtt/session.ts'
import { missingMosquitto } from '../broker.ts'
import { createAuthority, expired, type Pem } from '../certificates.ts'
import { cordon } from './command.ts'
import {
  type BadFile,
  badFiles,
  badNames,
  dropNamed,
  dropNoFiles,
  dropSlowly,
  fillDisk,
  imageBomb,
  lockedPdf,
  nameCanary,
} from './hostile-files.ts'
import { asFax, asPng, letter, letterPage, patient } from './papers.ts'
import { device, idOf, openRig, openRigWith, type Rig, type RigOptions, site } from './rig.ts'
import { needlesFor, searcher, sweeper } from './sweep.ts'
import { needs } from './tags.ts'
import { type Undo, undoAfter } from './undo.ts'
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
  const starts = rig.journal.lines().filter(({ event }) => event === 'starting')
  assert.equal(starts.length, serviceNames.length)
}

const assertRejected = async (rig: Rig, { name, bytes, code, by }: BadFile): Promise<void> => {
  const documentId = await idOf(rig.clinic.keysDir, bytes)
  const line = await rig.journal.seen({ event: 'rejected', documentId })
  assert.deepEqual([line.service, line.code], [by, code], name)
  const records = (await rig.audit(by)).filter(
    ({ action, documentId: id }) => action === 'rejected' && id === documentId,
  )
  assert.deepEqual(
    records.map(record => record.code),
    [code],
    `${name} is recorded once`,
  )
  const kept = join(rig.clinic.stateDir, 'spool/captured/rejected', `${documentId}.${code}`)
  const sealed = await readFile(kept)
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
  const isLeft = ({ event, code }: { event?: string; code?: string }) =>
    event === 'rejected' && code === 'not-a-file'
  await until(() => rig.journal.lines().filter(isLeft).length >= 3, 'what is no file recorded')
  assert.equal(rig.journal.lines().filter(isLeft).length, 3)
  const records = (await rig.audit('capture')).filter(({ code }) => code === 'not-a-file')
  assert.deepEqual(
    records.map(({ action }) => action),
    ['rejected', 'rejected', 'rejected'],
  )
  const left = (name: string) => lstat(join(rig.clinic.faxDir, `${nameCanary} ${name}.tif`))
  assert.ok((await left('link')).isSymbolicLink())
  assert.ok((await left('fifo')).isFIFO())
  assert.ok((await left('folder')).isDirectory())
  const inside = await readdir(join(rig.clinic.faxDir, `${nameCanary} folder.tif`))
  assert.deepEqual(inside, ['inside.tif'])
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
  await t.test(
    'an image that inflates to far more than it shows: its black page waits for a person',
    async () => {
      const { code } = await rig.journal.seen({ service: 'review', event: 'held', documentId: blown })
      console.log(code)
      await rejectByPerson(rig, blown)
    },
  )
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

const canMount = (): string | false => {
  if (process.getuid?.() !== 0) return 'needs root, to mount a small tmpfs'
  const probe = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'])
  return probe.status === 0 ? false : 'mounting is not permitted here'
}

const mountSmall = (undo: Undo, folder: string, mebibytes: number): void => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder])
  undo(() => execFileSync('umount', ['--lazy', folder]))
}

/** The state on a disk of 128 MiB, of which capture leaves 64 free, and [sealed] on one of 1 MiB. */
const smallDisks = async (undo: Undo): Promise<Rig> =>
  openRigWith(undo, {
    prepare: async ({ stateDir }) => {
      mountSmall(undo, stateDir, 128)
      await prepareState({ stateDir })
      const sealed = join(stateDir, 'spool/sealed')
      mountSmall(undo, sealed, 1)
      await createEdge(sealed)
    },
  })

/** Fills the disk that a folder lies on; gives what makes room again. */
const fill = async (folder: string, leaveBytes = 0): Promise<() => Promise<void>> => {
  const { bavail, bsize } = await statfs(folder)
  const filler = join(folder, 'filler')
  await fillDisk(filler, bavail * bsize, leaveBytes)
  return () => rm(filler)
}

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
    const room = await fill(stateDir, leaveBytes)
    const id = await rig.drop(`fax${n}.tif`, await letter(n))
    await rig.journal.seen({ service: 'capture', event: 'deferred', code: 'disk-full' }, from)
    assert.deepEqual(await readdir(faxDir), [`fax${n}.tif`])
    const { tmp, new: fresh } = (await rig.edges()).captured
    assert.deepEqual([...tmp, ...fresh], [])
    await room()
    await rig.delivered(id)
    assert.deepEqual(await readdir(faxDir), [])
  }
  const room = await fill(join(stateDir, 'spool/sealed'))
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
  const { sealed } = await rig.edges()
  assert.deepEqual([...sealed.new, ...sealed.kept], [id])
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
  await rig.journal.seen({ service: 'deidentify', event: 'sealed', documentId: id })
  for (const [what, code, pem] of wrong)
    await t.test(what, async () => {
      await rig.useCertificate(pem)
      const from = rig.journal.lines().length
      rig.kill('forward')
      await rig.journal.seen({ service: 'forward', code }, from)
      const { sealed, captured } = await rig.edges()
      assert.deepEqual([...sealed.new, ...sealed.kept], [id])
      assert.deepEqual(captured.kept, [id])
      assert.deepEqual(spy.lines(), [])
      assert.deepEqual(await rig.stored(), [])
    })
  await rig.useCertificate(right)
  rig.kill('forward')
  await rig.delivered(id)
  await rig.assertSettled()
})

type Message = { readonly topic: string; readonly payload: Buffer }
const messagesOf = (lines: readonly string[]): readonly Message[] =>
  lines.map(line => {
    const [topic = '', hex = ''] = line.split(' ')
    return { topic, payload: Buffer.from(hex, 'hex') }
  })

/** A receipt that says all the right things, signed by a key that is not the gateway's but says so. */
const forgedReceipt = async (documentId: string, parts: number, manifest: Buffer): Promise<string> => {
  const { privateJwk } = await generateJwkPair('sign', gatewayId)
  const sign = await createSigner(privateJwk, receiptType)
  const manifestSha256 = createHash('sha256').update(manifest).digest('hex')
  return sign(
    JSON.stringify({ documentId, parts, manifestSha256, outcome: 'stored', at: new Date().toISOString() }),
  )
}

/** As a gateway does, with the certificate of one. */
const publishAsGateway = async ({ broker }: Rig, topic: string, payload: string): Promise<void> => {
  const session = await openSession({
    ...(await broker.authority.client(gatewayId)),
    ...{ host: 'localhost', port: broker.port, serverName: 'localhost', clientId: 'forger' },
    ...{ minTlsVersion: 'TLSv1.3', protocol: '3.1.1', keepAliveSeconds: 30, connectTimeoutMs: 10_000 },
  })
  await session.publish(topic, payload, { retain: false })
  await session.end()
}

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
    const status = await until(
      () =>
        seen('status')
          .map(({ payload }) => JSON.parse(payload.toString()) as { unreceipted?: number; alarms?: string[] })
          .find(({ unreceipted, alarms }) => unreceipted === 1 && alarms?.includes('no-receipt')),
      'a status that says so',
    )
    assert.equal(status.unreceipted, 1)
    const { stdout } = await cordon('status', '--json', '--config', rig.clinic.configFile)
    assert.equal(JSON.parse(stdout).edges.sealed.kept, 1)
  })

  await t.test('a forged receipt: refused, recorded, and nothing is shredded', async () => {
    const parts = new Set(
      messagesOf(spy.lines())
        .map(({ topic }) => topic)
        .filter(topic => topic.includes(id)),
    ).size
    const manifest = seen(`documents/${id}/0`)[0]?.payload as Buffer
    await publishAsGateway(rig, `${root}/receipts/${id}`, await forgedReceipt(id, parts, manifest))
    await rig.journal.seen({
      service: 'forward',
      event: 'receipt-refused',
      documentId: id,
      code: 'bad-receipt',
    })
    const refused = await until(
      async () => (await rig.audit('forward')).find(({ action }) => action === 'receipt-refused'),
      'the refusal recorded',
    )
    assert.deepEqual([refused.documentId, refused.code], [id, 'bad-receipt'])
    await assertKept(rig, id)
  })

  await t.test('the true gateway comes, and it is let go', async () => {
    await rig.gateway.start()
    await rig.delivered(id)
    await rig.assertSettled()
  })
})
