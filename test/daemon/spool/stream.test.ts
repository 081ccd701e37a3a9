/** The STREAM construction: opening inverts sealing, and no chunk can be changed, moved, dropped or added. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test from 'node:test'
import fc from 'fast-check'
import { Rejected } from '../../../daemon/errors.ts'
import {
  chunkBytes,
  openBody,
  openChunk,
  plainBytes,
  sealBody,
  sealChunk,
  tagBytes,
} from '../../../daemon/spool/stream.ts'

const key = () => ({ dek: randomBytes(32), aad: Buffer.from('header') })

const seal = async (k: ReturnType<typeof key>, body: Uint8Array | AsyncIterable<Uint8Array>) =>
  Buffer.concat(await Array.fromAsync(sealBody(k, body)))

const open = async (k: ReturnType<typeof key>, sealed: Buffer) =>
  Buffer.concat(
    await Array.fromAsync(
      openBody(k, sealed.length, async (into, offset) => {
        return sealed.copy(into, 0, offset, offset + into.length) === into.length
      }),
    ),
  )

const badSeal = (thrown: unknown) => thrown instanceof Rejected && thrown.code === 'bad-seal'

async function* cutAt(body: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (const size of sizes) {
    yield body.subarray(from, from + size)
    from += size
  }
  yield body.subarray(from)
}

/** Lengths at and around the chunk bounds, where a construction of this kind breaks if it breaks. */
const lengths = [0, 1, 15, 16, 17].concat(
  [1, 2, 3].flatMap(n => [-17, -16, -1, 0, 1, 16, 17].map(by => n * chunkBytes + by)),
)

test('every length around a chunk bound comes back, and costs a tag per chunk', async () => {
  for (const length of lengths) {
    const k = key()
    const body = randomBytes(length)
    const sealed = await seal(k, body)
    const chunks = Math.max(1, Math.ceil(length / chunkBytes))
    assert.equal(sealed.length, length + chunks * tagBytes)
    assert.equal(plainBytes(sealed.length), length)
    assert.ok((await open(k, sealed)).equals(body), `length ${length}`)
  }
})

test('the pieces that a body comes in do not change what is sealed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...lengths),
      fc.array(fc.oneof(fc.nat(40), fc.nat(2 * chunkBytes)), { maxLength: 8 }),
      async (length, sizes) => {
        const k = key()
        const body = randomBytes(length)
        const sealed = await seal(k, cutAt(body, sizes))
        assert.ok(sealed.equals(await seal(k, body)))
        assert.ok((await open(k, sealed)).equals(body))
      },
    ),
    { numRuns: 60 },
  )
})

test('one changed bit anywhere is found', async () => {
  const k = key()
  const sealed = await seal(k, randomBytes(chunkBytes + 100))
  const bounds = [
    0,
    1,
    chunkBytes - 1,
    chunkBytes,
    chunkBytes + tagBytes - 1,
    chunkBytes + tagBytes,
    sealed.length - 1,
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constantFrom(...bounds), fc.nat(sealed.length - 1)),
      fc.nat(7),
      async (at, bit) => {
        const changed = Buffer.from(sealed)
        changed[at]! ^= 1 << bit
        await assert.rejects(open(k, changed), badSeal)
      },
    ),
    { numRuns: 60 },
  )
})

test('a chunk swapped, dropped, repeated or appended is found, and so is every cut', async () => {
  const k = key()
  const sealed = await seal(k, randomBytes(3 * chunkBytes))
  const size = chunkBytes + tagBytes
  const [one, two, three] = [0, 1, 2].map(n => sealed.subarray(n * size, (n + 1) * size)) as [
    Buffer,
    Buffer,
    Buffer,
  ]
  const wrong = {
    swapped: [two, one, three],
    'first dropped': [two, three],
    'last dropped': [one, two],
    'all but the first dropped': [one],
    repeated: [one, one, two, three],
    'last repeated': [one, two, three, three],
    'a byte appended': [one, two, three, Buffer.alloc(1)],
    'a chunk appended': [one, two, three, randomBytes(size)],
    'an empty last chunk appended': [one, two, three, sealChunk(k, 3, true, Buffer.alloc(0))],
    nothing: [],
  }
  for (const [name, chunks] of Object.entries(wrong)) {
    await assert.rejects(open(k, Buffer.concat(chunks)), badSeal, name)
  }
  for (const cut of [1, 15, 16, 17, size - 1, size, size + 1, 2 * size, 3 * size - 1]) {
    await assert.rejects(open(k, sealed.subarray(0, sealed.length - cut)), badSeal, `cut ${cut}`)
  }
})

test('another key or another header does not open', async () => {
  const k = key()
  const sealed = await seal(k, Buffer.from('body'))
  await assert.rejects(open({ ...k, dek: randomBytes(32) }, sealed), badSeal)
  await assert.rejects(open({ ...k, aad: Buffer.from('Header') }, sealed), badSeal)
})

test('an error of the body passes through as it is', async () => {
  const fault = new Error('source')
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(10)
    throw fault
  }
  await assert.rejects(seal(key(), broken()), thrown => thrown === fault)
})

test('a chunk shorter than its tag is refused', () => {
  assert.throws(() => openChunk(key(), 0, true, Buffer.alloc(15)), badSeal)
})
