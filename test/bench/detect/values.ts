/** Values for the templates: every class in many written forms, and things that look like identifiers and are none. */
import type { IdentifierClass } from '../../../daemon/model/identifier.ts'
import type { Chance } from './chance.ts'
import type { Lists } from './lists.ts'

export type Person = { readonly first: string; readonly middle: string; readonly last: string }

export const personOf = (chance: Chance, { first, last }: Lists): Person => ({
  first: chance.pick(first),
  middle: chance.letters(1),
  last: chance.pick(last),
})

/** How a template asks for a person: `{p.full}`, `{p.last}` … */
export const personForms: Readonly<Record<string, (person: Person) => string>> = {
  full: ({ first, last }) => `${first} ${last}`,
  mid: ({ first, middle, last }) => `${first} ${middle}. ${last}`,
  last: ({ last }) => last,
  first: ({ first }) => first,
  lf: ({ first, last }) => `${last}, ${first}`,
  lfm: ({ first, middle, last }) => `${last}, ${first} ${middle}`,
  UPPER: ({ first, last }) => `${first} ${last}`.toUpperCase(),
  ULF: ({ first, last, middle }) => `${last}, ${first} ${middle}`.toUpperCase(),
  lower: ({ first, last }) => `${first} ${last}`.toLowerCase(),
  firstlower: ({ first }) => first.toLowerCase(),
  il: ({ first, last }) => `${first.slice(0, 1)}. ${last}`,
  iml: ({ first, middle, last }) => `${first.slice(0, 1)}.${middle}. ${last}`,
  initials: ({ first, last }) => `${first.slice(0, 1)}.${last.slice(0, 1)}.`,
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const two = (figure: number): string => String(figure).padStart(2, '0')
const ending = (day: number): string =>
  day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')

const dates: Readonly<Record<string, (d: number, m: number, y: number) => string>> = {
  us: (d, m, y) => `${two(m)}/${two(d)}/${y}`,
  short: (d, m, y) => `${m}/${d}/${String(y).slice(2)}`,
  dash: (d, m, y) => `${two(m)}-${two(d)}-${y}`,
  dots: (d, m, y) => `${m}.${d}.${y}`,
  iso: (d, m, y) => `${y}-${two(m)}-${two(d)}`,
  long: (d, m, y) => `${monthNames[m - 1]} ${d}, ${y}`,
  ordinal: (d, m, y) => `${monthNames[m - 1]} ${d}${ending(d)}, ${y}`,
  abbr: (d, m, y) => `${monthNames[m - 1]?.slice(0, 3)} ${d}, ${y}`,
  dmy: (d, m, y) => `${d}-${monthNames[m - 1]?.slice(0, 3)}-${String(y).slice(2)}`,
  military: (d, m, y) => `${two(d)} ${monthNames[m - 1]?.slice(0, 3).toUpperCase()} ${y}`,
  european: (d, m, y) => `${d} ${monthNames[m - 1]} ${y}`,
  monthday: (d, m) => `${monthNames[m - 1]} ${d}`,
  of: (d, m) => `the ${d}${ending(d)} of ${monthNames[m - 1]}`,
  monthyear: (_d, m, y) => `${monthNames[m - 1]} ${y}`,
  slashyear: (_d, m, y) => `${two(m)}/${y}`,
}

type Maker = (chance: Chance, lists: Lists) => string

const dateMaker =
  (form: string, from: number, to: number): Maker =>
  chance => {
    const make = dates[form] ?? dates.us
    return make?.(chance.number(1, 28), chance.number(1, 12), chance.number(from, to)) ?? ''
  }

const anyOf =
  (...makers: readonly Maker[]): Maker =>
  (chance, lists) =>
    chance.pick(makers)(chance, lists)

const area = (chance: Chance): string => `${chance.number(2, 9)}${chance.digits(2)}`
const line = (chance: Chance): string => `${chance.number(2, 9)}${chance.digits(2)}`

const phone = anyOf(
  c => `(${area(c)}) ${line(c)}-${c.digits(4)}`,
  c => `${area(c)}-${line(c)}-${c.digits(4)}`,
  c => `${area(c)}.${line(c)}.${c.digits(4)}`,
  c => `${area(c)} ${line(c)} ${c.digits(4)}`,
  c => `+1 ${area(c)} ${line(c)} ${c.digits(4)}`,
  c => `1-${area(c)}-${line(c)}-${c.digits(4)}`,
  c => `(${area(c)})${line(c)}-${c.digits(4)}`,
)

const street: Maker = (c, { streets, suffixes }) =>
  `${c.number(1, 9999)} ${c.pick(streets)} ${c.pick(suffixes)}`
const cityState: Maker = (c, { cities }) => c.pick(cities)
const zip: Maker = c => `${c.number(1, 9)}${c.digits(4)}`
const address = anyOf(
  (c, l) => `${street(c, l)}, ${cityState(c, l)} ${zip(c, l)}`,
  (c, l) => `${street(c, l)}, Apt ${c.number(1, 40)}, ${cityState(c, l)} ${zip(c, l)}`,
  (c, l) => `${street(c, l)} #${c.number(1, 40)}, ${cityState(c, l)} ${zip(c, l)}-${c.digits(4)}`,
  (c, l) => `PO Box ${c.number(10, 9999)}, ${cityState(c, l)} ${zip(c, l)}`,
)

const ssn = anyOf(
  c => `${c.number(100, 665)}-${c.number(10, 99)}-${c.number(1000, 9999)}`,
  c => `${c.number(100, 665)} ${c.number(10, 99)} ${c.number(1000, 9999)}`,
  c => `***-**-${c.digits(4)}`,
)
const code = anyOf(
  c => `${c.letters(2)}${c.number(1, 9)}${c.digits(6)}`,
  c => `${c.number(1, 9)}${c.digits(7)}`,
  c => `${c.letters(3)}-${c.digits(3)}-${c.number(100, 999)}`,
  c => `${c.number(1, 9)}${c.digits(5)}-${c.digits(2)}`,
)
const mrn = anyOf(
  c => `${c.number(1, 9)}${c.digits(6)}`,
  c => `${c.number(1, 9)}${c.digits(7)}`,
  c => `00${c.digits(6)}`,
  c => `${c.letters(1)}${c.number(1, 9)}${c.digits(6)}`,
  c => `${c.digits(3)}-${c.digits(2)}-${c.number(10, 99)}`,
)

/** Identifiers: `{date.us}`, `{phone}` … */
export const identifiers: Readonly<Record<string, readonly [IdentifierClass, Maker]>> = {
  ...Object.fromEntries(
    Object.keys(dates).map(form => [`date.${form}`, ['DATE', dateMaker(form, 2015, 2025)] as const]),
  ),
  ...Object.fromEntries(
    ['us', 'short', 'dash', 'iso', 'long', 'military', 'dmy'].map(form => [
      `dob.${form}`,
      ['DATE', dateMaker(form, 1936, 2012)] as const,
    ]),
  ),
  phone: ['PHONE', phone],
  phone7: ['PHONE', c => `${line(c)}-${c.digits(4)}`],
  phone10: ['PHONE', c => `${area(c)}${line(c)}${c.digits(4)}`],
  ext: ['PHONE', c => `${area(c)}-${line(c)}-${c.digits(4)} ext. ${c.number(100, 9999)}`],
  fax: ['FAX', phone],
  email: [
    'EMAIL',
    (c, { first, last, domains }) =>
      `${c.pick(first)}.${c.pick(last)}${c.number(1, 99)}@${c.pick(domains)}`
        .toLowerCase()
        .replace(/[ '’]/g, ''),
  ],
  ssn: ['SSN', ssn],
  last4: ['SSN', c => c.digits(4)],
  mrn: ['MRN', mrn],
  plan: ['HEALTH_PLAN', anyOf(code, c => `${c.letters(3)}${c.number(1, 9)}${c.digits(8)}`)],
  mbi: [
    'HEALTH_PLAN',
    c =>
      `${c.number(1, 9)}${c.pick(['E', 'A', 'F'])}${c.pick(['G', '4'])}${c.number(0, 9)}-${c.pick(['T', 'K'])}${c.pick(['E', '5'])}${c.number(0, 9)}-${c.pick(['MK', 'RW', 'QX'])}${c.digits(2)}`,
  ],
  acct: ['ACCOUNT', code],
  card: [
    'ACCOUNT',
    c => c.pick(['4111 1111 1111 1111', '5500-0000-0000-0004', '378282246310005', '6011111111111117']),
  ],
  lic: [
    'LICENSE',
    anyOf(
      c => `${c.letters(1)}${c.number(1, 9)}${c.digits(6)}`,
      c => `${c.letters(2)}-${c.number(1, 9)}${c.digits(4)}`,
      c => `${c.number(1, 9)}${c.digits(5)}`,
    ),
  ],
  npi: ['LICENSE', c => c.pick(['1234567893', '1679576722', '1245319599', '1881761864', '1003000126'])],
  dea: ['LICENSE', c => c.pick(['AB1234563', 'BS2222227', 'FG9876545', 'MK5468733'])],
  vin: [
    'VEHICLE',
    c => c.pick(['1HGCM82633A004352', '1M8GDM9AXKP042788', '5GZCZ43D13S812715', '11111111111111111']),
  ],
  plate: [
    'VEHICLE',
    anyOf(
      c => `${c.number(1, 9)}${c.letters(3)}${c.digits(3)}`,
      c => `${c.letters(3)}-${c.digits(4)}`,
      c => `${c.letters(3)} ${c.digits(3)}`,
    ),
  ],
  serial: [
    'DEVICE',
    anyOf(
      c => `${c.letters(3)}${c.number(1, 9)}${c.digits(5)}${c.letters(1)}`,
      c => `SN-${c.letters(2)}${c.number(1, 9)}${c.digits(4)}`,
      c => `${c.number(1, 9)}${c.digits(8)}`,
    ),
  ],
  udi: [
    'DEVICE',
    c => `(01)0${c.digits(13)}(17)${c.number(25, 30)}0${c.number(1, 9)}15(21)${c.letters(2)}${c.digits(6)}`,
  ],
  url: [
    'URL',
    (c, { domains }) =>
      `${c.pick(['https://', 'http://', 'www.'])}${c.pick(domains)}/${c.pick(['p', 'patient', 'visit'])}/${c.digits(6)}`,
  ],
  ip: ['IP', c => `${c.number(11, 220)}.${c.number(0, 255)}.${c.number(0, 255)}.${c.number(1, 254)}`],
  bio: [
    'BIOMETRIC',
    anyOf(
      c => `FP-${c.digits(6)}-${c.letters(2)}`,
      c => `${c.letters(3)}${c.number(1, 9)}${c.digits(5)}`,
    ),
  ],
  photo: [
    'PHOTO',
    anyOf(
      c => `IMG_${c.digits(4)}.jpg`,
      c => `face-${c.digits(5)}.png`,
      c => `DSC${c.digits(5)}.JPG`,
    ),
  ],
  oid: [
    'OTHER_ID',
    anyOf(
      c => `${c.letters(2)}-${c.number(20, 25)}-${c.digits(5)}`,
      c => `${c.number(1, 9)}${c.digits(8)}`,
      c => `${c.letters(1)}${c.number(1, 9)}${c.digits(7)}`,
    ),
  ],
  addr: ['LOCATION', address],
  street: ['LOCATION', street],
  citystate: ['LOCATION', cityState],
  city: ['LOCATION', (c, l) => cityState(c, l).split(',')[0] ?? ''],
  zip: ['LOCATION', zip],
  hospital: ['LOCATION', (c, { hospitals }) => c.pick(hospitals)],
  employer: ['LOCATION', (c, { employers }) => c.pick(employers)],
  age90: [
    'AGE_90',
    anyOf(
      c => `${c.number(90, 104)}-year-old`,
      c => `${c.number(90, 104)} year old`,
      c => `${c.number(90, 104)} y/o`,
      c => `${c.number(90, 104)}yo`,
    ),
  ],
  agenum90: ['AGE_90', c => `${c.number(90, 104)}`],
}

/** Things that must survive: `{drug}`, `{lab}` … */
export const harmless: Readonly<Record<string, Maker>> = {
  age: c => `${c.number(1, 89)}`,
  drug: (c, l) => c.pick(l.drugs),
  dose: c => `${c.pick([5, 10, 20, 25, 40, 50, 81, 100, 250, 500, 1000])} mg`,
  freq: c => c.pick(['daily', 'BID', 'TID', 'q6h', 'q8h PRN', 'at bedtime', 'twice daily', 'weekly']),
  lab: c =>
    c.pick([
      `WBC ${c.number(3, 15)}.${c.number(0, 9)}`,
      `Hgb ${c.number(8, 16)}.${c.number(0, 9)} g/dL`,
      `Na ${c.number(130, 146)} mmol/L`,
      `glucose ${c.number(70, 300)} mg/dL (70-99)`,
      `Cr ${c.number(0, 3)}.${c.number(1, 9)}`,
      `platelets ${c.number(120, 400)},000`,
      `A1c ${c.number(5, 11)}.${c.number(0, 9)}%`,
    ]),
  icd: (c, l) => c.pick(l.icd),
  cpt: c => c.pick(['99213', '99214', '93000', '80053', '71046', '45378', '36415']),
  bp: c => `${c.number(95, 180)}/${c.number(55, 105)}`,
  dx: (c, l) => c.pick(l.diagnoses),
  eponym: (c, l) => c.pick(l.eponyms),
  year: c => `${c.number(1985, 2025)}`,
  time: c => `${c.number(1, 12)}:${two(c.number(0, 59))} ${c.pick(['AM', 'PM', 'am', 'pm'])}`,
  n: c => `${c.number(2, 12)}`,
  state: (c, l) => c.pick(l.states),
}
