/** Known values are found broken up and misread, and ordinary words are left alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findKnown } from '../../../../daemon/deidentify/verify/known.ts'

const tokens = (text: string) => text.split(' ').map(word => ({ text: word, confidence: 0.9 }))
const finds = (
  text: string,
  values: readonly string[],
  isOrdinary: (word: string) => boolean = () => false,
) => findKnown(tokens(text), values, isOrdinary).length > 0

test('exactly, in other spelling, joined, split, with punctuation, with accents', () => {
  const values = ['Rosalind Lindqvist', 'MRN 0048-2913', '03/14/1971', 'José Núñez']
  for (const text of [
    'seen: Rosalind Lindqvist today',
    'ROSALIND LINDQVIST',
    'RosalindLindqvist',
    'Rosa lind Lind qvist',
    '(Rosalind) "Lindqvist".',
    'mrn 00482913',
    'MRN: 00 48 29 13',
    '03-14-1971',
    'on 03 / 14 / 1971 again',
    'Jose Nunez',
  ]) {
    assert.ok(finds(text, values), text)
  }
})

test('misread by a letter or two, as far as the length allows', () => {
  assert.ok(finds('Rosa1ind Lindqvlst', ['Rosalind Lindqvist']))
  assert.ok(finds('Lindqvlst', ['Lindqvist']))
  assert.ok(finds('628-555-0119', ['(628) 555-0110']))
  assert.ok(!finds('Bmith', ['Smith']), 'five letters must be right')
  assert.ok(!finds('00482914', ['00482913']), 'eight digits must be right')
})

test('an ordinary word near a known name is itself; the name itself is not excused', () => {
  const isOrdinary = (word: string) => ['addition', 'parking'].includes(word)
  assert.ok(!finds('in addition to', ['Addison', 'Addition-Smith'], isOrdinary))
  assert.ok(finds('mr addision', ['Addison'], isOrdinary))
  assert.ok(finds('mr addition', ['Addition'], isOrdinary))
})

test('short values prove nothing', () => {
  assert.ok(!finds('the lee of 12 hills', ['Lee', '12', 'A', '']))
})

test('property: no value hides by being split between words or by one wrong letter', () => {
  const value = fc.stringMatching(/^[a-z]{8,16}$/)
  fc.assert(
    fc.property(value, fc.nat(), fc.nat(), fc.boolean(), (name, split, wrong, change) => {
      const letters = [...name]
      if (change) letters[wrong % letters.length] = '0'
      const cut = 1 + (split % (letters.length - 1))
      const text = `aa ${letters.slice(0, cut).join('')} ${letters.slice(cut).join('')} bb`
      assert.ok(finds(text, [name]), text)
    }),
  )
})
