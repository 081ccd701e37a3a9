/** The templates of whole pages: each is read, closed and known in all its slots, and writes the same page for the same seed. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { chanceOf } from '../../../../config/identifiers/tagger/chance.ts'
import { expand, type Piece, sceneOf } from '../../../../config/identifiers/tagger/expand.ts'
import { pageOf, pagesIn, readPages } from '../../../../config/identifiers/tagger/pages.ts'
import { taggerClasses } from '../../../../daemon/model/gazetteer.ts'
import { lists } from './lists.ts'

const pages = readPages()
const written = (template: string, seed: number): Piece[] => pageOf(sceneOf(chanceOf(seed), lists), template)
const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')
const headOf = (template: string): string => JSON.stringify(template.slice(0, 60))

suite('the templates of a file', () => {
  const table: readonly (readonly [title: string, text: string, templates: readonly string[]])[] = [
    ['are parted by lines of ===', 'one\ntwo\n===\nthree\n', ['one\ntwo', 'three']],
    ['whatever stands behind the ===', 'one\n=== ward\ntwo', ['one', 'two']],
    [
      'are without remarks and without empty pages',
      '#! a remark\n\n===\n\none\n#! another\ntwo\n===\n',
      ['one\ntwo'],
    ],
    [
      'keep their empty lines, their blanks and other signs',
      'MRN # 1\n\n  two = 2',
      ['MRN # 1\n\n  two = 2'],
    ],
    ['are none where there is nothing', '', []],
  ]
  for (const [title, text, templates] of table) test(title, () => assert.deepEqual(pagesIn(text), templates))
})

test('the folder has hundreds of pages, no two alike', () => {
  assert.ok(pages.length > 300, `${pages.length}`)
  assert.equal(new Set(pages).size, pages.length)
})

suite('every page', () => {
  test('closes what it opens', () => {
    for (const page of pages) {
      let depth = 0
      for (const sign of page) {
        depth += sign === '[' ? 1 : sign === ']' ? -1 : 0
        assert.ok(depth >= 0, headOf(page))
      }
      assert.equal(depth, 0, headOf(page))
      assert.doesNotMatch(page.replace(/\{[\w.#]+\}/g, ''), /[{}]/, headOf(page))
    }
  })

  test('asks for values that there are, in alternatives too', () => {
    const slots = new Set(pages.flatMap(page => page.match(/\{[^}]*\}/g) ?? []))
    assert.ok(slots.size > 50)
    for (const slot of slots)
      assert.notEqual(textOf(expand(sceneOf(chanceOf(1), lists), slot)), 'undefined', slot)
  })

  test('is written without a mark of the template', () => {
    for (const [number, page] of pages.entries())
      for (let seed = 0; seed < 4; seed++) {
        const text = textOf(written(page, 1000 * seed + number))
        assert.doesNotMatch(text, /[{}[\]|]|^===|^#!|undefined|NaN/m, headOf(page))
      }
  })

  test('is the same for the same seed', () => {
    for (const page of pages) assert.deepEqual(written(page, 7), written(page, 7))
  })

  test('is another for another seed', () => {
    const slotted = pages.filter(page => page.includes('{'))
    for (const page of slotted)
      assert.ok(new Set([1, 2, 3, 4, 5, 6].map(seed => textOf(written(page, seed)))).size > 1, headOf(page))
  })

  test('has only the classes of the tagger', () => {
    const labels = new Set(pages.flatMap((page, seed) => written(page, seed).map(({ label }) => label)))
    assert.deepEqual([...labels].filter(label => label !== null).sort(), [...taggerClasses].sort())
  })
})

suite('one page', () => {
  const template = 'Name {p.full}\nHead {hosp}  Cell\nSeen [by {d.last}|\nby {d.first}] today\nLast {x.last}'
  const seeds = Array.from({ length: 300 }, (_, seed) => seed)

  test('may be cut, but not within brackets that go over lines', () => {
    const texts = seeds.map(seed => textOf(written(template, seed)))
    assert.ok(texts.some(text => !text.includes('Name')))
    assert.ok(texts.some(text => text.includes('Name') && text.includes('Last')))
    for (const text of texts) {
      assert.doesNotMatch(text, /[{}[\]|]/)
      if (text.includes('Seen')) assert.match(text, /Seen [\s\S]*today/)
    }
  })

  test('has its cells a tab or one blank apart', () => {
    const texts = seeds.map(seed => textOf(written('Cell  {p.last}\t12', seed)))
    assert.ok(texts.some(text => /^Cell\t/.test(text)))
    assert.ok(texts.some(text => /^Cell \S/.test(text)))
    for (const text of texts) assert.doesNotMatch(text, / {2}/)
  })

  test('calls whom it leaves open by one letter and names them', () => {
    for (const seed of seeds.slice(0, 50)) {
      const pieces = written('by {x.last}', seed)
      assert.deepEqual(pieces[1]?.label, 'name')
      assert.match(pieces[1]?.text ?? '', /^\p{L}/u)
    }
  })

  test('has, now and then, somebody who signed in the rows of a table', () => {
    // Nobody writes an aside behind a colon.
    const table = 'Hour  Pulse  Resting:\n9  72  yes:\n10  74  yes:\n11  71  no:'
    const signed = seeds.filter(seed => written(table, seed).some(({ label }) => label === 'name'))
    assert.ok(signed.length > 0 && signed.length < seeds.length / 2, `${signed.length}`)
  })

  test('has, now and then, an aside behind a row that is long enough', () => {
    const labelled = (template: string) =>
      seeds.filter(seed => written(template, seed).some(({ label }) => label !== null)).length
    assert.ok(labelled('resting quietly\nresting quietly') > 0)
    assert.equal(labelled('resting\nresting'), 0)
  })
})
