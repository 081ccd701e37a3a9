/** Ids and facts of documents and jobs. Everything here may stand in clear: no field can carry text of a document. */
import type { HeldReason } from './page.ts'

/** 32 characters of Crockford base32 (lower case), derived by HMAC from the source and the content. */
export type DocumentId = string & { readonly __id: 'document' }

export const parseDocumentId = (untrustedId: unknown): DocumentId | null =>
  typeof untrustedId === 'string' && /^[0-9a-hjkmnp-tv-z]{32}$/.test(untrustedId)
    ? (untrustedId as DocumentId)
    : null

export const mediaTypes = ['image/tiff', 'application/pdf', 'image/png', 'image/jpeg'] as const
export type MediaType = (typeof mediaTypes)[number]
/** Of a file that `capture` kept but could not tell, or not to its end. Only ever under `rejected/`. */
export const unknownMediaType = 'application/octet-stream'
export type UnknownMediaType = typeof unknownMediaType

export const edgeNames = ['captured', 'review', 'decided', 'sealed', 'receipts'] as const
export type EdgeName = (typeof edgeNames)[number]

export const serviceNames = ['capture', 'deidentify', 'forward', 'review'] as const
export type ServiceName = (typeof serviceNames)[number]

/** What each edge's job header says in clear beside ids and times. Closed per edge; unknown keys are faults. */
export type JobFacts = {
  captured: { readonly source: string; readonly mediaType: MediaType | UnknownMediaType }
  review: { readonly source: string; readonly pages: number; readonly reasons: readonly HeldReason[] }
  decided: { readonly decision: 'release' | 'reject'; readonly reviewer: string }
  sealed: { readonly source: string; readonly parts: number }
  receipts: Record<never, never>
}

export type JobHeader<E extends EdgeName> = {
  readonly version: 1
  readonly edge: E
  readonly documentId: DocumentId
  /** ISO 8601, UTC, milliseconds. */
  readonly createdAt: string
  readonly facts: JobFacts[E]
}
