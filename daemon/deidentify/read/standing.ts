/**
 * Words on their side that a reader turned by itself: told by their boxes, which stand, and given their angle. Text at
 * another angle must be surer than upright text before it counts as sure.
 */
import type { Word } from '../../model/page.ts'

/** Upright boxes around text that runs aslant take in its neighbours: such text is never sure. */
const slantedConfidence = 0.5
/** Text on its side or head is sure only from here on. */
const turnedConfidence = 0.85

/** @param degrees not 0. */
export const turnedSureness = (confidence: number, degrees: number): number =>
  degrees % 90 === 0 && confidence >= turnedConfidence ? confidence : Math.min(confidence, slantedConfidence)

/** The words as they came, those that stand with `angle` 90 or 270: the way that their line runs. */
export const withStanding = <W extends Word>(words: readonly W[]): W[] =>
  words.map((word, i) => {
    if (!stands(word)) return word
    const angle = runsUp(word, words[i - 1], words[i + 1]) ? 270 : 90
    return { ...word, angle, confidence: turnedSureness(word.confidence, angle) }
  })

const stands = ({ text, box }: Word): boolean => {
  const length = [...text].length
  return length >= 3 && box.bottom - box.top > (length >= 5 ? 1.2 : 2) * (box.right - box.left)
}

const runsUp = (word: Word, before: Word | undefined, behind: Word | undefined): boolean => {
  const isOfLine = (other: Word | undefined): other is Word =>
    other !== undefined && other.block === word.block && other.line === word.line
  if (isOfLine(behind)) return behind.box.top < word.box.top
  return isOfLine(before) && before.box.top > word.box.top
}
