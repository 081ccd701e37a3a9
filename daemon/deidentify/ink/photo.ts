/**
 * Where a page is a picture and not print: photographs, halftones, dense two-dimensional codes, large solid areas. Print
 * covers a fifth of its paper at most; a picture covers much more over an area larger than a heading.
 */
import type { Box } from '../../model/geometry.ts'
import type { Bitmap } from './binarise.ts'
import { boxOf, componentsOf } from './components.ts'

const tileIn = 1 / 16
/** Of the tiles' neighbourhoods of five by five. Bold capitals of 12 points reach 0.33. */
const denseShare = 0.4
const smallestIn = 0.45

/** The dense regions of the page, in page pixels. */
export const pictureRegions = (ink: Bitmap, dpi: number): Box[] => {
  const tilePx = Math.max(4, Math.round(tileIn * dpi))
  const { columns, rows, shares } = tileShares(ink, tilePx)
  const smooth = meanAround(shares, columns, rows)
  const dense = {
    widthPx: columns,
    heightPx: rows,
    bits: Uint8Array.from(smooth, s => (s >= denseShare ? 1 : 0)),
  }
  const regions = componentsOf(dense)
  const atLeast = smallestIn / tileIn - 2
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

const meanAround = (shares: Float32Array, columns: number, rows: number): Float32Array =>
  shares.map((_, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)]
    let [sum, count] = [0, 0]
    for (let j = Math.max(0, y - 2); j <= Math.min(rows - 1, y + 2); j++) {
      for (let i = Math.max(0, x - 2); i <= Math.min(columns - 1, x + 2); i++, count++) {
        sum += shares[j * columns + i] as number
      }
    }
    return sum / count
  })
