/** Each class finds what its table says it must, at exactly those places, and leaves the hard negatives alone. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { findSpans } from '../../../../daemon/deidentify/detect.ts'
import { identifierClasses } from '../../../../daemon/model/identifier.ts'

type Table = {
  readonly class: string
  readonly found: readonly { readonly text: string; readonly found: readonly string[] }[]
  readonly none: readonly string[]
}

const folder = join(import.meta.dirname, '../../../vectors/detect')
const tables = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Table)
// The tagger guesses beyond the rules and has tests of its own.
const { tagger: _, ...gazetteer } = loadGazetteer()

const valuesIn = (text: string, wanted: string): string[] =>
  findSpans(text, gazetteer)
    .filter(({ class: name }) => name === wanted)
    .map(({ start, end }) => text.slice(start, end))

for (const table of tables)
  suite(table.class, () => {
    for (const { text, found } of table.found)
      test(`found: ${JSON.stringify(text)}`, () => assert.deepEqual(valuesIn(text, table.class), found))
    for (const text of table.none)
      test(`none: ${JSON.stringify(text)}`, () =>
        assert.deepEqual(
          findSpans(text, gazetteer).map(({ start, end, rule }) => `${rule}: ${text.slice(start, end)}`),
          [],
        ))
  })

test('every class has a table', () => {
  const covered = new Set(tables.map(table => table.class))
  assert.deepEqual(
    identifierClasses.filter(name => !covered.has(name)),
    [],
  )
})
