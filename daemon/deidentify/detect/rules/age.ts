/** Ages over 89, and every element that shows one: 45 CFR 164.514(b)(2)(i)(C). Ages of 89 and below may stay. */
import { matching } from '../pattern.ts'
import { found } from '../scan.ts'

const over89 = '(?:9\\d|1[0-2]\\d)'
const unit =
  '(?:[- –]{0,3}(?:years?|yrs?|yr\\.)[- –]{0,3}(?:old|of[- ]age|young)|[- ]{0,2}y ?[./-]? ?o\\b\\.?|[- ]{0,2}y\\.o\\.|[- ]{0,2}y(?=[ ,;/-]{0,2}(?:m|f|male|female)\\b)|[- ]{0,2}(?:yrs?|years?)\\b\\.?(?=[ ,;.)/-]{0,3}(?:old|m\\b|f\\b|male|female|man|woman|gentleman|lady|wm\\b|wf\\b|bm\\b|bf\\b|$|\\n|\\|)))'
const withUnit = new RegExp(`(?<![\\w.,/])${over89}(?: ?(?:\\+|plus))?${unit}`, 'gi')
const withSex = new RegExp(
  `(?<![\\w.,/])${over89} ?[-/]? ?(?:M|F|yM|yF|WM|WF|BM|BF|HM|HF|AAM|AAF)(?![\\w])`,
  'g',
)
/** `101 F` is a fever. */
const temperature = /^(?:9[5-9]|10[0-7]) F$/
const aged = new RegExp(
  `\\b(?:age[ds]?|patient's age|current age|age at (?:visit|admission|death|onset|diagnosis|exam|time of (?:visit|death)|surgery)|turned|turning|turns|at (?:the )?age(?: of)?|(?:died|dead|deceased|passed(?: away)?|expired|lived|living|alive)(?: (?:suddenly|peacefully|naturally))?,? (?:at|to|until)(?: age)?|(?:s?he|who) is(?: now)?)(?:[ /](?:sex|gender))?(?: ?\\(?(?:years?|yrs?|y)\\)?)? ?[:=]? {0,6}(?<value>${over89})(?![\\d.%/]|,\\d| ?(?:%|mg|kg|bpm|lb|mm|cm|ml|days?|weeks?|months?|hours?|minutes?|min\\b))`,
  'gi',
)
/** `Mrs. Adams, 93, was seen`: an age put in after the name. */
const inserted = new RegExp(
  `(?<=[A-Z][a-z]{2,20}(?:['’]s)?(?: \\([a-z]{3,12}\\))?, {0,2})(?<value>${over89})(?=, )`,
  'g',
)
const man = new RegExp(`(?<![\\w.,/])${over89}(?:[- ](?:male|female|man|woman|gentleman|lady))\\b`, 'gi')
const spelled =
  '(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:one|a)[- ]hundred(?:[- ](?:and[- ])?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)'
const inWords = new RegExp(
  `\\b${spelled}[- ]{0,2}(?:years?|yrs?)[- ]{0,2}(?:old|of age|young)|\\baged? ${spelled}\\b`,
  'gi',
)
const decade =
  /\b(?:(?:in|into) (?:his|her|their|the) (?:(?:early|mid|late|middle|upper)[- ]{1,2})?(?<value>nineties|90'?s)|(?:nonagenarian|centenarian|supercentenarian))(?!\w)/gi

export const ageRules = [
  matching('figures', withUnit, ({ start, end }) => found('AGE_90', 'age-90', start, end, 0.95)),
  matching('figures', withSex, ({ value, start, end }) =>
    temperature.test(value) ? null : found('AGE_90', 'age-90', start, end, 0.8),
  ),
  matching('figures', man, ({ start, end }) => found('AGE_90', 'age-90', start, end, 0.9)),
  matching('figures', aged, ({ start, end }) => found('AGE_90', 'age-90-label', start, end, 0.9)),
  matching('figures', inserted, ({ start, end }) => found('AGE_90', 'age-90', start, end, 0.7)),
  matching('text', inWords, ({ start, end }) => found('AGE_90', 'age-90-words', start, end, 0.95)),
  matching('text', decade, ({ start, end }) => found('AGE_90', 'age-90-words', start, end, 0.85)),
]
