/** How much of a page's ink lies in some boxes. A rough measure, to judge a reading by; it finds no mark by itself. */
import type { Box } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'

/** Less than this much darker than the paper is no ink. */
const leastContrast = 40
/** A page has ink when this share of it has: about one word on a letter page. */
const leastInk = 0.00005

/** Pixels darker than this are ink; null on a page that has none. */
export const inkLevelOf = ({ pixels }: GrayRaster): number | null => {
  const counts = new Uint32Array(256)
  for (let i = 0; i < pixels.length; i++) counts[pixels[i] as number]!++
  const paper = levelBelow(counts, pixels.length * 0.75)
  const darkest = levelBelow(counts, pixels.length * leastInk)
  return paper - darkest < leastContrast ? null : Math.ceil((paper + darkest) / 2)
}

/** The gray level at or below which `amount` of the pixels lie. */
const levelBelow = (counts: Uint32Array, amount: number): number => {
  let left = amount
  const level = counts.findIndex(count => {
    left -= count
    return left <= 0
  })
  return level === -1 ? 255 : level
}

/** 0…1. Boxes lie on the page; ink where they overlap is counted once. */
export const inkShareIn = (raster: GrayRaster, level: number, boxes: readonly Box[]): number => {
  const { widthPx, heightPx, pixels } = raster
  const within = new Uint8Array(pixels.length)
  for (const { left, top, right, bottom } of boxes) {
    for (let y = top; y < Math.min(bottom, heightPx); y++)
      within.fill(1, y * widthPx + left, y * widthPx + right)
  }
  let [all, covered] = [0, 0]
  for (let i = 0; i < pixels.length; i++) {
    if ((pixels[i] as number) >= level) continue
    all++
    covered += within[i] as number
  }
  return all === 0 ? 1 : covered / all
}
