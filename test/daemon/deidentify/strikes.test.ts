/** Proves that a document which ends the service again and again is set aside, and that nothing else counts against it. */
import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { openStrikes } from '../../../daemon/deidentify/strikes.ts'
import { Deferred, Rejected } from '../../../daemon/errors.ts'
import { codeOf, idOf } from '../spool/fixture.ts'

const folderOf = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-strikes-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'strikes')
}

const job = (n: number) => ({ edge: 'captured' as const, documentId: idOf(n) })
const bug = async () => {
  throw new TypeError('a bug')
}
/** As a process that is killed leaves it: the work never ends. */
const killed = () => new Promise<void>(() => {})

test('after five bugs the job is rejected in place of its work, and is then forgotten', async t => {
  const folder = await folderOf(t)
  for (let n = 0; n < 5; n++) {
    const strikes = openStrikes(folder, new AbortController().signal)
    await assert.rejects(strikes.during(job(1), bug), TypeError)
  }
  const strikes = openStrikes(folder, new AbortController().signal)
  assert.equal(await codeOf(strikes.during(job(1), async () => assert.fail('worked on'))), 'service-ended')
  assert.deepEqual(await readdir(folder), [])
})

test('five deaths count as five bugs do, each job for itself and each edge for itself', async t => {
  const folder = await folderOf(t)
  for (let n = 0; n < 5; n++) void openStrikes(folder, new AbortController().signal).during(job(1), killed)
  const strikes = openStrikes(folder, new AbortController().signal)
  await strikes.during(job(2), async () => {})
  await strikes.during({ ...job(1), edge: 'decided' }, async () => {})
  assert.equal(await codeOf(strikes.during(job(1), async () => {})), 'service-ended')
})

test('work that is done, rejected, deferred or handed back at a stop is no strike', async t => {
  const folder = await folderOf(t)
  const stopping = new AbortController()
  const strikes = openStrikes(folder, stopping.signal)
  await strikes.during(job(1), async () => {})
  await codeOf(strikes.during(job(2), () => Promise.reject(new Rejected('corrupt'))))
  await codeOf(strikes.during(job(3), () => Promise.reject(new Deferred('engine-unavailable'))))
  void strikes.during(job(4), killed)
  assert.deepEqual(await readdir(folder), [`captured.${idOf(4)}`])
  stopping.abort()
  assert.deepEqual(await readdir(folder), [])
})

test('a bug counts against its own job and not against what was under way beside it', async t => {
  const folder = await folderOf(t)
  const strikes = openStrikes(folder, new AbortController().signal)
  void strikes.during({ ...job(7), edge: 'decided' }, killed)
  await assert.rejects(strikes.during(job(1), bug), TypeError)
  assert.deepEqual(await readdir(folder), [`captured.${idOf(1)}`])
})

test('a folder that takes no count costs the count and not the work', async t => {
  const folder = await folderOf(t)
  const strikes = openStrikes(folder, new AbortController().signal)
  await mkdir(join(folder, `captured.${idOf(1)}`))
  await chmod(folder, 0o500)
  let done = false
  await strikes.during(job(1), async () => {
    done = true
  })
  await chmod(folder, 0o700)
  assert.ok(done)
})
