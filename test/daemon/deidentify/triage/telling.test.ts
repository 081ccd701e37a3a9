/** Words that are safe by the dictionary and tell something where they stand; and the same words where they tell nothing. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isSpelled, tellingClass } from '../../../../daemon/deidentify/triage/telling.ts'
import { laid } from './words.ts'

const classOf = (row: string, word: string): string | null => {
  const { page } = laid(row)
  return tellingClass(
    page,
    page.words.findIndex(({ text }) => text === word),
  )
}

const table: readonly (readonly [row: string, word: string, expected: string | null])[] = [
  ['goes by "Red" at work', '"Red"', 'NAME'],
  ['seen by Dr. Best today', 'Best', 'NAME'],
  ['Maria C. Best', 'C.', 'NAME'],
  ['by C. difficile today', 'C.', null],
  ['LN GREEN FN ROSE', 'GREEN', 'NAME'],
  ['LN GREEN FN ROSE', 'FN', null],
  ['axillary LN biopsy', 'biopsy', null],
  ['pleasure of seeing A.M. in our office', 'A.M.', 'NAME'],
  ['doses in the A.M. today', 'A.M.', null],
  ['at 8 A.M. was seen', 'A.M.', null],
  ['seen by an M.D. today', 'M.D.', null],
  ['NPI 1 DM/bc D: 3', 'DM/bc', 'NAME'],
  ['CBC/diff was normal', 'CBC/diff', null],
  ['Star moved from there', 'Star', 'NAME'],
  ['She moved from there', 'She', null],
  ['referred to Our Lady of Mercy', 'Our', 'LOCATION'],
  ['referred to Our Lady of Mercy', 'of', 'LOCATION'],
  ['Our staff of nurses', 'Our', null],
  ['at Apt 5 today', '5', 'LOCATION'],
  ['at Lot 28 today', '28', 'LOCATION'],
  ['truck (plate 885 ZHN) on', '885', 'VEHICLE'],
  ['truck (plate JU 82 JW) on', 'JW)', 'VEHICLE'],
  ['plate count was 12', '12', null],
  ['on May 25th again', '25th', 'DATE'],
  ['is 94 now', '94', 'AGE_90'],
  ['gave 94 mg now', '94', null],
  ['pulse 94 now', '94', null],
]

describe('what a word tells', () => {
  for (const [row, word, expected] of table)
    test(`${word} in: ${row}`, () => assert.equal(classOf(row, word), expected))
})

test('three single letters in a row spell something; two, or an amount, do not', () => {
  assert.equal(isSpelled(laid('R O S A').page, 1), true)
  assert.equal(isSpelled(laid('R O today').page, 1), false)
  assert.equal(isSpelled(laid('3 x 4').page, 2), false)
})
