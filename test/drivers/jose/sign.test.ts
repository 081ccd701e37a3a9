/** Proves that only ES256 by a pinned key, of the right type and without extensions, is believed. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { CompactSign, importJWK } from 'jose'
import { createJsonVerifier, createSigner, createVerifier } from '../../../drivers/jose/sign.ts'
import { generateJwkPair } from '../../../drivers/keys/jwk.ts'

const typ = 'cordon-receipt+jws'
const pair = await generateJwkPair('sign', 'main')
const other = await generateJwkPair('sign', 'main')
const sign = await createSigner(pair.privateJwk, typ)
const verify = await createVerifier([pair.publicJwk], typ, 4096)
const refused = (code: string) => ({ name: 'JoseFault', code })
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('a signature of ours verifies and names its key', async () => {
  const { kid, payload } = await verify(await sign('{"a":1}'))
  assert.equal(kid, 'main')
  assert.equal(Buffer.from(payload).toString(), '{"a":1}')
})

test('another key under the same id is refused', async () => {
  const forged = await (await createSigner(other.privateJwk, typ))('{}')
  await assert.rejects(verify(forged), refused('bad-jws'))
})

test('a key that is not pinned is refused', async () => {
  const stranger = await generateJwkPair('sign', 'stranger')
  await assert.rejects(
    verify(await (await createSigner(stranger.privateJwk, typ))('{}')),
    refused('unknown-key'),
  )
})

test('one altered character is refused', async () => {
  const [header, , signature] = (await sign('{"a":1}')).split('.')
  await assert.rejects(verify(`${header}.${encode({ a: 2 })}.${signature}`), refused('bad-jws'))
})

test('alg none, HS256 with the public key, another typ, crit and b64 are refused', async () => {
  const payload = encode({})
  const none = `${encode({ alg: 'none', typ, kid: 'main' })}.${payload}.`
  await assert.rejects(verify(none), refused('bad-jws'))
  const input = `${encode({ alg: 'HS256', typ, kid: 'main' })}.${payload}`
  const mac = createHmac('sha256', JSON.stringify(pair.publicJwk)).update(input).digest('base64url')
  await assert.rejects(verify(`${input}.${mac}`), refused('bad-jws'))
  const otherTyp = await (await createSigner(pair.privateJwk, 'cordon-part+jws'))('{}')
  await assert.rejects(verify(otherTyp), refused('bad-jws'))
  const key = await importJWK(pair.privateJwk, 'ES256')
  const crit = await new CompactSign(Buffer.from('{}'))
    .setProtectedHeader({ alg: 'ES256', typ, kid: 'main', crit: ['exp'], exp: 1 })
    .sign(key, { crit: { exp: true } })
  await assert.rejects(verify(crit), refused('bad-jws'))
})

test('what is too long, empty, or no JWS at all is refused', async () => {
  await assert.rejects(verify(await sign('x'.repeat(5000))), refused('too-many-bytes'))
  for (const text of ['', '.', 'a.b.c', '{}', '\0', `${encode([])}.${encode({})}.AA`])
    await assert.rejects(verify(text), refused('bad-jws'))
})

test('a payload that is no JSON is refused by the JSON verifier', async () => {
  const verifyJson = await createJsonVerifier([pair.publicJwk], typ, 4096)
  assert.deepEqual(await verifyJson(await sign('{"a":1}')), { kid: 'main', untrustedPayload: { a: 1 } })
  await assert.rejects(verifyJson(await sign('not json')), refused('bad-jws'))
})

test('keys of another kind, another use, without a private half, or twice under one id are refused', async () => {
  const seal = await generateJwkPair('seal', 'main')
  const audit = await generateJwkPair('audit', 'main')
  for (const jwk of [seal.privateJwk, audit.privateJwk, pair.publicJwk, null, 'x', {}])
    await assert.rejects(createSigner(jwk, typ), refused('bad-key'))
  await assert.rejects(createVerifier([pair.publicJwk, other.publicJwk], typ, 4096), refused('bad-key'))
  await assert.rejects(createVerifier([{ ...pair.publicJwk, x: 'AAAA' }], typ, 4096), refused('bad-key'))
})
