/**
 * While a session stands: takes sealed jobs, keeps them, and sends what is due, a few documents at a time. A job is
 * kept (moved, still sealed) before the first part leaves, so that whatever happens then it is found again.
 */
import { Deferred } from '../errors.ts'
import type { DocumentId } from '../model/document.ts'
import type { Job } from '../spool.ts'
import { aborted } from './link.ts'
import type { ForwardDeps } from './ports.ts'
import { shred } from './receipts.ts'
import { deliver, type Sender } from './send.ts'

const documentsAtOnce = 4

/** After a start: a job that was kept and not remembered is remembered, a receipted one that is still there is shredded. */
export const recover = async (deps: ForwardDeps): Promise<void> => {
  for (const documentId of await deps.sealed.keptIds()) {
    const row = deps.outbox.find(documentId)
    if (row === null) {
      const job = await deps.sealed.kept(documentId)
      if (job !== null) deps.outbox.add(documentId, job.header.facts.parts, deps.clock().getTime())
    } else if (row.receipt !== null) await shred(deps, documentId)
  }
}

/** Resolves when the signal aborts, with nothing on its way any more. `changed` is told when a document has moved on. */
export const pump = async (sender: Sender, changed: () => void): Promise<void> => {
  const { deps, signal } = sender
  const sending = new Map<DocumentId, Promise<void>>()
  while (!signal.aborted) {
    for (const documentId of nextDue(deps, sending)) {
      const done = deliver(sender, documentId).catch(deps.fail)
      const cleared = done.then(() => {
        sending.delete(documentId)
        changed()
      })
      sending.set(documentId, cleared)
    }
    if (sending.size < documentsAtOnce && (await takeOne(deps))) continue
    await nextMove(deps, sending, signal)
  }
  await Promise.all(sending.values())
}

const nextDue = (
  { outbox, clock }: ForwardDeps,
  sending: ReadonlyMap<DocumentId, unknown>,
): readonly DocumentId[] => {
  const due = outbox.due(clock().getTime(), documentsAtOnce * 2) as readonly DocumentId[]
  return due.filter(documentId => !sending.has(documentId)).slice(0, documentsAtOnce - sending.size)
}

/** Takes the oldest sealed job into `kept/`. False where there is none, or the disk does not answer now. */
const takeOne = async (deps: ForwardDeps): Promise<boolean> => {
  let job: Job<'sealed'> | null = null
  try {
    job = await deps.sealed.next()
    if (job !== null) await admit(deps, job)
    return job !== null
  } catch (thrown) {
    if (!(thrown instanceof Deferred)) throw thrown
    job?.defer(deps.retryMaxMs)
    deps.log('warning', 'deferred', { edge: 'sealed', code: thrown.code })
    return false
  }
}

/** A document that is under way, or was receipted, changes nothing when it comes again. */
const admit = async (deps: ForwardDeps, job: Job<'sealed'>): Promise<void> => {
  const { outbox, sealed, receipts, audit, log, clock } = deps
  const { documentId, facts } = job.header
  const row = outbox.find(documentId)
  const receipt = row?.receipt ?? null
  if (receipt === null && (await sealed.kept(documentId)) === null) {
    // What is remembered of a job that is gone would be taken for this one's.
    if (row !== null) outbox.remove(documentId)
    await job.keep()
    outbox.add(documentId, facts.parts, clock().getTime())
    return log('info', 'taken', { documentId, edge: 'sealed' })
  }
  await audit({ action: 'duplicate', documentId })
  if (receipt !== null) await receipts.put(documentId, {}, Buffer.from(receipt))
  await job.done()
  log('info', 'duplicate', { documentId, edge: 'sealed' })
}

/** Waits until a delivery ends, a document falls due, or the edge may have something new. */
const nextMove = async (
  { sealed, outbox, clock }: ForwardDeps,
  sending: ReadonlyMap<DocumentId, Promise<void>>,
  signal: AbortSignal,
): Promise<void> => {
  const woken = new AbortController()
  const either = AbortSignal.any([signal, woken.signal])
  const now = clock().getTime()
  const dueAt = outbox.nextDueAt(now)
  const timer = setTimeout(
    () => woken.abort(),
    Math.min(dueAt === null ? longestWaitMs : dueAt - now, longestWaitMs),
  )
  const waits = [...sending.values(), aborted(either)]
  if (sending.size < documentsAtOnce) waits.push(sealed.changed(either))
  await Promise.race(waits)
  clearTimeout(timer)
  woken.abort()
}

const longestWaitMs = 60_000
