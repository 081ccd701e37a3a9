/** Surnames that are words of forms as well (Lane, Street, Page, West): someone's only beside a given name or where a person is meant. Pure. */
import type { Finding } from '../../model/identifier.ts'
import type { Known } from './lexicon.ts'
import { found, type Rule, type Scan, type Token } from './scan.ts'
import { isCapital, isInitial } from './token.ts'

const isGiven = (known: Known): boolean => known.given >= 0.4 && known.sort === 'name'

/** `Mary Lane`, `Ann Whitcombe-Street`: right behind a given name or a hyphen, and no label or count of its own. */
export const isFormSurname = (scan: Scan, index: number, token: Token, known: Known): boolean => {
  const before = scan.tokens[index - 1]
  if (before === undefined || !isCapital(token) || known.surname < 0.3) return false
  if (/^ ?(?:[:#\d(]|(?:no|number|of)\b)/i.test(scan.text.slice(token.end, token.end + 8))) return false
  if (token.gap === '-') return true
  return token.gap === ' ' && !token.shouted && isGiven(scan.know(before.text))
}

/** `Dr. Street`, `discussed with Lane`. */
export const isSaidOf = (scan: Scan, token: Token, known: Known): boolean =>
  token.shape === 'Title' &&
  !token.shouted &&
  known.surname >= 0.35 &&
  !/^(?:page|case|long|short|major)$/.test(known.lower) &&
  /(?:\b(?:Dr|Mr|Mrs|Ms|Miss)\.? |\b(?:discussed with|spoke with|spoke to|called|paged|notified|seen by|signed by) )$/.test(
    scan.letters.slice(Math.max(0, token.start - 16), token.start),
  )

/** `LANE, MARY E`: the given name behind the comma, and an initial. */
const turned = (scan: Scan, index: number, token: Token): Finding | null => {
  const [given, initial] = [scan.tokens[index + 1], scan.tokens[index + 2]]
  if (given === undefined || !isCapital(given) || !/^ ?, ?$/.test(given.gap)) return null
  if (!isGiven(scan.know(given.text))) return null
  const hasInitial = initial !== undefined && initial.gap === ' ' && isInitial(initial)
  return found('NAME', 'name-comma', token.start, hasInitial ? initial.end : given.end, 0.85)
}

export const formSurnameRule: Rule = scan =>
  scan.tokens.flatMap((token, index) => {
    const known = scan.know(token.text)
    if (known.sort !== 'never' || known.surname < 0.3 || !isCapital(token)) return []
    const before = scan.tokens[index - 1]
    if (before !== undefined && token.gap === ' ' && isFormSurname(scan, index, token, known))
      return found('NAME', 'name-dictionary', before.start, token.end, 0.8)
    return turned(scan, index, token) ?? []
  })
