/** What a template's `{slots}` stand for: values of the case with their class. `{a|b}` picks, `{3-9}` is a number between. */
import type { Run } from '../../../../demo/paper/page.ts'
import { pick, type Random } from '../../../../demo/paper/random.ts'
import type { Case, Clinician, Human, Place } from './case.ts'
import { facilityOf } from './case.ts'
import { conditions, drugs } from './clinical.ts'
import { counties, employers, mailHosts, towns } from './lists.ts'
import {
  accountForms, between, biometricForms, chance, type DateForm, type Day, dayAfter, deviceForms, faxForms, listedNames, nameForms, numbered,
  otherForms, phoneIn, plateForms, proseDates, ssnOf, tableDates, vin,
} from './values.ts' // biome-ignore format: names

export type Runs = readonly Run[]
export type Slots = {
  /** Expands a template. */
  readonly say: (template: string) => Runs
  /** The value of one slot. */
  readonly of: (slot: string) => Runs
  readonly date: (day: Day) => Runs
  readonly dateForm: DateForm
  readonly case: Case
  readonly random: Random
}

export const runsOf = (...parts: readonly (Run | Runs)[]): Runs => parts.flatMap(part => part as Run | Run[])

/** Street, town, state, ZIP on one line; the state may stay. */
export const oneLine = (p: Place): Runs => [
  { LOCATION: `${p.street}${p.unit === '' ? '' : `, ${p.unit}`}, ${p.city},` },
  ' ',
  { EITHER: p.state },
  ' ',
  { LOCATION: p.zip },
]

export const twoLines = (p: Place): readonly [Runs, Runs] => [
  [{ LOCATION: `${p.street}${p.unit === '' ? '' : ` ${p.unit}`}` }],
  [{ LOCATION: `${p.city},` }, ' ', { EITHER: p.state }, ' ', { LOCATION: p.zip }],
]

export const credentialed = (random: Random, who: Clinician, name: string): Runs => {
  const form = between(random, 0, 4)
  if (form === 0 && /M\.?D|DO/.test(who.credential)) return [{ EITHER: 'Dr.' }, ' ', { NAME: name }]
  if (form === 1) return [{ NAME: name }, ' ', { EITHER: who.credential }]
  if (form === 2 && /M\.?D|DO/.test(who.credential)) return [{ EITHER: 'Dr' }, ' ', { NAME: who.family }]
  return [{ NAME: name }, { EITHER: `, ${who.credential}` }]
}

const mail = (random: Random, who: Human): string => {
  const [given, family] = [who.given, who.family].map(w =>
    w.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase(),
  ) // biome-ignore format: short
  const local = pick(random, [
    `${given}.${family}`, `${given?.[0]}${family}${between(random, 1, 99)}`, `${family}_${given}`, `${family}${given?.[0]}`, `${given}${between(random, 1948, 2002)}`,
  ]) // biome-ignore format: forms
  return `${local}@${pick(random, mailHosts)}`
}

const urls = [
  'www.@.example.com', 'https://portal.@.example.org/login', '@.example.net/pay', 'http://@.example.org', 'https://my.@.example.com/msg?id=####', 'telehealth.@.example.com/r/A##A',
] // biome-ignore format: forms

type Maker = (random: Random, c: Case) => Runs
const given = (text: string): Runs => [text]

const people: Readonly<Record<string, Maker>> = {
  pt: (r, c) => [{ NAME: pick(r, nameForms)(c.patient) }],
  ptlist: (r, c) => [{ NAME: pick(r, listedNames)(c.patient) }],
  first: (_, c) => [{ NAME: c.patient.given }],
  mr: (r, c) =>
    c.ageYears < 18
      ? [{ NAME: c.patient.given }]
      : [
          { EITHER: c.patient.female ? pick(r, ['Ms.', 'Mrs.', 'Ms']) : pick(r, ['Mr.', 'Mr']) },
          ' ',
          { NAME: c.patient.family },
        ],
  rel: (r, c) => [
    {
      NAME: pick(
        r,
        [nameForms[0], nameForms[0], nameForms[1]].flatMap(f => f ?? []),
      )(c.relative),
    },
  ],
  relfirst: (_, c) => [{ NAME: c.relative.given }],
  child: (_, c) => [{ NAME: c.child.given }],
  prov: (r, c) => credentialed(r, c.provider, pick(r, nameForms.slice(0, 6))(c.provider)),
  prov2: (r, c) => credentialed(r, c.second, pick(r, nameForms.slice(0, 6))(c.second)),
  nurse: (r, c) => credentialed(r, c.nurse, pick(r, nameForms.slice(0, 5))(c.nurse)),
  clerk: (r, c) => [{ NAME: pick(r, nameForms.slice(0, 5))(c.clerk) }],
  initials: (_, c) => [{ NAME: `${[...c.nurse.given][0]}${[...c.nurse.family][0]}` }],
}

