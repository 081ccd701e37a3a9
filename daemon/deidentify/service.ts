/**
 * The service: [captured] through the pipeline to [sealed] or [review]; [decided] on to [sealed]; [receipts] end with
 * the captured original destroyed. Every action waits for its audit record. An original stays, sealed, in `kept/`
 * from the moment its output is on disk until the gateway's signed receipt. Has no network.
 */
import type { Audit } from '../audit.ts'
import { consume } from '../consume.ts'
import { Deferred, Rejected } from '../errors.ts'
import { bugOf, type Log } from '../log.ts'
import type { DocumentId } from '../model/document.ts'
import { type Decision, parseDecision } from '../model/held.ts'
import type { Field } from '../model/identifier.ts'
import type { DocumentKind } from '../model/kind.ts'
import type { HeldReason, Page } from '../model/page.ts'
import { type PolicyInForce, policyFor } from '../model/policy.ts'
import type { Receipt } from '../model/receipt.ts'
import type { ReleaseFacts } from '../model/release.ts'
import type { RunningService } from '../service.ts'
import type { EdgeReader, EdgeWriter, Job } from '../spool.ts'
import { decided } from './decided.ts'
import {
  type Detected,
  heldFor,
  type PipelinePorts,
  type RedactedPage,
  reasonsOf,
  redactPages,
  understand,
} from './pipeline.ts'
import { thresholdsBy } from './policy.ts'
import type { Quality } from './quality.ts'
import { type Encoder, finish, heldLines } from './release.ts'
import { reportOf } from './report.ts'
import { keepRetention } from './retention.ts'
import { partCount, type SealPorts, seal } from './seal.ts'
import type { Strikes } from './strikes.ts'

export type DeidentifyDeps = {
  readonly captured: EdgeReader<'captured'>
  readonly decided: EdgeReader<'decided'>
  readonly receipts: EdgeReader<'receipts'>
  readonly review: EdgeWriter<'review'>
  readonly sealed: EdgeWriter<'sealed'>
  readonly pipeline: (
    progress: PipelinePorts['progress'],
    pageError: PipelinePorts['pageError'],
  ) => PipelinePorts
  readonly encoder: Encoder
  readonly sealPorts: SealPorts
  readonly fieldsOf: (
    pages: readonly Page<'detected'>[],
    source: string,
    kind: DocumentKind,
  ) => readonly Field[]
  /** The receipt inside a JWS signed by a pinned gateway key. Null, or rejects, for anything else. */
  readonly openReceipt: (untrustedJws: string) => Promise<Receipt | null>
  readonly policy: PolicyInForce
  readonly box: ReleaseFacts['box']
  readonly maxDocumentBytes: number
  readonly strikes: Strikes
  /** Where counts and corrections are kept; nowhere where absent. */
  readonly quality?: Quality
  readonly audit: Audit
  readonly log: Log
  readonly clock: () => Date
  readonly signal: AbortSignal
  readonly fail: (thrown: unknown) => void
}

/** How soon a job is looked at again that another job of its document must end before. */
const otherJobFirstMs = 1_000
const maxDecisionBytes = 4 * 1024 * 1024
const maxReceiptBytes = 64 * 1024

export const startDeidentify = (deps: DeidentifyDeps): RunningService => {
  const { audit, log, signal } = deps
  const work = Promise.all([
    consume({
      edge: 'captured',
      reader: deps.captured,
      handle: job => deps.strikes.during(job.header, () => handleCaptured(job, deps)),
      audit,
      log,
      signal,
    }),
    consume({
      edge: 'decided',
      reader: deps.decided,
      handle: job => deps.strikes.during(job.header, () => handleDecided(job, deps)),
      audit,
      log,
      signal,
    }),
    consume({
      edge: 'receipts',
      reader: deps.receipts,
      handle: job => handleReceipt(job, deps),
      audit,
      log,
      signal,
    }),
    keepRetention(
      {
        edges: [deps.captured, deps.decided, deps.receipts],
        rejectedDays: deps.policy.retention.rejectedDays,
        ...{ audit, log, clock: deps.clock },
      },
      signal,
    ),
  ])
  work.catch(deps.fail)
  return { stop: async () => void (await work) }
}

