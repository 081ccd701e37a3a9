/** Dictionaries and taggers that know what a test tells them and nothing else, so that no list and no training speaks in it. */
import { scanOf } from '../../../../daemon/deidentify/detect/scan.ts'
import {
  featureCount,
  featureSpec,
  featuresOf,
} from '../../../../daemon/deidentify/detect/tagger/features.ts'
import { type Gazetteer, type TaggerModel, taggerClasses } from '../../../../daemon/model/gazetteer.ts'

/** Knows no word. */
export const wordless: Gazetteer = {
  surname: () => 0,
  givenName: () => 0,
  place: () => false,
  ordinary: () => 0,
  medical: () => false,
  drug: () => false,
}

const buckets = 2 ** 18

/** Sums of a weight as large as that leave a word with a share of almost one, and the biases every other with almost none. */
const [scale, bias] = [0.1, -6]

/** A tagger for which the words given are of these classes wherever they stand, and all others are none. */
export const taught = (words: Readonly<Record<string, (typeof taggerClasses)[number]>>): TaggerModel => {
  const weights = new Int8Array(buckets * taggerClasses.length)
  const hashes = new Uint32Array(featureCount)
  for (const [word, label] of Object.entries(words)) {
    featuresOf(scanOf(word, wordless)).write(0, hashes, 0)
    // The first feature is the word alone.
    const bucket = (hashes[0] as number) & (buckets - 1)
    weights[bucket * taggerClasses.length + taggerClasses.indexOf(label)] = 127
  }
  const each = taggerClasses.map(() => bias)
  return { spec: featureSpec, weights, scale, biases: each, thresholds: taggerClasses.map(() => 0.5) }
}
