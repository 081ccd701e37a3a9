/**
 * Grammars of names. A file has rules: a line `:rule`, then its choices, parted by ` | ` or by lines; `3*` before a choice
 * makes it three times as likely. In a choice `{rule}` is the choice of a rule, `{2-99}` a number, `{##}` and `{@}` digits
 * and capitals, `[a|b|]` one of several. `{initials:rule}` has the first letters alone, `{ordinal:1-9}` is `3rd`.
 * Lines with `# ` are remarks. Pure.
 */
import type { Chance } from '../chance.ts'
import type { Lists } from '../lists.ts'

type Write = (chance: Chance, lists: Lists) => string
type Rules = Map<string, Write>
/** What is not in the files: names of the lists. */
export type Values = Readonly<Record<string, Write>>

const smallWords = new Set([
  'of',
  'the',
  'and',
  'in',
  'at',
  'for',
  'or',
  'to',
  'a',
  'an',
  'on',
  'de',
  'del',
  'la',
])

export const initialsOf = (name: string): string =>
  name
    .replace(/[,(].*$/, '')
    .split(/[\s/-]+/)
    .filter(word => /^[A-Za-z]/.test(word) && !smallWords.has(word.toLowerCase()))
    .map(word => (/^[A-Z]{2,4}$/.test(word) ? word : word.charAt(0).toUpperCase()))
    .slice(0, 5)
    .join('')

export const ordinalOf = (number: number): string => {
  const last = number % 100 > 10 && number % 100 < 14 ? 0 : number % 10
  return `${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`
}

/** The parts of a text between the `|` that stand in no bracket; so do the ends of lines part when `lines` is told. */
const partsOf = (text: string): string[] => {
  const parts: string[] = []
  let [depth, start] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '[') depth++
    if (sign === ']') depth--
    if (depth === 0 && (sign === '|' || sign === '\n')) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}

const endOf = (text: string, from: number): number => {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') depth++
    if (text[at] === ']' && --depth === 0) return at
  }
  throw new Error(`no ] in ${text}`)
}

const slotOf = (slot: string, rules: Rules): Write => {
  const [, ordinal, low, high] = /^(ordinal:)?(\d+)-(\d+)$/.exec(slot) ?? []
  if (low !== undefined) {
    const write = ordinal === undefined ? String : ordinalOf
    return chance => write(chance.number(Number(low), Number(high)))
  }
  if (/^[#@]+$/.test(slot)) return chance => chance.pattern(slot)
  const isInitials = slot.startsWith('initials:')
  const name = isInitials ? slot.slice('initials:'.length) : slot
  const rule = (): Write => {
    const found = rules.get(name)
    if (found === undefined) throw new Error(`no rule ${name}`)
    return found
  }
  return isInitials
    ? (chance, lists) => initialsOf(rule()(chance, lists))
    : (chance, lists) => rule()(chance, lists)
}

const sequenceOf = (text: string, rules: Rules): Write => {
  const parts: Write[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] === '[') {
      const end = endOf(text, at)
      parts.push(choiceOf(partsOf(text.slice(at + 1, end)), rules))
      at = end + 1
    } else if (text[at] === '{') {
      const end = text.indexOf('}', at)
      if (end === -1) throw new Error(`no } in ${text}`)
      parts.push(slotOf(text.slice(at + 1, end), rules))
      at = end + 1
    } else {
      const end = text.slice(at).search(/[[{]/)
      const literal = end === -1 ? text.slice(at) : text.slice(at, at + end)
      parts.push(() => literal)
      at += literal.length
    }
  }
  return (chance, lists) => parts.map(part => part(chance, lists)).join('')
}

const choiceOf = (texts: readonly string[], rules: Rules): Write => {
  const writes: Write[] = []
  const sums: number[] = []
  let sum = 0
  for (const text of texts) {
    const [, often = '1', choice = ''] = /^(?:(\d+(?:\.\d+)?)\*)?(.*)$/s.exec(text) ?? []
    sum += Number(often)
    sums.push(sum)
    writes.push(sequenceOf(choice, rules))
  }
  return (chance, lists) => {
    const at = chance.next() * sum
    return (writes[sums.findIndex(upTo => at < upTo)] as Write)(chance, lists)
  }
}

/** Every name that a rule calls is there; else it throws. */
const check = (text: string, rules: Rules): void => {
  for (const [, slot = ''] of text.matchAll(/\{(?:initials:)?([A-Za-z]\w*)\}/g))
    if (!rules.has(slot)) throw new Error(`no rule ${slot}`)
}

/** Reads rules out of the texts of grammar files. */
export const rulesOf = (texts: readonly string[], values: Values): Rules => {
  const rules: Rules = new Map(Object.entries(values))
  const text = texts.join('\n').replace(/^# .*$/gm, '')
  for (const section of text.split(/^:/m).slice(1)) {
    const end = section.indexOf('\n')
    const name = section.slice(0, end).trim()
    if (rules.has(name)) throw new Error(`two rules ${name}`)
    const choices = partsOf(section.slice(end)).map(choice => choice.trim())
    rules.set(name, choiceOf(choices.filter(Boolean), rules))
  }
  check(text, rules)
  return rules
}
