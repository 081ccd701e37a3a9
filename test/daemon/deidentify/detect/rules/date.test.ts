/** Dates with Spanish months, as patients write them who wrote so at home. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { dateRules } from '../../../../../daemon/deidentify/detect/rules/date.ts'
import { scanOf } from '../../../../../daemon/deidentify/detect/scan.ts'
import { wordless } from '../synthetic.ts'

/** What is left of a text without what the rules find. */
const left = (text: string): string => {
  const scan = scanOf(text, wordless)
  let rest = [...text]
  for (const { start, end, class: label } of dateRules.flatMap(rule => [...rule(scan)])) {
    assert.equal(label, 'DATE')
    rest = rest.fill('', start, end)
  }
  return rest.join('')
}

const months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'setiembre',
  'octubre',
  'noviembre',
  'diciembre',
]

suite('found whole', () => {
  const forms: readonly ((month: string) => string)[] = [
    month => `14 de ${month} de 2024`,
    month => `4 de ${month} del 2024`,
    month => `el 14 de ${month}`,
    month => `04 ${month} 2024`,
    month => `${month} 14`,
    month => `${month} 14, 2024`,
    month => `${month} de 1961`,
    month => `14 de ${month[0]?.toUpperCase()}${month.slice(1)}`,
  ]
  for (const month of months)
    test(month, () => {
      for (const form of forms) assert.equal(left(`nació ${form(month)}; sano`), 'nació ; sano', form(month))
    })
})

test('a month by itself is one, but for the sauce', () => {
  for (const month of months.filter(name => name !== 'mayo')) {
    assert.equal(left(`nació ${month}; sano`), 'nació ; sano')
    assert.equal(left(`nació ${month.toUpperCase()}; sano`), 'nació ; sano')
  }
  assert.equal(left('hold the mayo'), 'hold the mayo')
  assert.equal(left('nació en mayo; sano'), 'nació en ; sano')
})

suite('left alone', () => {
  const table: readonly (readonly [title: string, text: string])[] = [
    ['words that begin like a month', 'mayor dolor, abrilada, marzoso'],
    ['words that end like a month', 'desmayo, Tutmayo'],
  ]
  for (const [title, text] of table) test(title, () => assert.equal(left(text), text))

  test('an amount before or behind the month is no part of it', () => {
    assert.equal(left('tomar 45 junio'), 'tomar 45 ')
    assert.ok(left('mayo 140 mg').endsWith('140 mg'))
  })
})
