/** What holds for every text: spans lie inside it, in order, apart from each other, and are the same each time; hostile text ends. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { detect, findSpans } from '../../../../daemon/deidentify/detect.ts'
import { identifierClasses } from '../../../../daemon/model/identifier.ts'
import { linesOf, readPage } from './page.ts'

const gazetteer = loadGazetteer()
const pieces = [
  'Patient Name:',
  'John',
  'Smith',
  'MRN',
  '#',
  '123-45-6789',
  'DOB',
  '03/04/1971',
  'Dr.',
  ',',
  '\n',
  '\t',
  ' ',
  '(555) 123-4567',
  'x',
  '😀',
  'é',
  '0l/0l/80',
  'Springfield, IL 62704',
  '92 y/o',
  'Account',
  ':',
  '-',
  '...',
  "O'Brien",
  '𝒥ohn',
  '\u0000',
  '​',
  'ID',
  'https://a.example/',
  '@',
  'March',
  '4th',
]
const clinical = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(list => list.join(' '))
const anything = fc.oneof(
  clinical,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)

test('spans lie inside the text, in order, without overlap; their classes and scores are valid', () => {
  fc.assert(
    fc.property(anything, text => {
      let last = 0
      for (const { start, end, class: name, score } of findSpans(text, gazetteer)) {
        assert.ok(start >= last && end > start && end <= text.length)
        assert.ok(identifierClasses.includes(name) && score >= 0 && score <= 1)
        last = end
      }
    }),
    { numRuns: 300 },
  )
})

test('the same text gives the same spans', () => {
  fc.assert(
    fc.property(anything, text => assert.deepEqual(findSpans(text, gazetteer), findSpans(text, gazetteer))),
    { numRuns: 100 },
  )
})

test('characters outside the basic plane before a value move its offsets and nothing else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), count => {
      const head = `${'😀'.repeat(count)} `
      const spans = findSpans(`${head}MRN: 7712093`, gazetteer)
      assert.deepEqual(
        spans.map(({ start, end }) => [start, end]),
        [[head.length + 5, head.length + 12]],
      )
    }),
  )
})

test('on a page, each word stands in the text where its span says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Name:', 'John', '(555)', '123-4567', '😀', 'a'), {
        minLength: 1,
        maxLength: 20,
      }),
      list => {
        const words = linesOf([list.join(' ')])
        const [page] = detect([readPage(words)], { gazetteer })
        assert.ok(page !== undefined)
        for (const [i, span] of page.text.spans.entries())
          assert.equal(page.text.text.slice(span.start, span.end), words[i]?.text)
      },
    ),
    { numRuns: 100 },
  )
})

suite('hostile text comes to an end', { timeout: 120_000 }, () => {
  const length = 60_000
  const hostile: readonly (readonly [name: string, unit: string])[] = [
    ['digits', '1'],
    ['digits and hyphens', '1-'],
    ['digits and dots', '1.'],
    ['digits and blanks', '1 '],
    ['letters', 'a'],
    ['capitals', 'A'],
    ['Title words', 'Aa '],
    ['initials', 'A. '],
    ['at signs', 'a@'],
    ['dots', 'a.'],
    ['colons', 'a:'],
    ['label without value', 'MRN: '],
    ['hyphens', '-'],
    ['slashes', '1/'],
    ['blanks', ' '],
    ['tabs', '\t'],
    ['newlines', '\n'],
    ['brackets', '('],
    ['hex', 'f0:'],
    ['confusable', 'lO'],
    ['commas', 'Aa, '],
    ['street', '1 Aa '],
    ['quotes', '"A'],
    ['apostrophes', "a'"],
    ['particles', 'de la '],
    ['months', 'March '],
    ['relation', 'wife '],
    ['title', 'Dr. '],
    ['state', 'Aa, IL '],
    ['number signs', '#'],
    ['facility', 'Aa Hospital of '],
  ]
  for (const [name, unit] of hostile)
    test(name, () => assert.ok(Array.isArray(findSpans(unit.repeat(length / unit.length), gazetteer))))
})
