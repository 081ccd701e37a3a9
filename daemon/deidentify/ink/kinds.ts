/** What a component of ink may be, by its geometry alone. It sorts; it never says that something is safe. */
import type { Box } from '../../model/geometry.ts'
import type { Bitmap } from './binarise.ts'
import { boxOf, type Components, eachRun, inkWithin } from './components.ts'

export type InkKind =
  | 'speck' // not larger than a full stop of small print
  | 'letter' // may be text: a letter, a few that touch, a mark
  | 'checkbox'
  | 'burr' // of a rule: a ragged edge, or what a rule cut off
  | 'frame' // the outline of a box that is not of straight rules only
  | 'border' // the black edge of a scan
  | 'hole' // of a punch
  | 'drawing' // anything larger: handwriting, a signature, a stamp, a picture, a bar

/** @param rules are bitmaps of the page's rules. */
export const kindsOf = (
  components: Components,
  page: Bitmap,
  rules: readonly Bitmap[],
  dpi: number,
): InkKind[] =>
  Array.from({ length: components.count }, (_, i) => {
    const box = boxOf(components, i)
    return isBurr(box, rules, dpi) ? 'burr' : kindOf(components, i, box, page, dpi)
  })

const isBurr = (box: Box, rules: readonly Bitmap[], dpi: number): boolean => {
  const thin = Math.min(box.right - box.left, box.bottom - box.top)
  return thin <= Math.max(1, Math.round(dpi / 90)) && rules.some(rule => touches(rule, box))
}

/** The bitmap has ink within a pixel of the box. */
const touches = ({ widthPx, heightPx, bits }: Bitmap, { left, top, right, bottom }: Box): boolean => {
  for (let y = Math.max(0, top - 1); y <= Math.min(heightPx - 1, bottom); y++) {
    const row = y * widthPx
    if (bits.subarray(row + Math.max(0, left - 1), row + Math.min(widthPx, right + 1)).includes(1))
      return true
  }
  return false
}

const kindOf = (components: Components, i: number, box: Box, page: Bitmap, dpi: number): InkKind => {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  if (Math.max(width, height) <= Math.max(2, dpi / 70)) return 'speck'
  if (isBorder(components, i, box, page, dpi)) return 'border'
  if (isHole(components, i, box, page, dpi)) return 'hole'
  if (isCheckbox(components, i, box, dpi)) return 'checkbox'
  if (Math.min(width, height) > 0.3 * dpi && isOutline(components, i, box, 0.05 * dpi, 0.97)) return 'frame'
  const letter = height <= 0.6 * dpi && width <= 2 * dpi && (width <= 0.6 * dpi || height <= 0.35 * dpi)
  return letter ? 'letter' : 'drawing'
}

/** Touches an edge of the page, is long, and keeps within half an inch of the edges: along one or around corners. */
const isBorder = (components: Components, i: number, box: Box, page: Bitmap, dpi: number): boolean => {
  const { widthPx: right, heightPx: bottom } = page
  const touch = Math.max(2, dpi / 50)
  const outermost = Math.min(box.left, box.top, right - box.right, bottom - box.bottom)
  const length = Math.max(box.right - box.left, box.bottom - box.top)
  if (outermost > touch || length < Math.min(1.5 * dpi, 0.3 * Math.min(right, bottom))) return false
  const margin = 0.5 * dpi
  const inner = { left: margin, top: margin, right: right - margin, bottom: bottom - margin }
  return inkWithin(components, i, inner) <= 0.05 * (components.area[i] as number)
}

/** Solid, round (nothing in the corners of its box), a quarter of an inch or so, near an edge of the page. */
const isHole = (components: Components, i: number, box: Box, page: Bitmap, dpi: number): boolean => {
  const [width, height] = [(box.right - box.left) / dpi, (box.bottom - box.top) / dpi]
  const filled = (components.area[i] as number) / (width * height * dpi * dpi)
  const near = Math.min(box.left, box.top, page.widthPx - box.right, page.heightPx - box.bottom) < 0.8 * dpi
  const like = near && width > 0.18 && width < 0.4 && Math.abs(width - height) < 0.05 && filled > 0.7
  return (
    like &&
    cornersOf(box, 0.12 * (box.right - box.left)).every(corner => inkWithin(components, i, corner) <= 2)
  )
}

const cornersOf = ({ left, top, right, bottom }: Box, side: number): Box[] =>
  [left, right - side].flatMap(x =>
    [top, bottom - side].map(y => ({ left: x, top: y, right: x + side, bottom: y + side })),
  )

const isCheckbox = (components: Components, i: number, box: Box, dpi: number): boolean => {
  const [width, height] = [(box.right - box.left) / dpi, (box.bottom - box.top) / dpi]
  const square = Math.abs(width - height) <= 0.15 * Math.max(width, height)
  if (!square || width < 0.07 || width > 0.3) return false
  return sidesInked(components, i, box, Math.max(2, 0.012 * dpi))
}

/** Each of the four sides is inked over its whole length, corners included: no letter is. */
const sidesInked = (components: Components, i: number, box: Box, thick: number): boolean => {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const [top, bottom, left, right] = [width, width, height, height].map(length => new Uint8Array(length)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  eachRun(components, i, (y, start, end) => {
    if (y < box.top + thick) top.fill(1, start - box.left, end - box.left)
    if (y >= box.bottom - thick) bottom.fill(1, start - box.left, end - box.left)
    if (start < box.left + thick) left[y - box.top] = 1
    if (end > box.right - thick) right[y - box.top] = 1
  })
  return [top, bottom, left, right].every(
    side => side.reduce((sum, bit) => sum + bit, 0) >= 0.96 * side.length,
  )
}

/** The four bands inside a box's edges, `thick` pixels deep. */
export const bandsOf = ({ left, top, right, bottom }: Box, thick: number): readonly [Box, Box, Box, Box] => [
  { left, top, right, bottom: top + thick },
  { left, top: bottom - thick, right, bottom },
  { left, top, right: left + thick, bottom },
  { left: right - thick, top, right, bottom },
]

/** At least `share` of the component's ink lies within `thick` pixels of its box's edges. */
const isOutline = (components: Components, i: number, box: Box, thick: number, share: number): boolean => {
  const inner = {
    left: box.left + thick,
    top: box.top + thick,
    right: box.right - thick,
    bottom: box.bottom - thick,
  }
  const total = components.area[i] as number
  return (
    total >= box.right - box.left + box.bottom - box.top &&
    inkWithin(components, i, inner) <= (1 - share) * total
  )
}
