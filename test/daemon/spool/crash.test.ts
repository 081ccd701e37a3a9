/** `kill -9` of the writer at any point of put: `new/` holds the whole job or none, and the next start sweeps. */
import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { chunkBytes } from '../../../daemon/spool/stream.ts'
import { makeEdge, readEdge, writeEdge } from './fixture.ts'

const child = join(import.meta.dirname, 'writer-process.ts')
const pieces = 4

const edgeWithKey = async (t: TestContext) => {
  const edge = await makeEdge(t)
  const keyFile = join(edge.directory, '..', 'reader.pem')
  await writeFile(keyFile, edge.keys.publicKey.export({ type: 'spki', format: 'pem' }))
  return { ...edge, keyFile }
}

type Edge = Awaited<ReturnType<typeof edgeWithKey>>

/** Either nothing is committed or all of it; then the edge is put to use again as after a restart. */
const checkAfterCrash = async ({ directory, keys }: Edge): Promise<'nothing' | 'whole'> => {
  const writer = await writeEdge('captured', directory, keys)
  assert.deepEqual(await readdir(join(directory, 'tmp')), [], 'swept')
  const reader = await readEdge('captured', directory, keys)
  const job = await reader.next()
  if (job) assert.equal((await job.read(1e9)).length, pieces * chunkBytes)
  await job?.done()
  assert.deepEqual(await reader.counts(), { waiting: 0, kept: 0, rejected: 0 })
  await writer.put('0'.repeat(32) as never, { source: 'fax', mediaType: 'image/png' }, Buffer.from('x'))
  assert.ok(await reader.next())
  return job ? 'whole' : 'nothing'
}

for (let stop = 0; stop <= pieces; stop++) {
  test(`killed before piece ${stop} of ${pieces}: nothing is in new`, async t => {
    const edge = await edgeWithKey(t)
    const writer = spawn(process.execPath, [child, edge.directory, edge.keyFile, `${pieces}`, `${stop}`])
    const ended = new Promise(resolve => writer.once('exit', (_, signal) => resolve(signal)))
    await new Promise(resolve => writer.stdout.once('data', resolve))
    assert.equal((await readdir(join(edge.directory, 'tmp'))).length, 1)
    writer.kill('SIGKILL')
    assert.equal(await ended, 'SIGKILL')
    assert.equal((await readdir(join(edge.directory, 'tmp'))).length, 1, 'a half file is in tmp')
    assert.equal(await checkAfterCrash(edge), 'nothing')
  })
}

const hasStrace = spawnSync('strace', ['-V']).status === 0

/** Each system call of the commit in turn, at whose entry the kernel kills the process. */
const calls = [
  { call: 'fsync', when: 1, left: 'nothing', at: 'the file’s own fsync' },
  { call: 'rename', when: 1, left: 'nothing', at: 'the rename' },
  { call: 'fsync', when: 2, left: 'whole', at: 'the fsync after the rename' },
  { call: 'fsync', when: 3, left: 'whole', at: 'the fsync of tmp' },
  { call: 'fsync', when: 4, left: 'whole', at: 'the fsync of new' },
] as const

for (const { call, when, left, at } of calls) {
  test(`killed at ${at}: ${left}`, { skip: !hasStrace && 'needs strace' }, async t => {
    const edge = await edgeWithKey(t)
    const inject = ['-f', '-qq', '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${when}`]
    const node = [process.execPath, child, edge.directory, edge.keyFile, `${pieces}`]
    const { stdout } = spawnSync('strace', ['-o', '/dev/null', ...inject, ...node], {
      encoding: 'utf8',
      // strace counts per thread: with one, the calls are counted in the order they are made.
      env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    })
    assert.equal(stdout, '', 'it did not come to its end')
    assert.equal(await checkAfterCrash(edge), left)
  })
}

test('not killed: the whole job is there', async t => {
  const edge = await edgeWithKey(t)
  const args = [child, edge.directory, edge.keyFile, `${pieces}`]
  assert.equal(execFileSync(process.execPath, args, { encoding: 'utf8' }), 'done\n')
  assert.equal(await checkAfterCrash(edge), 'whole')
})
