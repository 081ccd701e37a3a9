/**
 * The stage that turns an identifier into what may leave beside the page: a keyed token, or a value made general. Pure
 * but for the MAC it is given; it never returns, logs or throws a value in clear.
 */
import { createHmac } from 'node:crypto'
import type { IdentifierClass } from '../model/identifier.ts'
import { normalised } from './tokenise/normalise.ts'
import { yearOf } from './tokenise/written-date.ts'

/** HMAC-SHA-256 under the key of one epoch. */
export type Mac = (message: Uint8Array) => Uint8Array

export type Tokeniser = {
  /** `t1.<epoch>.<base64url>`: equal for equal values of one class, and nothing else can be told from it. */
  readonly token: (value: string, identifierClass: IdentifierClass) => string
  /** A year, three digits of a ZIP code or `90+`; null where nothing general can be said safely. */
  readonly generalise: (value: string, identifierClass: IdentifierClass) => string | null
}

const tokenBytes = 16

/** The MAC covers the class, a zero byte and the normalised value (UTF-8); its first 16 bytes are the token. */
export const token = (
  value: string,
  identifierClass: IdentifierClass,
  { epoch, mac, currentYear }: { readonly epoch: number; readonly mac: Mac; readonly currentYear: number },
): string => {
  const message = Buffer.from(
    `${identifierClass}\0${normalised(value, identifierClass, currentYear)}`,
    'utf8',
  )
  return `t1.${epoch}.${Buffer.from(mac(message).subarray(0, tokenBytes)).toString('base64url')}`
}

/** 45 CFR 164.514(b)(2)(i)(B): three digits, where more than 20,000 people live in the area; `000` otherwise. */
export const generaliseZip = (value: string, restrictedZip3: readonly string[]): string | null => {
  const area = /(?<!\d)(\d{3})\d{2}(?:[- ]?\d{4})?(?!\d)/.exec(value)?.[1]
  if (area === undefined) return null
  return restrictedZip3.includes(area) ? '000' : area
}

/** 45 CFR 164.514(b)(2)(i)(C): the year; `90+` where the year itself may tell an age over 89. */
export const generaliseDate = (value: string, currentYear: number): string | null => {
  const year = yearOf(value, currentYear)
  if (year === null || year > currentYear + 100) return null
  return year <= currentYear - 90 ? '90+' : String(year)
}

/** 45 CFR 164.514(b)(2)(i)(C): ages of 90 and more become one. */
export const generaliseAge = (value: string): string | null => {
  const age = /\d{1,3}/.exec(value)?.[0]
  return age === undefined || Number(age) > 89 ? '90+' : age
}

/**
 * @param keys the token keys by epoch, the current one named
 * @param currentYear four digits: the clock is the caller's
 * @param restrictedZip3 three-digit ZIP areas of 20,000 people or fewer
 * @throws RangeError when the current epoch has no key (a bug: the loader checks it)
 */
export const tokeniserOf = (
  { epoch, keys }: { readonly epoch: number; readonly keys: ReadonlyMap<number, Uint8Array> },
  currentYear: number,
  restrictedZip3: readonly string[],
): Tokeniser => {
  const key = keys.get(epoch)
  if (key === undefined) throw new RangeError('no key for the current epoch')
  const mac: Mac = message => createHmac('sha256', key).update(message).digest()
  return {
    token: (value, identifierClass) => token(value, identifierClass, { epoch, mac, currentYear }),
    generalise: (value, identifierClass) => {
      if (identifierClass === 'LOCATION') return generaliseZip(value, restrictedZip3)
      if (identifierClass === 'DATE') return generaliseDate(value, currentYear)
      return identifierClass === 'AGE_90' ? generaliseAge(value) : null
    },
  }
}
