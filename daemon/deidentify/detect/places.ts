/** Geography smaller than a state and the names of facilities and employers: 45 CFR 164.514(b)(2)(i)(B). A state alone may stay. Pure. */
import type { Finding } from '../../model/identifier.ts'
import { before, type Match, matching } from './pattern.ts'
import { isCapital, isEponymUse, isInitial, isPublic } from './runs.ts'
import { found, type Rule, type Scan, type Token } from './scan.ts'
import { facilityEnds, facilityWords, stateCodes, statePhrases, streetSuffixes } from './words.ts'

const direction = '(?:(?:N|S|E|W|NE|NW|SE|SW|N\\.E|N\\.W|S\\.E|S\\.W|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\\b\\.?)'
const suffixes = `(?:${streetSuffixes})`
const unit =
  '(?:,? {0,2}(?:(?:Apartment|Apt|Suite|Ste|Unit|Room|Rm|Floor|Fl|Building|Bldg|Lot|Trailer|Trlr|PMB|Space|Spc|Penthouse|PH|Dept|Box)\\b\\.? ?#? ?[A-Za-z]?-?\\d{0,5}[A-Za-z]?\\b|# ?\\d{0,5}-?[A-Za-z]?\\d{0,4}\\b|\\d{1,2}(?:st|nd|rd|th) (?:Floor|Fl)\\b\\.?)){0,2}'
const codes = [...stateCodes].join('|').toUpperCase()
const titled = (phrase: string): string => phrase.replace(/\b(?!of\b)[a-z]/g, letter => letter.toUpperCase())
const stateNames = [...statePhrases].sort((one, two) => two.length - one.length)
const states = `(?:${stateNames.map(titled).join('|')}|${stateNames.join('|').toUpperCase()}|${codes}|D\\.C\\.|[A-Z]\\.[A-Z]\\.|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mont|Neb|Nev|Okla|Ore|Penn|Penna|Tenn|Tex|Wash|Wis|Wyo)`
const zip = '(?:[\\dOIlSB]{5}(?:[-– ][\\dOIlSB]{4})?)(?![\\w-])'
/** One to four capitalised words of a city, then a state, then perhaps a ZIP. */
const city = "(?:(?:[A-Z][A-Za-z'’.-]{0,24}|of|the|de|del|la|las|los|el|du|des|sur) ){0,3}[A-Z][A-Za-z'’.-]{1,24}"
const tail = `(?:[,. ]{0,2}[ \\t]{0,3}\\n?[ \\t]{0,8}${city}[,.]{0,2}[ \\t]{1,3}(?:${states})\\b\\.?,?(?:[ \\t]{1,4}${zip})?|[,.]{0,2}[ \\t]{0,3}\\n?[ \\t]{0,8}${city},?[ \\t]{1,3}${zip})?`

