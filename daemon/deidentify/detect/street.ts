/** Street addresses, post boxes and crossroads, with the town and the ZIP code that follow them: 45 CFR 164.514(b)(2)(i)(B). Pure. */
import type { Finding } from '../../model/identifier.ts'
import { type Match, matching } from './pattern.ts'
import { found, type Rule } from './scan.ts'
import { city, states, zip } from './states.ts'
import { streetSuffixes } from './words.ts'

const direction =
  '(?:(?:N|S|E|W|NE|NW|SE|SW|N\\.E|N\\.W|S\\.E|S\\.W|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\\b\\.?)'

const suffixes = `(?:${streetSuffixes})`

const unit =
  '(?:,? {0,2}(?:(?:Apartment|Apt|Suite|Ste|Unit|Room|Rm|Floor|Fl|Building|Bldg|Lot|Trailer|Trlr|PMB|Space|Spc|Penthouse|PH|Dept|Box)\\b\\.? ?#? ?[A-Za-z]?-?\\d{0,5}[A-Za-z]?\\b|# ?\\d{0,5}-?[A-Za-z]?\\d{0,4}\\b|\\d{1,2}(?:st|nd|rd|th) (?:Floor|Fl)\\b\\.?)){0,2}'

const tail = `(?:[,. ]{0,2}[ \\t]{0,3}\\n?[ \\t]{0,8}${city}[,.]{0,2}[ \\t]{1,3}(?:${states})\\b\\.?,?(?:[ \\t]{1,4}${zip})?|[,.]{0,2}[ \\t]{0,3}\\n?[ \\t]{0,8}${city},?[ \\t]{1,3}${zip})?`

const streetName = '(?:[A-Z0-9][\\w\'’“”".-]{0,24}[ ]{1,2}){1,5}?'

const street = new RegExp(
  `(?<![\\w.,/-]|\\d )(?:\\d{1,6}(?:-\\d{1,5})?[A-Z]?|[NSEW]\\d{1,3}[NSEW]\\d{3,6}|One|Two|Three|Four|Five|Ten)(?: 1/2)?,?[ ]{1,2}(?:${direction}[ ]{1,2})?${streetName}${suffixes}\\b\\.?(?: ${suffixes}\\b\\.?)?(?: ${direction})?${unit}${tail}`,
  'g',
)

const shoutedStreet = new RegExp(
  `(?<![\\w.,/-]|\\d )\\d{1,6}[A-Z]?[ ]{1,2}(?:${direction}[ ]{1,2})?${streetName}(?:${suffixes.toUpperCase()})\\b\\.?(?: (?:${suffixes.toUpperCase()})\\b\\.?)?(?: ${direction})?${unit.toUpperCase().replace(/\\B/g, '\\b').replace(/\\D/g, '\\d')}${tail}`,
  'g',
)

