/** Names in capitals that fill a cell or a line of their own, as addressographs, wristbands and claim forms print them. Pure. */
import type { Finding } from '../../model/identifier.ts'
import { isEponymUse } from './eponym.ts'
import type { Known } from './lexicon.ts'
import { found, type Rule, type Scan, type Token } from './scan.ts'
import { isInitial, isPublic } from './token.ts'

const isCellEnd = (text: string): boolean => /^[.,]?(?:$|[\n\t|]| {2,}| ?\()/.test(text)
const opens = (gap: string): boolean => gap === '' || /[\n\t|:]| {2,}/.test(gap)

const canBeName = (token: Token, known: Known): boolean =>
  token.shape === 'UPPER' &&
  token.alphabetic &&
  (known.sort === 'name' || known.sort === 'unknown' || (known.sort === 'maybe' && known.name >= 0.35)) &&
  !isPublic(known)

/** `ABERNATHY THOMAS R`, `HARTSHORNE L`: one of the lists' names, or a long word of no list and an initial. */
const isName = (parts: readonly Token[], known: readonly Known[]): boolean => {
  const words = known.filter((_, at) => !isInitial(parts[at] as Token))
  const isKnown = words.some(word => word.sort === 'name' && (word.name > 0 || words.length > 1))
  if (words.length > 1) return isKnown
  return parts.length > 1 && (isKnown || (words[0]?.sort === 'unknown' && words[0].lower.length > 4))
}

const cellFrom = (scan: Scan, from: number): Finding | null => {
  const parts: Token[] = []
  for (let index = from; index < from + 4; index++) {
    const token = scan.tokens[index]
    if (token === undefined || (index > from && !/^,? $|^,$|^-$/.test(token.gap))) break
    if (!(index > from && isInitial(token)) && !canBeName(token, scan.know(token.text))) break
    parts.push(token)
  }
  if (isEponymUse(scan, from, true)) return null
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined || !isCellEnd(scan.text.slice(last.end, last.end + 3)))
    return null
  const known = parts.map(part => scan.know(part.text))
  return isName(parts, known) ? found('NAME', 'name-dictionary', first.start, last.end, 0.8) : null
}

/** `01 HOLLIS  02 SIMONE`: the person codes of an insurance card and the given names behind them. */
const isDependent = (scan: Scan, index: number, token: Token): boolean =>
  /^0\d$/.test(scan.tokens[index - 1]?.text ?? '') &&
  token.gap === ' ' &&
  token.text.length > 2 &&
  scan.know(token.text).given >= 0.2 &&
  !/^(?:never|word)$/.test(scan.know(token.text).sort)

export const shoutedRule: Rule = scan =>
  scan.tokens.flatMap((token, index) => {
    if (isDependent(scan, index, token)) return found('NAME', 'name-dictionary', token.start, token.end, 0.7)
    if (token.shape !== 'UPPER' || token.text.length < 3 || !opens(token.gap)) return []
    return cellFrom(scan, index) ?? []
  })
