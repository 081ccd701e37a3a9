/** The more specific override wins, in the stated order, and a kind never changes what may be seen of a page. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePolicy } from '../../../config/policy.ts'
import { policyFor, treatmentsFor } from '../../../daemon/model/policy.ts'

const parsed = parsePolicy(`
treatments: { SSN: mask, MRN: token, DATE: generalise }
overrides:
  - { source: fax, kind: lab, treatments: { MRN: mask } }
  - { source: fax, minWordConfidence: 0.8, treatments: { MRN: surrogate, SSN: token } }
  - { kind: lab, treatments: { MRN: ff1, DATE: shift, SSN: ff1 } }
  - { source: scan, profile: balanced, minInkUnderstood: 0.3 }
`)
assert.ok('policy' in parsed)
const { policy } = parsed
const of = (source: string, kind: 'lab' | 'unknown') => {
  const { MRN, DATE, SSN, NAME } = treatmentsFor(policy, source, kind)
  return [MRN, DATE, SSN, NAME].join(' ')
}

test('kind, then source, then both: each class by itself', () => {
  assert.equal(of('desk', 'unknown'), 'token generalise mask token')
  assert.equal(of('desk', 'lab'), 'ff1 shift ff1 token')
  assert.equal(of('fax', 'unknown'), 'surrogate generalise token token')
  assert.equal(of('fax', 'lab'), 'mask shift token token')
})

test('the order of the file does not matter', () => {
  const turned = { ...policy, overrides: policy.overrides.toReversed() }
  for (const source of ['desk', 'fax'])
    for (const kind of ['lab', 'unknown'] as const)
      assert.deepEqual(treatmentsFor(turned, source, kind), treatmentsFor(policy, source, kind))
})

test('a source has its own profile and shares, and the fingerprint of the whole', () => {
  const { profile, minWordConfidence, minInkUnderstood, fingerprint } = policyFor(policy, 'scan')
  assert.deepEqual([profile, minWordConfidence, minInkUnderstood], ['balanced', 0.6, 0.3])
  assert.equal(policyFor(policy, 'fax').minWordConfidence, 0.8)
  assert.equal(policyFor(policy, 'fax').profile, 'strict')
  assert.equal(fingerprint, policy.fingerprint)
  assert.equal(policyFor(policy, 'desk').minWordConfidence, 0.6)
})
