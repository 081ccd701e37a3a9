/**
 * From verified pages to what may leave: PNGs, one image-only PDF, and the search of the finished bytes for metadata
 * (promise 2). It must never see a page of which the gate or triage has doubts that nobody resolved.
 */
import { createHash } from 'node:crypto'
import type { HeldPage } from '../model/held.ts'
import type { GateHit, HeldReason } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'
import { type RedactedPage, reasonsOf } from './pipeline.ts'
import { pageToSeal, type SealablePage } from './seal.ts'
import { verifyFile } from './verify.ts'

export type Encoder = {
  readonly encodePng: (raster: GrayRaster, bilevel: boolean) => Promise<Uint8Array>
  readonly writePdf: (
    pages: AsyncIterable<{ readonly raster: GrayRaster; readonly bilevel: boolean; readonly dpi: number }>,
  ) => Promise<Uint8Array>
}

export type Finished = {
  readonly pages: readonly SealablePage[]
  readonly pdf: Uint8Array
  /** Metadata found in the finished bytes; the document is then held. */
  readonly hits: readonly GateHit[]
}

/** @throws Error (a bug) where a page still has a hit of the gate. */
export const finish = async (
  redacted: readonly RedactedPage[],
  { encodePng, writePdf }: Encoder,
): Promise<Finished> => {
  const pages: SealablePage[] = []
  const hits: GateHit[] = []
  for (const { verified } of redacted) {
    const png = await encodePng(verified.raster, verified.bilevel)
    hits.push(...verifyFile(png, 'png'))
    pages.push(pageToSeal(verified, png))
  }
  const pdf = await writePdf(oneByOne(redacted))
  hits.push(...verifyFile(pdf, 'pdf'))
  return { pages, pdf, hits }
}

async function* oneByOne(redacted: readonly RedactedPage[]) {
  for (const { verified } of redacted) yield verified
}

/** What a decision names: the pixels that the reviewer saw. */
export const seenOf = ({ widthPx, heightPx, pixels }: GrayRaster): string =>
  createHash('sha256').update(`${widthPx}x${heightPx}\0`).update(pixels).digest('hex')

/** The body of a [review] job, one line per page. */
export async function* heldLines(
  redacted: readonly RedactedPage[],
  further: readonly HeldReason[],
  { encodePng }: Encoder,
): AsyncGenerator<Uint8Array> {
  for (const page of redacted) {
    const { triaged, verified } = page
    const held: HeldPage = {
      page: verified.number,
      widthPx: verified.raster.widthPx,
      heightPx: verified.raster.heightPx,
      dpi: Math.round(verified.dpi),
      reasons: [...new Set([...reasonsOf(page), ...further])],
      hits: verified.hits.flatMap(({ quad }) => (quad === null ? [] : [quad])),
      masked: verified.masked,
      inkUnderstood: verified.inkUnderstood,
      ...(verified.inkDoubts && { inkDoubts: verified.inkDoubts }),
      original: base64(await encodePng(triaged.raster, triaged.bilevel)),
      proposed: base64(await encodePng(verified.raster, verified.bilevel)),
      seen: seenOf(verified.raster),
    }
    yield Buffer.from(`${JSON.stringify(held)}\n`)
  }
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
