/**
 * The regions that stay masked, as a reviewer and a gateway see them. A region says as little as it can of what lies
 * under it: as high as its line, merged along its field, its ends on a grid of half an inch where there is room, since the
 * width of a black box can give a name away (Naccache and Whelan; Lopresti and Spitz).
 */
import { type Box, overlaps, quadOf } from '../../model/geometry.ts'
import type { Masked, Word } from '../../model/page.ts'
import { indexOf, padded, unionOf, whole } from '../ink/boxes.ts'
import type { Verdict } from './verdict.ts'

export type Region = { readonly box: Box; readonly verdict: NonNullable<Verdict> }
/** What bounds a region: the page, and the boxes that were released. */
export type Room = {
  readonly dpi: number
  readonly page: Box
  /** Released words and checkboxes: a region ends before them where its own ink allows. */
  readonly released: readonly Box[]
  /** Rules that run down: the walls of a table's cells. */
  readonly walls: readonly Box[]
}

const gridIn = 0.5
/** Where there is room, no region is narrower than most names are. */
const leastWideIn = 1.5
const heightGridIn = 0.04
const padIn = 0.02
/** Masked words further apart than this on one line are two fields. Inches. */
const fieldGapIn = 0.4

type Item = { readonly box: Box; readonly verdict: Verdict }

/** @param boxes of the words, as wide as their ink. */
export const coverWords = (
  words: readonly Word[],
  boxes: readonly Box[],
  verdicts: readonly Verdict[],
  room: Room,
): Region[] => {
  const lines = Map.groupBy(words.keys(), i => `${words[i]?.block}/${words[i]?.line}`)
  const near = indexOf([...room.released, ...room.walls], Math.ceil(room.dpi / 4))
  return [...lines.values()].flatMap(line => {
    const items = line.map((i): Item => ({ box: boxes[i] as Box, verdict: verdicts[i] ?? null }))
    return stripsOf(items, room).flatMap(strip => regionsOf(strip, items, room, near))
  })
}

/** Runs of masked words with no released word and no wide gap between them. */
const stripsOf = (items: readonly Item[], { dpi }: Room): Item[][] => {
  const strips: Item[][] = []
  let open: Item[] = []
  for (const item of items.toSorted((a, b) => a.box.left - b.box.left)) {
    const last = open.at(-1)
    if (item.verdict === null || (last && item.box.left - last.box.right > fieldGapIn * dpi)) {
      if (open.length > 0) strips.push(open)
      open = []
    }
    if (item.verdict !== null) open.push(item)
  }
  if (open.length > 0) strips.push(open)
  return strips
}

/** One region per stretch of the same verdict, the outer ends on the grid. */
const regionsOf = (
  strip: readonly Item[],
  line: readonly Item[],
  room: Room,
  near: (box: Box) => number[],
): Region[] => {
  const own = unionOf(strip.map(item => item.box))
  const tall = lineHeightOf(line, own, room)
  const box = fitted({ ...own, top: tall.top, bottom: tall.bottom }, own, room, near)
  const stretches: Item[][] = []
  for (const item of strip) {
    const open = stretches.at(-1)
    if (
      open?.[0]?.verdict?.reason === item.verdict?.reason &&
      open?.[0]?.verdict?.class === item.verdict?.class
    ) {
      open?.push(item)
    } else stretches.push([item])
  }
  return stretches.map((stretch, n) => {
    const [before, after] = [stretches[n - 1]?.at(-1), stretches[n + 1]?.[0]]
    const left = before ? middle(before.box.right, stretch[0]?.box.left) : box.left
    const right = after ? middle(stretch.at(-1)?.box.right, after.box.left) : box.right
    return { box: whole({ ...box, left, right }), verdict: surest(stretch) }
  })
}

const middle = (one = 0, two = 0): number => Math.round((one + two) / 2)

const surest = (stretch: readonly Item[]): NonNullable<Verdict> =>
  stretch
    .map(item => item.verdict as NonNullable<Verdict>)
    .reduce((a, b) => (b.confidence > a.confidence ? b : a))

