/** Writes names by the grammar files of this folder. Reads them once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chance, weighted } from '../chance.ts'
import type { Lists } from '../lists.ts'
import { rulesOf, type Values } from './grammar.ts'

const files = [
  'words.txt',
  'phrases.txt',
  'chains.txt',
  'facility.txt',
  'employer.txt',
  'bodies.txt',
  'school.txt',
]

const values: Values = {
  town: (chance, lists) => lists.town(chance).city,
  county: (chance, lists) => lists.town(chance).county,
  state: (chance, lists) => lists.town(chance).state,
  code: (chance, lists) => lists.town(chance).code,
  given: (chance, lists) => (chance.is(0.9) ? lists.given(chance) : lists.anyGiven(chance)),
  surname: (chance, lists) =>
    weighted(chance, [
      [lists.surname, 60],
      [lists.anySurname, 22],
      [lists.newSurname, 9],
      [lists.wordSurname, 9],
    ] as const)(chance),
}

const rules = rulesOf(
  files.map(file => readFileSync(join(import.meta.dirname, file), 'utf8')),
  values,
)

/** Makes good where parts meet: `Jones's`, a comma after a space, the same word twice. */
const tidy = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .replace(/\b(St\.?|Saint) ([A-Z][\w ]*s)'s\b/g, '$1 $2')
    .replace(/(\w[sz])'s\b/g, "$1'")
    .replace(/\b(\w+) \1\b/g, '$1')
    .trim()

/** A name as the rule makes it; in CAPITALS, as a letterhead has it, with the likelihood given. */
export const nameOf = (rule: string, capitals = 0) => {
  const write = rules.get(rule)
  if (write === undefined) throw new Error(`no rule ${rule}`)
  return (chance: Chance, lists: Lists): string => {
    const name = tidy(write(chance, lists))
    return chance.is(capitals) ? name.toUpperCase() : name
  }
}
