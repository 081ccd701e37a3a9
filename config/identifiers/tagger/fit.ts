/**
 * Fits a multinomial logistic regression over hashed features by stochastic gradient descent with AdaGrad steps, the
 * class `none` as reference. Deterministic: the order of the tokens and what is hidden come from a seed. Pure.
 */
import { featureCount, identityTemplates } from '../../../daemon/deidentify/detect/tagger/features.ts'
import { type TaggerModel, taggerClasses } from '../../../daemon/model/gazetteer.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Samples } from './samples.ts'

const classes = taggerClasses.length

export type Weights = {
  readonly values: Float32Array
  readonly squares: Float32Array
  readonly biases: Float64Array
}

export const buckets = 1 << 20
const mask = buckets - 1
const rate = 0.06
/** Weights shrink by this share at each touch, in place of a penalty on all of them. */
const decay = 2e-5
/** How often the word itself is hidden, and how often any one feature is. */
const hideWord = 0.25
const hideAny = 0.12

export const emptyWeights = (): Weights => ({
  values: new Float32Array(buckets * classes),
  squares: new Float32Array(buckets * classes).fill(0.05),
  biases: new Float64Array(classes),
})

const isIdentity = Uint8Array.from({ length: featureCount }, (_, index) =>
  identityTemplates.includes(index) ? 1 : 0,
)

/** 1 for each class: the probabilities; the rest to 1 is none. */
const sharesOf = (
  values: Float32Array,
  chosen: Int32Array,
  count: number,
  biases: Float64Array,
  into: Float64Array,
): void => {
  let [a, b, c, d] = [biases[0] as number, biases[1] as number, biases[2] as number, biases[3] as number]
  for (let index = 0; index < count; index++) {
    const at = chosen[index] as number
    a += values[at] as number
    b += values[at + 1] as number
    c += values[at + 2] as number
    d += values[at + 3] as number
  }
  const top = Math.max(0, a, b, c, d)
  const [ea, eb, ec, ed] = [Math.exp(a - top), Math.exp(b - top), Math.exp(c - top), Math.exp(d - top)]
  const total = Math.exp(-top) + ea + eb + ec + ed
  into[0] = ea / total
  into[1] = eb / total
  into[2] = ec / total
  into[3] = ed / total
}

/** The places of a token's features, but for those that are hidden this time; the number of them. */
const choose = (chance: Chance, features: Uint32Array, first: number, into: Int32Array): number => {
  const withoutWord = chance.is(hideWord)
  let used = 0
  for (let template = 0; template < featureCount; template++) {
    if (withoutWord && isIdentity[template] === 1) continue
    if (chance.next() < hideAny) continue
    into[used++] = ((features[first + template] as number) & mask) * classes
  }
  return used
}

/** Moves the weights of one class against the slope. */
const stepDown = (
  { values, squares }: Weights,
  chosen: Int32Array,
  used: number,
  label: number,
  slope: number,
): void => {
  const square = slope * slope
  for (let index = 0; index < used; index++) {
    const at = (chosen[index] as number) + label
    const sum = (squares[at] as number) + square
    squares[at] = sum
    values[at] = (values[at] as number) * (1 - decay) - (rate * slope) / Math.sqrt(sum)
  }
}

/** One pass over the samples in a seeded order. */
export const fitOnce = (
  weights: Weights,
  { count, features, classes: truth }: Samples,
  seed: number,
): void => {
  const { values, biases } = weights
  const chance = chanceOf(seed)
  const chosen = new Int32Array(featureCount)
  const shares = new Float64Array(classes)
  const start = chance.number(0, count - 1)
  const stride = strideOf(count)
  for (let turn = 0, token = start; turn < count; turn++, token = (token + stride) % count) {
    const used = choose(chance, features, token * featureCount, chosen)
    sharesOf(values, chosen, used, biases, shares)
    for (let label = 0; label < classes; label++) {
      const slope = (shares[label] as number) - (truth[token] === label ? 1 : 0)
      biases[label] = (biases[label] as number) - 0.001 * slope
      if (Math.abs(slope) >= 0.002) stepDown(weights, chosen, used, label, slope)
    }
  }
}

/** A step that visits every token once before it comes back: odd, and sharing no factor with the count. */
const strideOf = (count: number): number => {
  const divides = (one: number, two: number): number => (two === 0 ? one : divides(two, one % two))
  let stride = Math.floor(count * 0.618) | 1
  while (divides(count, stride) !== 1) stride += 2
  return stride
}

/**
 * The weights in steps of one byte; what is beyond the largest is cut. All features speak at once where training hid
 * some, so that each is worth a little less.
 */
export const quantised = (
  { values, biases }: Weights,
  spec: string,
  thresholds: readonly number[],
): TaggerModel => {
  const largest = 3
  const scale = largest / 127
  const keep = 1 - hideAny
  const weights = Int8Array.from(values, value => {
    const step = Math.round((value * keep) / scale)
    return Math.max(-127, Math.min(127, step))
  })
  return { spec, scale, biases: [...biases].map(bias => Number(bias.toFixed(6))), thresholds, weights }
}
