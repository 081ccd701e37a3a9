/** Repetition under misreading: names and numbers that differ by what OCR confuses are the same, whatever stands around them. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { dayOf, writingsOf } from '../../../../daemon/deidentify/detect/repeat/dates.ts'
import { fuzzyOf } from '../../../../daemon/deidentify/detect/repeat/fuzzy.ts'
import { findSpans } from '../../../../daemon/deidentify/detect.ts'

const { tagger: _, ...gazetteer } = loadGazetteer()

const isFound = (text: string, value: string, from = 0): boolean => {
  const at = text.indexOf(value, from)
  return findSpans(text, gazetteer).some(({ start, end }) => start <= at && at + value.length <= end)
}

const digits = (length: number) =>
  fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`)).filter(text => !/000$/.test(text))

test('a labelled number is found again with any separators', () => {
  fc.assert(
    fc.property(digits(9), fc.constantFrom('-', ' ', '.', ''), (number, sign) => {
      const again = `${number.slice(0, 3)}${sign}${number.slice(3, 6)}${sign}${number.slice(6)}`
      assert.ok(isFound(`Account #: ${number}\nsee ${again} please`, again, 20))
    }),
    { numRuns: 60 },
  )
})

test('a labelled number of seven digits and more is found again with one of them misread', () => {
  fc.assert(
    fc.property(digits(8), fc.nat({ max: 7 }), fc.nat({ max: 9 }), (number, at, digit) => {
      const again = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`
      assert.ok(isFound(`MRN: ${number}\nband X${again} worn`, again, 14))
    }),
    { numRuns: 60 },
  )
})

const confusions: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['w', 'vv'],
  ['d', 'cl'],
  ['l', '1'],
  ['i', 'l'],
  ['e', 'c'],
  ['o', '0'],
  ['g', 'q'],
]

test('a name with one confused letter is the name', () => {
  const names = ['whitcombe', 'marrington', 'okafor', 'featherstone', 'delgado', 'ludlow', 'birnbaum']
  const isFuzzy = fuzzyOf(new Set(names))
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...confusions), (name, [from, to]) => {
      assert.ok(isFuzzy(name.replace(from, to)))
    }),
  )
})

suite('names that are not alike', () => {
  for (const [one, two] of [
    ['delgado', 'salgado'],
    ['park', 'clark'],
    ['lee', 'leo'],
    ['ramirez', 'ramen'],
    ['whitcombe', 'whitaker'],
  ] as const)
    test(`${one} and ${two}`, () => assert.equal(fuzzyOf(new Set([one]))(two), false))
})

test('a birth date gives the same figures however it is written', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1932-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }),
      date => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        const month = date.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })
        const forms = [
          `${m}/${d}/${y}`,
          `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
          `${month} ${d}, ${y}`,
          `${d}-${month.slice(0, 3)}-${y}`,
        ]
        const [first, ...others] = forms.map(dayOf)
        for (const other of others) assert.deepEqual(other, first)
        assert.ok(
          writingsOf(forms[0] ?? '').includes(
            `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
          ),
        )
      },
    ),
    { numRuns: 100 },
  )
})

test('no date in what is none', () => {
  for (const text of ['', '13/45/1999', 'March', '120/80', '1971']) assert.equal(dayOf(text), null)
})
