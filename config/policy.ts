/**
 * Policies: that of a configuration, that of a policy file, and the one spelling (RFC 8785) whose SHA-256 is the
 * fingerprint. Pure.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { documentKinds } from '../daemon/model/kind.ts'
import type { PolicyInForce, PolicyOverride } from '../daemon/model/policy.ts'
import { field, group, required, share, slug, wholeNumber } from './fields.ts'
import { type Faults, parseWith } from './load.ts'
import { policyShape, recipients } from './schema.ts'
import { someTreatments } from './treatments.ts'

const profile = z.enum(['strict', 'balanced'])

const override = z
  .strictObject({
    source: slug.optional(),
    kind: z.enum(documentKinds).optional(),
    profile: profile.optional(),
    minWordConfidence: share.optional(),
    minInkUnderstood: share.optional(),
    treatments: someTreatments.optional(),
  })
  .superRefine(({ source, kind, ...says }, context) => {
    if (source === undefined && kind === undefined)
      context.addIssue({ code: 'custom', message: 'names neither a source nor a kind' })
    for (const name of ['profile', 'minWordConfidence', 'minInkUnderstood'] as const)
      if (kind !== undefined && says[name] !== undefined)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'not by kind: the kind is a guess made after the pages are judged; set it for a source',
        })
  })

const overrides = z
  .array(override)
  .max(64)
  .superRefine((list, context) => {
    const keys = list.map(({ source = '', kind = '' }) => `${source} ${kind}`)
    for (const [at, key] of keys.entries())
      if (keys.indexOf(key) < at)
        context.addIssue({
          code: 'custom',
          path: [at],
          message: `the same source and kind as entry ${keys.indexOf(key)}`,
        })
  })

const limit = (why: string) =>
  field(share.nullable(), null, why, { unit: 'share, 0 to 1; null: as measured' })

/** Two of the same would be two recipients of one key id, which no reader could tell apart. */
const isEachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

const shape = {
  ...policyShape,
  gate: group(
    {
      minWordConfidence: limit(
        'Words that the gate reads below this are noise to it. Higher holds fewer pages.',
      ),
      minShapeScore: limit(
        'How sure the gate must be of a number, a date or an address. Higher holds fewer pages.',
      ),
      minNameScore: limit('How sure the gate must be of a name or a place. Higher holds fewer pages.'),
    },
    'What the gate takes for a find when it reads the finished page again. null is the value that was measured.',
  ),
  overrides: field(
    overrides,
    [],
    'What is otherwise for a source, for a kind of document, or for a kind from a source, such as { kind: insurance-card, treatments: { HEALTH_PLAN: ff1 } }. The more specific wins: kind, then source, then both. A profile and the two shares only for a source.',
  ),
  recipients: recipients.refine(isEachOnce, 'a key id stands there twice').meta(recipients.meta() ?? {}),
  retention: group(
    {
      rejectedDays: field(
        wholeNumber(7, 3_650).nullable(),
        null,
        'A document that was rejected is kept sealed for so long after its rejection, then shredded, with a record. null: until somebody removes it.',
        { unit: 'days' },
      ),
      originalsAfterReceiptDays: field(
        z.literal(0),
        0,
        'The original is shredded with the receipt of the gateway. There is no other value.',
        { unit: 'days' },
      ),
      auditYears: field(
        wholeNumber(6, 100),
        6,
        'The audit chains are kept at least so long: 45 CFR 164.316(b)(2)(i) asks for six. The box deletes none.',
        { unit: 'years' },
      ),
    },
    'How long what does not leave is kept.',
  ),
}

const identityShape = {
  version: required(
    wholeNumber(1, 1_000_000),
    'Counts up by one with each change. A box takes no policy that is older than the one in force.',
    { unit: 'count' },
  ),
  id: required(slug, 'The name of the policy, for people.'),
  issuedAt: required(z.iso.datetime(), 'When it was issued: ISO 8601, UTC.'),
}

const plainSchema = z.strictObject(shape)
/** A policy file, as it is written and as it is signed. */
export const policySchema = z.strictObject({ ...identityShape, ...shape })
/** A policy tried out on files: who issued it does not matter yet. */
const trialSchema = z.strictObject({ ...z.strictObject(identityShape).partial().shape, ...shape })

type PlainFields = z.output<typeof plainSchema>
/** What the configuration says of a policy; the rest is as in an empty policy file. */
export type PolicyFields = Pick<PlainFields, keyof typeof policyShape | 'recipients'>

/** Canonical JSON (RFC 8785) of values that JSON can hold: keys sorted by UTF-16 unit, numbers as ECMAScript prints them. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [two]) => (one < two ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

const present = (given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null))

const spelled = (fields: PlainFields & Partial<z.output<typeof trialSchema>>): PolicyInForce => {
  const { version, id, issuedAt, gate, overrides: listed, ...rest } = fields
  const policy = {
    ...rest,
    identity: version === undefined || !id || !issuedAt ? null : { version, id, issuedAt },
    gate: present(gate),
    overrides: listed.map(one => present(one) as PolicyOverride),
  }
  return { ...policy, fingerprint: createHash('sha256').update(canonical(fields)).digest('hex') }
}

const rest = plainSchema.parse({})

/** The policy of a configuration: takes the policy fields out of any wider group, such as the slice of `deidentify`. */
export const policyFrom = ({
  profile,
  minWordConfidence,
  minInkUnderstood,
  treatments,
  recipients,
}: PolicyFields): PolicyInForce =>
  spelled({ ...rest, profile, minWordConfidence, minInkUnderstood, treatments, recipients })

/** Back to the fields of a file. */
const fieldsOf = ({ fingerprint: _, identity, ...policy }: PolicyInForce) =>
  trialSchema.parse({ ...policy, ...identity, gate: { ...rest.gate, ...policy.gate } })

/** The same policy with another profile, and so with another fingerprint. */
export const withProfile = (policy: PolicyInForce, profile: PolicyInForce['profile']): PolicyInForce =>
  spelled(fieldsOf({ ...policy, profile }))

/** What is signed: the canonical JSON of every field, whose SHA-256 is the fingerprint. */
export const canonicalPolicy = (policy: PolicyInForce): string => canonical(fieldsOf(policy))

type Parsed = { readonly policy: PolicyInForce } | Faults

const parseAs = (schema: typeof policySchema | typeof trialSchema, untrustedText: string): Parsed => {
  const parsed = parseWith(schema, untrustedText)
  return 'faults' in parsed ? parsed : { policy: spelled(parsed.value) }
}

/** A whole policy file, YAML or JSON, that may be signed. */
export const parsePolicyFile = (untrustedText: string): Parsed => parseAs(policySchema, untrustedText)

/** A policy to try out: every field has its default. */
export const parsePolicy = (untrustedYaml: string): Parsed => parseAs(trialSchema, untrustedYaml)
