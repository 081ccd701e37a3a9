/**
 * Which squares are checkboxes, and which ink ticks them. A row of squares is a field for a name or a number, one letter
 * in each: such a square is no checkbox, and what is in it is no tick. Neither is a square beside ink that nobody read
 * (the next one, written over), nor one that holds more than one mark. Geometry alone; in doubt it is no checkbox.
 */
import type { Box } from '../../model/geometry.ts'
import { centreWithin, indexOf, padded } from '../ink/boxes.ts'
import { boxOf, type Ink, inkWithin } from '../ink.ts'

/**
 * Squares no further apart than this, in sides, are one field unless print stands between them; squares further apart on
 * a line are where both hold a mark: of several answers without words of their own, one is ticked.
 */
const fieldGap = 2.5
/** Ink that was not read is beside a square when it is no further than this, in sides. */
const besideGap = 1
/** A cross or a tick reaches no further than this out of its box, and is no larger, in sides. */
const reachOut = 0.2
const largestTick = 1.6
/** Within a square's outline, so far from its edges in sides, this share of ink is a mark that touches the outline. */
const outline = 0.15
const leastInked = 0.03

type Square = {
  readonly i: number
  readonly box: Box
  /** Components in it. */
  readonly marks: readonly number[]
  /** Marks in it, with one that touches the outline and is no component of its own. */
  readonly count: number
}

/** The components of one sort that share a pixel with a place. */
type Find = (place: Box) => readonly number[]

/**
 * For each component of `ink.marks`: true where it is a checkbox or the tick in one.
 * @param isPrint says of a component that it belongs to a word which was surely read.
 */
export const checkboxInk = (ink: Ink, isPrint: (i: number) => boolean, dpi: number): readonly boolean[] => {
  const is = ink.kinds.map(() => false)
  const findMarks = findAmong(ink, dpi, kind => kind === 'letter' || kind === 'drawing')
  const findSquares = findAmong(ink, dpi, kind => kind === 'checkbox')
  const page = { left: 0, top: 0, right: ink.bitmap.widthPx, bottom: ink.bitmap.heightPx }
  const squares = new Map(findSquares(page).map(i => [i, squareOf(ink, i, findMarks)]))
  const hasPrint = (place: Box) => findMarks(place).some(isPrint)
  for (const own of squares.values()) {
    if (!isTicked(ink, own) || isBesideUnread(own, findMarks, isPrint)) continue
    const onLine = findSquares({ ...page, top: own.box.top, bottom: own.box.bottom })
    if (onLine.some(i => isOneField(own, squares.get(i) as Square, hasPrint))) continue
    for (const i of [own.i, ...own.marks]) is[i] = true
  }
  return is
}

const findAmong = (
  { marks, kinds }: Ink,
  dpi: number,
  isSort: (kind: Ink['kinds'][number]) => boolean,
): Find => {
  const chosen = [...kinds.entries()].filter(([, kind]) => isSort(kind)).map(([i]) => i)
  const near = indexOf(
    chosen.map(i => boxOf(marks, i)),
    Math.ceil(dpi / 4),
  )
  return place => near(place).map(n => chosen[n] as number)
}

const sideOf = ({ left, right }: Box): number => right - left

const squareOf = ({ marks }: Ink, i: number, findMarks: Find): Square => {
  const box = boxOf(marks, i)
  const reach = padded(box, reachOut * sideOf(box), reachOut * sideOf(box))
  const inner = padded(box, -outline * sideOf(box), -outline * sideOf(box))
  const within = findMarks(reach).filter(mark => centreWithin(boxOf(marks, mark), reach))
  const touching = inkWithin(marks, i, inner) > leastInked * sideOf(inner) ** 2
  return { i, box, marks: within, count: within.length + (touching ? 1 : 0) }
}

/** Empty, or with one mark of a tick's size. */
const isTicked = ({ marks }: Ink, { box, marks: within, count }: Square): boolean =>
  count <= 1 &&
  within
    .map(i => boxOf(marks, i))
    .every(
      ({ left, top, right, bottom }) => Math.max(right - left, bottom - top) <= largestTick * sideOf(box),
    )

const isBesideUnread = ({ box, marks }: Square, findMarks: Find, isPrint: (i: number) => boolean): boolean =>
  findMarks(padded(box, besideGap * sideOf(box), 0)).some(i => !marks.includes(i) && !isPrint(i))

const isOneField = (one: Square, other: Square, hasPrint: (place: Box) => boolean): boolean => {
  const room = between(one.box, other.box)
  const apart = Math.abs(one.box.top + one.box.bottom - other.box.top - other.box.bottom)
  if (one === other || room.right < room.left || apart > sideOf(one.box)) return false
  const isNear = room.right - room.left <= fieldGap * sideOf(one.box)
  return (isNear || (one.count > 0 && other.count > 0)) && !hasPrint(room)
}

/** The room between two squares on one line. */
const between = (one: Box, other: Box): Box => ({
  left: Math.min(one.right, other.right),
  right: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
})
