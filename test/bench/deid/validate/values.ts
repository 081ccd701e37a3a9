/** Written forms of dates, names, numbers and addresses. Pure: the same random numbers give the same value. */
import { pick, type Random } from '../../../../demo/paper/random.ts'

export type Day = { readonly year: number; readonly month: number; readonly day: number }

export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))
export const chance = (random: Random, share: number): boolean => random() < share

export const dayAfter = (day: Day, days: number): Day => {
  const at = new Date(Date.UTC(day.year, day.month - 1, day.day + days))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

/** `#` is a digit, `A` (unless within a word) a letter without I and O, `*` either; all else stands for itself. */
export const numbered = (random: Random, form: string): string =>
  form.replace(/#|\*|(?<![B-Z])A(?![B-Z])/g, sign => {
    const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
    return pick(random, [...(sign === '#' ? '0123456789' : sign === 'A' ? letters : `${letters}23456789`)])
  })

const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] // biome-ignore format: one line of months
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const two = (value: number): string => String(value).padStart(2, '0')
const month = (day: Day): string => months[day.month - 1] ?? ''
const short = (day: Day): string => month(day).slice(0, 3)
const weekday = ({ year, month: m, day }: Day): string =>
  weekdays[new Date(Date.UTC(year, m - 1, day)).getUTCDay()] ?? ''
const ordinal = (n: number): string =>
  `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`

export type DateForm = (day: Day) => string

/** Forms that stand in a table or beside a label. */
export const tableDates: readonly DateForm[] = [
  d => `${two(d.month)}/${two(d.day)}/${d.year}`,
  d => `${d.month}/${d.day}/${d.year}`,
  d => `${d.month}/${d.day}/${two(d.year % 100)}`,
  d => `${two(d.month)}-${two(d.day)}-${d.year}`,
  d => `${two(d.month)}.${two(d.day)}.${d.year}`,
  d => `${d.year}-${two(d.month)}-${two(d.day)}`,
  d => `${two(d.day)}-${short(d).toUpperCase()}-${d.year}`,
  d => `${d.day} ${short(d)} ${d.year}`,
  d => `${short(d)} ${d.day}, ${d.year}`,
  d => `${two(d.day)}${short(d).toUpperCase()}${two(d.year % 100)}`,
  d => `${short(d)}-${two(d.day)}-${two(d.year % 100)}`,
  d => `${two(d.month)} ${two(d.day)} ${d.year}`,
  d => `${d.year}/${two(d.month)}/${two(d.day)}`,
  d => `${two(d.month)}/${two(d.day)}/${two(d.year % 100)}`,
]

/** Forms within a sentence. */
export const proseDates: readonly DateForm[] = [
  ...tableDates.slice(0, 5),
  d => `${month(d)} ${d.day}, ${d.year}`,
  d => `${month(d)} ${ordinal(d.day)}, ${d.year}`,
  d => `${weekday(d)}, ${month(d)} ${d.day}, ${d.year}`,
  d => `${d.day} ${month(d)} ${d.year}`,
  d => `${month(d)} ${ordinal(d.day)}`,
  d => `${short(d)}. ${d.day}`,
  d => `${d.month}/${d.day}`,
  d => `${month(d)} ${d.year}`,
  d => `${two(d.month)}/${d.year}`,
  d => `${weekday(d).slice(0, 3)} ${d.month}/${d.day}/${two(d.year % 100)}`,
  d => `the ${ordinal(d.day)} of ${month(d)}`,
  d => `${short(d)} '${two(d.year % 100)}`,
]

export const digitsDate: DateForm = d => `${two(d.month)}${two(d.day)}${d.year}`

export type PersonName = {
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly suffix: string
  readonly nick: string
}

const initial = (word: string): string => `${[...word][0] ?? ''}.`
const suffixed = (text: string, suffix: string): string => (suffix === '' ? text : `${text} ${suffix}`)

/** Forms of a whole name; a form that needs a nickname falls back to the plain one. */
export const nameForms: readonly ((n: PersonName) => string)[] = [
  n => suffixed(`${n.given} ${n.family}`, n.suffix),
  n => suffixed(`${n.given} ${initial(n.middle)} ${n.family}`, n.suffix),
  n => suffixed(`${n.given} ${n.middle} ${n.family}`, n.suffix),
  n => `${n.given} ${[...n.middle][0]} ${n.family}`,
  n => `${initial(n.given)} ${n.family}`,
  n => `${initial(n.given)} ${initial(n.middle)} ${n.family}`,
  n => (n.nick === '' ? `${n.given} ${n.family}` : `${n.given} "${n.nick}" ${n.family}`),
  n =>
    suffixed(`${n.given} ${n.family}`, n.suffix.replace(/^/, n.suffix === '' ? '' : ', ').replace(' ,', ',')),
]

export const listedNames: readonly ((n: PersonName) => string)[] = [
  n => `${n.family}, ${n.given}`,
  n => `${n.family.toUpperCase()}, ${n.given.toUpperCase()}`,
  n => `${n.family}, ${n.given} ${initial(n.middle)}`,
  n => `${n.family.toUpperCase()}, ${n.given.toUpperCase()} ${[...n.middle][0]?.toUpperCase()}`,
  n => `${n.family.toUpperCase()},${n.given.toUpperCase()}`,
  n => suffixed(`${n.family}, ${n.given}`, n.suffix),
  n => `${n.family.toUpperCase()}, ${n.given}`,
  n => suffixed(`${n.given.toUpperCase()} ${n.family.toUpperCase()}`, n.suffix.toUpperCase()),
  n => `${n.given} ${n.family.toUpperCase()}`,
  n => `${n.family} ${n.given}`,
]

