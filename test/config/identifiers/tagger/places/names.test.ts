/** The names of facilities, firms and schools: whole, the same for the same seed, and of great variety. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { chanceOf } from '../../../../../config/identifiers/tagger/chance.ts'
import { employer } from '../../../../../config/identifiers/tagger/places/employer.ts'
import { facility, shortFacility } from '../../../../../config/identifiers/tagger/places/facility.ts'
import { nameOf } from '../../../../../config/identifiers/tagger/places/names.ts'
import { school } from '../../../../../config/identifiers/tagger/places/school.ts'
import { lists } from '../lists.ts'

const count = 3000
const drawn = (write: ReturnType<typeof nameOf>, seed: number, many = count): string[] => {
  const chance = chanceOf(seed)
  return Array.from({ length: many }, () => write(chance, lists))
}

for (const [title, write, leastDifferent] of [
  ['facilities', facility, 0.8],
  ['short names of facilities', shortFacility, 0.4],
  ['employers', employer, 0.8],
  ['schools', school, 0.7],
] as const)
  suite(title, () => {
    const names = drawn(write, 1)

    test('have no mark of the grammar left, and no blank too many', () => {
      for (const name of names) {
        assert.doesNotMatch(name, /[{}[\]|*:\n\t]|undefined|NaN/, name)
        assert.doesNotMatch(name, /^\s|\s$|\s\s| ,|^$/, name)
      }
    })
    test('are of great variety, though few names of people and towns are drawn from', () => {
      const share = new Set(names).size / count
      assert.ok(share > leastDifferent, `${share}`)
    })
    test('do not say a word twice in a row', () => {
      for (const name of names) assert.doesNotMatch(name, /\b(\w+) \1\b/, name)
    })
    test('begin with a capital or a figure, but for a few', () => {
      const others = names.filter(name => !/^[\p{Lu}\d]/u.test(name))
      assert.ok(others.length < count / 50, others.slice(0, 5).join('; '))
    })
    test('are the same for the same seed, and others for another', () => {
      assert.deepEqual(drawn(write, 5, 50), drawn(write, 5, 50))
      assert.notDeepEqual(drawn(write, 5, 50), drawn(write, 6, 50))
    })
  })

test('a letterhead has its name in capitals', () => {
  for (const name of drawn(nameOf('facility', 1), 3, 100)) assert.equal(name, name.toUpperCase())
  assert.ok(drawn(nameOf('facility'), 3, 100).some(name => name !== name.toUpperCase()))
})

test('a rule that no file has is a fault', () => assert.throws(() => nameOf('nothing'), /no rule nothing/))