const places: Readonly<Record<string, Maker>> = {
  fac: (_, c) => [{ LOCATION: c.facility }],
  fac2: (_, c) => [{ LOCATION: c.otherFacility }],
  school: r => [{ LOCATION: facilityOf(r, 'school') }],
  pharm: (_, c) => [{ LOCATION: c.pharmacy }],
  emp: (_, c) => [{ LOCATION: c.employer }],
  emp2: r => [{ LOCATION: pick(r, employers) }],
  town: (_, c) => [{ LOCATION: c.home.city }],
  town2: r => [{ LOCATION: pick(r, towns).split('|')[0] ?? '' }],
  street: (_, c) => [{ LOCATION: c.home.street }],
  county: r => [{ LOCATION: `${pick(r, counties)} County` }],
  home: (_, c) => oneLine(c.home),
  pobox: r => [{ LOCATION: `PO Box ${between(r, 100, 9999)}` }],
  zip: (_, c) => [{ LOCATION: c.home.zip }],
  insurer: (_, c) => [{ EITHER: c.insurer }],
}

const numbers: Readonly<Record<string, Maker>> = {
  phone: (r, c) => [{ PHONE: phoneIn(r, c.home.area) }],
  phone2: (r, c) => [{ PHONE: phoneIn(r, c.facilityPlace.area) }],
  phone3: (r, c) => [{ PHONE: phoneIn(r, c.otherPlace.area) }],
  fax: (r, c) => [{ FAX: phoneIn(r, c.facilityPlace.area, pick(r, faxForms)) }],
  fax2: (r, c) => [{ FAX: phoneIn(r, c.otherPlace.area, pick(r, faxForms)) }],
  mail: (r, c) => [{ EMAIL: mail(r, c.patient) }],
  relmail: (r, c) => [{ EMAIL: mail(r, c.relative) }],
  staffmail: (r, c) => [{ EMAIL: `${pick(r, ['records', 'referrals', 'billing', 'frontdesk', 'priorauth'])}@${c.slug}.example.com` }],
  url: (r, c) => [{ URL: numbered(r, pick(r, urls)).replace('@', c.slug) }],
  ssn: (r, c) => [{ SSN: ssnOf(r, c.ssn) }],
  mrn: (_, c) => [{ MRN: c.mrn }],
  plan: (_, c) => [{ HEALTH_PLAN: c.plan }],
  medicare: (_, c) => [{ HEALTH_PLAN: c.medicare }],
  group: (_, c) => [{ HEALTH_PLAN: c.group }],
  acct: (_, c) => [{ ACCOUNT: c.account }],
  acct2: r => [{ ACCOUNT: numbered(r, pick(r, accountForms)) }],
  card: r => [{ ACCOUNT: numbered(r, pick(r, ['XXXX XXXX XXXX ####', '4111 1111 1111 1111', 'xxxx-####', '5500-0000-0000-0004'])) }],
  npi: (_, c) => [{ LICENSE: c.provider.npi }],
  npi2: (_, c) => [{ LICENSE: c.second.npi }],
  dea: (_, c) => [{ LICENSE: c.provider.dea }],
  lic: (_, c) => [{ LICENSE: c.licence }],
  statelic: r => [{ LICENSE: numbered(r, pick(r, ['TX K####', 'LA.MD.0#####', 'NM MD20##-0###', 'AZ #####', 'L#### ', 'RN-######'])).trim() }],
  vin: r => [{ VEHICLE: vin(r) }],
  plate: r => [{ VEHICLE: numbered(r, pick(r, plateForms)) }],
  device: r => [{ DEVICE: numbered(r, pick(r, deviceForms)) }],
  mac: r => [{ DEVICE: Array.from({ length: 6 }, () => between(r, 0, 255).toString(16).padStart(2, '0').toUpperCase()).join(':') }],
  ip: r => [{ IP: chance(r, 0.8) ? `${pick(r, ['10', '172', '192', '203'])}.${between(r, 0, 255)}.${between(r, 0, 255)}.${between(r, 1, 254)}` : numbered(r, '2001:db8:##f::a##c') }],
  bio: r => [{ BIOMETRIC: numbered(r, pick(r, biometricForms)) }],
  id: r => [{ OTHER_ID: numbered(r, pick(r, otherForms)) }],
  id2: r => [{ OTHER_ID: numbered(r, pick(r, otherForms)) }],
} // biome-ignore format: a table

