/** Proves the ignore patterns: whole names, two wild cards, bytes, and no blow-up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ignoring } from '../../../drivers/fax/ignore.ts'

test('a table of patterns and names', () => {
  const table: readonly (readonly [pattern: string, name: string, ignored: boolean])[] = [
    ['.*', '.hidden', true],
    ['.*', 'a.b', false],
    ['*.part', 'fax.part', true],
    ['*.part', 'fax.part.tif', false],
    ['*.part', '.part', true],
    ['Thumbs.db', 'Thumbs.db', true],
    ['Thumbs.db', 'ThumbsXdb', false],
    ['fax?.tif', 'fax1.tif', true],
    ['fax?.tif', 'fax.tif', false],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b*', 'xxbxxaxx', false],
    ['*', '', true],
    ['[ab]', 'a', false],
    ['[ab]', '[ab]', true],
    ['*.tmp', 'line\n.tmp', true],
    ['ä*', 'äb', true],
  ]
  for (const [pattern, name, ignored] of table)
    assert.equal(ignoring([pattern])(Buffer.from(name)), ignored, `${pattern} ${name}`)
})

test('names that are no UTF-8, and patterns made to take for ever', () => {
  assert.equal(ignoring(['*.tmp'])(Buffer.concat([Buffer.from([0xff, 0xc3]), Buffer.from('.tmp')])), true)
  assert.equal(ignoring(['*a'.repeat(40)])(Buffer.from('a'.repeat(254).concat('b'))), false)
  assert.equal(ignoring([])(Buffer.from('a')), false)
})
