/**
 * The FHIR R4 bundles of a released document, as plain objects: the manifest (part 0) and one bundle per binary part.
 * A pure stage: same facts, same objects. It must never carry an original file name, a document's text, an
 * identifier in clear, or free text: every value is a code, an id, a number, a token, a safe generalised value, or of
 * the closed grammars of `model/filing.ts`.
 * Sources: https://hl7.org/fhir/R4/{bundle,documentreference,provenance,device,basic,binary}.html.
 */
import { createHash } from 'node:crypto'
import type { DocumentId } from '../model/document.ts'
import type { Filing } from '../model/filing.ts'
import type { Field } from '../model/identifier.ts'
import type { ManifestFacts, PartFacts, ReleaseFacts } from '../model/release.ts'
import { documentType, filedFacts, kindExtension } from './bundle/filing.ts'

export type Coding = { readonly system: string; readonly code: string; readonly display?: string }
export type Extension = { readonly url: string } & (
  | { readonly valueCode: string }
  | { readonly valueString: string }
  | { readonly valuePositiveInt: number }
  | { readonly valueUnsignedInt: number }
  | { readonly valueDecimal: number }
  | { readonly valueDate: string }
  | { readonly extension: readonly Extension[] }
)
export type Resource = { readonly resourceType: string; readonly id: string } & Record<string, unknown>
export type Bundle = {
  readonly resourceType: 'Bundle'
  readonly meta: { readonly security: readonly Coding[] }
  readonly identifier: { readonly system: string; readonly value: string }
  readonly type: 'collection'
  readonly timestamp: string
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[]
}

const observationValue = 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue'
const redacted: Coding = { system: observationValue, code: 'REDACTED', display: 'redacted' }
const pseudonymised: Coding = { system: observationValue, code: 'PSEUDED', display: 'pseudonymized' }
const participant = (code: string): { coding: Coding[] } => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code }],
})

/** A stable `urn:uuid:` (RFC 9562, version 8) for a resource of a document; it tells nothing but the document's id. */
const urnOf = (documentId: DocumentId, name: string): string => {
  const hash = createHash('sha256').update(`cordon\0${documentId}\0${name}`).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)]
  return `urn:uuid:${groups.join('-')}`
}

const bundle = (
  release: ReleaseFacts,
  part: number,
  security: readonly Coding[],
  resources: readonly (readonly [name: string, resource: Resource])[],
): Bundle => ({
  resourceType: 'Bundle',
  meta: { security },
  identifier: { system: 'urn:cordon:document-part', value: `${release.documentId}/${part}` },
  type: 'collection',
  timestamp: release.releasedAt,
  entry: resources.map(([name, resource]) => ({ fullUrl: urnOf(release.documentId, name), resource })),
})

/** Part 0: what the document is, where its pages are, who released it and how, and its fields as tokens. */
export const manifestBundle = ({ release, fields, parts, filing }: ManifestFacts): Bundle => {
  const security = fields.some(isPseudonym) ? [redacted, pseudonymised] : [redacted]
  return bundle(release, 0, security, [
    ['document', documentReference(release, parts, security, filing)],
    ['provenance', provenance(release, parts)],
    ['device', device(release)],
    ...fields.map((field, at) => [`field-${at + 1}`, fieldResource(release, field, at + 1)] as const),
    ...filedFacts(filing).map(({ name, facts }) => [name, filedResource(release, name, facts)] as const),
  ])
}

/** Part 1…n: one page as PNG, the whole document as PDF or, last, the report as JSON. */
export const partBundle = (
  release: ReleaseFacts,
  facts: Pick<PartFacts, 'part' | 'mediaType'>,
  bytes: Uint8Array,
): Bundle =>
  bundle(
    release,
    facts.part,
    [redacted],
    [
      [
        `part-${facts.part}`,
        {
          resourceType: 'Binary',
          id: `${release.documentId}-${facts.part}`,
          meta: { security: [redacted] },
          contentType: facts.mediaType,
          securityContext: { reference: urnOf(release.documentId, 'document') },
          data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
        },
      ],
    ],
  )

const documentReference = (
  release: ReleaseFacts,
  parts: readonly PartFacts[],
  security: readonly Coding[],
  filing: Filing | undefined,
): Resource => ({
  resourceType: 'DocumentReference',
  id: release.documentId,
  meta: { security },
  extension: [{ url: 'urn:cordon:source', valueCode: release.source }, ...kindExtension(filing)],
  masterIdentifier: { system: 'urn:cordon:document', value: release.documentId },
  status: 'current',
  type: documentType(filing),
  date: release.releasedAt,
  author: [{ reference: urnOf(release.documentId, 'device') }],
  securityLabel: security.map(coding => ({ coding: [coding] })),
  content: parts.map(part => ({ attachment: attachment(release, part) })),
})

