/** Groups of parallel bars that look like a linear barcode, whether or not it can be decoded. */
import type { Box } from '../../model/geometry.ts'

/** A linear barcode of three characters has more bars than this. */
const fewestBars = 10
const widestGapIn = 0.1

/** @param boxes of upright thin strokes; turn the boxes first to look for bars that lie. */
const barGroups = (boxes: readonly Box[], dpi: number): Box[] => {
  const bars = boxes.filter(isBar(dpi)).toSorted((a, b) => a.left - b.left)
  const done: Group[] = []
  let open: Group[] = []
  for (const bar of bars) {
    const near = open.filter(({ box }) => bar.left - box.right <= widestGapIn * dpi)
    done.push(...open.filter(group => !near.includes(group)))
    open = near
    const group = open.findLast(candidate => standsBeside(candidate, bar))
    if (group) {
      group.box = union(group.box, bar)
      group.count++
    } else open.push({ box: bar, count: 1, height: bar.bottom - bar.top })
  }
  return [...done, ...open].filter(({ count }) => count >= fewestBars).map(({ box }) => box)
}

type Group = { box: Box; count: number; readonly height: number }

const standsBeside = ({ box, height }: Group, bar: Box): boolean =>
  Math.min(bar.bottom, box.bottom) - Math.max(bar.top, box.top) > 0.7 * Math.max(bar.bottom - bar.top, height)

const isBar =
  (dpi: number) =>
  ({ left, top, right, bottom }: Box): boolean =>
    bottom - top >= 0.12 * dpi && bottom - top >= 2.5 * (right - left) && right - left <= 0.12 * dpi

export const union = (one: Box, two: Box): Box => ({
  left: Math.min(one.left, two.left),
  top: Math.min(one.top, two.top),
  right: Math.max(one.right, two.right),
  bottom: Math.max(one.bottom, two.bottom),
})

const flipped = ({ left, top, right, bottom }: Box): Box => ({
  left: top,
  top: left,
  right: bottom,
  bottom: right,
})

/** Regions that look like a linear barcode, standing or lying. */
export const barcodeLike = (boxes: readonly Box[], dpi: number): Box[] => [
  ...barGroups(boxes, dpi),
  ...barGroups(boxes.map(flipped), dpi).map(flipped),
]
