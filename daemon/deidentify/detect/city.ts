/** Towns, counties and ZIP codes: 45 CFR 164.514(b)(2)(i)(B). A state alone may stay. Pure. */
import type { Finding } from '../../model/identifier.ts'
import { isEponymUse } from './eponym.ts'
import { before, type Match, matching } from './pattern.ts'
import { found, type Rule, type Scan, type Token } from './scan.ts'
import { city, codes, states, zip } from './states.ts'
import { isCapital, isInitial, isPublic } from './token.ts'
import { statePhrases } from './words.ts'

const cityState = new RegExp(`(?<![\\w])${city}, {0,2}(?:${states})\\b\\.?(?:,? {1,3}${zip})?`, 'g')

const shoutedCityState = new RegExp(
  `(?<![\\w])(?:[A-Z][A-Z.'-]{1,20} ){0,3}[A-Z][A-Z.'-]{2,20},? (?:${codes}) ${zip}`,
  'g',
)

const cityCodeZip = new RegExp(`(?<![\\w])${city},? (?:${codes})\\.?,? {1,3}${zip}`, 'g')

const stateZip = new RegExp(`(?<![\\w])${states}\\.?,? {1,3}(?<value>${zip})`, 'g')

const zipFour = /(?<![\w-])\d{5}-\d{4}(?![\w-])/g

/** Lakes, forts, mountains and camps, which bear the name of one place. */
const landmark =
  /(?<![\w])(?:Lake|Mount|Mt\.|Fort|Ft\.|Camp|Port|Cape) [A-Z][a-z'’]{2,20}(?: [A-Z][a-z'’]{2,20})?(?![\w])/g

const county =
  /(?<![\w])(?:[A-Z][a-z'’.]{1,20}[ -]){1,2}(?:County|Parish|Borough|Township|Twp|Municipality|Precinct|Reservation|Indian Reservation)(?![\w])|(?<![\w])(?:County|Parish|City|Town|Township|Village|Borough) of (?:[A-Z][a-z'’.]{1,20}[ -]?){1,3}/g

const place =
  (rule: 'city-state' | 'zip' | 'county' | 'city', score: number) =>
  ({ value, start, end }: Match): Finding =>
    found('LOCATION', rule, start, end - (/[\s,.]*$/.exec(value)?.[0].length ?? 0), score)

const credentialStates = /^(?:MD|PA|MA|DO|MS|OD|RN|NP|DC)$/

/** The city of `Springfield, IL 62704`, and what follows it. */
const partsOf = (
  value: string,
): { readonly words: readonly string[]; readonly code: string; readonly hasZip: boolean } => {
  const comma = value.lastIndexOf(',')
  const written = /^(.+?)[,.]? {0,2}([A-Za-z. ]+?)\.?(?:,? +[\dOIlSB-]{5,10})?$/.exec(value)
  const name = comma > 0 ? value.slice(0, comma) : (written?.[1] ?? '')
  const rest = value.slice(comma + 1).trim()
  const code = /^[A-Za-z]{2}(?![A-Za-z])/.exec(rest)?.[0] ?? ''
  return { words: name.split(/[ -]/).filter(Boolean), code, hasZip: /\d{5}/.test(rest) }
}

const judgeCityState = (match: Match, scan: Scan): Finding | null => {
  const { words, code, hasZip } = partsOf(match.value)
  const last = scan.know(words.at(-1) ?? '')
  const known = words.some((_, index) => scan.gazetteer.place(words.slice(index).join(' ')))
  const isPlaced = known && /\b(?:in|from|of|at|to|near)\s$/.test(before(scan, match.start, 8))
  // `Jackson, MD` is a physician, unless a ZIP code or `in` says otherwise.
  if (!hasZip && credentialStates.test(code) && !isPlaced) return null
  // `Ohio, Texas`: two states, no town.
  if (!hasZip && words.length < 3 && stateSet.has(words.join(' ').toLowerCase())) return null
  const isWord = last.sort === 'word' || last.sort === 'never'
  if (!hasZip && ((!known && isWord) || (words.length === 1 && last.medical && !last.place))) return null
  const start = match.start + (hasZip || known ? offsetOfCity(scan, words, match.value) : 0)
  const end = match.end - (/[.,]*$/.exec(match.value)?.[0].length ?? 0)
  return found('LOCATION', 'city-state', start, end, hasZip ? 0.95 : known ? 0.92 : 0.85)
}

