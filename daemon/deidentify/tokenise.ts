/**
 * The stage that turns an identifier into what may leave beside the page: a keyed token, a value made general, a number
 * in the same format, a shifted date or a surrogate. Pure: keys and lists are given; it never logs or throws a value,
 * and never returns one in clear.
 */
import { createHmac } from 'node:crypto'
import type { ClassTreatment, Field, IdentifierClass } from '../model/identifier.ts'
import { encrypted } from './tokenise/encrypt.ts'
import { generaliseAge, generaliseDate, generaliseZip } from './tokenise/general.ts'
import { normalised } from './tokenise/normalise.ts'
import { patientOf } from './tokenise/patient.ts'
import { shiftDaysOf, shifted } from './tokenise/shift.ts'
import { type SurrogateNames, surrogateOf } from './tokenise/surrogate.ts'

export { generaliseAge, generaliseDate, generaliseZip } from './tokenise/general.ts'
export type { SurrogateNames } from './tokenise/surrogate.ts'

/** HMAC-SHA-256 under the key of one epoch. */
export type Mac = (message: Uint8Array) => Uint8Array

/** A field as it was found, its value in clear: it never leaves memory. */
export type FoundField = {
  readonly name: Field['name']
  readonly class: IdentifierClass
  readonly value: string
}

/** What leaves of a field, and what was really done: it may be a more cautious treatment than was asked for. */
export type Treated = { readonly value: string; readonly treatment: Exclude<ClassTreatment, 'mask'> }

export type Treat = (field: Pick<FoundField, 'class' | 'value'>, treatment: ClassTreatment) => Treated | null

export type Tokeniser = {
  /** `t1.<epoch>.<base64url>`: equal for equal values of one class, and nothing else can be told from it. */
  readonly token: (value: string, identifierClass: IdentifierClass) => string
  /** A year, three digits of a ZIP code or `90+`; null where nothing general can be said safely. */
  readonly generalise: (value: string, identifierClass: IdentifierClass) => string | null
  /**
   * The treatments for one document, whose fields tell the patient that its dates are shifted by. Where the domain is too
   * small for `ff1` a token leaves; where a date cannot be shifted its general form does; null where nothing may.
   */
  readonly forDocument: (found: readonly FoundField[]) => Treat
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

/**
 * @param keys the token keys by epoch, the current one named
 * @param currentYear four digits: the clock is the caller's
 * @param restrictedZip3 three-digit ZIP areas of 20,000 people or fewer
 * @param names what surrogates of names are made of; without any, names get none
 * @throws RangeError when the current epoch has no key (a bug: the loader checks it)
 */
export const tokeniserOf = (
  { epoch, keys }: { readonly epoch: number; readonly keys: ReadonlyMap<number, Uint8Array> },
  currentYear: number,
  restrictedZip3: readonly string[],
  names: SurrogateNames = { given: [], surnames: [] },
): Tokeniser => {
  const key = keys.get(epoch)
  if (key === undefined) throw new RangeError('no key for the current epoch')
  const mac: Mac = message => createHmac('sha256', key).update(message).digest()
  const tokenOf: Tokeniser['token'] = (value, identifierClass) =>
    token(value, identifierClass, { epoch, mac, currentYear })
  const generalise: Tokeniser['generalise'] = (value, identifierClass) => {
    if (identifierClass === 'LOCATION') return generaliseZip(value, restrictedZip3)
    if (identifierClass === 'DATE') return generaliseDate(value, currentYear)
    return identifierClass === 'AGE_90' ? generaliseAge(value) : null
  }
  const forDocument: Tokeniser['forDocument'] = found => {
    const patient = patientOf(found.map(({ name, ...of }) => ({ name, token: tokenOf(of.value, of.class) })))
    const days = patient === null ? null : shiftDaysOf(patient, key)
    const attempts: Readonly<Record<ClassTreatment, (value: string, of: IdentifierClass) => string | null>> =
      {
        mask: () => null,
        token: tokenOf,
        generalise,
        ff1: (value, of) => encrypted(normalised(value, of, currentYear), value, of, { epoch, key }),
        shift: (value, of) => (of === 'DATE' && days !== null ? shifted(value, days, currentYear) : null),
        surrogate: (value, of) => surrogateOf(value, of, { key, currentYear, restrictedZip3, names }),
      }
    return ({ class: of, value }, asked) => {
      for (const treatment of [asked, ...insteadOf[asked]]) {
        const result = attempts[treatment](value, of)
        if (result !== null && treatment !== 'mask') return { value: result, treatment }
      }
      return null
    }
  }
  return { token: tokenOf, generalise, forDocument }
}

/** What is done where a treatment cannot be: never one that tells more. */
const insteadOf: Readonly<Record<ClassTreatment, readonly ClassTreatment[]>> = {
  mask: [],
  token: [],
  generalise: [],
  ff1: ['token'],
  shift: ['generalise'],
  surrogate: ['token'],
}
