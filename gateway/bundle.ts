/**
 * Reads the FHIR R4 bundles of a part: checks what the contract promises and picks out what a gateway needs. What it
 * does not know it leaves alone: the whole bundle is stored as it came.
 */
import { z } from 'zod'
import { coding, type Extensions, extensions, numberOf, textOf } from './extensions.ts'
import { GatewayFault } from './fault.ts'
import {
  isFiled,
  type ManifestCode,
  type ManifestKind,
  type ManifestMedication,
  readCode,
  readKind,
  readMedication,
} from './filing.ts'

export type MediaType = 'image/png' | 'application/pdf' | 'application/json'

/** Pages are PNG, the whole document is PDF, the report on what was masked and why is JSON. */
export type PartMediaType = 'image/png' | 'application/pdf' | 'application/json'

/** A part as the manifest lists it. */
export type ListedPart = {
  readonly part: number
  /** Null for the PDF of the whole document and for the report. */
  readonly page: number | null
  readonly mediaType: MediaType
  readonly sizeBytes: number
  /** SHA-256, lower-case hex, of the bytes in the part's Binary. */
  readonly sha256: string
}

/**
 * A structured field, by what the box made of its value: a token that only the box can make again, a generalised value,
 * the number in its own format encrypted (FF1), a date shifted by the patient's own number of days, or a surrogate: a
 * realistic value of nobody.
 */
export type ManifestField = {
  readonly name: string
  readonly class: string
  readonly page: number
  readonly confidence: number
} & (
  | { readonly token: string }
  | { readonly generalised: string }
  | { readonly encrypted: string }
  | { readonly shifted: string }
  | { readonly surrogate: string }
)

/** What is left of the field's value, whatever the box made of it. */
export const fieldValue = (field: ManifestField): string => {
  if ('token' in field) return field.token
  if ('generalised' in field) return field.generalised
  if ('encrypted' in field) return field.encrypted
  return 'shifted' in field ? field.shifted : field.surrogate
}

export type Manifest = {
  /** ISO 8601: when the box released the document. */
  readonly releasedAt: string
  /** `{site}/{device}` of the box. */
  readonly box: string
  readonly software: string
  readonly source: string
  /** SHA-256, hex, of the policy that the box applied. */
  readonly policy: string
  readonly decidedBy: 'box' | 'person'
  readonly securityLabels: readonly string[]
  readonly parts: readonly ListedPart[]
  readonly fields: readonly ManifestField[]
  /** Null where the box could not tell. */
  readonly kind: ManifestKind | null
  readonly codes: readonly ManifestCode[]
  readonly medications: readonly ManifestMedication[]
}

export type PartBundle =
  | { readonly kind: 'manifest'; readonly identifier: string; readonly manifest: Manifest }
  | {
      readonly kind: 'binary'
      readonly identifier: string
      readonly mediaType: MediaType
      readonly bytes: Uint8Array
    }

const identifier = z.object({ system: z.string(), value: z.string() })
const security = z.object({ security: z.array(coding).min(1) })
const mediaType = z.enum(['image/png', 'application/pdf', 'application/json'])

const bundleOf = <R extends z.ZodType>(resource: R) =>
  z.object({
    resourceType: z.literal('Bundle'),
    meta: security,
    identifier: z.object({ system: z.literal('urn:cordon:document-part'), value: z.string() }),
    type: z.literal('collection'),
    timestamp: z.iso.datetime(),
    entry: z
      .array(z.object({ fullUrl: z.string(), resource }))
      .min(1)
      .max(10_000),
  })

const binaryBundle = bundleOf(
  z.object({ resourceType: z.literal('Binary'), meta: security, contentType: mediaType, data: z.string() }),
)

const manifestBundle = bundleOf(
  z.discriminatedUnion('resourceType', [
    z.object({
      resourceType: z.literal('DocumentReference'),
      status: z.literal('current'),
      type: z.object({ coding: z.array(coding) }).optional(),
      extension: extensions,
      content: z
        .array(
          z.object({
            attachment: z.object({
              extension: extensions,
              contentType: mediaType,
              size: z.int().nonnegative(),
            }),
          }),
        )
        .min(1),
    }),
    z.object({
      resourceType: z.literal('Provenance'),
      extension: extensions,
      policy: z.array(z.string()).length(1),
      agent: z.array(z.unknown()).min(1),
    }),
    z.object({
      resourceType: z.literal('Device'),
      identifier: z.array(identifier).length(1),
      version: z.array(z.object({ value: z.string() })).length(1),
    }),
    z.object({
      resourceType: z.literal('Basic'),
      extension: extensions,
      identifier: z.array(identifier).length(1).optional(),
      code: z.object({ coding: z.array(coding).length(1) }),
    }),
  ]),
)

