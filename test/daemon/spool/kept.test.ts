/** The ends of a job: deferred, kept and shredded, rejected. */
import assert from 'node:assert/strict'
import { link, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { ownMark } from '../../../daemon/alive.ts'
import { headerLimit, prefixBytes } from '../../../daemon/spool/header.ts'
import { idOf, makeEdge, readEdge } from './fixture.ts'

test('a deferred job is hidden until its delay is over, then comes first again', async t => {
  let nowMs = 1000
  const { put, reader } = await makeEdge(t, { monotonicMs: () => nowMs })
  await put(1)
  await put(2)
  const first = await reader.next()
  first!.defer(500)
  assert.equal((await reader.counts()).waiting, 2)
  assert.equal((await reader.next())?.header.documentId, idOf(2))
  assert.equal(await reader.next(), null)
  nowMs += 499
  assert.equal(await reader.next(), null)
  nowMs += 1
  await put(3)
  assert.equal((await reader.next())?.header.documentId, idOf(1))
  assert.equal((await reader.next())?.header.documentId, idOf(3))
})

test('a kept job leaves new, is readable, survives a restart, and done removes it', async t => {
  const { put, reader, path, directory, keys } = await makeEdge(t)
  await put(1, 'original')
  const job = await reader.next()
  await job!.keep()
  assert.equal(Buffer.from(await job!.read(100)).toString(), 'original')
  assert.equal(await reader.next(), null)
  assert.deepEqual(await reader.counts(), { waiting: 0, kept: 1, rejected: 0 })
  assert.equal((await stat(path('kept', 1))).mode & 0o7777, 0o600)

  const later = await readEdge('captured', directory, keys)
  assert.deepEqual(await later.keptIds(), [idOf(1)])
  const kept = await later.kept(idOf(1))
  assert.equal(Buffer.from(await kept!.read(100)).toString(), 'original')
  assert.equal(kept!.header.documentId, idOf(1))
  await kept!.keep()
  await kept!.done()
  assert.equal(await later.kept(idOf(1)), null)
  assert.deepEqual(await later.keptIds(), [])
})

test('a kept job can be rejected', async t => {
  const { put, reader, directory } = await makeEdge(t)
  await put(1)
  await (await reader.next())!.keep()
  await (await reader.kept(idOf(1)))!.reject('rejected-by-person')
  assert.deepEqual(await readdir(join(directory, 'rejected')), [`${idOf(1)}.rejected-by-person`])
  assert.deepEqual(await reader.counts(), { waiting: 0, kept: 0, rejected: 1 })
})

test('shred destroys the wrapped key in the file itself, then the name', async t => {
  const { put, reader, path, directory } = await makeEdge(t)
  await put(1, Buffer.alloc(100_000))
  await (await reader.next())!.keep()
  const before = await readFile(path('kept', 1))
  const held = await open(path('kept', 1), 'r')
  const elsewhere = join(directory, 'tmp', 'elsewhere')
  await link(path('kept', 1), elsewhere)

  assert.equal(await reader.shred(idOf(1)), true)
  for (const after of [await held.readFile(), await readFile(elsewhere)]) {
    assert.equal(after.length, before.length)
    assert.ok(after.subarray(0, prefixBytes + headerLimit).every(byte => byte === 0))
    assert.equal(after.indexOf('"dek"'), -1)
  }
  await held.close()
  assert.deepEqual(await readdir(join(directory, 'kept')), [])
  assert.equal(await reader.shred(idOf(1)), false)
  assert.equal(await reader.kept(idOf(1)), null)
})

test('a job shorter than any header is shredded whole', async t => {
  const { put, reader, path } = await makeEdge(t)
  await put(1, '')
  await (await reader.next())!.keep()
  const held = await open(path('kept', 1), 'r')
  await reader.shred(idOf(1))
  assert.ok((await held.readFile()).every(byte => byte === 0))
  await held.close()
})

test('a rejected job is kept as it was, under its code', async t => {
  const { put, reader, path, directory } = await makeEdge(t)
  await put(1)
  const before = await readFile(path('new', 1))
  await (await reader.next())!.reject('corrupt')
  assert.deepEqual(await readdir(join(directory, 'rejected')), [`${idOf(1)}.corrupt`])
  assert.ok(before.equals(await readFile(path('rejected', `${idOf(1)}.corrupt`))))
  assert.equal(await reader.next(), null)
  assert.deepEqual(await reader.counts(), { waiting: 0, kept: 0, rejected: 1 })
})

test('what the writer itself found bad goes sealed to rejected, under its code, and is never a job', async t => {
  const { writer, reader, directory, path } = await makeEdge(t)
  const facts = { source: 'fax', mediaType: 'application/octet-stream' } as const
  await writer.putRejected(idOf(1), facts, Buffer.from('CANARY'), 'unknown-format')
  assert.deepEqual(await readdir(join(directory, 'rejected')), [`${idOf(1)}.unknown-format`])
  assert.equal((await readFile(path('rejected', `${idOf(1)}.unknown-format`))).indexOf('CANARY'), -1)
  assert.equal(await reader.next(), null)
  assert.deepEqual(await reader.counts(), { waiting: 0, kept: 0, rejected: 1 })
})

test('a kept job that has rotted is rejected, and not there', async t => {
  const { put, reader, path } = await makeEdge(t)
  await put(1)
  await (await reader.next())!.keep()
  const bytes = await readFile(path('kept', 1))
  bytes[bytes.length - 1]! ^= 1
  await writeFile(path('kept', 1), bytes)
  assert.equal(await reader.kept(idOf(1)), null)
  assert.deepEqual(await reader.counts(), { waiting: 0, kept: 0, rejected: 1 })
})

test('a half copy of a dead reader is swept when the edge opens; that of a living process is not', async t => {
  const { directory, keys, path } = await makeEdge(t)
  const dead = `${idOf(1)}.4194304-1.0123456789abcdef`
  const living = `${idOf(1)}.${await ownMark()}.0123456789abcdef`
  for (const folder of ['tmp', 'kept'] as const) {
    for (const name of [dead, living]) await writeFile(path(folder, name), 'half')
  }
  const reader = await readEdge('captured', directory, keys)
  assert.deepEqual(await readdir(join(directory, 'kept')), [living])
  assert.deepEqual(await reader.keptIds(), [])
  assert.equal((await reader.counts()).kept, 0)
})

test('a job waits until it has ended, taken and deferred ones included', async t => {
  const { put, reader } = await makeEdge(t)
  assert.equal(await reader.waits(idOf(1)), false)
  await put(1)
  assert.equal(await reader.waits(idOf(1)), true)
  const job = await reader.next()
  assert.equal(await reader.waits(idOf(1)), true)
  job!.defer(60_000)
  assert.equal(await reader.waits(idOf(1)), true)
  await put(2)
  await (await reader.next())!.keep()
  assert.deepEqual([await reader.waits(idOf(1)), await reader.waits(idOf(2))], [true, false])
})

test('a copy to kept that fails leaves the job where it was', async t => {
  const { put, reader, directory, path } = await makeEdge(t)
  await put(1)
  const job = await reader.next()
  // A directory in the way: the rename fails after the whole copy was written.
  await mkdir(path('kept', 1))
  await assert.rejects(job!.keep(), { code: 'spool-unavailable' })
  assert.deepEqual(await readdir(join(directory, 'kept')), [idOf(1)])
  assert.equal((await reader.counts()).waiting, 1)
  job!.defer(0)
  assert.equal((await reader.next())?.header.documentId, idOf(1))
})