/** `Payer ID 87726` is no town of Idaho. */
const judgeCodeZip = (match: Match, scan: Scan): Finding | null => {
  const [, name = ''] = /([A-Za-z'’-]{2,}),? [A-Z]{2}\.?,? {1,3}\S+$/.exec(match.value) ?? []
  const known = scan.know(name)
  return /^(?:word|never)$/.test(known.sort) && !known.place ? null : judgeCityState(match, scan)
}

/** Words before the city that the pattern took along (`Lives In Springfield, IL`) are left out. */
const offsetOfCity = (scan: Scan, words: readonly string[], value: string): number => {
  for (let first = 0; first < words.length; first++)
    if (
      scan.gazetteer.place(words.slice(first).join(' ')) &&
      words.slice(0, first).every(word => /^(?:word|never)$/.test(scan.know(word).sort))
    )
      return value.indexOf(words[first] ?? '')
  return 0
}

const movement =
  /(?:\b(?:in|from|to|near|of|at|outside|around|visiting|via|for|through|toward|towards|between|and|native|downtown|lives|city|north|south|east|west|northern|southern|eastern|western|,)\s)$/

const stateSet: ReadonlySet<string> = new Set(statePhrases)

/** The place of the list that begins at `index` and has `length` words; null where there is none. */
const placeOf = (scan: Scan, index: number, length: number): readonly Token[] | null => {
  const tokens = scan.tokens.slice(index, index + length)
  if (
    tokens.length < length ||
    !tokens.every((token, at) => isCapital(token) && (at === 0 || /^(?: |\. |-)$/.test(token.gap)))
  )
    return null
  return scan.gazetteer.place(tokens.map(token => token.text).join(' ')) ? tokens : null
}

/** `her sister in Eureka`: an everyday word with a capital where a sentence goes on with a place. */
const isNamedTown = (scan: Scan, token: Token): boolean => {
  const known = scan.know(token.text)
  const rest = before(scan, token.start, 16)
  return (
    token.shape === 'Title' &&
    (known.sort === 'maybe' || known.sort === 'word') &&
    known.ordinary < 0.8 &&
    !known.medical &&
    !known.drug &&
    /[a-z]{2,} (?:in|from|near) $/.test(rest)
  )
}

const judgeCity = (scan: Scan, tokens: readonly Token[]): Finding | null => {
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || last === undefined || first.shouted) return null
  const known = tokens.map(token => scan.know(token.text))
  if (
    known.every(isPublic) ||
    stateSet.has(
      tokens
        .map(token => token.text)
        .join(' ')
        .toLowerCase(),
    )
  )
    return null
  const placed = movement.test(before(scan, first.start, 12))
  const common = known.every(word => word.sort === 'word' || word.sort === 'never' || word.sort === 'maybe')
  const city = (score: number): Finding => found('LOCATION', 'city', first.start, last.end, score)
  if (common) {
    if (placed && tokens.length > 1) return city(0.9)
    return placed && isNamedTown(scan, first) ? city(0.6) : null
  }
  if (tokens.length > 1) return city(placed ? 0.9 : 0.75)
  if (placed) return city(0.7)
  return known[0]?.sort === 'name' && known[0].name < 0.2 ? city(0.65) : null
}

/** A city of the list, of one to four words: of several words anywhere, of one where the sentence places it. */
const cityRule: Rule = scan => {
  const findings: Finding[] = []
  for (const [index, token] of scan.tokens.entries()) {
    if (!isCapital(token) || token.shape === 'miXed' || isInitial(token) || isEponymUse(scan, index, true))
      continue
    const lengths = [4, 3, 2, 1]
    const tokens = lengths.reduce<readonly Token[] | null>(
      (longest, length) => longest ?? placeOf(scan, index, length),
      null,
    )
    const finding = tokens === null ? null : judgeCity(scan, tokens)
    if (finding !== null) findings.push(finding)
  }
  return findings
}

const judgeLandmark = (match: Match, scan: Scan): Finding | null => {
  const [, ...names] = match.value.split(' ')
  return names.some(name => scan.know(name).sort === 'never') ? null : place('city', 0.7)(match)
}

/** `CITY ROCKFORD STATE IL`: a town that its label announces without a colon. */
const announced =
  /(?<![\w])(?:CITY|City|TOWN|Town|COUNTY|County)[ \t]{1,6}(?<value>[A-Z][A-Za-z'’-]{2,20}(?: [A-Z][A-Za-z'’-]{2,20}){0,2})/g

const judgeAnnounced = ({ value, start }: Match, scan: Scan): Finding | null => {
  const words = value.split(' ')
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(' ')
    if (scan.gazetteer.place(name)) return found('LOCATION', 'city', start, start + name.length, 0.8)
  }
  return null
}

/** `in rockford`: a town in a note without capitals. */
const lowerCity = /(?<=\b(?:in|from|near|to|of) )[a-z]{4,20}(?: [a-z]{4,20})?(?![\w'’-])/g

const judgeLowerCity = ({ value, start }: Match, scan: Scan): Finding | null => {
  const [one = ''] = value.split(' ')
  if (one !== value && scan.gazetteer.place(value))
    return found('LOCATION', 'city', start, start + value.length, 0.6)
  const known = scan.know(one)
  const isTown = known.place && known.ordinary === 0 && !known.medical && !known.drug && !isPublic(known)
  return isTown && !stateSet.has(one) ? found('LOCATION', 'city', start, start + one.length, 0.55) : null
}

export const cityRules: readonly Rule[] = [
  matching('text', cityState, judgeCityState),
  matching('text', shoutedCityState, place('city-state', 0.9)),
  matching('figures', cityCodeZip, judgeCodeZip),
  matching('figures', stateZip, place('zip', 0.9)),
  matching('text', zipFour, place('zip', 0.7)),
  matching('text', announced, judgeAnnounced),
  matching('text', lowerCity, judgeLowerCity),
  matching('text', county, place('county', 0.8)),
  matching('text', landmark, judgeLandmark),
  cityRule,
]
