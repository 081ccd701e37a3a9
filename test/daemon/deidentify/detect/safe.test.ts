/** What strict releases without a finding: everyday, clinical and drug words and harmless figures; never a doubt. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { isKnownSafe } from '../../../../daemon/deidentify/detect.ts'

const gazetteer = loadGazetteer()
const safe = (word: string, before = '', after = ''): boolean => isKnownSafe(word, before, after, gazetteer)

suite('released', () => {
  const words =
    'the patient Patient: DIAGNOSIS, metformin Lisinopril 500 mg 10mg 120/80 98.6 3.5-5.0 <0.01 >200 8.2% E11.9 S72.001A T2DM HbA1c L4-L5 COVID-19 q6h BID x3 2+ 10:30 2019 1,200 (normal) follow-up and/or ... -- • hypertension. Sp02 g6h Alc Ib. Page1of2 Pagelof3 Ohio Medicare Spanish wife daughter'
  for (const word of words.split(' ')) test(word, () => assert.equal(safe(word), true))
  test('May as a verb', () => assert.equal(safe('May', 'pain.', 'shower'), true))
  test('an eponym before its noun', () => assert.equal(safe('Addison', 'of', 'disease'), true))
  test('a code after CPT', () => assert.equal(safe('99213', 'CPT', ''), true))
  test('strength as a fraction', () => assert.equal(safe('5/5', 'strength', ''), true))
  test('null neighbours are line ends', () => assert.equal(isKnownSafe('fever', null, null, gazetteer), true))
})

suite('kept back', () => {
  const words =
    'Smith Linda Nguyen Okonkwo Xzqwrt Name:John 123-45-6789 555-1234 54782934 62704 03/04/1971 3/4 03/04 4471 a@b.com www.example.com 10.0.0.1 ENC-2025-09 March December Springfield JohnSmith 92yo A1234567 smith'
  for (const word of words.split(' ')) test(word, () => assert.equal(safe(word), false))
  test('a common word with a capital in the middle of a sentence', () =>
    assert.equal(safe('Rose', 'with', 'today'), false))
  test('a common word after a title', () => assert.equal(safe('White', 'Ms.', ''), false))
  test('a common word before a credential', () => assert.equal(safe('Young', '', 'MD'), false))
  test('a common word beside a given name', () => assert.equal(safe('Baker', 'Linda', ''), false))
  test('an eponym after a title', () => assert.equal(safe('Addison', 'Dr.', ''), false))
  test('May as a month', () => assert.equal(safe('May', 'in', '2024'), false))
  test('a word of 61 letters', () => assert.equal(safe('a'.repeat(61)), false))
})
