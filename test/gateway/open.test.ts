/** Proves that a gateway opens what a box sealed, and refuses everything else with the code that says why. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { manifestBundle, partBundle } from '../../daemon/deidentify/bundle.ts'
import { createEncrypter } from '../../drivers/jose/encrypt.ts'
import { createSigner } from '../../drivers/jose/sign.ts'
import { generateJwkPair } from '../../drivers/keys/jwk.ts'
import { readBundle } from '../../gateway/bundle.ts'
import {
  createKeyring,
  createReceiptSigner,
  fieldValue,
  openPart,
  readKey,
  verifyReceipt,
} from '../../gateway/index.ts'
import {
  createSealer,
  device,
  newGatewayKeys,
  newId,
  pdfBytes,
  releaseOf,
  site,
  someFields,
  someFiling,
} from '../daemon/forward/rig.ts'

const box = await generateJwkPair('sign')
const main = await newGatewayKeys('main')
const second = await newGatewayKeys('second')
const documentId = newId()
const sealer = await createSealer(box, [main, second])
const keyring = await createKeyring([main.enc.privateJwk], [{ jwk: box.publicJwk, device }])
const topicOf = (part: number, id: string = documentId) =>
  `cordon/v1/${site}/${device}/documents/${id}/${part}`
const refused = (code: string) => ({ name: 'GatewayFault', code })

const messages = async (): Promise<Buffer[]> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of sealer(documentId, 2)) chunks.push(chunk)
  return Buffer.concat(chunks)
    .toString()
    .split('\n')
    .map(line => Buffer.from(line))
}
const [manifest, page, , pdf] = (await messages()) as [Buffer, Buffer, Buffer, Buffer]

const sealOf = async (
  content: unknown,
  { typ = 'cordon-part+jws', key = box.privateJwk as unknown } = {},
) => {
  const jws = await (await createSigner(key, typ))(
    typeof content === 'string' ? content : JSON.stringify(content),
  )
  return Buffer.from(await (await createEncrypter([main.enc.publicJwk], 'cordon-part+jwe'))(jws))
}

test('a manifest tells what the document is', async () => {
  const part = await openPart(topicOf(0), manifest, keyring)
  assert.equal(part.kind, 'manifest')
  if (part.kind !== 'manifest') return
  assert.equal(part.messageSha256, createHash('sha256').update(manifest).digest('hex'))
  const { parts, fields, ...facts } = part.manifest
  assert.deepEqual(facts, {
    releasedAt: '2026-03-01T10:00:00.000Z',
    box: `${site}/${device}`,
    software: '0.1.0',
    source: 'fax',
    policy: 'ab'.repeat(32),
    decidedBy: 'box',
    securityLabels: ['REDACTED', 'PSEUDED'],
    kind: { kind: 'lab', loinc: '11502-2', confidence: 0.931 },
    codes: [
      {
        name: 'diagnosis-code',
        system: 'http://hl7.org/fhir/sid/icd-10-cm',
        code: 'E11.9',
        page: 1,
        confidence: 0.97,
      },
    ],
    medications: someFiling.medications,
  })
  assert.deepEqual(
    parts.map(({ part: number, page: of, mediaType }) => [number, of, mediaType]),
    [
      [1, 1, 'image/png'],
      [2, 2, 'image/png'],
      [3, null, 'application/pdf'],
      [4, null, 'application/json'],
    ],
  )
  assert.deepEqual(fields, [
    { name: 'mrn', class: 'MRN', page: 1, confidence: 0.931, token: someFields[0]?.value },
    { name: 'zip', class: 'LOCATION', page: 1, confidence: 0.8, generalised: '021' },
  ])
})

test('a field is read by what the box made of it', async () => {
  const fields = (
    [
      ['ff1', 'AB-7712', { encrypted: 'AB-7712' }],
      ['shift', '1970-11-02', { shifted: '1970-11-02' }],
      ['surrogate', 'Ann Hill', { surrogate: 'Ann Hill' }],
    ] as const
  ).map(([treatment, value, read]) => ({ field: { ...someFields[0]!, treatment, value }, read }))
  const all = ['image/png', 'application/pdf', 'application/json'] as const
  const bundle = manifestBundle({
    release: releaseOf(documentId),
    fields: fields.map(({ field }) => field),
    parts: all.map((mediaType, at) => ({
      part: at + 1,
      page: at === 0 ? 1 : null,
      mediaType,
      sizeBytes: 1,
      sha256: 'a'.repeat(64),
    })),
  })
  const read = readBundle(JSON.parse(JSON.stringify(bundle)))
  assert.ok(read.kind === 'manifest')
  const common = { name: 'mrn', class: 'MRN', page: 1, confidence: 0.931 }
  assert.deepEqual(
    read.manifest.fields,
    fields.map(({ read: left }) => ({ ...common, ...left })),
  )
  assert.deepEqual(read.manifest.fields.map(fieldValue), ['AB-7712', '1970-11-02', 'Ann Hill'])
})

test('the bytes of a part are those that were sealed, and their hash is in the manifest', async () => {
  const opened = await openPart(topicOf(3), pdf, keyring)
  const about = await openPart(topicOf(0), manifest, keyring)
  assert.ok(opened.kind === 'binary' && about.kind === 'manifest')
  assert.deepEqual(Buffer.from(opened.bytes), pdfBytes())
  assert.equal(opened.mediaType, 'application/pdf')
  assert.equal(about.manifest.parts[2]?.sha256, opened.sha256)
})

test('each gateway opens with its own key; one that is no recipient cannot', async () => {
  const other = await createKeyring([second.enc.privateJwk], [{ jwk: box.publicJwk }])
  assert.equal((await openPart(topicOf(1), page, other)).kind, 'binary')
  const third = await createKeyring(
    [(await newGatewayKeys('third')).enc.privateJwk],
    [{ jwk: box.publicJwk }],
  )
  await assert.rejects(openPart(topicOf(1), page, third), refused('unknown-recipient'))
})

test('a part of several mebibytes opens', async () => {
  const bytes = Buffer.alloc(12 * 1024 * 1024, 9)
  const release = releaseOf(documentId)
  const message = await sealOf(partBundle(release, { part: 1, mediaType: 'image/png' }, bytes))
  const part = await openPart(topicOf(1), message, keyring)
  assert.ok(part.kind === 'binary' && bytes.equals(part.bytes))
})

test('a part signed by a box that is not pinned, or by an impostor of one, is refused', async () => {
  const bundle = partBundle(releaseOf(documentId), { part: 1, mediaType: 'image/png' }, pdfBytes())
  const stranger = await generateJwkPair('sign', 'stranger')
  await assert.rejects(
    openPart(topicOf(1), await sealOf(bundle, { key: stranger.privateJwk }), keyring),
    refused('unknown-box'),
  )
  const impostor = await generateJwkPair('sign', box.publicJwk.kid)
  await assert.rejects(
    openPart(topicOf(1), await sealOf(bundle, { key: impostor.privateJwk }), keyring),
    refused('bad-signature'),
  )
  const receipt = await sealOf(bundle, { typ: 'cordon-receipt+jws' })
  await assert.rejects(openPart(topicOf(1), receipt, keyring), refused('bad-signature'))
})

test('a part that is not signed at all is refused', async () => {
  const encrypt = await createEncrypter([main.enc.publicJwk], 'cordon-part+jwe')
  const header = { alg: 'none', typ: 'cordon-part+jws', kid: box.publicJwk.kid }
  const payload = partBundle(releaseOf(documentId), { part: 1, mediaType: 'image/png' }, pdfBytes())
  const [h, p] = [header, payload].map(value => Buffer.from(JSON.stringify(value)).toString('base64url'))
  for (const text of [`${h}.${p}.`, JSON.stringify(payload), ''])
    await assert.rejects(
      openPart(topicOf(1), Buffer.from(await encrypt(text)), keyring),
      refused('bad-signature'),
    )
})

test('a part under the topic of another document, part, device or site is refused', async () => {
  await assert.rejects(openPart(topicOf(1, newId()), page, keyring), refused('wrong-part'))
  await assert.rejects(openPart(topicOf(2), page, keyring), refused('wrong-part'))
  await assert.rejects(openPart(topicOf(0), page, keyring), refused('wrong-part'))
  await assert.rejects(openPart(topicOf(1), manifest, keyring), refused('wrong-part'))
  const elsewhere = `cordon/v1/${site}/box-2/documents/${documentId}`
  await assert.rejects(openPart(`${elsewhere}/1`, page, keyring), refused('wrong-device'))
  const anyDevice = await createKeyring([main.enc.privateJwk], [{ jwk: box.publicJwk }])
  await assert.rejects(openPart(`${elsewhere}/0`, manifest, anyDevice), refused('wrong-device'))
  const otherSite = `cordon/v1/other/${device}/documents/${documentId}/0`
  await assert.rejects(openPart(otherSite, manifest, keyring), refused('wrong-device'))
})

test('topics that are none of ours are refused before anything is opened', async () => {
  const id = documentId
  for (const topic of [
    '',
    'x',
    `cordon/v1/${site}/${device}/documents/${id}`,
    `cordon/v1/${site}/${device}/documents/${id}/01`,
    `cordon/v1/${site}/${device}/documents/${id}/-1`,
    `cordon/v1/${site}/${device}/documents/${id}/1/2`,
    `cordon/v1/../${device}/documents/${id}/1`,
    `cordon/v1/${site}/${device}/documents/${id.toUpperCase()}/1`,
    `cordon/v2/${site}/${device}/documents/${id}/1`,
  ])
    await assert.rejects(openPart(topic, page, keyring), refused('bad-topic'))
})

test('none, zip, crit, other algorithms and altered bytes are refused', async () => {
  const jwe = JSON.parse(page.toString())
  const header = JSON.parse(Buffer.from(jwe.protected, 'base64url').toString())
  const withHeader = (changes: object) => {
    const text = Buffer.from(JSON.stringify({ ...header, ...changes })).toString('base64url')
    return Buffer.from(JSON.stringify({ ...jwe, protected: text }))
  }
  for (const changes of [
    { alg: 'none' },
    { alg: 'dir' },
    { enc: 'A128GCM' },
    { zip: 'DEF' },
    { crit: ['exp'], exp: 1 },
    { typ: 'x' },
    { apu: 'AA' },
  ])
    await assert.rejects(openPart(topicOf(1), withHeader(changes), keyring), refused('bad-jwe'))
  const altered = { ...jwe, ciphertext: `${jwe.ciphertext[0] === 'A' ? 'B' : 'A'}${jwe.ciphertext.slice(1)}` }
  for (const text of [
    JSON.stringify(altered),
    '',
    '{}',
    'null',
    '[]',
    '\0',
    JSON.stringify({ ...jwe, unprotected: {} }),
  ])
    await assert.rejects(openPart(topicOf(1), Buffer.from(text), keyring), refused('bad-jwe'))
  await assert.rejects(openPart(topicOf(1), page, keyring, page.length - 1), refused('too-many-bytes'))
})

test('signed content that is not the bundle of the contract is refused', async () => {
  const release = releaseOf(documentId)
  const part = partBundle(release, { part: 1, mediaType: 'image/png' }, pdfBytes())
  const listed = [
    { part: 1, page: 1, mediaType: 'image/png', sizeBytes: 1, sha256: 'a'.repeat(64) },
    { part: 2, page: null, mediaType: 'application/pdf', sizeBytes: 1, sha256: 'b'.repeat(64) },
    { part: 3, page: null, mediaType: 'application/json', sizeBytes: 1, sha256: 'c'.repeat(64) },
  ] as const
  const about = (parts: Parameters<typeof manifestBundle>[0]['parts']) =>
    manifestBundle({ release, fields: [], parts })
  const binary = part.entry[0]!
  const unlabelled = { ...part, meta: { security: [{ system: 'x', code: 'y' }] } }
  for (const content of [
    {},
    'x',
    unlabelled,
    { ...part, entry: [binary, binary] },
    { ...part, entry: [{ ...binary, resource: { ...binary.resource, data: 'AA A' } }] },
    { ...part, entry: [{ ...binary, resource: { ...binary.resource, data: '' } }] },
    { ...part, entry: [{ ...binary, resource: { ...binary.resource, contentType: 'text/html' } }] },
  ])
    await assert.rejects(openPart(topicOf(1), await sealOf(content), keyring), refused('bad-bundle'))
  const held = JSON.stringify(about(listed)).replace('"passed"', '"failed"')
  for (const content of [
    held,
    about([listed[1]!, listed[0]!, listed[2]!]),
    about([listed[0]!, listed[1]!]),
    about([]),
    about([{ ...listed[0]!, sha256: '../../etc' }, listed[1]!, listed[2]!]),
    { ...about(listed), entry: about(listed).entry.slice(1) },
  ])
    await assert.rejects(openPart(topicOf(0), await sealOf(content), keyring), refused('bad-bundle'))
  assert.equal((await openPart(topicOf(0), await sealOf(about(listed)), keyring)).kind, 'manifest')
})

test('a receipt verifies by the key of the gateway that signed it, and by no other', async () => {
  const receipt = {
    documentId,
    parts: 4,
    manifestSha256: 'c'.repeat(64),
    outcome: 'stored',
    at: '2026-03-01T10:00:00.000Z',
  } as const
  const jws = await (await createReceiptSigner(main.sig.privateJwk))(receipt)
  const keysOf = async (...pairs: (typeof main)[]) =>
    new Map(
      await Promise.all(
        pairs.map(async ({ sig }) => {
          const key = await readKey(sig.publicJwk, 'ES256', 'public')
          return [key.kid, key] as const
        }),
      ),
    )
  assert.deepEqual(await verifyReceipt(jws, await keysOf(main, second)), receipt)
  await assert.rejects(verifyReceipt(jws, await keysOf(second)), refused('bad-receipt'))
  await assert.rejects(verifyReceipt(`${jws.slice(0, -4)}AAAA`, await keysOf(main)), refused('bad-receipt'))
})

test('keys of another use or kind, none, or two of one id are refused', async () => {
  const fine = [{ jwk: box.publicJwk }]
  await assert.rejects(createKeyring([], fine), refused('bad-key'))
  await assert.rejects(createKeyring([main.enc.privateJwk], []), refused('bad-key'))
  await assert.rejects(createKeyring([main.enc.publicJwk], fine), refused('bad-key'))
  await assert.rejects(createKeyring([main.sig.privateJwk], fine), refused('bad-key'))
  await assert.rejects(createKeyring([main.enc.privateJwk], [...fine, ...fine]), refused('bad-key'))
  await assert.rejects(createReceiptSigner(main.enc.privateJwk), refused('bad-key'))
})
