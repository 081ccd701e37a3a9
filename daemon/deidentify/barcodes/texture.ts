/**
 * Regions whose texture is that of a linear barcode: strong edges that all run one way, side by side over a length that
 * neither print nor a rule has. Found whether or not the bars could be decoded, stand apart, or are straight.
 */
import type { Point, Quad } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { type CellGroup, groupsOf } from './cells.ts'
import { sampleAlong } from './profile.ts'

/** Inches across the bars, and along them. The smallest EAN-8 is 0.7 × 0.3. */
const leastAcrossIn = 0.4
const leastAlongIn = 0.12
/** Of the region's frame, this share is texture. */
const leastFill = 0.55
/** From paper to ink or back, along a line across the bars: seven bars. */
const fewestEdges = 14

export type BarRegion = {
  readonly quad: Quad
  /** Unit vector across the bars. */
  readonly across: Point
}

export const barRegions = (raster: GrayRaster, dpi: number): BarRegion[] =>
  groupsOf(raster, dpi).flatMap(group => regionOf(group, raster, dpi))

const regionOf = (group: CellGroup, raster: GrayRaster, dpi: number): BarRegion[] => {
  const { across, cells, cellPx } = group
  const along = { x: -across.y, y: across.x }
  const us = cells.map(({ x, y }) => x * across.x + y * across.y)
  const vs = cells.map(({ x, y }) => x * along.x + y * along.y)
  const [left, right] = [Math.min(...us) - cellPx, Math.max(...us) + cellPx]
  const [top, bottom] = [Math.min(...vs) - cellPx, Math.max(...vs) + cellPx]
  const fill = (cells.length * cellPx * cellPx) / ((right - left) * (bottom - top))
  if (right - left < leastAcrossIn * dpi || bottom - top < leastAlongIn * dpi || fill < leastFill) return []
  const at = (u: number, v: number): Point => ({
    x: u * across.x + v * along.x,
    y: u * across.y + v * along.y,
  })
  if (edgesAcross(raster, (v: number) => [at(left, v), at(right, v)], top, bottom) < fewestEdges) return []
  return [{ quad: [at(left, top), at(right, top), at(right, bottom), at(left, bottom)], across }]
}

/** The median over seven lines. */
const edgesAcross = (
  raster: GrayRaster,
  lineAt: (v: number) => readonly [Point, Point],
  top: number,
  bottom: number,
): number => {
  const counts = [2, 3, 4, 5, 6, 7, 8].map(i => {
    const [from, to] = lineAt(top + ((bottom - top) * i) / 10)
    return edgesOf(sampleAlong(raster, from, to))
  })
  return counts.sort((a, b) => a - b)[3] as number
}

/** Swings from dark to light and back, each of at least 15 % of the line's contrast: blurred bars swing less than sharp. */
const edgesOf = (levels: readonly number[]): number => {
  const contrast = Math.max(...levels) - Math.min(...levels)
  if (contrast < 40) return 0
  const swing = Math.max(12, 0.15 * contrast)
  let extreme = levels[0] as number
  let rising = false
  let edges = 0
  for (const level of levels) {
    if (rising ? level >= extreme : level <= extreme) extreme = level
    else if (Math.abs(level - extreme) >= swing) {
      rising = !rising
      extreme = level
      edges++
    }
  }
  return edges
}
