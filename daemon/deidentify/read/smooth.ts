/**
 * One-bit print with the corners of its pixels rounded off: a binomial filter over three by three pixels. The reader
 * was taught on gray print; on faxes of 98 lines an inch this is worth four words in a hundred.
 */
import type { GrayRaster } from '../../model/raster.ts'

export const smoothed = ({ widthPx, heightPx, pixels: from }: GrayRaster): GrayRaster => {
  const pixels = new Uint8Array(from.length)
  const sums = new Uint16Array(widthPx + 2)
  for (let y = 0; y < heightPx; y++) {
    const row = y * widthPx
    const above = y > 0 ? row - widthPx : row
    const below = y < heightPx - 1 ? row + widthPx : row
    for (let x = 0; x < widthPx; x++) {
      sums[x + 1] = (from[above + x] as number) + 2 * (from[row + x] as number) + (from[below + x] as number)
    }
    sums[0] = sums[1] as number
    sums[widthPx + 1] = sums[widthPx] as number
    for (let x = 0; x < widthPx; x++) {
      pixels[row + x] = ((sums[x] as number) + 2 * (sums[x + 1] as number) + (sums[x + 2] as number) + 8) >> 4
    }
  }
  return { widthPx, heightPx, pixels }
}