const lowerStreet =
  /(?<![\w.,/-]|\d )\d{2,6} (?!(?:[a-z]+ ){0,2}(?:and|or|to|not|do|you|your|if|is|was|then|than|for) )(?:[nsew]\.? |north |south |east |west )?(?:[a-z0-9]{2,20} ){1,3}?(?:street|st|avenue|ave|road|rd|drive|lane|ln|boulevard|blvd|court|circle|terrace|parkway|pkwy|highway|hwy)\b\.?(?:,? (?:apt|unit|suite|ste|#) ?#?\w{1,5})?/g

const broadway = new RegExp(
  `(?<![\\w.,/-])\\d{1,6}[ ]{1,2}(?:${direction}[ ]{1,2})?(?:Broadway|Avenue of the Americas|Avenue [A-Z]|(?:Highway|Hwy|Route|Rte|County Road|County Rd|State Road|State Route|US Highway|US Hwy|Interstate|Farm Road|Rural Route|Camino|Calle|Avenida|Paseo|Via|Rue)\\.? [A-Za-z0-9][\\w-]{0,20}(?: [A-Z][\\w-]{1,20}){0,2})\\b(?!\\.\\d)${unit}${tail}`,
  'gi',
)

const box = new RegExp(
  `(?<![\\w])(?:General Delivery${tail}|(?:PMB|P\\.? ?O\\.? ?Box|Post Office Box|POB|PO Drawer|(?:RR|R\\.R\\.|Rural Route|HC|Star Route|Route|Rt)\\.? ?#?\\d{1,4},? Box) ?#? ?\\d{1,6}[A-Z]?${tail})`,
  'gi',
)

const crossroads =
  /(?<![\w])(?:corner|intersection) of (?<value>(?:[A-Z0-9][\w'’.-]{0,20} ){1,3}and (?:[A-Z0-9][\w'’.-]{0,20}[ ]?){1,3})/g

const namedStreet = new RegExp(
  `(?<=\\b(?:on|at|along|near|off|of) )(?:${direction} )?(?:[A-Z][a-z'’]{2,20} |\\d{1,3}(?:st|nd|rd|th) ){1,2}(?:Street|Avenue|Road|Drive|Lane|Boulevard|Court|Blvd|Ave|Rd|Highway|Parkway|St\\.?)(?![\\w])`,
  'g',
)

const address =
  (rule: 'address' | 'po-box', score: number) =>
  ({ value, start, end }: Match): Finding =>
    found('LOCATION', rule, start, end - (/[\s,.]*$/.exec(value)?.[0].length ?? 0), score)

const notStreet =
  /\b(?:mg|ml|mcg|cm|mm|slice|phase|units?|tabs?|tablets?|days?|weeks?|months?|hours?|years?|min|minutes|doses?|views?|points?|steps|feet|blocks|pain|french|fr|gauge)\b/i

const dwelling = /,? Units? ?#?(?:[A-Z]-?)?\d[\s\S]*$/i

const scanned =
  /^(?:chest|head|brain|abd|abdomen|abdominal|pelvis|pelvic|spine|lumbar|cervical|thoracic|neck|cardiac|coronary|contrast|slice|phase|low|dose|sinus|facial|maxillofacial|orbits?|temporal|renal|stone|angio|non|noncontrast|repeat|left|right|po|iv|im|units?|physical|outpatient|inpatient|home|pt|ot)$/i

const judgeStreet = (match: Match): Finding | null => {
  const head = match.value.slice(0, 60)
  if (notStreet.test(head.replace(dwelling, '')) || /^(?:19|20)\d{2} (?:CT|MRI|Dr|DR)\b/.test(head))
    return null
  // `64 Chest CT`, `3 Lumbar Pt`: what stands before a short suffix must not be medicine.
  const body =
    /^\S+,?\s+(.{2,40}?)\s+(?:CT|Ct|PT|Pt|DR|Dr|ST|St|PL|Pl|RUN|Run|PASS|Pass|POINT|Point|GREEN|Green|ROW|Row|WALK|Walk|VIEW|View|STATION|Station|BYPASS|Bypass)\b/.exec(
      head,
    )
  const isMedicine = body?.[1]?.split(/\s+/).some(word => scanned.test(word))
  return isMedicine === true ? null : address('address', 0.93)(match)
}

const lowerNamed =
  /(?<=\b(?:on|at|along|near|off|of) )(?!(?:the|this|that|same|busy|dirt|other|far|either|one) )(?:\d{1,3}(?:st|nd|rd|th)|[a-z]{3,20}) (?:street|avenue|ave|road|rd|lane|blvd|boulevard|hwy|highway)(?![\w])/g
/** Roads with a number for a name, where a house number of some length stands before. */
const numbered = /(?<![\w.,/-])\d{3,6} (?:CR|SR|US|FM|RR|Rt|RT) \d{2,4}(?![\w]|\.\d)/g

/** `44 N Ashland`: a house number, a quarter of the town and a name. */
const directed =
  /(?<![\w.,/-]|\d )\d{1,5} (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b\.? (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z'’]{3,20}(?: [A-Z][a-z'’]{2,20})?(?![\w])/g

export const streetRules: readonly Rule[] = [
  matching('figures', street, judgeStreet),
  matching('figures', shoutedStreet, judgeStreet),
  matching('text', lowerStreet, judgeStreet),
  matching('text', broadway, address('address', 0.85)),
  matching('figures', box, address('po-box', 0.92)),
  matching('text', crossroads, address('address', 0.8)),
  matching('figures', directed, judgeStreet),
  matching('text', lowerNamed, address('address', 0.6)),
  matching('text', numbered, address('address', 0.7)),
  matching('text', namedStreet, address('address', 0.75)),
]
