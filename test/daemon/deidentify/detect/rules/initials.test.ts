/** Who did something is found by the initials behind `by` and `per`; services and means are not taken for somebody. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { initialsRules } from '../../../../../daemon/deidentify/detect/rules/initials.ts'
import { scanOf } from '../../../../../daemon/deidentify/detect/scan.ts'
import { wordless } from '../synthetic.ts'

const foundIn = (text: string): string[] => {
  const scan = scanOf(text, wordless)
  return initialsRules.flatMap(rule => [...rule(scan)]).map(({ start, end }) => text.slice(start, end))
}

suite('found behind by and per', () => {
  const table: readonly (readonly [text: string, initials: string])[] = [
    ['faxed by KQ', 'KQ'],
    ['faxed by TJB\nresting', 'TJB'],
    ['faxed by KQ, resting', 'KQ'],
    ['faxed by KQ; resting', 'KQ'],
    ['(faxed by KQ)', 'KQ'],
    ['faxed by KQ.', 'KQ'],
    ['faxed by KQ\t72', 'KQ'],
    ['faxed by KQ to the lab', 'KQ'],
    ['faxed by KQ on Monday', 'KQ'],
    ['faxed by KQ at noon', 'KQ'],
    ['faxed by KQ 0900', 'KQ'],
    ['FAXED BY KQ', 'KQ'],
    ['By  KQ', 'KQ'],
    ['canceled per TJB', 'TJB'],
  ]
  for (const [text, initials] of table)
    test(JSON.stringify(text), () => assert.deepEqual(foundIn(text), [initials]))
})

suite('left alone', () => {
  const table: readonly (readonly [title: string, text: string])[] = [
    ['a service', 'followed by PT'],
    ['a profession', 'seen by RN at noon'],
    ['a way of giving', 'flushed by IV, then by PO.'],
    ['a test', 'shown by MRI on Monday'],
    ['a bureau', 'approved by FDA\n'],
    ['a word behind the capitals', 'measured by KQ method'],
    ['small letters', 'faxed by kq'],
    ['one capital, and four', 'faxed by K\nfaxed by KQTJ'],
    ['a word that ends in by', 'standby KQ'],
    ['by at the end of a line', 'faxed by\nKQ'],
  ]
  for (const [title, text] of table) test(title, () => assert.deepEqual(foundIn(text), []))
})
