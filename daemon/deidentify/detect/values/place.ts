/** Reads the address, the town or the house behind a label. Pure. */
import type { Finding } from '../../../model/identifier.ts'
import type { LabelHit } from '../labels.ts'
import { found, type Scan } from '../scan.ts'
import { isCapital, isInitial, isPublic, tokenAt } from '../token.ts'

const emptyPlace =
  /^[ \t"'(]{0,3}(?:same|n\/?a|none|unknown|see|as above|home\b|self|not|patient|pending|retired|unemployed|disabled|student|on file|declined|refused|deceased|expired|snf|rehab|hospice|ltac|room|bed|left|right|bilateral|yes|no)\b/i

export const readPlace = (scan: Scan, hit: LabelHit, limit: number): Finding | null => {
  if (!scan.text.slice(hit.labelEnd, hit.end).includes(':')) return null
  const value = scan.text.slice(hit.end, limit)
  const sentence = /[.;](?:\s|$)(?!\s?(?:Apt|Suite|Ste|Unit|#|[A-Z]{2}\b))/.exec(
    value.replace(/\b(?:St|Dr|Ave|Rd|Blvd|Ln|Ct|Mt|Ft|N|S|E|W|Apt|Ste|Inc|Co|Corp)\./g, found =>
      found.replace('.', ' '),
    ),
  )
  const cut = value.slice(0, Math.min(sentence?.index ?? value.length, 120)).replace(/[\s,.;:]+$/, '')
  if (cut.length < 2 || emptyPlace.test(cut) || !isPlaceLike(scan, hit, hit.end + cut.length)) return null
  return found('LOCATION', hit.label.rule, hit.end, hit.end + cut.length, 0.85)
}

const isPlaceLike = (scan: Scan, hit: LabelHit, end: number): boolean => {
  if (hit.label.rule === 'address-label' && /^["'“]?\d{1,6}\s/.test(scan.text.slice(hit.end, end)))
    return true
  for (let index = tokenAt(scan.tokens, hit.end); ; index++) {
    const token = scan.tokens[index]
    if (token === undefined || token.end > end) return false
    const known = scan.know(token.text)
    if (!isCapital(token) || isInitial(token) || isPublic(known) || known.sort === 'never') continue
    const isMedicine = (known.medical || known.drug) && known.name < 0.3 && !known.place
    if (!isMedicine && !(token.shouted && known.sort === 'word' && hit.label.rule !== 'address-label'))
      return true
  }
}
