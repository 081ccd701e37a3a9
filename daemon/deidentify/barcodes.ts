/**
 * Finds the barcodes of a page: those that decode, those whose check fails, and regions that look like bars and never
 * decode, which must be masked as well. A region that did not decode is tried again larger, and larger in black and
 * white. Payloads are PHI: they go into the page and nowhere else.
 */
import { Deferred } from '../errors.ts'
import { applyTo, type Box, boundsOf, invert, overlaps, type Quad } from '../model/geometry.ts'
import { type Barcode, type Page, pageAt } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'
import { coverOf } from './barcodes/cover.ts'
import { barRegions } from './barcodes/texture.ts'
import { binarise } from './ink/binarise.ts'
import { crop, scale } from './resample.ts'

/** What this stage needs of a finder. */
export type BarcodeFinder = { find(raster: GrayRaster): Promise<readonly Barcode[]> }

/** `symbology` of a region that looks like a barcode and does not decode. */
export const unknownSymbology = 'unknown'

const mostRetries = 12
/** Room around a region for its quiet zone. Inches. */
const marginIn = 0.15

/** @throws Deferred when the finder is being closed; what else it throws holds the page. */
export const findBarcodes = async (
  page: Page<'oriented'>,
  finder: BarcodeFinder,
): Promise<Page<'barcoded'>> => {
  const find = saneFinder(finder)
  const first = joined(await find(page.raster), page)
  const undecoded = first.filter(({ payload }) => payload === null)
  const again: Barcode[] = []
  for (const one of undecoded.slice(0, mostRetries)) again.push(...(await tryAgain(one, page, find)))
  const decoded = distinct([...first.filter(({ payload }) => payload !== null), ...again])
  // What lay undecoded stays: its region may reach further than what was decoded in it.
  return pageAt('barcoded', { ...page, barcodes: [...decoded, ...undecoded] })
}

type Find = (raster: GrayRaster) => Promise<Barcode[]>

const saneFinder =
  (finder: BarcodeFinder): Find =>
  async raster => {
    const untrustedBarcodes = await finder.find(raster).catch((thrown: unknown) => {
      const isClosed =
        typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'closed'
      throw isClosed ? new Deferred('stopping') : thrown
    })
    return untrustedBarcodes.flatMap(one => saneBarcode(one, raster))
  }

/** None where no corner is a number or nothing lies on the page. */
const saneBarcode = ({ quad, symbology, payload }: Barcode, { widthPx, heightPx }: GrayRaster): Barcode[] => {
  if (!quad.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return []
  const [a, b, c, d] = quad.map(({ x, y }) => ({
    x: Math.min(widthPx, Math.max(0, x)),
    y: Math.min(heightPx, Math.max(0, y)),
  })) as [Quad[0], Quad[1], Quad[2], Quad[3]]
  const { left, top, right, bottom } = boundsOf([a, b, c, d])
  return left < right && top < bottom ? [{ quad: [a, b, c, d], symbology, payload }] : []
}

/** What was found, each linear symbol drawn out to the bars it stands in, and the bars in which nothing was found. */
const joined = (found: readonly Barcode[], { raster, dpi }: Page<'oriented'>): Barcode[] => {
  const left = new Set(found)
  const regions = barRegions(raster, dpi).map((region): Barcode[] => {
    const within = [...left].filter(({ quad }) => overlaps(boundsOf(quad), boundsOf(region.quad)))
    for (const one of within) left.delete(one)
    if (within.length === 0) return [{ quad: region.quad, symbology: unknownSymbology, payload: null }]
    return within.map(one => ({ ...one, quad: coverOf(region, one.quad) }))
  })
  return [...regions.flat(), ...left]
}

const tryAgain = async (one: Barcode, { raster, dpi }: Page<'oriented'>, find: Find): Promise<Barcode[]> => {
  const cut = crop(raster, grown(boundsOf(one.quad), marginIn * dpi))
  const { widthPx, heightPx } = cut.raster
  const large = scale(cut.raster, widthPx * 2, heightPx * 2)
  for (const shown of [large.raster, blackAndWhite(large.raster, dpi * 2)]) {
    const decoded = (await find(shown)).filter(({ payload }) => payload !== null)
    if (decoded.length === 0) continue
    const toCut = invert(large.transform)
    const toPage = invert(cut.transform)
    return decoded.map(barcode => ({
      ...barcode,
      quad: barcode.quad.map(point => applyTo(toPage, applyTo(toCut, point))) as unknown as Quad,
    }))
  }
  return []
}

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
})

/** By a threshold that follows the paper, as it lies under a shadow. */
const blackAndWhite = (raster: GrayRaster, dpi: number): GrayRaster => {
  const { bits } = binarise(raster, false, dpi).bitmap
  return { ...raster, pixels: bits.map(bit => (bit === 1 ? 0 : 255)) }
}

/** One of those that say the same in the same place. */
const distinct = (barcodes: readonly Barcode[]): Barcode[] =>
  barcodes.filter(
    (one, i) =>
      !barcodes
        .slice(0, i)
        .some(
          other =>
            other.payload === one.payload &&
            other.symbology === one.symbology &&
            overlaps(boundsOf(other.quad), boundsOf(one.quad)),
        ),
  )
