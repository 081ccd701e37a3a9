/** A policy's fingerprint names what was asked for: the same fields give the same, any other field another. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { parseConfig, sliceFor } from '../../config/load.ts'
import { parsePolicy, policyFrom } from '../../config/policy.ts'
import { identifierClasses } from '../../daemon/model/identifier.ts'

const policyOf = (yaml: string) => {
  const parsed = parsePolicy(yaml)
  assert.ok('policy' in parsed)
  return parsed.policy
}

test('a policy file and the configuration give the same policy', () => {
  const loaded = parseConfig('deidentify: { profile: balanced, minWordConfidence: 0.7 }')
  assert.ok('config' in loaded)
  assert.deepEqual(
    policyFrom(sliceFor(loaded.config, 'deidentify')),
    policyOf('minWordConfidence: 0.7\nprofile: balanced'),
  )
})

test('a policy says what becomes of each class', () =>
  assert.deepEqual(Object.keys(policyOf('').treatments), [...identifierClasses]))

test('the fingerprint is SHA-256 over the canonical JSON of the other fields', () => {
  const { fingerprint, ...fields } = policyOf('')
  const treatments = Object.entries(fields.treatments).sort(([one], [two]) => (one < two ? -1 : 1))
  const text = `{"minInkUnderstood":${fields.minInkUnderstood},"minWordConfidence":${fields.minWordConfidence},"profile":"strict","treatments":{${treatments
    .map(([name, treatment]) => `"${name}":"${treatment}"`)
    .join(',')}}}`
  assert.equal(fingerprint, createHash('sha256').update(text).digest('hex'))
})

test('any change changes the fingerprint', () => {
  const texts = [
    '',
    'profile: balanced',
    'minWordConfidence: 0.61',
    'minInkUnderstood: 0.51',
    'treatments: { SSN: token }',
  ]
  assert.equal(new Set(texts.map(text => policyOf(text).fingerprint)).size, texts.length)
})

test('a wrong policy file is faults, as a configuration is', () =>
  assert.deepEqual(parsePolicy('profile: lax\nlimits: {}'), {
    faults: [
      'profile: expected strict or balanced, got another text',
      'limits: unknown key; known here: profile, minWordConfidence, minInkUnderstood, treatments',
    ],
  }))
