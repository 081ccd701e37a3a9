/**
 * The closed union of codes, in the three sorts of the design: *rejected* (bad input: keep it sealed, go on),
 * *deferred* (the world is not ready: back off, keep, try again) and *bug* (throw; the supervisor restarts us).
 * Only codes and ids cross a process. A `Rejected` or `Deferred` has no message of its own, so that no log,
 * metric or file name can quote a document.
 */

/** Bad input: the job is kept sealed under `rejected/` with this code, and the service goes on. */
export const rejectedCodes = [
  'empty-file',
  'unknown-format',
  'truncated',
  'corrupt',
  'encrypted-pdf',
  'too-many-bytes',
  'too-many-pages',
  'too-many-pixels',
  'too-slow',
  'too-much-memory',
  'decoder-died',
  'not-a-file',
  'bad-header',
  'bad-seal',
  'wrong-owner',
  'bad-decision',
  'bad-receipt',
  'unknown-document',
  'rejected-by-person',
  'service-ended',
  'bad-policy',
  'old-policy',
  'no-recipient-key',
] as const
export type RejectedCode = (typeof rejectedCodes)[number]

/** The world is not ready: the job stays where it is and is tried again after a back-off. */
export const deferredCodes = [
  'incomplete',
  'disk-full',
  'spool-unavailable',
  'source-unavailable',
  'broker-unreachable',
  'broker-refused',
  'tls-refused',
  'no-receipt',
  'engine-unavailable',
  'audit-unavailable',
  'stopping',
] as const
export type DeferredCode = (typeof deferredCodes)[number]

export type Code = RejectedCode | DeferredCode

/** Thrown when the input itself is at fault. Carries a code and nothing that could quote it. */
export class Rejected extends Error {
  readonly sort = 'rejected'
  readonly code: RejectedCode
  constructor(code: RejectedCode) {
    super(code)
    this.name = 'Rejected'
    this.code = code
  }
}

/** Thrown when the same input may succeed later. */
export class Deferred extends Error {
  readonly sort = 'deferred'
  readonly code: DeferredCode
  constructor(code: DeferredCode) {
    super(code)
    this.name = 'Deferred'
    this.code = code
  }
}

export const isRejectedCode = (untrustedCode: unknown): untrustedCode is RejectedCode =>
  (rejectedCodes as readonly unknown[]).includes(untrustedCode)

export const isDeferredCode = (untrustedCode: unknown): untrustedCode is DeferredCode =>
  (deferredCodes as readonly unknown[]).includes(untrustedCode)
