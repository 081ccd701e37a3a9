/** `changed`: a hint when a job comes, the scan without a hint, the end of a deferral, and the signal. */
import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { waitForChange } from '../../../daemon/spool/watch.ts'
import { idOf, makeEdge } from './fixture.ts'

const never = new AbortController().signal
const dayMs = 86_400_000

test('the watch tells of a job that comes while waiting', async t => {
  const { put, reader } = await makeEdge(t, { scanEveryMs: dayMs })
  assert.equal(await reader.next(), null)
  const changed = reader.changed(never)
  await put(1)
  await changed
  assert.equal((await reader.next())?.header.documentId, idOf(1))
})

test('a job that came before the waiting began ends it at once', async t => {
  const { put, reader } = await makeEdge(t, { scanEveryMs: dayMs })
  assert.equal(await reader.next(), null)
  await put(1)
  await reader.changed(never)
  assert.ok(await reader.next())
})

test('without any hint the scan comes', async t => {
  const { reader } = await makeEdge(t, { scanEveryMs: 20 })
  await reader.changed(never)
})

test('a deferred job ends the waiting when it is due', async t => {
  const { put, reader } = await makeEdge(t, { scanEveryMs: dayMs })
  await put(1)
  const job = await reader.next()
  job!.defer(30)
  assert.equal(await reader.next(), null)
  for (let again = await reader.next(); ; again = await reader.next()) {
    if (again) break
    await reader.changed(never)
  }
})

test('a taken job is not waited out in a busy loop', async t => {
  const { put, reader } = await makeEdge(t, { scanEveryMs: dayMs })
  await put(1)
  await reader.next()
  const stop = new AbortController()
  let ended = false
  const changed = reader.changed(stop.signal).then(() => {
    ended = true
  })
  for (let n = 0; n < 20; n++) await new Promise(resolve => setImmediate(resolve))
  assert.equal(ended, false)
  stop.abort()
  await changed
})

test('the signal ends the waiting, also one that had aborted before', async t => {
  const { reader } = await makeEdge(t, { scanEveryMs: dayMs })
  const stop = new AbortController()
  const changed = reader.changed(stop.signal)
  stop.abort()
  await changed
  await reader.changed(stop.signal)
})

test('an edge that has gone is waited for by the timer alone', async t => {
  const { directory, reader } = await makeEdge(t, { scanEveryMs: 20 })
  await rm(directory, { recursive: true })
  await reader.changed(never)
  await assert.rejects(reader.next(), { code: 'spool-unavailable' })
  await reader.changed(never)
})

test('a file as the directory to watch does no harm', async t => {
  const { directory } = await makeEdge(t)
  const file = join(directory, 'x')
  await writeFile(file, '')
  await waitForChange(file, 10, never, async () => {
    throw new Error('unreadable')
  })
})
