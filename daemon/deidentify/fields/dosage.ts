/**
 * How clinics write a dose, in closed words: strength, form, route, frequency. Each reading gives one of the values of
 * `filing.ts` and never what stood on the page. Pure.
 */
import {
  filingShapes,
  type MedicationForm,
  type MedicationRoute,
  medicationForms,
  medicationRoutes,
} from '../../model/filing.ts'

const unitOf: readonly (readonly [written: RegExp, unit: string])[] = [
  [/^(?:mg|mgs|milligrams?)$/, 'mg'],
  [/^(?:mcg|ug|µg|μg|micrograms?)$/, 'mcg'],
  [/^(?:g|gm|gms|grams?)$/, 'g'],
  [/^(?:ml|mls|cc|milliliters?)$/, 'ml'],
  [/^(?:u|units?)$/, 'units'],
  [/^iu$/, 'iu'],
  [/^meq$/, 'meq'],
  [/^%$/, '%'],
  [/^mg\/ml$/, 'mg/ml'],
  [/^(?:mcg|ug|µg)\/ml$/, 'mcg/ml'],
  [/^(?:u|units?)\/ml$/, 'units/ml'],
  [/^meq\/ml$/, 'meq/ml'],
  [/^mg\/5ml$/, 'mg/5 ml'],
  [/^(?:mcg|ug)\/(?:act|actuation|inh|puff|spray)$/, 'mcg/actuation'],
  [/^(?:mcg|ug)\/(?:hr|h|hour)$/, 'mcg/hr'],
  [/^mg\/(?:hr|h|hour)$/, 'mg/hr'],
]

const strengthShape =
  /(?<![\d.,/-])(\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,3})?)((?:\s?[-/]\s?\d{1,6}(?:\.\d{1,3})?){0,2})\s?((?:milligrams?|micrograms?|milliliters?|grams?|mgs?|mcg|[uµμ]g|gms?|g|mls?|cc|units?|u|iu|meq)(?:\s?\/\s?(?:5\s?ml|ml|actuation|act|inh|puff|spray|hour|hr|h))?|%)(?![a-z\d/])/i

/** `500MG` → `500 mg`, `10-325 mg`, `1,000 units` → `1000 units`. */
export const strengthIn = (text: string): string | null => {
  const [, first = '', more = '', written = ''] = strengthShape.exec(text) ?? []
  const spelled = written.toLowerCase().replace(/\s/g, '')
  const unit = unitOf.find(([shape]) => shape.test(spelled))?.[1]
  if (unit === undefined) return null
  const strength = `${first.replace(/,/g, '')}${more.replace(/\s/g, '')} ${unit}`
  return filingShapes.strength.test(strength) ? strength : null
}

const formOf: Readonly<Partial<Record<MedicationForm, RegExp>>> = {
  tablet: /\b(?:tab|tabs|tablets?|caplets?)\b/i,
  capsule: /\b(?:cap|caps|capsules?)\b/i,
  solution: /\b(?:soln?|solution)\b/i,
  suspension: /\b(?:susp|suspension)\b/i,
  injection: /\b(?:inj|injection|injectable)\b/i,
  inhaler: /\b(?:inhaler|hfa|mdi|puffs?|diskus|inhalations?)\b/i,
  drops: /\b(?:gtts?|drops?)\b/i,
  ointment: /\b(?:oint|ointment)\b/i,
  suppository: /\b(?:supp|suppository|suppositories)\b/i,
  patch: /\b(?:patch|patches)\b/i,
  pen: /\b(?:pens?|flexpen|kwikpen|solostar)\b/i,
  nebule: /\b(?:nebs?|nebules?|nebulizer)\b/i,
}

export const formIn = (text: string): MedicationForm | null =>
  medicationForms.find(form => (formOf[form] ?? new RegExp(`\\b${form}s?\\b`, 'i')).test(text)) ?? null