const attachment = (release: ReleaseFacts, { part, page, mediaType, sizeBytes, sha256 }: PartFacts) => ({
  extension: [
    { url: 'urn:cordon:part', valuePositiveInt: part },
    ...(page === null ? [] : [{ url: 'urn:cordon:page', valuePositiveInt: page }]),
    { url: 'urn:cordon:sha256', valueString: sha256 },
  ] satisfies Extension[],
  contentType: mediaType,
  url: urnOf(release.documentId, `part-${part}`),
  size: sizeBytes,
})

const provenance = (release: ReleaseFacts, parts: readonly PartFacts[]): Resource => ({
  resourceType: 'Provenance',
  id: `${release.documentId}-provenance`,
  extension: [
    {
      url: 'urn:cordon:gate',
      extension: [
        { url: 'result', valueCode: 'passed' },
        { url: 'pages', valueUnsignedInt: parts.filter(part => part.page !== null).length },
        { url: 'decided-by', valueCode: release.reviewerRole === null ? 'box' : 'person' },
      ],
    },
    { url: 'urn:cordon:profile', valueCode: release.policy.profile },
  ] satisfies Extension[],
  target: [{ reference: urnOf(release.documentId, 'document') }],
  recorded: release.releasedAt,
  policy: [`urn:cordon:policy:sha256:${release.policy.fingerprint}`],
  activity: {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'DEID', display: 'deidentify' },
    ],
  },
  agent: [
    { type: participant('assembler'), who: { reference: urnOf(release.documentId, 'device') } },
    ...(release.reviewerRole === null ? [] : [reviewer(release.reviewerRole)]),
  ],
})

/** The person who decided, by role and never by name: `who` is required by R4 and holds the role's code. */
const reviewer = (role: string) => ({
  type: participant('verifier'),
  who: { type: 'PractitionerRole', identifier: { system: 'urn:cordon:reviewer-role', value: role } },
})

const device = ({ documentId, box }: ReleaseFacts): Resource => ({
  resourceType: 'Device',
  id: `${documentId}-device`,
  identifier: [{ system: 'urn:cordon:device', value: `${box.site}/${box.device}` }],
  status: 'active',
  deviceName: [{ name: 'Cordon', type: 'model-name' }],
  version: [{ type: { text: 'software' }, value: box.software }],
})

/** All but a general value is made with a key and stands for one person's own. */
const isPseudonym = ({ treatment }: Field): boolean => treatment !== 'generalise'

/** What became of the value: an identifier where it links documents, an extension where it is only to be read. */
const treatedValue = ({ treatment, value }: Field): { identifier?: object[]; extension: Extension[] } => {
  switch (treatment) {
    case 'token':
    case 'ff1':
      return { identifier: [{ system: `urn:cordon:${treatment}`, value }], extension: [] }
    case 'shift':
      return { extension: [{ url: 'urn:cordon:shifted', valueDate: value }] }
    case 'generalise':
      return { extension: [{ url: 'urn:cordon:generalised', valueString: value }] }
    case 'surrogate':
      return { extension: [{ url: 'urn:cordon:surrogate', valueString: value }] }
  }
}

/** A field as `Basic`: R4 has no resource for a pseudonym, and every FHIR server files a Basic. */
const fieldResource = (release: ReleaseFacts, field: Field, at: number): Resource => {
  const { extension, ...identified } = treatedValue(field)
  return {
    resourceType: 'Basic',
    id: `${release.documentId}-field-${at}`,
    meta: { security: [isPseudonym(field) ? pseudonymised : redacted] },
    extension: [
      { url: 'urn:cordon:class', valueCode: field.class },
      { url: 'urn:cordon:page', valuePositiveInt: field.page },
      { url: 'urn:cordon:confidence', valueDecimal: Math.round(field.confidence * 1000) / 1000 },
      ...extension,
    ] satisfies Extension[],
    ...identified,
    code: { coding: [{ system: 'urn:cordon:field', code: field.name }] },
    subject: { reference: urnOf(release.documentId, 'document') },
  }
}

/** A code or a medication: a `Basic` in clear, since neither identifies anybody. */
const filedResource = (release: ReleaseFacts, name: string, facts: object): Resource => ({
  resourceType: 'Basic',
  id: `${release.documentId}-${name}`,
  meta: { security: [redacted] },
  ...facts,
  subject: { reference: urnOf(release.documentId, 'document') },
})
