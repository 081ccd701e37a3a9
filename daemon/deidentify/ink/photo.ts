/**
 * Where a page is a picture and not print: photographs, halftones, dense two-dimensional codes, large solid areas. Print
 * covers a fifth of its paper at most; a picture covers much more over an area larger than a heading.
 */
import type { Box } from '../../model/geometry.ts'
import type { Bitmap } from './binarise.ts'
import { boxOf, componentsOf } from './components.ts'

const tileIn = 1 / 16

export type Density = {
  /** The share of ink, of a tile's neighbourhood, from which it is dense. */
  readonly share: number
  /** How far the neighbourhood reaches around a tile of a sixteenth of an inch, in tiles. */
  readonly reach: number
  /** Smaller regions do not count. Inches. */
  readonly smallestIn: number
}

/** Bold capitals of 12 points reach 0.33 over five tiles. */
export const pictureDensity: Density = { share: 0.4, reach: 2, smallestIn: 0.45 }
/** Half of a barcode is dark, and the smallest are a fifth of an inch wide. A heading may be as dense. */
export const symbolDensity: Density = { share: 0.28, reach: 1, smallestIn: 0.19 }

/** The dense regions of the page, in page pixels. */
export const denseRegions = (ink: Bitmap, dpi: number, { share, reach, smallestIn }: Density): Box[] => {
  const tilePx = Math.max(4, Math.round(tileIn * dpi))
  const { columns, rows, shares } = tileShares(ink, tilePx)
  const smooth = meanAround(shares, columns, rows, reach)
  const dense = { widthPx: columns, heightPx: rows, bits: Uint8Array.from(smooth, s => (s >= share ? 1 : 0)) }
  const regions = componentsOf(dense)
  const atLeast = smallestIn / tileIn - reach
  const boxes: Box[] = []
  for (let i = 0; i < regions.count; i++) {
    const { left, top, right, bottom } = boxOf(regions, i)
    if (Math.min(right - left, bottom - top) < atLeast) continue
    boxes.push({
      left: Math.max(0, (left - 1) * tilePx),
      top: Math.max(0, (top - 1) * tilePx),
      right: Math.min(ink.widthPx, (right + 1) * tilePx),
      bottom: Math.min(ink.heightPx, (bottom + 1) * tilePx),
    })
  }
  return boxes
}

const tileShares = ({ widthPx, heightPx, bits }: Bitmap, tilePx: number) => {
  const [columns, rows] = [Math.ceil(widthPx / tilePx), Math.ceil(heightPx / tilePx)]
  const shares = new Float32Array(columns * rows)
  for (let y = 0; y < heightPx; y++) {
    const tileRow = Math.floor(y / tilePx) * columns
    for (let left = 0, column = 0; left < widthPx; left += tilePx, column++) {
      let count = 0
      const end = y * widthPx + Math.min(widthPx, left + tilePx)
      for (let i = y * widthPx + left; i < end; i++) count += bits[i] as number
      shares[tileRow + column] = (shares[tileRow + column] as number) + count
    }
  }
  return { columns, rows, shares: shares.map(count => count / (tilePx * tilePx)) }
}

const meanAround = (shares: Float32Array, columns: number, rows: number, reach: number): Float32Array =>
  shares.map((_, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)]
    let [sum, count] = [0, 0]
    for (let j = Math.max(0, y - reach); j <= Math.min(rows - 1, y + reach); j++) {
      for (let i = Math.max(0, x - reach); i <= Math.min(columns - 1, x + reach); i++, count++) {
        sum += shares[j * columns + i] as number
      }
    }
    return sum / count
  })
