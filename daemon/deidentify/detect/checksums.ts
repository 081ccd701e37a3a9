/** Check digits of identifiers. Pure; each takes the value without separators, letters in upper case. */

const digitsOf = (value: string): number[] => [...value].map(Number)

/** ISO/IEC 7812-1, annex B. */
export const isLuhn = (digits: string): boolean => {
  if (!/^\d{2,40}$/.test(digits)) return false
  let sum = 0
  for (const [index, digit] of digitsOf(digits).reverse().entries()) {
    const doubled = index % 2 === 0 ? digit : digit * 2
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Payment card: 13–19 digits of a known network, Luhn. */
export const isCard = (digits: string): boolean =>
  /^(?:3[0-9]|4|5[1-5]|2[2-7]|6)\d{11,18}$/.test(digits) && isLuhn(digits)

/** National Provider Identifier: Luhn over `80840` and ten digits (CMS, 45 CFR 162.406). */
export const isNpi = (digits: string): boolean => /^[12]\d{9}$/.test(digits) && isLuhn(`80840${digits}`)

/** DEA registration: two letters (or letter and 9) and seven digits, the last a check digit. */
export const isDea = (value: string): boolean => {
  if (!/^[A-Z][A-Z9]\d{7}$/.test(value)) return false
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, check = 0] = digitsOf(value.slice(2))
  return (a + c + e + 2 * (b + d + f)) % 10 === check
}

const vinValues: Readonly<Record<string, number>> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
}
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

/** Vehicle identification number, 49 CFR 565.15. */
export const isVin = (value: string): boolean => {
  if (!/^[A-HJ-NPR-Z\d]{17}$/.test(value)) return false
  const sum = [...value].reduce(
    (total, letter, index) => total + (vinValues[letter] ?? Number(letter)) * (vinWeights[index] ?? 0),
    0,
  )
  const check = sum % 11
  return value[8] === (check === 10 ? 'X' : String(check))
}

/** Medicare Beneficiary Identifier (CMS, MBI format): eleven places, no S L O I B Z. */
export const isMbi = (value: string): boolean =>
  /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(
    value,
  )

/** ABA routing transit number: nine digits, weights 3 7 1. */
export const isRouting = (digits: string): boolean => {
  if (!/^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(digits)) return false
  return (
    digitsOf(digits).reduce((sum, digit, index) => sum + digit * ([3, 7, 1][index % 3] ?? 0), 0) % 10 === 0
  )
}

/** ISO 13616: country, two check digits, up to 30 more; modulo 97. */
export const isIban = (value: string): boolean => {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(value)) return false
  const turned = value.slice(4) + value.slice(0, 4)
  let rest = 0
  for (const letter of turned) rest = Number(`${rest}${Number.parseInt(letter, 36)}`) % 97
  return rest === 1
}

/** Social security number that may have been issued (SSA, 2011 randomisation); 9xx is an ITIN's first digit. */
export const isSsn = (digits: string): boolean =>
  /^\d{9}$/.test(digits) &&
  !/^(?:000|666|9)/.test(digits) &&
  digits.slice(3, 5) !== '00' &&
  digits.slice(5) !== '0000'
