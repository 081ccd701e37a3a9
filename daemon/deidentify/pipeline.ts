/**
 * Joins the stages: decode · strip · orient+clean · barcodes · read · detect · triage · mask · verify. It owns the
 * order, the parallel work and the times; each stage owns what it does. Any error on a page holds the document
 * (fail closed); a document that cannot be decoded is Rejected, a missing engine is Deferred.
 */
import { Deferred, Rejected } from '../errors.ts'
import type { MediaType } from '../model/document.ts'
import { type Filing, noFiling } from '../model/filing.ts'
import { identity, quadOf } from '../model/geometry.ts'
import { type HeldReason, heldReasons, type Masked, type Page, type Place, pageAt } from '../model/page.ts'
import type { Policy } from '../model/policy.ts'
import { type Thresholds, thresholds as usualThresholds } from '../model/thresholds.ts'
import { type BarcodeFinder, findBarcodes } from './barcodes.ts'
import { type Decoder, decode } from './decode.ts'
import { learnedPages } from './detect/local.ts'
import { detect, type Knowledge, knownValues } from './detect.ts'
import { filingOf } from './filing.ts'
import { mask } from './mask.ts'
import { orient } from './orient.ts'
import { parallel } from './parallel.ts'
import { parked } from './park.ts'
import { type Reader, readPage } from './read.ts'
import { secondLook } from './second-look.ts'
import { strip } from './strip.ts'
import { triage } from './triage.ts'
import { trustedWords } from './verify.ts'

export type PipelinePorts = {
  readonly decoder: Decoder
  readonly reader: Reader
  readonly barcodes: BarcodeFinder
  readonly knowledge: Knowledge
  /** A monotonic clock, in milliseconds, for the stages' times. */
  readonly nowMs: () => number
  /** Pages in work at the same time. */
  readonly width: number
  /** Other thresholds than the usual ones, to measure what they trade. */
  readonly thresholds?: Thresholds
  /** Told as each page leaves a half of the path: for progress and for the log. */
  readonly progress: (page: number, place: 'read' | 'verified', timesMs: TimesMs) => void
  /** Told of an error that held a page; it must not quote it. */
  readonly pageError: (page: number, thrown: unknown) => void
}

export type TimesMs = Partial<Record<Place, number>>

/** A page at the end of the path, with what a reviewer needs to judge it. */
export type RedactedPage = {
  readonly triaged: Page<'triaged'>
  readonly verified: Page<'verified'>
  readonly timesMs: TimesMs
}

export type Detected = {
  readonly pages: readonly DetectedPage[]
  readonly known: readonly string[]
  /** What the document is, with its codes and medications: identifies nobody. */
  readonly filing: Filing
}
type DetectedPage = { readonly page: Page<'detected'>; readonly timesMs: TimesMs; readonly failed: boolean }
type ReadDone = { readonly page: Page<'read'>; readonly timesMs: TimesMs; readonly failed: boolean }

/** The first half: what stands on each page, and which of it identifies somebody. @throws Rejected, Deferred */
export const understand = async (
  untrustedBytes: Uint8Array,
  mediaType: MediaType,
  ports: PipelinePorts,
): Promise<Detected> => {
  const decoded = decode(untrustedBytes, mediaType, ports.decoder)
  const read: ReadDone[] = []
  for await (const done of parallel(decoded, ports.width, page => readOne(page, ports))) {
    read.push(done)
    ports.progress(done.page.number, 'read', done.timesMs)
  }
  if (read.length === 0) throw new Rejected('corrupt')
  const started = ports.nowMs()
  const detected = detectAll(read, ports)
  const detectMs = (ports.nowMs() - started) / read.length
  return {
    pages: detected.map(done => ({ ...done, timesMs: { ...done.timesMs, detected: detectMs } })),
    known: knownValues(detected.map(({ page }) => page)),
    filing: filingOrNone(detected, ports),
  }
}

/** A document that cannot be filed is of unknown kind: nobody is held up by it. */
const filingOrNone = (detected: readonly DetectedPage[], { knowledge, pageError }: PipelinePorts): Filing => {
  try {
    return filingOf(
      detected.map(({ page }) => page),
      knowledge.gazetteer,
    )
  } catch (thrown) {
    rethrowCoded(thrown)
    pageError(1, thrown)
    return noFiling
  }
}

/** Where the stage fails, no page of the document was understood. */
const detectAll = (read: readonly ReadDone[], { knowledge, pageError }: PipelinePorts): DetectedPage[] => {
  try {
    const pages = read.map(({ page }) => page)
    const found = learnedPages(detect(pages, knowledge), knowledge.local)
    return found.map((page, i) => ({ ...(read[i] as ReadDone), page }))
  } catch (thrown) {
    rethrowCoded(thrown)
    pageError(1, thrown)
    return read.map(done => ({ ...done, page: undetected(done.page), failed: true }))
  }
}

const undetected = (page: Page<'read'>): Page<'detected'> =>
  pageAt('detected', { ...page, words: [], text: { text: '', spans: [] }, findings: [] })

