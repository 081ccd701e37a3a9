/** The boxes whose ink comes back: of words that were judged safe, as tight as their own ink, and of structure. */
import { type Box, overlaps } from '../../model/geometry.ts'
import { indexOf, padded, shared, unionOf } from '../ink/boxes.ts'
import { bandsOf, boxOf, type Components, eachRun, type Ink, inkWithin } from '../ink.ts'
import { nobody, type Owners, slackIn, structure } from './owner.ts'
import type { Verdict } from './verdict.ts'

/** Room for the gray edge of a stroke. Pixels. */
const edgePx = 2
/** More foreign ink than this share of a word's own, and the word is not what was read. */
const mostForeign = 0.15

export type WordInk = {
  /** The box of the word's own ink, within the reader's box; null where there is none. */
  readonly box: Box | null
  /** Safe to show: nothing but the word itself is there. */
  readonly clean: boolean
}

/** What ink each word really has, and whether unread ink runs through it. */
export const inkOfWords = (ink: Ink, owners: Owners, words: readonly Box[], dpi: number): WordInk[] => {
  const own = words.map((): number[] => [])
  const loose: number[] = []
  owners.forEach((owner, i) => {
    if (owner >= 0) own[owner]?.push(i)
    else if (owner === nobody && ink.kinds[i] !== 'speck') loose.push(i)
  })
  const looseBoxes = loose.map(i => boxOf(ink.marks, i))
  const looseNear = indexOf(looseBoxes, Math.ceil(dpi / 4))
  return words.map((word, w) => {
    const limit = padded(word, slackIn * dpi, slackIn * dpi)
    const parts = (own[w] as number[]).map(i => ({ i, box: shared(boxOf(ink.marks, i), limit) }))
    if (parts.length === 0) return { box: null, clean: false }
    const box = unionOf(parts.map(part => part.box))
    const inked = parts.reduce((sum, { i }) => sum + inkWithin(ink.marks, i, limit), 0)
    const foreign = looseNear(box).reduce((sum, n) => sum + inkWithin(ink.marks, loose[n] as number, box), 0)
    const drawn = parts.some(({ i }) => ink.kinds[i] === 'drawing')
    const covers = box.right - box.left >= 0.5 * (word.right - word.left)
    return { box, clean: !drawn && covers && foreign <= mostForeign * inked }
  })
}

export const releasedWords = (verdicts: readonly Verdict[], inks: readonly WordInk[]): Box[] =>
  inks.flatMap(({ box }, i) => (verdicts[i] === null && box !== null ? [padded(box, edgePx, edgePx)] : []))

/**
 * Rules, frames, checkboxes and their ticks. Short strokes that touch unread ink are taken for a part of it, and
 * nothing is released inside a closed region.
 */
export const releasedStructure = (
  ink: Ink,
  owners: Owners,
  unreadBoxes: readonly Box[],
  closed: readonly Box[],
  dpi: number,
): Box[] => {
  const touchesUnread = indexOf(unreadBoxes, Math.ceil(dpi / 4))
  const open = (box: Box) => !closed.some(region => overlaps(region, box))
  const rules = ink.rules.flatMap(components =>
    [...Array(components.count).keys()].flatMap(i => {
      const box = boxOf(components, i)
      const long = Math.max(box.right - box.left, box.bottom - box.top) >= dpi
      const near = isSlanted(components, i) ? penReachIn * dpi : edgePx
      const apart = (long && near === edgePx) || touchesUnread(padded(box, near, near)).length === 0
      return open(box) && apart ? piecesOf(components, i, Math.ceil(dpi / 2)) : []
    }),
  )
  const marks = [...ink.kinds.keys()].flatMap(i => {
    const box = boxOf(ink.marks, i)
    if (owners[i] !== structure || !open(box)) return []
    if (ink.kinds[i] === 'frame') return bandsOf(box, 0.06 * dpi)
    if (ink.kinds[i] === 'border' || ink.kinds[i] === 'hole' || ink.kinds[i] === 'burr') return []
    return touchesUnread(box).length === 0 ? [box] : []
  })
  return [...rules, ...marks].map(box => padded(box, edgePx, edgePx))
}

/** The flourish of a signature runs as far as a rule, but climbs by more than it is thick, and near the rest of it. */
const penReachIn = 0.2

const isSlanted = (components: Components, i: number): boolean => {
  const { left, top, right, bottom } = boxOf(components, i)
  const [length, breadth] = [Math.max(right - left, bottom - top), Math.min(right - left, bottom - top)]
  const thickness = (components.area[i] as number) / length
  return breadth > 1.6 * thickness + 2
}

/** A rule that climbs a little, as boxes of at most `lengthPx` along it, each as tight as its own ink. */
const piecesOf = (components: Components, i: number, lengthPx: number): Box[] => {
  const box = boxOf(components, i)
  const across = box.right - box.left >= box.bottom - box.top
  const pieces = new Map<number, Box>()
  eachRun(components, i, (y, start, end) => {
    const first = across ? Math.floor((start - box.left) / lengthPx) : Math.floor((y - box.top) / lengthPx)
    const last = across ? Math.floor((end - 1 - box.left) / lengthPx) : first
    for (let n = first; n <= last; n++) {
      const left = across ? Math.max(start, box.left + n * lengthPx) : start
      const right = across ? Math.min(end, box.left + (n + 1) * lengthPx) : end
      const run = { left, top: y, right, bottom: y + 1 }
      const known = pieces.get(n)
      pieces.set(n, known ? unionOf([known, run]) : run)
    }
  })
  return [...pieces.values()]
}
