/**
 * What is done to a document and what leaves of it. The policy in force holds for the box; `policyFor` and
 * `treatmentsFor` say what it is for one source and one kind. The fingerprint is carried in every output.
 */
import type { ClassTreatment, IdentifierClass } from './identifier.ts'
import type { DocumentKind } from './kind.ts'

export type Treatments = Readonly<Record<IdentifierClass, ClassTreatment>>

/** What the stages need: the policy as it is for the document's source. */
export type Policy = {
  /** `strict`: a word is released only where it is known to be safe. `balanced`: also where nothing speaks against it. */
  readonly profile: 'strict' | 'balanced'
  /** 0…1: a word read below this stays masked. */
  readonly minWordConfidence: number
  /** 0…1: a page with less of its ink understood waits for a person. */
  readonly minInkUnderstood: number
  readonly treatments: Treatments
  /** SHA-256, hex, of the whole policy's canonical JSON (RFC 8785) without this field: the same for every source. */
  readonly fingerprint: string
}

/** What is otherwise for a source, a kind, or a kind from a source. At least one of the two is named. */
export type PolicyOverride = {
  /** The configured id of a source. */
  readonly source?: string
  readonly kind?: DocumentKind
  /** These three only where no kind is named: a kind is known when the pages are read, and is a guess. */
  readonly profile?: Policy['profile']
  readonly minWordConfidence?: number
  readonly minInkUnderstood?: number
  readonly treatments?: Partial<Treatments>
}

/** 0…1 each; what is absent is as it was measured. */
export type GateLimits = {
  readonly minWordConfidence?: number
  readonly minShapeScore?: number
  readonly minNameScore?: number
}

export type Retention = {
  /** Days that a rejected document is kept, sealed. Null: until somebody removes it. */
  readonly rejectedDays: number | null
  /** The original goes with the gateway's receipt. No other value exists. */
  readonly originalsAfterReceiptDays: 0
  /** Years that the audit chains are kept at least: the box deletes none. */
  readonly auditYears: number
}

/** What a signed policy says of itself; absent from the policy that a configuration makes. */
export type PolicyIdentity = {
  /** From 1. The box takes no policy that is older than the one in force. */
  readonly version: number
  readonly id: string
  /** ISO 8601, UTC. */
  readonly issuedAt: string
}

export type PolicyInForce = Policy & {
  readonly identity: PolicyIdentity | null
  readonly gate: GateLimits
  readonly overrides: readonly PolicyOverride[]
  /** Key ids of the gateways that the output is sealed to. */
  readonly recipients: readonly string[]
  readonly retention: Retention
}

const fits =
  (source: string, kind: DocumentKind) =>
  (override: PolicyOverride): boolean =>
    (override.source ?? source) === source && (override.kind ?? kind) === kind

/** A source weighs more than a kind, since nobody who sends a document can choose it. */
const weight = ({ source, kind }: PolicyOverride): number =>
  (source === undefined ? 0 : 2) + (kind === undefined ? 0 : 1)

/** The overrides that count, the most specific last: kind, source, kind from source. */
const overridesFor = (
  { overrides }: Pick<PolicyInForce, 'overrides'>,
  source: string,
  kind: DocumentKind,
): readonly PolicyOverride[] =>
  overrides.filter(fits(source, kind)).toSorted((one, other) => weight(one) - weight(other))

/** The policy for what comes from a source, before anybody knows what kind of document it is. */
export const policyFor = (policy: PolicyInForce, source: string): Policy => {
  const { profile, minWordConfidence, minInkUnderstood, treatments, fingerprint } = policy
  const own = policy.overrides.find(override => override.source === source && override.kind === undefined)
  return {
    profile: own?.profile ?? profile,
    minWordConfidence: own?.minWordConfidence ?? minWordConfidence,
    minInkUnderstood: own?.minInkUnderstood ?? minInkUnderstood,
    treatments: { ...treatments, ...own?.treatments },
    fingerprint,
  }
}

/** What becomes of each class in the fields of a kind of document from a source. */
export const treatmentsFor = (policy: PolicyInForce, source: string, kind: DocumentKind): Treatments =>
  Object.assign(
    { ...policy.treatments },
    ...overridesFor(policy, source, kind).map(({ treatments }) => treatments ?? {}),
  )
