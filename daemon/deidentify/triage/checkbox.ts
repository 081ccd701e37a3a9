/**
 * Which squares are checkboxes, and which ink ticks them. A row of squares is a field for a name or a number, one letter
 * in each: such a square is no checkbox, and what is in it is no tick. Neither is a square beside ink that nobody read
 * (the next one, written over), nor one that holds more than one mark. Geometry alone; in doubt it is no checkbox.
 */
import type { Box } from '../../model/geometry.ts'
import { centreWithin, indexOf, padded } from '../ink/boxes.ts'
import { boxOf, type Ink } from '../ink.ts'

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

type Find = (place: Box) => readonly number[]

/**
 * For each component of `ink.marks`: true where it is a checkbox or the tick in one.
 * @param isPrint says of a component that it belongs to a word which was surely read.
 */
export const checkboxInk = (ink: Ink, isPrint: (i: number) => boolean, dpi: number): readonly boolean[] => {
  const { marks, kinds } = ink
  const is = kinds.map(() => false)
  const squares = [...kinds.keys()].filter(i => kinds[i] === 'checkbox')
  if (squares.length === 0) return is
  const findSquares = findAmong(ink, squares, dpi)
  const isMark = (i: number) => kinds[i] === 'letter' || kinds[i] === 'drawing'
  const findMarks = findAmong(ink, [...kinds.keys()].filter(isMark), dpi)
  const marksIn = squares.map(square => {
    const within = reach(boxOf(marks, square))
    return findMarks(within).filter(i => centreWithin(boxOf(marks, i), within))
  })
  const boxes = squares.map((square, n): Square => ({ box: boxOf(marks, square), marks: marksIn[n] ?? [] }))
  const beside = (box: Box) => findSquares(lineOf(box, ink)).map(i => boxes[squares.indexOf(i)] as Square)
  squares.forEach((square, n) => {
    const own = boxes[n] as Square
    const [tick, ...more] = own.marks
    if (more.length > 0 || (tick !== undefined && !fits(boxOf(marks, tick), own.box))) return
    const unread = findMarks(padded(own.box, besideGap * sideOf(own.box), 0)).some(
      i => i !== tick && !isPrint(i),
    )
    if (
      unread ||
      beside(own.box).some(other => isOneField(own, other, place => findMarks(place).some(isPrint)))
    )
      return
    is[square] = true
    if (tick !== undefined) is[tick] = true
  })
  return is
}

type Square = { readonly box: Box; readonly marks: readonly number[] }

const findAmong = ({ marks }: Ink, chosen: readonly number[], dpi: number): Find => {
  const near = indexOf(
    chosen.map(i => boxOf(marks, i)),
    Math.ceil(dpi / 4),
  )
  return place => near(place).map(n => chosen[n] as number)
}

const sideOf = ({ left, right }: Box): number => right - left

const reach = (box: Box): Box => padded(box, reachOut * sideOf(box), reachOut * sideOf(box))

const fits = (mark: Box, checkbox: Box): boolean =>
  Math.max(mark.right - mark.left, mark.bottom - mark.top) <= largestTick * sideOf(checkbox)

/** All of the page that is beside a box. */
const lineOf = ({ top, bottom }: Box, { bitmap }: Ink): Box => ({
  left: 0,
  right: bitmap.widthPx,
  top,
  bottom,
})

const isOneField = (one: Square, other: Square, hasPrint: (place: Box) => boolean): boolean => {
  const room = between(one.box, other.box)
  const offLine = Math.abs(one.box.top + one.box.bottom - other.box.top - other.box.bottom) > sideOf(one.box)
  if (room.right < room.left || offLine) return false
  const near = room.right - room.left <= fieldGap * sideOf(one.box)
  return (near || (one.marks.length > 0 && other.marks.length > 0)) && !hasPrint(room)
}

/** The room between two squares on one line; inside out for a square and itself. */
const between = (one: Box, other: Box): Box => ({
  left: Math.min(one.right, other.right),
  right: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
})
