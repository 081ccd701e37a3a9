/** The values found in a document, for the gate to look for in what is released. They stay in memory. Pure. */
import type { Finding, IdentifierClass } from '../../model/identifier.ts'
import type { Page } from '../../model/page.ts'

const word = /[\p{L}\p{M}]{4,}/gu
/** A value of letters alone is a name or a place; of the other classes only numbers can be told from ordinary words. */
const inLetters: ReadonlySet<IdentifierClass> = new Set(['NAME', 'LOCATION', 'EMAIL', 'URL'])

const writtenAs = (page: Page<'detected'>, { start, end }: Finding): string =>
  page.text.text.slice(start, end)

/** Words that also stand outside every finding: judged ordinary there, they prove nothing. */
const ordinaryWords = (pages: readonly Page<'detected'>[]): ReadonlySet<string> => {
  const words = new Set<string>()
  for (const page of pages) {
    let from = 0
    for (const { start, end } of [...page.findings, { start: page.text.text.length, end: 0 }]) {
      for (const [found] of page.text.text.slice(from, start).matchAll(word)) words.add(found.toLowerCase())
      from = end
    }
  }
  return words
}

/** A guess of the tagger, or from the place of a word, masks the word; the word itself proves nothing elsewhere. */
const leastSure = 0.5
const isProof = ({ score, class: label }: Finding): boolean => score >= leastSure || !inLetters.has(label)

/** Each identifier as it was found, if surely, and the parts of names that are nothing else in the document. */
export const knownValues = (pages: readonly Page<'detected'>[]): string[] => {
  const ordinary = ordinaryWords(pages)
  const values = new Set<string>()
  for (const page of pages)
    for (const finding of page.findings.filter(isProof)) {
      const value = writtenAs(page, finding)
      const isTelling =
        /\d.*\d.*\d/s.test(value) || (inLetters.has(finding.class) && !ordinary.has(value.toLowerCase()))
      if (isTelling) values.add(value)
      if (finding.class !== 'NAME') continue
      for (const [part] of value.matchAll(word)) if (!ordinary.has(part.toLowerCase())) values.add(part)
    }
  return [...values]
}
