/**
 * The gate: attacks the page that is about to leave, as somebody who has only that page would, and searches finished files
 * for anything but pixels. It knows nothing of the first reading but the values that must not be found again. Any hit
 * holds the document for a person; an error of the reader is an error of the page (fail closed).
 */
import { type Box, boundsOf, quadOf } from '../model/geometry.ts'
import type { Finding } from '../model/identifier.ts'
import { type GateHit, type Page, pageAt } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'
import { unionOf } from './ink/boxes.ts'
import { barcodeLikeOf, boxOf, type Ink, inkOf, isDense } from './ink.ts'
import { crop, scale } from './resample.ts'
import { lookAt, type Reader, through } from './verify/look.ts'
import { pdfIsBare } from './verify/pdf.ts'
import { pngIsBare } from './verify/png.ts'
import { lookAgain } from './verify/residue.ts'
import { type GateThresholds, hitsIn } from './verify/spans.ts'

export type { GateThresholds } from './verify/spans.ts'

/** What the gate needs of a barcode finder. */
export type BarcodeFinder = {
  find(
    raster: GrayRaster,
  ): Promise<readonly { readonly quad: GateHit['quad'] & {}; readonly payload: string | null }[]>
}

export type Attack = {
  readonly reader: Reader
  readonly barcodes: BarcodeFinder
  readonly findSpans: (text: string) => readonly Finding[]
  /** Identifiers found anywhere in the document, as normalised text. */
  readonly knownValues: readonly string[]
  /** Ordinary words are no names, whatever they stand beside. Without it, every name found counts. */
  readonly isKnownSafe?: (word: string, before: string, after: string) => boolean
}

export const gateThresholds: GateThresholds = {
  minWordConfidence: 0.3,
  minShapeScore: 0.6,
  minNameScore: 0.8,
}

export const verify = async (
  page: Page<'masked'>,
  attack: Attack,
  thresholds: GateThresholds = gateThresholds,
): Promise<Page<'verified'>> => {
  const { widthPx, heightPx, pixels } = page.raster
  const raster = { widthPx, heightPx, pixels }
  const fills = page.masked.map(({ quad }) => boundsOf(quad))
  const hits: GateHit[] = broken(raster, fills)
  const left = withoutFills(raster, fills)
  const ink = inkOf(left, page.bilevel, page.dpi)
  const texts = [...ink.kinds.keys()].filter(i => ink.kinds[i] === 'letter' || ink.kinds[i] === 'drawing')
  if (texts.length > 0 || ink.rules.some(rules => rules.count > 0)) {
    hits.push(...(await barcodeHits(left, ink, page.dpi, attack.barcodes)))
  }
  if (texts.length > 0) hits.push(...(await textHits(left, ink, texts, page.dpi, fills, attack, thresholds)))
  return pageAt('verified', { ...page, hits: apart(hits) })
}

/** Searches a finished file for metadata, hidden text and trailing bytes: anything that a bare picture has not. */
export const verifyFile = (bytes: Uint8Array, kind: 'png' | 'pdf'): GateHit[] =>
  (kind === 'png' ? pngIsBare(bytes) : pdfIsBare(bytes)) ? [] : [{ reason: 'gate-metadata', quad: null }]

/** Masked regions that are not black all over. */
const broken = ({ widthPx, heightPx, pixels }: GrayRaster, fills: readonly Box[]): GateHit[] =>
  fills
    .filter(({ left, top, right, bottom }) => {
      const [from, to] = [Math.max(0, left), Math.min(widthPx, right)]
      for (let y = Math.max(0, top); y < Math.min(heightPx, bottom); y++) {
        for (let at = y * widthPx + from; at < y * widthPx + to; at++) if (pixels[at] !== 0) return true
      }
      return false
    })
    .map(box => ({ reason: 'gate-identifier', quad: quadOf(box) }))

const withoutFills = (raster: GrayRaster, fills: readonly Box[]): GrayRaster => {
  const { widthPx, heightPx } = raster
  const pixels = new Uint8Array(raster.pixels)
  for (const { left, top, right, bottom } of fills) {
    const [from, to] = [Math.max(0, left), Math.min(widthPx, right)]
    if (to <= from) continue
    for (let y = Math.max(0, top); y < Math.min(heightPx, bottom); y++) {
      pixels.fill(255, y * widthPx + from, y * widthPx + to)
    }
  }
  return { widthPx, heightPx, pixels }
}

const barcodeHits = async (
  raster: GrayRaster,
  ink: Ink,
  dpi: number,
  finder: BarcodeFinder,
): Promise<GateHit[]> => {
  const found = await finder.find(raster)
  const alike = barcodeLikeOf(ink, dpi).map(quadOf)
  const certain = found.filter(({ quad, payload }) => payload !== null || isDense(ink, boundsOf(quad)))
  return [...certain.map(({ quad }) => quad), ...alike].map(quad => ({ reason: 'gate-barcode', quad }))
}

/** Half the scale of a fine scan, three quarters of a fax's: coarse enough to cost less, fine enough to read 7 points. */
const gateScale = (dpi: number): number => (dpi >= 280 ? 0.5 : 0.75)
const marginIn = 0.1

const textHits = async (
  raster: GrayRaster,
  ink: Ink,
  texts: readonly number[],
  dpi: number,
  fills: readonly Box[],
  attack: Attack,
  thresholds: GateThresholds,
): Promise<GateHit[]> => {
  const around = unionOf(texts.map(i => boxOf(ink.marks, i)))
  const margin = marginIn * dpi
  const box = {
    left: around.left - margin,
    top: around.top - margin,
    right: around.right + margin,
    bottom: around.bottom + margin,
  }
  const ratio = gateScale(dpi)
  const view = through(crop(raster, box), from =>
    scale(
      from,
      Math.max(1, Math.round(from.widthPx * ratio)),
      Math.max(1, Math.round(from.heightPx * ratio)),
    ),
  )
  const first = await lookAt(view.raster, view.transform, dpi * ratio, attack.reader)
  const looks = [first, ...(await lookAgain(raster, ink, dpi, first, attack.reader))]
  const suspicions = { isKnownSafe: () => false, ...attack }
  return looks.flatMap(look => hitsIn(look, fills, suspicions, thresholds))
}

/** Two looks that hit the same place are one hit. */
const apart = (hits: readonly GateHit[]): GateHit[] => {
  const seen = new Set<string>()
  return hits.filter(({ reason, quad }) => {
    const [a] = quad ?? []
    const key = `${reason} ${a ? `${Math.round(a.x / 8)} ${Math.round(a.y / 8)}` : ''}`
    return !seen.has(key) && seen.add(key)
  })
}
