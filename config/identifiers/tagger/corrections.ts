/**
 * Turns what reviewers corrected (`cordon report quality --training`) into samples for training: each line has a word's
 * shape, its place in the dictionaries, its neighbours and its label, and no word; invented words of that shape and place are
 * put where it stood. Pure but for the dictionaries it is given.
 */
import { scanOf } from '../../../daemon/deidentify/detect/scan.ts'
import { featureCount, featuresOf } from '../../../daemon/deidentify/detect/tagger/features.ts'
import type { Gazetteer, TaggerClass } from '../../../daemon/model/gazetteer.ts'
import { type IdentifierClass, identifierClasses } from '../../../daemon/model/identifier.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Lists } from './lists.ts'
import { classesOf, type Document, none, type Samples } from './samples.ts'

export type Correction = {
  readonly shape: string
  readonly surname: number
  readonly given: number
  readonly ordinary: number
  readonly place: boolean
  readonly medical: boolean
  readonly drug: boolean
  readonly before: string
  readonly after: string
  readonly label: IdentifierClass | 'ordinary'
}

const isShort = (value: unknown): boolean => typeof value === 'string' && value.length <= 24
const isLevel = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9
const labels: readonly unknown[] = [...identifierClasses, 'ordinary']

const isCorrection = (value: unknown): value is Correction => {
  if (typeof value !== 'object' || value === null) return false
  const one = value as Readonly<Record<string, unknown>>
  return (
    isShort(one.shape) &&
    one.shape !== '' &&
    ['surname', 'given', 'ordinary'].every(name => isLevel(one[name])) &&
    ['place', 'medical', 'drug'].every(name => typeof one[name] === 'boolean') &&
    isShort(one.before) &&
    isShort(one.after) &&
    labels.includes(one.label)
  )
}

const parsed = (untrustedLine: string): unknown => {
  try {
    return JSON.parse(untrustedLine)
  } catch {
    return null
  }
}

/** @throws Error where a line is no line of the export: its number, and nothing of it. */
export const parseCorrections = (untrustedText: string): readonly Correction[] =>
  untrustedText
    .split('\n')
    .filter(Boolean)
    .map((untrusted, at) => {
      const value = parsed(untrusted)
      if (!isCorrection(value)) throw new Error(`line ${at + 1} is no correction`)
      return value
    })

const classOf: Readonly<Partial<Record<Correction['label'], TaggerClass>>> = {
  NAME: 'name',
  LOCATION: 'place',
  DATE: 'date',
  AGE_90: 'date',
}

const taggerClass = (label: Correction['label']): TaggerClass | null =>
  label === 'ordinary' ? null : (classOf[label] ?? 'code')

const letters = 'abcdefghijklmnoprstuvwy'

/** Any word of that shape. */
const drawn = (chance: Chance, shape: string): string =>
  [...shape]
    .map(sign => {
      if (sign === 'd') return String(chance.number(0, 9))
      const letter = letters[chance.number(0, letters.length - 1)] ?? 'a'
      if (sign === 'X') return letter.toUpperCase()
      return sign === 'x' ? letter : sign
    })
    .join('')

const cased = (word: string, shape: string): string => {
  if (/^X+$/.test(shape) && shape.length > 1) return word.toUpperCase()
  return shape.startsWith('X')
    ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
    : word.toLowerCase()
}

const named = (chance: Chance, lists: Lists, one: Correction): string => {
  if (one.drug) return lists.drug(chance)
  if (one.given > 2) return one.ordinary > 4 ? lists.wordGiven(chance) : lists.given(chance)
  if (one.surname > 2) return one.ordinary > 4 ? lists.wordSurname(chance) : lists.surname(chance)
  if (one.medical) return lists.term(chance)
  if (one.ordinary > 0) return one.ordinary > 4 ? lists.common(chance) : lists.rare(chance)
  return one.place ? lists.town(chance).city : lists.newSurname(chance)
}

const wordOf = (chance: Chance, lists: Lists, one: Correction): string => {
  if (!/^[Xx]+[.,:;]?$/.test(one.shape)) return drawn(chance, one.shape)
  const [first = ''] = named(chance, lists, one).split(/\s/)
  return cased(first, one.shape.replace(/[.,:;]$/, '')) + (/[.,:;]$/.exec(one.shape)?.[0] ?? '')
}

/** A neighbour is a word, or a shape: then one of that shape. */
const beside = (chance: Chance, text: string): string =>
  /^[Xxd\W]*$/.test(text) ? drawn(chance, text) : text

const documentOf = (chance: Chance, lists: Lists, one: Correction): Document => {
  const before = one.before === '' ? '' : `${beside(chance, one.before)} `
  const word = wordOf(chance, lists, one)
  const after = one.after === '' ? '' : ` ${beside(chance, one.after)}`
  const span = {
    text: word,
    label: taggerClass(one.label),
    start: before.length,
    end: before.length + word.length,
  }
  return { text: `${before}${word}${after}\n`, spans: span.label === null ? [] : [span] }
}

/** @param times how many invented words stand for each correction */
export const correctedSamples = (
  corrections: readonly Correction[],
  lists: Lists,
  gazetteer: Gazetteer,
  seed: number,
  times = 20,
): Samples => {
  const chance = chanceOf(seed)
  const documents = corrections.flatMap(one =>
    Array.from({ length: times }, () => documentOf(chance, lists, one)),
  )
  const read = documents.map(document => {
    const scan = scanOf(document.text, gazetteer)
    return { reader: featuresOf(scan), labels: classesOf(scan, document) }
  })
  const count = read.reduce((sum, { reader }) => sum + reader.count, 0)
  const features = new Uint32Array(count * featureCount)
  const classes = new Uint8Array(count)
  let at = 0
  for (const { reader, labels } of read)
    for (let index = 0; index < reader.count; index++, at++) {
      reader.write(index, features, at * featureCount)
      classes[at] = labels[index] ?? none
    }
  return { count, features, classes }
}
