/** What a model is worth on samples: recall of each class and precision at several thresholds, and calibration. Pure. */
import { featureCount } from '../../../daemon/deidentify/detect/tagger/features.ts'
import { type TaggerModel, taggerClasses } from '../../../daemon/model/gazetteer.ts'
import { none, type Samples } from './samples.ts'

const classes = taggerClasses.length

/** For each token the probability that it identifies in whatever way: what the box compares with its threshold. */
const identifying = ({ weights, scale, biases }: TaggerModel, { count, features }: Samples): Float64Array => {
  const mask = weights.length / classes - 1
  const sums = new Float64Array(classes)
  return Float64Array.from({ length: count }, (_, token) => {
    sums.fill(0)
    for (let template = 0; template < featureCount; template++) {
      const at = ((features[token * featureCount + template] as number) & mask) * classes
      for (let label = 0; label < classes; label++)
        sums[label] = (sums[label] as number) + (weights[at + label] as number)
    }
    const powers = sums.reduce((total, sum, label) => total + Math.exp(sum * scale + (biases[label] ?? 0)), 0)
    return powers / (1 + powers)
  })
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`

const shareOf = (tokens: readonly number[], test: (token: number) => boolean): number =>
  tokens.filter(test).length / Math.max(1, tokens.length)

/** Lines of a table. */
export const measure = (title: string, model: TaggerModel, samples: Samples): string[] => {
  const shares = identifying(model, samples)
  const tokens = [...Array(samples.count).keys()]
  const of = (label: number): number[] => tokens.filter(token => samples.classes[token] === label)
  const byClass = taggerClasses.map((_, label) => of(label))
  const ordinary = of(none)
  const rows = [0.1, 0.2, 0.3, 0.5, 0.7, 0.9].map(threshold => {
    const isSaid = (token: number): boolean => (shares[token] as number) >= threshold
    const recalls = byClass.map(list => percent(shareOf(list, isSaid)))
    const said = tokens.filter(isSaid)
    const precision = shareOf(said, token => samples.classes[token] !== none)
    const lost = shareOf(ordinary, isSaid)
    return `from ${threshold}: recall ${taggerClasses.map((name, label) => `${name} ${recalls[label]}`).join(', ')}; precision ${percent(precision)}; ordinary words masked ${percent(lost)}`
  })
  const bins = Array.from({ length: 10 }, (_, tenth) =>
    tokens.filter(token => Math.min(9, Math.floor((shares[token] as number) * 10)) === tenth),
  )
  const right = bins.map(list => percent(shareOf(list, token => samples.classes[token] !== none)))
  return [
    `${title}: ${samples.count} tokens, ${samples.count - ordinary.length} of them identifiers`,
    ...rows,
    `of tokens said with 0.0, 0.1 … 0.9, identifiers: ${right.join(', ')}`,
  ]
}
