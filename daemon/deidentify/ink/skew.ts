/**
 * How a page's lines lie, by projection profiles (Postl): ink projected along a line's direction falls into sharp
 * bands. The sharpness of the best angle against the ordinary angle says how sure it is.
 */
import type { Sketch } from './sketch.ts'

export type Skew = {
  /** By which the lines are turned clockwise from the axis, degrees. */
  readonly degrees: number
  /** The best sharpness, as a multiple of the median over all angles: 1 is no evidence at all. */
  readonly sharpness: number
}

export const maxSkewDegrees = 8

/**
 * @param axis `rows`: lines run across the page; `columns`: lines run down it.
 * @param most the largest angle looked at, either way.
 */
export const skewOf = (sketch: Sketch, axis: 'rows' | 'columns', most = maxSkewDegrees): Skew => {
  const score = (degrees: number) => sharpnessAt(sketch, axis, degrees)
  const coarse = angles(-most, most, 0.5)
  const scores = coarse.map(score)
  const median = scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0
  const near = coarse[scores.indexOf(Math.max(...scores))] ?? 0
  const fine = angles(near - 0.6, near + 0.6, 0.1)
  const fineScores = fine.map(score)
  const best = fineScores.indexOf(Math.max(...fineScores))
  const sharpness = median > 0 ? (fineScores[best] as number) / median : 1
  return { degrees: (fine[best] as number) + 0.1 * peak(fineScores, best), sharpness }
}

const angles = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)

/** Where between its neighbours a parabola through three scores has its top, −0.5…0.5. */
const peak = (scores: readonly number[], at: number): number => {
  const [before, here, after] = [scores[at - 1], scores[at], scores[at + 1]]
  if (before === undefined || here === undefined || after === undefined) return 0
  const bend = before - 2 * here + after
  return bend === 0 ? 0 : Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / bend))
}

const sharpnessAt = ({ widthPx, heightPx, xs, ys }: Sketch, axis: 'rows' | 'columns', degrees: number) => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const [perX, perY] = axis === 'rows' ? [-sin, cos] : [cos, sin]
  const offset = widthPx + heightPx
  const bins = new Float64Array(2 * offset + 2)
  for (let i = 0; i < xs.length; i++) {
    const bin = Math.floor((xs[i] as number) * perX + (ys[i] as number) * perY + offset)
    bins[bin] = (bins[bin] as number) + 1
  }
  let sum = 0
  for (let bin = 1; bin < bins.length; bin++) sum += ((bins[bin] as number) - (bins[bin - 1] as number)) ** 2
  return sum
}
