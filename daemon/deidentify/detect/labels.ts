/**
 * The context labels: what a form writes before or above a value, which class it promises and what the value looks
 * like. One pattern finds them all. Pure.
 */
import { events } from './labels/events.ts'
import { fields } from './labels/fields.ts'
import { numbers } from './labels/numbers.ts'
import { people } from './labels/people.ts'
import type { Label } from './labels/table.ts'
import { trieOf } from './labels/trie.ts'
import { matchesOf } from './pattern.ts'
import type { Scan } from './scan.ts'

export type { Label, Shape } from './labels/table.ts'

export type LabelHit = {
  readonly label: Label
  readonly start: number
  /** The end of the label's own words, `No` and `#` among them. */
  readonly labelEnd: number
  /** Where its value begins. */
  readonly end: number
  /** A colon, `#`, `no` or `id` says that a value follows. */
  readonly marked: boolean
  /** The value begins on the next line. */
  readonly broken: boolean
}

const table = [...numbers, ...events, ...people, ...fields]

const key = (words: string): string => words.toLowerCase().replace(/[^a-z#/]/g, '')

/** One spelling for those that OCR confuses, so that `Patlent Narne` is looked up as `Patient Name`. */
const folded = (words: string): string =>
  key(words.replace(/[1|]/g, 'l').replace(/0/g, 'o'))
    .replace(/rn/g, 'm')
    .replace(/i/g, 'l')
    .replace(/c/g, 'e')

const grouped = (spell: (words: string) => string): ReadonlyMap<string, readonly Label[]> =>
  table.reduce((map, [variant, value]) => {
    for (const words of new Set([spell(variant.replace('*', '')), spell(variant.replace('*', 's'))])) {
      const before = map.get(words) ?? []
      if (!before.some(other => other.class === value.class)) map.set(words, [...before, value])
    }
    return map
  }, new Map<string, readonly Label[]>())

/** A label may promise several things: `Subscriber` a name or a number. */
const byKey = grouped(key)
const byFold = grouped(folded)

const confused: Readonly<Record<string, string>> = {
  c: '[ce]',
  e: '[ec]',
  i: '[il1|]',
  l: '[il1|]',
  o: '[o0]',
  m: '(?:m|rn)',
}

/** Short labels are read by the letter: an `m` more or less makes another of them. */
const letter = (one: string, isLong: boolean): string => (isLong ? (confused[one] ?? one) : one)

/** A variant as pieces of the pattern, one per letter. */
const piecesOf = (variant: string): string[] =>
  [...variant].map((one, at) => {
    if (one === "'") return "['’]?"
    if (one === '*') return "(?:['’]?s)?"
    if (one === ' ') return variant[at + 1] === '#' ? '[ \\t]{0,2}' : '[ \\t._-]{0,2}'
    return /[a-z]/.test(one) ? letter(one, variant.length > 3) : one.replace(/[.()/+&]/, '\\$&')
  })

const spellings = [...new Set(table.map(([variant]) => variant))].map(piecesOf)
const suffix =
  '(?<suffix>[ \\t]{0,2}(?:#|№|\\((?:s|es|last,? first|last 4|print|if any|if known|mm/dd/yyyy)\\)|(?:numbers?|num|nbr|no|nos|id|i\\.d\\.|ids|identifier|identification|code|hash|ref|reference)(?![A-Za-z])\\.?)){0,3}'
const aside = '(?:[ \\t]{0,2}\\([^()\\n]{1,30}\\)(?=[ \\t]{0,2}[:;#=]))?'
const separator = `(?<separator>${[
  '[ \\t.]{0,3}[:;#=]{1,2}[ \\t]{0,12}(?:\\n[ \\t]{0,8})?',
  '\\.[ \\t]{1,4}(?=[A-Z]{0,4}[- ]?\\d)',
  '[ \\t]{1,3}[-–—]{1,2}[ \\t]{1,3}',
  '[ \\t]{1,12}(?:is|was|of|are)[ \\t]{1,3}',
  '[ \\t]{1,12}',
  '[ \\t]{0,3}\\n[ \\t]{0,8}',
  '(?=["“(])',
  '(?<=#)(?=[A-Za-z\\d])',
  '(?=\\d{4})',
].join('|')})`
const pattern = new RegExp(
  `(?<![A-Za-z0-9])(?<words>${trieOf(spellings)})(?![A-Za-z])${suffix}${aside}${separator}`,
  'gi',
)

/** `mg/dL` holds no driver licence: two letters are a label in capitals or before a colon; glued to a number, three. */
const isLabelUse = (words: string, sign: string): boolean => {
  if (sign === '' && /^[A-Za-z]*$/.test(words)) return words.length > 2 && words === words.toUpperCase()
  return !/^(?:dl|sn|lp|ln|fn|a #)$/i.test(words) || words === words.toUpperCase() || /[:#=]/.test(sign)
}

/** Every label of the text, in order. */
export const labelHits = (scan: Scan): readonly LabelHit[] => {
  const hits: LabelHit[] = []
  for (const match of matchesOf(pattern, scan.letters)) {
    const { words = '', suffix: said = '', separator: sign = '' } = match.groups ?? {}
    if (!isLabelUse(words + said, sign)) continue
    for (const label of byKey.get(key(words)) ?? byFold.get(folded(words)) ?? [])
      hits.push({
        label,
        start: match.index,
        labelEnd: match.index + words.length + said.length,
        end: match.index + match[0].length,
        marked: /[:;#=]/.test(sign) || said !== '' || /(?:#|number|no|id|code|cvv|cvc)$/i.test(words),
        broken: sign.includes('\n'),
      })
  }
  return hits
}