const routeOf: Readonly<Record<MedicationRoute, RegExp>> = {
  oral: /\bp\.?o\.?(?![a-z])|\bby mouth\b|\boral(?:ly)?\b/i,
  intravenous: /\bi\.?v\.?(?![a-z])|\bintravenous(?:ly)?\b/i,
  intramuscular: /\bi\.?m\.?(?![a-z])|\bintramuscular(?:ly)?\b/i,
  subcutaneous: /\b(?:subq|subcut|sub-?q|s\.?c\.?|sq)(?![a-z])|\bsubcutaneous(?:ly)?\b/i,
  sublingual: /\bsl\b|\bsublingual(?:ly)?\b|\bunder the tongue\b/i,
  topical: /\btopical(?:ly)?\b|\bto (?:the )?(?:affected area|skin)\b/i,
  inhaled: /\binhal(?:e|ed|ation)\b|\bpuffs?\b/i,
  rectal: /\bp\.?r\.?(?![a-z])|\brectal(?:ly)?\b/i,
  vaginal: /\bvaginal(?:ly)?\b/i,
  ophthalmic: /\bophthalmic\b|\b(?:left|right|both|each|affected) eyes?\b/i,
  otic: /\botic\b|\b(?:left|right|both|each|affected) ears?\b/i,
  nasal: /\bnasal(?:ly)?\b|\bnostrils?\b|\bintranasal(?:ly)?\b/i,
  transdermal: /\btransdermal(?:ly)?\b/i,
}

export const routeIn = (text: string): MedicationRoute | null =>
  medicationRoutes.find(route => routeOf[route].test(text)) ?? null

const counts: Readonly<Record<string, string>> = {
  one: 'once',
  once: 'once',
  '1': 'once',
  two: 'twice',
  twice: 'twice',
  '2': 'twice',
  three: 'three times',
  '3': 'three times',
  four: 'four times',
  '4': 'four times',
  five: 'five times',
  '5': 'five times',
}
const spans: Readonly<Record<string, string>> = { h: 'hours', d: 'days', w: 'weeks', m: 'months' }

type Often = readonly [written: RegExp, value: (match: RegExpExecArray) => string]

const oftens: readonly Often[] = [
  [/\bq\.?i\.?d\.?(?![a-z])/i, () => 'four times daily'],
  [/\bt\.?i\.?d\.?(?![a-z])/i, () => 'three times daily'],
  [/\bb\.?i\.?d\.?(?![a-z])/i, () => 'twice daily'],
  [/\bq\.?o\.?d\.?(?![a-z])|\bevery other day\b/i, () => 'every other day'],
  [
    /\b(?:q|every) ?(\d{1,2})(?: ?(?:-|to) ?(\d{1,2}))? ?(h|d|w|m)(?:(?:ou)?rs?|ays?|(?:ee)?ks?|onths?)?\b/i,
    ([, from, to, span = 'h']) =>
      `every ${from}${to === undefined ? '' : `-${to}`} ${spans[span.toLowerCase()] ?? 'hours'}`,
  ],
  [
    /\b(one|once|two|twice|three|four|five|[1-5])(?: times?| x)?(?: a| per| every| each|\/)? ?(day|daily|week|weekly|wk)\b/i,
    ([, count = '', span = '']) =>
      `${counts[count.toLowerCase()] ?? ''} ${/^d/i.test(span) ? 'daily' : 'weekly'}`,
  ],
  [/\bq\.?h\.?s\.?(?![a-z])|\b(?:at |before |nightly at )?bedtime\b/i, () => 'at bedtime'],
  [/\bnightly\b|\bevery (?:night|evening)\b|\bq ?pm\b/i, () => 'every night'],
  [/\bevery morning\b|\bin the morning\b|\bq ?am\b/i, () => 'every morning'],
  [/\bdaily\b|\bevery day\b|\bq\.?d\.?(?![a-z])|\beach day\b|\ba day\b/i, () => 'once daily'],
  [/\bweekly\b|\bevery week\b|\bq ?week\b/i, () => 'once weekly'],
]
const conditions: readonly Often[] = [
  [/\bp\.?r\.?n\.?(?![a-z])|\bas needed\b/i, () => 'as needed'],
  [/\bas directed\b|\but dict\b/i, () => 'as directed'],
  [/\bwith (?:meals|food)\b/i, () => 'with meals'],
  [/\bbefore meals\b|\ba\.?c\.?(?![a-z])/i, () => 'before meals'],
]

const firstOf = (text: string, list: readonly Often[]): string | null => {
  for (const [written, value] of list) {
    const match = written.exec(text)
    if (match !== null) return value(match)
  }
  return null
}

/** `BID PRN` → `twice daily, as needed`. */
export const frequencyIn = (text: string): string | null => {
  const parts = [firstOf(text, oftens), firstOf(text, conditions)].filter(part => part !== null)
  const frequency = parts.join(', ')
  return filingShapes.frequency.test(frequency) ? frequency : null
}
