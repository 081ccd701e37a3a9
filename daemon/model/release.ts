/**
 * What may be said about a released document, beside its pages and its fields. Everything here leaves the box: no
 * field can carry text of a document, a file name or a person's name.
 */
import type { DocumentId } from './document.ts'
import type { Filing } from './filing.ts'
import type { Field } from './identifier.ts'
import type { Policy } from './policy.ts'

export type ReleaseFacts = {
  readonly documentId: DocumentId
  readonly box: { readonly site: string; readonly device: string; readonly software: string }
  /** The configured id of the source, never derived from input. */
  readonly source: string
  readonly policy: { readonly profile: Policy['profile']; readonly fingerprint: string }
  /** ISO 8601, UTC: when the box released the document. */
  readonly releasedAt: string
  /** The role of the person who decided; null where the box was certain. */
  readonly reviewerRole: string | null
}

/** One sealed part after the manifest: page 1…n as PNG, then the whole document as PDF, then the report (`page` null). */
export type PartFacts = {
  readonly part: number
  readonly page: number | null
  readonly mediaType: 'image/png' | 'application/pdf' | 'application/json'
  readonly sizeBytes: number
  /** SHA-256, lower-case hex, of the bytes inside the part's Binary. */
  readonly sha256: string
}

export type ManifestFacts = {
  readonly release: ReleaseFacts
  readonly fields: readonly Field[]
  /** Kind, codes and medications, in clear; a document without them is of unknown kind. */
  readonly filing?: Filing
  readonly parts: readonly PartFacts[]
}
