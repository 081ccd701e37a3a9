/** Patterns of states, cities and ZIP codes that the rules of places share. Pure. */
import { stateCodes, statePhrases } from './words.ts'

/** With the readings that OCR gives of them. */
export const codes = `${[...stateCodes].join('|').toUpperCase()}|lD|1D|lL|1L|lN|1N|lA|1A|0H|0K|0R|C0|M0`

const titled = (phrase: string): string => phrase.replace(/\b(?!of\b)[a-z]/g, letter => letter.toUpperCase())

const stateNames = [...statePhrases].sort((one, two) => two.length - one.length)

export const states = `(?:${stateNames.map(titled).join('|')}|${stateNames.join('|').toUpperCase()}|${codes}|D\\.C\\.|[A-Z]\\.[A-Z]\\.|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mont|Neb|Nev|Okla|Ore|Penn|Penna|Tenn|Tex|Wash|Wis|Wyo)`

export const zip = '(?:[\\dOIlSB]{5}(?:[-– ][\\dOIlSB]{4})?)(?![\\w-])'

/** One to four capitalised words of a city, then a state, then perhaps a ZIP. */
export const city =
  "(?:(?:[A-Z][A-Za-z'’.-]{0,24}|of|the|de|del|la|las|los|el|du|des|sur) ){0,3}[A-Z][A-Za-z'’.-]{1,24}"
