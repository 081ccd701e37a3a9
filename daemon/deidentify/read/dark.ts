/**
 * Light print on a dark ground (table heads, bands, whole panels): found as large solid components of ink, and turned to
 * dark print on light ground for the reader. The page's own raster stays as it is.
 */
import type { Box } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { boxOf, eachRun, type Ink } from '../ink.ts'

/** Smaller areas hold no line of print. Inches. */
const lowestIn = 0.09
const shortestIn = 0.35
/** Bold print in white still leaves this share of its ground dark. */
const leastDark = 0.45
/** A ground lighter than this share of the paper is shading, on which print is dark. */
const mostGround = 0.55

export type DarkRegion = { readonly component: number; readonly box: Box }

export const darkRegions = (raster: GrayRaster, ink: Ink, dpi: number): DarkRegion[] => {
  const { marks, paperAt } = ink
  const regions: DarkRegion[] = []
  for (let component = 0; component < marks.count; component++) {
    const box = boxOf(marks, component)
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (Math.min(width, height) < lowestIn * dpi || Math.max(width, height) < shortestIn * dpi) continue
    if ((marks.area[component] as number) < leastDark * width * height) continue
    const region = { component, box }
    if (groundOf(raster, ink, region) <= mostGround * paperAt(box.left, box.top)) regions.push(region)
  }
  return regions
}

/** @returns the same raster where there is no dark region. */
export const lit = (raster: GrayRaster, ink: Ink, regions: readonly DarkRegion[]): GrayRaster => {
  if (regions.length === 0) return raster
  const shown = { ...raster, pixels: new Uint8Array(raster.pixels) }
  for (const region of regions) turnOver(shown, raster, ink, region)
  return shown
}

/** Within the outline of the component, row by row: what was its ground becomes paper, what is lighter becomes ink. */
const turnOver = (shown: GrayRaster, raster: GrayRaster, ink: Ink, region: DarkRegion): void => {
  const { widthPx, pixels } = raster
  const { top, bottom } = region.box
  const ground = groundOf(raster, ink, region)
  const firsts = new Int32Array(bottom - top).fill(widthPx)
  const lasts = new Int32Array(bottom - top).fill(-1)
  eachRun(ink.marks, region.component, (y, start, end) => {
    firsts[y - top] = Math.min(firsts[y - top] as number, start)
    lasts[y - top] = Math.max(lasts[y - top] as number, end)
  })
  const gain = 255 / Math.max(32, 255 - ground)
  for (let y = top; y < bottom; y++) {
    for (
      let at = y * widthPx + (firsts[y - top] as number);
      at < y * widthPx + (lasts[y - top] as number);
      at++
    ) {
      const level = 255 - ((pixels[at] as number) - ground) * gain
      shown.pixels[at] = level > 255 ? 255 : level < 0 ? 0 : level
    }
    eraseSides(shown, y, firsts[y - top] as number, lasts[y - top] as number)
  }
  for (const y of [top - 1, top, bottom - 1, bottom]) {
    const inner = Math.min(bottom - 1, Math.max(top, y)) - top
    eraseRow(shown, y, firsts[inner] as number, lasts[inner] as number)
  }
}

/** The gray edge of the ground itself would stand around it as a thin frame. */
const eraseSides = (shown: GrayRaster, y: number, first: number, last: number): void => {
  eraseRow(shown, y, first - 2, first + 2)
  eraseRow(shown, y, last - 2, last + 2)
}

const eraseRow = ({ widthPx, heightPx, pixels }: GrayRaster, y: number, from: number, to: number): void => {
  if (y < 0 || y >= heightPx || to <= from) return
  pixels.fill(255, y * widthPx + Math.max(0, from), y * widthPx + Math.min(widthPx, to))
}

/** The median level of the component's own pixels. */
const groundOf = ({ widthPx, pixels }: GrayRaster, { marks }: Ink, { component }: DarkRegion): number => {
  const counts = new Uint32Array(256)
  eachRun(marks, component, (y, start, end) => {
    for (let at = y * widthPx + start; at < y * widthPx + end; at++)
      counts[pixels[at] as number] = (counts[pixels[at] as number] as number) + 1
  })
  let left = (marks.area[component] as number) / 2
  return counts.findIndex(count => {
    left -= count
    return left <= 0
  })
}
