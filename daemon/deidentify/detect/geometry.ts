/**
 * Context that only the page shows: a label that stands above its value in a column, or left of it in another block.
 * Label and value are put side by side in a text of their own, the rules read that, and what they find goes back
 * to the words by offsets. Pure.
 */
import type { Box } from '../../model/geometry.ts'
import type { Finding } from '../../model/identifier.ts'
import type { PageText, Word } from '../../model/page.ts'
import { type LabelHit, labelHits } from './labels.ts'
import { type Scan, scanOf } from './scan.ts'

type Placed = { readonly word: Word; readonly index: number }

const heightOf = (box: Box): number => Math.max(1, box.bottom - box.top)

const union = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(box => box.left)),
  top: Math.min(...boxes.map(box => box.top)),
  right: Math.max(...boxes.map(box => box.right)),
  bottom: Math.max(...boxes.map(box => box.bottom)),
})

/** The indexes of the words that `[start, end)` of the text touches. */
export const wordsAt = ({ spans }: PageText, start: number, end: number): readonly number[] => {
  const touched: number[] = []
  for (const [index, span] of spans.entries()) if (span.start < end && start < span.end) touched.push(index)
  return touched
}

const isOnRow = (label: Box, box: Box): boolean =>
  Math.min(label.bottom, box.bottom) - Math.max(label.top, box.top) >
  0.5 * Math.min(heightOf(label), heightOf(box))

/** Words of one cell: each begins no more than a wide gap after the one before it. */
const cell = (row: readonly Placed[], first: number, gap: number): readonly Placed[] => {
  const words: Placed[] = []
  for (const placed of row.slice(first)) {
    const last = words.at(-1)
    if (last !== undefined && placed.word.box.left - last.word.box.right > gap) break
    words.push(placed)
    if (words.length === 8) break
  }
  return words
}

const byLeft = (one: Placed, two: Placed): number => one.word.box.left - two.word.box.left

/** The cell right of the label on the same row, whatever block the reader put it in. */
const rightOf = (label: Box, words: readonly Placed[]): readonly Placed[] => {
  const row = words
    .filter(({ word: { box } }) => isOnRow(label, box) && box.left >= label.right - 2)
    .sort(byLeft)
  const first = row[0]
  if (first === undefined || first.word.box.left - label.right > 30 * heightOf(label)) return []
  return cell(row, 0, 1.6 * heightOf(label))
}

/** The cell under the label: the nearest row below whose words begin under it. */
const below = (label: Box, words: readonly Placed[]): readonly Placed[] => {
  const height = heightOf(label)
  const under = words.filter(
    ({ word: { box } }) =>
      box.top >= label.bottom - 0.3 * height &&
      box.top - label.bottom < 2.5 * height &&
      box.right > label.left - height &&
      box.left < label.right + height,
  )
  const top = Math.min(...under.map(({ word }) => word.box.top))
  const nearest = under.find(({ word }) => word.box.top === top)
  if (nearest === undefined) return []
  const row = words.filter(({ word }) => isOnRow(nearest.word.box, word.box)).sort(byLeft)
  const start = row.findIndex(({ word }) => word.box.right > label.left - height)
  return start === -1 ? [] : cell(row, start, 1.2 * height)
}

/** The findings of `LABEL: value` that lie in the value, at the value's place in the page's text. */
const carried = (
  label: string,
  value: readonly Placed[],
  text: PageText,
  scan: Scan,
  find: (scan: Scan) => readonly Finding[],
): Finding[] => {
  let built = `${label.replace(/[\s:#]+$/, '')}: `
  const map = value.map(({ word, index }) => {
    const start = built.length
    built += `${word.text} `
    return { start, end: start + word.text.length, target: text.spans[index]?.start ?? 0 }
  })
  return find(scanOf(built, scan.gazetteer)).flatMap(finding => {
    const inside = map.filter(({ start, end }) => finding.start < end && start < finding.end)
    return inside.map(({ start, end, target }) => ({
      ...finding,
      start: target + Math.max(0, finding.start - start),
      end: target + Math.min(end, finding.end) - start,
    }))
  })
}

const isWholeLabel = (hit: LabelHit, scan: Scan): boolean => {
  const before = scan.text.slice(Math.max(0, hit.start - 1), hit.start)
  const after = scan.text.slice(hit.labelEnd, hit.labelEnd + 24)
  const isCell = /^$|[\n\t|]/.test(before) && /^[:#]?\s*(?:$|[\n\t])/.test(after)
  return hit.marked || isCell
}

/** A value stands right after the label in the text itself: the rules have read it there. */
const isAnswered = (hit: LabelHit, hits: readonly LabelHit[], scan: Scan): boolean =>
  !hit.broken &&
  /^[^\s|]/.test(scan.text.slice(hit.end, hit.end + 1)) &&
  !scan.text.slice(hit.labelEnd, hit.end).includes('\t') &&
  !hits.some(other => other !== hit && other.start === hit.end)

/** What the rules find when each label reads the cell to its right or, where that holds nothing, the cell beneath it. */
export const besideLabels = (
  words: readonly Word[],
  text: PageText,
  scan: Scan,
  find: (scan: Scan) => readonly Finding[],
): Finding[] => {
  const placed = words.map((word, index) => ({ word, index }))
  const all = labelHits(scan)
  const hits = all.filter(hit => isWholeLabel(hit, scan))
  const labelWords = new Set(hits.flatMap(hit => wordsAt(text, hit.start, hit.labelEnd)))
  const values = placed.filter(({ index }) => !labelWords.has(index))
  return hits.flatMap(hit => {
    const own = wordsAt(text, hit.start, hit.labelEnd)
    const boxes = own.map(index => words[index]?.box).filter(box => box !== undefined)
    if (boxes.length === 0 || isAnswered(hit, all, scan)) return []
    const label = scan.letters.slice(hit.start, hit.labelEnd)
    const read = (value: readonly Placed[]): Finding[] =>
      value.length === 0 ? [] : carried(label, value, text, scan, find)
    const right = read(rightOf(union(boxes), values))
    return right.length > 0 ? right : read(below(union(boxes), values))
  })
}
