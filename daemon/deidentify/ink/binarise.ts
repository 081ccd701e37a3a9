/**
 * Ink from gray: a threshold that follows the paper. Each tile of about a tenth of an inch has its paper level (a high
 * percentile, taken over the neighbourhood so that a dark blob does not pass for paper) and its darkest ink; the
 * threshold lies between, well above the noise, so that light print beside dark print is still ink.
 */
import type { GrayRaster } from '../../model/raster.ts'

/** One byte per pixel: 1 is ink. */
export type Bitmap = { readonly widthPx: number; readonly heightPx: number; readonly bits: Uint8Array }

export type Binarised = {
  readonly bitmap: Bitmap
  /** The gray level of bare paper around a pixel, 1…255. */
  readonly paperAt: (x: number, y: number) => number
}

export const binarise = (raster: GrayRaster, bilevel: boolean, dpi: number): Binarised =>
  bilevel ? split(raster) : follow(raster, Math.max(16, Math.round(dpi / 9)))

const split = ({ widthPx, heightPx, pixels }: GrayRaster): Binarised => {
  const bits = new Uint8Array(pixels.length)
  for (let i = 0; i < pixels.length; i++) bits[i] = (pixels[i] as number) < 128 ? 1 : 0
  return { bitmap: { widthPx, heightPx, bits }, paperAt: () => 255 }
}

type Grid = { readonly columns: number; readonly rows: number; readonly levels: Uint8Array }

const follow = ({ widthPx, heightPx, pixels }: GrayRaster, tilePx: number): Binarised => {
  const { paper, dark, noise } = tileLevels({ widthPx, heightPx, pixels }, tilePx)
  const thresholds = thresholdsOf(paper, dark, noise)
  const bits = new Uint8Array(pixels.length)
  for (let y = 0; y < heightPx; y++) {
    const tileRow = Math.floor(y / tilePx) * thresholds.columns
    for (let left = 0, column = 0; left < widthPx; left += tilePx, column++) {
      const level = thresholds.levels[tileRow + column] as number
      const end = y * widthPx + Math.min(widthPx, left + tilePx)
      for (let i = y * widthPx + left; i < end; i++) bits[i] = (pixels[i] as number) < level ? 1 : 0
    }
  }
  const paperAt = (x: number, y: number) =>
    paper.levels[Math.floor(y / tilePx) * paper.columns + Math.floor(x / tilePx)] ?? 255
  return { bitmap: { widthPx, heightPx, bits }, paperAt }
}

const percentile = (histogram: Int32Array, share: number): number => {
  let left = share * (histogram[64] as number)
  for (let bin = 0; bin < 64; bin++) {
    left -= histogram[bin] as number
    if (left <= 0) return bin * 4 + 2
  }
  return 255
}

/** Fills `histogram[0…63]` with the levels of every second pixel of the tile, and `[64]` with their number. */
const countTile = (histogram: Int32Array, raster: GrayRaster, left: number, top: number, tilePx: number) => {
  histogram.fill(0)
  const right = Math.min(raster.widthPx, left + tilePx)
  const bottom = Math.min(raster.heightPx, top + tilePx)
  for (let y = top; y < bottom; y++) {
    const row = y * raster.widthPx
    for (let x = left + (y & 1); x < right; x += 2) {
      const bin = (raster.pixels[row + x] as number) >> 2
      histogram[bin] = (histogram[bin] as number) + 1
      histogram[64] = (histogram[64] as number) + 1
    }
  }
}

const tileLevels = (raster: GrayRaster, tilePx: number) => {
  const columns = Math.ceil(raster.widthPx / tilePx)
  const rows = Math.ceil(raster.heightPx / tilePx)
  const [bright, dark, spread] = [0, 0, 0].map(() => new Uint8Array(columns * rows)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const histogram = new Int32Array(65)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      countTile(histogram, raster, column * tilePx, row * tilePx, tilePx)
      const at = row * columns + column
      bright[at] = percentile(histogram, 0.85)
      dark[at] = percentile(histogram, 0.02)
      spread[at] = percentile(histogram, 0.6) - percentile(histogram, 0.2)
    }
  }
  return {
    paper: paperLevels({ columns, rows, levels: bright }),
    dark: around({ columns, rows, levels: dark }, Math.min),
    noise: quantile(spread, 0.3),
  }
}

const quantile = (values: Uint8Array, share: number): number =>
  values.toSorted()[Math.floor(share * (values.length - 1))] ?? 0

/** The extreme of each tile's 3 × 3 neighbourhood. */
const around = ({ columns, rows, levels }: Grid, extreme: (a: number, b: number) => number): Grid => {
  const pass = (from: Uint8Array, count: number, step: number, position: (at: number) => number) =>
    from.map((level, at) => {
      const before = position(at) > 0 ? (from[at - step] as number) : level
      const after = position(at) < count - 1 ? (from[at + step] as number) : level
      return extreme(level, extreme(before, after))
    })
  const across = pass(levels, columns, 1, at => at % columns)
  return { columns, rows, levels: pass(across, rows, columns, at => Math.floor(at / columns)) }
}

/** Never below 60 % of the page's paper: what is darker over a whole neighbourhood is ink (a photo, a black border). */
const paperLevels = (bright: Grid): Grid => {
  const whole = Math.max(64, quantile(bright.levels, 0.7))
  const wide = around(around(bright, Math.max), Math.max)
  return { ...wide, levels: wide.levels.map(level => Math.max(level, 0.6 * whole)) }
}

/** At least 22 % or the noise below the paper, or 30 % of the way down to the darkest ink around. */
const thresholdsOf = (paper: Grid, dark: Grid, noise: number): Grid => {
  const levels = paper.levels.map((level, at) => {
    const contrast = level - (dark.levels[at] as number)
    return Math.max(1, level - Math.max(0.22 * level, 2.4 * noise, 0.3 * contrast))
  })
  return { ...paper, levels }
}
