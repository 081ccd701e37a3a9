/** Reads the people behind a label. Pure. */
import type { Finding } from '../../../model/identifier.ts'
import { runFinding } from '../anchors.ts'
import type { LabelHit } from '../labels.ts'
import { nameFrom } from '../runs.ts'
import type { Scan } from '../scan.ts'
import { tokenAt } from '../token.ts'

/** Labels that are everyday words as well: only a colon makes a label of them. */
const mustMark =
  /^(?:to|from|per|re|dr|md|rn|ma|cc|c\.c\.|sign|first|last|middle|name|contact|tech|dear|sender|doctor|nurse|provider|physician|signature|signed|fellow|intern|specialist|director|author|caller|family|officer|teacher|principal|coach|agent|relative|children|consulting|referring|admitting|attending|ordering|dictating|primary care|notified|interpreter|assistant|consultants?|supervisor|child|student|employee|participant|donor|driver|infant|newborn|deceased|regarding|member|subscriber|insured|client|resident|recipient|applicant|friend|sibling|siblings|twin|aliases|attention|notary|medical director|department head|coordinator|maiden name|sold to|pay to|bill to|primary|secondary|copies|referred to|refer to|released to|att|consult|reader|faculty|on call|on-call|ice|scrub|prov|phys|supervising|anesthesia|rendering|translator|educator|navigator|proxy|sponsor|priest|clergy|sw|poa|lives with|nephew|niece|grandson|granddaughter|boyfriend|girlfriend|donor|mname|ln|fn|dictator|interpreted|reported by|tested by|screened by|reported by parent|referred from|contact at)$/i

const doubtful =
  /^(?:to|from|per|dear|contact|sign|signed|signature|first|last|cc|family|director|sender|tech|rn|ma|home|work)$/i

/** In capitals throughout, a weak label is as good as a strong one, unless an everyday word follows. */
const expectationOf = (scan: Scan, hit: LabelHit, words: string, from: number): 'sure' | 'likely' => {
  const first = scan.tokens[from]
  if (!hit.marked || first === undefined || doubtful.test(words)) return 'likely'
  if (!hit.label.weak) return 'sure'
  if (
    first.shape === 'UPPER' &&
    first.text.length > 3 &&
    /^(?:unknown|name)$/.test(scan.know(first.text).sort)
  )
    return 'sure'
  return first.shouted && scan.know(first.text).sort !== 'word' ? 'sure' : 'likely'
}

export const readName = (scan: Scan, hit: LabelHit, limit: number): readonly Finding[] => {
  const words = scan.letters.slice(hit.start, hit.labelEnd)
  if (!hit.marked && (mustMark.test(words) || hit.broken)) return []
  let from = tokenAt(scan.tokens, hit.end)
  const expected = expectationOf(scan, hit, words, from)
  const findings: Finding[] = []
  for (let count = 0; count < 8; count++) {
    const run = nameFrom(scan, from, limit, count === 0 ? expected : 'likely')
    if (run === null) break
    findings.push(runFinding(scan, run, hit.label.rule, expected === 'sure' ? 0.96 : 0.93))
    const joined = afterJoint(scan, run.to, limit)
    if (joined === null || !hit.marked) break
    from = joined
  }
  return findings
}

/** `John and Mary Smith`, `Lee, MD; Patel, MD`, `Ann / Bob`: the token where the next name may begin. */
const afterJoint = (scan: Scan, at: number, limit: number): number | null => {
  let index = at
  while (
    index < at + 4 &&
    /^(?:md|do|rn|np|pa|phd|facs|facc|dds|fnp|jr|sr|m|d|o|n|p|a)$/i.test(scan.tokens[index]?.text ?? '')
  )
    index++
  const token = scan.tokens[index]
  if (token === undefined || token.start > limit) return null
  if (/^(?:and|y|or)$/i.test(token.text)) return index + 1
  return /[;/&,]/.test(token.gap) && token.text.length > 1 ? index : null
}
