/** What is put is taken: whole, by the right reader, in order, once. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { edgeNames } from '../../../daemon/model/document.ts'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { chunkBytes } from '../../../daemon/spool/stream.ts'
import { codeOf, facts, idOf, makeEdge, makeKeys, readEdge, temporaryFolder, writeEdge } from './fixture.ts'

test('any body around the chunk bounds comes back, by read and by body', async t => {
  const { put, reader } = await makeEdge(t)
  const length = fc.oneof(
    fc.nat(64),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -20, max: 20 }))
      .map(([n, by]) => n * chunkBytes + by),
  )
  let n = 0
  await fc.assert(
    fc.asyncProperty(length, async bytes => {
      const body = randomBytes(bytes)
      await put(++n, body)
      const job = await reader.next()
      assert.equal(job?.header.documentId, idOf(n))
      assert.ok(body.equals(await job.read(bytes)))
      assert.ok(body.equals(Buffer.concat(await Array.fromAsync(job.body()))))
      await job.done()
      assert.equal(await reader.next(), null)
    }),
    { numRuns: 25 },
  )
})

test('the header comes back for every edge, without the wrapped key', async t => {
  const folder = await temporaryFolder(t)
  const keys = makeKeys()
  const clock = () => new Date('2026-02-03T04:05:06.789Z')
  for (const edge of edgeNames) {
    const directory = join(folder, edge)
    await createEdge(directory)
    await (await writeEdge(edge, directory, keys, { clock })).put(idOf(1), facts[edge], Buffer.from('x'))
    const job = await (await readEdge(edge, directory, keys)).next()
    assert.deepEqual(job?.header, {
      version: 1,
      edge,
      documentId: idOf(1),
      createdAt: '2026-02-03T04:05:06.789Z',
      facts: facts[edge],
    })
  }
})

test('the body is nowhere in clear, and the file has mode 0640', async t => {
  const { put, path } = await makeEdge(t)
  await put(1, 'CANARY-Jane-Doe')
  const file = await readFile(path('new', 1))
  assert.equal(file.indexOf('CANARY'), -1)
  assert.equal((await stat(path('new', 1))).mode & 0o7777, 0o640)
})

test('two jobs of the same body share no byte of ciphertext, key or nonce', async t => {
  const { put, path } = await makeEdge(t)
  const body = Buffer.alloc(64)
  await put(1, body)
  const first = await readFile(path('new', 1))
  await put(1, body)
  const second = await readFile(path('new', 1))
  assert.ok(!first.subarray(-80).equals(second.subarray(-80)))
})

test('a body of 96 MiB goes through in bounded memory, both ways', async t => {
  const { writer, reader } = await makeEdge(t)
  const piece = randomBytes(1024 * 1024)
  const pieces = 96
  const wanted = createHash('sha256')
  async function* body(): AsyncGenerator<Uint8Array> {
    for (let n = 0; n < pieces; n++) {
      wanted.update(piece)
      yield piece
    }
  }
  const before = process.memoryUsage()
  let most = 0
  const look = () => {
    const now = process.memoryUsage()
    most = Math.max(most, now.arrayBuffers - before.arrayBuffers)
  }
  await writer.put(idOf(1), facts.captured, body())
  look()
  const job = await reader.next()
  look()
  const got = createHash('sha256')
  for await (const chunk of job!.body()) {
    assert.ok(chunk.length <= chunkBytes)
    got.update(chunk)
    look()
  }
  assert.equal(got.digest('hex'), wanted.digest('hex'))
  assert.ok(most < 64 * 1024 * 1024, `${most} bytes held`)
  assert.equal(await codeOf(job!.read(95 * 1024 * 1024)), 'too-many-bytes')
})

test('the oldest comes first, by time and then by id; a taken job does not come twice', async t => {
  const { put, path, reader } = await makeEdge(t)
  for (const n of [5, 3, 4, 1, 2]) await put(n)
  for (const [n, seconds] of [
    [1, 300],
    [2, 100],
    [3, 200],
    [4, 100],
    [5, 50],
  ] as const) {
    await utimes(path('new', n), seconds, seconds)
  }
  const order: string[] = []
  for (let job = await reader.next(); job; job = await reader.next()) order.push(job.header.documentId)
  assert.deepEqual(order, [5, 2, 4, 3, 1].map(idOf))
  assert.equal(await reader.next(), null)
})

test('a repeat replaces: one job, the later body', async t => {
  const { put, reader } = await makeEdge(t)
  await put(1, 'first')
  await put(1, 'second')
  assert.equal((await reader.counts()).waiting, 1)
  const job = await reader.next()
  assert.equal(Buffer.from(await job!.read(100)).toString(), 'second')
})

test('a repeat that comes while the job is taken stays, and comes again', async t => {
  const { put, reader } = await makeEdge(t)
  await put(1, 'first')
  const job = await reader.next()
  await put(1, 'second')
  assert.equal(await codeOf(job!.read(100)), 'spool-unavailable')
  await job!.done()
  const again = await reader.next()
  assert.equal(Buffer.from(await again!.read(100)).toString(), 'second')
  await again!.done()
  assert.deepEqual(await reader.counts(), { waiting: 0, kept: 0, rejected: 0 })
})

test('an ended job gives nothing more', async t => {
  const { put, reader } = await makeEdge(t)
  await put(1)
  const job = await reader.next()
  await job!.done()
  assert.throws(() => job!.body(), /ended/)
  await assert.rejects(job!.read(100), /ended/)
})

test('next called twice at once gives two jobs', async t => {
  const { put, reader } = await makeEdge(t)
  await put(1)
  await put(2)
  const jobs = await Promise.all([reader.next(), reader.next()])
  assert.deepEqual(new Set(jobs.map(job => job?.header.documentId)), new Set([idOf(1), idOf(2)]))
})

test('nothing is left in tmp, and an edge that is not there is spool-unavailable', async t => {
  const { put, directory, keys } = await makeEdge(t)
  await put(1)
  assert.deepEqual(await readdir(join(directory, 'tmp')), [])
  const nowhere = join(directory, 'nowhere')
  assert.equal(await codeOf(writeEdge('captured', nowhere, keys)), 'spool-unavailable')
  assert.equal(await codeOf(readEdge('captured', nowhere, keys)), 'spool-unavailable')
})

test('an error of the body reaches the caller as it is and leaves nothing', async t => {
  const { writer, directory, reader } = await makeEdge(t)
  const fault = Object.assign(new Error('source'), { code: 'EIO', syscall: 'read' })
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield randomBytes(chunkBytes * 2)
    throw fault
  }
  await assert.rejects(writer.put(idOf(1), facts.captured, broken()), thrown => thrown === fault)
  assert.deepEqual(await readdir(join(directory, 'tmp')), [])
  assert.equal(await reader.next(), null)
})

test('facts out of their bounds never reach the disk', async t => {
  const { writer, directory } = await makeEdge(t)
  const wrong = { source: 'Jane Doe', mediaType: 'image/tiff' } as const
  await assert.rejects(writer.put(idOf(1), wrong, Buffer.alloc(1)), RangeError)
  assert.deepEqual(await readdir(join(directory, 'tmp')), [])
})

test('the modes of an edge are those of the design, also where it was there with others', async t => {
  const directory = join(await temporaryFolder(t), 'edge')
  const modes = async () =>
    Promise.all(
      ['.', 'tmp', 'new', 'kept', 'rejected'].map(
        async name => (await stat(join(directory, name))).mode & 0o7777,
      ),
    )
  await createEdge(directory)
  assert.deepEqual(await modes(), [0o750, 0o2700, 0o3730, 0o700, 0o3730])
  await writeFile(join(directory, 'new', 'x'), '')
  await createEdge(directory)
  assert.deepEqual(await modes(), [0o750, 0o2700, 0o3730, 0o700, 0o3730])
  assert.deepEqual(await readdir(join(directory, 'new')), ['x'])
})
