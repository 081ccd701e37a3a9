/** An invented patient and the people around them. Nobody here exists; numbers lie in ranges kept for fiction where there are any. */
import { pick, type Random } from './random.ts'

export type Person = {
  readonly given: string
  readonly family: string
  readonly birthDate: string
  readonly admitted: string
  readonly ageYears: number
  readonly mrn: string
  readonly ssn: string
  readonly phone: string
  readonly fax: string
  readonly email: string
  readonly street: string
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly plan: string
  readonly account: string
  readonly accession: string
  readonly provider: string
  readonly facility: string
}

const given = [
  'Rosalind',
  'Marcus',
  'Delphine',
  'Tobias',
  'Imelda',
  'Grant',
  'Yolanda',
  'Percival',
  'Nadia',
  'Curtis',
]
const family = [
  'Okafor',
  'Delgado',
  'Whitcombe',
  'Page',
  'Lindqvist',
  'Baker',
  'Castellano',
  'Abernathy',
  'Nguyen',
]
const providers = ['Helen Marchetti', 'Samuel Oduya', 'Priya Raman', 'Walter Kessler', 'Joan Everhart']
const streets = ['Juniper Hollow Road', 'Mill Pond Lane', 'Cedar Street', 'Old Quarry Drive', 'Fulton Avenue']
const towns = [
  ['Barnstable', 'MA', '02630'],
  ['Kalamazoo', 'MI', '49007'],
  ['Chattanooga', 'TN', '37402'],
  ['Spokane', 'WA', '99201'],
  ['Duluth', 'MN', '55802'],
] as const
const facilities = ['Harbor Light Clinic', 'Mercy Valley Hospital', 'Lakeshore Family Medicine']

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
const two = (n: number): string => String(n).padStart(2, '0')

export const inventPerson = (random: Random): Person => {
  const [city, state, zip] = pick(random, towns)
  const [givenName, familyName] = [pick(random, given), pick(random, family)]
  const ageYears = 20 + Math.floor(random() * 60)
  const [month, day] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)]
  const area = 200 + Math.floor(random() * 700)
  return {
    given: givenName,
    family: familyName,
    birthDate: `${two(month)}/${two(day)}/${2026 - ageYears}`,
    admitted: `${two(1 + Math.floor(random() * 12))}/${two(1 + Math.floor(random() * 28))}/2026`,
    ageYears,
    mrn: digits(random, 8),
    ssn: `9${digits(random, 2)}-${two(10 + Math.floor(random() * 80))}-${1000 + Math.floor(random() * 8999)}`,
    phone: `(${area}) 555-01${digits(random, 2)}`,
    fax: `${area}-555-01${digits(random, 2)}`,
    email: `${givenName}.${familyName}@example.org`.toLowerCase(),
    street: `${100 + Math.floor(random() * 8900)} ${pick(random, streets)}`,
    city,
    state,
    zip,
    plan: `XQJ${digits(random, 9)}`,
    account: `A${digits(random, 9)}`,
    accession: `S26-${digits(random, 6)}`,
    provider: pick(random, providers),
    facility: pick(random, facilities),
  }
}
