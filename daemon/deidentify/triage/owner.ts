/**
 * Which word each component of ink belongs to: exactly one, or none. A letter belongs to the word whose box holds most
 * of it, so that a descender or a touching neighbour does not slip out with the wrong word.
 */
import type { Box } from '../../model/geometry.ts'
import { indexOf, padded } from '../ink/boxes.ts'
import { boxOf, type Ink, type InkKind, inkWithin } from '../ink.ts'
import { checkboxInk } from './checkbox.ts'

/** For each component of `ink.marks`: the index of its word, or `nobody`, or `structure` (no text at all). */
export type Owners = Int32Array
export const nobody = -1
export const structure = -2

/** Readers draw boxes tight or slightly off; ink within this distance of a box counts as in it. Inches. */
export const slackIn = 0.015
/** An accent, a comma or a dot outside every box belongs to the word this near. Inches. */
const nearIn = 0.04

const isStructure: ReadonlySet<InkKind> = new Set(['border', 'hole', 'frame', 'burr'])

/** @param isSure says of each word whether it was read surely enough to label a checkbox. */
export const ownersOf = (
  ink: Ink,
  words: readonly Box[],
  isSure: (word: number) => boolean,
  dpi: number,
): Owners => {
  const reach = words.map(box => padded(box, slackIn * dpi, slackIn * dpi))
  const near = indexOf(
    words.map(box => padded(box, nearIn * dpi, Math.max(nearIn * dpi, 0.35 * (box.bottom - box.top)))),
    Math.ceil(dpi / 4),
  )
  const owners = new Int32Array(ink.marks.count)
  for (let i = 0; i < owners.length; i++) {
    const kind = ink.kinds[i]
    const isLine = kind !== undefined && isStructure.has(kind)
    owners[i] = isLine ? structure : ownerOf(ink, i, near(boxOf(ink.marks, i)), reach, dpi)
  }
  const isPrint = (i: number) => (owners[i] as number) >= 0 && isSure(owners[i] as number)
  checkboxInk(ink, isPrint, dpi).forEach((is, i) => {
    if (is) owners[i] = structure
  })
  return owners
}

const ownerOf = (
  ink: Ink,
  i: number,
  near: readonly number[],
  reach: readonly Box[],
  dpi: number,
): number => {
  const area = ink.marks.area[i] as number
  let [best, most, total] = [nobody, 0, 0]
  for (const word of near) {
    const count = inkWithin(ink.marks, i, reach[word] as Box)
    total += count
    if (count > most) [best, most] = [word, count]
  }
  if (most >= 0.5 * area || (total >= 0.6 * area && most > 0)) return best
  const { left, top, right, bottom } = boxOf(ink.marks, i)
  const small = Math.max(right - left, bottom - top) <= 0.1 * dpi
  return small && near.length > 0 ? (best === nobody ? (near[0] as number) : best) : nobody
}