/** How far descenders reach below the line, in heights of a capital: a region shows none, whether its words have any or not. */
const descent = 0.36

/** The line's usual height, on a grid of its own, so that a tall letter does not show; beyond it only where ink reaches. */
const lineHeightOf = (line: readonly Item[], own: Box, { dpi }: Room): Pick<Box, 'top' | 'bottom'> => {
  const [top, bottom] = [median(line.map(({ box }) => box.top)), median(line.map(({ box }) => box.bottom))]
  const [above, below] = [0.2 * (bottom - top), descent * (bottom - top)]
  const grid = heightGridIn * dpi
  return {
    top: Math.floor(Math.min(own.top, top - above) / grid) * grid,
    bottom: Math.ceil(Math.max(own.bottom, bottom + below) / grid) * grid,
  }
}

/** The lower of two: of a label and a name, the line that one of them stands on. */
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? 0

/** Pads and widens a strip into free room only; `own`, the ink itself, is never given up. */
const fitted = (
  strip: Box,
  own: Box,
  { dpi, page, released, walls }: Room,
  near: (box: Box) => number[],
): Box => {
  const [grid, pad] = [gridIn * dpi, padIn * dpi]
  const wish = {
    left: Math.floor((strip.left - pad) / grid) * grid,
    top: strip.top - pad,
    right: Math.ceil(Math.max(strip.right + pad, strip.left + leastWideIn * dpi) / grid) * grid,
    bottom: strip.bottom + pad,
  }
  const obstacles = near(wish).map(i => (released[i] ?? walls[i - released.length]) as Box)
  let { left, top, right, bottom } = wish
  for (const other of obstacles) {
    const beside = other.top < strip.bottom && other.bottom > strip.top
    if (beside && other.right <= own.left + pad)
      left = Math.max(left, Math.min(own.left - 1, other.right + pad))
    else if (beside && other.left >= own.right - pad)
      right = Math.min(right, Math.max(own.right + 1, other.left - pad))
    else if (middleOf(other) < own.top) top = Math.max(top, Math.min(own.top + pad, other.bottom + 1))
    else if (middleOf(other) >= own.bottom)
      bottom = Math.min(bottom, Math.max(own.bottom - pad, other.top - 1))
  }
  return {
    left: Math.max(page.left, left),
    top: Math.max(page.top, top),
    right: Math.min(page.right, right),
    bottom: Math.min(page.bottom, bottom),
  }
}

const middleOf = ({ top, bottom }: Box): number => (top + bottom) / 2

/** Cuts what released boxes cover out of a region, keeping the pieces left and right of them. */
export const around = (box: Box, released: readonly Box[], leastPx: number): Box[] => {
  let pieces = [box]
  for (const hole of released) {
    pieces = pieces.flatMap(piece => {
      if (!overlaps(piece, hole)) return [piece]
      const { top, bottom } = piece
      return [
        { left: piece.left, top, right: Math.min(piece.right, hole.left), bottom },
        { left: Math.max(piece.left, hole.right), top, right: piece.right, bottom },
        {
          left: Math.max(piece.left, hole.left),
          top,
          right: Math.min(piece.right, hole.right),
          bottom: hole.top,
        },
        {
          left: Math.max(piece.left, hole.left),
          top: hole.bottom,
          right: Math.min(piece.right, hole.right),
          bottom,
        },
      ]
    })
    pieces = pieces.filter(
      piece => piece.right - piece.left >= leastPx && piece.bottom - piece.top >= leastPx,
    )
  }
  return pieces
}

export const maskedOf = ({ box, verdict }: Region): Masked => ({ quad: quadOf(box), ...verdict })

export const closedRegion = (box: Box, padPx: number, page: Box): Box => {
  const wide = whole(padded(box, padPx, padPx))
  return {
    left: Math.max(page.left, wide.left),
    top: Math.max(page.top, wide.top),
    right: Math.min(page.right, wide.right),
    bottom: Math.min(page.bottom, wide.bottom),
  }
}
