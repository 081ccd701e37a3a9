/** FF1 gives what NIST's own samples say, and is a permutation of every domain that it takes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ff1Decrypt, ff1Encrypt, isLargeEnough } from '../../../../daemon/deidentify/tokenise/ff1.ts'

const aes128 = '2B7E151628AED2A6ABF7158809CF4F3C'
const aes192 = `${aes128}EF4359D8D580AA4F`
const aes256 = `${aes192}7F036D6F04FC6A94`
const digits = '0123456789'
const letters = '0123456789abcdefghi'
const tweak10 = '39383736353433323130'
const tweak36 = '3737373770717273373737'

/** NIST, Cryptographic Standards and Guidelines, examples with intermediate values: FF1samples.pdf. */
const samples: readonly (readonly [
  key: string,
  radix: number,
  tweak: string,
  plain: string,
  secret: string,
])[] = [
  [aes128, 10, '', digits, '2433477484'],
  [aes128, 10, tweak10, digits, '6124200773'],
  [aes128, 36, tweak36, letters, 'a9tv40mll9kdu509eum'],
  [aes192, 10, '', digits, '2830668132'],
  [aes192, 10, tweak10, digits, '2496655549'],
  [aes192, 36, tweak36, letters, 'xbj3kv35jrawxv32ysr'],
  [aes256, 10, '', digits, '6657667009'],
  [aes256, 10, tweak10, digits, '1001623463'],
  [aes256, 36, tweak36, letters, 'xs8a0azh2avyalyzuwd'],
]

const numerals = (text: string, radix: number) => [...text].map(letter => Number.parseInt(letter, radix))
const spelled = (list: readonly number[], radix: number) => list.map(one => one.toString(radix)).join('')

for (const [at, [key, radix, tweak, plain, secret]] of samples.entries())
  test(`NIST FF1 sample ${at + 1}`, () => {
    const ff1 = { key: Buffer.from(key, 'hex'), tweak: Buffer.from(tweak, 'hex'), radix }
    assert.equal(spelled(ff1Encrypt(numerals(plain, radix), ff1), radix), secret)
    assert.equal(spelled(ff1Decrypt(numerals(secret, radix), ff1), radix), plain)
  })

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

test('what was encrypted decrypts, in any radix, length and tweak; the length stays', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 300 }),
      fc.integer({ min: 20, max: 40 }),
      bytes(32),
      fc.uint8Array({ maxLength: 64 }),
      fc.infiniteStream(fc.nat()),
      (radix, length, key, tweak, chance) => {
        const plain = Array.from({ length }, () => (chance.next().value ?? 0) % radix)
        const secret = ff1Encrypt(plain, { key, tweak, radix })
        assert.equal(secret.length, length)
        assert.ok(secret.every(one => one >= 0 && one < radix))
        assert.deepEqual(ff1Decrypt(secret, { key, tweak, radix }), plain)
      },
    ),
    { numRuns: 60 },
  ))

test('no two values of a domain meet', () => {
  const ff1 = { key: Buffer.from(aes256, 'hex'), tweak: Buffer.from('MRN\u00001'), radix: 10 }
  const secrets = Array.from({ length: 2_000 }, (_, n) =>
    ff1Encrypt(numerals(String(n).padStart(6, '0'), 10), ff1).join(''),
  )
  assert.equal(new Set(secrets).size, secrets.length)
})

test('another tweak or key gives another text', () => {
  const key = Buffer.from(aes256, 'hex')
  const of = (tweak: string, with_ = key) =>
    ff1Encrypt(numerals(digits, 10), { key: with_, tweak: Buffer.from(tweak), radix: 10 }).join('')
  assert.equal(
    new Set([of('MRN\u00001'), of('MRN\u00002'), of('SSN\u00001'), of('MRN\u00001', Buffer.alloc(32))]).size,
    4,
  )
})

test('a domain under 10^6 is refused, as are numerals outside the radix', () => {
  assert.ok(!isLargeEnough(10, 5) && isLargeEnough(10, 6) && !isLargeEnough(36, 3) && isLargeEnough(36, 4))
  const ff1 = { key: new Uint8Array(32), tweak: new Uint8Array(0), radix: 10 }
  for (const bad of [[1, 2, 3, 4, 5], [], [0, 0, 0, 0, 0, 10], [0, 0, 0, 0, 0, -1], [0, 0, 0, 0, 0, 0.5]])
    assert.throws(() => ff1Encrypt(bad, ff1), RangeError)
  assert.throws(() => ff1Encrypt(Array(65).fill(0), ff1), RangeError)
  assert.throws(() => ff1Encrypt(Array(6).fill(0), { ...ff1, tweak: new Uint8Array(65) }), RangeError)
})
