/**
 * The page as the gate looks at it: without the ink that is in no question, in high contrast, since what is faint on a page
 * is as easily read by a person, and at half the scale of a fine scan.
 */
import { type Affine, type Box, compose, invert } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { padded } from '../ink/boxes.ts'
import { type Ink, inkOf } from '../ink.ts'
import { crop } from '../resample.ts'

/** By so much further from white than it is everything becomes. */
const contrast = 2.5
const darker = Uint8Array.from({ length: 256 }, (_, level) => Math.max(0, 255 - contrast * (255 - level)))

/** A page of which some ink is in question, and only that ink. */
export type Sheet = { readonly raster: GrayRaster; readonly dpi: number }

/** The part of a sheet that has ink, as the gate looks at it first. */
export type Sketch = Sheet & {
  readonly ink: Ink
  readonly toSketch: Affine
  readonly toSheet: Affine
}

/** Finer pages are looked at in halves. */
const fineDpi = 280
const marginIn = 0.1

/** Null where nothing is left to look at. */
export const sketched = (sheet: Sheet): Sketch | null => {
  const around = inkBounds(sheet.raster)
  if (around === null) return null
  const margin = marginIn * sheet.dpi
  const part = crop(sheet.raster, padded(around, margin, margin))
  const isFine = sheet.dpi >= fineDpi
  const raster = contrasted(isFine ? halved(part.raster) : part.raster)
  const toSketch = compose(part.transform, scaling(isFine ? 0.5 : 1))
  const dpi = isFine ? sheet.dpi / 2 : sheet.dpi
  return { raster, dpi, ink: inkOf(raster, true, dpi), toSketch, toSheet: invert(toSketch) }
}

const scaling = (by: number): Affine => [
  [by, 0, 0],
  [0, by, 0],
]

export const blanked = (raster: GrayRaster, boxes: readonly Box[]): GrayRaster => {
  const { widthPx, heightPx } = raster
  const pixels = new Uint8Array(raster.pixels)
  for (const box of boxes) {
    const [left, right] = [Math.max(0, Math.floor(box.left)), Math.min(widthPx, Math.ceil(box.right))]
    if (right <= left) continue
    const bottom = Math.min(heightPx, Math.ceil(box.bottom))
    for (let y = Math.max(0, Math.floor(box.top)); y < bottom; y++) {
      pixels.fill(255, y * widthPx + left, y * widthPx + right)
    }
  }
  return { widthPx, heightPx, pixels }
}

/** In place. */
export const contrasted = ({ widthPx, heightPx, pixels }: GrayRaster): GrayRaster => {
  for (let at = 0; at < pixels.length; at++) pixels[at] = darker[pixels[at] as number] as number
  return { widthPx, heightPx, pixels }
}

/** The mean of each two by two pixels; an odd last row or column is taken twice. */
const halved = ({ widthPx: w, heightPx: h, pixels: from }: GrayRaster): GrayRaster => {
  const [widthPx, heightPx] = [Math.ceil(w / 2), Math.ceil(h / 2)]
  const pixels = new Uint8Array(widthPx * heightPx)
  for (let y = 0; y < heightPx; y++) {
    const upper = 2 * y * w
    const lower = Math.min(h - 1, 2 * y + 1) * w
    for (let x = 0, at = y * widthPx; x < widthPx; x++, at++) {
      const [left, right] = [2 * x, Math.min(w - 1, 2 * x + 1)]
      const sum =
        (from[upper + left] as number) +
        (from[upper + right] as number) +
        (from[lower + left] as number) +
        (from[lower + right] as number)
      pixels[at] = sum >> 2
    }
  }
  return { widthPx, heightPx, pixels }
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
