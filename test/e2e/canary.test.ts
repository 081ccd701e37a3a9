/**
 * Proves that nothing that identifies a patient stands anywhere in clear: planted names and numbers go through the box
 * every way that there is, and every file, file name, log line, command line, environment and every byte on the sockets
 * to the broker is searched for them, after the run and while it runs.
 */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { serviceNames } from '../../daemon/model/document.ts'
import { encodeJpeg, encodeScanPdf, encodeTextPdf } from '../../demo/paper/encode.ts'
import { missingMosquitto } from '../broker.ts'
import { cordon } from './command.ts'
import { asFax, asPng, letterPage, patient, plantedOf, scrawlPage } from './papers.ts'
import { familyOf, toldOf } from './processes.ts'
import { type Recorder, recordingProxy } from './proxy.ts'
import { openRigWith, type Rig, reviewer } from './rig.ts'
import { needlesFor, needlesForFile, type Search, searcher, sweeper } from './sweep.ts'
import { needs, tagged } from './tags.ts'
import { missingTrace, trace, type Written } from './trace.ts'
import { undoAfter } from './undo.ts'

const skip = missingMosquitto() || needs('exiftool')

const people = Array.from({ length: 12 }, (_, i) => patient(i + 40))
const who = (i: number) => people[i] as (typeof people)[number]
const canaries = people.flatMap(plantedOf)

type Paper = { readonly name: string; readonly bytes: Buffer; readonly fate: 'released' | 'held' | string }

/** A file name as fax servers and people make them. */
const nameOf = (i: number, extension: string): string =>
  `${who(i).family}_${who(i).given}_${who(i).mrn}_${who(i).ssn}.${extension}`

const paper = async (
  i: number,
  extension: string,
  bytes: Uint8Array,
  fate: Paper['fate'] = 'released',
): Promise<Paper> => ({ name: nameOf(i, extension), bytes: await tagged(bytes, extension, who(i)), fate })

/** One for each format and each way through the box. */
const papers = async (): Promise<readonly Paper[]> => {
  const letter = (i: number) => letterPage(who(i))
  const scrawl = (i: number) => scrawlPage(who(i))
  const info = { title: `${who(3).given} ${who(3).family}`, author: who(3).email }
  const text = [`Patient: ${who(4).given} ${who(4).family}`, `MRN: ${who(4).mrn}`, `SSN: ${who(4).ssn}`]
  const fax = await paper(0, 'tif', await asFax([await letter(0)]))
  const cut = await paper(8, 'tif', await asFax([await letter(8)]), 'truncated')
  return [
    fax,
    await paper(1, 'png', await asPng(await letter(1))),
    await paper(2, 'jpg', await encodeJpeg(await letter(2), 200, 95)),
    await paper(3, 'pdf', await encodeScanPdf([await letter(3)], 200, info)),
    await paper(4, 'pdf', await encodeTextPdf([...text, 'The blood test results are normal.'])),
    await paper(5, 'tif', await asFax([await scrawl(5)]), 'held'),
    await paper(6, 'tif', await asFax([await scrawl(6)]), 'held'),
    await paper(7, 'tif', await asFax([await scrawl(7)]), 'held'),
    { ...cut, bytes: cut.bytes.subarray(0, cut.bytes.length - 60) },
    { name: nameOf(9, 'txt'), bytes: Buffer.from(text.join('\n')), fate: 'unknown-format' },
    { ...fax, name: nameOf(10, 'tif'), fate: 'duplicate' },
  ]
}

