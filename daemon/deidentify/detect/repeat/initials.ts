/** People of the document by their initials: `R.D. was seen`, `2200 RD`, `RMD` in a cell of its own. Pure. */
import type { Finding } from '../../../model/identifier.ts'
import { found, type Scan, type Token } from '../scan.ts'
import { credentials, nameSuffixes, titles } from '../words.ts'
import { tokensIn } from './names.ts'

const isOfName = ({ text, alphabetic }: Token): boolean => {
  const lower = text.toLowerCase()
  return (
    alphabetic &&
    !nameSuffixes.has(lower) &&
    !(credentials.has(lower) && text.length > 1) &&
    !titles.has(lower)
  )
}

/** `RD`, `DR` and `RMD` of Rosa Maria Delgado, however the finding orders her name. */
export const initialsOf = (scan: Scan, finding: Finding): readonly string[] => {
  const parts = tokensIn(scan, finding).filter(isOfName)
  if (parts.length < 2 || parts.length > 4) return []
  const letters = parts.map(({ text }) => text.charAt(0).toUpperCase())
  const given = parts.findIndex((part, at) => at > 0 && part.gap.includes(','))
  const ordered = given === -1 ? letters : [...letters.slice(given), ...letters.slice(0, given)]
  const [first, last] = [ordered[0] ?? '', ordered.at(-1) ?? '']
  return [first + last, last + first, ...(ordered.length === 3 ? [ordered.join('')] : [])]
}

const pointed = /(?<![\w.])(?<one>[A-Z])\. ?(?:[A-Z]\. ?)?(?<two>[A-Z])\.(?![\w])/g

const withPoints = (scan: Scan, initials: ReadonlySet<string>): Finding[] =>
  [...scan.text.matchAll(pointed)]
    .filter(({ groups }) => initials.has(`${groups?.one}${groups?.two}`))
    .filter(({ index }) => !/, ?$/.test(scan.text.slice(Math.max(0, index - 2), index)))
    .map(match => found('NAME', 'repeat', match.index, match.index + match[0].length, 0.5))

const measures = /^(?:mg|ml|kg|cm|mm|lb|in|am|pm|hr|cc|iu|mo|yo|dl|ng|pg|ft|oz|wk)$/i

/** Where a clerk or a nurse puts initials: by themselves in a cell or at the end of a line, behind an hour or a day, behind `by`. */
const standsAlone = ({ tokens, text }: Scan, index: number): boolean => {
  const [before, token, after] = [tokens[index - 1], tokens[index] as Token, tokens[index + 1]]
  const isBehindHour =
    before !== undefined &&
    /^\d{1,4}$/.test(before.text) &&
    /[\d:/-]\d{1,2} ?$|\d{4}\s$/.test(text.slice(Math.max(0, token.start - 6), token.start))
  const opens = /^$|[\n\t(/]|^ ?[-–/] ?$/.test(token.gap) || isBehindHour || /^by$/i.test(before?.text ?? '')
  const closes = after === undefined || /[\n\t)/.;,]|^ ?[-–/] ?$/.test(after.gap) || after.shape === 'figure'
  return opens && closes
}

export const initialRepeats = (scan: Scan, initials: ReadonlySet<string>): Finding[] => {
  if (initials.size === 0) return []
  const findings = withPoints(scan, initials)
  for (const [index, { text, shape, start, end }] of scan.tokens.entries()) {
    if (shape !== 'UPPER' || !initials.has(text) || measures.test(text)) continue
    if (credentials.has(text.toLowerCase()) || !standsAlone(scan, index)) continue
    findings.push(found('NAME', 'repeat', start, end, 0.5))
  }
  return findings
}