const handleCaptured = async (job: Job<'captured'>, deps: DeidentifyDeps): Promise<void> => {
  const { documentId, facts } = job.header
  if (facts.mediaType === 'application/octet-stream') throw new Rejected('unknown-format')
  deps.log('info', 'taken', { documentId, edge: 'captured' })
  // A crash came between holding and keeping, and a person has decided meanwhile: it must not be held once more.
  if (await deps.decided.waits(documentId)) return job.keep()
  const ports = portsFor(documentId, deps)
  const detected = await understand(await job.read(deps.maxDocumentBytes), facts.mediaType, ports)
  const redacted = await redactPages(detected, policyFor(deps.policy, facts.source), ports)
  await holdOrSeal(documentId, facts.source, detected, redacted, null, deps)
  await count(documentId, detected, redacted, deps)
  await job.keep()
}

/** Counts are of use and not of need: a disk that does not take one holds no document up. */
const count = async (
  documentId: DocumentId,
  { filing }: Detected,
  pages: readonly RedactedPage[],
  { quality, log }: DeidentifyDeps,
): Promise<void> => {
  try {
    await quality?.document({ documentId, kind: filing.kind.kind, held: heldFor(pages) !== null, pages })
  } catch (thrown) {
    if (!(thrown instanceof Deferred)) throw thrown
    log('warning', 'deferred', { documentId, code: thrown.code })
  }
}

/** The person's decision, carried out on the original: what leaves is computed again and must equal what was seen. */
const handleDecided = async (job: Job<'decided'>, deps: DeidentifyDeps): Promise<void> => {
  const { documentId, facts } = job.header
  const decision = parseDecision(Buffer.from(await job.read(maxDecisionBytes)).toString('utf8'))
  if (decision === null || decision.decision !== facts.decision) throw new Rejected('bad-decision')
  const original = await originalOf(documentId, deps)
  if (original === 'waits') return job.defer(otherJobFirstMs)
  if (original === null) throw new Rejected('unknown-document')
  await deps.audit({ action: 'decided', documentId, person: facts.reviewer })
  deps.log('info', 'decided', { documentId })
  if (decision.decision === 'reject') {
    await deps.audit({ action: 'rejected', documentId, code: 'rejected-by-person', person: facts.reviewer })
    await original.reject('rejected-by-person')
  } else await releaseDecided(original, decision, facts.reviewer, deps)
  await job.done()
}

/** Looked for among the kept once more when it does not wait: it may have been kept between the two looks. */
const originalOf = async (
  documentId: DocumentId,
  { captured }: DeidentifyDeps,
): Promise<Job<'captured'> | 'waits' | null> => {
  const kept = await captured.kept(documentId)
  if (kept !== null) return kept
  return (await captured.waits(documentId)) ? 'waits' : captured.kept(documentId)
}

const releaseDecided = async (
  original: Job<'captured'>,
  decision: Decision,
  reviewer: string,
  deps: DeidentifyDeps,
): Promise<void> => {
  const { documentId, facts } = original.header
  if (facts.mediaType === 'application/octet-stream') throw new Rejected('bad-decision')
  const ports = portsFor(documentId, deps)
  const detected = await understand(await original.read(deps.maxDocumentBytes), facts.mediaType, ports)
  const redacted = await redactPages(detected, policyFor(deps.policy, facts.source), ports)
  const approved = decided(redacted, decision)
  // Even where nothing is doubtful now: the person has not seen these pages, and what they drew is not on them.
  if (approved === null)
    return hold(documentId, facts.source, redacted, heldFor(redacted) ?? 'decision-outdated', deps)
  await deps.quality?.decision({
    ...{ documentId, kind: detected.filing.kind.kind, pages: redacted, decision, reviewer },
    know: ports.knowledge.gazetteer,
  })
  await holdOrSeal(documentId, facts.source, detected, approved, reviewer, deps)
}

