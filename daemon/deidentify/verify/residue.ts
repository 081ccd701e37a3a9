/**
 * Ink that the gate's first look could not read, looked at again: enlarged, inverted, in the other directions, and along
 * whatever angle its lines have. On a page whose releases were all read upright there is next to none.
 */
import { type Box, boundsOf, invert, quadOf } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { padded } from '../ink/boxes.ts'
import { sketchOf } from '../ink/sketch.ts'
import { skewOf } from '../ink/skew.ts'
import { boxOf, type Components, cellsToPage, clustersOf, eachRun, type Ink, inkOf } from '../ink.ts'
import { crop, type Resampled, rotate, scale, whiteRaster } from '../resample.ts'
import { type Look, mapped, type Reader, through } from './look.ts'
import { contrasted, type Sheet, type Sketch } from './question.ts'
import { lookAtStack } from './stack.ts'

/** A word read below this has not accounted for its ink: scraps of tilted lines are read as short words at 0.7. */
const sure = 0.75
/** What stands this near is looked at as well: it may be of the same words. Inches. */
const marginIn = 0.2
/** At most this many parts of a page are looked at again; with more, neighbours are joined. */
const mostParts = 6
const fewestMarks = 3
/** Lines are enlarged until their letters are this tall. Pixels. */
const letterPx = 26
/** Of 10 point print, so that the reader is told a resolution that fits. */
const lettersPerInch = 10

type Part = {
  readonly box: Box
  readonly marks: readonly Box[]
  readonly dark: boolean
  /** Of the unread marks alone, clockwise. */
  readonly degrees: number
}

/** Rounds over what is left unread: as it stands, then on either side, then on its head. */
export const lookAgain = async (
  { raster, dpi }: Sheet,
  sketch: Sketch,
  first: Look,
  reader: Reader,
): Promise<Look[]> => {
  const looks: Look[] = []
  let views = partsOf(sketch, first).flatMap(part => viewsOf(raster, part, dpi))
  for (const turns of [0, 1, 3, 2] as const) {
    if (views.length === 0) break
    const images = views.map(view => view.image)
    const look = await lookAtStack(images, turns, letterPx * lettersPerInch, reader)
    looks.push(look)
    views = views.filter(view => !isRead(look, view.marks))
  }
  return looks
}

const partsOf = (sketch: Sketch, first: Look): Part[] => {
  const { ink, dpi } = sketch
  const read = first.filter(word => word.confidence >= sure).map(word => word.box)
  const marks = [...ink.kinds.keys()].filter(i => {
    const kind = ink.kinds[i]
    if (kind !== 'letter' && kind !== 'drawing') return false
    const onSheet = toSheet(sketch, boxOf(ink.marks, i))
    return !read.some(box => centreIn(onSheet, box))
  })
  for (let cellPx = Math.max(2, Math.round(0.12 * dpi)); ; cellPx *= 2) {
    const parts = partsAt(sketch, marks, cellPx)
    if (parts.length <= mostParts) return parts
  }
}

const toSheet = (sketch: Sketch, box: Box): Box => boundsOf(mapped(sketch.toSheet, quadOf(box)))

const partsAt = (sketch: Sketch, marks: readonly number[], cellPx: number): Part[] => {
  const { ink, dpi } = sketch
  const clusters = clustersOf(ink.marks, marks, ink.bitmap, cellPx)
  return [...Array(clusters.count).keys()].flatMap(i => {
    const box = cellsToPage(boxOf(clusters, i), cellPx, ink.bitmap)
    const own = marks.filter(mark => centreIn(boxOf(ink.marks, mark), box))
    const dark = own.some(mark => ink.kinds[mark] === 'drawing')
    if (own.length < fewestMarks && !dark) return []
    const degrees = own.length >= 6 ? angleOf(ink, own, box, dpi) : 0
    const boxes = own.map(mark => toSheet(sketch, boxOf(ink.marks, mark)))
    return [{ box: toSheet(sketch, box), marks: boxes, dark, degrees }]
  })
}

