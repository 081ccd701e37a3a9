/**
 * One invented case and its template language: `{pt.rev}` a person in a form, `{now.long}` a day, `{MRN#HX-####}` a number that
 * stays the same within the document, `{DATE:the 14th}` words as they are, `<this~that>` one of several.
 */
import type { Random } from '../../../../../demo/paper/random.ts'
import { type Chance, createChance } from '../chance.ts'
import { fill, type Runs, tag } from '../runs.ts'
import * as cast from './cast.ts'
import * as names from './names.ts'
import { personForm } from './person.ts'
import { dateForm, dateStyles } from './when.ts'

export type Tale = {
  /** Never takes the same sentence or row twice while others are left. */
  readonly chance: Chance
  /** @throws RangeError for a key that stands for nothing */
  readonly say: (template: string) => Runs
}

const phoneForms: readonly ((a: string, b: string, c: string) => string)[] = [
  (a, b, c) => `(${a}) ${b}-${c}`,
  (a, b, c) => `${a}-${b}-${c}`,
  (a, b, c) => `${a}.${b}.${c}`,
  (a, b, c) => `${a} ${b} ${c}`,
  (a, b, c) => `1-${a}-${b}-${c}`,
  (a, b, c) => `+1 ${a} ${b} ${c}`,
  (a, b, c) => `${a}/${b}-${c}`,
  (a, b, c) => `${a}${b}${c}`,
]
const digitWords = 'oh one two three four five six seven eight nine'.split(' ')
const spoken = (digits: string): string => [...digits].map(digit => digitWords[Number(digit)]).join(' ')

const ones = ['', '-one', '-two', '-three', '-four', '-five', '-six', '-seven', '-eight', '-nine']
const ageForm = (age: number, part: string): Runs => {
  if (age < 90) return [String(age)]
  return [tag('AGE_90', part === 'words' ? `ninety${ones[age - 90] ?? '-six'}` : String(age))]
}

const placeForm = (place: cast.Place, part: string): Runs => {
  const state = tag('EITHER', place.st)
  const whole: Runs = [tag('LOCATION', `${place.town},`), ' ', state, ' ', tag('LOCATION', place.zip)]
  if (part === 'st') return [state]
  if (part === 'csz') return whole
  if (part === 'full') return [tag('LOCATION', `${place.street},`), ' ', ...whole]
  return [tag('LOCATION', place[part as keyof cast.Place] ?? place.town)]
}

const pronouns = {
  she: { he: 'she', He: 'She', his: 'her', His: 'Her', him: 'her', man: 'woman', sex: 'F' },
  he: { he: 'he', He: 'He', his: 'his', His: 'His', him: 'him', man: 'man', sex: 'M' },
}

const clockTime = (chance: Chance): string =>
  `${chance.int(1, 12)}:${chance.int(0, 5)}${chance.int(0, 9)} ${chance.pick(['AM', 'PM'])}`

type Form = (part: string) => Runs
const makeForms = (chance: Chance, youngest: number, oldest: number): Record<string, Form> => {
  const forms: Record<string, Form> = {}
  const people = cast.makePeople(chance)
  for (const [key, person] of Object.entries(people)) forms[key] = part => personForm(person, part)
  const places = cast.makePlaces(chance)
  for (const [key, place] of Object.entries(places)) forms[key] = part => placeForm(place, part)
  const age = cast.makeAge(chance, youngest, oldest)
  const days = cast.makeDays(chance, age)
  const style = chance.pick(dateStyles)
  for (const [key, day] of Object.entries(days)) forms[key] = part => dateForm(day, part, style, chance)
  const phone = chance.pick(phoneForms)
  const lines = cast.makeLines(chance, [places.here, places.far, places.there])
  for (const [key, line] of Object.entries(lines)) {
    const written = phone(line.slice(0, 3), line.slice(3, 6), line.slice(6))
    forms[key] = part => [tag(key === 'fax' ? 'FAX' : 'PHONE', part === 'spoken' ? spoken(line) : written)]
  }
  const houses = cast.makeHouses(chance)
  for (const [key, house] of Object.entries(houses))
    forms[key] = part => [tag('LOCATION', part === 'up' ? house.toUpperCase() : house)]
  for (const [key, word] of Object.entries(pronouns[people.pt.she ? 'she' : 'he'])) forms[key] = () => [word]
  for (const [key, kin] of [
    ['rel', people.kin],
    ['rel2', people.kin2],
  ] as const) {
    const kinship = cast.kinshipOf(chance, kin)
    forms[key] = () => [kinship]
  }
  const domain = `${plain(houses.fac).slice(0, 18)}.${chance.pick(['org', 'com', 'health', 'net'])}`
  const { first, last } = people.pt
  const mail = `${plain(`${first}${chance.pick(['.', '_', ''])}${last}`)}${chance.int(3, 99)}@${chance.pick(['inboxly.com', 'sunvalley.net', 'mesamail.org'])}`
  const workmail = `${plain(`${people.clerk?.first}.${people.clerk?.last}`)}@${domain}`
  const web = chance.pick([
    `https://${domain}/my`,
    `www.${domain}`,
    `${domain}/portal/${chance.code('****')}`,
  ])
  const [plan, ssn] = [chance.pick(names.insurers), chance.code('4##-##-####')]
  return {
    ...forms,
    age: part => ageForm(age, part),
    any: part => dateForm(days.now - chance.int(30, 1800), part, style, chance),
    plan: () => [tag('EITHER', plan)],
    mail: () => [tag('EMAIL', mail)],
    workmail: () => [tag('EMAIL', workmail)],
    web: () => [tag('URL', web)],
    ssn: () => [tag('SSN', ssn)],
    time: () => [clockTime(chance)],
    clock: () => [`${String(chance.int(0, 23)).padStart(2, '0')}${chance.int(10, 59)}`],
  }
}

export const createTale = (random: Random, { oldest = 99, youngest = 19 } = {}): Tale => {
  const chance = freshly(createChance(random))
  const forms = makeForms(chance, youngest, oldest)
  const numbers = new Map<string, Runs>()
  const literal = (label: string, mark: string, text: string): Runs => {
    if (mark === ':') return [tag(label, text)]
    const known = numbers.get(label + text) ?? [tag(label, chance.code(text))]
    numbers.set(label + text, known)
    return known
  }
  const value = (key: string): Runs => {
    const [, label, mark = '', text = ''] = /^([A-Z_0-9]+)([:#])(.*)$/.exec(key) ?? []
    if (label) return literal(label, mark, text)
    const [head = '', part = ''] = key.split('.')
    const form = forms[head]
    if (!form) throw new RangeError(`no such key: ${key}`)
    return form(part)
  }
  const chosen = (template: string): string =>
    template.replace(/<([^<>]*~[^<>]*)>/g, (_, list: string) => chance.pick(list.split('~')))
  return { chance, say: template => fill(chosen(template), value) }
}

const freshly = (chance: Chance): Chance => {
  const told = new Set<unknown>()
  const some: Chance['some'] = (from, count) => {
    const fresh = from.filter(item => typeof item !== 'string' || !told.has(item))
    const chosen = chance.some(fresh.length > 0 ? fresh : from, count)
    for (const item of chosen) told.add(item)
    return chosen
  }
  return { ...chance, some }
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z._]/g, '')
    .toLowerCase()
