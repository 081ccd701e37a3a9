/** People, and the ways in which a document writes them. Pure. */
import type { Chance } from './chance.ts'
import type { Lists } from './lists.ts'

export type Person = {
  readonly first: string
  readonly middle: string
  readonly last: string
  readonly suffix: string
  readonly nickname: string
}

const particles = [
  'de la',
  'de',
  'van der',
  'van',
  'von',
  'del',
  'de los',
  'di',
  'da',
  'dos',
  'St.',
  'al',
  'bin',
  'el',
  'ter',
  'Van',
  'De',
  'La',
  'Le',
  'Del',
  'Abu',
]
const prefixes = ["O'", 'Mc', 'Mac', "D'", 'Al-', 'El-', 'Fitz', "L'", 'De', 'Van', 'La']
const suffixes = ['Jr.', 'Jr', 'Sr.', 'Sr', 'II', 'III', 'IV']
const nicknames =
  'Bob|Bill|Liz|Peggy|Chuck|Ted|Jimmy|Kathy|Sue|Beth|Mike|Nick|Tony|Gus|Hank|Bud|Mickey|Trey|Skip|Babs|Lupe|Pepe|Chuy|Sasha|Manny|Ronnie|Dee|Cissy|Junior|Buddy|Red|Ace|Mimi'.split(
    '|',
  )

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ü', n: 'ñ', c: 'ç' }

/** Now and then one letter gets its accent back. */
const accented = (chance: Chance, name: string): string => {
  if (!chance.is(0.03)) return name
  const at = chance.number(1, name.length - 1)
  const letter = accents[name[at] ?? '']
  return letter === undefined ? name : name.slice(0, at) + letter + name.slice(at + 1)
}

const oneGiven = (chance: Chance, lists: Lists): string => {
  const way = chance.next()
  if (way < 0.5) return lists.given(chance)
  if (way < 0.72) return lists.anyGiven(chance)
  if (way < 0.86) return lists.wordGiven(chance)
  return accented(chance, chance.is(0.6) ? lists.newGiven(chance) : lists.newSurname(chance))
}

const oneSurname = (chance: Chance, lists: Lists): string => {
  const way = chance.next()
  if (way < 0.4) return lists.surname(chance)
  if (way < 0.64) return lists.anySurname(chance)
  if (way < 0.84) return lists.wordSurname(chance)
  return accented(chance, lists.newSurname(chance))
}

const firstOf = (chance: Chance, lists: Lists): string => {
  const way = chance.next()
  if (way < 0.03) return `${oneGiven(chance, lists)}-${oneGiven(chance, lists)}`
  if (way < 0.06) return `${oneGiven(chance, lists)} ${oneGiven(chance, lists)}`
  if (way < 0.075) return `${chance.pick(['De', 'La', 'Le', 'Sha', 'Ja', 'Da'])}${oneGiven(chance, lists)}`
  return oneGiven(chance, lists)
}

const lastOf = (chance: Chance, lists: Lists): string => {
  const way = chance.next()
  if (way < 0.05) return `${oneSurname(chance, lists)}-${oneSurname(chance, lists)}`
  if (way < 0.07) return `${oneSurname(chance, lists)} ${oneSurname(chance, lists)}`
  if (way < 0.1) return `${chance.pick(particles)} ${oneSurname(chance, lists)}`
  if (way < 0.13) return `${chance.pick(prefixes)}${oneSurname(chance, lists)}`
  return oneSurname(chance, lists)
}

export const personOf = (chance: Chance, lists: Lists, last = lastOf(chance, lists)): Person => ({
  first: firstOf(chance, lists),
  middle: chance.is(0.4) ? oneGiven(chance, lists) : '',
  last,
  suffix: chance.is(0.03) ? chance.pick(suffixes) : '',
  nickname: chance.pick(nicknames),
})

const initial = (name: string): string => name.charAt(0).toUpperCase()
const middleOr = ({ middle }: Person): string => middle || 'J'

const withSuffix = (name: string, { suffix }: Person): string => (suffix === '' ? name : `${name}, ${suffix}`)

/** `{p.full}` and so on. */
export const forms: Readonly<Record<string, (person: Person) => string>> = {
  full: one => withSuffix(`${one.first} ${one.last}`, one),
  mid: one => `${one.first} ${initial(middleOr(one))}. ${one.last}`,
  midless: one => `${one.first} ${initial(middleOr(one))} ${one.last}`,
  fullmid: one => `${one.first} ${one.middle || one.nickname} ${one.last}`,
  first: one => one.first,
  last: one => one.last,
  lf: one => `${one.last}, ${one.first}`,
  lfm: one => `${one.last}, ${one.first} ${initial(middleOr(one))}${one.middle.length > 5 ? '.' : ''}`,
  lfclose: one => `${one.last},${one.first}`,
  upper: one => `${one.first} ${one.last}`.toUpperCase(),
  upperlast: one => one.last.toUpperCase(),
  ulf: one => `${one.last}, ${one.first}`.toUpperCase(),
  ulfm: one => `${one.last}, ${one.first} ${initial(middleOr(one))}`.toUpperCase(),
  ulspace: one => `${one.last} ${one.first}`.toUpperCase(),
  il: one => `${initial(one.first)}. ${one.last}`,
  ilclose: one => `${initial(one.first)}.${initial(middleOr(one))}. ${one.last}`,
  iilast: one => `${initial(one.first)} ${one.last}`,
  lower: one => `${one.first} ${one.last}`.toLowerCase(),
  firstlower: one => one.first.toLowerCase(),
  lastlower: one => one.last.toLowerCase(),
  nick: one => `${one.first} "${one.nickname}" ${one.last}`,
  nickname: one => one.nickname,
  firstinit: one => `${one.first} ${initial(one.last)}.`,
  initials: one => initial(one.first) + (one.middle === '' ? '' : initial(one.middle)) + initial(one.last),
  dots: one => `${initial(one.first)}.${initial(one.last)}.`,
  lastinit: one => `${one.last} ${initial(one.first)}`,
}

const fullForms = ['full', 'full', 'full', 'full', 'mid', 'mid', 'fullmid', 'midless', 'nick']
const fieldForms = [...fullForms, 'lf', 'lf', 'lfm', 'upper', 'ulf', 'ulfm', 'lfclose', 'ulspace', 'il']

/** `any` is one of the whole forms of prose, `field` one of those of forms. */
export const writePerson = (chance: Chance, person: Person, form: string): string => {
  const chosen = form === 'any' ? chance.pick(fullForms) : form === 'field' ? chance.pick(fieldForms) : form
  const write = forms[chosen]
  if (write === undefined) throw new Error(`no form ${form} of a person`)
  return write(person)
}
