/**
 * Decides what of a page may be seen, by default deny: the page starts fully masked, and ink comes back only where it
 * was understood and is safe. Pure: pixels, words and findings in; boxes out. It must never let a doubt release ink.
 */
import { area, type Box, boundsOf, overlaps } from '../model/geometry.ts'
import { type HeldReason, type Page, pageAt, type Word } from '../model/page.ts'
import type { Policy } from '../model/policy.ts'
import { type TriageThresholds, triageThresholds } from '../model/thresholds.ts'
import { centreWithin } from './ink/boxes.ts'
import { barcodeLikeOf, boxOf, type Ink, inkOf, isDense, picturesOf } from './ink.ts'
import { withCombs } from './triage/combs.ts'
import { closedRegion, coverWords, maskedOf, type Region } from './triage/cover.ts'
import { divideGround, groundsOf, withoutGrounds } from './triage/ground.ts'
import { withIslands } from './triage/islands.ts'
import { type IsKnownSafe, judgeWords } from './triage/judge.ts'
import { type Owners, ownersOf } from './triage/owner.ts'
import { inkOfWords, releasedStructure, releasedWords, type WordInk } from './triage/release.ts'
import { understood } from './triage/understood.ts'
import { coverUnread, unreadMarks } from './triage/unread.ts'
import { withUnsure } from './triage/unsure.ts'
import { type Closed, unread, type Verdict } from './triage/verdict.ts'

export type { IsKnownSafe } from './triage/judge.ts'

const quietZoneIn = 0.1

export const triage = (
  page: Page<'detected'>,
  policy: Policy,
  isKnownSafe: IsKnownSafe,
  thresholds: TriageThresholds = triageThresholds,
): Page<'triaged'> => {
  const ink = inkOf(page.raster, page.bilevel, page.dpi)
  const isSure = (word: Word) => word.confidence >= policy.minWordConfidence
  const grounds = groundsOf(ink, page.words, isSure, page.dpi)
  const closed = closedRegionsOf(page, withoutGrounds(ink, grounds), policy)
  const boxes = page.words.map(word => word.box)
  const owners = ownersOf(ink, boxes, word => isSure(page.words[word] as Word), page.dpi)
  const onPaper = inkOfWords(ink, owners, boxes, page.dpi)
  const onGround = new Set(grounds.flatMap(({ words }) => words))
  const wordInks = onPaper.map((one, i) => (onGround.has(i) ? { box: null, clean: false } : one))
  const judged = judgeWords(page, policy, isKnownSafe, closed, thresholds)
  const clear = judged.map((verdict, i) => verdict ?? doubt(wordInks[i] as WordInk))
  const apart = [...closed, ...grounds.map(({ box }) => ({ box, verdict: unread('unread-ink', 0) }))]
  const loose = unreadMarks(ink, owners, page.dpi).filter(
    i => !apart.some(region => centreWithin(boxOf(ink.marks, i), region.box)),
  )
  const looseBoxes = loose.map(i => boxOf(ink.marks, i))
  const verdicts = policy.profile === 'strict' ? cautious(page, clear, looseBoxes) : clear
  const lit = grounds
    .filter(({ box }) => !closed.some(region => overlaps(region.box, box)))
    .map(ground => divideGround(ground, page.words, verdicts, page.dpi))
  const { released, regions } = divide(page, ink, owners, wordInks, verdicts, apart, loose, looseBoxes)
  const masked = [...closed, ...lit.flatMap(one => one.masked), ...regions].map(maskedOf)
  const releasedLight = lit.flatMap(one => one.released)
  const { inkUnderstood, inkDoubts } = understood(ink, owners, verdicts, apart, page.dpi)
  const held = heldFor(page, policy, inkUnderstood, closed, thresholds)
  return pageAt('triaged', { ...page, released, releasedLight, masked, inkUnderstood, inkDoubts, held })
}

const cautious = ({ words, dpi }: Page<'detected'>, verdicts: readonly Verdict[], loose: readonly Box[]) =>
  withIslands(words, withUnsure(words, withCombs(words, verdicts), loose, dpi), loose, dpi)

/** A word whose ink is not (only) its own is not what was read. */
const doubt = ({ box, clean }: WordInk): Verdict => (box === null || clean ? null : unread('unread-ink', 0))

const pageBox = ({ raster }: Page<'detected'>): Box => ({
  left: 0,
  top: 0,
  right: raster.widthPx,
  bottom: raster.heightPx,
})

