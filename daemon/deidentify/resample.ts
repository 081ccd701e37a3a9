/**
 * Moves pixels: scale, quarter turns, small rotations, crop. Pure loops over bytes; each result comes with the
 * transform that maps a point of the input to a point of the output. Points are continuous: pixel (i, j) covers
 * [i, i + 1) × [j, j + 1), so that boxes and quads map without a half-pixel shift.
 */
import type { Affine, Box } from '../model/geometry.ts'
import type { GrayRaster } from '../model/raster.ts'

export type Resampled = { readonly raster: GrayRaster; readonly transform: Affine }

export const whiteRaster = (widthPx: number, heightPx: number): GrayRaster => ({
  widthPx,
  heightPx,
  pixels: new Uint8Array(widthPx * heightPx).fill(255),
})

/** @param box is clamped to the raster; what is left must not be empty. */
export const crop = (raster: GrayRaster, box: Box): Resampled => {
  const left = Math.max(0, Math.floor(box.left))
  const top = Math.max(0, Math.floor(box.top))
  const widthPx = Math.min(raster.widthPx, Math.ceil(box.right)) - left
  const heightPx = Math.min(raster.heightPx, Math.ceil(box.bottom)) - top
  if (widthPx < 1 || heightPx < 1) throw new RangeError('empty crop')
  const pixels = new Uint8Array(widthPx * heightPx)
  for (let y = 0; y < heightPx; y++) {
    const from = (top + y) * raster.widthPx + left
    pixels.set(raster.pixels.subarray(from, from + widthPx), y * widthPx)
  }
  const transform: Affine = [
    [1, 0, -left],
    [0, 1, -top],
  ]
  return { raster: { widthPx, heightPx, pixels }, transform }
}

export type QuarterTurns = 0 | 1 | 2 | 3

/** Turns clockwise by `turns` × 90 degrees. */
export const turn = (raster: GrayRaster, turns: QuarterTurns): Resampled => {
  const { widthPx: w, heightPx: h, pixels: from } = raster
  const pixels = turns === 0 ? from : turns === 2 ? from.toReversed() : new Uint8Array(w * h)
  if (turns === 1 || turns === 3) transpose(from, pixels, w, h, turns)
  const [widthPx, heightPx] = turns % 2 === 0 ? [w, h] : [h, w]
  return { raster: { widthPx, heightPx, pixels }, transform: turnTransform(w, h, turns) }
}

const turnTransform = (w: number, h: number, turns: QuarterTurns): Affine => {
  const transforms: readonly [Affine, Affine, Affine, Affine] = [
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
    [
      [0, -1, h],
      [1, 0, 0],
    ],
    [
      [-1, 0, w],
      [0, -1, h],
    ],
    [
      [0, 1, 0],
      [-1, 0, w],
    ],
  ]
  return transforms[turns]
}

/** In 64 × 64 blocks, so that both sides stay in the cache. */
const transpose = (from: Uint8Array, to: Uint8Array, w: number, h: number, turns: 1 | 3): void => {
  const start = turns === 1 ? h - 1 : (w - 1) * h
  const [perX, perY] = turns === 1 ? [h, -1] : [-h, 1]
  for (let blockY = 0; blockY < h; blockY += 64) {
    const bottom = Math.min(h, blockY + 64)
    for (let blockX = 0; blockX < w; blockX += 64) {
      const right = Math.min(w, blockX + 64)
      for (let y = blockY; y < bottom; y++) {
        for (let x = blockX; x < right; x++) to[start + x * perX + y * perY] = from[y * w + x] as number
      }
    }
  }
}

/** Which input samples make each output sample of one axis, and their weights (sum 2^14). */
type Taps = { readonly perOutput: number; readonly first: Int32Array; readonly weights: Int32Array }

const unit = 1 << 14

const cubic = (t: number): number => {
  const x = Math.abs(t)
  if (x <= 1) return 1.5 * x ** 3 - 2.5 * x ** 2 + 1
  return x < 2 ? -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2 : 0
}

/** The area of input sample `i` within output sample `o`, for shrinking. */
const coverage = (i: number, o: number, ratio: number): number =>
  Math.max(0, Math.min(i + 1, (o + 1) * ratio) - Math.max(i, o * ratio))

const tapsFor = (input: number, output: number): Taps => {
  const ratio = input / output
  const perOutput = ratio > 1 ? Math.ceil(ratio) + 1 : 4
  const first = new Int32Array(output)
  const weights = new Int32Array(output * perOutput)
  for (let o = 0; o < output; o++) {
    const middle = (o + 0.5) * ratio - 0.5
    const start = ratio > 1 ? Math.floor(o * ratio) : Math.floor(middle) - 1
    const raw = Array.from({ length: perOutput }, (_, k) =>
      ratio > 1 ? coverage(start + k, o, ratio) : cubic(start + k - middle),
    )
    const sum = raw.reduce((total, weight) => total + weight, 0)
    first[o] = start
    raw.forEach((weight, k) => {
      weights[o * perOutput + k] = Math.round((weight / sum) * unit)
    })
  }
  return { perOutput, first, weights }
}

const byte = (sum: number): number => {
  const value = (sum + unit / 2) >> 14
  return Math.max(0, Math.min(255, value))
}