const streetName = "(?:[A-Z0-9][\\w'’“”\".-]{0,24}[ ]{1,2}){1,5}?"
const street = new RegExp(
  `(?<![\\w.,/-]|\\d )(?:\\d{1,6}(?:-\\d{1,5})?[A-Z]?|One|Two|Three|Four|Five|Ten)(?: 1/2)?,?[ ]{1,2}(?:${direction}[ ]{1,2})?${streetName}${suffixes}\\b\\.?(?: ${suffixes}\\b\\.?)?(?: ${direction})?${unit}${tail}`,
  'g',
)
const shoutedStreet = new RegExp(
  `(?<![\\w.,/-]|\\d )\\d{1,6}[A-Z]?[ ]{1,2}(?:${direction}[ ]{1,2})?${streetName}(?:${suffixes.toUpperCase()})\\b\\.?(?: ${direction})?${unit.toUpperCase().replace(/\\B/g, '\\b').replace(/\\D/g, '\\d')}${tail}`,
  'g',
)
const lowerStreet =
  /(?<![\w.,/-]|\d )\d{2,6} (?:[nsew]\.? |north |south |east |west )?(?:[a-z0-9]{2,20} ){1,3}?(?:street|st|avenue|ave|road|rd|drive|lane|ln|boulevard|blvd|court|circle|terrace|parkway|pkwy|highway|hwy)\b\.?(?:,? (?:apt|unit|suite|ste|#) ?#?\w{1,5})?/g
const broadway = new RegExp(
  `(?<![\\w.,/-])\\d{1,6}[ ]{1,2}(?:${direction}[ ]{1,2})?(?:Broadway|Avenue of the Americas|Avenue [A-Z]|(?:Highway|Hwy|Route|Rte|Rt|County Road|County Rd|CR|State Road|State Route|SR|US|Interstate|FM|Farm Road|Rural Route|RR|Camino|Calle|Avenida|Paseo|Via|Rue)\\.? [A-Za-z0-9][\\w-]{0,20}(?: [A-Z][\\w-]{1,20}){0,2})\\b${unit}${tail}`,
  'gi',
)
const box = new RegExp(
  `(?<![\\w])(?:P\\.? ?O\\.? ?Box|Post Office Box|POB|PO Drawer|(?:RR|R\\.R\\.|Rural Route|HC|Star Route|Route|Rt)\\.? ?#?\\d{1,4},? Box) ?#? ?\\d{1,6}[A-Z]?${tail}`,
  'gi',
)
const cityState = new RegExp(`(?<![\\w])${city}, {0,2}(?:${states})\\b\\.?(?:,? {1,3}${zip})?`, 'g')
const shoutedCityState = new RegExp(`(?<![\\w])(?:[A-Z][A-Z.'-]{1,20} ){0,3}[A-Z][A-Z.'-]{2,20},? (?:${codes}) ${zip}`, 'g')
const cityCodeZip = new RegExp(`(?<![\\w])${city},? (?:${codes})\\.?,? {1,3}${zip}`, 'g')
const stateZip = new RegExp(`(?<![\\w])${states}\\.?,? {1,3}(?<value>${zip})`, 'g')
const zipFour = /(?<![\w-])\d{5}-\d{4}(?![\w-])/g
const crossroads = new RegExp(
  `(?<![\\w])(?:corner|intersection) of (?<value>(?:[A-Z0-9][\\w'’.-]{0,20} ){1,3}and (?:[A-Z0-9][\\w'’.-]{0,20}[ ]?){1,3})`,
  'g',
)
const namedStreet = new RegExp(
  `(?<=\\b(?:on|at|along|near|off|of) )(?:${direction} )?(?:[A-Z][a-z'’]{2,20} |\\d{1,3}(?:st|nd|rd|th) ){1,2}(?:Street|Avenue|Road|Drive|Lane|Boulevard|Court|Blvd|Ave|Rd|Highway|Parkway|St\\.?)(?![\\w])`,
  'g',
)
/** Lakes, forts, mountains and camps, which bear the name of one place. */
const landmark = /(?<![\w])(?:Lake|Mount|Mt\.|Fort|Ft\.|Camp|Port|Cape) [A-Z][a-z'’]{2,20}(?: [A-Z][a-z'’]{2,20})?(?![\w])/g
const county = /(?<![\w])(?:[A-Z][a-z'’.]{1,20}[ -]){1,2}(?:County|Parish|Borough|Township|Twp|Municipality|Precinct|Reservation|Indian Reservation)(?![\w])|(?<![\w])(?:County|Parish|City|Town|Township|Village|Borough) of (?:[A-Z][a-z'’.]{1,20}[ -]?){1,3}/g

const place = (rule: 'address' | 'po-box' | 'city-state' | 'zip' | 'county' | 'city', score: number) => ({ value, start, end }: Match): Finding =>
  found('LOCATION', rule, start, end - (/[\s,.]*$/.exec(value)?.[0].length ?? 0), score)

const notStreet = /\b(?:mg|ml|mcg|cm|mm|slice|phase|units?|tabs?|tablets?|days?|weeks?|months?|hours?|years?|min|minutes|doses?|views?|points?|steps|feet|blocks|pain|french|fr|gauge)\b/i

const judgeStreet = (match: Match, scan: Scan): Finding | null => {
  const head = match.value.slice(0, 60)
  if (notStreet.test(head) || /^(?:19|20)\d{2} (?:CT|MRI|Dr|DR)\b/.test(head)) return null
  // `64 Chest CT`, `3 Lumbar Pt`: what stands before a short suffix must not be medicine.
  const body = /^\S+,?\s+(.{2,40}?)\s+(?:CT|Ct|PT|Pt|DR|Dr|ST|St|PL|Pl|RUN|Run|PASS|Pass|POINT|Point|GREEN|Green|ROW|Row|WALK|Walk|VIEW|View|STATION|Station|BYPASS|Bypass)\b/.exec(head)
  const isMedicine = body?.[1]?.split(/\s+/).every(word => scan.know(word).medical && scan.know(word).name < 0.3)
  return isMedicine === true ? null : place('address', 0.93)(match)
}

const credentialStates = /^(?:MD|PA|MA|DO|MS|OD|RN|NP|DC)$/

const judgeCityState = (match: Match, scan: Scan): Finding | null => {
  const parts = /^(?<name>.+?)[,.]? {0,2}(?<state>[A-Za-z. ]+?)\.?(?:,? +[\dOIlSB-]{5,10})?$/.exec(match.value)
  const comma = match.value.lastIndexOf(',')
  const name = comma > 0 ? match.value.slice(0, comma) : (parts?.groups?.name ?? '')
  const rest = match.value.slice(comma + 1).trim()
  const code = /^[A-Za-z]{2}\b/.exec(rest)?.[0] ?? ''
  const hasZip = /\d{5}/.test(rest)
  if (code.length === 2 && rest.replace(/[^A-Za-z]/g, '').length === 2 && code !== code.toUpperCase()) return null
  const words = name.split(/[ -]/).filter(Boolean)
  const last = words.at(-1) ?? ''
  const known = words.some((_, index) => scan.gazetteer.place(words.slice(index).join(' ')))
  if (!hasZip && credentialStates.test(code) && (!known || !/\b(?:in|from|of|at|to|near)\s$/.test(before(scan, match.start, 8)))) return null
  const sort = scan.know(last).sort
  if (!hasZip && !known && (sort === 'word' || sort === 'never')) return null
  if (!hasZip && words.length === 1 && scan.know(last).medical && !scan.gazetteer.place(last)) return null
  const start = match.start + (hasZip || known ? offsetOfCity(scan, words, match.value) : 0)
  const end = match.end - (/[.,]*$/.exec(match.value)?.[0].length ?? 0)
  return found('LOCATION', 'city-state', start, end, hasZip ? 0.95 : known ? 0.92 : 0.85)
}

/** `Payer ID 87726` is no town of Idaho. */
const judgeCodeZip = (match: Match, scan: Scan): Finding | null => {
  const words = match.value.split(/[ ,]+/)
  const last = words.findLast(word => /^[A-Za-z'’-]{2,}$/.test(word) && word !== words.findLast(other => /^[A-Z]{2}\.?$/.test(other))) ?? ''
  const isWord = /^(?:word|never)$/.test(scan.know(last).sort) && !scan.know(last).place
  return isWord ? null : judgeCityState(match, scan)
}

/** Words before the city that the pattern took along (`Lives In Springfield, IL`) are left out. */
const offsetOfCity = (scan: Scan, words: readonly string[], value: string): number => {
  for (let first = 0; first < words.length; first++)
    if (scan.gazetteer.place(words.slice(first).join(' ')) && words.slice(0, first).every(word => /^(?:word|never)$/.test(scan.know(word).sort)))
      return value.indexOf(words[first] ?? '')
  return 0
}

const movement =
  /(?:\b(?:in|from|to|near|of|at|outside|around|visiting|via|for|through|toward|towards|between|and|native|downtown|lives|city|north|south|east|west|northern|southern|eastern|western|,)\s)$/

/** A city of the list, of one to four words: of several words anywhere, of one where the sentence places it. */
const cityRule: Rule = scan => {
  const findings: Finding[] = []
  for (const [index, token] of scan.tokens.entries()) {
    if (!isCapital(token) || token.shape === 'miXed' || isInitial(token)) continue
    const finding = cityAt(scan, index)
    if (finding !== null) findings.push(finding)
  }
  return findings
}

const cityAt = (scan: Scan, index: number): Finding | null => {
  const first = scan.tokens[index]
  if (first === undefined || isEponymUse(scan, index, true)) return null
  for (let length = 4; length >= 1; length--) {
    const tokens = scan.tokens.slice(index, index + length)
    const last = tokens.at(-1)
    if (tokens.length < length || last === undefined) continue
    if (!tokens.every((token, at) => isCapital(token) && (at === 0 || /^(?: |\. |-)$/.test(token.gap)))) continue
    if (!scan.gazetteer.place(tokens.map(token => token.text).join(' '))) continue
    const known = tokens.map(token => scan.know(token.text))
    if (known.every(isPublic) || isState(tokens.map(token => token.text).join(' '))) return null
    const placed = movement.test(before(scan, first.start, 12))
    const common = known.every(word => word.sort === 'word' || word.sort === 'never' || word.sort === 'maybe')
    if (length > 1 && !first.shouted && !(common && !placed)) return found('LOCATION', 'city', first.start, last.end, placed ? 0.9 : 0.75)
    if (length === 1 && placed && !first.shouted && !common) return found('LOCATION', 'city', first.start, last.end, 0.7)
    if (length === 1 && known[0]?.sort === 'name' && known[0].name < 0.2 && !first.shouted) return found('LOCATION', 'city', first.start, last.end, 0.65)
  }
  return null
}

const stateSet: ReadonlySet<string> = new Set(statePhrases)
const isState = (phrase: string): boolean => stateSet.has(phrase.toLowerCase())

const generic =
  /^(?:the|this|that|our|your|local|outside|other|another|primary|care|urgent|emergency|intensive|coronary|cardiac|surgical|medical|clinical|health|home|public|mental|behavioral|women['’]?s|children['’]?s|men['’]?s|family|pain|wound|sleep|infusion|cancer|stroke|trauma|burn|birth|birthing|heart|vascular|spine|eye|vision|hearing|physical|occupational|speech|therapy|rehab|rehabilitation|inpatient|outpatient|ambulatory|acute|long|term|short|skilled|nursing|assisted|living|day|walk|in|same|retail|specialty|mail|order|compounding|24|hour|hospital|clinic|center|centre|facility|department|office|lab|laboratory|pharmacy|radiology|imaging|diagnostic|testing|blood|bank|bone|joint|coumadin|anticoagulation|diabetes|endocrine|endocrinology|cardiology|neurology|oncology|hematology|urology|nephrology|dialysis|gastroenterology|gi|pulmonary|rheumatology|dermatology|allergy|immunology|infectious|disease|ophthalmology|ent|otolaryngology|orthopedic|orthopaedic|orthopedics|podiatry|plastic|surgery|general|internal|medicine|pediatric|pediatrics|geriatric|geriatrics|obstetrics|gynecology|ob|gyn|obgyn|prenatal|antepartum|maternity|psychiatry|psychiatric|psychology|dental|dentistry|preop|pre|post|op|postop|admission|admitting|discharge|referring|receiving|provider|physician|physicians|patient|patients|member|services|service|system|network|insurance|plan|group|practice|private|and|of|for|&|at|to|on|with|by|level|tier|follow|up|new|returning|weight|loss|travel|employee|student|school|high|middle|elementary|grade|college|university|church|work|job|bank|trust|data|total|current|previous|usual|chief|social|complete|adult|teen|preventive|preventative|community|tobacco|smoking|cessation|voice|swallow|balance|memory|headache|hernia|breast|prostate|thyroid|lung|liver|kidney|transplant|device|pacemaker|research|education|policy|hipaa|notice|records|information|billing|financial|human|resources|it|quality|case|management|interventional|nuclear|department['’]?s|medicare|medicaid|joint|commission|test|care['’]?s|hospice|partners|oral|good|poor|fair|excellent|stable|declining|improving|overall|best|annual|routine|complementary|alternative|digital|virtual|remote|point|animal|food|fast|whole|credit|cancer|step|down|unit|detox|recovery|addiction|substance|abuse|treatment|crisis|respite|adult|hearing|lymphedema|movement|disorders?|epilepsy|multiple|sclerosis|fertility|reproductive|sports|integrative|palliative|supportive|concierge|direct|telehealth|virtual|mobile|employer|company|correctional)$/i

/** Capitalised words that end in `Hospital`, `Clinic`, `Associates`, `LLC`, with at least one that is not the kind of care. */
const facilityRule: Rule = scan => {
  const findings: Finding[] = []
  for (let index = 0; index < scan.tokens.length; index++) {
    const token = scan.tokens[index]
    if (token === undefined || !facilityEnds.has(token.text.toLowerCase()) || !(isCapital(token) || token.shape === 'miXed')) continue
    const finding = facilityEndingAt(scan, index)
    if (finding !== null) findings.push(finding)
  }
  return findings
}

const isNamePart = (scan: Scan, index: number): boolean => {
  const token = scan.tokens[index]
  if (token === undefined || /^(?:at|in|to|from|by|with|for|on|is|was|sees|per|via)$/i.test(token.text)) return false
  return isCapital(token) || token.shape === 'miXed' || /^(?:of|and|the|de|del|la)$/.test(token.text) || /^\d{1,3}(?:st|nd|rd|th)$/.test(token.text)
}

/** A point ends the name, but for `St. Luke` and `J. Smith`. */
const isFacilityGap = (scan: Scan, index: number): boolean => {
  const gap = scan.tokens[index]?.gap ?? ''
  if (/^\. ?$/.test(gap)) return /^(?:St|Ste|Mt|Ft|Dr|\p{Lu})$/u.test(scan.tokens[index - 1]?.text ?? '')
  return /^(?: {1,2}|-|['’]| ?& ?)$/.test(gap) || (gap === ', ' && /^(?:inc|llc|pc|pa|ltd)$/i.test(scan.tokens[index]?.text ?? ''))
}

/** `Children's Hospital of Denton`: the place that follows makes a name of the kind of house. */
const withPlace = (scan: Scan, last: number): number => {
  const link = scan.tokens[last + 1]
  if (link === undefined || !/^(?:of|at|in|for)$/.test(link.text) || link.gap !== ' ') return last
  let end = last + 1
  while (end < last + 5 && isNamePart(scan, end + 1) && scan.tokens[end + 1]?.gap === ' ') end++
  while (end > last + 1 && !isCapital(scan.tokens[end] as Token)) end--
  return end > last + 1 && !isPublic(scan.know(scan.tokens[last + 2]?.text ?? '')) && scan.know(scan.tokens[last + 2]?.text ?? '').sort !== 'never' ? end : last
}

const facilityEndingAt = (scan: Scan, last: number): Finding | null => {
  let first = last
  while (first > 0 && last - first < 6 && isNamePart(scan, first - 1) && isFacilityGap(scan, first)) first--
  while (first < last && (/^(?:of|and|the|for|at|de|to|from|in)$/i.test(scan.tokens[first]?.text ?? '') || isLeading(scan, first))) first++
  const end = scan.tokens[last]
  const start = scan.tokens[first]
  if (start === undefined || end === undefined || /^(?:group|plan|home|care|system|network|practice|trust|agency|services|health|medical)$/i.test(end.text) && /^ ?(?:#|no\b|number|id\b|:)/i.test(scan.text.slice(end.end, end.end + 8))) return null
  const beyondPlace = withPlace(scan, last)
  if (beyondPlace > last && !end.shouted) return found('LOCATION', 'facility', start.start, scan.tokens[beyondPlace]?.end ?? end.end, 0.8)
  const parts = scan.tokens.slice(first, last)
  if (first === last || !parts.some(part => isProper(scan, part.text, end.shouted))) return null
  const beyond = scan.tokens[last + 1]
  if (beyond !== undefined && /^ $/.test(beyond.gap) && facilityWords.has(beyond.text.toLowerCase()) && isCapital(beyond)) return null
  return found('LOCATION', 'facility', start.start, end.end, 0.8)
}

const isLeading = (scan: Scan, index: number): boolean => /^(?:patient|provider|admitted|transferred|discharged|seen|referred|dr|mr|mrs|ms|report|facility|hospital|date|from)$/i.test(scan.tokens[index]?.text ?? '')

const isProper = (scan: Scan, text: string, shouted: boolean): boolean => {
  if (generic.test(text) || /^(?:of|and|the|for|at|de|del|la)$/i.test(text) || /^\d/.test(text)) return false
  const known = scan.know(text)
  if (known.sort === 'never') return /^(?:north|south|east|west|northern|southern|eastern|western|national|united|american|christian|jewish|catholic)$/.test(known.lower)
  if (facilityWords.has(known.lower) && known.name < 0.3) return /^(?:memorial|village|manor)$/.test(known.lower)
  return !(known.medical && known.name < 0.3) || (!shouted && known.ordinary > 0.5 && !known.drug && known.name > 0)
}

const chains =
  /(?<![\w])(?:CVS|Walgreens|Rite Aid|Walmart|Wal-Mart|Costco|Kroger|Publix|Safeway|Albertsons|Duane Reade|H-E-B|Meijer|Hy-Vee|Giant Eagle|Sam's Club)(?: (?:Pharmacy|Specialty|Store))?(?: (?:#|No\.? ?|Store ?#? ?)\d{1,6})?(?![\w])|(?<![\w])(?:Kaiser Permanente|Mayo Clinic|Cleveland Clinic|Johns Hopkins|Mass General|MGH|NYU Langone|Cedars-Sinai|Mount Sinai|Sutter Health|UCLA|UCSF|UPMC|Geisinger|MD Anderson|Sloan[- ]Kettering|Quest Diagnostics|LabCorp|Labcorp)(?: (?:Hospital|Health|Medical Center))?(?![\w])/g

const employed =
  /\b(?:works?|worked|working|employed|employment|job|employee|manager|teacher|driver|engineer|nurse|welder|cashier|clerk|retired|retiree|supervisor|mechanic|student|enrolled)(?: as (?:an? |the )?[a-z -]{3,30}?)? (?:at|for|by|with|from|of)(?: the)? (?<value>(?:[A-Z][\w'’&-]{1,24})(?: (?:of|and|&|the|[A-Z][\w'’&-]{1,24})){0,4})/g

const judgeEmployer = ({ value, start }: Match, scan: Scan): Finding | null => {
  const kept = value.replace(/(?: (?:of|and|&|the))+$/, '').replace(/[.,]+$/, '')
  const first = scan.know(/^[\w'’]+/.exec(kept)?.[0] ?? '')
  const allPublic = kept.split(/\s+/).every(word => generic.test(word) || isPublic(scan.know(word)) || scan.know(word).sort === 'never')
  if (first.sort === 'never' || allPublic) return null
  return found('LOCATION', 'employer', start, start + kept.length, 0.75)
}

export const placeRules: readonly Rule[] = [
  matching('text', street, judgeStreet),
  matching('text', shoutedStreet, judgeStreet),
  matching('text', lowerStreet, judgeStreet),
  matching('text', broadway, place('address', 0.85)),
  matching('text', box, place('po-box', 0.92)),
  matching('text', cityState, judgeCityState),
  matching('text', shoutedCityState, place('city-state', 0.9)),
  matching('text', cityCodeZip, judgeCodeZip),
  matching('text', stateZip, place('zip', 0.9)),
  matching('text', zipFour, place('zip', 0.7)),
  matching('text', crossroads, place('address', 0.8)),
  matching('text', namedStreet, place('address', 0.75)),
  matching('text', county, place('county', 0.8)),
  matching('text', landmark, place('city', 0.7)),
  matching('text', chains, ({ start, end }) => found('LOCATION', 'facility', start, end, 0.75)),
  matching('text', employed, judgeEmployer),
  cityRule,
  facilityRule,
]
