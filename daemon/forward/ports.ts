/** What `forward` needs from its drivers, as narrow as it needs it. The entry joins them; a driver has these shapes. */
import type { Audit } from '../audit.ts'
import type { Log } from '../log.ts'
import type { DocumentId } from '../model/document.ts'
import type { EdgeReader, EdgeWriter } from '../spool.ts'

/** One connection to the broker. What it rejects with has a `code` of the closed union, and no message. */
export type Session = {
  /** QoS 1; resolves on the broker's acknowledgement. */
  readonly publish: (
    topic: string,
    payload: Uint8Array | string,
    options: { readonly retain: boolean },
  ) => Promise<void>
  readonly subscribe: (
    filter: string,
    receive: (topic: string, untrustedPayload: Uint8Array) => Promise<void>,
  ) => Promise<void>
  /** Resolves with a code when the connection is over; never rejects. */
  readonly closed: Promise<string>
  readonly end: () => Promise<void>
}

export type Connect = (options: {
  readonly will: { readonly topic: string; readonly payload: string }
  readonly signal: AbortSignal
}) => Promise<Session>

/** Verifies a compact JWS by a pinned gateway key. Rejects where it does not hold. */
export type VerifyReceipt = (
  untrustedJws: string,
) => Promise<{ readonly kid: string; readonly untrustedPayload: unknown }>

/** What is remembered of each document across restarts; `drivers/store/outbox.ts` says what each method promises. */
export type Outbox = {
  readonly add: (documentId: DocumentId, parts: number, at: number) => void
  readonly find: (documentId: DocumentId) => {
    readonly parts: number
    readonly manifestSha256: string | null
    readonly attempts: number
    readonly askOnly: boolean
    readonly receipt: string | null
  } | null
  readonly due: (now: number, limit: number) => readonly string[]
  readonly nextDueAt: (after: number) => number | null
  readonly acknowledged: (documentId: DocumentId) => ReadonlySet<number>
  readonly acknowledge: (documentId: DocumentId, part: number) => void
  readonly setManifest: (documentId: DocumentId, sha256: string) => void
  readonly sent: (documentId: DocumentId, at: number, againAt: number) => void
  readonly failed: (documentId: DocumentId, code: string, againAt: number) => void
  readonly ask: (now: number, since: number) => void
  readonly asked: (documentId: DocumentId) => void
  readonly receipted: (documentId: DocumentId, receipt: string, at: number) => void
  readonly remove: (documentId: DocumentId) => void
  readonly summary: () => {
    readonly unreceipted: number
    readonly oldestAt: number | null
    readonly unanswered: number
    readonly codes: readonly string[]
  }
}

/** The newest record of one service's audit chain, signed, as text. */
export type Head = { readonly service: string; readonly record: string }

export type ForwardDeps = {
  readonly site: string
  readonly device: string
  /** The software's version, as the status topic says it. */
  readonly software: string
  readonly sealed: EdgeReader<'sealed'>
  readonly receipts: EdgeWriter<'receipts'>
  readonly outbox: Outbox
  readonly connect: Connect
  readonly verifyReceipt: VerifyReceipt
  readonly audit: Audit
  readonly log: Log
  readonly clock: () => Date
  readonly random: () => number
  readonly retryMinMs: number
  readonly retryMaxMs: number
  readonly receiptTimeoutMs: number
  readonly maxMessageBytes: number
  /** How often the status and the chain heads are published while connected. */
  readonly statusEveryMs: number
  readonly heads?: () => Promise<readonly Head[]>
  /** Told of what nobody can wait for and is no Rejected or Deferred: a bug; the process should end. */
  readonly fail: (thrown: unknown) => void
}
