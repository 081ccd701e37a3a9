/**
 * The gate: attacks the page that is about to leave, as somebody who has only that page would, and searches finished files
 * for anything but pixels. It knows nothing of the first reading but the values that must not be found again. Any hit
 * holds the document for a person; an error of the reader is an error of the page (fail closed).
 */
import { type Box, boundsOf, invert, type Quad, quadOf } from '../model/geometry.ts'
import type { Finding } from '../model/identifier.ts'
import { type GateHit, type Page, pageAt } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'
import { padded } from './ink/boxes.ts'
import { barcodeLikeOf, type Ink, inkOf, isDense, symbolsOf } from './ink.ts'
import { crop, scale } from './resample.ts'
import { lookAt, mapped, type Reader } from './verify/look.ts'
import { pdfIsBare } from './verify/pdf.ts'
import { pngIsBare } from './verify/png.ts'
import { lookAgain } from './verify/residue.ts'
import { type GateThresholds, hitsIn } from './verify/spans.ts'

export type { GateThresholds } from './verify/spans.ts'

/** What the gate needs of a barcode finder. */
export type BarcodeFinder = {
  find(raster: GrayRaster): Promise<readonly { readonly quad: Quad; readonly payload: string | null }[]>
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
  const left = withoutFills(raster, fills)
  const around = inkBounds(left)
  const hits = around === null ? [] : await hitsAround(left, around, page, fills, attack, thresholds)
  return pageAt('verified', { ...page, hits: apart([...broken(raster, fills), ...hits]) })
}

/** Everything that reads or searches, on the part of the page that has ink left. */
const hitsAround = async (
  left: GrayRaster,
  around: Box,
  { bilevel, dpi }: Page<'masked'>,
  fills: readonly Box[],
  attack: Attack,
  thresholds: GateThresholds,
): Promise<GateHit[]> => {
  const { raster, transform } = crop(left, padded(around, marginIn * dpi, marginIn * dpi))
  const ink = inkOf(raster, bilevel, dpi)
  const texts = ink.kinds.some(kind => kind === 'letter' || kind === 'drawing')
  const fillsHere = fills.map(box => boundsOf(mapped(transform, quadOf(box))))
  const hits = [
    ...(await barcodeHits(raster, ink, dpi, attack.barcodes)),
    ...(texts ? await textHits(raster, ink, dpi, fillsHere, attack, thresholds) : []),
  ]
  const back = invert(transform)
  return hits.map(({ reason, quad }) => ({ reason, quad: quad && mapped(back, quad) }))
}

/** The smallest box around everything that is not white; null on a white page. */
const inkBounds = ({ widthPx, heightPx, pixels }: GrayRaster): Box | null => {
  let [left, top, right, bottom] = [widthPx, heightPx, 0, 0]
  for (let y = 0; y < heightPx; y++) {
    const row = y * widthPx
    let first = 0
    while (first < widthPx && pixels[row + first] === 255) first++
    if (first === widthPx) continue
    let last = widthPx - 1
    while (pixels[row + last] === 255) last--
    left = Math.min(left, first)
    right = Math.max(right, last + 1)
    top = Math.min(top, y)
    bottom = y + 1
  }
  return right > left ? { left, top, right, bottom } : null
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

/** With more dense regions than this, the whole page is searched at once. */
const mostRegions = 8
const quietZoneIn = 0.15

const barcodeHits = async (
  raster: GrayRaster,
  ink: Ink,
  dpi: number,
  finder: BarcodeFinder,
): Promise<GateHit[]> => {
  const regions = symbolsOf(ink, dpi)
  const searched = regions.length > mostRegions ? [whole(raster)] : regions
  const quads: Quad[] = barcodeLikeOf(ink, dpi).map(quadOf)
  for (const region of searched) {
    const part = crop(raster, padded(region, quietZoneIn * dpi, quietZoneIn * dpi))
    const back = invert(part.transform)
    for (const { quad, payload } of await finder.find(part.raster)) {
      const onPage = mapped(back, quad)
      if (payload !== null || isDense(ink, boundsOf(onPage))) quads.push(onPage)
    }
  }
  return quads.map(quad => ({ reason: 'gate-barcode', quad }))
}

const whole = ({ widthPx, heightPx }: GrayRaster): Box => ({
  left: 0,
  top: 0,
  right: widthPx,
  bottom: heightPx,
})

/** Half the scale of a fine scan, three quarters of a fax's: coarse enough to cost less, fine enough to read 7 points. */
const gateScale = (dpi: number): number => (dpi >= 280 ? 0.5 : 0.75)
const marginIn = 0.1

const textHits = async (
  raster: GrayRaster,
  ink: Ink,
  dpi: number,
  fills: readonly Box[],
  attack: Attack,
  thresholds: GateThresholds,
): Promise<GateHit[]> => {
  const ratio = gateScale(dpi)
  const [widthPx, heightPx] = [raster.widthPx, raster.heightPx].map(side =>
    Math.max(1, Math.round(side * ratio)),
  )
  const view = scale(raster, widthPx ?? 1, heightPx ?? 1)
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
