/**
 * Which words of a page need no second reading: read surely, of a shape that fits their text, known to identify nobody
 * whatever stands beside them, released, and with nothing doubtful near: no masked region, no word of which any of this is
 * untrue. One line in several is read again all the same, so that a reader that is sure of nonsense is found out.
 */
import { type Box, boundsOf } from '../../model/geometry.ts'
import type { Page, Word } from '../../model/page.ts'
import type { GateThresholds } from '../../model/thresholds.ts'
import { centreWithin, indexOf, padded } from '../ink/boxes.ts'

export type IsKnownSafe = (word: string, before: string, after: string) => boolean

/** So many words on either side of a doubtful one are read with it, since they say what it means. */
const neighbours = 1
/** As far beside a masked region, and no further, somebody may have forgotten a part of a name. Inches. */
const besideIn = 0.4
/** With more digits than this a word may be a number that identifies, alone or with its neighbours. */
const mostDigits = 3

/** @returns the released boxes of those words: the ink in them is known. */
export const trustedWords = (
  page: Page<'triaged'>,
  isKnownSafe: IsKnownSafe,
  limits: Pick<GateThresholds, 'minTrustedConfidence' | 'sampleEvery'>,
): Box[] => {
  const { words, dpi } = page
  const shown = shownBoxes(page)
  const isAlone = awayFromMasks(page)
  const sure = words.map((word, i) => {
    const box = shown[i] ?? null
    return (
      box !== null &&
      word.confidence >= limits.minTrustedConfidence &&
      isShaped(word, box) &&
      word.text.replace(/\D/g, '').length <= mostDigits &&
      isKnownSafe(word.text, '', '') &&
      isAlone(padded(box, besideIn * dpi, 0))
    )
  })
  return words.flatMap((word, i) => {
    const box = shown[i]
    const isSampled = (word.line + page.number) % limits.sampleEvery === 0
    return box && !isSampled && hasSureLine(words, sure, i) ? [box] : []
  })
}

/** The one released box that is the word's ink; null where there is none, or another word's lies in it. */
const shownBoxes = ({ words, released, dpi }: Page<'triaged'>): (Box | null)[] => {
  const near = indexOf(released, Math.ceil(dpi / 4))
  return words.map(({ box }) => {
    const own = near(box)
      .map(i => released[i] as Box)
      .filter(one => centreWithin(one, box) && one.right - one.left >= 0.5 * (box.right - box.left))
    return own.length === 1 ? (own[0] as Box) : null
  })
}

const awayFromMasks = ({ masked, dpi }: Page<'triaged'>): ((box: Box) => boolean) => {
  const near = indexOf(
    masked.map(({ quad }) => boundsOf(quad)),
    Math.ceil(dpi / 4),
  )
  return box => near(box).length === 0
}

/** As wide for its letters as print is: a reader that is sure of three letters in a signature's box has not read it. */
const isShaped = ({ text }: Word, { left, top, right, bottom }: Box): boolean => {
  const perCharacter = (right - left) / [...text].length
  return perCharacter >= 0.15 * (bottom - top) && perCharacter <= 1.6 * (bottom - top)
}

const hasSureLine = (words: readonly Word[], sure: readonly boolean[], i: number): boolean => {
  const { block, line } = words[i] as Word
  for (let at = i - neighbours; at <= i + neighbours; at++) {
    const other = words[at]
    if (other?.block === block && other.line === line && !sure[at]) return false
  }
  return true
}
