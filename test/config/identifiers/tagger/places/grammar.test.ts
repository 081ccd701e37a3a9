/** The grammar of names: choices, weights, numbers, initials; and what is wrong in a file is refused when it is read. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { chanceOf } from '../../../../../config/identifiers/tagger/chance.ts'
import { initialsOf, ordinalOf, rulesOf } from '../../../../../config/identifiers/tagger/places/grammar.ts'
import { lists } from '../lists.ts'

/** All that a rule writes, in the order of the alphabet. */
const written = (grammar: string, rule = 'name'): string[] => {
  const write = rulesOf([grammar], { town: () => 'El Paso', mark: () => 'St. Mary of the Hills' }).get(rule)
  assert.ok(write)
  const seen = Array.from({ length: 400 }, (_, seed) => write(chanceOf(seed), lists))
  return [...new Set(seen)].sort()
}

suite('choices', () => {
  const table: readonly (readonly [title: string, grammar: string, all: readonly string[]])[] = [
    ['parted by strokes and by lines', ':name\na b | c\nd', ['a b', 'c', 'd']],
    ['of another rule', ':name\n{kind} House\n:kind\nOld | New', ['New House', 'Old House']],
    ['of a rule in another place of the file', ':kind\nOld\n:name\n{kind} {kind}', ['Old Old']],
    ['within brackets, one of them empty', ':name\na[ b| c|]', ['a', 'a b', 'a c']],
    ['within brackets within brackets', ':name\na[b[c|d]|]', ['a', 'abc', 'abd']],
    ['of a value', ':name\n{town} Clinic', ['El Paso Clinic']],
    ['of initials', ':name\n{initials:mark} | {initials:long}\n:long\nBig Red Barn, Inc', ['BRB', 'SMH']],
    ['of numbers', ':name\n{2-4}', ['2', '3', '4']],
    ['of ordinals', ':name\n{ordinal:1-4} Ward', ['1st Ward', '2nd Ward', '3rd Ward', '4th Ward']],
    ['without remarks', ':name\n# x | y\na\n# z', ['a']],
    ['with a weight of a fraction', ':name\n0.5*a | b', ['a', 'b']],
  ]
  for (const [title, grammar, all] of table) test(title, () => assert.deepEqual(written(grammar), all))

  test('of digits and capitals', () => {
    for (const name of written(':name\nUnit {##}{@}')) assert.match(name, /^Unit \d\d[A-Z]$/)
  })

  test('weights say how often', () => {
    const write = rulesOf([':name\n9*often | seldom'], {}).get('name')
    const chance = chanceOf(1)
    const drawn = Array.from({ length: 2000 }, () => write?.(chance, lists))
    const share = drawn.filter(one => one === 'seldom').length / drawn.length
    assert.ok(share > 0.07 && share < 0.13, `${share}`)
  })

  test('rules of several files are one grammar', () =>
    assert.equal(rulesOf([':name\n{kind}', ':kind\nOld'], {}).get('name')?.(chanceOf(1), lists), 'Old'))
})

suite('refused', () => {
  const table: readonly (readonly [title: string, texts: readonly string[], error: RegExp])[] = [
    ['a rule that is called and not there', [':name\na | b{other}'], /no rule other/],
    ['initials of a rule that is not there', [':name\n{initials:other}'], /no rule other/],
    ['two rules of one name', [':name\na', ':name\nb'], /two rules name/],
    ['a rule with the name of a value', [':town\na'], /two rules town/],
    ['a bracket that is not closed', [':name\na[b|c'], /no \]/],
  ]
  for (const [title, texts, error] of table)
    test(title, () => assert.throws(() => rulesOf(texts, { town: () => 'El Paso' }), error))
})

test('initials leave out small words and what stands behind a comma, and keep capitals', () => {
  for (const [name, initials] of [
    ['University Medical Center', 'UMC'],
    ['Hospital of the Holy Cross', 'HHC'],
    ['Tri-County Care', 'TCC'],
    ['YMCA of Dayton', 'YMCAD'],
    ['Quist Farms, Inc.', 'QF'],
    ['Quist Farms (North)', 'QF'],
    ['99 Cent Store', 'CS'],
    ['One Two Three Four Five Six', 'OTTFF'],
  ] as const)
    assert.equal(initialsOf(name), initials)
})

test('ordinals of the teens end in th', () => {
  const table = '1st 2nd 3rd 4th 10th 11th 12th 13th 14th 21st 22nd 23rd 101st 111th 112th 113th 122nd'
  for (const ordinal of table.split(' ')) assert.equal(ordinalOf(Number.parseInt(ordinal, 10)), ordinal)
})