test('the sweep finds a canary in every spelling, in a file, in a name, and in a copy of a document', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-sweep-'))
  t.after(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'deep', 'er'), { recursive: true })
  const canary = who(0).email
  const sweep = sweeper(searcher(needlesFor([canary, who(0).phone])))
  const spellings: Record<string, Buffer> = {
    clear: Buffer.from(`a ${canary} b`),
    upper: Buffer.from(canary.toUpperCase()),
    utf16le: Buffer.from(`x${canary}`, 'utf16le'),
    utf16be: Buffer.from(`xy${canary}`, 'utf16le').swap16(),
    hex: Buffer.from(Buffer.from(canary).toString('hex').toUpperCase()),
    bare: Buffer.from(who(0).phone.replace(/\D/g, '')),
  }
  for (const before of ['', '?', '>>', 'four', 'fives'])
    for (const encoding of ['base64', 'base64url'] as const)
      spellings[`${encoding} ${before.length}`] = Buffer.from(
        Buffer.from(`${before}${canary}${before}~`).toString(encoding),
      )
  for (const [spelling, bytes] of Object.entries(spellings)) {
    const path = join(folder, 'deep', 'er', 'file')
    await writeFile(path, Buffer.concat([Buffer.alloc(1000, 1), bytes, Buffer.alloc(1000, 2)]))
    const hits = await sweep(folder)
    assert.ok(hits.length > 0 && hits.every(hit => hit.startsWith(path)), `${spelling} was not found`)
    await rm(path)
  }
  await writeFile(join(folder, 'deep', `${canary}.json`), '')
  assert.match((await sweep(folder)).join(), /the name of/)
  await rm(join(folder, 'deep', `${canary}.json`))
  const document = await asFax([await letterPage(who(0))])
  await writeFile(join(folder, 'copy'), Buffer.concat([Buffer.from('header'), document]))
  assert.equal((await sweep(folder)).length, 0)
  assert.ok((await sweeper(searcher(needlesForFile('a fax', document)))(folder)).length > 0)
})

type Watch = { readonly hits: Set<string>; readonly looks: () => number; readonly stop: () => Promise<void> }

/** Looks at everything again and again while the box works: what is there for a moment only is found as well. */
const watchAll = (look: () => Promise<readonly string[]>): Watch => {
  const hits = new Set<string>()
  let [looks, stopped] = [0, false]
  const watching = (async () => {
    while (!stopped) {
      for (const hit of await look()) hits.add(hit)
      looks += 1
      await sleep(50)
    }
  })()
  return {
    hits,
    looks: () => looks,
    stop: async () => {
      stopped = true
      await watching
    },
  }
}

const lookAtProcesses = async (rig: Rig, search: Search): Promise<readonly string[]> => {
  const roots = serviceNames.map(service => rig.services().pid(service)).filter(pid => pid !== undefined)
  const family = await familyOf(roots)
  const told = await Promise.all(family.map(toldOf))
  return told.flatMap((bytes, i) => search(`process ${family[i]}`, bytes))
}

/** Drops all, waits for each one's fate, and has a person release one of the held, reject one, and leave one. */
const workThrough = async (rig: Rig, all: readonly Paper[]): Promise<string> => {
  const said: string[] = []
  const say = async (...words: string[]) => {
    const { exit, stdout, stderr } = await cordon(...words, '--config', rig.clinic.configFile)
    said.push(stdout, stderr)
    assert.ok(exit === 0 || exit === 2, stderr)
  }
  const held: string[] = []
  for (const { name, bytes, fate } of all) {
    const from = rig.journal.lines().length
    const documentId = await rig.drop(name, bytes)
    if (fate === 'released') await rig.delivered(documentId)
    else if (fate === 'duplicate') await rig.journal.seen({ event: 'duplicate', documentId }, from)
    else if (fate === 'held') {
      await rig.journal.seen({ service: 'review', event: 'held', documentId }, from)
      held.push(documentId)
    } else await rig.journal.seen({ event: 'rejected', documentId, code: fate }, from)
  }
  const [released, rejected, left] = held as [string, string, string]
  await say('review', 'list')
  await say('review', 'show', left)
  await say('review', 'release', released, '--as', reviewer)
  await rig.delivered(released)
  await say('review', 'reject', rejected, '--as', reviewer)
  await rig.journal.seen({ service: 'deidentify', event: 'decided', documentId: rejected })
  await say('status')
  return said.join('\n')
}

