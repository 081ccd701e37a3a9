/** Proves that a message opens for each recipient and nobody else, and that no other algorithm or extension is taken. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { createDecrypter, createEncrypter } from '../../../drivers/jose/encrypt.ts'
import { generateJwkPair } from '../../../drivers/keys/jwk.ts'

const typ = 'cordon-part+jwe'
const [one, two, three] = await Promise.all(['one', 'two', 'three'].map(kid => generateJwkPair('seal', kid)))
const encrypt = await createEncrypter([one!.publicJwk, two!.publicJwk], typ)
const decryptWith = (jwk: unknown, maxBytes = 1_000_000) => createDecrypter([jwk], typ, maxBytes)
const refused = (code: string) => ({ name: 'JoseFault', code })
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('every recipient opens it, with one key or several', async () => {
  const jwe = await encrypt('content')
  assert.doesNotMatch(jwe, /\n/)
  for (const { privateJwk } of [one!, two!])
    assert.equal(await (await decryptWith(privateJwk))(jwe), 'content')
  const both = await createDecrypter([three!.privateJwk, two!.privateJwk], typ, 1_000_000)
  assert.equal(await both(jwe), 'content')
  const alone = await (await createEncrypter([one!.publicJwk], typ))('content')
  assert.equal(await (await decryptWith(one!.privateJwk))(alone), 'content')
})

test('nobody else opens it', async () => {
  await assert.rejects((await decryptWith(three!.privateJwk))(await encrypt('x')), refused('unknown-key'))
  const impostor = await generateJwkPair('seal', 'one')
  await assert.rejects((await decryptWith(impostor.privateJwk))(await encrypt('x')), refused('bad-jwe'))
})

test('the same text never gives the same message', async () => {
  assert.notEqual(await encrypt('x'), await encrypt('x'))
})

test('any altered member is refused', async () => {
  const decrypt = await decryptWith(one!.privateJwk)
  const jwe = JSON.parse(await encrypt('content'))
  for (const member of ['iv', 'ciphertext', 'tag', 'protected']) {
    const text: string = jwe[member]
    const altered = { ...jwe, [member]: (text[0] === 'A' ? 'B' : 'A') + text.slice(1) }
    await assert.rejects(decrypt(JSON.stringify(altered)), refused('bad-jwe'))
  }
})

test('other algorithms, none, zip, crit and unprotected headers are refused before any key is used', async () => {
  const decrypt = await decryptWith(one!.privateJwk)
  const jwe = JSON.parse(await encrypt('content'))
  const header = JSON.parse(Buffer.from(jwe.protected, 'base64url').toString())
  const headers = [
    { ...header, alg: 'none' },
    { ...header, alg: 'dir' },
    { ...header, alg: 'RSA-OAEP' },
    { ...header, alg: 'ECDH-ES' },
    { ...header, enc: 'A128CBC-HS256' },
    { ...header, zip: 'DEF' },
    { ...header, crit: ['x'], x: 1 },
    { ...header, typ: 'other' },
    { ...header, cty: 'text' },
  ]
  for (const changed of headers)
    await assert.rejects(decrypt(JSON.stringify({ ...jwe, protected: encode(changed) })), refused('bad-jwe'))
  await assert.rejects(decrypt(JSON.stringify({ ...jwe, unprotected: { zip: 'DEF' } })), refused('bad-jwe'))
  const zipped = jwe.recipients.map((r: object) => ({ ...r, header: { kid: 'one', zip: 'DEF' } }))
  await assert.rejects(decrypt(JSON.stringify({ ...jwe, recipients: zipped })), refused('bad-jwe'))
})

test('a compressed bomb is refused by its header, however small it is', async () => {
  const decrypt = await decryptWith(one!.privateJwk)
  const bomb = deflateRawSync(Buffer.alloc(10_000_000)).toString('base64url')
  const jwe = {
    protected: encode({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', zip: 'DEF' }),
    iv: '',
    ciphertext: bomb,
    tag: '',
  }
  await assert.rejects(decrypt(JSON.stringify({ ...jwe, recipients: [] })), refused('bad-jwe'))
})

test('what is too large, or no such message at all, is refused', async () => {
  const decrypt = await decryptWith(one!.privateJwk, 2000)
  await assert.rejects(decrypt(await encrypt('x'.repeat(4000))), refused('too-many-bytes'))
  for (const text of ['', 'null', '[]', '{}', '{"protected":1}', '{"recipients":[]}'])
    await assert.rejects(decrypt(text), refused('bad-jwe'))
})

test('no recipient, two of one id, or a key of another use is refused', async () => {
  await assert.rejects(createEncrypter([], typ), refused('bad-key'))
  await assert.rejects(createEncrypter([one!.publicJwk, one!.publicJwk], typ), refused('bad-key'))
  const signing = await generateJwkPair('sign', 'x')
  await assert.rejects(createEncrypter([signing.publicJwk], typ), refused('bad-key'))
})
