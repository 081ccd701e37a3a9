/**
 * Sends one kept document: every part that the broker has not acknowledged yet, in order, within the window. Each
 * acknowledgement is remembered at once, so that a crash repeats at most what was on its way. It must never remove
 * a job that could be sent later, and it looks at nothing inside a part.
 */
import { createHash } from 'node:crypto'
import { type Code, Deferred, isDeferredCode, Rejected } from '../errors.ts'
import type { DocumentId } from '../model/document.ts'
import type { Job } from '../spool.ts'
import { waitMs } from './backoff.ts'
import { partsOf } from './lines.ts'
import type { ForwardDeps, Session } from './ports.ts'
import type { Topics } from './topics.ts'
import type { Window } from './window.ts'

const longestReceiptWaitMs = 6 * 60 * 60_000

export type Sender = {
  readonly deps: ForwardDeps
  readonly topics: Topics
  readonly window: Window
  readonly session: Session
  /** Aborts when the service stops or the session is over: no further part is handed to the broker. */
  readonly signal: AbortSignal
}

/** Resolves when the document is acknowledged, put off, or rejected. Rejects with a bug only. */
export const deliver = async (sender: Sender, documentId: DocumentId): Promise<void> => {
  const row = sender.deps.outbox.find(documentId)
  if (row === null || row.receipt !== null) return
  try {
    await sendParts(sender, documentId, row)
    if (row.askOnly) sender.deps.outbox.asked(documentId)
    else awaitReceipt(sender.deps, documentId, row.attempts + 1)
  } catch (thrown) {
    await afterFailure(sender, documentId, row.attempts + 1, thrown)
  }
}

/** Without a receipt in time, the whole document is sent again, for ever, ever more seldom. */
const awaitReceipt = (deps: ForwardDeps, documentId: DocumentId, attempt: number): void => {
  const { outbox, clock, random, receiptTimeoutMs: timeoutMs, log } = deps
  const now = clock().getTime()
  const wait = { minMs: timeoutMs, maxMs: Math.max(timeoutMs, longestReceiptWaitMs), random }
  outbox.sent(documentId, now, now + Math.round(timeoutMs / 2) + waitMs(attempt, wait))
  log('info', 'sent', { documentId, attempt })
}

type Row = { readonly parts: number; readonly manifestSha256: string | null; readonly askOnly: boolean }

const sendParts = async (sender: Sender, documentId: DocumentId, row: Row): Promise<void> => {
  const { parts, askOnly } = row
  const { sealed, outbox, audit, maxMessageBytes } = sender.deps
  const job = await sealed.kept(documentId)
  if (job === null) throw new Rejected('unknown-document')
  if (row.manifestSha256 === null) await inspect(sender.deps, job, parts)
  const acknowledged = askOnly ? new Set<number>() : outbox.acknowledged(documentId)
  await audit({ action: 'sent', documentId, parts: askOnly ? 1 : parts - acknowledged.size })
  const onWay: Promise<void>[] = []
  const failures: unknown[] = []
  try {
    for await (const { part, line } of partsOf(job.body(), parts, maxMessageBytes)) {
      if (acknowledged.has(part)) continue
      const leave = await sender.window.enter(line.length)
      onWay.push(
        sendPart(sender, documentId, part, line)
          .catch(thrown => void failures.push(thrown))
          .finally(leave),
      )
      if (askOnly || failures.length > 0) break
    }
  } finally {
    await Promise.all(onWay)
  }
  if (failures.length > 0) throw failures[0]
}

/** Before the first part of a document leaves, all of it is there and within bounds: nothing leaves by halves. */
const inspect = async (
  { outbox, maxMessageBytes }: ForwardDeps,
  job: Job<'sealed'>,
  parts: number,
): Promise<void> => {
  let manifestSha256 = ''
  for await (const { part, line } of partsOf(job.body(), parts, maxMessageBytes))
    if (part === 0) manifestSha256 = createHash('sha256').update(line).digest('hex')
  outbox.setManifest(job.header.documentId, manifestSha256)
}

const sendPart = async (
  sender: Sender,
  documentId: DocumentId,
  part: number,
  line: Uint8Array,
): Promise<void> => {
  const { outbox, log } = sender.deps
  if (sender.signal.aborted) throw new Deferred('stopping')
  await sender.session.publish(sender.topics.part(documentId, part), line, { retain: false })
  outbox.acknowledge(documentId, part)
  log('debug', 'part-sent', { documentId, part, bytes: line.length })
}

/**
 * A damaged job is rejected; a lost connection leaves the document due; all else is put off with a back-off. A part
 * that is too large for the broker is put off too: the limit is configuration, so it may be sent later.
 */
const afterFailure = async (
  { deps, session }: Sender,
  documentId: DocumentId,
  attempt: number,
  thrown: unknown,
): Promise<void> => {
  const code = codeOf(thrown)
  if (code === null) throw thrown
  if (code === 'stopping') return
  if (code === 'broker-unreachable' || code === 'tls-refused') return session.end()
  if (thrown instanceof Rejected && code !== 'too-many-bytes' && (await rejected(deps, documentId, thrown)))
    return
  const { outbox, log, clock, random, retryMinMs, retryMaxMs } = deps
  const wait = waitMs(attempt, { minMs: retryMinMs, maxMs: Math.max(retryMinMs, retryMaxMs), random })
  outbox.failed(documentId, code, clock().getTime() + wait)
  log('warning', 'deferred', { documentId, edge: 'sealed', code, attempt })
}

/** False where the rejection itself could not be recorded or done now. */
const rejected = async (deps: ForwardDeps, documentId: DocumentId, { code }: Rejected): Promise<boolean> => {
  try {
    await deps.audit({ action: 'rejected', documentId, code })
    await (await deps.sealed.kept(documentId))?.reject(code)
  } catch (thrown) {
    if (thrown instanceof Deferred) return false
    throw thrown
  }
  deps.outbox.remove(documentId)
  deps.log('error', 'rejected', { documentId, edge: 'sealed', code })
  return true
}

/** The closed code that a driver's or our own error carries; null for a bug. */
export const codeOf = (thrown: unknown): Code | null => {
  if (thrown instanceof Rejected || thrown instanceof Deferred) return thrown.code
  const code = (thrown as { code?: unknown } | null)?.code
  return isDeferredCode(code) || code === 'too-many-bytes' ? code : null
}
