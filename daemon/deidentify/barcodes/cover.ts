/** One quad around two, standing as the bars stand. */
import type { Point, Quad } from '../../model/geometry.ts'
import type { BarRegion } from './texture.ts'

export const coverOf = ({ quad, across }: BarRegion, other: Quad): Quad => {
  const along = { x: -across.y, y: across.x }
  const points: readonly Point[] = [...quad, ...other]
  const us = points.map(({ x, y }) => x * across.x + y * across.y)
  const vs = points.map(({ x, y }) => x * along.x + y * along.y)
  const at = (u: number, v: number): Point => ({
    x: u * across.x + v * along.x,
    y: u * across.y + v * along.y,
  })
  const [left, right] = [Math.min(...us), Math.max(...us)]
  const [top, bottom] = [Math.min(...vs), Math.max(...vs)]
  return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)]
}
