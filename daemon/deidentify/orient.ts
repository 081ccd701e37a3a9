/**
 * Turns a page the way people read it: specks off, square pixels of at most 420 an inch, upright, straight. A page that is
 * so already keeps its pixels untouched. Sees text only through the reader's confidence, and keeps none of it.
 */
import { type Affine, compose, identity } from '../model/geometry.ts'
import { type Page, pageAt } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'
import { despeckle } from './clean.ts'
import { type Sketch, sketchOf } from './ink/sketch.ts'
import { maxSkewDegrees, type Skew, skewOf } from './ink/skew.ts'
import { textBands } from './orient/bands.ts'
import { certaintyOf, directionOf, type Reader } from './orient/direction.ts'
import { bilevelOf, type QuarterTurns, rotate, scale, turn } from './resample.ts'

export type { Reader } from './orient/direction.ts'

/** With fewer marks than this there is no text whose direction could be wrong. */
const fewestMarks = 8
/** Lines are taken to run along an axis when it is sharper than the other by this factor. */
const clearAxis = 1.6
const straightDegrees = 0.1
/** More marks than this that form lines in no direction are noise: nothing of it is read. Print reaches 10 and more. */
const mostScatter = 1500
const faintLines = 2

type Stance = { readonly turns: QuarterTurns; readonly degrees: number; readonly confidence: number }

export const orient = async (
  page: Page<'stripped'>,
  ports: { readonly reader: Reader },
): Promise<Page<'oriented'>> => {
  const fit = page.xDpi > mostDpi || page.yDpi > mostDpi ? coarser(page) : { ...page, transform: identity }
  const cleaned = despeckle(fit.raster, page.bilevel && fit.raster === page.raster, fit.xDpi, fit.yDpi)
  const square = squarePixels(cleaned, fit.xDpi, fit.yDpi)
  const stance = await stanceOf(square.raster, square.dpi, ports.reader)
  const stood = stand(square.raster, stance)
  return pageAt('oriented', {
    number: page.number,
    bilevel: page.bilevel,
    raster: page.bilevel && stood.raster !== page.raster ? bilevelOf(stood.raster) : stood.raster,
    dpi: square.dpi,
    transform: compose(compose(fit.transform, square.transform), stood.transform),
    orientationConfidence: stance.confidence,
    sentDpi: Math.min(page.xDpi, page.yDpi),
  })
}

/** Finer than any fax and most scans: such a page costs every stage more and shows no reader more. */
const mostDpi = 420
const usualDpi = 300

const coarser = ({ raster, xDpi, yDpi }: Page<'stripped'>) => {
  const widthPx = Math.max(1, Math.round((raster.widthPx * usualDpi) / xDpi))
  const heightPx = Math.max(1, Math.round((raster.heightPx * usualDpi) / yDpi))
  return { ...scale(raster, widthPx, heightPx), xDpi: usualDpi, yDpi: usualDpi }
}

/** Stretches the coarser axis to the finer one's resolution (fax standard: 204 × 98 to 204 × 204). */
const squarePixels = (raster: GrayRaster, xDpi: number, yDpi: number) => {
  const dpi = Math.max(xDpi, yDpi)
  if (Math.abs(xDpi - yDpi) < 0.01 * dpi) return { raster, transform: identity, dpi }
  const widthPx = Math.max(1, Math.round((raster.widthPx * dpi) / xDpi))
  const heightPx = Math.max(1, Math.round((raster.heightPx * dpi) / yDpi))
  return { ...scale(raster, widthPx, heightPx), dpi }
}

const stanceOf = async (raster: GrayRaster, dpi: number, reader: Reader): Promise<Stance> => {
  const sketch = sketchOf(raster, dpi)
  if (sketch.marks.length < fewestMarks) return { turns: 0, degrees: 0, confidence: 1 }
  const [rows, columns] = [skewOf(sketch, 'rows'), skewOf(sketch, 'columns')]
  if (sketch.marks.length > mostScatter && Math.max(rows.sharpness, columns.sharpness) < faintLines)
    return { turns: 0, degrees: 0, confidence: 0 }
  const across = () => along(raster, dpi, sketch, rows, 0, reader)
  const down = () => along(raster, dpi, sketch, columns, 1, reader)
  if (rows.sharpness >= clearAxis * columns.sharpness) return across()
  if (columns.sharpness >= clearAxis * rows.sharpness) return down()
  const [first, second] = [await across(), await down()]
  const [better, worse] = second.confidence > first.confidence ? [second, first] : [first, second]
  return { ...better, confidence: better.confidence * (1 - worse.confidence) }
}

/** The stance for lines along one axis, its half turn decided by the reader. */
const along = async (
  raster: GrayRaster,
  dpi: number,
  sketch: Sketch,
  skew: Skew,
  turns: 0 | 1,
  reader: Reader,
): Promise<Stance> => {
  const degrees = trusted(skew) ? skew.degrees : 0
  const bands = textBands(raster, dpi, sketch, turns, degrees)
  const direction = await directionOf(bands, Math.min(dpi, 200), reader)
  const half = direction.reversed > direction.upright ? 2 : 0
  return { turns: ((turns + half) % 4) as QuarterTurns, degrees, confidence: certaintyOf(direction) }
}

/** An angle at the end of the range, or no sharper than chance, says nothing. */
const trusted = ({ degrees, sharpness }: Skew): boolean =>
  sharpness > 2 && Math.abs(degrees) > straightDegrees && Math.abs(degrees) < maxSkewDegrees - 0.5

const stand = (raster: GrayRaster, { turns, degrees }: Stance): { raster: GrayRaster; transform: Affine } => {
  const turned = turns === 0 ? { raster, transform: identity } : turn(raster, turns)
  if (degrees === 0) return turned
  const straight = rotate(turned.raster, -degrees)
  return { raster: straight.raster, transform: compose(turned.transform, straight.transform) }
}
