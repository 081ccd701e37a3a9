/**
 * Reads once more what a first reading left in doubt, another way: cut out, at the size that the reader reads best, turned
 * upright where its lines run at an angle. All parts are one reading. Of each part the better reading is kept, and
 * what the other made of the same place goes with it as an alternative.
 */
import type { Box } from '../../model/geometry.ts'
import { area, compose } from '../../model/geometry.ts'
import type { Word } from '../../model/page.ts'
import { padded } from '../ink/boxes.ts'
import { crop, type Resampled, rotate, scale, turn } from '../resample.ts'
import { sharedShare, withAlternatives } from './alternatives.ts'
import { type Doubt, doubtsOf, sureConfidence } from './doubt.ts'
import { montageOf } from './montage.ts'
import { turnedSureness } from './standing.ts'
import type { View } from './view.ts'

/** Letters are enlarged or reduced to this height. Pixels. */
const letterPx = 30
/** What the reader is told: 10 point print with letters of that height. */
export const montageDpi = 300
/** No more than this share of the page's pixels is read again, and no more than so many parts. */
const mostShare = 0.5
const mostParts = 60
const marginIn = 0.04
type ReadMontage = (raster: View['raster'], dpi: number) => Promise<readonly Word[]>

/** @param readMontage reads text anywhere, in no layout. Not called where nothing is in doubt. */
export const readAgain = async (
  view: View,
  dpi: number,
  first: readonly Word[],
  readMontage: ReadMontage,
): Promise<readonly Word[]> => {
  const parts = affordable(doubtsOf(view.ink, first, dpi), view, dpi)
  if (parts.length === 0) return first
  const montage = montageOf(parts.map(({ image }) => image))
  const lists = montage.wordsOfParts(await readMontage(montage.raster, montageDpi))
  return merged(
    first,
    parts.map((part, i) => ({ ...part, words: onPage(lists[i] ?? [], view) })),
  )
}

type Part = { readonly doubt: Doubt; readonly image: Resampled; readonly degrees: number }

/** The parts with the most text first, as many as the bound on work allows. */
const affordable = (doubts: readonly Doubt[], view: View, dpi: number): Part[] => {
  const parts: Part[] = []
  let left = mostShare * view.raster.pixels.length
  for (const doubt of doubts.toSorted((a, b) => area(b.box) / b.letterPx - area(a.box) / a.letterPx)) {
    const grow = growth(doubt)
    const pixels = area(doubt.box) * grow * grow * (doubt.degrees === 0 ? 1 : 2)
    if (pixels > left || parts.length >= mostParts) continue
    left -= pixels
    parts.push(...partsOf(doubt, view, dpi))
  }
  return parts
}

const growth = ({ letterPx: height }: Doubt): number =>
  Math.min(3, Math.max(0.6, letterPx / Math.max(4, height)))

/** One upright picture; two where either half turn may be the upright one. */
const partsOf = (doubt: Doubt, view: View, dpi: number): Part[] => {
  const margin = Math.max(2, marginIn * dpi)
  const cut = crop(view.raster, doubt.degrees === 0 ? doubt.box : padded(doubt.box, margin, margin))
  const straight = doubt.degrees === 0 ? cut : then(cut, raster => upright(raster, doubt.degrees))
  const grow = growth(doubt)
  const sized = then(straight, raster =>
    scale(
      raster,
      Math.max(1, Math.round(raster.widthPx * grow)),
      Math.max(1, Math.round(raster.heightPx * grow)),
    ),
  )
  if (doubt.degrees === 0) return [{ doubt, image: sized, degrees: 0 }]
  const reversed = then(sized, raster => turn(raster, 2))
  return [
    { doubt, image: sized, degrees: (doubt.degrees + 360) % 360 },
    { doubt, image: reversed, degrees: (doubt.degrees + 180) % 360 },
  ]
}

const then = (before: Resampled, step: (raster: Resampled['raster']) => Resampled): Resampled => {
  const after = step(before.raster)
  return { raster: after.raster, transform: compose(before.transform, after.transform) }
}

