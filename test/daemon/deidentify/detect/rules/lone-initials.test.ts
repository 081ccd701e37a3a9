/** Initials by themselves are found where a clinic signs, and abbreviations, heads and sentences are left alone. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { loneInitialsRule } from '../../../../../daemon/deidentify/detect/rules/lone-initials.ts'
import { scanOf } from '../../../../../daemon/deidentify/detect/scan.ts'
import { gateThresholds } from '../../../../../daemon/model/thresholds.ts'
import { wordless } from '../synthetic.ts'

const findingsIn = (text: string) => [...loneInitialsRule(scanOf(text, wordless))]
const foundIn = (text: string): string[] => findingsIn(text).map(({ start, end }) => text.slice(start, end))

const found: Record<string, readonly (readonly [text: string, initials: readonly string[]])[]> = {
  'at the end of a line': [
    ['tube to lab JAW', ['JAW']],
    ['dressing changed and site dry, KQ', ['KQ']],
    ['dressing changed WT\nnext turn at noon TJB\nresting', ['TJB']],
    ['moved to the chair MJK\nresting', ['MJK']],
  ],
  'in a cell of their own': [
    ['resting\tKQ\t72', ['KQ']],
    ['KQ\nresting quietly', ['KQ']],
    ['resting (KQ) quietly', ['KQ']],
    ['given/KQ/', ['KQ']],
    ['resting  KQ  quietly', ['KQ']],
  ],
  'behind an hour or a day': [
    ['0900 AB resting', ['AB']],
    ['14:30 TJB resting', ['TJB']],
    ['9:05 pm KQ resting', ['KQ']],
    ['3/14 KQ resting', ['KQ']],
    ['03/14/2024 - KQ resting', ['KQ']],
  ],
  'in a column of figures, from the second row on': [
    ['98 KQ 72\n97 KQ 71', ['KQ', 'KQ']],
    ['98 KQ 72\nresting\n97 KQ 71\n96 JAW 70', ['KQ', 'KQ']],
  ],
}

for (const [title, table] of Object.entries(found))
  suite(title, () => {
    for (const [text, initials] of table)
      test(JSON.stringify(text), () => assert.deepEqual(foundIn(text), initials))
  })

suite('left alone', () => {
  const table: Record<string, readonly string[]> = {
    'everyday abbreviations where initials could stand': [
      '0900 PRN resting',
      'taken with food BID',
      'resting\tNKA\t72',
      'sent to ICU',
      'weight 72 KG\n',
    ],
    'the head of a table': ['HOUR\tKQ\tTEMP', 'BP\tKQ\tTJ\tHR', 'MEDICATION KQ\nresting'],
    'a line in capitals': ['MEDICATION\tKQ\nresting', '0900 KQ TRANSFER'],
    'what stands behind an abbreviation': ['moved without aid on BP KQ', 'moved without aid on KQ BP'],
    'capitals in the middle of a sentence': ['the KQ was resting', 'a TJB wave was seen'],
    'one row of figures': ['98 KQ 72'],
    'words that are no two or three capitals': [
      'tube to lab Jaw',
      'tube to lab j',
      'tube to lab JAWS',
      'tube to lab K2',
    ],
    'a line that has nothing': ['', '\n\t\n', '0900'],
  }
  for (const [title, texts] of Object.entries(table))
    for (const text of texts)
      test(`${title}: ${JSON.stringify(text)}`, () => assert.deepEqual(foundIn(text), []))
})

test('what is found is a name, and never sure enough to hold a page', () => {
  const findings = findingsIn('0900 AB resting\ntube to lab JAW\n98 KQ 72\n97 KQ 71')
  assert.equal(findings.length, 4)
  for (const { class: label, rule, score } of findings) {
    assert.deepEqual([label, rule], ['NAME', 'name-typist'])
    assert.ok(score > 0 && score < gateThresholds.minNameScore)
  }
})
