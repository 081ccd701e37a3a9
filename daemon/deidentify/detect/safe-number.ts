/**
 * Which numbers may be shown by themselves: amounts with their unit, values, times, blood pressures, public codes. A number that
 * stands among other numbers, beside a month or after a word that counts people or papers is none of them. Pure.
 */
import type { Known } from './lexicon.ts'
import { months } from './words.ts'

const unit =
  '(?:mg|mcg|µg|μg|ug|g|kg|ng|pg|ml|mL|dl|dL|cl|l|L|cc|oz|lb|lbs|in|ft|cm|mm|m|km|mmHg|mmhg|meq|mEq|mmol|mol|iu|IU|u|U|units?|bpm|C|F|%|x|X|hr|hrs?|h|min|mins?|sec|s|d|wk|wks|mo|mos|yr|yrs|yo|y|K|k|M|th|st|nd|rd|pack|gtt|puffs?|tabs?|caps?|Gy|cGy|mGy|mSv|Hz|kHz|dB|W|V|mV|kVp|mAs|T|G|Fr|ga|gauge|msec|ms|fL|fl|pH|mOsm|kcal|cal|ppm|ppd|oF|oC)'
const figure = '\\d{1,3}(?:[.,]\\d{1,3})?'
const safeNumbers: readonly RegExp[] = [
  /^\d{1,3}$/,
  /^(?:19|20)\d{2}$/,
  /^\d{1,4}\.\d{1,4}$/,
  /^\d{1,3}(?:,\d{3}){1,2}$/,
  new RegExp(
    `^[<>≤≥=~±+-]{0,2}(?:${figure}|\\d{4})(?:[-–]${figure})?[ -]?${unit}?(?:[/*]${unit}){0,2}(?:[/]\\d{0,2}(?:h|hr|day|min))?[+]?$`,
  ),
  /^[12]?\d{2}\/\d{2,3}$/, // blood pressure
  /^(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:am|pm|AM|PM|a|p)?$/,
  /^q\d{1,2}(?:h|hr|d|w|m|am|pm)?s?$/i,
  /^[x#]?\d{1,3}[x+]?$/i,
  /^[CTLS]\d{1,2}(?:[-/][CTLS]?\d{1,2}){0,2}$/,
  /^[A-TV-Z]\d[\dA-Z]\.[\dA-Z]{1,4}$/, // ICD-10-CM with its point
  /^[A-TV-Z]\d\d$/,
  /^(?:[AC-HJ-MP-V])\d{4}$/, // HCPCS level II
  /^G\d{1,2}(?:P\d{1,4})?(?:A\d)?$/,
  /^(?:T|DM|COVID|CKD|PHQ|GAD|GLP|SGLT|HLA|CA|IL|FEV|CD|CHA|SF|H|B|D|K|P|A)-?\d{1,2}[A-Z]?\d?$/i,
  /^\$\d{1,3}(?:,\d{3})?(?:\.\d{2})?$/,
  /^V[1-6]R?$/, // leads of an ECG
  /^(?:HPV[249]|C?C?IIV[34]|RIV4|PCV(?:7|13|15|20|21)|PPSV23|MCV4|RV[15])$/, // vaccines as CVX abbreviates them
  /^[1-5]\+[1-5]=\d{1,2}$/, // Gleason
  /^[Pp]\.\d{1,2}\/\d{1,2}$/, // pages of a fax
  /^\d['’]$/, // feet
  /^\d{1,2}[a-j]$/, // stages, and boxes of a form
]
const ambiguousFraction = /^(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])$/
const fractionWords =
  /^(?:strength|motor|power|murmur|pain|scale|tab|tablet|tablets|score|apgars?|reflexes|pulses|bilaterally|of|cup|tsp|systolic|intensity|rated|out|lower|upper|recalls?|recalled|registers?|objects|items|words|correct|words|pulse|pulses|edema|dtrs?|sounds|hearts?)\W*$/i
const codeBefore = /^(?:cpt|hcpcs|code|codes|icd|icd-10|drg|modifier|procedure|cvx|loinc|snomed)\W*$/i
/** What the short descriptors of CPT begin with: a five-digit number before them is a code and no ZIP. */
export const procedure =
  /^(?:office|outpatient|comprehensive|basic|metabolic|complete|cbc|lipid|renal|hepatic|ecg|ekg|electrocardiogram|echo(?:cardiogram|cardiography)?|therapeutic|arthrocentesis|venipuncture|collection|influenza|vaccine|tdap|injection|immunization|hemoglobin|urinalysis|tsh|x-?ray|radiologic|ct|mri|ultrasound|mammo(?:gram|graphy)|biopsy|colonoscopy|egd|psychotherapy|manual|gait|glucose|culture|removal|excision|destruction|debridement|spirometry|evaluation|psychiatric|preventive|prothrombin|assay|thyroid|vitamin|chest)[,;:]?$/i
const amountAfter = new RegExp(`^(?:${unit}|units?|calories|kcal|steps|cells)\\W*$`, 'i')

/** `At scene 2223`, `given 0656 by`, `0830 - 1030`: an hour of the day without its colon. */
const clock = /^(?:[01]\d|2[0-3])[0-5]\d$/
const clockBefore =
  /^(?:at|@|time|times|arrived?|arrival|enroute|scene|dest|given|started?|ended?|stop(?:ped)?|begin|began|called|paged|notified|done|checked|drawn|collected|received|resulted|dispatch(?:ed)?|cleared|depart(?:ed)?|transport)[.:]?$/i
const clockAfter = /^(?:hrs?|hours|h)[.:,;]?$/i

/** At the head of a row of figures, as in the grid of a flow sheet. */
const isHead = (before: string, after: string): boolean =>
  before === '' && /^\d{2,3}(?:\/\d{2,3}|\.\d|%)$/.test(after)

const isClock = (piece: string, before: string, after: string): boolean =>
  clock.test(piece) && (clockBefore.test(before) || clockAfter.test(after) || isHead(before, after))

export const isSafeNumber = (piece: string, before: string, after: string): boolean => {
  if (ambiguousFraction.test(piece)) return fractionWords.test(before) || fractionWords.test(after)
  if (isClock(piece, before, after)) return true
  if (/^\d{4}$/.test(piece) && !/^(?:19|20)/.test(piece)) return amountAfter.test(after) || /00$/.test(piece)
  if (/^\d{5}$/.test(piece))
    return codeBefore.test(before) || procedure.test(after) || (/^[789]/.test(piece) && /^\$\d/.test(after))
  // 45 CFR 164.514(b)(2)(i)(C): 90 and more may be an age; only what stands beside it can tell.
  if (/^(?:9\d|1[0-2]\d)(?:y|yo|yr|yrs|M|F)$/.test(piece)) return false
  return safeNumbers.some(shape => shape.test(piece))
}

const whole = /^\d{1,12}$/
const promise =
  /^(?:mrn|mr|id|chart|acct|account|ssn|ss|policy|group|member|subscriber|claim|case|auth|accession|specimen|encounter|csn|fin|har|npi|dea|lic|license|dl|badge|pager|ext|apt|suite|ste|unit|zip|box|no|number|nbr|serial|lot|sn)?(?:[#:.]+|no\.?|id)[:#.]*$/i
const plainly = (neighbour: string): string => neighbour.replace(/^[("[]+|[)\].,;:"]+$/g, '')

const isInRow = (left: string, piece: string, right: string): boolean => {
  const step = Number(piece) - Number(left)
  return step > 0 && Number(right) - Number(piece) === step
}

/** A whole number whose neighbours say that it is a piece of something: another number, a month, `No.`, a name of a street. */
export const standsLoose = (
  piece: string,
  before: string,
  after: string,
  know: (word: string) => Known,
): boolean => {
  if (!whole.test(piece)) return false
  const [left, right] = [plainly(before), plainly(after)]
  if (/[A-Za-z#]/.test(before) && promise.test(before) && piece.length > 1) return true
  if (isMonth(left) || isMonth(right)) return Number(piece) < 32 || piece.length === 4
  const [leftWhole, rightWhole] = [whole.test(left), whole.test(right)]
  if (leftWhole && rightWhole) return !isInRow(left, piece, right)
  if (leftWhole || rightWhole) {
    const [number, other] = leftWhole ? [left, right] : [right, left]
    const isResult = know(other.replace(/[:,]$/, '')).medical || /^[HL*]$/.test(other)
    return number.length + piece.length > 5 && !isResult && !amountAfter.test(right)
  }
  const next = know(right)
  return /^\d{2,5}$/.test(piece) && /^\p{Lu}\p{Ll}{2}/u.test(right) && next.sort === 'name' && !next.eponym
}

const isMonth = (neighbour: string): boolean =>
  /^\p{Lu}/u.test(neighbour) && months.has(neighbour.toLowerCase())
