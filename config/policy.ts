/**
 * The policy that goes with every document: the policy fields of a configuration or of a policy file, with their
 * fingerprint. Pure.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Policy } from '../daemon/model/policy.ts'
import { type Faults, parseWith } from './load.ts'
import { policyShape } from './schema.ts'

const policySchema = z.strictObject(policyShape)
export type PolicyFields = z.output<typeof policySchema>

/** Canonical JSON (RFC 8785) of values that JSON can hold: keys sorted by UTF-16 unit, numbers as ECMAScript prints them. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

/** Takes the policy fields out of any wider group, such as the slice of `deidentify`. */
export const policyFrom = ({
  profile,
  minWordConfidence,
  minInkUnderstood,
  treatments,
}: PolicyFields): Policy => {
  const fields = { profile, minWordConfidence, minInkUnderstood, treatments }
  return { ...fields, fingerprint: createHash('sha256').update(canonical(fields)).digest('hex') }
}

/** A policy file: the policy fields of `deidentify`, each with its default. */
export const parsePolicy = (untrustedYaml: string): { readonly policy: Policy } | Faults => {
  const parsed = parseWith(policySchema, untrustedYaml)
  return 'faults' in parsed ? parsed : { policy: policyFrom(parsed.value) }
}