const clinical: Readonly<Record<string, Maker>> = {
  ages: (_, c) => (c.ageYears > 89 ? [{ AGE_90: String(c.ageYears) }] : given(String(c.ageYears))),
  oldage: r => [{ AGE_90: String(between(r, 90, 104)) }],
  he: (_, c) => given(c.patient.female ? 'she' : 'he'),
  He: (_, c) => given(c.patient.female ? 'She' : 'He'),
  his: (_, c) => given(c.patient.female ? 'her' : 'his'),
  him: (_, c) => given(c.patient.female ? 'her' : 'him'),
  sex: (_, c) => given(c.patient.female ? 'female' : 'male'),
  relation: (_, c) => given(c.relation),
  dx: r => given(pick(r, conditions)[0]),
  icd: r => given(pick(r, conditions)[1]),
  drug: r => given(pick(r, drugs)[0]),
  rx: r => given(pick(r, drugs).slice(0, 2).join(' ')),
  bp: r => given(`${between(r, 98, 178)}/${between(r, 54, 102)}`),
  hr: r => given(String(between(r, 52, 118))),
  temp: r => given(`${between(r, 97, 101)}.${between(r, 0, 9)}`),
  time: r => given(`${between(r, 7, 18)}:${String(between(r, 0, 59)).padStart(2, '0')}`),
}

const days: Readonly<Record<string, (c: Case, r: Random) => Day>> = {
  date: (c, r) => dayAfter(c.today, -between(r, 3, 400)),
  recent: (c, r) => dayAfter(c.today, -between(r, 1, 20)),
  future: (c, r) => dayAfter(c.today, between(r, 4, 120)),
  today: c => c.today,
  birth: c => c.birth,
}

const makers: Readonly<Record<string, Maker>> = { ...people, ...places, ...numbers, ...clinical }

/** One document's slots: `{date}`, `{recent}`… in forms of prose; `{date.t}` in the form that the document's tables use. */
export const slotsOf = (random: Random, c: Case): Slots => {
  const dateForm = pick(random, tableDates)
  const of = (slot: string): Runs => {
    if (slot.includes('|')) return say(pick(random, slot.split('|')))
    const range = /^(\d+)-(\d+)$/.exec(slot)
    if (range) return [String(between(random, Number(range[1]), Number(range[2])))]
    const day = days[slot.replace('.t', '')]
    if (day) return [{ DATE: (slot.endsWith('.t') ? dateForm : pick(random, proseDates))(day(c, random)) }]
    const make = makers[slot]
    if (!make) throw new RangeError(`no slot ${slot}`)
    return make(random, c)
  }
  const say = (template: string): Runs =>
    template
      .split(/(\{[^{}]+\})/)
      .flatMap(part => (part.startsWith('{') ? of(part.slice(1, -1)) : part === '' ? [] : [part]))
  return { say, of, date: day => [{ DATE: dateForm(day) }], dateForm, case: c, random }
}

/** `{a|b}` cannot hold slots of its own, so a template with choices of sentences is a list. */
export const sentences = (slots: Slots, from: readonly string[], count: number): Runs => {
  const left = [...from]
  const chosen: Run[] = []
  for (let i = 0; i < count && left.length > 0; i++) {
    const [template = ''] = left.splice(Math.floor(slots.random() * left.length), 1)
    chosen.push(...(i === 0 ? [] : [' ']), ...slots.say(template))
  }
  return chosen
}
