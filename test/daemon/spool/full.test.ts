/** A real full disk and a real read-only one: put is deferred, nothing is left, and the next put goes through. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { codeOf, facts, idOf, makeKeys, readEdge, writeEdge } from './fixture.ts'

const canMount = (): string | false => {
  if (process.getuid?.() !== 0) return 'needs root, to mount a small tmpfs'
  const probe = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'])
  return probe.status === 0 ? false : 'mounting is not permitted here'
}
const skip = canMount()

/** An edge on a file system of 1 MiB. */
const smallEdge = async (t: TestContext) => {
  const mount = await mkdtemp(join(tmpdir(), 'cordon-spool-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount])
  t.after(async () => {
    execFileSync('umount', ['--lazy', mount])
    await rm(mount, { recursive: true })
  })
  const directory = join(mount, 'edge')
  await createEdge(directory)
  const keys = makeKeys()
  const writer = await writeEdge('captured', directory, keys)
  const reader = await readEdge('captured', directory, keys)
  const put = (n: number, bytes: number) => writer.put(idOf(n), facts.captured, randomBytes(bytes))
  return { mount, directory, reader, put }
}

test('a full disk defers put and leaves nothing behind', { skip }, async t => {
  const { directory, reader, put } = await smallEdge(t)
  await put(1, 300_000)
  assert.equal(await codeOf(put(2, 2_000_000)), 'disk-full')
  assert.deepEqual(await readdir(join(directory, 'tmp')), [])
  assert.deepEqual(await readdir(join(directory, 'new')), [idOf(1)])
  const job = await reader.next()
  assert.equal((await job!.read(1e6)).length, 300_000)
  await job!.done()
  await put(2, 700_000)
  assert.equal((await (await reader.next())!.read(1e6)).length, 700_000)
})

test('a full disk: keep is deferred and the job stays; done and reject need no room', { skip }, async t => {
  const { mount, directory, reader, put } = await smallEdge(t)
  for (const n of [1, 2, 3]) await put(n, 100_000)
  const filler = join(mount, 'filler')
  await writeFile(filler, randomBytes(2_000_000)).catch(() => {})
  const job = await reader.next()
  assert.equal(await codeOf(job!.keep()), 'disk-full')
  assert.deepEqual(await readdir(join(directory, 'kept')), [])
  assert.equal((await job!.read(1e6)).length, 100_000)
  await (await reader.next())!.reject('corrupt')
  await (await reader.next())!.done()
  assert.deepEqual(await reader.counts(), { waiting: 1, kept: 0, rejected: 1 })
  await rm(filler)
  await job!.keep()
  assert.deepEqual(await reader.counts(), { waiting: 0, kept: 1, rejected: 1 })
})

test('a disk that has become read-only is spool-unavailable', { skip }, async t => {
  const { mount, reader, put } = await smallEdge(t)
  await put(1, 1000)
  execFileSync('mount', ['-o', 'remount,ro', mount])
  assert.equal(await codeOf(put(2, 1000)), 'spool-unavailable')
  const job = await reader.next()
  assert.equal((await job!.read(1e6)).length, 1000)
  assert.equal(await codeOf(job!.done()), 'spool-unavailable')
  execFileSync('mount', ['-o', 'remount,rw', mount])
  await job!.done()
  assert.equal((await reader.counts()).waiting, 0)
})
