/** The tagger finds people and places by their context, in texts and under names that its training has not seen; and leaves medicine alone. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { scanOf } from '../../../../daemon/deidentify/detect/scan.ts'
import {
  featureCount,
  featureSpec,
  featuresOf,
} from '../../../../daemon/deidentify/detect/tagger/features.ts'
import { guessesOf, taggerRule } from '../../../../daemon/deidentify/detect/tagger.ts'
import type { Gazetteer } from '../../../../daemon/model/gazetteer.ts'
import type { Finding } from '../../../../daemon/model/identifier.ts'
import { gateThresholds } from '../../../../daemon/model/thresholds.ts'
import { taught, wordless } from './synthetic.ts'

const gazetteer = loadGazetteer()
const found = (text: string, using: Gazetteer = gazetteer): Finding[] => [...taggerRule(scanOf(text, using))]
const words = (text: string, using?: Gazetteer): string[] =>
  found(text, using).map(({ start, end }) => text.slice(start, end))

const holds = (text: string, name: string, using?: Gazetteer) => {
  const at = text.indexOf(name)
  const hit = found(text, using).some(({ start, end }) => start <= at && end >= at + name.length)
  assert.ok(hit, `${name} in: ${text}; found ${JSON.stringify(words(text, using))}`)
}

suite('finds', () => {
  test('names that are everyday words, by what is done with them', () => {
    holds('Discussed the biopsy result with Page by phone, who was relieved.', 'Page')
    holds('Her daughter Hope will stay the night and drive her home.', 'Hope')
    holds('Echo was read by Long and shows preserved function.', 'Long')
  })

  test('names of which no dictionary knows, by their context alone', () => {
    const forgetful = { ...gazetteer, surname: () => 0, givenName: () => 0, place: () => false }
    holds('Spoke with his wife Quellenor about the discharge plan.', 'Quellenor', forgetful)
    holds('He was seen by Dr. Tzvetanski in March for chest pain.', 'Tzvetanski', forgetful)
    holds('Patient Name: Oyinade Brasovan\nAge: 44', 'Oyinade Brasovan', forgetful)
  })

  test('names in lower case', () => {
    holds('called dtr marisol re dc plan, no answer, will try again', 'marisol')
    holds('report to brandi at 0700, pt resting', 'brandi')
  })

  test('facilities, employers, towns and streets', () => {
    holds('She was transferred from Juniper Hollow Assisted Living after a fall.', 'Hollow Assisted Living')
    holds('He drives a forklift for Halvorsen Dairy in the winter.', 'Halvorsen Dairy')
    holds('Retired librarian from Pocatello, lives alone.', 'Pocatello')
  })
})

suite('leaves alone', () => {
  const plain = [
    "Parkinson's disease and Crohn's disease are stable on current therapy.",
    'A Foley catheter was placed, and a Holter monitor was ordered.',
    'Start metoprolol 25 mg twice daily, and continue Eliquis 5 mg BID.',
    'Cultures grew Escherichia coli and Klebsiella pneumoniae.',
    'The patient may shower and will return in two weeks for suture removal.',
    'Lungs are clear to auscultation bilaterally. No wheezes, rales or rhonchi.',
    'WBC 7.2, Hgb 13.5 g/dL, platelets 245,000, sodium 138 mmol/L.',
    'Dispense NDC 0002-8215-01, enrolled in NCT01234567 from 2019 to 2021.',
    'Physical Therapy and Primary Care follow. 2/6 systolic murmur, 1/2 tablet, 5-10-15 minutes.',
    'Check your blood sugar before meals and at bedtime. Wash your feet daily.',
  ]
  for (const text of plain) test(text, () => assert.deepEqual(words(text), []))
})

test('no score of the tagger alone reaches what the gate holds a page for', () => {
  const text =
    'Mr. Okonkwo-Reyes of 14 Birch Hollow Road, Dayton, OH was seen by Dr. Lindqvist on 03/04/2021, MRN 00482913.'
  const findings = found(text)
  assert.ok(findings.length > 2)
  for (const { class: label, score } of findings) {
    const limit =
      label === 'NAME' || label === 'LOCATION' ? gateThresholds.minNameScore : gateThresholds.minShapeScore
    assert.ok(score > 0 && score < limit, `${label} ${score}`)
  }
})

test('spans are in order, within the text, and do not overlap', () => {
  const text = 'Re: Smith, Anna DOB 1/2/1980\tSmith, Anna\n\n\t(Anna) "Anna" anna ANNA\u0301 🙂 Anna'
  let last = 0
  for (const { start, end } of found(text)) {
    assert.ok(start >= last && end > start && end <= text.length)
    last = end
  }
  assert.deepEqual(found(''), [])
})

test('every token has all its features, the same each time', () => {
  const reader = featuresOf(scanOf('Dear Dr. Lee,\nDOB: 1/2/1980', gazetteer))
  const [one, two] = [new Uint32Array(featureCount + 1), new Uint32Array(featureCount + 1)]
  reader.write(2, one, 0)
  reader.write(2, two, 0)
  assert.deepEqual(one, two)
  assert.equal(one[featureCount], 0)
  assert.ok(one.subarray(0, featureCount).every(hash => hash !== 0))
})

test('the model on the disk was trained on the features of this code; another is refused', () => {
  assert.equal(gazetteer.tagger.spec, featureSpec)
  const other = { ...gazetteer, tagger: { ...gazetteer.tagger, spec: 'window-0' } }
  assert.throws(() => found('Anna Smith', other), /another version/)
})

test('without a model the tagger is silent', () => {
  const { tagger: _, ...dictionaries } = gazetteer
  assert.deepEqual(found('Mr. Smith was seen by Dr. Lee.', dictionaries), [])
})

suite('guesses', () => {
  const tagger = taught({ zyla: 'name', elkport: 'place', junip: 'date', kx: 'code' })
  const spansIn = (text: string) =>
    [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
  const guessed = (text: string, spans = spansIn(text)) =>
    guessesOf(scanOf(text, { ...wordless, tagger }), spans).map(({ share, class: label }) =>
      share > 0.9 ? label : share < 0.1 ? '-' : `${label} ${share}`,
    )

  test('each word has the class that is likeliest for it', () =>
    assert.deepEqual(guessed('seen zyla of elkport in junip with kx'), [
      '-',
      'NAME',
      '-',
      'LOCATION',
      '-',
      'DATE',
      '-',
      'OTHER_ID',
    ]))
  test('a word of several tokens is as likely as the likeliest of them', () =>
    assert.deepEqual(guessed('seen/zyla/today (elkport-north) zyla\u2019s'), ['NAME', 'LOCATION', 'NAME']))
  test('words that share a token, or have none, are told all the same', () => {
    const text = 'zyla --- seen'
    const spans = [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
      { start: 5, end: 8 },
      { start: 9, end: 13 },
    ]
    assert.deepEqual(guessed(text, spans), ['NAME', 'NAME', '-', '-'])
  })
  test('there are as many guesses as words, and none without a tagger', () => {
    assert.deepEqual(guessed('', []), [])
    assert.deepEqual(guessesOf(scanOf('zyla seen', wordless), spansIn('zyla seen')), [])
  })
  test('the share of a word is the sum over all ways to identify', () => {
    const text = 'zyla'
    const [guess] = guessesOf(scanOf(text, { ...wordless, tagger: taught({}) }), spansIn(text))
    // Four classes of e^-6 each against one.
    const each = Math.exp(-6)
    assert.ok(Math.abs((guess?.share ?? 0) - (4 * each) / (1 + 4 * each)) < 1e-6, `${guess?.share}`)
  })
})