export const phoneForms = [
  '(@) 555-01##', '@-555-01##', '@.555.01##', '@/555-01##', '+1 @ 555 01##', '1-@-555-01##', '@55501##', '(@)555-01##', '@ 555 01##',
  '(@) 555-01## ext. ###', '@-555-01## x##', '+1 (@) 555-01##', '555-01##', '1 (@) 555-01##',
] // biome-ignore format: forms

/** A fax line has no extension. */
export const faxForms = phoneForms.filter(form => !/x/.test(form))

export const phoneIn = (random: Random, area: string, form = pick(random, phoneForms)): string =>
  numbered(random, form).replace('@', area)

export const ssnOf = (random: Random, digits: string): string => {
  const form = pick(random, [0, 0, 0, 1, 2, 3, 4])
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)]
  return [`${a}-${b}-${c}`, `${a} ${b} ${c}`, `${a}${b}${c}`, `XXX-XX-${c}`, `***-**-${c}`][form] ?? ''
}

/** Luhn over the prefix 80840 (45 CFR 162.406), so that the check digit is right. */
export const npi = (random: Random): string => {
  const body = numbered(random, pick(random, ['1########', '2########']))
  const sum = [...`80840${body}`].reverse().reduce((total, char, i) => {
    const value = Number(char) * (i % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

export const dea = (random: Random, family: string): string => {
  const digits = numbered(random, '######')
  const at = (i: number) => Number(digits[i])
  return `${pick(random, ['A', 'B', 'F', 'M'])}${family[0]?.toUpperCase()}${digits}${(at(0) + at(2) + at(4) + 2 * (at(1) + at(3) + at(5))) % 10}`
}

/** Medicare's form: 1AN9-AN9-AN99 with letters that are no S, L, O, I, B, Z. */
export const mbi = (random: Random): string => {
  const letter = () => pick(random, [...'ACDEFGHJKMNPQRTUVWXY'])
  const digit = () => numbered(random, '#')
  const text = `${between(random, 1, 9)}${letter()}${digit()}${digit()}${letter()}${digit()}${digit()}${letter()}${letter()}${digit()}${digit()}`
  return chance(random, 0.5) ? text : `${text.slice(0, 4)}-${text.slice(4, 7)}-${text.slice(7)}`
}

const vinValues: Readonly<Record<string, number>> = Object.fromEntries(
  [...'ABCDEFGH'].map((c, i) => [c, i + 1] as const).concat(
    [...'JKLMN'].map((c, i) => [c, i + 1] as const),
    [...'STUVWXYZ'].map((c, i) => [c, i + 2] as const),
    [['P', 7], ['R', 9]],
  ),
) // biome-ignore format: table

export const vin = (random: Random): string => {
  const start = pick(random, ['1FT', '3VW', '1GC', '5NP', '4T1', '2C4', 'JN8', '1HG'])
  const body = `${start}${numbered(random, 'AA##A').replace(/[QU]/g, 'R')}0${numbered(random, '#A######').replace(/[QU]/g, 'T')}`
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const sum = [...body].reduce((s, c, i) => s + (vinValues[c] ?? Number(c)) * (weights[i] ?? 0), 0)
  return `${body.slice(0, 8)}${sum % 11 === 10 ? 'X' : sum % 11}${body.slice(9)}`
}

export const mrnForms = [
  '00######', '##-##-##', 'M00######', 'E########', '#######', 'MR-######', '###-##-##', 'AA######', '##########', 'H#####-##', 'TX.#######', '#### ####',
] // biome-ignore format: forms
export const planForms = [
  'XAP#########', 'W##########', '#########-01', 'AAA###A#####', 'H#######*##', '80840 ### ### ####', 'ZGP ##### ####', 'U###### 02', 'MCD########', '###-######-#',
] // biome-ignore format: forms
export const accountForms = [
  'V000########',
  '#######-##',
  'ACCT-######',
  '##########',
  'G-#####',
  '######-#',
  'A##-#####',
  'XXXX-XXXX-XXXX-####',
] as const
export const otherForms = [
  'PA-########', 'A######-###', 'CLM#########', '##-###-#####', 'REF ######', '20##-######', 'AUTH#######', 'SP##-#####', 'AA-####-####', '######-A',
] // biome-ignore format: forms
export const deviceForms = [
  'SN ########',
  'PVX######A',
  'CBC-#####-R',
  '(01)00###########4(17)27####(21)A######',
  '##A-####-#######',
  'BSX###*#*##',
  'LOT-SN #####/##',
  'NLW######S',
] as const
export const plateForms = ['AAA-####', 'AAA ####', '###-AAA', 'A## AAA', '#AAA###', 'AAA ###'] as const
export const biometricForms = [
  'FP-#####', 'fingerprint ID ########', 'VPRINT-###-###', 'iris template IR####', 'R-THUMB-######', 'palm vein scan PV-#####', 'voiceprint no. ######',
] // biome-ignore format: forms
export const licenceForms = [
  'TDL ########',
  'A#######',
  '#########',
  'D##-##-####',
  'NM-######',
  'W######-A',
  '### ### ###',
] as const
