/** People whom a document names are found again by their initials, where initials stand, and nobody else is. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { initialRepeats, initialsOf } from '../../../../../daemon/deidentify/detect/repeat/initials.ts'
import { repeats, valuesOf } from '../../../../../daemon/deidentify/detect/repeat.ts'
import { found, scanOf } from '../../../../../daemon/deidentify/detect/scan.ts'
import { wordless } from '../synthetic.ts'

const named = (name: string) => ({
  scan: scanOf(name, wordless),
  finding: found('NAME', 'name-label', 0, name.length, 0.9),
})

suite('the initials of a name', () => {
  const table: readonly (readonly [name: string, initials: readonly string[]])[] = [
    ['Rosa Delgado', ['RD', 'DR']],
    ['Rosa Maria Delgado', ['RD', 'DR', 'RMD']],
    ['Delgado, Rosa', ['RD', 'DR']],
    ['Delgado, Rosa Maria', ['RD', 'DR', 'RMD']],
    ['DELGADO, ROSA M', ['RD', 'DR', 'RMD']],
    ['rosa delgado', ['RD', 'DR']],
    ['Dr. Rosa Delgado, MD', ['RD', 'DR']],
    ['Rosa Delgado Jr.', ['RD', 'DR']],
    ['Delgado', []],
    ['Dr. Delgado', []],
    ['', []],
    ['Rosa 12', []],
    ['Anna Bea Cora Dora Effie', []],
  ]
  for (const [name, initials] of table)
    test(JSON.stringify(name), () => {
      const { scan, finding } = named(name)
      assert.deepEqual(new Set(initialsOf(scan, finding)), new Set(initials))
    })
})

const foundIn = (text: string, initials: readonly string[] = ['RK', 'KR', 'RMK']): string[] =>
  initialRepeats(scanOf(text, wordless), new Set(initials)).map(({ start, end }) => text.slice(start, end))

suite('found again', () => {
  const table: readonly (readonly [text: string, again: readonly string[]])[] = [
    ['R.K. was seen', ['R.K.']],
    ['R. K. was seen', ['R. K.']],
    ['R.M.K. was seen', ['R.M.K.']],
    ['2200 RK resting\n', []],
    ['2200 RK\nresting', ['RK']],
    ['14:30 RK', ['RK']],
    ['resting\tRMK\t72', ['RMK']],
    ['RMK\nresting', ['RMK']],
    ['(RK) resting', ['RK']],
    ['given/RK', ['RK']],
    ['done by RK.', ['RK']],
    ['98\tRK 72', ['RK']],
  ]
  for (const [text, again] of table) test(JSON.stringify(text), () => assert.deepEqual(foundIn(text), again))
})

suite('left alone', () => {
  const table: readonly (readonly [title: string, text: string, initials?: readonly string[]])[] = [
    ['initials of nobody here', '2200 KQ\nK.Q. was seen'],
    ['capitals within a sentence', 'the RK was on call'],
    ['small letters', 'done by rd'],
    ['a measure', '2200 ML', ['ML', 'LM']],
    ['a credential', 'resting\tMD\n', ['MD', 'DM']],
    ['points behind a comma are credentials', 'Kim Quist, R.K.', ['RK', 'KR']],
    ['without people there is nothing to find', 'R.K. was seen\n2200 RK', []],
  ]
  for (const [title, text, initials] of table)
    test(title, () => assert.deepEqual(foundIn(text, initials), []))
})

test('a sure name gives its initials to every text of the document; an unsure one does not', () => {
  const again = (score: number): string[] => {
    const scan = scanOf('Kimball, Rosa Maria', wordless)
    const values = valuesOf([{ scan, findings: [found('NAME', 'name-label', 0, scan.text.length, score)] }])
    const text = 'resting\tRMK\n2200 RK\n'
    return repeats(scanOf(text, wordless), values).map(({ start, end }) => text.slice(start, end))
  }
  assert.deepEqual(again(0.9), ['RMK', 'RK'])
  assert.deepEqual(again(0.5), [])
})
