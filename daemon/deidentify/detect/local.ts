/**
 * Words that people of this box taught it: some identify somebody, some nobody. A known identifier is a finding wherever
 * it stands; a known safe word only takes back what was a guess about that one word: what a label, a title or a
 * check digit says stands. Pure: the words themselves are behind the port, as keyed hashes.
 */
import type { Finding, IdentifierClass } from '../../model/identifier.ts'
import { type Guess, type Page, pageAt } from '../../model/page.ts'
import { merge } from './merge.ts'
import type { RuleName } from './rulenames.ts'

export type LocalWords = {
  readonly isSafe: (untrustedWord: string) => boolean
  readonly classOf: (untrustedWord: string) => IdentifierClass | null
}

/** Rules that guess from a word alone. */
const guesses: ReadonlySet<string> = new Set<RuleName>([
  'name-single',
  'name-unknown',
  'name-dictionary',
  'name-lower',
  'city',
  'tagger-name',
  'tagger-place',
])

const score = 0.9
const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu

const isGuessOnSafe = (text: string, { start, end, rule }: Finding, { isSafe }: LocalWords): boolean => {
  if (!guesses.has(rule)) return false
  const words = text.slice(start, end).match(wordPattern) ?? []
  return words.length > 0 && !/\d/.test(text.slice(start, end)) && words.every(isSafe)
}

export const withLocal = (text: string, findings: readonly Finding[], local: LocalWords): Finding[] => {
  const known: Finding[] = []
  for (const match of text.matchAll(wordPattern)) {
    const identifierClass = local.classOf(match[0])
    if (identifierClass === null) continue
    const [start, end] = [match.index, match.index + match[0].length]
    known.push({ start, end, class: identifierClass, score, rule: 'local-word' satisfies RuleName })
  }
  return merge([...findings.filter(finding => !isGuessOnSafe(text, finding, local)), ...known])
}

/** The same pages with what this box was taught; as they are where it was taught nothing. */
export const learnedPages = (
  pages: readonly Page<'detected'>[],
  local: LocalWords | undefined,
): readonly Page<'detected'>[] =>
  local === undefined
    ? pages
    : pages.map(page =>
        pageAt('detected', {
          ...page,
          findings: withLocal(page.text.text, page.findings, local),
          guesses: unguessed(page, local),
        }),
      )

const nothing = { share: 0, class: 'NAME' } as const

/** What the tagger guessed of words that people know to be safe is taken back as well. */
const unguessed = (
  { words, guesses: all = [] }: Page<'detected'>,
  { isSafe }: LocalWords,
): readonly Guess[] =>
  all.map((guess, i) => {
    const text = words[i]?.text ?? ''
    const parts = text.match(wordPattern) ?? []
    return parts.length > 0 && !/\d/.test(text) && parts.every(isSafe) ? nothing : guess
  })
