/**
 * FF1 of NIST SP 800-38G: format-preserving encryption of a string of numerals by ten Feistel rounds of AES. FF3 is not
 * here on purpose: the second draft of Revision 1 (2025) removes it. Pure.
 */
import { createCipheriv } from 'node:crypto'

export type Ff1 = {
  /** AES key: 16, 24 or 32 bytes. */
  readonly key: Uint8Array
  readonly tweak: Uint8Array
  /** 2…65,536. */
  readonly radix: number
}

/** Revision 1, 5.1: a smaller domain can be run through, so it is not encrypted. */
export const leastDomain = 1_000_000
const mostNumerals = 64
const mostTweakBytes = 64
const rounds = 10

export const isLargeEnough = (radix: number, length: number): boolean =>
  length >= 2 && length <= mostNumerals && BigInt(radix) ** BigInt(length) >= BigInt(leastDomain)

/** Numerals in, numerals out, each from 0 to `radix` − 1. @throws RangeError outside the bounds above. */
export const ff1Encrypt = (numerals: readonly number[], ff1: Ff1): number[] => {
  const { halves, round, modulus } = feistel(numerals, ff1)
  let [a, b] = halves
  for (let i = 0; i < rounds; i++) [a, b] = [b, (a + round(i, b)) % modulus(i)]
  return joined(a, b, numerals.length, ff1.radix)
}

/** The inverse of `ff1Encrypt` under the same key, tweak and radix. */
export const ff1Decrypt = (numerals: readonly number[], ff1: Ff1): number[] => {
  const { halves, round, modulus } = feistel(numerals, ff1)
  let [a, b] = halves
  for (let i = rounds - 1; i >= 0; i--) [a, b] = [nonNegative(b - round(i, a), modulus(i)), a]
  return joined(a, b, numerals.length, ff1.radix)
}

const nonNegative = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus

/** NUM_radix (algorithm 1). */
const numberOf = (numerals: readonly number[], radix: bigint): bigint =>
  numerals.reduce((sum, numeral) => sum * radix + BigInt(numeral), 0n)

/** STR_radix (algorithm 3). */
const numeralsOf = (value: bigint, length: number, radix: bigint): number[] => {
  const numerals = new Array<number>(length)
  let rest = value
  for (let at = length - 1; at >= 0; at--) {
    numerals[at] = Number(rest % radix)
    rest /= radix
  }
  return numerals
}

const joined = (a: bigint, b: bigint, length: number, radix: number): number[] => {
  const u = Math.floor(length / 2)
  return [...numeralsOf(a, u, BigInt(radix)), ...numeralsOf(b, length - u, BigInt(radix))]
}

const check = (numerals: readonly number[], { tweak, radix }: Ff1): void => {
  if (!Number.isInteger(radix) || radix < 2 || radix > 65_536) throw new RangeError('radix')
  if (!isLargeEnough(radix, numerals.length)) throw new RangeError('domain')
  if (tweak.length > mostTweakBytes) throw new RangeError('tweak')
  if (numerals.some(one => !Number.isInteger(one) || one < 0 || one >= radix)) throw new RangeError('numeral')
}

/** What encryption and decryption share (algorithms 7 and 8, steps 1 to 5 and the round function of step 6). */
const feistel = (numerals: readonly number[], ff1: Ff1) => {
  check(numerals, ff1)
  const { key, tweak } = ff1
  const radix = BigInt(ff1.radix)
  const n = numerals.length
  const u = Math.floor(n / 2)
  const v = n - u
  const bytesOfHalf = Math.ceil((radix ** BigInt(v) - 1n).toString(2).length / 8)
  const bytesOfRound = 4 * Math.ceil(bytesOfHalf / 4) + 4
  const head = headOf(ff1.radix, u, n, tweak.length)
  const padding = Buffer.alloc((((-tweak.length - bytesOfHalf - 1) % 16) + 16) % 16)
  const round = (i: number, half: bigint): bigint => {
    const mac = cbcMac(key, Buffer.concat([head, tweak, padding, Buffer.of(i), bigEndian(half, bytesOfHalf)]))
    return BigInt(`0x${stretched(key, mac, bytesOfRound).toString('hex')}`)
  }
  return {
    halves: [numberOf(numerals.slice(0, u), radix), numberOf(numerals.slice(u), radix)] as [bigint, bigint],
    round,
    modulus: (i: number) => radix ** BigInt(i % 2 === 0 ? u : v),
  }
}

/** P: version 1, method 2, addition 1, then the parameters. */
const headOf = (radix: number, u: number, n: number, tweakBytes: number): Buffer => {
  const head = Buffer.alloc(16)
  head.set([1, 2, 1])
  head.writeUIntBE(radix, 3, 3)
  head.set([rounds, u % 256], 6)
  head.writeUInt32BE(n, 8)
  head.writeUInt32BE(tweakBytes, 12)
  return head
}

const bigEndian = (value: bigint, bytes: number): Buffer =>
  Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex')

/** Whole blocks under AES-ECB, or under AES-CBC from a zero vector. */
const aes = (mode: 'ecb' | 'cbc', key: Uint8Array, blocks: Uint8Array): Buffer => {
  const vector = mode === 'ecb' ? null : new Uint8Array(16)
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode}`, key, vector).setAutoPadding(false)
  return Buffer.concat([cipher.update(blocks), cipher.final()])
}

/** PRF (algorithm 6). */
const cbcMac = (key: Uint8Array, blocks: Uint8Array): Buffer => aes('cbc', key, blocks).subarray(-16)

/** S of step 6.iii: the first bytes of R, CIPH(R ⊕ [1]), CIPH(R ⊕ [2]), … */
const stretched = (key: Uint8Array, block: Buffer, bytes: number): Buffer => {
  const more = Array.from({ length: Math.ceil(bytes / 16) - 1 }, (_, at) => {
    const counted = Buffer.from(block)
    counted.writeUInt32BE((counted.readUInt32BE(12) ^ (at + 1)) >>> 0, 12)
    return aes('ecb', key, counted)
  })
  return Buffer.concat([block, ...more]).subarray(0, bytes)
}