const upright = (raster: Resampled['raster'], degrees: number): Resampled =>
  degrees === 90 ? turn(raster, 3) : rotate(raster, -degrees)

const onPage = (words: readonly Word[], { raster: { widthPx, heightPx } }: View): Word[] =>
  words.flatMap(word => {
    const box = {
      left: Math.max(0, word.box.left),
      top: Math.max(0, word.box.top),
      right: Math.min(widthPx, word.box.right),
      bottom: Math.min(heightPx, word.box.bottom),
    }
    return box.left < box.right && box.top < box.bottom ? [{ ...word, box }] : []
  })

type ReadPart = Part & { readonly words: readonly Word[] }

const merged = (first: readonly Word[], parts: readonly ReadPart[]): Word[] => {
  const replaced = new Set<number>()
  const extra: Word[] = []
  let block = Math.max(-1, ...first.map(word => word.block))
  let line = Math.max(-1, ...first.map(word => word.line))
  const others = new Map<number, Word[]>()
  for (const doubt of new Set(parts.map(part => part.doubt))) {
    const own = parts.filter(part => part.doubt === doubt)
    const best = own.reduce((a, b) => (sureness(b.words) > sureness(a.words) ? b : a))
    const old = doubt.words.map(i => first[i] as Word)
    const fresh = best.words.filter(word => !clashes(word, first, doubt))
    if (sureness(fresh) > sureness(old)) {
      for (const i of doubt.words) replaced.add(i)
      const placed = place(fresh, best, old, first, { block: block + 1, line: line + 1 })
      block = Math.max(block, ...placed.map(word => word.block))
      line = Math.max(line, ...placed.map(word => word.line))
      extra.push(...placed.map(word => withAlternatives(word, old)))
    } else for (const i of doubt.words) others.set(i, [...fresh])
  }
  const kept = first.flatMap((word, i) =>
    replaced.has(i) ? [] : [withAlternatives(word, others.get(i) ?? [])],
  )
  return [...kept, ...extra]
}

/** What was sure already is not read over. */
const clashes = (word: Word, first: readonly Word[], doubt: Doubt): boolean =>
  first.some(
    (other, i) =>
      other.confidence >= sureConfidence &&
      !doubt.words.includes(i) &&
      sharedShare(word.box, other.box) > 0.3,
  )

/** Sure characters count by how sure they are; the others little. */
const sureness = (words: readonly Word[]): number =>
  words.reduce((sum, { text, confidence }) => {
    const length = text.replace(/[^\p{L}\p{N}]/gu, '').length
    return sum + length * confidence * (confidence >= sureConfidence ? 1 : 0.25)
  }, 0)

/** Words of a run keep its line; words found anew join the line that they stand in, or make lines of their own. */
const place = (
  fresh: readonly Word[],
  { degrees }: Part,
  old: readonly Word[],
  first: readonly Word[],
  next: { readonly block: number; readonly line: number },
): Word[] => {
  if (degrees !== 0) {
    return fresh.map(word => ({
      ...word,
      confidence: turnedSureness(word.confidence, degrees),
      angle: Math.round(degrees),
      block: next.block + word.block,
      line: next.line + word.line,
    }))
  }
  const [run] = old
  return fresh.map(word => {
    const beside = run ?? besideOf(word.box, first)
    if (beside) return { ...word, block: beside.block, line: beside.line }
    return { ...word, block: next.block + word.block, line: next.line + word.line }
  })
}

/** The nearest word that stands in the same line of print. */
const besideOf = (box: Box, words: readonly Word[]): Word | undefined => {
  const height = box.bottom - box.top
  const gap = (word: Word) => Math.max(word.box.left - box.right, box.left - word.box.right)
  return words
    .filter(({ box: other }) => {
      const common = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
      return common >= 0.6 * Math.min(height, other.bottom - other.top)
    })
    .filter(word => gap(word) < 8 * height)
    .toSorted((a, b) => gap(a) - gap(b))[0]
}
