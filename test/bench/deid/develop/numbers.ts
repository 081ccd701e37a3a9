/** Numbers that identify: telephone, records, plans, licences, vehicles, devices, networks. All invented. */
import type { Chance } from './chance.ts'

/** Ten digits in the exchange kept for fiction: 555-0100 to 555-0199. */
export const phoneDigits = (chance: Chance, area: string): string => `${area}5550${chance.int(100, 199)}`

const phoneForms: readonly ((a: string, b: string, c: string) => string)[] = [
  (a, b, c) => `(${a}) ${b}-${c}`,
  (a, b, c) => `${a}-${b}-${c}`,
  (a, b, c) => `${a}.${b}.${c}`,
  (a, b, c) => `(${a})${b}-${c}`,
  (a, b, c) => `1-${a}-${b}-${c}`,
  (a, b, c) => `+1 ${a} ${b} ${c}`,
  (a, b, c) => `${a} ${b} ${c}`,
  (a, b, c) => `${a}/${b}-${c}`,
  (a, b, c) => `${a}${b}${c}`,
  (a, b, c) => `+1 (${a}) ${b}-${c}`,
  (_, b, c) => `${b}-${c}`,
]
export const writePhone = (chance: Chance, digits: string): string =>
  chance.pick(chance.likely(0.5) ? phoneForms.slice(0, 3) : phoneForms)(
    digits.slice(0, 3),
    digits.slice(3, 6),
    digits.slice(6),
  )

export const ssnDigits = (chance: Chance): string =>
  `${chance.int(100, 665)}${String(chance.int(10, 99))}${chance.code('####')}`
export const writeSsn = (chance: Chance, digits: string): string => {
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)]
  return chance.pick([
    `${a}-${b}-${c}`,
    `${a}-${b}-${c}`,
    `${a} ${b} ${c}`,
    digits,
    `XXX-XX-${c}`,
    `***-**-${c}`,
  ])
}

const luhnDigit = (digits: string): number => {
  const sum = [...digits].reverse().reduce((total, char, i) => {
    const doubled = Number(char) * (i % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}
export const npi = (chance: Chance): string => {
  const body = `1${chance.code('########')}`
  return `${body}${luhnDigit(`80840${body}`)}`
}
export const dea = (chance: Chance, surname: string): string => {
  const digits = chance.code('######')
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = [...digits].map(Number)
  return `${chance.pick(['A', 'B', 'F', 'M'])}${surname.slice(0, 1).toUpperCase()}${digits}${(a + c + e + 2 * (b + d + f)) % 10}`
}

const vinValue: Readonly<Record<string, number>> = Object.fromEntries([
  ...[...'0123456789'].map((char, i) => [char, i] as const),
  ...[...'ABCDEFGH'].map((char, i) => [char, i + 1] as const),
  ...[...'JKLMN'].map((char, i) => [char, i + 1] as const),
  ['P', 7],
  ['R', 9],
  ...[...'STUVWXYZ'].map((char, i) => [char, i + 2] as const),
])
export const vin = (chance: Chance): string => {
  const raw = chance.code(`${chance.pick(['1F', '2H', '3V', '4T', '1G'])}@@#@##0@@######`)
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const rest = [...raw].reduce((sum, char, i) => sum + (vinValue[char] ?? 0) * (weights[i] ?? 0), 0) % 11
  return `${raw.slice(0, 8)}${rest === 10 ? 'X' : rest}${raw.slice(9)}`
}
export const plate = (chance: Chance): string =>
  chance.code(chance.pick(['@@@ ####', '@@@-####', '### @@@', '@## ###', '####-@@', '@@ ## @@']))

const gtinDigit = (digits: string): number =>
  (10 - ([...digits].reduce((sum, char, i) => sum + Number(char) * (i % 2 === 0 ? 3 : 1), 0) % 10)) % 10
export const udi = (chance: Chance): string => {
  const body = `0${chance.code('############')}`
  return `(01)${body}${gtinDigit(body)}(21)${chance.code('@@#####')}`
}
export const deviceSerial = (chance: Chance): string =>
  chance.code(
    chance.pick(['PZX######', 'SN-@@####', '#####-@##', 'INS@######H', 'S/N####@####', '@@@######']),
  )
export const mac = (chance: Chance): string =>
  chance.pick([chance.code('~~:~~:~~:~~:~~:~~'), chance.code('~~-~~-~~-~~-~~-~~').toUpperCase()])
export const ip = (chance: Chance): string =>
  chance.pick([
    `10.${chance.int(0, 250)}.${chance.int(0, 250)}.${chance.int(2, 250)}`,
    `192.168.${chance.int(0, 30)}.${chance.int(2, 250)}`,
    `203.0.113.${chance.int(2, 250)}`,
    `198.51.100.${chance.int(2, 250)}`,
    chance.code('2001:db8:~~~~::~~~~'),
  ])

export const mrnForms = [
  '#######',
  '########',
  'M######',
  '##-##-##',
  '###-##-###',
  'MR-######',
  '@@#######',
  'E#########',
  '00######',
  '#-######-#',
] as const
export const memberForms = [
  '@@@#########',
  'W##########',
  '###-##-####-01',
  '@##########',
  '##########-02',
  '@@@ ### ####',
  'XQH#########',
] as const
export const accountForms = [
  '#########',
  '##-######',
  'ACCT-#######',
  'P########',
  '####-####-##',
  'G######',
] as const
export const otherForms = [
  '@##-#####',
  '##########',
  'PA-#######',
  'CLM########',
  '##-@@-####',
  'A########',
  '#####-####',
] as const
export const licenceForms = [
  '@@######',
  '@####-#####-#####',
  '###-###-###',
  '@##-##-####',
  '########',
  '35.######',
] as const
export const biometricForms = [
  'FP-#####-R#',
  'VP########',
  'IRIS-~~~~~~',
  'FT:########',
  'BIO-@@####',
] as const
/** Medicare beneficiary identifier by its published pattern. */
export const mbi = (chance: Chance): string => {
  const raw = `${chance.int(1, 9)}${chance.code('@*#@*#@@##')}`
  return chance.likely(0.5) ? raw : `${raw.slice(0, 4)}-${raw.slice(4, 7)}-${raw.slice(7)}`
}
