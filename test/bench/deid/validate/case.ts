/** One invented patient with relatives, clinic, insurer, employer and numbers: what a document of the family is about. */
import { pick, type Random } from '../../../../demo/paper/random.ts'
import * as lists from './lists.ts'
import {
  accountForms,
  between,
  chance,
  type Day,
  dayAfter,
  dea,
  licenceForms,
  mbi,
  mrnForms,
  npi,
  numbered,
  type PersonName,
  planForms,
} from './values.ts'

export type Place = {
  readonly street: string
  readonly unit: string
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly area: string
}

export type Human = PersonName & { readonly female: boolean }
export type Clinician = Human & { readonly credential: string; readonly npi: string; readonly dea: string }

export type Case = {
  readonly patient: Human
  readonly birth: Day
  readonly today: Day
  readonly ageYears: number
  readonly home: Place
  readonly relative: Human
  readonly relation: string
  readonly child: Human
  readonly provider: Clinician
  readonly second: Clinician
  readonly nurse: Clinician
  readonly clerk: Human
  readonly facility: string
  readonly facilityPlace: Place
  readonly otherFacility: string
  readonly otherPlace: Place
  readonly pharmacy: string
  readonly employer: string
  readonly insurer: string
  readonly county: string
  readonly mrn: string
  readonly ssn: string
  readonly plan: string
  readonly medicare: string
  readonly group: string
  readonly account: string
  readonly licence: string
  readonly slug: string
}

export const human = (random: Random, family = pick(random, lists.surnames)): Human => {
  const female = chance(random, 0.5)
  const given = female ? lists.womenGiven : lists.menGiven
  const first = pick(random, given)
  return {
    female,
    given: chance(random, 0.06) ? `${first}-${pick(random, given)}`.replace(/ .*/, '') : first,
    middle: pick(random, given),
    family,
    suffix: !female && chance(random, 0.15) ? pick(random, ['Jr.', 'Sr.', 'III', 'II', 'Jr']) : '',
    nick: chance(random, 0.3) ? pick(random, lists.nicknames) : '',
  }
}

const everyday: readonly (readonly [string, string, boolean])[] = [
  ['Rose', 'Page', true], ['Will', 'Young', false], ['May', 'Stone', true], ['Grant', 'Fields', false], ['Hope', 'Long', true],
  ['Mark', 'Church', false], ['Faith', 'Green', true], ['Chance', 'Wall', false], ['Dale', 'West', false], ['Joy', 'Price', true],
  ['Iris', 'Pool', true], ['Wade', 'Rivers', false], ['Summer', 'Snow', true], ['Rusty', 'Banks', false], ['Pearl', 'King', true],
] // biome-ignore format: a table

const subject = (random: Random): Human => {
  const plain = human(random)
  if (!chance(random, 0.15)) return plain
  const [given, family, female] = pick(random, everyday)
  return { ...plain, given, family, female }
}

const clinician = (random: Random, credentials: readonly string[]): Clinician => {
  const who = human(random)
  return {
    ...who,
    suffix: '',
    nick: '',
    credential: pick(random, credentials),
    npi: npi(random),
    dea: dea(random, who.family),
  }
}

export const place = (random: Random): Place => {
  const [city = '', state = '', zip = '', area = ''] = pick(random, lists.towns).split('|')
  const box = chance(random, 0.1)
  return {
    street: box
      ? `${pick(random, ['P.O. Box', 'PO Box', 'P. O. BOX'])} ${between(random, 12, 9899)}`
      : `${between(random, 4, 19_899)}${chance(random, 0.06) ? '-B' : ''} ${pick(random, lists.streets)}`,
    unit:
      box || !chance(random, 0.35)
        ? ''
        : numbered(random, pick(random, ['Apt ##', 'Unit #A', '# ###', 'Ste ###', 'Lot ##', 'Bldg A-#'])),
    city,
    state,
    zip: `${zip}${numbered(random, chance(random, 0.25) ? '##-####' : '##')}`,
    area,
  }
}

export const facilityOf = (random: Random, kind: lists.FacilityKind): string =>
  `${pick(random, lists.facilityStems)} ${pick(random, lists.facilityKinds[kind])}`

const ssnDigits = (random: Random): string =>
  `${String(pick(random, [between(random, 101, 665), between(random, 667, 899)]))}${String(between(random, 1, 99)).padStart(2, '0')}${String(between(random, 1, 9999)).padStart(4, '0')}`

const ageAt = (birth: Day, today: Day): number =>
  today.year - birth.year - (today.month * 100 + today.day < birth.month * 100 + birth.day ? 1 : 0)

export type CaseWish = { readonly kind?: lists.FacilityKind; readonly ages?: readonly [number, number] }

export const createCase = (random: Random, { kind = 'clinic', ages }: CaseWish = {}): Case => {
  const patient = subject(random)
  const today = dayAfter({ year: between(random, 2018, 2026), month: 1, day: 1 }, between(random, 0, 360))
  const [youngest, oldest] = ages ?? (chance(random, 0.13) ? [90, 101] : [3, 88])
  const birth = dayAfter(
    today,
    -Math.round(365.25 * between(random, youngest, oldest)) - between(random, 20, 330),
  )
  const facility = facilityOf(random, kind)
  const plan = chance(random, 0.8) ? numbered(random, pick(random, planForms)) : mbi(random)
  return {
    patient,
    birth,
    today,
    ageYears: ageAt(birth, today),
    home: place(random),
    relative: human(random, chance(random, 0.6) ? patient.family : undefined),
    relation: pick(
      random,
      youngest < 18 && birth.year > today.year - 18
        ? ['mother', 'father', 'grandmother', 'guardian', 'aunt']
        : [
            'sister',
            'brother',
            'daughter',
            'son',
            'spouse',
            'mother',
            'niece',
            'caregiver',
            'neighbor',
            'grandson',
          ],
    ),
    child: human(random, patient.family),
    provider: clinician(random, ['MD', 'DO', 'M.D.', 'FNP-C', 'PA-C', 'MD, FACP', 'NP']),
    second: clinician(random, ['MD', 'DO', 'M.D.', 'MD, PhD', 'DPM']),
    nurse: clinician(random, ['RN', 'LVN', 'LPN', 'BSN, RN', 'CMA', 'RDH', 'CNA']),
    clerk: human(random),
    facility,
    facilityPlace: { ...place(random), unit: '' },
    otherFacility: facilityOf(random, pick(random, ['hospital', 'specialist', 'imaging', 'clinic'])),
    otherPlace: { ...place(random), unit: '' },
    pharmacy: `${chance(random, 0.5) ? pick(random, lists.facilityStems) : pick(random, lists.surnames)} ${pick(random, lists.facilityKinds.pharmacy)}`,
    employer: pick(random, lists.employers),
    insurer: pick(random, lists.insurers),
    county: pick(random, lists.counties),
    mrn: numbered(random, pick(random, mrnForms)),
    ssn: ssnDigits(random),
    plan,
    medicare: mbi(random),
    group: numbered(random, pick(random, ['0####-##', 'GRP#####', '######', '7####A'])),
    account: numbered(random, pick(random, accountForms)),
    licence: numbered(random, pick(random, licenceForms)),
    slug: facility
      .toLowerCase()
      .replace(/&/g, 'and')
      .replace(/[^a-z]/g, ''),
  }
}
