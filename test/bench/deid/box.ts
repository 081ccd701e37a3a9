/** One document through the box, in process, as `cordon redact` sends it, and what came out, scored against its truth. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { languageFolder } from '../../../command/settings.ts'
import { parseConfig } from '../../../config/load.ts'
import { policyFrom } from '../../../config/policy.ts'
import {
  type Detected,
  heldFor,
  type RedactedPage,
  reasonsOf,
  redactPages,
  understand,
} from '../../../daemon/deidentify/pipeline.ts'
import { finish } from '../../../daemon/deidentify/release.ts'
import { type Engine, openEngine } from '../../../daemon/engine.ts'
import { compose } from '../../../daemon/model/geometry.ts'
import type { Policy } from '../../../daemon/model/policy.ts'
import { createFonts } from '../../../demo/paper/font.ts'
import type { DrawnPage } from '../../../demo/paper/page.ts'
import { seeded } from '../../../demo/paper/random.ts'
import { encodePng } from '../../../drivers/image/png.ts'
import type { DamageName } from './damage.ts'
import { either, type Family } from './family.ts'
import { isReadAt, pageModes, pdftotext, tesseract, zbarimg } from './readers.ts'
import { type ScoredPage, scorePage } from './score.ts'
import { type Level, type Sent, send } from './send.ts'

export type Job = {
  readonly id: string
  readonly kind: string
  readonly seed: number
  readonly level: Level
  readonly damage: DamageName | null
  /** Whether the independent readers are set on it. */
  readonly readers: boolean
  /** Whether it is released again with other thresholds. */
  readonly curve: boolean
}

export type WordResult = {
  readonly text: string
  /** Identifier class, or null for an ordinary word. */
  readonly class: string | null
  readonly shown: number
  readonly kept: number | null
  readonly handwritten: boolean
  readonly page: number
  readonly box: readonly [number, number, number, number]
}

export type Result = {
  readonly job: Job
  readonly outcome: 'released' | 'held' | 'rejected'
  readonly reasons: readonly string[]
  readonly pages: number
  readonly inkUnderstood: number
  readonly words: readonly WordResult[]
  readonly marks: readonly { readonly kind: string; readonly class: string | null; readonly shown: number }[]
  readonly barcodes: number
  readonly barcodesDecoded: number
  readonly identifiersReadBefore: number
  readonly identifiersReadAfter: readonly string[]
  readonly pdfCharacters: number
  readonly timesMs: Readonly<Record<string, number>>
  /** What would have left with the word threshold elsewhere; empty unless the job asks for it. */
  readonly curve: readonly CurvePoint[]
}

export type CurvePoint = {
  readonly minWordConfidence: number
  readonly held: boolean
  readonly words: readonly Pick<WordResult, 'class' | 'shown' | 'kept' | 'handwritten'>[]
}

export type Box = { readonly run: (job: Job) => Promise<Result>; readonly close: () => Promise<void> }

/** @param outFolder gets the finished files of each released document, and pictures of all for whoever looks. */
export const openBox = async (family: Family, outFolder: string): Promise<Box> => {
  const loaded = parseConfig('{ deidentify: { ocr: { workers: 1 } } }')
  if ('faults' in loaded) throw new Error(loaded.faults.join('\n'))
  const { deidentify } = loaded.config
  const engine = await openEngine(deidentify, languageFolder())
  const policy = policyFrom(deidentify)
  return { run: job => runJob(job, family, engine, policy, outFolder), close: engine.close }
}

const runJob = async (
  job: Job,
  family: Family,
  engine: Engine,
  policy: Policy,
  outFolder: string,
): Promise<Result> => {
  const random = seeded(job.seed)
  const kind = family.kinds.find(({ name }) => name === job.kind)
  if (kind === undefined) throw new RangeError('no such kind')
  const drawn = kind.draw(random, createFonts())
  const sent = await send(drawn, job.level, job.damage, kind.turnDegrees?.(random) ?? 0, random)
  const detected = await understand(
    sent.bytes,
    sent.mediaType,
    engine.ports(() => {}),
  )
  const redacted = await redactPages(
    detected,
    policy,
    engine.ports(() => {}),
  )
  const held = heldFor(redacted)
  const folder = join(outFolder, job.id)
  await mkdir(folder, { recursive: true })
  const paths = await writePages(redacted, folder)
  const finished = held === null ? await finish(redacted, engine.encoder) : null
  const reasons = [
    ...new Set([...redacted.flatMap(reasonsOf), ...(finished?.hits ?? []).map(({ reason }) => reason)]),
  ]
  const scores = await Promise.all(redacted.map((page, i) => scoreOne(page, drawn[i] as DrawnPage, sent, i)))
  const released = reasons.length === 0
  const characters = finished === null ? 0 : await pdfCharacters(finished.pdf, folder)
  const read = job.readers ? await readBoth(scores, redacted, paths, folder) : { before: 0, after: [] }
  return {
    job,
    outcome: released ? 'released' : 'held',
    reasons,
    pages: redacted.length,
    inkUnderstood: Math.min(...redacted.map(({ verified }) => verified.inkUnderstood)),
    words: scores.flatMap(({ words }, page) => words.flatMap(word => wordResult(word, page + 1))),
    marks: scores.flatMap(({ marks }) =>
      marks.map(({ mark, shown }) => ({ kind: mark.kind, class: mark.class, shown })),
    ),
    barcodes: drawn.flatMap(({ marks }) => marks.filter(({ kind: sort }) => sort === 'barcode')).length,
    barcodesDecoded: job.readers ? (await Promise.all(paths.map(zbarimg))).flat().length : 0,
    identifiersReadBefore: read.before,
    identifiersReadAfter: read.after,
    pdfCharacters: characters,
    timesMs: sumTimes(redacted),
    curve: job.curve ? await curveOf(detected, drawn, sent, engine, policy) : [],
  }
}

