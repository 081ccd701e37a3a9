/** One spelling per value, so that the same person's number or name gives the same token however it was written. Pure. */
import type { IdentifierClass } from '../../model/identifier.ts'
import { parseWrittenDate } from './written-date.ts'

const fold = (value: string): string =>
  value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’ʼ`]/g, "'")

const digits = (value: string): string => value.replace(/\D/g, '')

/** Ten digits: without the country's 1 and without an extension. */
const phone = (value: string): string => {
  const number = digits(value.replace(/(?:x|ext).*$/i, ''))
  return number.length === 11 && number.startsWith('1') ? number.slice(1) : number
}

const code = (value: string): string =>
  fold(value)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

const notName = /^(?:mr|mrs|ms|miss|dr|prof|md|do|rn|np|pa|phd|dds|jr|sr|ii|iii|iv|esq)$/
const particle =
  /^(?:de|la|las|los|del|della|di|da|dos|du|van|von|der|den|ten|le|el|al|bin|ibn|st|mc|mac|san)$/

const parts = (value: string): string[] =>
  value
    .split(/[\s.]+/)
    .map(part => part.replace(/[^\p{L}\p{N}-]/gu, ''))
    .filter(part => part.length > 1 && !notName.test(part))

/** `last first`: middle names, initials, titles and suffixes are left out, since papers are not at one about them. */
const name = (value: string): string => {
  const [before = '', ...after] = fold(value)
    .split(',')
    .map(parts)
    .filter(list => list.length > 0)
    .map(list => list.join(' '))
  const [rest] = after
  if (rest !== undefined) return `${before} ${rest.split(' ')[0] ?? ''}`
  const list = before.split(' ')
  const first = list[0] ?? ''
  if (list.length < 2) return first
  let from = list.length - 1
  while (from > 1 && particle.test(list[from - 1] ?? '')) from--
  return `${list.slice(from).join(' ')} ${first}`
}

const two = (figure: number): string => String(figure).padStart(2, '0')

/** ISO 8601 where the date is whole; its letters and digits otherwise. */
const date = (value: string, currentYear: number): string => {
  const parsed = parseWrittenDate(value, currentYear)
  return parsed === null ? code(value) : `${parsed.year}-${two(parsed.month)}-${two(parsed.day)}`
}

export const normalised = (value: string, identifierClass: IdentifierClass, currentYear: number): string => {
  switch (identifierClass) {
    case 'SSN':
      return digits(value)
    case 'PHONE':
    case 'FAX':
      return phone(value)
    case 'NAME':
      return name(value)
    case 'DATE':
      return date(value, currentYear)
    case 'EMAIL':
    case 'URL':
    case 'IP':
      return fold(value).replace(/\s/g, '')
    case 'LOCATION':
      return fold(value)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    default:
      return code(value)
  }
}
