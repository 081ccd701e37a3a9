/** A policy as a person reads it: what becomes of each class, for whom, for how long, and where it lets more leave. Pure. */
import { type Difference, differencesOf } from '../../config/difference.ts'
import { parsePolicy } from '../../config/policy.ts'
import type { DocumentKind } from '../../daemon/model/kind.ts'
import {
  type PolicyInForce,
  type PolicyOverride,
  policyFor,
  treatmentsFor,
} from '../../daemon/model/policy.ts'
import { gateThresholds } from '../../daemon/model/thresholds.ts'

export type Shown = {
  readonly policy: PolicyInForce
  /** One sentence: who signed it, or that nobody did. */
  readonly signed: string
  /** With either, the table is of what is from this source and of this kind. */
  readonly source?: string | undefined
  readonly kind?: DocumentKind | undefined
}

const row = (name: string, text: string): string => `${name.padEnd(13)} ${text}`

const nameOf = ({ source, kind }: PolicyOverride): string =>
  [kind === undefined ? 'any kind' : `kind ${kind}`, source === undefined ? '' : `from ${source}`]
    .join(' ')
    .trim()

const identityOf = ({ identity }: PolicyInForce): string =>
  identity === null
    ? 'without a name: the policy fields alone'
    : `${identity.id}, version ${identity.version}, issued ${identity.issuedAt}`

const gateOf = ({ gate }: PolicyInForce): string => {
  const said = Object.entries(gate).map(([name, share]) => `${name} ${share}`)
  return said.length === 0 ? 'as measured' : said.join(', ')
}

const retentionOf = ({ retention: { rejectedDays, auditYears } }: PolicyInForce): string =>
  `rejected documents ${rejectedDays === null ? 'until somebody removes them' : `${rejectedDays} days`}, originals until the receipt, audit at least ${auditYears} years`

const overrideLines = (overrides: readonly PolicyOverride[]): string[] =>
  overrides.map((override, index) => {
    const { source: _, kind: __, treatments = {}, ...shares } = override
    const says = [...Object.entries(shares), ...Object.entries(treatments)].map(pair => pair.join(' '))
    return `  [${index}] ${nameOf(override)}: ${says.join(', ') || 'nothing'}`
  })

const lets = { more: 'MORE leaves', less: 'less leaves', other: 'other' } as const

export const differenceLine = ({ field, says, insteadOf, lets: which }: Difference): string =>
  `  ${lets[which].padEnd(12)} ${field}: ${says}, not ${insteadOf}`

/** Against Cordon's own defaults. */
export const differencesFromDefaults = (policy: PolicyInForce): readonly Difference[] => {
  const defaults = parsePolicy('')
  if ('faults' in defaults) throw new Error('the defaults are faulty')
  const { minWordConfidence, minShapeScore, minNameScore } = gateThresholds
  return differencesOf(policy, defaults.policy, { minWordConfidence, minShapeScore, minNameScore })
}

export const shownLines = ({ policy, signed, source, kind }: Shown): readonly string[] => {
  const of = source === undefined ? policy : policyFor(policy, source)
  const treatments = treatmentsFor(policy, source ?? '', kind ?? 'unknown')
  const differences = differencesFromDefaults(policy)
  return [
    row('policy', identityOf(policy)),
    row('fingerprint', policy.fingerprint),
    row('signature', signed),
    ...(source === undefined && kind === undefined
      ? []
      : [
          row(
            'shown for',
            nameOf({ ...(source === undefined ? {} : { source }), ...(kind === undefined ? {} : { kind }) }),
          ),
        ]),
    row('profile', of.profile),
    row('words', `stay masked when read with less than ${of.minWordConfidence}`),
    row('pages', `wait for a person when less than ${of.minInkUnderstood} of their ink is understood`),
    row('gate', gateOf(policy)),
    row('recipients', policy.recipients.join(', ')),
    row('kept', retentionOf(policy)),
    '',
    'On the page every identifier is masked. As a field beside it:',
    ...Object.entries(treatments).map(([name, treatment]) => `  ${name.padEnd(12)} ${treatment}`),
    ...(policy.overrides.length === 0
      ? []
      : [
          '',
          'Otherwise for (the more specific wins: kind, source, both):',
          ...overrideLines(policy.overrides),
        ]),
    '',
    ...(differences.length === 0
      ? ["The same as Cordon's defaults."]
      : ["Against Cordon's defaults:", ...differences.map(differenceLine)]),
  ]
}
