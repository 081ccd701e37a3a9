/**
 * Which squares are checkboxes, and which ink ticks them. A row of squares is a field for a name or a number, one letter
 * in each: such a square is no checkbox, and what is in it is no tick. Neither is a square beside ink that nobody read
 * (the next one, written over), nor one that holds more than one mark. Geometry alone; in doubt it is no checkbox.
 */
import type { Box } from '../../model/geometry.ts'
import { centreWithin, indexOf, padded } from '../ink/boxes.ts'
import { boxOf, type Ink } from '../ink.ts'

/** Squares no further apart than this, in sides, are one field unless print stands between them. */
const fieldGap = 2.5
/** Ink that was not read is beside a square when it is no further than this, in sides. */
const besideGap = 1
/** A cross or a tick reaches no further than this out of its box, and is no larger, in sides. */
const reachOut = 0.2
const largestTick = 1.6

type Find = (place: Box) => readonly number[]

/**
 * For each component of `ink.marks`: true where it is a checkbox or the tick in one.
 * @param isPrint says of a component that it belongs to a word which was surely read.
 */
export const checkboxInk = (ink: Ink, isPrint: (i: number) => boolean, dpi: number): readonly boolean[] => {
  const { marks, kinds } = ink
  const findAmong = (chosen: readonly number[]): Find => {
    const near = indexOf(
      chosen.map(i => boxOf(marks, i)),
      Math.ceil(dpi / 4),
    )
    return place => near(place).map(n => chosen[n] as number)
  }
  const squares = [...kinds.keys()].filter(i => kinds[i] === 'checkbox')
  const is = kinds.map(() => false)
  if (squares.length === 0) return is
  const findSquares = findAmong(squares)
  const findMarks = findAmong(
    [...kinds.keys()].filter(i => kinds[i] === 'letter' || kinds[i] === 'drawing'),
  )
  for (const square of squares) {
    const box = boxOf(marks, square)
    const [tick, ...more] = findMarks(reach(box)).filter(i => centreWithin(boxOf(marks, i), reach(box)))
    if (more.length > 0 || (tick !== undefined && !fits(boxOf(marks, tick), box))) continue
    if (isOfField(ink, square, tick, isPrint, findSquares, findMarks)) continue
    is[square] = true
    if (tick !== undefined) is[tick] = true
  }
  return is
}

const sideOf = ({ left, right }: Box): number => right - left

const reach = (box: Box): Box => padded(box, reachOut * sideOf(box), reachOut * sideOf(box))

const fits = (mark: Box, checkbox: Box): boolean =>
  Math.max(mark.right - mark.left, mark.bottom - mark.top) <= largestTick * sideOf(checkbox)

/** One square of several in a row, or beside one that its letter made unrecognisable. */
const isOfField = (
  { marks }: Ink,
  square: number,
  tick: number | undefined,
  isPrint: (i: number) => boolean,
  findSquares: Find,
  findMarks: Find,
): boolean => {
  const box = boxOf(marks, square)
  const unread = findMarks(padded(box, besideGap * sideOf(box), 0)).some(i => i !== tick && !isPrint(i))
  if (unread) return true
  return findSquares(padded(box, fieldGap * sideOf(box), 0)).some(i => {
    const other = boxOf(marks, i)
    return isOnLine(box, other) && !findMarks(between(box, other)).some(isPrint)
  })
}

const isOnLine = (box: Box, other: Box): boolean =>
  Math.abs(box.top + box.bottom - other.top - other.bottom) <= sideOf(box) &&
  (other.left >= box.right || other.right <= box.left)

/** The room between two squares on one line. */
const between = (one: Box, other: Box): Box => ({
  left: Math.min(one.right, other.right),
  right: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
})