/** Barcodes with their quiet zone, what looks like one, and pictures. */
const closedRegionsOf = (page: Page<'detected'>, ink: Ink, policy: Policy): Closed[] => {
  const verdict = { ...unread('barcode', 1), class: 'OTHER_ID' as const }
  const found = page.barcodes
    .filter(({ quad, payload }) => payload !== null || isDense(ink, boundsOf(quad)))
    .map(({ quad }) => boundsOf(quad))
  const codes = [...found, ...barcodeLikeOf(ink, page.dpi)]
  const barcodes = codes.map((box): Closed => {
    const quiet = Math.max(
      quietZoneIn * page.dpi,
      0.06 * Math.max(box.right - box.left, box.bottom - box.top),
    )
    return { box: closedRegion(box, quiet, pageBox(page)), verdict }
  })
  const pictures = picturesOf(ink, page.dpi)
    .filter(box => !isPrint(page, ink, box, policy) && !barcodes.some(code => centreWithin(box, code.box)))
    .map((box): Closed => ({ box, verdict: { class: 'PHOTO', reason: 'photo', confidence: 0.5 } }))
  return [...barcodes, ...pictures]
}

/** Dense bold print that was read is no picture. */
const isPrint = ({ words }: Page<'detected'>, ink: Ink, box: Box, policy: Policy): boolean => {
  let [total, read] = [0, 0]
  const sure = words.filter(
    word => word.confidence >= policy.minWordConfidence && centreWithin(word.box, box),
  )
  for (let i = 0; i < ink.marks.count; i++) {
    const mark = boxOf(ink.marks, i)
    if (!centreWithin(mark, box)) continue
    const inked = ink.marks.area[i] as number
    total += inked
    if (ink.kinds[i] !== 'drawing' && sure.some(word => centreWithin(mark, word.box))) read += inked
  }
  return read > 0.6 * total
}

const divide = (
  page: Page<'detected'>,
  ink: Ink,
  owners: Owners,
  wordInks: readonly WordInk[],
  verdicts: readonly Verdict[],
  closed: readonly Closed[],
  loose: readonly number[],
  looseBoxes: readonly Box[],
) => {
  const { dpi, words } = page
  const isOpen = (box: Box) => !closed.some(region => centreWithin(box, region.box))
  const safe = releasedWords(verdicts, wordInks)
  const structure = releasedStructure(
    ink,
    owners,
    looseBoxes,
    closed.map(region => region.box),
    dpi,
  )
  const walls = [...Array(ink.rules[1].count).keys()].map(i => boxOf(ink.rules[1], i))
  const boxes = words.map(({ box }, i) => fullWidth(wordInks[i]?.box ?? box, box))
  const shown = words.map((_, i) => (wordInks[i]?.box == null ? null : verdicts[i])) as readonly Verdict[]
  const room = { dpi, page: pageBox(page), released: [...safe, ...structure.filter(isTick(dpi))], walls }
  const outside = shown.map((verdict, i) => (isOpen((words[i] as { box: Box }).box) ? verdict : null))
  const regions: Region[] = [
    ...coverWords(words, boxes, outside, room),
    ...coverUnread(ink, loose, safe, dpi).map(box => ({ box, verdict: unread('unread-ink', 0) })),
  ]
  return { released: [...safe, ...structure], regions }
}

/** As large as a checkbox: a region that is widened ends before it. */
const isTick =
  (dpi: number) =>
  ({ left, top, right, bottom }: Box): boolean =>
    Math.max(right - left, bottom - top) <= 0.4 * dpi && Math.min(right - left, bottom - top) >= 0.06 * dpi

/**
 * As high as the word's ink, as wide as the reader's box: letters that touch a neighbour belong to the neighbour's
 * component, and are masked by their place.
 */
const fullWidth = (ink: Box, read: Box): Box => {
  const inset = 0.15 * (ink.bottom - ink.top)
  return {
    ...ink,
    left: Math.min(ink.left, read.left + inset),
    right: Math.max(ink.right, read.right - inset),
  }
}

const heldFor = (
  page: Page<'detected'>,
  policy: Policy,
  inkUnderstood: number,
  closed: readonly Closed[],
  { minOrientationConfidence, mostPicture }: TriageThresholds,
): HeldReason | null => {
  const pictured = closed
    .filter(({ verdict }) => verdict.reason === 'photo')
    .reduce((sum, { box }) => sum + area(box), 0)
  if (page.orientationConfidence < minOrientationConfidence) return 'orientation-doubtful'
  if (pictured > mostPicture * area(pageBox(page))) return 'photo'
  return inkUnderstood < policy.minInkUnderstood ? 'little-understood' : null
}