test('canaries go in every way and come out nowhere', { skip }, async t => {
  const undo = undoAfter(t)
  const base = await mkdtemp(join(tmpdir(), 'cordon-canary-'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = base
  undo(async () => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    await rm(base, { recursive: true, force: true })
  })
  const all = await papers()
  const pieces = all.flatMap(({ bytes }, i) => needlesForFile(`paper ${i}`, bytes))
  const search = searcher([...needlesFor(canaries), ...pieces])
  const sweep = sweeper(search)
  let proxy: Recorder | undefined
  const rig = await openRigWith(undo, {
    port: async brokerPort => {
      proxy = await recordingProxy(brokerPort)
      return proxy.port
    },
    configure: config => {
      Object.assign(config.capture as object, { rejectedIncompleteAfterMs: 1_000 })
    },
  })
  undo(() => proxy?.close())
  const spy = await rig.broker.spy()
  undo(spy.stop)
  const lookEverywhere = async () => [
    ...(await sweep(base, [rig.clinic.faxDir])),
    ...(await sweep('/dev/shm')),
    ...(await lookAtProcesses(rig, search)),
  ]
  const watch = watchAll(lookEverywhere)
  const said = await workThrough(rig, all).finally(watch.stop)
  assert.ok(watch.looks() > 10, 'it was looked at while the box worked')

  const payloads = spy.lines().map(line => line.split(' '))
  const sent = payloads.filter(([topic]) => topic?.includes('/documents/'))
  assert.ok(sent.length >= 6 * 4, 'the spy has read the parts')
  const streams = proxy?.recorded() ?? []
  assert.ok(streams.reduce((sum, { length }) => sum + length, 0) > 50_000, 'the proxy has recorded them')
  const hits = [
    ...watch.hits,
    ...(await lookEverywhere()),
    ...rig.journal.lines().flatMap(({ text }) => search('a log line', Buffer.from(text))),
    ...rig.gateway.lines().flatMap(line => search('a line of the gateway', Buffer.from(line))),
    ...search('the commands', Buffer.from(said)),
    ...streams.flatMap(bytes => search('the socket to the broker', bytes)),
    ...payloads.flatMap(([topic = '', hex = '']) => [
      ...search('a topic', Buffer.from(topic)),
      ...search('a message', Buffer.from(hex, 'hex')),
    ]),
  ]
  assert.deepEqual(hits, [])
  assert.deepEqual(await readdir(rig.clinic.faxDir), [])

  // The same sweep over the same folders does find what is there.
  const planted = join(rig.clinic.stateDir, 'forward', 'planted')
  await writeFile(planted, Buffer.from(who(11).email).toString('base64'))
  assert.ok((await lookEverywhere()).some(hit => hit.startsWith(planted)))
  const [leftOver] = (await rig.edges()).review.kept
  assert.ok(leftOver !== undefined)
  const sealed = await readFile(join(rig.clinic.stateDir, 'spool', 'review', 'kept', leftOver))
  assert.ok(sealed.length > 3000, 'the held document is there, sealed')
})

test('the services write nowhere but in their own folders: no file passes by the sweep unseen', {
  skip: skip || missingTrace(),
}, async t => {
  const undo = undoAfter(t)
  const rig = await openRigWith(undo)
  const { stateDir, socketPath, configFile } = rig.clinic
  const pids = serviceNames.map(service => rig.services().pid(service) as number)
  const tracing = await trace(pids, join(rig.folder, 'trace'))
  const released = await rig.drop('released.tif', await asFax([await letterPage(who(0))]))
  const cut = await asPng(await letterPage(who(1)))
  await rig.drop('cut.png', cut.subarray(0, cut.length - 8))
  const held = await rig.drop('held.tif', await asFax([await scrawlPage(who(2))]))
  await rig.delivered(released)
  await rig.journal.seen({ service: 'review', event: 'held', documentId: held })
  await cordon('review', 'release', held, '--as', reviewer, '--config', configFile)
  await rig.delivered(held)
  const written = await tracing.stop()
  assert.ok(
    written.some(({ path }) => path.includes(`${stateDir}/spool/captured/tmp/`)),
    'the trace saw a job',
  )
  assert.ok(
    written.some(({ path }) => path.includes(`${stateDir}/spool/review/kept/`)),
    'the trace saw one held',
  )
  const isOwn = ({ path, call }: Written): boolean =>
    path.startsWith(`${stateDir}/`) ||
    path === socketPath ||
    path === '/dev/null' ||
    // Memory without a name, in which a page reaches its reader, and the empty root of a sandbox.
    (path === '/dev/shm' && call.includes('O_TMPFILE')) ||
    path.startsWith('/mnt') ||
    path.startsWith('/proc/')
  assert.deepEqual(
    written.filter(one => !isOwn(one)).map(({ call }) => call),
    [],
  )
})
