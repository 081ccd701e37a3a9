/** The angle at which a few letters stand in line, from the places of the letters alone. */
import type { Box } from '../../model/geometry.ts'

/** A line is longer than it is high by this factor before it tells its angle. */
const longEnough = 2.5

/**
 * The main axis of the middles of the boxes.
 * @returns degrees clockwise from the horizontal, above −90 and up to 90; null where they form no line.
 */
export const angleOf = (boxes: readonly Box[]): number | null => {
  const xs = boxes.map(({ left, right }) => (left + right) / 2)
  const ys = boxes.map(({ top, bottom }) => (top + bottom) / 2)
  const [x, y] = [mean(xs), mean(ys)]
  let [xx, yy, xy] = [0, 0, 0]
  xs.forEach((at, i) => {
    const [dx, dy] = [at - x, (ys[i] as number) - y]
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  })
  const half = Math.hypot((xx - yy) / 2, xy)
  const [longer, shorter] = [(xx + yy) / 2 + half, Math.max(0, (xx + yy) / 2 - half)]
  if (longer < longEnough ** 2 * Math.max(1, shorter)) return null
  const degrees = (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI
  if (alongShare(boxes, degrees) < mostlyAlong) return null
  return Math.abs(Math.abs(degrees) - 90) < 4 ? 90 : degrees
}

/** Letters of a line stand nearest to each other along it; those of a column of short lines across it. */
const mostlyAlong = 0.6
/** How far from the axis, in degrees, a neighbour still lies along it. */
const alongDegrees = 30

const alongShare = (boxes: readonly Box[], degrees: number): number => {
  const along = boxes.filter((box, i) => {
    const nearest = nearestTo(box, i, boxes)
    if (nearest === null) return false
    const size = Math.max(box.right - box.left, box.bottom - box.top)
    const off = Math.abs(((nearest.degrees - degrees + 270) % 180) - 90)
    return off <= alongDegrees && nearest.gap <= 0.9 * size
  })
  return along.length / boxes.length
}

/** The box with the smallest gap to this one, and the direction of its middle. */
const nearestTo = (box: Box, i: number, boxes: readonly Box[]): { gap: number; degrees: number } | null => {
  let best: { gap: number; degrees: number } | null = null
  boxes.forEach((other, n) => {
    if (n === i) return
    const across = Math.max(0, other.left - box.right, box.left - other.right)
    const down = Math.max(0, other.top - box.bottom, box.top - other.bottom)
    const gap = Math.hypot(across, down)
    if (best !== null && gap >= best.gap) return
    const dx = other.left + other.right - box.left - box.right
    const dy = other.top + other.bottom - box.top - box.bottom
    best = { gap, degrees: (Math.atan2(dy, dx) * 180) / Math.PI }
  })
  return best
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
