/** What a template's `{keys}` stand for in one case: identifiers in varying forms, and ordinary clinical matter. */
import type { Random } from '../../../../demo/paper/random.ts'
import { type Address, type Cast, createCast } from './cast.ts'
import { type Chance, createChance } from './chance.ts'
import * as clinical from './clinical.ts'
import { fieldDate, letterDate, monthDate, partsOf, proseDate } from './dates.ts'
import { writePhone, writeSsn } from './numbers.ts'
import * as write from './persons.ts'
import { fill, type Runs, tag } from './runs.ts'

export type Story = {
  readonly chance: Chance
  readonly cast: Cast
  /** A template with its keys filled. */
  readonly say: (template: string) => Runs
  readonly value: (key: string) => Runs
  /** Sentences drawn from a pool, none twice in a document. */
  readonly tell: (pool: readonly string[], count: number) => Runs
}

export const stateOf = (chance: Chance, address: Address): string =>
  chance.likely(0.85) ? address.town.state : address.town.stateName

/** Street and town on one line. */
export const addressLine = (chance: Chance, address: Address): Runs => [
  tag(
    'LOCATION',
    `${address.poBox ?? [address.street, address.unit].filter(Boolean).join(', ')}, ${address.town.town},`,
  ),
  ' ',
  tag('EITHER', stateOf(chance, address)),
  ' ',
  tag('LOCATION', address.zip),
]
export const addressLines = (chance: Chance, address: Address): readonly [Runs, Runs] => [
  [tag('LOCATION', address.poBox ?? [address.street, address.unit].filter(Boolean).join(', '))],
  townLine(chance, address),
]
export const townLine = (chance: Chance, address: Address): Runs => [
  tag('LOCATION', `${address.town.town},`),
  ' ',
  tag('EITHER', stateOf(chance, address)),
  ' ',
  tag('LOCATION', address.zip),
]

const identifiers = (chance: Chance, cast: Cast): Record<string, () => Runs> => {
  const one = (label: string, text: () => string) => (): Runs => [tag(label, text())]
  const phone = (label: string, digits: string) => one(label, () => writePhone(chance, digits))
  const back = (from: number, to: number) => cast.today - chance.int(from, to)
  const age = String(cast.ageYears)
  const person = cast.patient
  return {
    pt: () => write.proseName(chance, person),
    ptfull: () => write.fullName(chance, person),
    ptfield: () => write.fieldName(chance, person),
    pttitle: () => write.titled(chance, person),
    first: one('NAME', () => person.given),
    nick: one('NAME', () => person.nick),
    dr: () => write.doctorName(chance, cast.doctors[0]),
    dr2: () => write.doctorName(chance, cast.doctors[1]),
    dr3: () => write.doctorName(chance, cast.doctors[2]),
    drfield: () => write.doctorField(chance, cast.doctors[0]),
    dr2field: () => write.doctorField(chance, cast.doctors[1]),
    dr3field: () => write.doctorField(chance, cast.doctors[2]),
    drlast: () => [tag('EITHER', 'Dr.'), ' ', tag('NAME', cast.doctors[0].surname)],
    dr2last: () => [tag('EITHER', 'Dr.'), ' ', tag('NAME', cast.doctors[1].surname)],
    nurse: () => write.nurseName(chance, cast.nurse),
    kin: () => [`${cast.kin} `, ...write.fullName(chance, cast.relative)],
    kinname: () => write.fullName(chance, cast.relative),
    kinfirst: one('NAME', () => cast.relative.given),
    kinship: () => [cast.kin],
    friend: () => write.fullName(chance, cast.friend),
    dob: one('DATE', () => fieldDate(chance, cast.birth)),
    today: one('DATE', () => letterDate(chance, cast.today)),
    date: one('DATE', () => fieldDate(chance, cast.today)),
    recent: () => dated(proseDate(chance, back(2, 40))),
    earlier: () => dated(proseDate(chance, back(60, 700))),
    month: one('DATE', () => monthDate(chance, back(60, 700))),
    next: () => dated(proseDate(chance, cast.today + chance.int(5, 90))),
    fieldrecent: one('DATE', () => fieldDate(chance, back(1, 30))),
    fieldnext: one('DATE', () => fieldDate(chance, cast.today + chance.int(3, 200))),
    year: () => [String(partsOf(cast.today).year - chance.int(2, 25))],
    age: () =>
      cast.ageYears > 89
        ? [tag('AGE_90', age), chance.pick(['-year-old', ' year old', ' y/o', ' yo'])]
        : [`${age}${chance.pick(['-year-old', ' year old', ' y/o', ' yo'])}`],
    agefield: () => (cast.ageYears > 89 ? [tag('AGE_90', age)] : [age]),
    kinage: () =>
      chance.likely(0.5)
        ? ['aged ', tag('AGE_90', String(chance.int(90, 103)))]
        : [`aged ${chance.int(40, 88)}`],
    mrn: one('MRN', () => cast.mrn),
    ssn: one('SSN', () => writeSsn(chance, cast.ssn)),
    phone: phone('PHONE', cast.phones.home),
    cell: phone('PHONE', cast.phones.cell),
    office: phone('PHONE', cast.phones.office),
    officefax: phone('FAX', cast.phones.officeFax),
    other: phone('PHONE', cast.phones.other),
    otherfax: phone('FAX', cast.phones.otherFax),
    kinphone: phone('PHONE', cast.phones.kin),
    ext: () => [
      tag('PHONE', writePhone(chance, cast.phones.office)),
      ' ',
      tag('PHONE', chance.code(chance.pick(['x###', 'ext. ###', 'Ext ####']))),
    ],
    email: one('EMAIL', () => emailOf(chance, cast)),
    officemail: one(
      'EMAIL',
      () => `${chance.pick(['records', 'referrals', 'frontdesk', 'billing', 'scheduling'])}@${cast.domain}`,
    ),
    url: one('URL', () =>
      chance.pick([
        `www.${cast.domain}`,
        `https://portal.${cast.domain}/r/${chance.code('******').toLowerCase()}`,
        `${cast.domain}/mychart`,
        `https://${cast.domain}`,
      ]),
    ),
    clinic: one('LOCATION', () => cast.clinic),
    hospital: one('LOCATION', () => cast.hospital),
    specialist: one('LOCATION', () => cast.specialist),
    lab: one('LOCATION', () => cast.lab),
    pharmacy: one('LOCATION', () => cast.pharmacy),
    carehome: one('LOCATION', () => cast.carehome),
    employer: one('LOCATION', () => cast.employer),
    town: one('LOCATION', () => cast.home.town.town),
    county: one('LOCATION', () => cast.home.town.county),
    othertown: one('LOCATION', () => cast.other.town.town),
    state: one('EITHER', () => cast.home.town.stateName),
    home: () => addressLine(chance, cast.home),
    officeaddress: () => addressLine(chance, cast.office),
    otheraddress: () => addressLine(chance, cast.other),
    plan: one('EITHER', () => cast.plan),
    member: one('HEALTH_PLAN', () => cast.member),
    group: one('HEALTH_PLAN', () => cast.group),
    account: one('ACCOUNT', () => cast.account),
    claim: one('OTHER_ID', () => cast.claim),
    auth: one('OTHER_ID', () => cast.authorisation),
    accession: one('OTHER_ID', () => cast.accession),
    npi: one('LICENSE', () => cast.npis[0]),
    npi2: one('LICENSE', () => cast.npis[1]),
    npi3: one('LICENSE', () => cast.npis[2]),
    dea: one('LICENSE', () => cast.dea),
    licence: one('LICENSE', () => cast.licence),
    driver: one('LICENSE', () => cast.driver),
    vin: one('VEHICLE', () => cast.vin),
    plate: one('VEHICLE', () => cast.plate),
    serial: one('DEVICE', () => cast.serial),
    udi: one('DEVICE', () => cast.udi),
    mac: one('DEVICE', () => cast.mac),
    ip: one('IP', () => cast.ip),
    biometric: one('BIOMETRIC', () => cast.biometric),
  }
}

