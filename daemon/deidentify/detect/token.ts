/** What a token looks like: an initial, a capital, a name in mixed letters, a proper noun that is no one's. Pure. */
import type { Known } from './lexicon.ts'
import { publicNames } from './public.ts'
import type { Token } from './scan.ts'

/** The index of the first token that starts at or after `offset`. */
export const tokenAt = (tokens: readonly Token[], offset: number): number => {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

export const isInitial = (token: Token): boolean => /^\p{Lu}$/u.test(token.text)

export const isCapital = (token: Token): boolean =>
  token.alphabetic && (token.shape === 'Title' || token.shape === 'UPPER' || isMixedName(token))

/** `McDonald`, `O'Brien`, `DeAngelo`, `LaToya`, `MacArthur`: capitals inside that belong to a name. */
export const isMixedName = (token: Token): boolean =>
  token.shape === 'miXed' &&
  /^(?:Ma?c|O['’`ʼ]|D['’`ʼ]|De|Di|Du|La|Le|Van|Von|Fitz|St|Al|El|Ja|Da|Ke|Ti|Sha|Ro|Mary|\p{Lu})?\p{Lu}\p{Ll}+(?:['’]\p{Lu}\p{Ll}*)?$/u.test(
    token.text,
  )

export const isPublic = (known: Known): boolean => publicNames.has(known.lower)

/** A country or a tongue that is no surname either: `Holland` and `English` may be one where a name is announced. */
export const isOnlyPublic = (known: Known): boolean => isPublic(known) && known.name < 0.3
