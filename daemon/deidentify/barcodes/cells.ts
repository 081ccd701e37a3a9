/**
 * The page in cells of a twentieth of an inch, each with the structure tensor of its neighbourhood: how strong its edges
 * are and how well they agree on one direction. Cells that agree with their neighbours form groups.
 */
import type { Point } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'

export type CellGroup = {
  readonly cellPx: number
  /** Middles of the cells, in pixels. */
  readonly cells: readonly Point[]
  /** Unit vector across the edges. */
  readonly across: Point
}

/** 0…1: how far the edges of a neighbourhood run one way. Print has 0.2 to 0.6. */
const leastCoherence = 0.7
/** Mean square of the gradient: faint bars on gray paper have this much. */
const leastEnergy = 900
/** Directions of neighbours in a group differ by less than this. */
const mostTurn = Math.PI / 9
const fewestCells = 12

type Tensors = {
  readonly columns: number
  readonly rows: number
  readonly xx: Float64Array
  readonly yy: Float64Array
  readonly xy: Float64Array
}

export const groupsOf = (raster: GrayRaster, dpi: number): CellGroup[] => {
  const cellPx = Math.max(8, Math.round(dpi / 20))
  const tensors = tensorsOf(raster, cellPx)
  const angles = anglesOf(tensors, cellPx * cellPx)
  return connected(angles, tensors.columns)
    .filter(({ length }) => length >= fewestCells)
    .map(members => groupOf(members, tensors, cellPx))
}

const tensorsOf = ({ widthPx, heightPx, pixels }: GrayRaster, cellPx: number): Tensors => {
  const columns = Math.ceil(widthPx / cellPx)
  const rows = Math.ceil(heightPx / cellPx)
  const [xx, yy, xy] = [0, 0, 0].map(() => new Float64Array(columns * rows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let y = 1; y < heightPx - 1; y++) {
    const row = Math.floor(y / cellPx) * columns
    for (let left = 0, cell = row; left < widthPx; left += cellPx, cell++) {
      let [sumXx, sumYy, sumXy] = [0, 0, 0]
      const end = Math.min(widthPx - 1, left + cellPx)
      for (let x = Math.max(1, left); x < end; x++) {
        const at = y * widthPx + x
        const gx = (pixels[at + 1] as number) - (pixels[at - 1] as number)
        const gy = (pixels[at + widthPx] as number) - (pixels[at - widthPx] as number)
        sumXx += gx * gx
        sumYy += gy * gy
        sumXy += gx * gy
      }
      xx[cell] = (xx[cell] as number) + sumXx
      yy[cell] = (yy[cell] as number) + sumYy
      xy[cell] = (xy[cell] as number) + sumXy
    }
  }
  return { columns, rows, xx, yy, xy }
}

/** The direction across the edges of each cell's 3 × 3 neighbourhood, -π/2…π/2; NaN where they do not agree. */
const anglesOf = ({ columns, rows, xx, yy, xy }: Tensors, cellArea: number): Float64Array => {
  const angles = new Float64Array(columns * rows).fill(Number.NaN)
  const around = (sums: Float64Array, at: number): number => {
    let total = 0
    for (const row of [at - columns, at, at + columns]) {
      total += (sums[row - 1] as number) + (sums[row] as number) + (sums[row + 1] as number)
    }
    return total
  }
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      const at = row * columns + column
      const [a, b, c] = [around(xx, at), around(yy, at), around(xy, at)]
      if (a + b < leastEnergy * cellArea * 9) continue
      if (Math.hypot(a - b, 2 * c) >= leastCoherence * (a + b)) angles[at] = Math.atan2(2 * c, a - b) / 2
    }
  }
  return angles
}

/** Between two directions without a sense, 0…π/2. */
const turnBetween = (one: number, two: number): number => {
  const turn = Math.abs(one - two) % Math.PI
  return Math.min(turn, Math.PI - turn)
}

const connected = (angles: Float64Array, columns: number): number[][] => {
  const groups: number[][] = []
  const taken = new Uint8Array(angles.length)
  for (let seed = 0; seed < angles.length; seed++) {
    if (taken[seed] === 1 || Number.isNaN(angles[seed])) continue
    taken[seed] = 1
    const group = [seed]
    for (const at of group) {
      for (const next of [at - 1, at + 1, at - columns, at + columns]) {
        if (taken[next] !== 0 || !(turnBetween(angles[next] as number, angles[at] as number) < mostTurn))
          continue
        taken[next] = 1
        group.push(next)
      }
    }
    groups.push(group)
  }
  return groups
}

const groupOf = (members: readonly number[], { columns, xx, yy, xy }: Tensors, cellPx: number): CellGroup => {
  const total = (sums: Float64Array) => members.reduce((sum, at) => sum + (sums[at] as number), 0)
  const angle = Math.atan2(2 * total(xy), total(xx) - total(yy)) / 2
  return {
    cellPx,
    cells: members.map(at => ({
      x: ((at % columns) + 0.5) * cellPx,
      y: (Math.floor(at / columns) + 0.5) * cellPx,
    })),
    across: { x: Math.cos(angle), y: Math.sin(angle) },
  }
}