const centreIn = (mark: Box, box: Box): boolean => {
  const [x, y] = [(mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2]
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom
}

/** Most of the part's marks lie in words of three letters or more, read surely. */
const isRead = (look: Look, marks: readonly Box[]): boolean => {
  const words = look.filter(({ text, confidence }) => confidence >= 0.7 && text.length >= 3)
  return marks.filter(mark => words.some(word => centreIn(mark, word.box))).length >= 0.6 * marks.length
}

const enlarged = (image: Resampled, marks: readonly Box[]): Resampled => {
  const heights = marks.map(({ top, bottom, left, right }) => Math.min(bottom - top, right - left))
  const usual = Math.max(1, heights.sort((a, b) => a - b)[heights.length >> 1] ?? letterPx)
  const grow = Math.min(4, Math.max(0.5, letterPx / usual))
  return through(image, raster =>
    scale(raster, Math.ceil(raster.widthPx * grow), Math.ceil(raster.heightPx * grow)),
  )
}

type View = { readonly image: Resampled; readonly marks: readonly Box[] }

/** The part as it is, inverted where it is dark, and straightened where its lines run at an angle. */
const viewsOf = (raster: GrayRaster, part: Part, dpi: number): View[] => {
  const cut = crop(raster, padded(part.box, marginIn * dpi, marginIn * dpi))
  const image = { ...cut, raster: contrasted(cut.raster) }
  const views: View[] = [{ image, marks: part.marks }]
  if (part.dark) {
    const { raster: light, marks } = lettersOf(inverted(image.raster), dpi)
    const back = invert(image.transform)
    const onPage = marks.map(box => boundsOf(mapped(back, quadOf(box))))
    views.push({ image: { ...image, raster: light }, marks: onPage })
  }
  if (Math.abs(part.degrees) > 3) {
    views.push({ image: through(image, from => rotate(from, -part.degrees)), marks: part.marks })
  }
  return views.map(({ image: one, marks }) => ({ image: enlarged(one, marks), marks }))
}

const inverted = ({ widthPx, heightPx, pixels }: GrayRaster): GrayRaster => ({
  widthPx,
  heightPx,
  pixels: Uint8Array.from(pixels, value => 255 - value),
})

/** The letters alone: what was paper around a dark area would stand about them as a black frame. */
const lettersOf = (raster: GrayRaster, dpi: number): { raster: GrayRaster; marks: Box[] } => {
  const { marks, kinds } = inkOf(raster, false, dpi)
  const letters = [...kinds.keys()].filter(i => kinds[i] === 'letter' || kinds[i] === 'speck')
  const only = drawn(marks, letters, { left: 0, top: 0, right: raster.widthPx, bottom: raster.heightPx })
  return { raster: only, marks: letters.filter(i => kinds[i] === 'letter').map(i => boxOf(marks, i)) }
}

/** The chosen components alone, black on white. */
const drawn = (
  marks: Components,
  chosen: readonly number[],
  { left, top, right, bottom }: Box,
): GrayRaster => {
  const only = whiteRaster(right - left, bottom - top)
  for (const i of chosen) {
    eachRun(marks, i, (y, start, end) => {
      const [from, to] = [Math.max(start, left), Math.min(end, right)]
      if (y < top || y >= bottom || from >= to) return
      only.pixels.fill(0, (y - top) * only.widthPx + from - left, (y - top) * only.widthPx + to - left)
    })
  }
  return only
}

const angleOf = (ink: Ink, chosen: readonly number[], box: Box, dpi: number): number => {
  const sketch = sketchOf(drawn(ink.marks, chosen, box), dpi)
  if (sketch.marks.length < 3) return 0
  const { degrees, sharpness } = skewOf(sketch, 'rows', 45)
  return sharpness > 1.5 ? degrees : 0
}
