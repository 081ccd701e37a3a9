/**
 * Makes text of templates: `{slot}` is a value, `[a|b|]` is one of several, one within the other. The result is a row of
 * pieces, each with the class that a person would give it. Pure.
 */
import type { TaggerClass } from '../../../daemon/model/gazetteer.ts'
import type { Chance } from './chance.ts'
import type { Lists } from './lists.ts'
import * as numbers from './numbers.ts'
import { type Person, personOf, writePerson } from './people.ts'
import * as places from './places.ts'
import { plain } from './plain.ts'

export type Piece = { readonly text: string; readonly label: TaggerClass | null }

/** One document's people and chance. */
export type Scene = { readonly chance: Chance; readonly lists: Lists; readonly people: Map<string, Person> }

export const sceneOf = (chance: Chance, lists: Lists): Scene => ({ chance, lists, people: new Map() })

type Make = (scene: Scene) => string

const identifiers: Readonly<Record<string, readonly [TaggerClass, Make]>> = {
  city: ['place', ({ chance, lists }) => lists.town(chance).city],
  citystate: ['place', ({ chance, lists }) => places.cityState(chance, lists)],
  county: ['place', ({ chance, lists }) => `${lists.town(chance).county} County`],
  street: ['place', ({ chance, lists }) => places.street(chance, lists)],
  address: ['place', ({ chance, lists }) => places.address(chance, lists)],
  zip: ['place', ({ chance }) => places.zip(chance)],
  hosp: ['place', ({ chance, lists }) => places.facility(chance, lists)],
  shorthosp: ['place', ({ chance, lists }) => places.shortFacility(chance, lists)],
  emp: ['place', ({ chance, lists }) => places.employer(chance, lists)],
  school: ['place', ({ chance, lists }) => places.school(chance, lists)],
  date: ['date', ({ chance }) => numbers.date(chance)],
  md: ['date', ({ chance }) => numbers.monthDay(chance)],
  phone: ['code', ({ chance }) => numbers.phone(chance)],
  ssn: ['code', ({ chance }) => numbers.ssn(chance)],
  mrn: ['code', ({ chance }) => numbers.mrn(chance)],
  code: ['code', ({ chance }) => numbers.code(chance)],
  card: ['code', ({ chance }) => numbers.card(chance)],
  url: ['code', ({ chance }) => numbers.url(chance)],
  ip: ['code', ({ chance }) => numbers.ip(chance)],
  email: [
    'code',
    scene => {
      const { first, last } = personIn(scene, 'p')
      return numbers.email(scene.chance, first, last)
    },
  ],
}

const personIn = ({ chance, lists, people }: Scene, who: string): Person => {
  const known = people.get(who)
  if (known !== undefined) return known
  // Relatives often share the patient's surname.
  const patient = people.get('p')
  const fresh =
    who === 'r' && patient && chance.is(0.4) ? personOf(chance, lists, patient.last) : personOf(chance, lists)
  people.set(who, fresh)
  return fresh
}

const fill = (scene: Scene, slot: string): Piece => {
  const person = /^([a-z])\.(\w+)$/.exec(slot)
  if (person !== null) {
    const [, who = 'p', form = 'full'] = person
    return { text: writePerson(scene.chance, personIn(scene, who), form), label: 'name' }
  }
  const identifier = identifiers[slot]
  if (identifier !== undefined) return { text: identifier[1](scene), label: identifier[0] }
  if (/^#+$/.test(slot)) return { text: scene.chance.pattern(slot), label: null }
  const make = plain[slot]
  if (make === undefined) throw new Error(`no value ${slot}`)
  return { text: make(scene.chance, scene.lists), label: null }
}

/** The alternatives between the bracket at `from` and its end, which is given as well. */
const choicesAt = (
  template: string,
  from: number,
): { readonly choices: readonly string[]; readonly end: number } => {
  const choices: string[] = []
  let [depth, start, at] = [1, from + 1, from + 1]
  for (; at < template.length; at++) {
    const sign = template[at]
    if (sign === '[') depth++
    if (sign === ']' && --depth === 0) break
    if (sign === '|' && depth === 1) {
      choices.push(template.slice(start, at))
      start = at + 1
    }
  }
  choices.push(template.slice(start, at))
  return { choices, end: at }
}

export const expand = (scene: Scene, template: string): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  while (at < template.length) {
    const sign = template[at]
    if (sign === '[') {
      const { choices, end } = choicesAt(template, at)
      pieces.push(...expand(scene, scene.chance.pick(choices)))
      at = end + 1
    } else if (sign === '{') {
      const end = template.indexOf('}', at)
      if (end === -1) throw new Error(`no } in ${template}`)
      pieces.push(fill(scene, template.slice(at + 1, end)))
      at = end + 1
    } else {
      const end = template.slice(at).search(/[[{]/)
      const text = end === -1 ? template.slice(at) : template.slice(at, at + end)
      pieces.push({ text, label: null })
      at += text.length
    }
  }
  return pieces
}
