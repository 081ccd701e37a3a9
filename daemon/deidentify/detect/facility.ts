/** The names of houses: hospitals, clinics, schools, employers: 45 CFR 164.514(b)(2)(i)(B). Pure. */
import type { Finding } from '../../model/identifier.ts'
import { kinds, landscape } from './facility-words.ts'
import { type Match, matching } from './pattern.ts'
import { found, type Rule, type Scan, type Token } from './scan.ts'
import { isCapital, isPublic } from './token.ts'
import { facilityEnds, facilityWords, relations, titles } from './words.ts'

const isNamePart = (scan: Scan, index: number): boolean => {
  const token = scan.tokens[index]
  if (token === undefined || /^(?:at|in|to|from|by|with|for|on|is|was|sees|per|via)$/i.test(token.text))
    return false
  return (
    isCapital(token) ||
    token.shape === 'miXed' ||
    /^(?:of|and|the|de|del|la)$/.test(token.text) ||
    /^\d{1,3}(?:st|nd|rd|th)$/.test(token.text)
  )
}

/** A point ends the name, but for `St. Luke` and `J. Smith`. */
const isFacilityGap = (scan: Scan, index: number): boolean => {
  const gap = scan.tokens[index]?.gap ?? ''
  if (/^\. ?$/.test(gap))
    return /^(?:St|Ste|Mt|Ft|Dr|ST|STE|MT|FT|\p{Lu})$/u.test(scan.tokens[index - 1]?.text ?? '')
  return (
    /^(?: {1,2}|-|['’]| ?& ?)$/.test(gap) ||
    (gap === ', ' && /^(?:inc|llc|pc|pa|ltd)$/i.test(scan.tokens[index]?.text ?? ''))
  )
}

/** `Children's Hospital of Denton`: the place that follows makes a name of the kind of house. */
const withPlace = (scan: Scan, last: number): number => {
  const link = scan.tokens[last + 1]
  if (link === undefined || !/^(?:of|at|in|for)$/.test(link.text) || link.gap !== ' ') return last
  let end = last + 1
  while (end < last + 5 && isNamePart(scan, end + 1) && scan.tokens[end + 1]?.gap === ' ') end++
  while (end > last + 1 && !isCapital(scan.tokens[end] as Token)) end--
  return end > last + 1 &&
    !isPublic(scan.know(scan.tokens[last + 2]?.text ?? '')) &&
    scan.know(scan.tokens[last + 2]?.text ?? '').sort !== 'never'
    ? end
    : last
}

/** `Dr. Grace Church`, `Chaplain Kwame Church`: a surname that a house may end in as well. */
const isPerson = (scan: Scan, first: number, last: number): boolean => {
  if (
    !/^(?:church|temple|bank|banks|mills?|plant|market|trust|care|home|homes|academy|lodge|manor|village|library|foods)$/i.test(
      scan.tokens[last]?.text ?? '',
    )
  )
    return false
  const leader = scan.tokens[first]?.text.toLowerCase() ?? ''
  const before = scan.tokens[first - 1]?.text.toLowerCase() ?? ''
  const one = scan.know(scan.tokens[last - 1]?.text ?? '')
  return (
    first === last ||
    titles.has(before) ||
    titles.has(leader) ||
    relations.has(leader) ||
    (last - first === 1 && one.given >= 0.3)
  )
}

const isFollowedByNumber = (scan: Scan, end: Token): boolean =>
  /^(?:group|plan|home|care|system|network|practice|trust|agency|services|health|medical)$/i.test(end.text) &&
  /^ ?(?:#|no\b|number|id\b|:)/i.test(scan.text.slice(end.end, end.end + 8))

/** The first token of the run of capitalised words that ends at `last`, without the words that lead up to the name. */
const firstOfFacility = (scan: Scan, last: number): number => {
  let first = last
  while (first > 0 && last - first < 6 && isNamePart(scan, first - 1) && isFacilityGap(scan, first)) first--
  while (
    first < last &&
    (/^(?:of|and|the|for|at|de|to|from|in)$/i.test(scan.tokens[first]?.text ?? '') || isLeading(scan, first))
  )
    first++
  return first
}

const facilityEndingAt = (scan: Scan, last: number): Finding | null => {
  const first = firstOfFacility(scan, last)
  const [start, end] = [scan.tokens[first], scan.tokens[last]]
  if (
    start === undefined ||
    end === undefined ||
    isFollowedByNumber(scan, end) ||
    isPerson(scan, first, last)
  )
    return null
  const beyondPlace = withPlace(scan, last)
  if (beyondPlace > last && !end.shouted)
    return found('LOCATION', 'facility', start.start, scan.tokens[beyondPlace]?.end ?? end.end, 0.8)
  if (!scan.tokens.slice(first, last).some(part => isProper(scan, part.text, end.shouted))) return null
  const beyond = scan.tokens[last + 1]
  if (
    beyond !== undefined &&
    /^,? $/.test(beyond.gap) &&
    /^(?:pa|pc|llc|inc|llp|ltd|pllc|co|corp)$/i.test(beyond.text) &&
    isCapital(beyond)
  )
    return found('LOCATION', 'facility', start.start, beyond.end, 0.8)
  const goesOn = beyond?.gap === ' ' && facilityWords.has(beyond.text.toLowerCase()) && isCapital(beyond)
  return goesOn ? null : found('LOCATION', 'facility', start.start, end.end, 0.8)
}

const isLeading = (scan: Scan, index: number): boolean =>
  /^(?:employer|pharmacy|lab|laboratory|clinic|name|sender|recipient|practice|address|attn|patient|provider|admitted|transferred|discharged|seen|referred|dr|mr|mrs|ms|report|facility|hospital|date|from)$/i.test(
    scan.tokens[index]?.text ?? '',
  )

const isProper = (scan: Scan, text: string, shouted: boolean): boolean => {
  if (landscape.test(text)) return true
  if (
    kinds.has(text.toLowerCase().replace(/['’]/g, '')) ||
    /^(?:of|and|the|for|at|de|del|la)$/i.test(text) ||
    /^\d/.test(text)
  )
    return false
  const known = scan.know(text)
  if (known.sort === 'never')
    return /^(?:north|south|east|west|northern|southern|eastern|western|national|united|american|christian|jewish|catholic)$/.test(
      known.lower,
    )
  if (facilityWords.has(known.lower) && known.name < 0.3)
    return /^(?:memorial|village|manor)$/.test(known.lower)
  // A rare medical word tells the kind of house (`Hepatitis Clinic`); a common one may be its name (`Harbor Light Clinic`).
  return !known.medical || known.name >= 0.3 || known.ordinary > (shouted ? 0.8 : 0.6)
}

/** Capitalised words that end in `Hospital`, `Clinic`, `Associates`, `LLC`, with at least one that is not the kind of care. */
const facilityRule: Rule = scan => {
  const findings: Finding[] = []
  for (let index = 0; index < scan.tokens.length; index++) {
    const token = scan.tokens[index]
    if (
      token === undefined ||
      !facilityEnds.has(token.text.toLowerCase()) ||
      !(isCapital(token) || token.shape === 'miXed')
    )
      continue
    const finding = facilityEndingAt(scan, index)
    if (finding !== null) findings.push(finding)
  }
  return findings
}

const chains =
  /(?<![\w])(?:CVS|Walgreens|Rite Aid|Walmart|Wal-Mart|Costco|Kroger|Publix|Safeway|Albertsons|Duane Reade|H-E-B|Meijer|Hy-Vee|Giant Eagle|Sam's Club)(?: (?:Pharmacy|Specialty|Store))?(?: (?:#|No\.? ?|Store ?#? ?)\d{1,6})?(?![\w])|(?<![\w])(?:Kaiser Permanente|Mayo Clinic|Cleveland Clinic|Johns Hopkins|Mass General|MGH|NYU Langone|Cedars-Sinai|Mount Sinai|DaVita|Fresenius|Concentra|MinuteClinic|PetSmart|Aspen Dental|Encompass Health|Kindred|Genesis HealthCare|Brookdale|Amedisys|Banner Health|Advocate Aurora|CommonSpirit|Dignity Health|Providence|HCA|Tenet|Ochsner|Intermountain|Houston Methodist|Baylor Scott(?: & | and )White|Northwell|Montefiore|Bellevue|Duke Health|BioReference|Sonora Quest|ARUP|Express Scripts|Optum Rx|PillPack|Sutter Health|UCLA|UCSF|UPMC|Geisinger|MD Anderson|Sloan[- ]Kettering|Quest Diagnostics|LabCorp|Labcorp)(?: (?:Hospital|Health|Medical Center|Clinic|Dialysis|Kidney Care|[A-Z][a-z]{3,20}))?(?![\w])/g

const employed =
  /\b(?:[Ww]orks?|[Ww]orked|[Ww]orking|[Ee]mployed|[Ee]mployment|job|[Ee]mployee|manager|teacher|teaches|taught|driver|engineer|nurse|welder|cashier|clerk|[Rr]etired|retiree|supervisor|mechanic|[Ss]tudent|[Ee]nrolled|[Aa]ttends|volunteers?|boss|shift|position|hired|fired|laid off|[Ll]ives|[Ss]tays|[Rr]esides|[Ss]hops|[Bb]anks|congregant|member)(?: as (?:an? |the )?[a-z -]{3,30}?)? (?:at|for|by|with|from|of)(?: the)? (?<value>(?:[A-Z][\w'’&-]{1,24})(?: (?:of|and|&|the|[A-Z][\w'’&-]{1,24})){0,4})/g

const judgeEmployer = ({ value, start }: Match, scan: Scan): Finding | null => {
  const kept = value.replace(/(?: (?:of|and|&|the))+$/, '').replace(/[.,]+$/, '')
  const first = scan.know(/^[\w'’]+/.exec(kept)?.[0] ?? '')
  const allPublic = kept
    .split(/\s+/)
    .every(
      word =>
        kinds.has(word.toLowerCase().replace(/['’]/g, '')) ||
        isPublic(scan.know(word)) ||
        scan.know(word).sort === 'never',
    )
  if (first.sort === 'never' || allPublic) return null
  return found('LOCATION', 'employer', start, start + kept.length, 0.75)
}

export const facilityRules: readonly Rule[] = [
  facilityRule,
  matching('text', chains, ({ start, end }) => found('LOCATION', 'facility', start, end, 0.75)),
  matching('text', employed, judgeEmployer),
]
