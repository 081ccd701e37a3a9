/**
 * A word that begins with a capital in the middle of a sentence names something. Where it is no drug, no disease, no test and no
 * public name, what it names may be a person, a firm or a place, however everyday the word: `seen by Rose Page`, `admitted
 * to Covered Bridge`. Said with little score: enough to mask a word, too little for the gate.
 */
import type { Finding } from '../../../model/identifier.ts'
import { isEponymUse } from '../eponym.ts'
import { found, type Scan, type Token } from '../scan.ts'
import { isMidSentence } from '../single.ts'
import { isPublic } from '../token.ts'
import { clinicWords } from '../words.ts'

/** So many words of a line in small letters make it prose, and not a heading or a row of a form. */
const fewestSmall = 3
const leastSmall = 0.4
/** `Native`, `Bridge`: so common a word is no term, though terms use it. */
const mostEveryday = 0.7

/** Words that medicine and forms write large within sentences. */
const written =
  /^(?:Type|Stage|Grade|Class|Phase|Level|Step|Day|Week|Month|Year|Visit|Room|Bed|Unit|Table|Figure|Part|Section|Form|Box|Page|Line|Item|Score|Scale|Index|Test|Sign|Syndrome|Disease|Criteria|Plan|Medicare|Medicaid|Vitamin|Factor|Group|Rh|Apgar|Glasgow|Coma|Doppler|Pap|Gram|Mohs|I|II|III|IV|MD|RN|NP|PA|DO|ED|ER|ICU|OR|PO|IV|IM|TSH|CBC|CT|MRI|ECG|EKG|English|Spanish|Emergency|Department|Tylenol|Advil|Aleve|Motrin|Ativan|Xanax|Zoloft|Prozac|Lasix|Coumadin|Plavix|Lipitor|Zocor|Crestor|Nexium|Prilosec|Ambien|Benadryl|Claritin|Zyrtec|Allegra|Tums|Miralax|Colace|Metamucil|Ensure|Boost|Gatorade|Pedialyte|Velcro|Band-Aid|Ace|Internet)$/

/** Departments and their doctors. */
const specialty =
  /^(?:\w*(?:ology|ologists?|op(?:a)?edics?|iatry|iatrics|iatrists?|therapy|therapists?|surgery|surgeons?|medicine|care|nutrition|rehab(?:ilitation)?|radiology|oncology)|Physical|Occupational|Speech|Family|Internal|Primary|Urgent|Home|Social|Work|Services?)$/i

export function* capitalRule(scan: Scan): Generator<Finding> {
  let line: number[] = []
  for (let i = 0; i <= scan.tokens.length; i++) {
    const token = scan.tokens[i]
    if (token === undefined || (i > 0 && token.gap.includes('\n'))) {
      if (isProse(line.map(at => scan.tokens[at] as Token))) yield* inLine(scan, line)
      line = []
    }
    line.push(i)
  }
}

const isProse = (tokens: readonly Token[]): boolean => {
  const words = tokens.filter(token => token.alphabetic)
  const small = words.filter(token => token.shape === 'lower').length
  return small >= fewestSmall && small >= leastSmall * words.length
}

function* inLine(scan: Scan, line: readonly number[]): Generator<Finding> {
  for (const i of line) {
    const token = scan.tokens[i]
    if (token === undefined || token.shape !== 'Title' || token.shouted || token.text.length < 2) continue
    if (!isMidSentence(scan, i) || written.test(token.text) || isOrdinaryCapital(scan, i, token)) continue
    yield found('NAME', 'capital', token.start, token.end, 0.3)
  }
}

const isOrdinaryCapital = (scan: Scan, i: number, token: Token): boolean => {
  const known = scan.know(token.text)
  const isClinical = (known.drug || (known.medical && known.ordinary < mostEveryday)) && known.name < 0.3
  return (
    isClinical ||
    clinicWords.has(known.lower) ||
    specialty.test(token.text) ||
    isPublic(known) ||
    isEponymUse(scan, i)
  )
}
