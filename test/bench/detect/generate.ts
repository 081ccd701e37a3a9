/** Fills the templates: a text and the spans in it that identify someone. */
import type { IdentifierClass } from '../../../daemon/model/identifier.ts'
import { type Chance, chanceOf } from './chance.ts'
import { developNegatives, developTemplates } from './develop.ts'
import { develop, type Lists, validate } from './lists.ts'
import { validateNegatives, validateTemplates } from './validate.ts'
import { harmless, identifiers, type Person, personForms, personOf } from './values.ts'

export type Gold = { readonly start: number; readonly end: number; readonly class: IdentifierClass }
export type Sample = { readonly text: string; readonly gold: readonly Gold[] }
export type Family = 'develop' | 'validate'

const families = {
  develop: { lists: develop, templates: developTemplates, negatives: developNegatives },
  validate: { lists: validate, templates: validateTemplates, negatives: validateNegatives },
} as const

type Filled = { readonly text: string; readonly class: IdentifierClass | null }

const fillSlot = (slot: string, people: Map<string, Person>, chance: Chance, lists: Lists): Filled => {
  const person = /^([pdqr])\.(\w+)$/.exec(slot)
  if (person !== null) {
    const [, who = 'p', form = 'full'] = person
    const one = people.get(who) ?? personOf(chance, lists)
    people.set(who, one)
    const write = personForms[form]
    if (write === undefined) throw new Error(`no form ${form}`)
    return { text: write(one), class: 'NAME' }
  }
  const identifier = identifiers[slot]
  if (identifier !== undefined) return { text: identifier[1](chance, lists), class: identifier[0] }
  const plain = harmless[slot]
  if (plain === undefined) throw new Error(`no value ${slot}`)
  return { text: plain(chance, lists), class: null }
}

const fill = (template: string, chance: Chance, lists: Lists): Sample => {
  const people = new Map<string, Person>()
  const gold: Gold[] = []
  let text = ''
  for (const [index, part] of template.split(/\{([\w.]+)\}/).entries()) {
    if (index % 2 === 0) {
      text += part
      continue
    }
    const filled = fillSlot(part, people, chance, lists)
    if (filled.class !== null)
      gold.push({ start: text.length, end: text.length + filled.text.length, class: filled.class })
    text += filled.text
  }
  return { text, gold }
}

/** `count` texts; two in three from the templates with identifiers, the others without any. */
export const generate = (family: Family, seed: number, count: number): Sample[] => {
  const { lists, templates, negatives } = families[family]
  const chance = chanceOf(seed)
  return Array.from({ length: count }, (_, index) =>
    fill(chance.pick(index % 3 === 2 ? negatives : templates), chance, lists),
  )
}
