/** The number behind a family name and its given name is that of the record; amounts, dates and years are not. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { grown } from '../../../../daemon/deidentify/detect/grow.ts'
import { found, scanOf } from '../../../../daemon/deidentify/detect/scan.ts'
import type { Finding, IdentifierClass } from '../../../../daemon/model/identifier.ts'
import { wordless } from './synthetic.ts'

/** What grows out of one finding over `part`. */
const grownFrom = (text: string, part: string, label: IdentifierClass = 'NAME'): readonly Finding[] => {
  const start = text.indexOf(part)
  return grown(scanOf(text, wordless), [found(label, 'name-dictionary', start, start + part.length, 0.9)])
}
const recordsIn = (text: string, part: string, label?: IdentifierClass): string[] =>
  grownFrom(text, part, label).flatMap(({ rule, start, end }) =>
    rule === 'mrn-beside-name' ? [text.slice(start, end)] : [],
  )

suite('the number of a record', () => {
  const table: readonly (readonly [text: string, name: string, record: string])[] = [
    ['COTTON,WADE D7521', 'COTTON,WADE', 'D7521'],
    ['COTTON, WADE D7521 resting', 'COTTON, WADE', 'D7521'],
    ['Cotton, Wade 448219', 'Cotton, Wade', '448219'],
    ['Cotton, Wade (448219)', 'Cotton, Wade', '448219'],
    ['Cotton, Wade #448219', 'Cotton, Wade', '448219'],
    ["O'Cotton-Vale, Wade\tKX4471", "O'Cotton-Vale, Wade", 'KX4471'],
    ['COTTON,WADE 4482190345', 'COTTON,WADE', '4482190345'],
    ['COTTON, WADE, MD D7521', 'COTTON, WADE', 'D7521'],
  ]
  for (const [text, name, record] of table)
    test(JSON.stringify(text), () => assert.deepEqual(recordsIn(text, name), [record]))
})

suite('no number of a record', () => {
  const table: readonly (readonly [title: string, text: string, name: string])[] = [
    ['behind a name that is not family first', 'Wade Cotton D7521', 'Wade Cotton'],
    ['short', 'COTTON,WADE 75219', 'COTTON,WADE'],
    ['long', 'COTTON,WADE 44821903451', 'COTTON,WADE'],
    ['a letter and three figures', 'COTTON,WADE B123', 'COTTON,WADE'],
    ['a date', 'COTTON,WADE 03/14/2024', 'COTTON,WADE'],
    ['a code in parts', 'COTTON,WADE 448219-03', 'COTTON,WADE'],
    ['a word that goes on', 'COTTON,WADE D7521K', 'COTTON,WADE'],
    ['in the next line', 'COTTON,WADE\nD7521', 'COTTON,WADE'],
    ['far off', 'COTTON,WADE     D7521', 'COTTON,WADE'],
    ['the number of a house', 'COTTON,WADE 448219 Elmwood', 'COTTON,WADE'],
    ['nothing', 'COTTON,WADE', 'COTTON,WADE'],
  ]
  for (const [title, text, name] of table) test(title, () => assert.deepEqual(recordsIn(text, name), []))

  test('behind what is no person', () =>
    assert.deepEqual(recordsIn('Dayton,Ohio D7521', 'Dayton,Ohio', 'LOCATION'), []))
})

test('the name stays what it is, before its number', () => {
  const [name, record, ...more] = grownFrom('seen COTTON,WADE D7521', 'COTTON,WADE')
  assert.deepEqual([name?.class, name?.start, name?.end, name?.score], ['NAME', 5, 16, 0.9])
  assert.deepEqual([record?.class, record?.start, record?.end], ['MRN', 17, 22])
  assert.deepEqual(more, [])
})
