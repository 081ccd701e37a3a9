/** Whatever lies in `new/`, the reader neither follows, waits for, nor believes it; it is rejected and the scan goes on. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, link, mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { Deferred } from '../../../daemon/errors.ts'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { prefixBytes } from '../../../daemon/spool/header.ts'
import { chunkBytes, tagBytes } from '../../../daemon/spool/stream.ts'
import { codeOf, facts, idOf, makeEdge, makeKeys, readEdge, temporaryFolder, writeEdge } from './fixture.ts'

type Edge = Awaited<ReturnType<typeof makeEdge>>

/** Puts a good job behind what is to be rejected, and says under which code that went. */
const rejectedAs = async ({ put, reader, directory }: Edge): Promise<string> => {
  await put(999, 'good')
  const job = await reader.next()
  assert.equal(job?.header.documentId, idOf(999), 'the scan goes on')
  await job.done()
  assert.equal(await reader.next(), null)
  const [name, ...more] = await readdir(join(directory, 'rejected'))
  assert.equal(more.length, 0)
  assert.deepEqual(await reader.counts(), { waiting: 0, kept: 0, rejected: 1 })
  return String(name)
}

const change = async (path: string, by: (bytes: Buffer) => Buffer) =>
  writeFile(path, by(await readFile(path)))

const flip = (bytes: Buffer, at: number) => {
  const changed = Buffer.from(bytes)
  changed[at]! ^= 1
  return changed
}

const headerEnd = (bytes: Buffer) => prefixBytes + bytes.readUInt32BE(8)
const replace = (bytes: Buffer, from: string, to: string) =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')

const size = chunkBytes + tagBytes
const parts = (bytes: Buffer) => {
  const start = headerEnd(bytes)
  return {
    head: bytes.subarray(0, start),
    one: bytes.subarray(start, start + size),
    two: bytes.subarray(start + size, start + 2 * size),
    three: bytes.subarray(start + 2 * size),
  }
}

const tampers: Record<string, { readonly by: (bytes: Buffer) => Buffer; readonly code: string }> = {
  'magic changed': { by: bytes => flip(bytes, 0), code: 'bad-header' },
  'version of the format changed': { by: bytes => flip(bytes, 6), code: 'bad-header' },
  'length changed': { by: bytes => flip(bytes, prefixBytes - 1), code: 'bad-header' },
  'header made no JSON': { by: bytes => flip(bytes, prefixBytes), code: 'bad-header' },
  'another document claimed': { by: bytes => replace(bytes, idOf(1), idOf(2)), code: 'bad-seal' },
  'another edge claimed': { by: bytes => replace(bytes, '"captured"', '"receipts"'), code: 'bad-header' },
  'a fact changed to another right one': { by: bytes => replace(bytes, '"fax"', '"fay"'), code: 'bad-seal' },
  'the time changed': {
    by: bytes => replace(bytes, '"createdAt":"2', '"createdAt":"1'),
    code: 'bad-seal',
  },
  'wrapped key: its header changed': {
    by: bytes => replace(bytes, '"dek":"ey', '"dek":"ez'),
    code: 'bad-seal',
  },
  'wrapped key: one letter of its tag changed': {
    by: bytes => {
      const at = headerEnd(bytes) - 6
      bytes[at] = bytes[at] === 0x41 ? 0x42 : 0x41
      return bytes
    },
    code: 'bad-seal',
  },
  'first byte of the body changed': { by: bytes => flip(bytes, headerEnd(bytes)), code: 'bad-seal' },
  'last byte of the tag changed': { by: bytes => flip(bytes, bytes.length - 1), code: 'bad-seal' },
  'chunks swapped': {
    by: bytes => {
      const { head, one, two, three } = parts(bytes)
      return Buffer.concat([head, two, one, three])
    },
    code: 'bad-seal',
  },
  'last chunk dropped': { by: bytes => bytes.subarray(0, headerEnd(bytes) + 2 * size), code: 'bad-seal' },
  'one byte dropped': { by: bytes => bytes.subarray(0, -1), code: 'bad-seal' },
  'a byte appended': { by: bytes => Buffer.concat([bytes, Buffer.alloc(1)]), code: 'bad-seal' },
  'the body cut off': { by: bytes => bytes.subarray(0, headerEnd(bytes)), code: 'bad-seal' },
  'the header cut off': { by: bytes => bytes.subarray(0, headerEnd(bytes) - 1), code: 'bad-header' },
  'the prefix cut off': { by: bytes => bytes.subarray(0, prefixBytes - 1), code: 'bad-header' },
  'an empty file': { by: () => Buffer.alloc(0), code: 'bad-header' },
  'random bytes': { by: bytes => randomBytes(bytes.length), code: 'bad-header' },
}

