/**
 * Proves that no kill loses a document, doubles it, or leaves it half done: each service is killed with SIGKILL in the
 * middle of work at many points, the broker and the gateway too, and the supervisor starts the services again.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { reviewClient } from '../../command/review-client.ts'
import { type ServiceName, serviceNames } from '../../daemon/model/document.ts'
import { missingMosquitto } from '../broker.ts'
import { cordon, cordonPath } from './command.ts'
import { createJournal, fits, type Pattern } from './journal.ts'
import { asFax, letter, letterPage, patient, scrawl } from './papers.ts'
import { openRig, type Rig, reviewer } from './rig.ts'
import { until } from './until.ts'

const skip = missingMosquitto()

/** A line of the log, or a change in a folder of the spool: what comes first when a file is made there. */
type Point = Pattern | `${string}/${string}`

/** Kills the service at the first sign of the point; resolves when it is dead. */
const killAt = async (rig: Rig, service: ServiceName, point: Point): Promise<void> => {
  const from = rig.journal.lines().length
  await new Promise<void>(resolve => {
    const kill = () => {
      end()
      rig.kill(service)
      resolve()
    }
    const end = whenever(rig, service, point, kill)
  })
  await rig.journal.seen({ service, event: 'starting' }, from)
}

const whenever = (rig: Rig, service: ServiceName, point: Point, act: () => void): (() => void) => {
  if (typeof point !== 'string')
    return rig.journal.watch(line => {
      if (fits(line, { service, ...point })) act()
    })
  const watcher = watch(join(rig.clinic.stateDir, 'spool', point), act)
  return () => watcher.close()
}

/** How often the gateway said that a document is new. A line may be lost with a killed gateway, never said twice. */
const timesNew = (rig: Rig, id: string): number =>
  rig.gateway.lines().filter(line => line.startsWith(id) && line.includes('stored and receipted')).length

const assertAllOnce = async (rig: Rig, ids: readonly string[]): Promise<void> => {
  await rig.assertSettled()
  const stored = await rig.stored()
  assert.deepEqual(stored.map(({ documentId }) => documentId).sort(), [...ids].sort())
  for (const id of ids) assert.ok(timesNew(rig, id) <= 1, `${id} was new twice`)
  const edges = await rig.edges()
  assert.deepEqual(
    Object.entries(edges).flatMap(([edge, { rejected }]) => rejected.map(name => `${edge} ${name}`)),
    [],
  )
  assert.deepEqual(await readdir(rig.clinic.faxDir), [])
}

const points: readonly (readonly [service: ServiceName, points: readonly Point[]])[] = [
  ['capture', ['captured/tmp', 'captured/new', { event: 'captured' }]],
  [
    'deidentify',
    [
      { event: 'taken' },
      { event: 'page-done', stage: 'read' },
      { event: 'page-done', stage: 'verified' },
      'sealed/tmp',
    ],
  ],
  ['deidentify', ['sealed/new', { event: 'sealed' }, 'captured/kept', { event: 'shredded' }]],
  ['forward', [{ event: 'taken' }, 'sealed/kept', { event: 'part-sent' }, { event: 'sent' }]],
  ['forward', ['receipts/tmp', 'receipts/new', { event: 'receipt-accepted' }, { event: 'shredded' }]],
]

for (const [service, own] of points)
  test(`${service} killed at ${own.map(point => JSON.stringify(point)).join(', ')}`, { skip }, async t => {
    const rig = await openRig(t)
    const ids: string[] = []
    for (const [n, point] of own.entries()) {
      const killed = killAt(rig, service, point)
      ids.push(await rig.drop(`fax${n}.tif`, await letter(n)))
      await killed
    }
    for (const id of ids) await rig.delivered(id)
    await assertAllOnce(rig, ids)
  })

/** Null where the service is away. */
const isHeld = async ({ clinic }: Rig, id: string): Promise<boolean | null> => {
  const held = await reviewClient(clinic.socketPath)
    .list()
    .catch(() => null)
  return held?.some(({ documentId }) => documentId === id) ?? null
}

/** A person who finds the service away, or their decision not taken, tries again. */
const release = async (rig: Rig, id: string): Promise<void> => {
  await until(() => isHeld(rig, id), `${id} held`)
  await until(async () => {
    await cordon('review', 'release', id, '--as', reviewer, '--config', rig.clinic.configFile)
    return (await isHeld(rig, id)) === false
  }, `${id} decided`)
}

