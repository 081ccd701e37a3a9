/**
 * Words that were read surely where the words and marks beside them were not: what a pen wrote, of which a reader makes out a
 * figure here and there. Numbers beside unread ink, and numbers and capitals of a line that is mostly in doubt, stay
 * masked in the profile `strict`. Pure.
 */
import type { Box } from '../../model/geometry.ts'
import type { Word } from '../../model/page.ts'
import { heightOf, indexOf, onOneRow } from '../ink/boxes.ts'
import { units } from './telling.ts'
import { unread, type Verdict } from './verdict.ts'

/** So much of a line in doubt makes the rest of it doubtful. */
const mostUnsure = 0.4
/** How far beside a number unread ink still belongs to it, in heights of the number. */
const reachHeights = 1

/** A number in four parts is masked from either end. */
const mostPasses = 4

/** @param loose are the boxes of marks that no word accounts for. */
export const withUnsure = (
  words: readonly Word[],
  verdicts: readonly Verdict[],
  loose: readonly Box[],
  dpi: number,
): readonly Verdict[] => {
  let before = verdicts
  for (let pass = 0; pass < mostPasses; pass++) {
    const after = onePass(words, before, loose, dpi)
    if (after.every((verdict, i) => verdict === before[i])) return after
    before = after
  }
  return before
}

const onePass = (
  words: readonly Word[],
  verdicts: readonly Verdict[],
  loose: readonly Box[],
  dpi: number,
): Verdict[] => {
  const looseNear = indexOf(loose, Math.ceil(dpi / 4))
  const unsureBoxes = words.flatMap(({ box, text }, i) =>
    isUnsure(verdicts[i]) || (verdicts[i] !== null && /\d/.test(text)) ? [box] : [],
  )
  const unsureNear = indexOf(unsureBoxes, Math.ceil(dpi / 4))
  const doubtful = doubtfulLines(words, verdicts)
  const isBeside = (box: Box): boolean => {
    const zone = besideZone(box)
    const tall = 0.4 * (box.bottom - box.top)
    return (
      unsureNear(zone).some(n => onOneRow(unsureBoxes[n] as Box, box)) ||
      looseNear(zone).some(n => heightOf(loose[n] as Box) >= tall && onOneRow(loose[n] as Box, box))
    )
  }
  return words.map((word, i) => {
    const verdict = verdicts[i] as Verdict
    if (verdict !== null || !/[\p{Lu}\d]/u.test(word.text)) return verdict
    const isBareNumber = /^[^\p{L}]*\d[^\p{L}]*$/u.test(word.text) && !hasUnit(words[i + 1]?.text ?? '')
    const stays = doubtful.has(lineOf(word)) || (isBareNumber && isBeside(word.box))
    return stays ? unread('low-confidence', word.confidence) : null
  })
}

/** `mg`, `%`; not the stroke between the parts of a date. */
const hasUnit = (after: string): boolean => units.test(after) && !/^\W*[/–-]/.test(after)

const isUnsure = (verdict: Verdict | undefined): boolean =>
  verdict?.reason === 'low-confidence' || verdict?.reason === 'unread-ink'

const lineOf = ({ block, line }: Word): string => `${block}/${line}`

const doubtfulLines = (words: readonly Word[], verdicts: readonly Verdict[]): ReadonlySet<string> => {
  const lines = new Map<string, { all: number; unsure: number }>()
  for (const [i, word] of words.entries()) {
    if (!/[\p{L}\p{N}]/u.test(word.text)) continue
    const line = lines.get(lineOf(word)) ?? { all: 0, unsure: 0 }
    lines.set(lineOf(word), { all: line.all + 1, unsure: line.unsure + Number(isUnsure(verdicts[i])) })
  }
  return new Set([...lines].filter(([, { all, unsure }]) => unsure >= mostUnsure * all).map(([name]) => name))
}

const besideZone = ({ left, top, right, bottom }: Box): Box => {
  const reach = Math.ceil(reachHeights * (bottom - top))
  return { left: left - reach, top, right: right + reach, bottom }
}