const scaleRows = (raster: GrayRaster, widthPx: number): GrayRaster => {
  const { widthPx: w, heightPx, pixels: from } = raster
  const { perOutput, first, weights } = tapsFor(w, widthPx)
  const pixels = new Uint8Array(widthPx * heightPx)
  for (let y = 0; y < heightPx; y++) {
    const row = y * w
    for (let o = 0; o < widthPx; o++) {
      let sum = 0
      const start = first[o] as number
      for (let k = 0; k < perOutput; k++) {
        const i = start + k
        const at = i < 0 ? 0 : i >= w ? w - 1 : i
        sum += (from[row + at] as number) * (weights[o * perOutput + k] as number)
      }
      pixels[y * widthPx + o] = byte(sum)
    }
  }
  return { widthPx, heightPx, pixels }
}

const scaleColumns = (raster: GrayRaster, heightPx: number): GrayRaster => {
  const { widthPx, heightPx: h, pixels: from } = raster
  const { perOutput, first, weights } = tapsFor(h, heightPx)
  const pixels = new Uint8Array(widthPx * heightPx)
  const sums = new Int32Array(widthPx)
  for (let o = 0; o < heightPx; o++) {
    sums.fill(0)
    for (let k = 0; k < perOutput; k++) {
      const weight = weights[o * perOutput + k] as number
      if (weight === 0) continue
      const row = Math.max(0, Math.min(h - 1, (first[o] as number) + k)) * widthPx
      for (let x = 0; x < widthPx; x++) sums[x] = (sums[x] as number) + (from[row + x] as number) * weight
    }
    for (let x = 0; x < widthPx; x++) pixels[o * widthPx + x] = byte(sums[x] as number)
  }
  return { widthPx, heightPx, pixels }
}

/** Each axis by itself: the mean of the covered area when shrinking, Catmull-Rom when growing. */
export const scale = (raster: GrayRaster, widthPx: number, heightPx: number): Resampled => {
  const { widthPx: w, heightPx: h } = raster
  const shrinkFirst = widthPx <= w
  const wide = shrinkFirst && widthPx !== w ? scaleRows(raster, widthPx) : raster
  const tall = heightPx === h ? wide : scaleColumns(wide, heightPx)
  const done = tall.widthPx === widthPx ? tall : scaleRows(tall, widthPx)
  const transform: Affine = [
    [widthPx / w, 0, 0],
    [0, heightPx / h, 0],
  ]
  return { raster: done, transform }
}

/** The turn by `degrees` (clockwise as seen, y down) about the middle, with the canvas grown to hold the page. */
export const rotationOf = (
  { widthPx: w, heightPx: h }: GrayRaster,
  degrees: number,
): { readonly widthPx: number; readonly heightPx: number; readonly transform: Affine } => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const widthPx = Math.ceil(w * Math.abs(cos) + h * Math.abs(sin))
  const heightPx = Math.ceil(w * Math.abs(sin) + h * Math.abs(cos))
  const transform: Affine = [
    [cos, -sin, widthPx / 2 - (cos * w) / 2 + (sin * h) / 2],
    [sin, cos, heightPx / 2 - (sin * w) / 2 - (cos * h) / 2],
  ]
  return { widthPx, heightPx, transform }
}

/** Beyond this the fixed-point steps of `rotate` would overflow. */
const maxRotatedPx = 32_000

/**
 * Bilinear, for angles of any size; white comes in at the corners.
 * @throws RangeError above 32,000 pixels a side.
 */
export const rotate = (raster: GrayRaster, degrees: number): Resampled => {
  const { widthPx, heightPx, transform } = rotationOf(raster, degrees)
  const { widthPx: w, heightPx: h, pixels: from } = raster
  if (w > maxRotatedPx || h > maxRotatedPx) throw new RangeError('raster too large to rotate')
  const [[cos, , c], [sin, , f]] = transform
  const pixels = new Uint8Array(widthPx * heightPx).fill(255)
  const [stepX, stepY] = [Math.round(cos * 65536), Math.round(-sin * 65536)]
  for (let y = 0; y < heightPx; y++) {
    const [dx, dy] = [0.5 - c, y + 0.5 - f]
    let u = Math.round((cos * dx + sin * dy - 0.5) * 65536) | 0
    let v = Math.round((-sin * dx + cos * dy - 0.5) * 65536) | 0
    const row = y * widthPx
    for (let x = 0; x < widthPx; x++, u = (u + stepX) | 0, v = (v + stepY) | 0) {
      const i = u >> 16
      const j = v >> 16
      if (i < 0 || j < 0 || i >= w - 1 || j >= h - 1) continue
      const at = j * w + i
      const p = from[at] as number
      const q = from[at + 1] as number
      const r = from[at + w] as number
      const s = from[at + w + 1] as number
      if ((p & q & r & s) === 255) continue
      const right = (u >> 8) & 255
      const down = (v >> 8) & 255
      const upper = (p << 8) + (q - p) * right
      const lower = (r << 8) + (s - r) * right
      pixels[row + x] = ((upper << 8) + (lower - upper) * down + 32768) >> 16
    }
  }
  return { raster: { widthPx, heightPx, pixels }, transform }
}

/** Black below `level`, white from it on. */
export const bilevelOf = ({ widthPx, heightPx, pixels: from }: GrayRaster, level = 128): GrayRaster => {
  const pixels = new Uint8Array(from.length)
  for (let i = 0; i < from.length; i++) pixels[i] = (from[i] as number) < level ? 0 : 255
  return { widthPx, heightPx, pixels }
}
