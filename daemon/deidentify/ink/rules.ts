/**
 * Takes the rules (long, thin, straight lines: of tables, frames, underlines) out of a page's ink, so that letters which
 * touch them fall apart into letters. Works on upright, straight pages.
 */
import type { Bitmap } from './binarise.ts'
import { boxOf, componentsOf, eachRun, type Runs, runsOf } from './components.ts'

export type RuleLimits = {
  /** Shorter strokes are letters. Inches. */
  readonly minLengthIn: number
  /** Thicker strokes are bars and pictures. Inches. */
  readonly maxThicknessIn: number
}

export const ruleLimits: RuleLimits = { minLengthIn: 0.35, maxThicknessIn: 0.05 }

/** A rule may climb by this share of its length (0.35 degrees) and still be one. */
const maxSlope = 0.006

/** @returns the ink without rules, and the rules alone, as bitmaps of the page's size. */
export const splitRules = (
  bitmap: Bitmap,
  dpi: number,
  limits: RuleLimits = ruleLimits,
): { readonly glyphs: Bitmap; readonly across: Bitmap; readonly down: Bitmap } => {
  const runs = runsOf(bitmap)
  const [minPx, maxGapPx] = [limits.minLengthIn * dpi, dpi / 100]
  const maxThickPx = limits.maxThicknessIn * dpi + 1
  const across = onlyThin(bitmap, longRows(bitmap, runs, minPx, maxGapPx), (width, height) => {
    return height <= maxThickPx + maxSlope * width
  })
  const down = onlyThin(bitmap, longColumns(bitmap, runs, minPx, maxGapPx), (width, height) => {
    return width <= maxThickPx + maxSlope * height
  })
  const bits = bitmap.bits.slice()
  for (let i = 0; i < bits.length; i++) if ((across.bits[i] as number) | (down.bits[i] as number)) bits[i] = 0
  return { glyphs: { ...bitmap, bits }, across, down }
}

/** Keeps the candidates whose whole is thin, without the gaps that were bridged to find them. */
const onlyThin = (
  bitmap: Bitmap,
  candidateBits: Uint8Array,
  thin: (width: number, height: number) => boolean,
): Bitmap => {
  const { widthPx, heightPx } = bitmap
  const candidates = componentsOf({ widthPx, heightPx, bits: candidateBits })
  const bits = new Uint8Array(bitmap.bits.length)
  for (let i = 0; i < candidates.count; i++) {
    const { left, top, right, bottom } = boxOf(candidates, i)
    if (!thin(right - left, bottom - top)) continue
    eachRun(candidates, i, (y, start, end) => {
      for (let at = y * widthPx + start; at < y * widthPx + end; at++) bits[at] = bitmap.bits[at] as number
    })
  }
  return { widthPx, heightPx, bits }
}

/** Bridged runs of this length or more count as a stroke when this share of them is ink. */
const minInkShare = 0.85

/** Rows of at least `minPx`, where a gap of up to `maxGapPx` (a dropout) does not end a run. */
const longRows = (bitmap: Bitmap, { count, y, start, end }: Runs, minPx: number, maxGapPx: number) => {
  const bits = new Uint8Array(bitmap.bits.length)
  for (let run = 0; run < count; ) {
    const row = y[run] as number
    const from = start[run] as number
    let to = end[run] as number
    let ink = to - from
    let next = run + 1
    for (; next < count && y[next] === row && (start[next] as number) - to <= maxGapPx; next++) {
      to = end[next] as number
      ink += to - (start[next] as number)
    }
    if (to - from >= minPx && ink >= minInkShare * (to - from)) {
      bits.fill(1, row * bitmap.widthPx + from, row * bitmap.widthPx + to)
    }
    run = next
  }
  return bits
}

/** The same down the columns: each column remembers where its open stroke began, where it was last inked, and how much. */
const longColumns = (bitmap: Bitmap, { count, y, start, end }: Runs, minPx: number, maxGapPx: number) => {
  const { widthPx, heightPx } = bitmap
  const bits = new Uint8Array(bitmap.bits.length)
  const began = new Int32Array(widthPx)
  const last = new Int32Array(widthPx).fill(-heightPx)
  const ink = new Int32Array(widthPx)
  const close = (x: number) => {
    const from = began[x] as number
    const to = (last[x] as number) + 1
    if (to - from < minPx || (ink[x] as number) < minInkShare * (to - from)) return
    for (let row = from; row < to; row++) bits[row * widthPx + x] = 1
  }
  for (let run = 0; run < count; run++) {
    const row = y[run] as number
    for (let x = start[run] as number; x < (end[run] as number); x++) {
      if (row - (last[x] as number) > maxGapPx + 1) {
        close(x)
        began[x] = row
        ink[x] = 0
      }
      last[x] = row
      ink[x] = (ink[x] as number) + 1
    }
  }
  for (let x = 0; x < widthPx; x++) close(x)
  return bits
}
