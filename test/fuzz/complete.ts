/** A seeded fuzzer for the walkers of completeness: mutated files through a reader that counts what is read of them. */
import assert from 'node:assert/strict'
import { walkBounds } from '../../daemon/capture/complete/bytes.ts'
import { lookAt } from '../../daemon/capture/complete.ts'

const rounds = 4_000
const longestMs = 2_000

/** Mulberry32: the same numbers for the same seed. */
const randomOf = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
type Random = ReturnType<typeof randomOf>

/** Values that parsers get wrong. */
const extremes = [0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0xfe, 0xd8, 0xd9, 0xda]

const changeBytes = (bytes: Buffer, random: Random): void => {
  for (let left = 1 + random(8); left > 0; left--)
    bytes[random(bytes.length)] = random(2) === 0 ? random(256) : extremes[random(extremes.length)]!
}

/** A 32-bit number that points into the file, just behind it, or far away. */
const changeNumber = (bytes: Buffer, random: Random): void => {
  if (bytes.length < 4) return
  const number = [random(bytes.length), bytes.length + random(3) - 1, 0xffffffff, 0x80000000][random(4)]!
  const at = random(bytes.length - 3)
  if (random(2) === 0) bytes.writeUInt32LE(number, at)
  else bytes.writeUInt32BE(number, at)
}

const mutate = (seed: Buffer, random: Random): Buffer => {
  const bytes = Buffer.from(seed)
  const kind = random(5)
  if (kind === 0) return bytes.subarray(0, random(bytes.length))
  if (kind === 1) return Buffer.concat([bytes, bytes.subarray(random(bytes.length))])
  if (kind === 2) bytes.copy(bytes, random(bytes.length), random(bytes.length))
  for (let left = random(4); left > 0; left--) changeNumber(bytes, random)
  changeBytes(bytes, random)
  return bytes
}

const outcomes = ['complete', 'incomplete', 'rejected']

const proveOne = async (bytes: Buffer, label: string): Promise<void> => {
  let [reads, readBytes] = [0, 0]
  const { outcome } = await lookAt({
    size: bytes.length,
    read: async (offset, length) => {
      assert.ok(
        offset >= 0 && length >= 0 && offset + length <= bytes.length,
        `${label} reads within the file`,
      )
      reads += 1
      readBytes += length
      return bytes.subarray(offset, offset + length)
    },
  })
  assert.ok(outcomes.includes(outcome), label)
  assert.ok(reads <= walkBounds.steps && readBytes <= bytes.length + walkBounds.extraBytes, label)
}

/** Never throws over content, never reads outside the file, never reads more than its bound. */
export const fuzz = async (seeds: readonly Buffer[], seedNumber: number): Promise<void> => {
  const random = randomOf(seedNumber)
  const untilMs = performance.now() + longestMs
  for (let round = 0; round < rounds && performance.now() < untilMs; round++) {
    const seed = seeds[round % seeds.length]!
    await proveOne(mutate(seed, random), `seed ${seedNumber}, round ${round}`)
  }
}
