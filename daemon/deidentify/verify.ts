/**
 * The gate: attacks the page that is about to leave, as somebody who has only that page would, and searches finished files
 * for anything but pixels. Of the first reading it knows the values that must not be found again and the places that need
 * no second reading; all other ink is read in another way. A hit is masked by `second-look.ts` or holds the document for a person;
 * an error of the reader is an error of the page (fail closed).
 */
import { type Box, boundsOf, quadOf } from '../model/geometry.ts'
import type { Finding } from '../model/identifier.ts'
import { type GateHit, type Page, pageAt } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'
import { type GateThresholds, gateThresholds } from '../model/thresholds.ts'
import { symbolsOf } from './ink.ts'
import { bandsToRead, lookDpi } from './verify/bands.ts'
import { type Look, mapped, type Reader, type SeenWord } from './verify/look.ts'
import { pdfIsBare } from './verify/pdf.ts'
import { pngIsBare } from './verify/png.ts'
import { blanked, type Sheet, sketched } from './verify/question.ts'
import { lookAgain } from './verify/residue.ts'
import { hitsIn } from './verify/spans.ts'
import { lookAtStack } from './verify/stack.ts'
import { type BarcodeFinder, barcodeHits } from './verify/symbols.ts'

export type { BarcodeFinder } from './verify/symbols.ts'
export { trustedWords } from './verify/trusted.ts'

export type Attack = {
  readonly reader: Reader
  readonly barcodes: BarcodeFinder
  readonly findSpans: (text: string) => readonly Finding[]
  /** Identifiers found anywhere in the document, as normalised text. */
  readonly knownValues: readonly string[]
  /** Ordinary words are no names, whatever they stand beside. Without it, every name found counts. */
  readonly isKnownSafe?: (word: string, before: string, after: string) => boolean
  /** Places whose ink need not be read again (see `trustedWords`). Without it, all ink is. */
  readonly trusted?: readonly Box[]
}

export const verify = async (
  page: Page<'masked'>,
  attack: Attack,
  thresholds: GateThresholds = gateThresholds,
): Promise<Page<'verified'>> => {
  const fills = page.masked.map(({ quad }) => boundsOf(quad))
  const left = blanked(page.raster, [...fills, ...(attack.trusted ?? [])])
  const hits = [
    ...broken(page.raster, fills),
    ...(await hitsOn({ raster: left, dpi: page.dpi }, fills, attack, thresholds)),
  ]
  return pageAt('verified', { ...page, hits: apart(hits) })
}

/** Everything that reads or searches, on the ink in question. */
const hitsOn = async (
  sheet: Sheet,
  fills: readonly Box[],
  attack: Attack,
  thresholds: GateThresholds,
): Promise<GateHit[]> => {
  const sketch = sketched(sheet)
  if (sketch === null) return []
  const regions = symbolsOf(sketch.ink, sketch.dpi).map(box => boundsOf(mapped(sketch.toSheet, quadOf(box))))
  const barcodes = await barcodeHits(sheet, regions, attack.barcodes)
  const bands = bandsToRead(sketch)
  if (bands.length === 0) return barcodes
  const first: Look = await lookAtStack(bands, 0, lookDpi(sketch.dpi), attack.reader)
  const again = await lookAgain(sheet, sketch, first, attack.reader)
  const isClear = ({ confidence }: SeenWord) => confidence >= thresholds.minAgainConfidence
  const looks = [first, ...again.map(look => look.filter(isClear))]
  const suspicions = { isKnownSafe: () => false, ...attack }
  return [...barcodes, ...hitsIn(oneAfterAnother(looks), fills, suspicions, thresholds)]
}

/** One text, since searching costs by the text; lines of different looks stay apart. */
const oneAfterAnother = (looks: readonly Look[]): Look =>
  looks.flatMap((look, n) => look.map(word => ({ ...word, line: `${n}/${word.line}` })))

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

/** Two looks that hit the same place are one hit. */
const apart = (hits: readonly GateHit[]): GateHit[] => {
  const seen = new Set<string>()
  return hits.filter(({ reason, quad }) => {
    const [a] = quad ?? []
    const key = `${reason} ${a ? `${Math.round(a.x / 8)} ${Math.round(a.y / 8)}` : ''}`
    return !seen.has(key) && seen.add(key)
  })
}
