/** What a form takes apart belongs together: dates in boxes, names over streets, the fields of a card, houses over two rows. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { withCells } from '../../../../daemon/deidentify/triage/cells.ts'
import { withHouses } from '../../../../daemon/deidentify/triage/houses.ts'
import { hiddenIn, laid } from './words.ts'

const hiddenOf = (...rows: string[]): string => {
  const page = laid(...rows)
  return hiddenIn(page, withHouses(page.page.words, withCells(page.page, page.verdicts))).join(' ')
}

describe('dates in boxes', () => {
  const table: readonly (readonly [string, string])[] = [
    ['03   14   1971', '03 14 1971'],
    ['03 | 14 | 71', '03 14 71'],
    ['31   14   1971', ''],
    ['45   80   12', ''],
    ['3   4   5', ''],
  ]
  for (const [row, hidden] of table) test(row, () => assert.equal(hiddenOf(row), hidden))
})

test('the line of capitals over a street is a name; a sentence is none', () => {
  assert.equal(hiddenOf('ROSA QUILL', '[LOCATION 44] [LOCATION Elm] [LOCATION Way]'), 'ROSA QUILL 44 Elm Way')
  assert.equal(hiddenOf('lives with sister', '[LOCATION 44] [LOCATION Elm] [LOCATION Way]'), '44 Elm Way')
})

test('1 and 2 are the names on a card, and nothing elsewhere', () => {
  assert.equal(hiddenOf('DL X EXP Y HGT Z', '1 BLOCK 2 OSCAR'), 'BLOCK OSCAR')
  assert.equal(hiddenOf('DL X EXP Y HGT Z', '1 EXP'), '')
  assert.equal(hiddenOf('DOSE', '1 UNIT 2 UNITS'), '')
})

describe('houses over two rows', () => {
  const table: readonly (readonly [rows: readonly string[], hidden: string])[] = [
    [['[LOCATION Riverbend]', 'Group'], 'Riverbend Group'],
    [['[LOCATION Riverbend]', 'Family Medicine'], 'Riverbend Family Medicine'],
    [['[LOCATION Riverbend] LLC'], 'Riverbend LLC'],
    [['[NAME Stone]', 'Rheumatology Clinic'], 'Stone Rheumatology Clinic'],
    [['[NAME Stone]', 'Cardiology'], 'Stone'],
    [['[LOCATION Riverbend]', 'Medical Record'], 'Riverbend'],
    [['[LOCATION Riverbend] was here', 'Group'], 'Riverbend'],
    [['[LOCATION 48196]', 'Group'], '48196'],
    [['[LOCATION Riverbend]', '', '', 'Group'], 'Riverbend'],
  ]
  for (const [rows, hidden] of table) test(rows.join(' / '), () => assert.equal(hiddenOf(...rows), hidden))
})
