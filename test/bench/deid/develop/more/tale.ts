/**
 * One invented case and its template language: `{pt.rev}` a person in a form, `{now.long}` a day, `{MRN#HX-####}` a number that
 * stays the same within the document, `{DATE:the 14th}` words as they are, `<this~that>` one of several.
 */
import type { Random } from '../../../../../demo/paper/random.ts'
import { type Chance, createChance } from '../chance.ts'
import { type Day, dayOf } from '../dates.ts'
import { fill, type Runs, tag } from '../runs.ts'
import * as names from './names.ts'
import { type Person, personForm } from './person.ts'
import { type DateStyle, dateForm, dateStyles } from './when.ts'

export type Tale = {
  readonly chance: Chance
  readonly say: (template: string) => Runs
  readonly patient: Person
  readonly dates: (day: Day) => string
  readonly now: Day
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

type Place = { street: string; town: string; st: string; county: string; zip: string; area: string }
const placeOf = (chance: Chance, from: string): Place => {
  const [town = '', st = '', county = '', zip = '', area = ''] = from.split(';')
  const unit = chance.likely(0.35)
    ? chance.code(chance.pick([', Apt ##@', ' #3##', ', Space ##', ', Bldg @ Unit #', ' Ste 2##', ', Rm ##'])) : ''
  const street = chance.likely(0.12)
    ? chance.code(chance.pick(['P O Box ####', 'HC ## Box ###', 'General Delivery', 'PMB ###']))
    : `${chance.int(2, 21_999)} ${chance.pick(names.streets)} ${chance.pick(names.streetTails)}`.trim() + unit
  return { street, town, st, county, zip: zip + chance.code(chance.likely(0.2) ? '##-####' : '##'), area }
}

const makePeople = (chance: Chance): Record<string, Person> => {
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
  return { pt, kin: born(1, pt), kin2: born(2, pt), kin3: born(3), pal: born(4), dr: born(5), dr2: born(6), dr3: born(7), rn: born(8), tech: born(9), clerk: born(10) }
}

const relations = {
  she: ['wife', 'mother', 'sister', 'aunt', 'grandmother', 'daughter', 'stepmother', 'partner', 'foster mother'],
  he: ['husband', 'father', 'brother', 'uncle', 'grandfather', 'son', 'stepfather', 'partner', 'cousin'],
}

export const createTale = (random: Random, { oldest = 99, youngest = 19 } = {}): Tale => {
  const chance = createChance(random)
  const people = makePeople(chance)
  const patient = people.pt as Person
  const [here, there, far] = chance.some(names.towns, 3).map(town => placeOf(chance, town)) as [Place, Place, Place]
  const now = dayOf(chance.int(2017, 2026), chance.int(1, 12), chance.int(1, 28))
  const age = chance.likely(0.2) && oldest > 89 ? chance.int(90, oldest) : chance.int(youngest, Math.min(oldest, 89))
  const days: Record<string, Day> = {
    now, dob: now - Math.round(age * 365.25) - chance.int(3, 350), past: now - chance.int(2, 12), past2: now - chance.int(20, 80),
    past3: now - chance.int(100, 900), soon: now + chance.int(4, 28), later: now + chance.int(40, 300), kindob: now - chance.int(9000, 30_000),
  }
  const style: DateStyle = chance.pick(dateStyles)
  const phone = chance.pick(phoneForms)
  const exchange = () => chance.code('55501##').replace(/^555/, () => chance.pick(['555', '555', `${chance.int(2, 9)}55`]))
  const lines: Record<string, string> = Object.fromEntries(['home', 'cell', 'work', 'office', 'fax', 'desk'].map((key, i) => [key, `${[here, far, there][i % 3]?.area}${exchange()}`]))
  const [fac, fac2] = chance.some(names.clinics, 2) as [string, string]
  const [emp, emp2] = chance.some(names.employers, 2) as [string, string]
  const [hosp, hosp2] = chance.some(names.hospitals, 2) as [string, string]
  const houses: Record<string, string> = { fac, fac2, emp, emp2, hosp, hosp2, school: chance.pick(names.schools) }
  const kinship = (person?: Person) => chance.pick(person?.she ? relations.she : relations.he)
  const fixed = new Map<string, Runs>()
  const rel: Record<string, string> = { rel: kinship(people.kin), rel2: kinship(people.kin2), rel3: kinship(people.kin3) }
  const she: Record<string, string> = patient.she
    ? { he: 'she', He: 'She', his: 'her', His: 'Her', him: 'her', man: 'woman', sex: 'F' } : { he: 'he', He: 'He', his: 'his', His: 'His', him: 'him', man: 'man', sex: 'M' }
  const placed = (place: Place, part: string): Runs => {
    if (part === 'st') return [tag('EITHER', place.st)]
    const whole: Runs = [tag('LOCATION', `${place.town},`), ' ', tag('EITHER', place.st), ' ', tag('LOCATION', place.zip)]
    if (part === 'csz') return whole
    if (part === 'full') return [tag('LOCATION', `${place.street},`), ' ', ...whole]
    return [tag('LOCATION', place[part as keyof Place] ?? place.town)]
  }
  const mail = (who: Person) => plain(`${who.first}${chance.pick(['.', '_', ''])}${who.last}${chance.int(3, 99)}`)
  const domain = `${plain(fac).slice(0, 18)}.${chance.pick(['org', 'com', 'health', 'net'])}`
  const make = (key: string): Runs => {
    const literal = /^([A-Z_0-9]+)([:#])(.*)$/.exec(key)
    if (literal) return [tag(literal[1] ?? '', literal[2] === '#' ? chance.code(literal[3] ?? '') : (literal[3] ?? ''))]
    const [head = '', part = ''] = key.split('.')
    const [person, day, line] = [people[head], days[head], lines[head]]
    if (person) return personForm(person, part)
    if (day !== undefined) return dateForm(day, part, style, chance)
    if (line) return part === 'spoken' ? [tag('PHONE', spoken(line))] : [tag(head === 'fax' ? 'FAX' : 'PHONE', phone(line.slice(0, 3), line.slice(3, 6), line.slice(6)))]
    if (houses[head]) return [tag('LOCATION', part === 'up' ? houses[head].toUpperCase() : houses[head])]
    const place = { here, there, far }[head]
    if (place) return placed(place, part)
    if (head === 'age') return age > 89 ? [tag('AGE_90', part === 'words' ? `ninety-${['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][age - 90] ?? 'six'}`.replace(/-$/, '') : String(age))] : [String(age)]
    if (head === 'plan') return [tag('EITHER', chance.pick(names.insurers))]
    if (head === 'mail') return [tag('EMAIL', `${mail(patient)}@${chance.pick(['inboxly.com', 'sunvalley.net', 'mesamail.org'])}`)]
    if (head === 'workmail') return [tag('EMAIL', `${plain(people.clerk?.first ?? '')}.${plain(people.clerk?.last ?? '')}@${domain}`)]
    if (head === 'web') return [tag('URL', chance.pick([`https://${domain}/my`, `www.${domain}`, `${domain}/portal/${chance.code('****')}`]))]
    if (head === 'time') return [`${chance.int(1, 12)}:${chance.code('#').replace(/\d/, d => String(Number(d) % 6))}${chance.int(0, 9)} ${chance.pick(['AM', 'PM'])}`]
    if (head === 'clock') return [`${String(chance.int(0, 23)).padStart(2, '0')}${chance.int(10, 59)}`]
    if (head === 'n') return [String(chance.int(Number(part.split('-')[0]), Number(part.split('-')[1])))]
    if (head === 'ssn') return [tag('SSN', chance.code('4##-##-####'))]
    throw new RangeError(`no such key: ${key}`)
  }
  const constant = /^[A-Z_]+#|^(?:plan|mail|workmail|web|ssn)$/
  const value = (key: string): Runs => {
    const said = rel[key] ?? she[key]
    if (said) return [said]
    const known = fixed.get(key) ?? make(key)
    if (constant.test(key)) fixed.set(key, known)
    return known
  }
  const chosen = (template: string): string =>
    template.replace(/<([^<>]*~[^<>]*)>/g, (_, list: string) => chance.pick(list.split('~')))
  return { chance, patient, now, say: template => fill(chosen(template), value), dates: day => dateForm(day, '', style, chance).map(run => (typeof run === 'string' ? run : Object.values(run).join(''))).join('') }
}

const plain = (text: string): string => text.normalize('NFD').replace(/đ/g, 'd').replace(/[^A-Za-z._0-9]/g, '').toLowerCase()
