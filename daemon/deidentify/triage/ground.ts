/**
 * Light print on a dark ground: the heading of a table, a label. There the paper is the ink of the letters, so that the
 * ground stays black all over but for the boxes of words that were read and judged safe, and a masked word, an unread word
 * and no word at all look alike.
 */
import { area, type Box, overlaps } from '../../model/geometry.ts'
import type { Word } from '../../model/page.ts'
import { centreWithin, padded } from '../ink/boxes.ts'
import { componentsOf } from '../ink/components.ts'
import { type Bitmap, boxOf, type Ink } from '../ink.ts'
import { around, type Region } from './cover.ts'
import { unread, type Verdict } from './verdict.ts'

export type Ground = {
  readonly box: Box
  /** Indexes of the words on it. */
  readonly words: readonly number[]
}

/** More of a word's box than this is dark only where the print is light: bold capitals reach 0.45. */
const darkShare = 0.5
/** Of a ground's box, dark or in the box of a word: what is not is a picture. */
const leastSolid = 0.85
/** Of a ground's box, under words that were read surely: on a picture a reader finds a few. */
const leastPrinted = 0.02
/** Taller print on a ground is none, nor is a light spot that a reader took for a word. Inches. */
const tallestPrintIn = 0.5
const leastHighIn = 0.08
const leastWideIn = 0.25

/** @param isSure says of a word that it was read surely: a ground on which nothing was is a picture. */
export const groundsOf = (
  ink: Ink,
  words: readonly Word[],
  isSure: (word: Word) => boolean,
  dpi: number,
): Ground[] => {
  const isLight = ({ box }: Word) =>
    box.bottom - box.top <= tallestPrintIn * dpi && darkIn(ink.bitmap, box) > darkShare
  const light = [...words.keys()].filter(i => isLight(words[i] as Word))
  if (!light.some(i => isSure(words[i] as Word))) return []
  const components = componentsOf(ink.bitmap)
  return Array.from({ length: components.count }, (_, i) => i).flatMap(i => {
    const box = boxOf(components, i)
    if (box.bottom - box.top < leastHighIn * dpi || box.right - box.left < leastWideIn * dpi) return []
    const own = light.filter(word => centreWithin((words[word] as Word).box, box))
    const sure = own.filter(word => isSure(words[word] as Word)).map(word => (words[word] as Word).box)
    const printed = sure.reduce((sum, one) => sum + area(one), 0)
    if (sure.length === 0 || printed < leastPrinted * area(box)) return []
    const boxes = own.map(word => (words[word] as Word).box)
    return solidity(ink.bitmap, box, boxes) >= leastSolid ? [{ box, words: own }] : []
  })
}

/** The page without its grounds, so that they are not taken for pictures. */
export const withoutGrounds = ({ bitmap, ...ink }: Ink, grounds: readonly Ground[]): Ink => {
  if (grounds.length === 0) return { bitmap, ...ink }
  const bits = bitmap.bits.slice()
  for (const { box } of grounds) {
    for (let y = box.top; y < box.bottom; y++) {
      bits.fill(0, y * bitmap.widthPx + box.left, y * bitmap.widthPx + box.right)
    }
  }
  return { ...ink, bitmap: { ...bitmap, bits } }
}

/** Light strokes lie in a reader's box with this room around them. Inches. */
const roomIn = 0.012

/** What comes back of a ground, and what stays black. */
export const divideGround = (
  { box, words: own }: Ground,
  words: readonly Word[],
  verdicts: readonly Verdict[],
  dpi: number,
): { readonly released: readonly Box[]; readonly masked: readonly Region[] } => {
  const place = (i: number) => clipped(padded((words[i] as Word).box, roomIn * dpi, roomIn * dpi), box)
  const hidden = own.filter(i => verdicts[i] !== null)
  const hiddenBoxes = hidden.map(place)
  /** Of the surest word in the piece: a box of its own would tell the word's width. */
  const verdictIn = (piece: Box): NonNullable<Verdict> =>
    hidden
      .filter((_, n) => overlaps(hiddenBoxes[n] as Box, piece))
      .map(i => verdicts[i] as NonNullable<Verdict>)
      .toSorted((one, two) => two.confidence - one.confidence)[0] ?? unread('unread-ink', 0)
  const released = own.filter(i => verdicts[i] === null).flatMap(i => around(place(i), hiddenBoxes, 2))
  const rest = around(box, released, 1).map(piece => ({ box: piece, verdict: verdictIn(piece) }))
  return { released, masked: rest }
}

const clipped = (one: Box, bounds: Box): Box => ({
  left: Math.max(bounds.left, Math.floor(one.left)),
  top: Math.max(bounds.top, Math.floor(one.top)),
  right: Math.min(bounds.right, Math.ceil(one.right)),
  bottom: Math.min(bounds.bottom, Math.ceil(one.bottom)),
})

const darkIn = (bitmap: Bitmap, box: Box): number => {
  const { widthPx, heightPx, bits } = bitmap
  const { left, top, right, bottom } = clipped(box, { left: 0, top: 0, right: widthPx, bottom: heightPx })
  let dark = 0
  for (let y = top; y < bottom; y++) {
    for (let at = y * widthPx + left; at < y * widthPx + right; at++) dark += bits[at] as number
  }
  return dark / Math.max(1, (right - left) * (bottom - top))
}

/** The share of a box that is dark, the boxes of words counted as dark. */
const solidity = (bitmap: Bitmap, box: Box, words: readonly Box[]): number => {
  const light = words
    .map(word => clipped(word, box))
    .reduce((sum, word) => sum + area(word) * (1 - darkIn(bitmap, word)), 0)
  return darkIn(bitmap, box) + light / area(box)
}
