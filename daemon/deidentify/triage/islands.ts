/**
 * A single word between two masks of its line: the initial that a reader took for a figure, the `Ext` of a number, the middle of
 * a name. Only small words of the language, units and labels may stand there. For the profile `strict`. Pure.
 */
import type { Box } from '../../model/geometry.ts'
import type { Word } from '../../model/page.ts'
import { heightOf, indexOf, onOneRow } from '../ink/boxes.ts'
import { units } from './telling.ts'
import { unread, type Verdict } from './verdict.ts'

/** How far to the masks at both sides, in heights of the word. */
const reachHeights = 1.2

const small =
  /^\W*(?:a|an|the|and|or|of|in|on|at|to|by|for|from|with|is|are|was|were|be|has|had|his|her|their|she|he|they|who|as|than|per|via|if|but|not|no|until|through|since|seen|dated|born|age|aged|sex|male|female|dob|mrn|fax|tel|phone|id)\W*$/i

/** @param loose are the boxes of marks that no word accounts for. */
export const withIslands = (
  words: readonly Word[],
  verdicts: readonly Verdict[],
  loose: readonly Box[],
  dpi: number,
): Verdict[] => {
  const hidden = [...words.flatMap(({ box }, i) => (verdicts[i] === null ? [] : [box])), ...loose]
  const near = indexOf(hidden, Math.ceil(dpi / 4))
  const hasMask = (word: Box, zone: Box): boolean => near(zone).some(n => isTallOnRow(hidden[n] as Box, word))
  return words.map((word, i) => {
    const verdict = verdicts[i] as Verdict
    const mayStand = /[:=]$/.test(word.text) || small.test(word.text) || units.test(word.text)
    if (verdict !== null || mayStand || !/[\p{L}\p{N}]/u.test(word.text)) return verdict
    const { left, top, right, bottom } = word.box
    const reach = Math.ceil(reachHeights * (bottom - top))
    const isIsland =
      hasMask(word.box, { left: left - reach, top, right: left, bottom }) &&
      hasMask(word.box, { left: right, top, right: right + reach, bottom })
    return isIsland ? unread('unknown-word', word.confidence) : null
  })
}

const isTallOnRow = (mask: Box, word: Box): boolean =>
  heightOf(mask) >= 0.5 * heightOf(word) && onOneRow(mask, word)
