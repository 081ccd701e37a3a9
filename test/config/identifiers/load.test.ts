/** The dictionaries load, know what they must, and look up by spelling without case, accents or punctuation. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { foldPhrase, foldWord } from '../../../config/identifiers/fold.ts'
import { loadGazetteer } from '../../../config/identifiers/load.ts'
import { zip3 } from '../../../config/identifiers/zip3.ts'
import type { Gazetteer } from '../../../daemon/model/gazetteer.ts'

const gazetteer: Gazetteer = loadGazetteer()
const data = join(import.meta.dirname, '../../../config/identifiers/data')

test('names and words have a commonness between 0 and 1', () => {
  for (const look of [gazetteer.surname, gazetteer.givenName, gazetteer.ordinary]) {
    assert.equal(look('xqzzy'), 0)
    for (const word of ['Smith', 'Rose', 'Will', 'the']) assert.ok(look(word) >= 0 && look(word) <= 1)
  }
  assert.equal(gazetteer.surname('Smith'), 1)
  assert.ok(gazetteer.surname('Parkinson') < gazetteer.surname('Nguyen'))
  assert.ok(gazetteer.givenName('Linda') > gazetteer.givenName('Xiomara'))
  assert.ok(gazetteer.ordinary('may') > gazetteer.ordinary('syncope'))
})

test('spelling does not matter', () => {
  assert.equal(gazetteer.surname('O’BRIEN'), gazetteer.surname('obrien'))
  assert.equal(gazetteer.givenName('José'), gazetteer.givenName('JOSE'))
  assert.equal(gazetteer.place('st. louis'), true)
  assert.equal(gazetteer.place('WINSTON-SALEM'), true)
})

test('medicine and drugs; people who bear their names are left out', () => {
  for (const word of ['hypertension', 'creatinine', 'htn', 'guarantor'])
    assert.equal(gazetteer.medical(word), true, word)
  for (const word of ['metformin', 'Lantus', 'apixaban']) assert.equal(gazetteer.drug(word), true, word)
  for (const word of ['Smith', 'Parkinson', 'Camila']) {
    assert.equal(gazetteer.medical(word), false, word)
    assert.equal(gazetteer.drug(word), false, word)
  }
})

test('the first and the last entry of each dictionary are found', () => {
  assert.ok(gazetteer.surname('aaberg') > 0)
  assert.ok(gazetteer.surname('zywiec') > 0)
  assert.equal(gazetteer.surname('zzzzzz'), 0)
  assert.equal(gazetteer.surname(''), 0)
})

suite('what ships', () => {
  test('is small', () => {
    const bytes = readdirSync(data).reduce((sum, name) => sum + statSync(join(data, name)).size, 0)
    assert.ok(bytes < 4_000_000)
  })
  test('says where it comes from', () => {
    const sources = readFileSync(join(data, 'SOURCES'), 'utf8')
    for (const name of readdirSync(data).filter(file => file.endsWith('.br')))
      assert.ok(sources.includes(name.replace('.br', '')), name)
    assert.match(readFileSync(join(data, 'SCOWL-COPYRIGHT'), 'utf8'), /Kevin Atkinson/)
  })
})

test('folding', () => {
  assert.equal(foldWord("D'Ángelo"), 'dangelo')
  assert.equal(foldPhrase('  Ft.  Wayne '), 'ft wayne')
})

test('the table of small ZIP areas has a version, a source and seventeen areas of three digits', () => {
  assert.equal(new Set(zip3.restricted).size, 17)
  for (const area of zip3.restricted) assert.match(area, /^\d{3}$/)
  assert.ok(zip3.version.length > 0 && zip3.source.length > 0)
})
