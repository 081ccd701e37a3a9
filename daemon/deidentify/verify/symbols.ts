/** Barcodes that are still there: those that decode, and what looks like one. Only dense places are searched. */
import { type Box, boundsOf, invert, type Quad, quadOf } from '../../model/geometry.ts'
import type { GateHit } from '../../model/page.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { padded } from '../ink/boxes.ts'
import { barcodeLikeOf, inkOf, isDense } from '../ink.ts'
import { crop } from '../resample.ts'
import { mapped } from './look.ts'
import type { Sheet } from './question.ts'

/** What the gate needs of a barcode finder. */
export type BarcodeFinder = {
  find(raster: GrayRaster): Promise<readonly { readonly quad: Quad; readonly payload: string | null }[]>
}

/** With more dense regions than this, the whole page is searched at once. */
const mostRegions = 8
const quietZoneIn = 0.15

/** @param regions dense places of the page, in its pixels */
export const barcodeHits = async (
  { raster: page, dpi }: Sheet,
  regions: readonly Box[],
  finder: BarcodeFinder,
): Promise<GateHit[]> => {
  const searched = regions.length > mostRegions ? [whole(page)] : regions
  const quads: Quad[] = []
  for (const region of searched) {
    const part = crop(page, padded(region, quietZoneIn * dpi, quietZoneIn * dpi))
    const ink = inkOf(part.raster, true, dpi)
    const found = (await finder.find(part.raster))
      .filter(({ quad, payload }) => payload !== null || isDense(ink, boundsOf(quad)))
      .map(({ quad }) => quad)
    const back = invert(part.transform)
    quads.push(...[...barcodeLikeOf(ink, dpi).map(quadOf), ...found].map(quad => mapped(back, quad)))
  }
  return quads.map(quad => ({ reason: 'gate-barcode', quad }))
}

const whole = ({ widthPx, heightPx }: GrayRaster): Box => ({
  left: 0,
  top: 0,
  right: widthPx,
  bottom: heightPx,
})