for (const [name, { by, code }] of Object.entries(tampers)) {
  test(`tampered: ${name} is ${code}`, async t => {
    const edge = await makeEdge(t)
    await edge.put(1, randomBytes(2 * chunkBytes + 50))
    await change(edge.path('new', 1), by)
    assert.equal(await rejectedAs(edge), `${idOf(1)}.${code}`)
  })
}

test('any one bit of a whole job file changed is found', async t => {
  const edge = await makeEdge(t)
  await edge.put(1, 'a short body')
  const whole = await readFile(edge.path('new', 1))
  await edge.reader.next().then(job => job!.done())
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const changed = Buffer.from(whole)
      changed[at]! ^= 1 << bit
      await writeFile(edge.path('new', 1), changed, { mode: 0o640 })
      await chmod(edge.path('new', 1), 0o640)
      assert.equal(await edge.reader.next(), null)
      assert.equal((await readdir(join(edge.directory, 'new'))).length, 0)
      n++
    }),
    { numRuns: 120 },
  )
  assert.ok(n >= 100)
})

test('a job sealed to another reader, and another edge’s job with its own right key, are refused', async t => {
  const edge = await makeEdge(t)
  await (await writeEdge('captured', edge.directory, makeKeys())).put(
    idOf(1),
    facts.captured,
    Buffer.from('x'),
  )
  assert.equal(await rejectedAs(edge), `${idOf(1)}.bad-seal`)
  const other = await makeEdge(t)
  await (await writeEdge('receipts', other.directory, other.keys)).put(idOf(1), {}, Buffer.from('x'))
  assert.equal(await rejectedAs(other), `${idOf(1)}.bad-header`)
})

test('a job under the name of another document is refused', async t => {
  const edge = await makeEdge(t)
  await edge.put(1)
  await writeFile(edge.path('new', 2), await readFile(edge.path('new', 1)), { mode: 0o640 })
  await (await edge.reader.next())!.done()
  assert.equal(await rejectedAs(edge), `${idOf(2)}.bad-header`)
})

test('a symbolic link is not followed', async t => {
  const edge = await makeEdge(t)
  await edge.put(1)
  await edge.reader.next().then(job => job!.keep())
  await symlink(edge.path('kept', 1), edge.path('new', 1))
  await edge.put(2)
  await edge.reader.next().then(job => job!.done())
  assert.deepEqual(await readdir(join(edge.directory, 'rejected')), [`${idOf(1)}.not-a-file`])
  assert.equal((await edge.reader.counts()).kept, 1, 'what it pointed at is untouched')
})

test('a FIFO, a socket, a directory and a full directory do not stop the reader', async t => {
  const edge = await makeEdge(t)
  execFileSync('mkfifo', ['-m', '0640', edge.path('new', 1)])
  const server = createServer().listen(edge.path('new', 2))
  await new Promise(resolve => server.once('listening', resolve))
  await mkdir(edge.path('new', 3))
  await mkdir(edge.path('new', 4))
  await writeFile(join(edge.path('new', 4), 'x'), '')
  await edge.put(999)
  assert.equal((await edge.reader.next())?.header.documentId, idOf(999))
  const names = await readdir(join(edge.directory, 'rejected'))
  assert.deepEqual(
    names.sort(),
    [1, 2, 3, 4].map(n => `${idOf(n)}.not-a-file`),
  )
  server.close()
})

test('a full directory goes to rejected also where another of its name is there', async t => {
  const edge = await makeEdge(t)
  for (const _ of [1, 2]) {
    await mkdir(edge.path('new', 1))
    await writeFile(join(edge.path('new', 1), 'x'), '')
    assert.equal(await edge.reader.next(), null)
  }
  assert.equal((await readdir(join(edge.directory, 'rejected'))).length, 2)
  assert.equal((await edge.reader.counts()).waiting, 0)
})

