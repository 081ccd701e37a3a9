/** Proves what the FHIR bundles say, that they are stable, and that nothing in them is free text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manifestBundle, partBundle } from '../../../daemon/deidentify/bundle.ts'
import type { PartFacts } from '../../../daemon/model/release.ts'
import { newId, pdfBytes, releaseOf, someFields, someFiling } from '../forward/rig.ts'

const documentId = newId()
const release = releaseOf(documentId)
const parts: readonly PartFacts[] = [
  { part: 1, page: 1, mediaType: 'image/png', sizeBytes: 10, sha256: 'aa'.repeat(32) },
  { part: 2, page: null, mediaType: 'application/pdf', sizeBytes: 20, sha256: 'bb'.repeat(32) },
]
const observationValue = 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue'
const codesOf = (codings: readonly { code: string }[]) => codings.map(({ code }) => code)
type Any = Record<string, unknown>
const resourcesOf = (bundle: ReturnType<typeof manifestBundle>) =>
  bundle.entry.map(({ resource }) => resource as unknown as Any)

test('the manifest names the document, its parts with hashes, the box, the policy and the gate', () => {
  const bundle = manifestBundle({ release, fields: someFields, parts })
  assert.deepEqual(bundle.identifier, { system: 'urn:cordon:document-part', value: `${documentId}/0` })
  assert.equal(bundle.type, 'collection')
  const resources = resourcesOf(bundle)
  assert.deepEqual(
    resources.map(({ resourceType }) => resourceType),
    ['DocumentReference', 'Provenance', 'Device', 'Basic', 'Basic'],
  )
  const [document, provenance, device] = resources as [Any, Any, Any]
  assert.equal(document.status, 'current')
  assert.deepEqual(
    (document.content as { attachment: { contentType: string; size: number } }[]).map(({ attachment }) => [
      attachment.contentType,
      attachment.size,
    ]),
    [
      ['image/png', 10],
      ['application/pdf', 20],
    ],
  )
  assert.match(JSON.stringify(document.content), new RegExp(`urn:cordon:sha256.*${'aa'.repeat(32)}`))
  assert.deepEqual(provenance.policy, [`urn:cordon:policy:sha256:${release.policy.fingerprint}`])
  assert.match(JSON.stringify(provenance.extension), /"result","valueCode":"passed"/)
  assert.match(JSON.stringify(device), /"urn:cordon:device","value":"clinic\/box-1"/)
})

test('labels are REDACTED, and PSEUDED only where a pseudonym leaves', () => {
  const bare = manifestBundle({ release, fields: [], parts })
  assert.deepEqual(codesOf(bare.meta.security), ['REDACTED'])
  const tokens = manifestBundle({ release, fields: someFields, parts })
  assert.deepEqual(codesOf(tokens.meta.security), ['REDACTED', 'PSEUDED'])
  assert.equal(tokens.meta.security[0]?.system, observationValue)
  const labels = JSON.stringify((resourcesOf(tokens)[0] as Any).securityLabel)
  assert.match(labels, /REDACTED.*PSEUDED/)
})

test('a token is an identifier of its own system, a generalised value is none', () => {
  const [token, zip] = resourcesOf(manifestBundle({ release, fields: someFields, parts })).slice(3) as [
    Any,
    Any,
  ]
  assert.deepEqual(token.identifier, [{ system: 'urn:cordon:token', value: someFields[0]?.value }])
  assert.equal(zip.identifier, undefined)
  assert.match(JSON.stringify(zip.extension), /"urn:cordon:generalised","valueString":"021"/)
  assert.match(JSON.stringify(token.extension), /"urn:cordon:confidence","valueDecimal":0.931/)
})

test('each treatment has its own place, and all but a general value are labelled as pseudonyms', () => {
  const fields = (
    [
      ['ff1', '217-443-0187', '"identifier":[{"system":"urn:cordon:ff1","value":"217-443-0187"}]'],
      ['shift', '1970-11-02', '{"url":"urn:cordon:shifted","valueDate":"1970-11-02"}'],
      ['surrogate', 'Ann Hill', '{"url":"urn:cordon:surrogate","valueString":"Ann Hill"}'],
    ] as const
  ).map(([treatment, value, text]) => ({ treatment, value, text }))
  for (const { text, ...field } of fields) {
    const bundle = manifestBundle({ release, fields: [{ ...someFields[0]!, ...field }], parts })
    const resource = resourcesOf(bundle)[3] as Any
    assert.ok(JSON.stringify(resource).includes(text), field.treatment)
    assert.match(JSON.stringify(resource.meta), /PSEUDED/)
    assert.deepEqual(codesOf(bundle.meta.security), ['REDACTED', 'PSEUDED'])
  }
})

test('a person who decided is there by role only', () => {
  const none = JSON.stringify(manifestBundle({ release, fields: [], parts }))
  assert.doesNotMatch(none, /reviewer/)
  const decided = manifestBundle({ release: { ...release, reviewerRole: 'reviewer' }, fields: [], parts })
  const text = JSON.stringify(decided)
  assert.match(text, /"urn:cordon:reviewer-role","value":"reviewer"/)
  assert.match(text, /"decided-by","valueCode":"person"/)
})

test('references resolve inside the bundle, and a part is found by the manifest’s url', () => {
  const bundle = manifestBundle({ release, fields: someFields, parts })
  const urls = new Set(bundle.entry.map(({ fullUrl }) => fullUrl))
  for (const [, reference] of JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g))
    assert.ok(urls.has(reference as string))
  const page = partBundle(release, { part: 1, mediaType: 'image/png' }, pdfBytes())
  assert.match(JSON.stringify(bundle), new RegExp(`"url":"${page.entry[0]?.fullUrl}"`))
  assert.match(
    page.entry[0]?.fullUrl ?? '',
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})

test('a part holds its bytes and nothing else; the same facts give the same bundle', () => {
  const bytes = pdfBytes('content')
  const one = partBundle(release, { part: 2, mediaType: 'application/pdf' }, bytes)
  assert.equal(one.identifier.value, `${documentId}/2`)
  assert.equal(one.entry.length, 1)
  const binary = one.entry[0]?.resource as unknown as Any
  assert.equal(binary.data, Buffer.from(bytes).toString('base64'))
  assert.deepEqual(one, partBundle(release, { part: 2, mediaType: 'application/pdf' }, bytes))
})

test('every FHIR id is one (R4: 1 to 64 of A-Z a-z 0-9 - .)', () => {
  for (const { resource } of manifestBundle({ release, fields: someFields, parts }).entry)
    assert.match(resource.id, /^[A-Za-z0-9.-]{1,64}$/)
})

test('the kind is the type of the document, by LOINC where it has one and by a word of our own', () => {
  const typeOf = (filing?: typeof someFiling) =>
    (resourcesOf(manifestBundle({ release, fields: [], parts, ...(filing && { filing }) }))[0] as Any).type
  assert.deepEqual(codesOf((typeOf(someFiling) as { coding: { code: string }[] }).coding), ['11502-2', 'lab'])
  const claim = { ...someFiling, kind: { kind: 'claim', confidence: 0.8 } } as const
  assert.deepEqual(typeOf(claim), { coding: [{ system: 'urn:cordon:document-kind', code: 'claim' }] })
  assert.deepEqual(codesOf((typeOf() as { coding: { code: string }[] }).coding), ['unknown'])
})

test('codes and medications are Basics in clear, by the URIs of their systems', () => {
  const [code, medication] = resourcesOf(
    manifestBundle({ release, fields: [], parts, filing: someFiling }),
  ).slice(3) as [Any, Any]
  assert.match(
    JSON.stringify(code.extension),
    /"valueCoding":{"system":"http:\/\/hl7.org\/fhir\/sid\/icd-10-cm","code":"E11.9"}/,
  )
  assert.match(JSON.stringify(code.code), /diagnosis-code/)
  assert.equal((medication.code as Any).text, 'metformin 500 mg oral twice daily')
  assert.match(JSON.stringify(medication.extension), /{"url":"strength","valueString":"500 mg"}/)
})
