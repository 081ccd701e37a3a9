/** The schedule's file: what was put in is found under the same key, nothing can be read from it, and it ends. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { readSchedule, removeSchedule, ScheduleFault, writeSchedule } from '../../../drivers/schedule/file.ts'
import { watchSchedule } from '../../../drivers/schedule/watch.ts'

const key = new Uint8Array(32).fill(7)
const entries = [
  { skeleton: 'quigley9i5e11e', tag: 0 },
  { skeleton: '00482913', tag: 2 },
]

describe('the schedule on the disk', () => {
  let folder: string
  let path: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'schedule-'))
    path = join(folder, 'state', 'schedule')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('gives the tag of what was put in, and null for anything else or another key', async () => {
    await writeSchedule(path, key, entries, 1000)
    const schedule = await readSchedule(path, key)
    assert.equal(schedule?.count, 2)
    assert.equal(schedule?.endsAtMs, 1000)
    assert.equal(schedule?.tagOf('quigley9i5e11e'), 0)
    assert.equal(schedule?.tagOf('00482913'), 2)
    assert.equal(schedule?.tagOf('00482914'), null)
    assert.equal((await readSchedule(path, new Uint8Array(32)))?.tagOf('00482913'), null)
  })

  it('holds no letter of the list, is its owner’s alone, and leaves no draft', async () => {
    await writeSchedule(path, key, entries, 1000)
    const bytes = await readFile(path)
    for (const { skeleton } of entries) assert.equal(bytes.includes(skeleton), false)
    assert.deepEqual(await readdir(join(folder, 'state')), ['schedule'])
  })

  it('is null where there is none, and is taken away once', async () => {
    assert.equal(await readSchedule(path, key), null)
    await writeSchedule(path, key, entries, 1000)
    assert.equal(await removeSchedule(path), true)
    assert.equal(await removeSchedule(path), false)
  })

  it('refuses other bytes, half a record, and a link', async () => {
    await writeSchedule(path, key, entries, 1000)
    const whole = await readFile(path)
    const malformed = (thrown: unknown) => thrown instanceof ScheduleFault && thrown.code === 'malformed'
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 5), Buffer.from('name,mrn\n')]) {
      await writeFile(path, bytes)
      await assert.rejects(readSchedule(path, key), malformed)
    }
    await rm(path)
    await symlink('/etc/passwd', path)
    await assert.rejects(readSchedule(path, key))
  })

  it('keeps no list that has ended', async () => {
    await writeSchedule(path, key, entries, 1000)
    const watched = await watchSchedule(path, key, { nowMs: () => 2000, onFault: assert.fail })
    assert.equal(watched.count(), 0)
    assert.equal(watched.tagOf('00482913'), null)
    watched.close()
    assert.deepEqual(await readdir(join(folder, 'state')), [])
  })

  it('tells of a file that is no schedule', async () => {
    await writeSchedule(path, key, entries, 1000)
    await writeFile(path, 'x')
    let faults = 0
    const watched = await watchSchedule(path, key, { nowMs: () => 0, onFault: () => faults++ })
    watched.close()
    assert.equal(faults, 1)
  })
})
