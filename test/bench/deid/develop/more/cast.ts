/** The people, places, days and lines of one invented case of the further kinds. */
import type { Chance } from '../chance.ts'
import { type Day, dayOf } from '../dates.ts'
import * as names from './names.ts'
import type { Person } from './person.ts'

export type Place = {
  readonly street: string
  readonly town: string
  readonly st: string
  readonly county: string
  readonly zip: string
  readonly area: string
}

const placeOf = (chance: Chance, from: string): Place => {
  const [town = '', st = '', county = '', zip = '', area = ''] = from.split(';')
  const unit = chance.likely(0.35)
    ? chance.code(chance.pick([', Apt ##@', ' #3##', ', Space ##', ', Bldg @ Unit #', ' Ste 2##', ', Rm ##']))
    : ''
  const street = chance.likely(0.12)
    ? chance.code(chance.pick(['P O Box ####', 'HC ## Box ###', 'General Delivery', 'PMB ###']))
    : `${chance.int(2, 21_999)} ${chance.pick(names.streets)} ${chance.pick(names.streetTails)}`.trim() + unit
  return { street, town, st, county, zip: zip + chance.code(chance.likely(0.2) ? '##-####' : '##'), area }
}
export const makePlaces = (chance: Chance): Record<'here' | 'there' | 'far', Place> => {
  const [here, there, far] = chance.some(names.towns, 3).map(town => placeOf(chance, town))
  if (!here || !there || !far) throw new RangeError('too few towns')
  return { here, there, far }
}

const others = ['kin3', 'pal', 'dr', 'dr2', 'dr3', 'rn', 'tech', 'clerk']
/** The patient `pt`, relatives `kin`, `kin2`, and others, all with names of their own. */
export const makePeople = (chance: Chance): Record<string, Person> & { readonly pt: Person } => {
  const surnames = chance.shuffle(names.lasts.filter(last => last.length > 1))
  const [shes, hes] = [chance.shuffle(names.shes), chance.shuffle(names.hes)]
  const born = (at: number, kinOf?: Person): Person => {
    const she = chance.likely(0.5)
    const [givens, last] = [she ? shes : hes, surnames[at] ?? 'Vong']
    const double = chance.likely(0.1) ? `${last}${chance.pick(['-', ' '])}${surnames[at + 20]}` : last
    const own = kinOf && chance.likely(0.6) ? kinOf.last : double
    return { she, first: givens[at] ?? 'Linh', middle: givens[at + 20] ?? 'Bao', last: own }
  }
  const pt = born(0)
  const rest = Object.fromEntries(others.map((key, i) => [key, born(i + 3)]))
  return { ...rest, pt, kin: born(1, pt), kin2: born(2, pt) }
}

const relations = {
  she: 'wife|mother|sister|aunt|grandmother|daughter|stepmother|partner|foster mother'.split('|'),
  he: 'husband|father|brother|uncle|grandfather|son|stepfather|partner|cousin'.split('|'),
}
export const kinshipOf = (chance: Chance, person?: Person): string =>
  chance.pick(person?.she ? relations.she : relations.he)

export const makeAge = (chance: Chance, youngest: number, oldest: number): number =>
  chance.likely(0.2) && oldest > 89 ? chance.int(90, oldest) : chance.int(youngest, Math.min(oldest, 89))

export const makeDays = (chance: Chance, age: number): Record<string, Day> & { readonly now: Day } => {
  const now = dayOf(chance.int(2017, 2026), chance.int(1, 12), chance.int(1, 28))
  return {
    now,
    dob: now - Math.round(age * 365.25) - chance.int(3, 350),
    past: now - chance.int(2, 12),
    past2: now - chance.int(20, 80),
    past3: now - chance.int(100, 900),
    soon: now + chance.int(4, 28),
    later: now + chance.int(40, 300),
  }
}

/** Ten digits each. */
export const makeLines = (chance: Chance, areas: readonly Place[]): Record<string, string> =>
  Object.fromEntries(
    ['home', 'cell', 'work', 'office', 'fax', 'desk'].map((key, i) => [
      key,
      `${areas[i % areas.length]?.area}${chance.code('55501##')}`,
    ]),
  )

export const makeHouses = (chance: Chance): Record<string, string> & { readonly fac: string } => {
  const [fac = '', fac2 = ''] = chance.some(names.clinics, 2)
  const [emp = '', emp2 = ''] = chance.some(names.employers, 2)
  const [hosp = '', hosp2 = ''] = chance.some(names.hospitals, 2)
  return { fac, fac2, emp, emp2, hosp, hosp2, school: chance.pick(names.schools) }
}
