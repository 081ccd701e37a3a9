/**
 * A page at about 100 dpi, reduced to the components that may be text: enough to see how its lines run. Rules, pictures,
 * borders and specks are left out, since a table's rules run both ways.
 */
import type { Box } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { scale } from '../resample.ts'
import { binarise } from './binarise.ts'
import { boxOf, type Components, componentsOf, eachRun } from './components.ts'

export type Sketch = {
  readonly widthPx: number
  readonly heightPx: number
  /** Sketch pixels per page pixel. */
  readonly ratio: number
  /** Boxes of text-like components, in sketch pixels. */
  readonly marks: readonly Box[]
  /** Ink pixels of those components. */
  readonly xs: Int32Array
  readonly ys: Int32Array
}

const sketchDpi = 100
const maxPoints = 60_000

export const sketchOf = (raster: GrayRaster, dpi: number): Sketch => {
  const ratio = Math.min(1, sketchDpi / dpi)
  const widthPx = Math.max(1, Math.round(raster.widthPx * ratio))
  const heightPx = Math.max(1, Math.round(raster.heightPx * ratio))
  const reduced = ratio === 1 ? raster : scale(raster, widthPx, heightPx).raster
  const components = componentsOf(binarise(reduced, false, sketchDpi).bitmap)
  const text = textLike(components, dpi * ratio)
  return {
    widthPx,
    heightPx,
    ratio,
    marks: text.map(i => boxOf(components, i)),
    ...pointsOf(components, text),
  }
}

/** From 5 to 40 points in one direction, not longer than two inches in the other, and neither a dot nor solid. */
const textLike = (components: Components, dpi: number): number[] => {
  const text: number[] = []
  for (let i = 0; i < components.count; i++) {
    const { left, top, right, bottom } = boxOf(components, i)
    const [small, large] = [Math.min(right - left, bottom - top), Math.max(right - left, bottom - top)]
    const filled = (components.area[i] as number) / (small * large)
    const bar = large > 0.3 * dpi && (small < 0.04 * dpi || filled > 0.8)
    if (large >= 0.04 * dpi && small <= 0.55 * dpi && large <= 2 * dpi && !bar) text.push(i)
  }
  return text
}

const pointsOf = (components: Components, which: readonly number[]) => {
  const total = which.reduce((sum, i) => sum + (components.area[i] as number), 0)
  const every = Math.max(1, Math.ceil(total / maxPoints))
  const [xs, ys] = [new Int32Array(Math.ceil(total / every)), new Int32Array(Math.ceil(total / every))]
  let seen = 0
  for (const i of which) {
    eachRun(components, i, (y, start, end) => {
      for (let x = start; x < end; x++, seen++) {
        if (seen % every !== 0) continue
        xs[seen / every] = x
        ys[seen / every] = y
      }
    })
  }
  return { xs, ys }
}
