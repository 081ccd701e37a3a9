/**
 * Takes dust and line noise off a page: isolated specks smaller than a full stop of small print at the page's resolution.
 * A speck near other ink stays: it may be the dot of an i, a colon, a decimal point.
 */
import type { GrayRaster } from '../model/raster.ts'
import { type Binarised, binarise } from './ink/binarise.ts'
import { boxOf, type Components, componentsOf, eachRun } from './ink/components.ts'

/** A full stop of 7 point print is about 1/90 inch wide; scanning may take a third of that away. */
const speckPerInch = 150
/** Ink within this distance of a speck may belong to it. Inches. */
const nearIn = 0.06

/** @returns the same raster where there is nothing to take off. */
export const despeckle = (raster: GrayRaster, bilevel: boolean, xDpi: number, yDpi: number): GrayRaster => {
  const binarised = binarise(raster, bilevel, Math.max(xDpi, yDpi))
  const components = componentsOf(binarised.bitmap)
  const isSpeck = specksOf(components, xDpi, yDpi)
  const lonely = lonelyOf(components, isSpeck, raster, Math.ceil(nearIn * xDpi), Math.ceil(nearIn * yDpi))
  if (lonely.length === 0) return raster
  const cleaned = { ...raster, pixels: new Uint8Array(raster.pixels) }
  for (const i of lonely) erase(cleaned, components, i, bilevel ? 0 : 1, binarised.paperAt)
  return cleaned
}

const specksOf = (components: Components, xDpi: number, yDpi: number): Uint8Array => {
  const widest = Math.max(1, Math.round(xDpi / speckPerInch))
  const tallest = Math.max(1, Math.round(yDpi / speckPerInch))
  const isSpeck = new Uint8Array(components.count)
  for (let i = 0; i < components.count; i++) {
    const width = (components.right[i] as number) - (components.left[i] as number)
    const height = (components.bottom[i] as number) - (components.top[i] as number)
    isSpeck[i] = width <= widest && height <= tallest ? 1 : 0
  }
  return isSpeck
}

/** Specks with no other ink, save specks, in their own cell of the page or the eight around it. */
const lonelyOf = (
  components: Components,
  isSpeck: Uint8Array,
  { widthPx, heightPx }: GrayRaster,
  cellX: number,
  cellY: number,
): number[] => {
  const columns = Math.ceil(widthPx / cellX) + 2
  const inked = new Uint8Array(columns * (Math.ceil(heightPx / cellY) + 2))
  const cellAt = (x: number, y: number) => (Math.floor(y / cellY) + 1) * columns + Math.floor(x / cellX) + 1
  for (let i = 0; i < components.count; i++) {
    if (isSpeck[i] === 1) continue
    eachRun(components, i, (y, start, end) => inked.fill(1, cellAt(start, y), cellAt(end - 1, y) + 1))
  }
  const lonely: number[] = []
  for (let i = 0; i < components.count; i++) {
    if (isSpeck[i] === 0) continue
    const at = cellAt(components.left[i] as number, components.top[i] as number)
    const near = [-columns, 0, columns].some(step => inked.subarray(at + step - 1, at + step + 2).includes(1))
    if (!near) lonely.push(i)
  }
  return lonely
}

/** Paints a component and `halo` pixels around it as paper. */
const erase = (
  raster: GrayRaster,
  components: Components,
  i: number,
  halo: number,
  paperAt: Binarised['paperAt'],
): void => {
  const { left, top, right, bottom } = boxOf(components, i)
  const paper = paperAt(left, top)
  for (let y = Math.max(0, top - halo); y < Math.min(raster.heightPx, bottom + halo); y++) {
    const row = y * raster.widthPx
    raster.pixels.fill(paper, row + Math.max(0, left - halo), row + Math.min(raster.widthPx, right + halo))
  }
}