const confidences = [0.3, 0.45, 0.6, 0.75, 0.9]

const curveOf = async (
  detected: Detected,
  drawn: readonly DrawnPage[],
  sent: Sent,
  engine: Engine,
  policy: Policy,
): Promise<CurvePoint[]> => {
  const points: CurvePoint[] = []
  for (const minWordConfidence of confidences) {
    const redacted = await redactPages(
      detected,
      { ...policy, minWordConfidence },
      engine.ports(() => {}),
    )
    const scores = await Promise.all(
      redacted.map((page, i) => scoreOne(page, drawn[i] as DrawnPage, sent, i)),
    )
    const words = scores.flatMap(({ words: scored }) => scored.flatMap(word => wordResult(word, 1)))
    points.push({
      minWordConfidence,
      held: heldFor(redacted) !== null,
      words: words.map(({ class: label, shown, kept, handwritten }) => ({
        class: label,
        shown,
        kept,
        handwritten,
      })),
    })
  }
  return points
}

const wordResult = ({ word, shown, kept, box }: ScoredPage['words'][number], page: number): WordResult[] => {
  if (word.class === either || shown === null || (word.class === null && !/[\p{L}\p{N}]/u.test(word.text)))
    return []
  const { text, class: label, handwritten } = word
  return [
    { text, class: label, shown, kept, handwritten, page, box: [box.left, box.top, box.right, box.bottom] },
  ]
}

const scoreOne = (page: RedactedPage, drawn: DrawnPage, sent: Sent, index: number): Promise<ScoredPage> => {
  const { raster, transform, dpi } = page.verified
  const input = sent.pages[index]
  if (input === undefined) throw new RangeError('a page too many')
  const toOutput = compose(input.toPixels, transform)
  return scorePage(drawn, input.gray, raster, { toInput: input.toPixels, toOutput, outputDpi: dpi })
}

const writePages = (redacted: readonly RedactedPage[], folder: string): Promise<string[]> =>
  Promise.all(
    redacted.map(async ({ verified }) => {
      const path = join(folder, `page-${verified.number}.png`)
      await writeFile(path, await encodePng(verified.raster, verified.bilevel))
      return path
    }),
  )

const pdfCharacters = async (pdf: Uint8Array, folder: string): Promise<number> => {
  const path = join(folder, 'document.pdf')
  await writeFile(path, pdf)
  return pdftotext(path)
}

/** What the readers read of the upright original, and of that what they still read in the output. */
const readBoth = async (
  scores: readonly ScoredPage[],
  redacted: readonly RedactedPage[],
  paths: readonly string[],
  folder: string,
): Promise<{ before: number; after: string[] }> => {
  let before = 0
  const after: string[] = []
  for (const [i, { words }] of scores.entries()) {
    const { triaged } = redacted[i] as RedactedPage
    const { widthPx: width, heightPx: height, pixels } = triaged.raster
    const original = join(folder, 'original.png')
    await sharp(pixels, { raw: { width, height, channels: 1 } })
      .png({ compressionLevel: 1 })
      .toFile(original)
    const read = (path: string) =>
      Promise.all(pageModes.map(mode => tesseract(path, mode, triaged.dpi))).then(looks => looks.flat())
    const [first, second] = await Promise.all([read(original), read(paths[i] as string)])
    for (const { word, box } of words) {
      if (word.class === null || word.class === either || !isReadAt(word.text, box, first)) continue
      before++
      if (isReadAt(word.text, box, second)) after.push(`${word.class} ${word.text}`)
    }
  }
  return { before, after }
}

const sumTimes = (redacted: readonly RedactedPage[]): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const { timesMs } of redacted)
    for (const [stage, ms] of Object.entries(timesMs)) sums[stage] = (sums[stage] ?? 0) + (ms ?? 0)
  return sums
}
