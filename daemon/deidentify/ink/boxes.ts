/** Small sums on boxes that the steps of triage share. */
import { type Box, overlaps } from '../../model/geometry.ts'

export const padded = ({ left, top, right, bottom }: Box, x: number, y: number): Box => ({
  left: left - x,
  top: top - y,
  right: right + x,
  bottom: bottom + y,
})

/** The part that two boxes share; empty (right ≤ left or bottom ≤ top) where they do not meet. */
export const shared = (one: Box, two: Box): Box => ({
  left: Math.max(one.left, two.left),
  top: Math.max(one.top, two.top),
  right: Math.min(one.right, two.right),
  bottom: Math.min(one.bottom, two.bottom),
})

/** The smallest box that holds them all; inside out where there is none. */
export const unionOf = (boxes: readonly Box[]): Box => {
  const union = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { left, top, right, bottom } of boxes) {
    union.left = Math.min(union.left, left)
    union.top = Math.min(union.top, top)
    union.right = Math.max(union.right, right)
    union.bottom = Math.max(union.bottom, bottom)
  }
  return union
}

export const centreWithin = (inner: Box, outer: Box): boolean => {
  const [x, y] = [(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2]
  return x >= outer.left && x < outer.right && y >= outer.top && y < outer.bottom
}

export const heightOf = ({ top, bottom }: Box): number => bottom - top

/** The lower of the two stands within the height of the other, for the most part. */
export const onOneRow = (one: Box, two: Box): boolean =>
  2 * (Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top)) > Math.min(heightOf(one), heightOf(two))

export const whole = ({ left, top, right, bottom }: Box): Box => ({
  left: Math.floor(left),
  top: Math.floor(top),
  right: Math.ceil(right),
  bottom: Math.ceil(bottom),
})

const cellsPerRow = 1 << 16

/** Visits the keys of the cells of `pitchPx` pixels that a box touches. */
const eachCell = ({ left, top, right, bottom }: Box, pitchPx: number, visit: (key: number) => void): void => {
  const firstColumn = Math.max(0, Math.floor(left / pitchPx))
  const lastColumn = Math.floor((right - 1) / pitchPx)
  for (let row = Math.max(0, Math.floor(top / pitchPx)); row <= Math.floor((bottom - 1) / pitchPx); row++) {
    for (let column = firstColumn; column <= lastColumn; column++) visit(row * cellsPerRow + column)
  }
}

/**
 * Finds the boxes that share a pixel with a given one without looking at all of them.
 * @returns the indexes of those boxes, each once.
 */
export const indexOf = (boxes: readonly Box[], pitchPx: number): ((box: Box) => number[]) => {
  const cells = new Map<number, number[]>()
  boxes.forEach((box, i) => {
    eachCell(box, pitchPx, key => {
      const listed = cells.get(key)
      if (listed) listed.push(i)
      else cells.set(key, [i])
    })
  })
  return box => {
    const found = new Set<number>()
    eachCell(box, pitchPx, key => {
      for (const i of cells.get(key) ?? []) if (overlaps(boxes[i] as Box, box)) found.add(i)
    })
    return [...found]
  }
}
