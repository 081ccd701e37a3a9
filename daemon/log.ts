/**
 * One JSON line per event on standard error. The fields are closed: there is no parameter that could carry text of
 * a document, a file name or an error message.
 */
import type { Code } from './errors.ts'
import type { DocumentId, EdgeName, ServiceName } from './model/document.ts'
import type { HeldReason, Place } from './model/page.ts'

export const logEvents = [
  'starting',
  'ready',
  'stopping',
  'stopped',
  'bug',
  'source-seen',
  'source-incomplete',
  'captured',
  'duplicate',
  'rejected',
  'deferred',
  'taken',
  'page-done',
  'held',
  'released',
  'sealed',
  'decided',
  'connected',
  'disconnected',
  'part-sent',
  'sent',
  'receipt-accepted',
  'receipt-refused',
  'shredded',
  'engine',
  'policy-accepted',
  'policy-refused',
  'schedule',
  'schedule-refused',
] as const
export type LogEvent = (typeof logEvents)[number]

export type LogFields = {
  readonly documentId?: DocumentId
  readonly edge?: EdgeName
  readonly code?: Code | HeldReason
  readonly stage?: Place
  readonly page?: number
  readonly pages?: number
  readonly part?: number
  readonly count?: number
  readonly bytes?: number
  readonly durationMs?: number
  readonly attempt?: number
  /** A configured id, never derived from input. */
  readonly source?: string
  readonly engine?: 'native' | 'tesseract.js'
  /** The class name of an unexpected error, and where it was thrown in our own code (`file.ts:line`). */
  readonly bug?: { readonly name: string; readonly at: string }
}

export type Level = 'debug' | 'info' | 'warning' | 'error'
export type Log = (level: Level, event: LogEvent, fields?: LogFields) => void

export const createLog =
  (service: ServiceName, clock: () => Date, write: (line: string) => void): Log =>
  (level, event, fields = {}) =>
    write(`${JSON.stringify({ at: clock().toISOString(), level, service, event, ...fields })}\n`)

/** The class and place of an unexpected error. Its message is left out on purpose: it could quote a document. */
export const bugOf = (thrown: unknown): { name: string; at: string } => {
  if (!(thrown instanceof Error)) return { name: typeof thrown, at: 'unknown' }
  const frame = /\/((?:daemon|drivers|config|gateway|command|demo)\/[\w./-]+\.ts:\d+)/.exec(
    thrown.stack ?? '',
  )
  return { name: /^\w{1,40}$/.test(thrown.name) ? thrown.name : 'Error', at: frame?.[1] ?? 'unknown' }
}