test('a job that has a second name is refused', async t => {
  const edge = await makeEdge(t)
  await edge.put(1)
  await link(edge.path('new', 1), edge.path('tmp', 'second'))
  assert.equal(await rejectedAs(edge), `${idOf(1)}.not-a-file`)
})

for (const mode of [0o660, 0o642, 0o644, 0o740, 0o4640, 0o2640]) {
  test(`a job of mode ${mode.toString(8)} is refused`, async t => {
    const edge = await makeEdge(t)
    await edge.put(1)
    await chmod(edge.path('new', 1), mode)
    assert.equal(await rejectedAs(edge), `${idOf(1)}.wrong-owner`)
  })
}

test('a job of another owner is refused', { skip: process.getuid?.() !== 0 && 'needs root' }, async t => {
  const edge = await makeEdge(t, { ownerUid: 0 })
  await edge.put(1)
  await chown(edge.path('new', 1), 12345, 0)
  assert.equal(await rejectedAs(edge), `${idOf(1)}.wrong-owner`)
})

test('a job beyond the size that the edge takes is refused unread', async t => {
  const edge = await makeEdge(t, { maxBytes: 1024 * 1024 })
  await edge.put(1)
  await truncate(edge.path('new', 1), 1024 * 1024 + 1)
  assert.equal(await rejectedAs(edge), `${idOf(1)}.too-many-bytes`)
})

test('a header that claims 4 GiB is refused before anything is made for it', async t => {
  const edge = await makeEdge(t)
  await edge.put(1)
  await change(edge.path('new', 1), bytes => {
    bytes.writeUInt32BE(0xffffffff, 8)
    return bytes
  })
  assert.equal(await rejectedAs(edge), `${idOf(1)}.bad-header`)
})

test('a name that is no document id is rejected without the name being carried on', async t => {
  for (const name of ['CANARY Jane Doe.tif', 'a\nb', '.hidden', 'x'.repeat(255), `${idOf(1)}.tmp`]) {
    const edge = await makeEdge(t)
    await writeFile(join(edge.directory, 'new', name), 'x', { mode: 0o640 })
    assert.match(await rejectedAs(edge), /^unnamed-[0-9a-f]{24}\.bad-header$/)
  }
})

test('each rejection is told first, and one that cannot be recorded stays, without holding up the rest', async t => {
  const told: unknown[] = []
  let open = false
  const directory = join(await temporaryFolder(t), 'edge')
  await createEdge(directory)
  const keys = makeKeys()
  const reader = await readEdge('captured', directory, keys, {
    scanEveryMs: 0,
    onReject: async (id, code) => {
      if (!open) throw new Deferred('audit-unavailable')
      told.push([id, code])
    },
  })
  await writeFile(join(directory, 'new', idOf(1)), 'x', { mode: 0o640 })
  assert.equal(await codeOf(reader.next()), 'audit-unavailable')
  assert.equal((await reader.counts()).waiting, 1)
  await (await writeEdge('captured', directory, keys)).put(idOf(2), facts.captured, Buffer.from('x'))
  assert.equal((await reader.next())?.header.documentId, idOf(2))
  open = true
  assert.equal(await reader.next(), null)
  assert.deepEqual(told, [[idOf(1), 'bad-header']])
  assert.deepEqual(await readdir(join(directory, 'rejected')), [`${idOf(1)}.bad-header`])
})

test('a file changed by its writer after it was taken gives nothing', async t => {
  const edge = await makeEdge(t)
  await edge.put(1, randomBytes(chunkBytes + 10))
  const job = await edge.reader.next()
  await change(edge.path('new', 1), bytes => flip(bytes, bytes.length - 1))
  assert.equal(await codeOf(job!.read(1e9)), 'bad-seal')
  const chunks: Uint8Array[] = []
  const stream = async () => {
    for await (const chunk of job!.body()) chunks.push(chunk)
  }
  assert.equal(await codeOf(stream()), 'bad-seal')
  assert.equal(chunks.length, 1, 'the first chunk was authentic')
})

test('a file grown or cut by its writer after it was taken gives nothing', async t => {
  for (const by of [-1, 1, -size]) {
    const edge = await makeEdge(t)
    await edge.put(1, randomBytes(2 * chunkBytes))
    const job = await edge.reader.next()
    const { length } = await readFile(edge.path('new', 1))
    await truncate(edge.path('new', 1), length + by)
    assert.equal(await codeOf(job!.read(1e9)), 'bad-seal')
  }
})
