/** The many ways in which paper writes a name. */

import type { Person } from './cast.ts'
import type { Chance } from './chance.ts'
import { type Runs, tag } from './runs.ts'

const initial = (text: string): string => `${text.slice(0, 1)}.`
const name = (text: string): Runs => [tag('NAME', text.replace(/\s+/g, ' ').trim())]

const fieldForms: readonly ((p: Person) => string)[] = [
  p => `${p.given} ${initial(p.middle)} ${p.surname} ${p.suffix}`,
  p => `${p.given} ${p.surname} ${p.suffix}`,
  p => `${p.surname.toUpperCase()}, ${p.given} ${initial(p.middle)}`,
  p => `${p.surname}, ${p.given} ${p.middle.slice(0, 1)}`,
  p => `${p.surname}, ${p.given}`,
  p => `${p.given} ${p.middle} ${p.surname} ${p.suffix}`.toUpperCase(),
  p => `${p.surname},${p.given} ${p.middle.slice(0, 1)}`.toUpperCase(),
  p => `${p.given} ${p.middle} ${p.surname}`,
  p => `${p.given} "${p.nick}" ${p.surname}`,
  p => `${p.surname}, ${p.given} (${p.nick})`,
  p => `${p.surname} ${p.suffix}, ${p.given} ${p.middle}`.replace(' ,', ','),
  p => `${p.given.slice(0, 1)}. ${p.surname}`,
  p => `${p.surname}^${p.given}^${p.middle.slice(0, 1)}`.toUpperCase(),
  p => `${p.surname.toUpperCase()} ${p.given.toUpperCase()}`,
]
/** In a field, a table or a header. */
export const fieldName = (chance: Chance, p: Person): Runs =>
  name(chance.pick(chance.likely(0.5) ? fieldForms.slice(0, 5) : fieldForms)(p))

/** One way for all names of a table. */
export const columnName = (chance: Chance): ((p: Person) => Runs) => {
  const form = chance.pick(fieldForms.slice(0, 8))
  return p => name(form(p))
}

export const fullName = (chance: Chance, p: Person): Runs =>
  name(
    chance.likely(0.6)
      ? `${p.given} ${p.surname} ${p.suffix}`
      : chance.pick([
          `${p.given} ${initial(p.middle)} ${p.surname}`,
          `${p.given} ${p.middle} ${p.surname}`,
          `${p.given} "${p.nick}" ${p.surname}`,
          `${initial(p.given)} ${initial(p.middle)} ${p.surname}`,
        ]),
  )

/** `Mrs. Delgado`: the title is neither. */
export const titled = (chance: Chance, p: Person): Runs => [
  tag('EITHER', p.female ? chance.pick(['Ms.', 'Mrs.', 'Ms']) : chance.pick(['Mr.', 'Mr.', 'Mr'])),
  ' ',
  tag('NAME', p.surname),
]

/** Within a sentence: whole, with a title, the given name alone, initials. */
export const proseName = (chance: Chance, p: Person): Runs => {
  const at = chance.random()
  if (at < 0.4) return titled(chance, p)
  if (at < 0.75) return fullName(chance, p)
  if (at < 0.95) return name(p.given)
  return name(`${initial(p.given)}${initial(p.surname)}`)
}

const physicians = ['MD', 'M.D.', 'MD', 'MD, FACP', 'M.D., Ph.D.', 'MD, MPH']
/** The same school for the same person, whatever the spelling. */
const credentialOf = (chance: Chance, p: Person): string =>
  (p.given.length + p.surname.length) % 5 === 0 ? chance.pick(['DO', 'D.O.']) : chance.pick(physicians)
const nurses = ['RN', 'R.N.', 'LPN', 'RN, BSN', 'NP', 'PA-C']
export const doctorName = (chance: Chance, p: Person): Runs =>
  chance.pick<() => Runs>([
    () => [tag('EITHER', 'Dr.'), ' ', ...name(p.surname)],
    () => [tag('EITHER', 'Dr.'), ' ', ...name(`${p.given} ${p.surname}`)],
    () => [...name(`${p.given} ${p.surname}`), tag('EITHER', `, ${credentialOf(chance, p)}`)],
    () => [
      ...name(`${p.given} ${initial(p.middle)} ${p.surname}`),
      tag('EITHER', `, ${credentialOf(chance, p)}`),
    ],
  ])()
/** As doctors appear in fields: `KESSLER, IVAN MD`. */
export const doctorField = (chance: Chance, p: Person): Runs => {
  if (chance.likely(0.5)) return doctorName(chance, p)
  return [
    ...fieldName(chance, { ...p, suffix: '' }),
    tag('EITHER', ` ${chance.pick(['MD', 'DO', 'M.D.', 'MD (PCP)'])}`),
  ]
}
export const signedName = (chance: Chance, p: Person): Runs => [
  ...name(`${p.given} ${chance.likely(0.5) ? initial(p.middle) : ''} ${p.surname}`),
  tag('EITHER', `, ${credentialOf(chance, p)}`),
]
export const nurseName = (chance: Chance, p: Person): Runs => [
  ...name(
    chance.pick([
      `${p.given} ${p.surname}`,
      `${initial(p.given)} ${p.surname}`,
      `${p.given} ${p.surname.slice(0, 1)}.`,
    ]),
  ),
  tag('EITHER', `, ${nurses[(p.given.length + p.surname.length) % nurses.length]}`),
]
/** Three letters as typists and transcribers leave them. */
export const initialsOf = (p: Person): string =>
  `${p.given.slice(0, 1)}${p.middle.slice(0, 1)}${p.surname.slice(0, 1)}`