/** @throws GatewayFault `bad-bundle`. */
export const readBundle = (untrustedBundle: unknown): PartBundle => {
  const binary = binaryBundle.safeParse(untrustedBundle)
  if (binary.success) {
    const { identifier: id, entry, meta } = binary.data
    if (entry.length !== 1 || !isRedacted(meta.security)) throw new GatewayFault('bad-bundle')
    const { contentType, data } = entry[0]!.resource
    const bytes = Buffer.from(data, 'base64')
    if (bytes.length === 0 || bytes.toString('base64') !== data) throw new GatewayFault('bad-bundle')
    return { kind: 'binary', identifier: id.value, mediaType: contentType, bytes }
  }
  const manifest = manifestBundle.safeParse(untrustedBundle)
  if (!manifest.success || !isRedacted(manifest.data.meta.security)) throw new GatewayFault('bad-bundle')
  return {
    kind: 'manifest',
    identifier: manifest.data.identifier.value,
    manifest: readManifest(manifest.data),
  }
}

const isRedacted = (labels: readonly z.output<typeof coding>[]): boolean =>
  labels.some(
    ({ system, code }) =>
      system === 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue' && code === 'REDACTED',
  )

type ManifestBundle = z.output<typeof manifestBundle>
type Resource = ManifestBundle['entry'][number]['resource']

const readManifest = ({ entry, timestamp, meta }: ManifestBundle): Manifest => {
  const resources = entry.map(({ resource }) => resource)
  const only = <T extends Resource['resourceType']>(type: T) => {
    const found = resources.filter(
      (resource): resource is Extract<Resource, { resourceType: T }> => resource.resourceType === type,
    )
    if (found.length !== 1) throw new GatewayFault('bad-bundle')
    return found[0]!
  }
  const document = only('DocumentReference')
  const provenance = only('Provenance')
  const device = only('Device')
  const basics = resources.filter(resource => resource.resourceType === 'Basic')
  const gate = provenance.extension.find(({ url }) => url === 'urn:cordon:gate')?.extension ?? []
  if (textOf(gate, 'result') !== 'passed') throw new GatewayFault('bad-bundle')
  return {
    releasedAt: timestamp,
    box: device.identifier[0]!.value,
    software: device.version[0]!.value,
    source: textOf(document.extension, 'urn:cordon:source'),
    policy: provenance.policy[0]!.replace('urn:cordon:policy:sha256:', ''),
    decidedBy: textOf(gate, 'decided-by') === 'person' ? 'person' : 'box',
    securityLabels: meta.security.map(({ code }) => code),
    parts: readParts(document.content.map(({ attachment }) => attachment)),
    fields: basics.filter(basic => !isFiled(basic)).map(readField),
    kind: readKind(document),
    codes: basics.flatMap(readCode),
    medications: basics.flatMap(readMedication),
  }
}

type Attachment = { extension: Extensions; contentType: ListedPart['mediaType']; size: number }

/** Parts are 1…n without a gap: at least one page, the pages in order, the PDF, the report. */
const readParts = (attachments: readonly Attachment[]): readonly ListedPart[] => {
  const pages = attachments.length - 2
  if (pages < 1) throw new GatewayFault('bad-bundle')
  return attachments.map(({ extension: list, contentType, size }, at) => {
    const page = numberOf(list, 'urn:cordon:page')
    const sha256 = textOf(list, 'urn:cordon:sha256')
    const isInOrder = numberOf(list, 'urn:cordon:part') === at + 1 && page === (at < pages ? at + 1 : null)
    if (!isInOrder || !/^[0-9a-f]{64}$/.test(sha256)) throw new GatewayFault('bad-bundle')
    if (contentType !== mediaTypeAt(at, pages)) throw new GatewayFault('bad-bundle')
    return { part: at + 1, page, mediaType: contentType, sizeBytes: size, sha256 }
  })
}

const mediaTypeAt = (at: number, pages: number): PartMediaType => {
  if (at < pages) return 'image/png'
  return at === pages ? 'application/pdf' : 'application/json'
}

type Basic = Extract<Resource, { resourceType: 'Basic' }>

const readField = (basic: Basic): ManifestField => {
  const common = {
    name: basic.code.coding[0]!.code,
    class: textOf(basic.extension, 'urn:cordon:class'),
    page: numberOf(basic.extension, 'urn:cordon:page') ?? 0,
    confidence: numberOf(basic.extension, 'urn:cordon:confidence') ?? 0,
  }
  const identified = (system: string) => basic.identifier?.find(one => one.system === system)?.value
  const token = identified('urn:cordon:token')
  if (token !== undefined) return { ...common, token }
  const encrypted = identified('urn:cordon:ff1')
  if (encrypted !== undefined) return { ...common, encrypted }
  const has = (url: string) => basic.extension.some(one => one.url === url)
  if (has('urn:cordon:shifted')) return { ...common, shifted: textOf(basic.extension, 'urn:cordon:shifted') }
  return has('urn:cordon:surrogate')
    ? { ...common, surrogate: textOf(basic.extension, 'urn:cordon:surrogate') }
    : { ...common, generalised: textOf(basic.extension, 'urn:cordon:generalised') }
}
