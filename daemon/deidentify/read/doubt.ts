/**
 * What a first reading left in doubt: runs of unsure words on a line, and ink that looks like print and lies in no sure
 * word, with the angle at which its lines run. Pixels and boxes only.
 */
import { type Box, overlaps } from '../../model/geometry.ts'
import type { Word } from '../../model/page.ts'
import { centreWithin, indexOf, padded, unionOf } from '../ink/boxes.ts'
import { boxOf, cellsToPage, clustersOf, type Ink } from '../ink.ts'
import { angleOf } from './angle.ts'

/** Below this a word is as likely noise as text; policies ask for more before they release it. */
export const sureConfidence = 0.6
/** Marks closer than this are of one region. Inches. */
const cellIn = 0.07
const fewestMarks = 3
/** Print is at least this high and at most that. Inches. */
const [lowestIn, highestIn] = [0.035, 0.45]

export type Doubt = {
  readonly box: Box
  /** By which its lines are turned clockwise; 0 for lines that run across. Either half turn is possible where it is not 0. */
  readonly degrees: number
  /** Indexes of the words that a better reading replaces. */
  readonly words: readonly number[]
  /** The height of its letters, pixels. */
  readonly letterPx: number
}

export const doubtsOf = (ink: Ink, words: readonly Word[], dpi: number): Doubt[] => {
  const slanted = slantedRegions(ink, words, dpi)
  const taken = new Set(slanted.flatMap(doubt => doubt.words))
  const isApart = (box: Box) => !slanted.some(other => centreWithin(box, other.box))
  const missed = missedRegions(ink, words, dpi).filter(({ box }) => isApart(box))
  return [...slanted, ...unsureRuns(words, taken), ...missed]
}

const isSure = ({ confidence }: Word): boolean => confidence >= sureConfidence

/** Unsure words that follow each other on a line; words of no letter and no digit are not worth it. */
const unsureRuns = (words: readonly Word[], taken: ReadonlySet<number>): Doubt[] => {
  const runs: number[][] = []
  words.forEach((word, i) => {
    if (isSure(word) || taken.has(i) || !/[\p{L}\p{N}]/u.test(word.text)) return
    const run = runs.at(-1)
    const before = words[run?.at(-1) ?? -1]
    const follows = before && before.block === word.block && before.line === word.line
    if (run && follows && run.at(-1) === i - 1) run.push(i)
    else runs.push([i])
  })
  return runs.map(run => {
    const boxes = run.map(i => (words[i] as Word).box)
    const height = Math.max(...boxes.map(({ top, bottom }) => bottom - top))
    const box = padded(unionOf(boxes), 0.5 * height, 0.2 * height)
    return { box: within(box, words, run), degrees: 0, words: run, letterPx: 0.8 * height }
  })
}

/** Cut back to the middle of the gaps to the neighbours on the line. */
const within = (box: Box, words: readonly Word[], run: readonly number[]): Box => {
  const first = words[run[0] as number] as Word
  const [before, after] = [words[(run[0] as number) - 1], words[(run.at(-1) as number) + 1]]
  const isBeside = (word: Word | undefined): word is Word => word !== undefined && word.line === first.line
  const left = isBeside(before) && before.box.right <= first.box.left ? before.box.right : box.left
  const end = (words[run.at(-1) as number] as Word).box.right
  const right = isBeside(after) && after.box.left >= end ? after.box.left : box.right
  return { ...box, left: Math.max(box.left, left), right: Math.min(box.right, right) }
}

const isPrint = ({ left, top, right, bottom }: Box, dpi: number): boolean => {
  const [small, large] = [Math.min(right - left, bottom - top), Math.max(right - left, bottom - top)]
  return large >= lowestIn * dpi && small <= highestIn * dpi && large <= 1.5 * dpi
}

/** Letters in none of these words, by index of their component. */
const lettersOutside = (ink: Ink, words: readonly Word[], dpi: number): number[] => {
  const near = indexOf(
    words.map(({ box }) => padded(box, 2, 2)),
    Math.ceil(dpi / 4),
  )
  return [...ink.kinds.keys()].filter(i => {
    const box = boxOf(ink.marks, i)
    return ink.kinds[i] === 'letter' && isPrint(box, dpi) && near(box).length === 0
  })
}

type Cluster = { readonly box: Box; readonly marks: readonly Box[] }

const clustersAt = (ink: Ink, chosen: readonly number[], cellPx: number): Cluster[] => {
  const clusters = clustersOf(ink.marks, chosen, ink.bitmap, cellPx)
  const boxes = chosen.map(i => boxOf(ink.marks, i))
  const near = indexOf(boxes, 64)
  return [...Array(clusters.count).keys()].map(i => {
    const box = cellsToPage(boxOf(clusters, i), cellPx, ink.bitmap)
    return {
      box,
      marks: near(box)
        .map(n => boxes[n] as Box)
        .filter(mark => centreWithin(mark, box)),
    }
  })
}

const letterHeight = (marks: readonly Box[], degrees: number): number => {
  const upright = Math.abs(Math.abs(degrees) - 90) > 45
  const heights = marks.map(({ left, top, right, bottom }) => (upright ? bottom - top : right - left))
  return heights.toSorted((a, b) => a - b)[Math.floor(0.7 * heights.length)] ?? 1
}

/** The tops and tails of a few letters tilt their line a little; of many they do not. */
const leastDegrees = (letters: number): number => 4 + 60 / letters

/** Print whose lines run at an angle, read as nothing or as unsure scraps. */
const slantedRegions = (ink: Ink, words: readonly Word[], dpi: number): Doubt[] => {
  const sure = words.filter(word => isSure(word) && word.text.length >= 3)
  const letters = lettersOutside(ink, sure, dpi)
  return clustersAt(ink, letters, Math.max(2, Math.round(cellIn * dpi))).flatMap(
    ({ box, marks }): Doubt[] => {
      if (marks.length < fewestMarks + 1) return []
      const degrees = angleOf(marks)
      if (degrees === null || Math.abs(degrees) < leastDegrees(marks.length)) return []
      const inside = [...words.keys()].filter(i => centreWithin((words[i] as Word).box, padded(box, 4, 4)))
      return [{ box, degrees, words: inside, letterPx: letterHeight(marks, degrees) }]
    },
  )
}

/** Print in no word at all, whose lines run across. */
const missedRegions = (ink: Ink, words: readonly Word[], dpi: number): Doubt[] =>
  clustersAt(ink, lettersOutside(ink, words, dpi), Math.max(2, Math.round(cellIn * dpi))).flatMap(
    ({ box, marks }): Doubt[] => {
      const some = marks.length >= fewestMarks || marks.some(mark => mark.bottom - mark.top >= 0.07 * dpi)
      if (!some || box.bottom - box.top > 1.5 * dpi) return []
      const own = words.filter(word => overlaps(word.box, box))
      if (own.length > 0 && marks.length < fewestMarks) return []
      return [{ box, degrees: 0, words: [], letterPx: letterHeight(marks, 0) }]
    },
  )
