/** Names in notes that are typed without capitals. Pure. */
import type { Finding } from '../../model/identifier.ts'
import { isEponymUse } from './eponym.ts'
import type { Known } from './lexicon.ts'
import { found, type Scan, type Token } from './scan.ts'
import { isPlainGap } from './single.ts'
import { isPublic } from './token.ts'

/** A common name that is no everyday word, written in lower case: `spoke to linda`. */
const isLowerName = (scan: Scan, index: number, known: Known): boolean => {
  if (
    known.sort !== 'name' ||
    known.ordinary > 0 ||
    known.medical ||
    known.drug ||
    isEponymUse(scan, index) ||
    isPublic(known)
  )
    return false
  return known.given >= 0.6 || known.surname >= 0.6
}

/** `b. holloway`, `-k. amundsen`: an initial and a surname in small letters. */
const lowerInitial = (scan: Scan, index: number, token: Token): Finding | null => {
  const initial = scan.tokens[index - 1]
  if (initial === undefined || !/^[a-z]$/.test(initial.text) || token.gap !== '. ') return null
  const known = scan.know(token.text)
  const isName =
    (known.sort === 'unknown' && known.lower.length > 4) || (known.sort === 'name' && known.name >= 0.2)
  return isName && known.ordinary === 0 && !known.medical && !/^[cseh]$/.test(initial.text)
    ? found('NAME', 'name-lower', initial.start, token.end, 0.6)
    : null
}

export const lowerFinding = (scan: Scan, index: number, token: Token): Finding | null => {
  const known = scan.know(token.text)
  const initialled = lowerInitial(scan, index, token)
  if (initialled !== null) return initialled
  if (!isLowerName(scan, index, known)) return null
  const next = scan.tokens[index + 1]
  const isRun =
    next !== undefined &&
    isPlainGap(next.gap) &&
    next.shape === 'lower' &&
    scan.know(next.text).sort === 'name' &&
    known.given >= 0.3
  return found('NAME', 'name-lower', token.start, isRun ? next.end : token.end, 0.6)
}
