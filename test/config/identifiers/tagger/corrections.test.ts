/** What reviewers corrected becomes samples for training, by shapes and levels alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { correctedSamples, parseCorrections } from '../../../../config/identifiers/tagger/corrections.ts'
import type { Lists } from '../../../../config/identifiers/tagger/lists.ts'
import { none } from '../../../../config/identifiers/tagger/samples.ts'
import { featureCount } from '../../../../daemon/deidentify/detect/tagger/features.ts'
import { trainingOf } from '../../../../daemon/deidentify/quality/propose.ts'
import type { DecisionRecord } from '../../../../daemon/deidentify/quality/record.ts'
import { taggerClasses } from '../../../../daemon/model/gazetteer.ts'
import { idOf } from '../../../daemon/spool/fixture.ts'

const gazetteer = loadGazetteer()
const always = (word: string) => () => word
/** Lists of one word each: which list was drawn from can be told. */
const lists: Lists = {
  surname: always('Surname'),
  anySurname: always('Surname'),
  given: always('Given'),
  anyGiven: always('Given'),
  wordSurname: always('Baker'),
  wordGiven: always('Rose'),
  newSurname: always('Zylo'),
  newGiven: always('Zyla'),
  newDrug: always('zylomab'),
  town: () => ({ city: 'Springfield', code: 'IL', state: 'Illinois', county: 'Sangamon' }),
  drug: always('metformin'),
  term: always('fracture'),
  common: always('table'),
  rare: always('gantry'),
}

const word = { hash: null, surname: 0, given: 0, ordinary: 0, place: false, medical: false, drug: false }
const record: DecisionRecord = {
  ...{ sort: 'decision', documentId: idOf(1), day: '2026-03-01', kind: 'lab', person: 'a' },
  corrections: [
    {
      ...{ correction: 'missed', class: 'NAME', reason: null, rule: null },
      words: [{ ...word, given: 7, shape: 'Xxxxx', before: 'patient', after: 'xxxx' }],
    },
    {
      ...{ correction: 'missed', class: 'MRN', reason: null, rule: null },
      words: [{ ...word, shape: 'ddddddd', before: 'number', after: '' }],
    },
    {
      ...{ correction: 'wrong', class: 'NAME', reason: 'identifier', rule: 'name-single' },
      words: [{ ...word, ordinary: 6, shape: 'XXXXX', before: '', after: 'dd/dd/dddd' }],
    },
  ],
}
const exported = trainingOf([record])
  .map(line => `${JSON.stringify(line)}\n`)
  .join('')

test('the lines that a box exports are read, and each gives tokens of its class', () => {
  const corrections = parseCorrections(exported)
  assert.equal(corrections.length, 3)
  const { count, features, classes } = correctedSamples(corrections, lists, gazetteer, 1, 2)
  assert.equal(features.length, count * featureCount)
  const counts = [...taggerClasses.keys(), none].map(of => classes.filter(one => one === of).length)
  const [name, place, date, code, ordinary] = counts
  assert.deepEqual([name, place, date, code], [2, 0, 0, 2])
  assert.ok((ordinary ?? 0) > 6)
})

test('the same lines and seed give the same samples; none give none', () => {
  const make = (seed: number) => correctedSamples(parseCorrections(exported), lists, gazetteer, seed).features
  assert.deepEqual(make(1), make(1))
  assert.notDeepEqual(make(1), make(2))
  assert.equal(correctedSamples([], lists, gazetteer, 1).count, 0)
})

test('a line that is none of the export is refused by its number', () => {
  assert.throws(() => parseCorrections(`${exported}{"shape":"Delores"}`), /^Error: line 4 is no correction$/)
  assert.throws(() => parseCorrections('Delores'), /^Error: line 1 is no correction$/)
})
