/** Where on a page a few lines of dense text stand: enough to ask a reader which way is up, without reading it all. */
import type { Box } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { unionOf } from '../ink/boxes.ts'
import type { Sketch } from '../ink/sketch.ts'
import { crop, type QuarterTurns, rotate, scale, turn } from '../resample.ts'

type Band = { readonly top: number; readonly bottom: number; readonly marks: readonly Box[] }

/** A band is read once it holds this many marks, or is this tall (inches). */
const enoughMarks = 45
const tallestIn = 1
const marginIn = 0.08
const readDpi = 200

/**
 * Strips of the page with the most text, straightened and upright up to a half turn, at no more than 200 dpi.
 * @param turns clockwise quarter turns (0 or 1) that make the lines run across.
 * @param degrees by which the lines are turned clockwise after that.
 */
export const textBands = (
  raster: GrayRaster,
  dpi: number,
  sketch: Sketch,
  turns: QuarterTurns,
  degrees: number,
): (() => GrayRaster)[] => {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const marks = sketch.marks.map(box => level(turnBox(box, sketch.heightPx, turns), slope))
  return bandsOf(marks, dpi * sketch.ratio)
    .toSorted((a, b) => b.marks.length - a.marks.length)
    .slice(0, 3)
    .map(band => () => cutOut(raster, dpi, band, sketch.ratio, turns, degrees))
}

const turnBox = ({ left, top, right, bottom }: Box, heightPx: number, turns: QuarterTurns): Box =>
  turns === 0
    ? { left, top, right, bottom }
    : { left: heightPx - bottom, top: left, right: heightPx - top, bottom: right }

/** Moves a mark up or down as straightening about x = 0 would. */
const level = ({ left, top, right, bottom }: Box, slope: number): Box => {
  const shift = ((left + right) / 2) * slope
  return { left, right, top: top - shift, bottom: bottom - shift }
}

const bandsOf = (marks: readonly Box[], dpi: number): Band[] => {
  const bands: Band[] = []
  let open: Box[] = []
  let [top, bottom] = [0, Number.NEGATIVE_INFINITY]
  const close = () => {
    if (open.length > 0) bands.push({ top, bottom, marks: open })
    open = []
  }
  for (const mark of marks.toSorted((a, b) => a.top - b.top)) {
    const apart = mark.top > bottom
    const full = open.length >= enoughMarks || bottom - top > tallestIn * dpi * 0.7
    if ((apart && full) || bottom - top > tallestIn * dpi) close()
    if (open.length === 0) [top, bottom] = [mark.top, mark.bottom]
    open.push(mark)
    bottom = Math.max(bottom, mark.bottom)
  }
  close()
  return bands
}

/** The band from the page itself: a crop in the page as it came, then turned, straightened, cropped and reduced. */
const cutOut = (
  raster: GrayRaster,
  dpi: number,
  band: Band,
  ratio: number,
  turns: QuarterTurns,
  degrees: number,
): GrayRaster => {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const margin = marginIn * dpi
  const marks = unionOf(band.marks)
  const [left, right] = [marks.left / ratio - margin, marks.right / ratio + margin]
  const [topLeft, topRight] = [band.top / ratio + left * slope, band.top / ratio + right * slope]
  const height = (band.bottom - band.top) / ratio
  const wanted = {
    left,
    right,
    top: Math.min(topLeft, topRight) - margin,
    bottom: Math.max(topLeft, topRight) + height + margin,
  }
  const part = turnedCrop(raster, wanted, turns)
  const straight =
    Math.abs(degrees) < 0.5 ? part : middleOf(rotate(part, -degrees).raster, height + 2 * margin)
  const reduce = Math.min(1, readDpi / dpi)
  if (reduce === 1) return straight
  return scale(straight, Math.ceil(straight.widthPx * reduce), Math.ceil(straight.heightPx * reduce)).raster
}

/** @param box in the turned page. */
const turnedCrop = (raster: GrayRaster, box: Box, turns: QuarterTurns): GrayRaster => {
  if (turns === 0) return crop(raster, box).raster
  const { left, top, right, bottom } = box
  const before = { left: top, top: raster.heightPx - right, right: bottom, bottom: raster.heightPx - left }
  return turn(crop(raster, before).raster, 1).raster
}

const middleOf = (raster: GrayRaster, heightPx: number): GrayRaster => {
  const top = Math.max(0, (raster.heightPx - heightPx) / 2)
  return crop(raster, { left: 0, top, right: raster.widthPx, bottom: top + heightPx }).raster
}
