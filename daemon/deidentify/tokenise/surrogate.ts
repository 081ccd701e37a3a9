/**
 * A realistic value of nobody, the same for the same value under the same epoch, never the value itself. Pure.
 * A name is drawn from one list for all, so that it tells nothing of gender or origin; numbers come from ranges that
 * belong to nobody where there are such, and are made up in the same shape where there are none.
 */
import type { IdentifierClass } from '../../model/identifier.ts'
import { generaliseZip } from './general.ts'
import { normalised } from './normalise.ts'
import { keyed, subkey } from './subkey.ts'

/** Common names, each written as it is to appear, ASCII. */
export type SurrogateNames = { readonly given: readonly string[]; readonly surnames: readonly string[] }

type Given = {
  readonly key: Uint8Array
  readonly currentYear: number
  readonly restrictedZip3: readonly string[]
  readonly names: SurrogateNames
}

/** Whole numbers below a bound, one after another, all from one seed. */
type Draw = (below: number) => number

const drawFrom = (seed: Uint8Array): Draw => {
  let count = 0
  return below => keyed(seed, String(count++)).readUIntBE(0, 6) % below
}

const digits = (draw: Draw, length: number): string => Array.from({ length }, () => String(draw(10))).join('')

/** Parts of the name alone are the value's to avoid: nobody is to meet their own surname. */
const name = (draw: Draw, avoid: string, { given, surnames }: SurrogateNames): string | null => {
  if (given.length === 0 || surnames.length === 0) return null
  const own = new Set(avoid.split(/[\s-]+/))
  const pick = (list: readonly string[]): string => {
    const from = draw(list.length)
    const turned = [...list.slice(from), ...list.slice(0, from)]
    return turned.find(one => !own.has(one.toLowerCase())) ?? 'Doe'
  }
  return `${pick(given)} ${pick(surnames)}`
}

/** 555 is no area code, and 555-0100 to 555-0199 are kept for fiction (NANPA). */
const phone = (draw: Draw): string => `555-555-01${digits(draw, 2)}`

/** No number from 900 to 999 was ever a social security number; the group keeps clear of ITINs (IRS: 50 and above). */
const ssn = (draw: Draw): string =>
  `9${digits(draw, 2)}-${String(1 + draw(49)).padStart(2, '0')}-${String(1 + draw(9_999)).padStart(4, '0')}`

/** The same shape: digits become digits, letters letters; what stands between them goes. */
const code = (draw: Draw, symbols: string): string =>
  [...symbols]
    .map(symbol => (/\d/.test(symbol) ? String(draw(10)) : String.fromCharCode(65 + draw(26))))
    .join('')

/** Another five digits in the same three, where those may leave. */
const zip = (draw: Draw, value: string, restrictedZip3: readonly string[]): string => {
  const area = generaliseZip(value, restrictedZip3)
  return area === null || area === '000' ? '00000' : `${area}${digits(draw, 2)}`
}

const drawn = (
  draw: Draw,
  value: string,
  plain: string,
  identifierClass: IdentifierClass,
  given: Given,
): string | null => {
  switch (identifierClass) {
    case 'NAME':
      return name(draw, plain, given.names)
    case 'PHONE':
    case 'FAX':
      return phone(draw)
    case 'SSN':
      return ssn(draw)
    case 'LOCATION':
      return zip(draw, value, given.restrictedZip3)
    case 'EMAIL': // example.com is nobody's (RFC 2606, 3)
      return `person${digits(draw, 6)}@example.com`
    case 'URL':
      return `https://example.com/${digits(draw, 6)}`
    case 'IP': // TEST-NET-1 (RFC 5737)
      return `192.0.2.${draw(256)}`
    case 'MRN':
    case 'HEALTH_PLAN':
    case 'ACCOUNT':
    case 'LICENSE':
    case 'VEHICLE':
    case 'DEVICE':
    case 'OTHER_ID':
      return /^[0-9A-Z]{1,40}$/.test(plain) ? code(draw, plain) : null
    default:
      return null
  }
}

const mostTries = 64

/** Null for classes that have none, and for values that have no shape to keep. */
export const surrogateOf = (value: string, identifierClass: IdentifierClass, given: Given): string | null => {
  const plainOf = (text: string) => normalised(text, identifierClass, given.currentYear)
  const plain = plainOf(value)
  const key = subkey(given.key, 'surrogate')
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const draw = drawFrom(keyed(key, `${identifierClass}\0${plain}\0${attempt}`))
    const surrogate = drawn(draw, value, plain, identifierClass, given)
    if (surrogate === null || isAnother(plainOf(surrogate), plain)) return surrogate
  }
  return null
}

/** A ZIP code as it stands in a longer address is still the same place. */
const isAnother = (one: string, two: string): boolean => !` ${two} `.includes(` ${one} `)
