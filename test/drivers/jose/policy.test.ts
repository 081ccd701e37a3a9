/** A policy is what the one pinned key has signed, by the algorithm of that key, under its own type; all else is refused. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompactSign, importJWK, UnsecuredJWT } from 'jose'
import {
  createPolicySigner,
  createPolicyVerifier,
  maxPolicyBytes,
  untrustedPolicyOf,
} from '../../../drivers/jose/policy.ts'
import { createSigner } from '../../../drivers/jose/sign.ts'
import { generateJwkPair } from '../../../drivers/keys/jwk.ts'

const kinds = { ES256: await generateJwkPair('sign', 'it'), Ed25519: await generateJwkPair('audit', 'it') }
const refused = (code: string) => ({ name: 'JoseFault', code })
const text = '{"version":1}'

for (const [algorithm, { privateJwk, publicJwk }] of Object.entries(kinds)) {
  const sign = await createPolicySigner(privateJwk)
  const verify = await createPolicyVerifier(publicJwk)
  const jws = await sign(text)

  test(`${algorithm}: signed and verified, the header says what it is`, async () => {
    const header = JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString())
    assert.deepEqual(header, { alg: algorithm, typ: 'cordon-policy+jws', kid: 'it' })
    assert.equal(await verify(jws), text)
    assert.equal(untrustedPolicyOf(jws), text)
  })

  test(`${algorithm}: any altered letter is refused`, async () => {
    for (let at = 0; at < jws.length - 1; at += 7) {
      if (jws[at] === '.') continue
      const altered = `${jws.slice(0, at)}${jws[at] === 'A' ? 'B' : 'A'}${jws.slice(at + 1)}`
      await assert.rejects(verify(altered), { name: 'JoseFault' })
    }
  })

  test(`${algorithm}: unsigned, another type, another algorithm, another key, too much: refused`, async () => {
    const other = kinds[algorithm === 'ES256' ? 'Ed25519' : 'ES256']
    await assert.rejects(verify(await (await createPolicySigner(other.privateJwk))(text)), refused('bad-jws'))
    await assert.rejects(
      verify(await (await createSigner(kinds.ES256.privateJwk, 'JOSE'))(text)),
      refused('bad-jws'),
    )
    const [header, payload] = jws.split('.')
    await assert.rejects(verify(`${header}.${payload}.`), refused('bad-jws'))
    await assert.rejects(verify(new UnsecuredJWT({ version: 1 }).encode()), refused('bad-jws'))
    await assert.rejects(verify(text), refused('bad-jws'))
    await assert.rejects(verify(''), refused('bad-jws'))
    await assert.rejects(verify('x'.repeat(maxPolicyBytes + 1)), refused('too-many-bytes'))
    const stranger = await createPolicySigner((await generateJwkPair('sign')).privateJwk)
    await assert.rejects(verify(await stranger(text)), refused('unknown-key'))
    const key = await importJWK(privateJwk, algorithm)
    const critical = await new CompactSign(Buffer.from(text))
      .setProtectedHeader({ alg: algorithm, typ: 'cordon-policy+jws', kid: 'it', crit: ['exp'], exp: 1 })
      .sign(key, { crit: { exp: true } })
    await assert.rejects(verify(critical), refused('bad-jws'))
  })

  test(`${algorithm}: a public half does not sign`, () =>
    assert.rejects(createPolicySigner(publicJwk), refused('bad-key')))
}

test('what is no key of these two kinds is refused', async () => {
  const { x, kid } = kinds.Ed25519.publicJwk
  for (const bad of [
    null,
    {},
    { kty: 'RSA' },
    { kty: 'OKP', crv: 'X25519', x },
    { kty: 'OKP', crv: 'Ed25519', x: 'AA', kid },
    { kty: 'OKP', crv: 'Ed25519', x, alg: 'none' },
    { kty: 'OKP', crv: 'Ed25519', x, kid: 'a b' },
  ])
    await assert.rejects(createPolicyVerifier(bad), refused('bad-key'))
})

test('text that is no compact JWS has no policy in it', () => {
  for (const text of ['', 'a.b', 'version: 1', 'a.b.c.d']) assert.equal(untrustedPolicyOf(text), null)
})
