/** How a word is spelled in the dictionaries: lower case, no accents, no punctuation. The build and the loader share it. */

const plain = /^[a-z0-9]+$/

/** `O’Brien` → `obrien`, `José` → `jose`, `A1c` → `a1c`. */
export const foldWord = (untrustedWord: string): string => {
  const lower = untrustedWord.toLowerCase()
  if (plain.test(lower)) return lower
  return lower.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '')
}

/** `St. Louis` → `st louis`, `Winston-Salem` → `winston salem`. */
export const foldPhrase = (untrustedPhrase: string): string =>
  untrustedPhrase
    .trim()
    .split(/[\s-]+/)
    .map(foldWord)
    .filter(Boolean)
    .join(' ')
