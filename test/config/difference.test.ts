/** Whatever lets more leave than another policy is told as that, and nothing else is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differencesOf } from '../../config/difference.ts'
import { parsePolicy } from '../../config/policy.ts'

const measured = { minWordConfidence: 0.3, minShapeScore: 0.6, minNameScore: 0.8 }
const policyOf = (yaml: string) => {
  const parsed = parsePolicy(yaml)
  assert.ok('policy' in parsed)
  return parsed.policy
}
const told = (yaml: string) =>
  differencesOf(policyOf(yaml), policyOf(''), measured).map(({ field, lets }) => `${field} ${lets}`)

test('a policy does not differ from itself', () => assert.deepEqual(told(''), []))

const cases: readonly (readonly [yaml: string, ...told: string[]])[] = [
  ['profile: balanced', 'profile more'],
  ['minWordConfidence: 0.5', 'minWordConfidence more'],
  ['minWordConfidence: 0.9', 'minWordConfidence less'],
  ['minInkUnderstood: 0.1', 'minInkUnderstood more'],
  ['gate: { minNameScore: 0.9, minShapeScore: 0.5 }', 'gate.minShapeScore less', 'gate.minNameScore more'],
  ['gate: { minWordConfidence: 0.3 }'],
  ['treatments: { SSN: ff1 }', 'treatments.SSN more'],
  ['treatments: { MRN: mask }', 'treatments.MRN less'],
  ['treatments: { NAME: surrogate }', 'treatments.NAME other'],
  ['treatments: { DATE: shift }', 'treatments.DATE more'],
  ['overrides: [{ source: fax, profile: balanced }]', 'overrides[0].profile more'],
  ['overrides: [{ kind: lab, treatments: { SSN: token } }]', 'overrides[0].treatments.SSN more'],
  ['treatments: { SSN: mask }\noverrides: [{ kind: lab, treatments: { SSN: mask } }]'],
  ['recipients: [main, other]', 'recipients other'],
  ['retention: { rejectedDays: 30 }', 'retention.rejectedDays other'],
]
for (const [yaml, ...expected] of cases) test(yaml, () => assert.deepEqual(told(yaml), expected))