/** `reviewer` is the person who approved these very pages, or null where nobody did: doubts then hold them. */
const holdOrSeal = async (
  documentId: DocumentId,
  source: string,
  detected: Detected,
  redacted: readonly RedactedPage[],
  reviewer: string | null,
  deps: DeidentifyDeps,
): Promise<void> => {
  const doubt = reviewer === null ? heldFor(redacted) : null
  if (doubt !== null) return hold(documentId, source, redacted, doubt, deps)
  const { pages, pdf, hits } = await finish(redacted, deps.encoder)
  const [hit] = hits
  if (hit !== undefined) return hold(documentId, source, redacted, hit.reason, deps)
  const parts = partCount(pages)
  const { filing } = detected
  const policy = deps.policy.fingerprint
  const fields = deps.fieldsOf(
    detected.pages.map(({ page }) => page),
    source,
    filing.kind.kind,
  )
  const release = releaseFacts(documentId, source, reviewer, deps)
  await deps.audit({ action: 'sealed', documentId, source, parts, policy })
  await deps.sealed.put(
    documentId,
    { source, parts },
    seal(
      { release, pages, pdf, report: reportOf(redacted, null, filing.kind, policy), fields, filing },
      deps.sealPorts,
    ),
  )
  deps.log('info', 'sealed', { documentId, pages: pages.length })
}

const hold = async (
  documentId: DocumentId,
  source: string,
  redacted: readonly RedactedPage[],
  doubt: HeldReason,
  deps: DeidentifyDeps,
): Promise<void> => {
  const policy = deps.policy.fingerprint
  const reasons = [...new Set([doubt, ...redacted.flatMap(page => reasonsOf(page))])]
  const further = reasons.filter(reason => !redacted.some(page => reasonsOf(page).includes(reason)))
  await deps.audit({ action: 'held', documentId, source, code: doubt, pages: redacted.length, policy })
  const facts = { source, pages: redacted.length, reasons }
  await deps.review.put(documentId, facts, heldLines(redacted, further, deps.encoder))
  deps.log('info', 'held', { documentId, code: doubt, pages: redacted.length })
}

/** The original goes when nothing needs it any more: a job that has not ended, as after a crash, would miss it. */
const handleReceipt = async (job: Job<'receipts'>, deps: DeidentifyDeps): Promise<void> => {
  const { documentId } = job.header
  const untrustedJws = Buffer.from(await job.read(maxReceiptBytes)).toString('utf8')
  const receipt = await deps.openReceipt(untrustedJws).catch(() => null)
  if (receipt === null || receipt.documentId !== documentId) throw new Rejected('bad-receipt')
  const needed = (await deps.captured.waits(documentId)) || (await deps.decided.waits(documentId))
  if (needed) return job.defer(otherJobFirstMs)
  await deps.audit({ action: 'shredded', documentId, parts: receipt.parts })
  if (await deps.captured.shred(documentId)) deps.log('info', 'shredded', { documentId })
  await job.done()
}

const portsFor = (
  documentId: DocumentId,
  { pipeline, policy, log, signal }: DeidentifyDeps,
): PipelinePorts => {
  const ports = pipeline(
    (page, stage, timesMs) =>
      log('info', 'page-done', { documentId, page, stage, durationMs: Math.round(total(timesMs)) }),
    (page, thrown) => log('error', 'page-done', { documentId, page, code: 'page-error', bug: bugOf(thrown) }),
  )
  /** A stop that was asked for hands the document back at its next look at a page. */
  const goOn = <A extends readonly unknown[], R>(look: (...of: A) => Promise<R>) => {
    return async (...of: A): Promise<R> => {
      if (signal.aborted) throw new Deferred('stopping')
      return look(...of)
    }
  }
  const { reader, barcodes } = ports
  return {
    ...ports,
    thresholds: thresholdsBy(policy),
    reader: { read: goOn((raster, options) => reader.read(raster, options)) },
    barcodes: { find: goOn(raster => barcodes.find(raster)) },
  }
}

const total = (timesMs: Partial<Record<string, number>>): number =>
  Object.values(timesMs).reduce<number>((sum, ms) => sum + (ms ?? 0), 0)

const releaseFacts = (
  documentId: DocumentId,
  source: string,
  reviewer: string | null,
  { box, policy, clock }: DeidentifyDeps,
): ReleaseFacts => ({
  documentId,
  box,
  source,
  policy: { profile: policyFor(policy, source).profile, fingerprint: policy.fingerprint },
  releasedAt: clock().toISOString(),
  reviewerRole: reviewer === null ? null : 'reviewer',
})
