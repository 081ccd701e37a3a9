/**
 * Loads the dictionaries into memory: one text per dictionary and an array of line starts, searched by halving, so that
 * 200,000 words cost a few megabytes and no hash table is built. Reads `data/` beside it and nothing else.
 * The tagger's model is loaded with them.
 * The result has the shape of the model's `Gazetteer`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { foldPhrase, foldWord } from './fold.ts'
import { readTagger } from './tagger/format.ts'

const newline = 10
const tab = 9
/** No dictionary unpacks to more than this. */
const maxBytes = 8 * 1024 * 1024

type Dictionary = { readonly text: Uint8Array; readonly starts: Uint32Array }

const read = (name: string): Dictionary => {
  const packed = readFileSync(join(import.meta.dirname, 'data', `${name}.br`))
  const text = brotliDecompressSync(packed, { maxOutputLength: maxBytes })
  let count = 0
  for (let at = text.indexOf(newline); at !== -1; at = text.indexOf(newline, at + 1)) count++
  const starts = new Uint32Array(count)
  for (let line = 0, at = 0; line < count; line++) {
    starts[line] = at
    at = text.indexOf(newline, at) + 1
  }
  return { text, starts }
}

/** Negative, zero or positive as the entry at `at` comes before, is, or comes after `word`. */
const compare = (text: Uint8Array, at: number, word: string): number => {
  for (let index = 0; index < word.length; index++) {
    const byte = text[at + index] ?? tab
    if (byte === tab) return -1
    const difference = byte - word.charCodeAt(index)
    if (difference !== 0) return difference
  }
  return text[at + word.length] === tab ? 0 : 1
}

/** The level 1…9 of a word, 0 where the dictionary lacks it. */
const levelOf = ({ text, starts }: Dictionary, word: string): number => {
  let low = 0
  let high = starts.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = starts[middle] ?? 0
    const order = compare(text, at, word)
    if (order === 0) return (text[at + word.length + 1] ?? 48) - 48
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return 0
}

/** @throws Error when the model is missing or damaged (a faulty installation). */
const loadTagger = () => {
  const packed = readFileSync(join(import.meta.dirname, 'data', 'tagger.br'))
  return readTagger(brotliDecompressSync(packed, { maxOutputLength: maxBytes }))
}

/** @throws Error when a dictionary is missing or damaged (a faulty installation). */
export const loadDictionaries = () => {
  const [surnames, given, places] = [read('surnames'), read('given-names'), read('places')]
  const [ordinary, medical, drugs] = [read('ordinary'), read('medical'), read('drugs')]
  const share = (dictionary: Dictionary) => (untrustedWord: string) =>
    levelOf(dictionary, foldWord(untrustedWord)) / 9
  return {
    surname: share(surnames),
    givenName: share(given),
    ordinary: share(ordinary),
    place: (untrustedPhrase: string) => levelOf(places, foldPhrase(untrustedPhrase)) > 0,
    medical: (untrustedWord: string) => levelOf(medical, foldWord(untrustedWord)) > 0,
    drug: (untrustedWord: string) => levelOf(drugs, foldWord(untrustedWord)) > 0,
  }
}

/** The dictionaries and the tagger. @throws Error when one of them is missing or damaged (a faulty installation). */
export const loadGazetteer = () => ({ ...loadDictionaries(), tagger: loadTagger() })