test('a held document and its decision outlive kills', { skip }, async t => {
  const rig = await openRig(t)
  const ids: string[] = []
  const dropOne = async () => ids.push(await rig.drop('scrawl.tif', await scrawl(ids.length)))
  const killedIn = async (service: ServiceName, point: Point, work: () => Promise<unknown>) => {
    const killed = killAt(rig, service, point)
    await work()
    await killed
  }
  await killedIn('review', 'review/kept', dropOne)
  await killedIn('review', { event: 'held' }, dropOne)
  await killedIn('review', 'decided/tmp', () => release(rig, ids[0] as string))
  await killedIn('deidentify', { event: 'decided' }, () => release(rig, ids[1] as string))
  await killedIn('deidentify', 'review/new', dropOne)
  await release(rig, ids[2] as string)
  for (const id of ids) await rig.delivered(id)
  await assertAllOnce(rig, ids)
})

test('the broker killed on the way, again and again', { skip }, async t => {
  const rig = await openRig(t)
  const ids: string[] = []
  for (const [n, event] of ['part-sent', 'sent', 'connected'].entries()) {
    const from = rig.journal.lines().length
    const id = await rig.drop(
      `fax${n}.tif`,
      await asFax([await letterPage(patient(n)), await letterPage(patient(n), 2)]),
    )
    if (event !== 'connected') await rig.journal.seen({ service: 'forward', event }, from)
    await rig.broker.kill()
    await rig.broker.start()
    await rig.delivered(id)
    ids.push(id)
  }
  await assertAllOnce(rig, ids)
})

test('the gateway killed between the parts of a document', { skip }, async t => {
  const rig = await openRig(t)
  let kills = 0
  const gathered = new Promise<void>(resolve => {
    rig.gateway.watch(line => {
      if (kills < 3 && / part \d+ /.test(line)) {
        kills += 1
        rig.gateway.kill().then(resolve)
      }
    })
  })
  const pages = await Promise.all([1, 2, 3, 4, 5].map(page => letterPage(patient(1), page)))
  const id = await rig.drop('fax.tif', await asFax(pages))
  await gathered
  assert.deepEqual(await rig.stored(), [])
  await until(async () => {
    if (rig.gateway.pid() === undefined) await rig.gateway.start()
    return (await rig.stored()).length === 1
  }, 'the document stored')
  assert.equal(kills, 3)
  const { files } = await rig.delivered(id)
  assert.equal(files.filter(name => name.endsWith('.png')).length, 5)
  await assertAllOnce(rig, [id])
})

test('every service killed in turn while several documents are on their way', { skip }, async t => {
  const rig = await openRig(t)
  const ids: string[] = []
  for (let n = 0; n < 5; n++) ids.push(await rig.drop(`fax${n}.tif`, await letter(n)))
  for (let turn = 0; turn < 12; turn++) {
    rig.kill(serviceNames[turn % serviceNames.length] as ServiceName)
    await sleep(350)
  }
  for (const id of ids) await rig.delivered(id)
  await assertAllOnce(rig, ids)
})

test('asked to stop in the middle of work, all hand back, and go on at the next start', { skip }, async t => {
  const rig = await openRig(t)
  const ids: string[] = []
  for (const [n, event] of ['taken', 'page-done', 'part-sent'].entries()) {
    const from = rig.journal.lines().length
    ids.push(await rig.drop(`fax${n}.tif`, await letter(n)))
    await rig.journal.seen({ event, documentId: ids[n] as string }, from)
    await rig.stopServices()
    for (const service of serviceNames)
      assert.ok(rig.journal.find({ service, event: 'stopped' }, from), `${service} said that it stopped`)
    await rig.startServices()
  }
  for (const id of ids) await rig.delivered(id)
  await assertAllOnce(rig, ids)
})

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('cordon run killed takes its services along, and the next one goes on', { skip }, async t => {
  const rig = await openRig(t, { services: false })
  const start = () => {
    const journal = createJournal()
    const child = spawn(cordonPath, ['run', '--config', rig.clinic.configFile], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    createInterface({ input: child.stderr }).on('line', line => {
      if (line.startsWith('{')) journal.add(JSON.parse(line).service, line)
    })
    return { child, journal }
  }
  const first = start()
  for (const service of serviceNames) await first.journal.seen({ service, event: 'ready' })
  const children = await childrenOf(first.child.pid as number)
  assert.equal(children.length, 4)
  const id = await rig.drop('fax.tif', await letter(1))
  await first.journal.seen({ service: 'deidentify', event: 'taken' })
  first.child.kill('SIGKILL')
  await until(() => !children.some(isAlive), 'the services gone')
  const second = start()
  t.after(() => second.child.kill('SIGKILL'))
  await rig.delivered(id)
  const status = await cordon('status', '--config', rig.clinic.configFile)
  assert.match(status.stdout, /the services run under cordon run/)
  const ended = new Promise(resolve => second.child.on('exit', resolve))
  second.child.kill('SIGTERM')
  assert.equal(await ended, 0)
  await assertAllOnce(rig, [id])
})

const childrenOf = async (pid: number): Promise<readonly number[]> => {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return text.trim().split(' ').filter(Boolean).map(Number)
}