/** The second half: what may be seen of each page, and the gate's attack on it. */
export const redactPages = async (
  { pages, known }: Detected,
  policy: Policy,
  ports: PipelinePorts,
): Promise<readonly RedactedPage[]> => {
  const redacted: RedactedPage[] = []
  for await (const done of parallel(pages, ports.width, one => redactOne(one, known, policy, ports))) {
    redacted.push(done)
    ports.progress(done.verified.number, 'verified', done.timesMs)
  }
  return redacted
}

/** Why the document waits for a person, or null: the gravest of its pages' reasons, in the order of `heldReasons`. */
export const heldFor = (pages: readonly RedactedPage[]): HeldReason | null => {
  const reasons = new Set(pages.flatMap(page => reasonsOf(page)))
  return heldReasons.find(reason => reasons.has(reason)) ?? null
}

export const reasonsOf = ({ verified }: RedactedPage): readonly HeldReason[] => [
  ...verified.hits.map(hit => hit.reason),
  ...(verified.held === null ? [] : [verified.held]),
]

const readOne = async (page: Page<'decoded'>, ports: PipelinePorts): Promise<ReadDone> => {
  const watch = stopwatch(ports.nowMs)
  const stripped = await watch.time('stripped', () => strip(page))
  try {
    const oriented = await watch.time('oriented', () => orient(stripped, { reader: ports.reader }))
    const barcoded = await watch.time('barcoded', () => findBarcodes(oriented, ports.barcodes))
    const read = await watch.time('read', () => readPage(barcoded, ports.reader))
    return { page: parked(read), timesMs: watch.timesMs, failed: false }
  } catch (thrown) {
    rethrowCoded(thrown)
    ports.pageError(page.number, thrown)
    return { page: parked(unread(stripped)), timesMs: watch.timesMs, failed: true }
  }
}

const redactOne = async (
  detected: DetectedPage,
  known: readonly string[],
  policy: Policy,
  ports: PipelinePorts,
): Promise<RedactedPage> => {
  const watch = stopwatch(ports.nowMs, detected.timesMs)
  const { triaged, masked } = await maskOne(detected, policy, ports, watch)
  const { isKnownSafe, findSpans } = ports.knowledge
  const { gate } = ports.thresholds ?? usualThresholds
  const attack = {
    reader: ports.reader,
    barcodes: ports.barcodes,
    findSpans,
    isKnownSafe,
    knownValues: known,
  }
  try {
    const trusted = trustedWords(triaged, isKnownSafe, gate)
    const verified = await watch.time('verified', () => secondLook(masked, { ...attack, trusted }, gate))
    return { triaged: parked(triaged), verified: parked(verified), timesMs: watch.timesMs }
  } catch (thrown) {
    rethrowCoded(thrown)
    ports.pageError(masked.number, thrown)
    const verified = pageAt('verified', { ...masked, hits: [{ reason: 'page-error', quad: null }] })
    return { triaged: parked(triaged), verified: parked(verified), timesMs: watch.timesMs }
  }
}

type Covered = { readonly triaged: Page<'triaged'>; readonly masked: Page<'masked'> }

const maskOne = async (
  { page, failed }: DetectedPage,
  policy: Policy,
  ports: PipelinePorts,
  watch: ReturnType<typeof stopwatch>,
): Promise<Covered> => {
  try {
    const limits = (ports.thresholds ?? usualThresholds).triage
    const judged = await watch.time('triaged', () =>
      triage(page, policy, ports.knowledge.isKnownSafe, limits),
    )
    const triaged = failed ? pageAt('triaged', { ...judged, released: [], held: 'page-error' }) : judged
    return { triaged, masked: await watch.time('masked', () => mask(triaged)) }
  } catch (thrown) {
    rethrowCoded(thrown)
    ports.pageError(page.number, thrown)
    return closed(page)
  }
}

/** A page that nobody could judge: all of it is one masked region. */
const closed = (page: Page<'detected'>): Covered => {
  const { number, bilevel, dpi, transform, raster } = page
  const { widthPx, heightPx } = raster
  const all = quadOf({ left: 0, top: 0, right: widthPx, bottom: heightPx })
  const region: Masked = { quad: all, class: 'UNREAD', reason: 'unread-ink', confidence: 0 }
  const judged = { masked: [region], inkUnderstood: 0, held: 'page-error' as const }
  const black = { widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx) }
  return {
    triaged: pageAt('triaged', { ...page, ...judged, released: [] }),
    masked: pageAt('masked', { number, bilevel, dpi, transform, raster: black, ...judged }),
  }
}

/** A page that a stage failed on: nothing of it is understood, so all of it stays masked. */
const unread = ({ number, raster, bilevel, xDpi }: Page<'stripped'>): Page<'read'> =>
  pageAt('read', {
    number,
    raster,
    bilevel,
    dpi: xDpi,
    transform: identity,
    orientationConfidence: 0,
    barcodes: [],
    words: [],
  })

const rethrowCoded = (thrown: unknown): void => {
  if (thrown instanceof Rejected || thrown instanceof Deferred) throw thrown
}

const stopwatch = (nowMs: () => number, before: TimesMs = {}) => {
  const timesMs: TimesMs = { ...before }
  const time = async <R>(place: Place, work: () => R | Promise<R>): Promise<R> => {
    const started = nowMs()
    try {
      return await work()
    } finally {
      timesMs[place] = nowMs() - started
    }
  }
  return { timesMs, time }
}
