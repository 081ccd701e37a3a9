/** Misread digits and letters are undone in place: same length, words stay words and numbers numbers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asFigures, asLetters, underConfusion } from '../../../../daemon/deidentify/detect/confusions.ts'

test('digits come back in numbers', () => {
  assert.equal(asFigures('O3/l2/I971'), '03/12/1971')
  assert.equal(asFigures('l2lOOO99l'), '121000991')
  assert.equal(asFigures('9I2-34-S678'), '912-34-5678')
})

test('words and units stay', () => {
  for (const text of ['Oslo Lobo IS SO', '10:22:00Z', 'Bill Ill', '5 lb']) assert.equal(asFigures(text), text)
})

test('letters come back in words', () => {
  assert.equal(asLetters('PATlENT D0B'), 'PATIENT DOB')
  assert.equal(asLetters("0'CONN0R"), "O'CONNOR")
  assert.equal(asLetters('5mith'), 'Smith')
  assert.equal(asLetters('0kafor DELGAD0'), 'Okafor DELGADO')
})

test('codes stay', () => {
  for (const text of ['B12', 'T10', 'A1c', 'COVID19', 'H1N1', 'L4', '10mg', 'MRN12345'])
    assert.equal(asLetters(text), text)
})

test('neither changes the length of a text', () => {
  const text = fc.string({
    unit: fc.constantFrom('O', '0', 'l', '1', 'I', 'S', '5', 'B', 'a', ' ', '-', '/', '’', '😀', '.'),
  })
  fc.assert(
    fc.property(text, value => {
      assert.equal(asFigures(value).length, value.length)
      assert.equal(asLetters(value).length, value.length)
    }),
  )
})

test('two readings of one name are the same', () => {
  assert.equal(underConfusion('Bumey'), underConfusion('Burney'))
  assert.equal(underConfusion('Wi1son'), underConfusion('Wilson'))
  assert.notEqual(underConfusion('Wilson'), underConfusion('Watson'))
})
