/** What a word may be, all dictionaries asked once per spelling. Pure but for its memory, which lives as long as a scan. */
import type { Gazetteer } from '../../model/gazetteer.ts'
import {
  clinicWords,
  credentials,
  eponyms,
  months,
  mostlyNames,
  nonNames,
  stateNames,
  titles,
  weekdays,
} from './words.ts'

/**
 * `name`: a name and hardly anything else · `maybe`: a name and an everyday word (Rose, Will) · `unknown`: in no
 * dictionary · `word`: an everyday or medical word and no name · `never`: a word of forms that is no name where it stands.
 */
export type Sort = 'name' | 'maybe' | 'unknown' | 'word' | 'never'

export type Known = {
  readonly lower: string
  readonly surname: number
  readonly given: number
  /** The better of the two. */
  readonly name: number
  readonly ordinary: number
  readonly medical: boolean
  readonly drug: boolean
  readonly place: boolean
  readonly eponym: boolean
  readonly sort: Sort
}

/** Endings of medical and everyday words that are hardly ever the ending of a name no dictionary holds. */
const wordEnding =
  /(?:itis|osis|oses|ectomy|otomy|ostomy|emia|emic|pathy|pathic|gram|grams|graphy|graphic|scopy|scopic|plasty|opril|sartan|statin|azole|cillin|mycin|floxacin|oxetine|prazole|olol|idine|amine|azepam|zolam|tinib|parib|gliptin|gliflozin|glutide|mab|umab|vir|cycline|oxacin|caine|phylline|ology|ologist|iatric|iatrist|metry|lysis|lytic|cyte|cytes|cytic|oma|omas|omatous|uria|penia|plegia|paresis|algia|rrhea|rrhage|phasia|phagia|trophy|trophic|tension|tensive|genic|genous|ation|ations|ition|ility|ivity|ness|ment|ments|able|ible|ally|ically|ously|ular|oid|ised|ized|izing|uctor|aceous|eal|ious|ional|ical)$/

const wordness = (lower: string, gazetteer: Gazetteer, medical: boolean, drug: boolean): number =>
  Math.max(gazetteer.ordinary(lower), medical ? 0.7 : 0, drug ? 0.7 : 0)

const sortBy = (name: number, word: number, lower: string): Sort => {
  if (name === 0) return word === 0 && !wordEnding.test(lower) ? 'unknown' : 'word'
  if (word === 0) return 'name'
  if (name >= 0.8 && word < 1) return 'name'
  if (word <= 0.25 && name >= 0.2) return 'name'
  if (word <= 0.35 && name >= 0.3) return 'name'
  return name >= (word <= 0.25 ? 0.1 : 0.3) ? 'maybe' : 'word'
}

const isNever = (lower: string): boolean =>
  nonNames.has(lower) ||
  weekdays.has(lower) ||
  titles.has(lower) ||
  (months.has(lower) && !/^(may|april|june|august|jan)$/.test(lower))

const sortOf = (lower: string, name: number, word: number, place: boolean): Sort => {
  if (isNever(lower) || (credentials.has(lower) && name < 0.3)) return 'never'
  if (name >= 0.4 && mostlyNames.has(lower)) return 'name'
  if (stateNames.has(lower) && name < 0.7) return 'word'
  // Nothing but a town: a proper noun, whatever its ending.
  if (place && name === 0 && word === 0) return 'name'
  return sortBy(name, word, lower)
}

const learn = (lower: string, gazetteer: Gazetteer): Known => {
  const surname = gazetteer.surname(lower)
  const given = gazetteer.givenName(lower)
  const name = Math.max(surname, given)
  const drug = gazetteer.drug(lower)
  const medical = gazetteer.medical(lower) || clinicWords.has(lower)
  const place = gazetteer.place(lower)
  const sort = sortOf(lower, name, wordness(lower, gazetteer, medical, drug), place)
  const eponym = eponyms.has(lower)
  return {
    lower,
    surname,
    given,
    name,
    ordinary: gazetteer.ordinary(lower),
    medical,
    drug,
    place,
    eponym,
    sort,
  }
}

export const createLexicon = (gazetteer: Gazetteer): ((untrustedWord: string) => Known) => {
  const known = new Map<string, Known>()
  return untrustedWord => {
    const lower = untrustedWord.toLowerCase()
    const before = known.get(lower)
    if (before !== undefined) return before
    const fresh = learn(lower, gazetteer)
    known.set(lower, fresh)
    return fresh
  }
}
