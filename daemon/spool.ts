/**
 * The contract of the spool: an edge is a directory with one writer and one reader, a job is one sealed file.
 * The implementation is in `spool/`.
 */
import type { RejectedCode } from './errors.ts'
import type { DocumentId, EdgeName, JobFacts, JobHeader } from './model/document.ts'

export type Body = Uint8Array | AsyncIterable<Uint8Array>

export type EdgeWriter<E extends EdgeName> = {
  /**
   * Seals the body to the edge's reader and commits it: write, fsync, rename into `new/`, fsync the directory.
   * The job's name is the document's id, so that a repeat replaces and changes nothing.
   * @throws Deferred `disk-full`, `spool-unavailable`: nothing is left behind.
   */
  readonly put: (documentId: DocumentId, facts: JobFacts[E], body: Body) => Promise<void>
  /**
   * Seals what the writer itself found to be bad input straight to `rejected/`, under the id and the code: kept, and
   * never a job. Otherwise as `put`.
   */
  readonly putRejected: (
    documentId: DocumentId,
    facts: JobFacts[E],
    body: Body,
    code: RejectedCode,
  ) => Promise<void>
}

export type Job<E extends EdgeName> = {
  readonly header: JobHeader<E>
  /** @throws Rejected `bad-seal` at the first altered, missing or surplus byte. */
  readonly body: () => AsyncIterable<Uint8Array>
  /** The whole body. @throws Rejected `bad-seal`; Rejected `too-many-bytes` above `maxBytes`. */
  readonly read: (maxBytes: number) => Promise<Uint8Array>
  /** Removes the job. */
  readonly done: () => Promise<void>
  /** Moves the job, still sealed, to the reader's `kept/` until `shred`. */
  readonly keep: () => Promise<void>
  /** Moves the job, still sealed, to `rejected/`, with its code beside it. */
  readonly reject: (code: RejectedCode) => Promise<void>
  /** Leaves the job where it is and hides it from `next` for `delayMs`. */
  readonly defer: (delayMs: number) => void
}

export type EdgeReader<E extends EdgeName> = {
  /** The oldest job that is neither taken nor deferred, opened and checked; files that fail the check are rejected on the way. Null when there is none. */
  readonly next: () => Promise<Job<E> | null>
  /** Resolves when there may be something new: a file watch is the hint, a minute's scan the truth. Rejects never; ends at once when the signal aborts. */
  readonly changed: (signal: AbortSignal) => Promise<void>
  /** True while a job of this document has not ended: it waits, is taken, or is deferred. */
  readonly waits: (documentId: DocumentId) => Promise<boolean>
  readonly kept: (documentId: DocumentId) => Promise<Job<E> | null>
  readonly keptIds: () => Promise<readonly DocumentId[]>
  /** Destroys a kept job: overwrites its wrapped key, fsyncs, unlinks. False when there was none. */
  readonly shred: (documentId: DocumentId) => Promise<boolean>
  /**
   * Destroys what was rejected before this moment, each after `record` has resolved; the id is null where the file had
   * none. Gives the number. @throws what `record` throws; Deferred `spool-unavailable`.
   */
  readonly shredRejected: (
    before: Date,
    record: (documentId: DocumentId | null, code: RejectedCode | null) => Promise<void>,
  ) => Promise<number>
  readonly counts: () => Promise<{
    readonly waiting: number
    readonly kept: number
    readonly rejected: number
  }>
}
