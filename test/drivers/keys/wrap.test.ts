/** Wrapping a data key: only the right key opens, only the two algorithms are taken, every byte counts. */
import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import test from 'node:test'
import { CompactEncrypt, decodeProtectedHeader } from 'jose'
import { unwrapDek, wrapDek } from '../../../drivers/keys/wrap.ts'

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

test('unwrapping inverts wrapping, as standard JWE, with a fresh ephemeral key each time', async () => {
  const { publicKey, privateKey } = pair()
  const dek = randomBytes(32)
  const [one, two] = [await wrapDek(dek, publicKey), await wrapDek(dek, publicKey)]
  assert.deepEqual(Buffer.from(await unwrapDek(one, privateKey)), dek)
  const header = decodeProtectedHeader(one)
  assert.equal(header.alg, 'ECDH-ES+A256KW')
  assert.equal(header.enc, 'A256GCM')
  assert.notDeepEqual(header.epk, decodeProtectedHeader(two).epk)
  assert.deepEqual(Object.keys(header).sort(), ['alg', 'enc', 'epk'])
})

test('another key, another algorithm and a changed letter anywhere do not open', async () => {
  const { publicKey, privateKey } = pair()
  const wrapped = await wrapDek(randomBytes(32), publicKey)
  await assert.rejects(unwrapDek(wrapped, pair().privateKey))
  const others = [
    { alg: 'ECDH-ES', enc: 'A256GCM' },
    { alg: 'ECDH-ES+A128KW', enc: 'A256GCM' },
    { alg: 'ECDH-ES+A256KW', enc: 'A128GCM' },
    { alg: 'ECDH-ES+A256KW', enc: 'A256CBC-HS512' },
  ]
  for (const header of others) {
    const jwe = await new CompactEncrypt(randomBytes(32)).setProtectedHeader(header).encrypt(publicKey)
    await assert.rejects(unwrapDek(jwe, privateKey), JSON.stringify(header))
  }
  for (let at = 0; at < wrapped.length; at += 7) {
    if (wrapped[at] === '.') continue
    // The last letter of a part may carry spare bits; those are met by jumping sixteen letters on.
    const letter = wrapped[at] === 'A' ? 'Q' : 'A'
    const changed = `${wrapped.slice(0, at)}${letter}${wrapped.slice(at + 1)}`
    await assert.rejects(unwrapDek(changed, privateKey), `letter ${at}`)
  }
  for (const nothing of ['', '....', 'a.b.c.d.e']) await assert.rejects(unwrapDek(nothing, privateKey))
})
