/**
 * In what a policy differs from another, and which way: whether it lets more leave, less, or something else. Pure.
 * It is what a person reads before signing, so that nothing is loosened unseen.
 */
import type { GateLimits, PolicyInForce, Treatments } from '../daemon/model/policy.ts'
import { treatmentRank } from './treatments.ts'

export type Difference = {
  /** The path of the field, as it stands in the policy file. */
  readonly field: string
  readonly says: string
  readonly insteadOf: string
  readonly lets: 'more' | 'less' | 'other'
}

/** 0…1 each. */
export type Measured = Required<GateLimits>

const difference = (field: string, says: unknown, insteadOf: unknown, more: boolean | null): Difference[] =>
  says === insteadOf
    ? []
    : [
        {
          field,
          says: String(says),
          insteadOf: String(insteadOf),
          lets: more === null ? 'other' : more ? 'more' : 'less',
        },
      ]

type Judged = Pick<PolicyInForce, 'profile' | 'minWordConfidence' | 'minInkUnderstood'>

const judgement = (policy: Partial<Judged>, base: Judged, at: string): Difference[] => {
  const shares = (['minWordConfidence', 'minInkUnderstood'] as const).flatMap(name => {
    const share = policy[name] ?? base[name]
    return difference(`${at}${name}`, share, base[name], share < base[name])
  })
  const profile = policy.profile ?? base.profile
  return [...difference(`${at}profile`, profile, base.profile, profile === 'balanced'), ...shares]
}

const treated = (treatments: Partial<Treatments>, base: Treatments, at: string): Difference[] =>
  (Object.keys(treatments) as (keyof Treatments)[]).flatMap(name => {
    const [one, other] = [treatments[name] ?? base[name], base[name]]
    const rise = treatmentRank[one] - treatmentRank[other]
    return difference(`${at}treatments.${name}`, one, other, rise === 0 ? null : rise > 0)
  })

/** The gate looks away more the higher its limits are. */
const gated = (gate: GateLimits, measured: Measured): Difference[] =>
  (Object.keys(measured) as (keyof Measured)[]).flatMap(name => {
    const share = gate[name] ?? measured[name]
    return difference(`gate.${name}`, share, measured[name], share > measured[name])
  })

/** An override is held against the base as well, not against its own policy: that is what it is a departure from. */
export const differencesOf = (
  policy: PolicyInForce,
  base: PolicyInForce,
  measured: Measured,
): readonly Difference[] => [
  ...judgement(policy, base, ''),
  ...treated(policy.treatments, base.treatments, ''),
  ...gated(policy.gate, measured),
  ...policy.overrides.flatMap((override, index) => [
    ...judgement(override, base, `overrides[${index}].`),
    ...treated(override.treatments ?? {}, base.treatments, `overrides[${index}].`),
  ]),
  ...difference('recipients', policy.recipients.join(', '), base.recipients.join(', '), null),
  ...difference('retention.rejectedDays', policy.retention.rejectedDays, base.retention.rejectedDays, null),
  ...difference('retention.auditYears', policy.retention.auditYears, base.retention.auditYears, null),
]
