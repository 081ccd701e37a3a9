/**
 * A number in its own format: its digits and letters are encrypted together by FF1, its separators stay where they are.
 * Pure. Where the domain is too small to encrypt, it says so and encrypts nothing.
 */
import type { IdentifierClass } from '../../model/identifier.ts'
import { ff1Encrypt, isLargeEnough } from './ff1.ts'
import { subkey } from './subkey.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** What may stand between the symbols and stay: anything else is dropped. */
const separators = ' ()./+-'

type Epoch = { readonly epoch: number; readonly key: Uint8Array }

/**
 * `symbols` are encrypted: digits with radix 10, digits and capital letters with radix 36. They are written into
 * the places of the digits and letters of `written` where those are as many; alone otherwise.
 * The tweak is the class, a zero byte and the epoch; the key is the epoch's, by HKDF.
 * @returns null where radix^length is under 10^6, or where a symbol is neither a digit nor a capital letter.
 */
export const encrypted = (
  symbols: string,
  written: string,
  identifierClass: IdentifierClass,
  { epoch, key }: Epoch,
): string | null => {
  if (!/^[0-9A-Z]+$/.test(symbols)) return null
  const radix = /^\d+$/.test(symbols) ? 10 : 36
  if (!isLargeEnough(radix, symbols.length)) return null
  const tweak = Buffer.from(`${identifierClass}\0${epoch}`, 'utf8')
  const numerals = [...symbols].map(symbol => alphabet.indexOf(symbol))
  const result = ff1Encrypt(numerals, { key: subkey(key, 'ff1'), tweak, radix })
  return placed(result.map(numeral => alphabet[numeral]).join(''), written)
}

/** The symbols in the places of the digits and letters of what was written. */
const placed = (symbols: string, written: string): string => {
  const places = written.match(/[0-9A-Za-z]/g)?.length ?? 0
  if (places !== symbols.length || written.length > symbols.length * 3) return symbols
  let at = 0
  return [...written]
    .map(letter => {
      if (/[0-9A-Za-z]/.test(letter)) return symbols[at++]
      return separators.includes(letter) ? letter : ''
    })
    .join('')
    .trim()
}
