/** The people and places of one invented case. */
import type { Chance } from './chance.ts'
import { type Day, dayOf, partsOf } from './dates.ts'
import { menGiven, nicknames, otherNicknames, surnames, womenGiven } from './names.ts'
import * as number from './numbers.ts'
import * as place from './places.ts'

export type Person = {
  readonly given: string
  readonly middle: string
  readonly surname: string
  readonly suffix: string
  readonly nick: string
  readonly female: boolean
}

export type Address = {
  readonly street: string
  readonly unit: string
  readonly poBox: string | null
  readonly zip: string
  readonly town: place.Town
}

export type Cast = {
  readonly patient: Person
  readonly birth: Day
  readonly ageYears: number
  readonly doctors: readonly [Person, Person, Person]
  readonly nurse: Person
  readonly relative: Person
  readonly kin: string
  readonly friend: Person
  readonly today: Day
  readonly home: Address
  readonly office: Address
  readonly other: Address
  readonly clinic: string
  readonly hospital: string
  readonly specialist: string
  readonly lab: string
  readonly pharmacy: string
  readonly carehome: string
  readonly employer: string
  readonly plan: string
  readonly phones: Readonly<
    Record<'home' | 'cell' | 'office' | 'officeFax' | 'other' | 'otherFax' | 'kin', string>
  >
  readonly mrn: string
  readonly ssn: string
  readonly member: string
  readonly group: string
  readonly account: string
  readonly claim: string
  readonly authorisation: string
  readonly accession: string
  readonly npis: readonly [string, string, string]
  readonly dea: string
  readonly licence: string
  readonly driver: string
  readonly vin: string
  readonly plate: string
  readonly serial: string
  readonly udi: string
  readonly ip: string
  readonly mac: string
  readonly biometric: string
  readonly domain: string
}

const kinships = {
  female: ['wife', 'daughter', 'sister', 'mother', 'niece'],
  male: ['husband', 'son', 'brother', 'father'],
}

const makePerson = (chance: Chance, female: boolean, surname?: string): Person => {
  const givens = female ? womenGiven : menGiven
  const [given = 'Ada', middle = 'Lee'] = chance.some(givens, 2)
  const own = surname ?? chance.pick(surnames)
  return {
    given,
    middle,
    surname:
      surname === undefined && chance.likely(0.09) ? `${own}-${chance.pick(surnames.slice(0, 150))}` : own,
    suffix: !female && chance.likely(0.1) ? chance.pick(['Jr.', 'Sr.', 'III', 'II', 'IV']) : '',
    nick: nicknames[given] ?? chance.pick(otherNicknames),
    female,
  }
}

const makeAddress = (chance: Chance, town: place.Town): Address => ({
  street: `${chance.int(1, 9899)}${chance.likely(0.06) ? ' 1/2' : ''} ${chance.pick(place.streetNames)} ${chance.pick(place.streetKinds)}`,
  unit: chance.likely(0.3)
    ? chance.code(chance.pick(['Apt. #@', 'Suite ##0', 'Unit ##', 'Apt #', 'Ste. #00', 'Lot ##', '#2##']))
    : '',
  poBox: chance.likely(0.12)
    ? chance.code(chance.pick(['PO Box ####', 'P.O. Box ###', 'Post Office Box ##', 'RR # Box ##']))
    : null,
  zip: `${town.zip}${chance.code('##')}${chance.likely(0.2) ? chance.code('-####') : ''}`,
  town,
})

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, '')

const makeBirth = (chance: Chance, today: Day): Day => {
  const { year } = partsOf(today)
  const age = chance.likely(0.22)
    ? chance.int(90, 102)
    : chance.likely(0.08)
      ? chance.int(1, 17)
      : chance.int(18, 89)
  return dayOf(year - age, chance.int(1, 12), chance.int(1, 28))
}
const ageOn = (birth: Day, today: Day): number => {
  const [b, t] = [partsOf(birth), partsOf(today)]
  return t.year - b.year - (t.month < b.month || (t.month === b.month && t.day < b.day) ? 1 : 0)
}

const makeNumbers = (chance: Chance, doctor: Person) => ({
  mrn: chance.code(chance.pick(number.mrnForms)),
  ssn: number.ssnDigits(chance),
  member: chance.likely(0.25) ? number.mbi(chance) : chance.code(chance.pick(number.memberForms)),
  group: chance.code(chance.pick(['######', '#####-##', '@@####', '00#####', 'GRP-#####'])),
  account: chance.code(chance.pick(number.accountForms)),
  claim: chance.code(chance.pick(number.otherForms)),
  authorisation: chance.code(chance.pick(number.otherForms)),
  accession: chance.code(chance.pick(number.otherForms)),
  npis: [number.npi(chance), number.npi(chance), number.npi(chance)] as const,
  dea: number.dea(chance, doctor.surname),
  licence: chance.code(chance.pick(number.licenceForms)),
  driver: chance.code(chance.pick(number.licenceForms)),
  vin: number.vin(chance),
  plate: number.plate(chance),
  serial: number.deviceSerial(chance),
  udi: number.udi(chance),
  ip: number.ip(chance),
  mac: number.mac(chance),
  biometric: chance.code(chance.pick(number.biometricForms)),
})

export const createCast = (chance: Chance): Cast => {
  const [near = place.towns[0]!, far = place.towns[1]!, away = place.towns[2]!] = chance.some(place.towns, 3)
  const woman = () => chance.likely(0.5)
  const patient = makePerson(chance, woman())
  const kinFemale = woman()
  const doctors = [
    makePerson(chance, woman()),
    makePerson(chance, woman()),
    makePerson(chance, woman()),
  ] as const
  const today = dayOf(chance.int(2019, 2026), chance.int(1, 12), chance.int(1, 28))
  const birth = makeBirth(chance, today)
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = chance.some(place.facilityStems, 6)
  const clinic = `${a} ${chance.pick(place.clinicTails)}`
  const phone = (town: place.Town): string => number.phoneDigits(chance, town.area)
  return {
    patient,
    birth,
    ageYears: ageOn(birth, today),
    doctors,
    nurse: makePerson(chance, chance.likely(0.8)),
    relative: makePerson(chance, kinFemale, chance.likely(0.7) ? patient.surname : undefined),
    kin: chance.pick(kinFemale ? kinships.female : kinships.male),
    friend: makePerson(chance, woman()),
    today,
    home: makeAddress(chance, near),
    office: { ...makeAddress(chance, far), poBox: null },
    other: { ...makeAddress(chance, away), poBox: null },
    clinic,
    hospital: `${b} ${chance.pick(place.hospitalTails)}`,
    specialist: `${c} ${chance.pick(place.specialtyTails)}`,
    lab: `${d} ${chance.pick(place.labTails)}`,
    pharmacy: `${e} ${chance.pick(place.pharmacyTails)}`,
    carehome: `${f} ${chance.pick(place.careTails)}`,
    employer: chance.pick(place.employers),
    plan: chance.pick(place.plans),
    phones: {
      home: phone(near),
      cell: phone(near),
      office: phone(far),
      officeFax: phone(far),
      other: phone(away),
      otherFax: phone(away),
      kin: phone(near),
    },
    ...makeNumbers(chance, doctors[0]),
    domain: `${slug(clinic).slice(0, 14)}${chance.code('@@').toLowerCase()}.${chance.pick(['org', 'com', 'net', 'health'])}`,
  }
}
