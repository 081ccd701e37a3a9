/**
 * Two readings of one place may differ, and either may be right: where the other one is an identifier, the word is one. The page
 * is read once more with the other readings put in their places, and what is found there is said of the word itself. Pure.
 */
import type { Finding } from '../../model/identifier.ts'
import type { PageText, Word } from '../../model/page.ts'
import { pageText } from './text.ts'

/** @param find gives the identifiers of a text. Costs nothing on a page where all readings agree. */
export const inAlternatives = (
  words: readonly Word[],
  { spans }: PageText,
  find: (text: string) => readonly Finding[],
): Finding[] => {
  if (!words.some(({ alternatives }) => alternatives !== undefined)) return []
  const others = words.map(word => ({ ...word, text: word.alternatives?.join(' ') ?? word.text }))
  const otherText = pageText(others)
  return find(otherText.text).flatMap(finding =>
    words.flatMap(({ alternatives }, i): Finding[] => {
      const [other, own] = [otherText.spans[i], spans[i]]
      if (alternatives === undefined || other === undefined || own === undefined) return []
      return finding.start < other.end && finding.end > other.start
        ? [{ ...finding, start: own.start, end: own.end }]
        : []
    }),
  )
}