/** `the 4th of March`: the small words are not the date. */
const dated = (text: string): Runs => {
  const [day, month] = text.split(' of ')
  return month
    ? ['the ', tag('DATE', day ?? ''), ' ', tag('EITHER', 'of'), ' ', tag('DATE', month)]
    : [tag('DATE', text)]
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
const emailOf = (chance: Chance, { patient, birth }: Cast): string => {
  const [given, surname] = [plain(patient.given), plain(patient.surname)]
  const local = chance.pick([
    `${given}.${surname}`,
    `${given.slice(0, 1)}${surname}${partsOf(birth).year % 100}`,
    `${surname}_${given}`,
    `${plain(patient.nick)}.${surname}`,
  ])
  return `${local}@${chance.pick(['mailhaven.com', 'lakecable.net', 'postbox-oh.com', 'fastmailer.net', 'uni-larkmoor.edu'])}`
}

const pronouns = (female: boolean): Record<string, string> => ({
  he: female ? 'she' : 'he',
  He: female ? 'She' : 'He',
  his: female ? 'her' : 'his',
  His: female ? 'Her' : 'His',
  him: female ? 'her' : 'him',
  man: female ? 'woman' : 'man',
  sex: female ? 'female' : 'male',
})

export const tellStory = (random: Random): Story => {
  const chance = createChance(random)
  const cast = createCast(chance)
  const known = identifiers(chance, cast)
  const words = pronouns(cast.patient.female)
  const ordinary = clinical.matter(chance)
  const told = new Set<string>()
  const value = (key: string): Runs => {
    const word = words[key]
    if (word !== undefined) return [word]
    const made = known[key]?.() ?? ordinary[key]?.()
    if (made === undefined) throw new RangeError(`no such key: ${key}`)
    return made
  }
  const say = (template: string): Runs => fill(template, value)
  const tell = (pool: readonly string[], count: number): Runs => {
    const fresh = pool.filter(sentence => !told.has(sentence))
    const chosen = chance.some(fresh.length >= count ? fresh : pool, count)
    for (const sentence of chosen) told.add(sentence)
    return say(chosen.join(' '))
  }
  return { chance, cast, say, value, tell }
}
