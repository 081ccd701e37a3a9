/** The model's say on each token: the probability of each class. Pure but for its memory of a scan. */
import { type TaggerModel, taggerClasses } from '../../../model/gazetteer.ts'
import type { Scan } from '../scan.ts'
import { featureCount, featuresOf } from './features.ts'

const classes = taggerClasses.length

const remembered = new WeakMap<Scan, Float32Array>()

/** `result[token * 4 + class]`; what is missing to 1 is the probability of none. Computed once for a scan. */
export const probabilitiesOf = (scan: Scan, model: TaggerModel): Float32Array => {
  const known = remembered.get(scan)
  if (known !== undefined) return known
  const fresh = computed(scan, model)
  remembered.set(scan, fresh)
  return fresh
}

const computed = (scan: Scan, { weights, scale, biases }: TaggerModel): Float32Array => {
  const { count, write } = featuresOf(scan)
  const mask = weights.length / classes - 1
  const hashes = new Uint32Array(featureCount)
  const result = new Float32Array(count * classes)
  for (let token = 0; token < count; token++) {
    write(token, hashes, 0)
    let [name, place, date, code] = [0, 0, 0, 0]
    for (let feature = 0; feature < featureCount; feature++) {
      const at = ((hashes[feature] as number) & mask) * classes
      name += weights[at] as number
      place += weights[at + 1] as number
      date += weights[at + 2] as number
      code += weights[at + 3] as number
    }
    const powers = [name, place, date, code].map((sum, label) => Math.exp(sum * scale + (biases[label] ?? 0)))
    const total = powers.reduce((sum, power) => sum + power, 1)
    for (const [label, power] of powers.entries()) result[token * classes + label] = power / total
  }
  return result
}
