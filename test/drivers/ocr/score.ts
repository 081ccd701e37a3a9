/** How well words that were read agree with the truth: each true word against what was read on its place. */
import type { TruthWord } from './paper.ts'

export type ReadWord = {
  readonly text: string
  readonly box: { left: number; top: number; right: number; bottom: number }
  readonly confidence: number
}
export type Score = {
  /** Share of the true words read exactly. */
  readonly right: number
  /** Mean intersection over union of the boxes of the words read exactly. */
  readonly overlap: number
  /** Share of the true words read exactly and with a confidence of at least 0.6 and 0.7. */
  readonly rightAt60: number
  readonly rightAt70: number
  /** Share of the words read with a confidence of at least 0.6 that are wrong. */
  readonly wrongAt60: number
}

type Box = ReadWord['box']
const shared = (one: Box, two: Box): number =>
  Math.max(0, Math.min(one.right, two.right) - Math.max(one.left, two.left)) *
  Math.max(0, Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top))
const areaOf = (box: Box) => (box.right - box.left) * (box.bottom - box.top)

export const bestFor = <W extends ReadWord>(truth: TruthWord, words: readonly W[]): W | undefined => {
  let best: W | undefined
  let most = 0
  for (const word of words) {
    const amount = shared(truth.box, word.box)
    if (amount > most) {
      most = amount
      best = word
    }
  }
  return best
}

export const score = (truth: readonly TruthWord[], words: readonly ReadWord[]): Score => {
  const pairs = truth.map(one => ({ one, word: bestFor(one, words) }))
  const right = pairs.filter(({ one, word }) => word?.text === one.text)
  const at = (confidence: number) => right.filter(({ word }) => word!.confidence >= confidence).length
  const sure = words.filter(word => word.confidence >= 0.6).length
  const overlap = right.map(({ one, word }) => {
    const both = shared(one.box, word!.box)
    return both / (areaOf(one.box) + areaOf(word!.box) - both)
  })
  return {
    right: right.length / truth.length,
    overlap: overlap.reduce((sum, value) => sum + value, 0) / Math.max(1, overlap.length),
    rightAt60: at(0.6) / truth.length,
    rightAt70: at(0.7) / truth.length,
    wrongAt60: sure === 0 ? 0 : (sure - at(0.6)) / sure,
  }
}
