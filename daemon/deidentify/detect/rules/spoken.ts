/**
 * What people say rather than write: telephone numbers figure by figure, ages over 89 in words, days without a year, numbers of
 * badges and orders. For pages alone, where a mask too many costs little.
 */
import { matching } from '../pattern.ts'
import { found } from '../scan.ts'

const figure = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)'
/** Five figures in a row are no dose and no score. */
const figures = new RegExp(`(?<![\\w-])(?:${figure}[ ,.\\n-]{1,3}){4,}${figure}(?![\\w-])`, 'gi')
/** 45 CFR 164.514(b)(2)(i)(C). */
const ninety =
  /(?<![\w-])(?:ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?: and)?(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?(?= years?| -?year)|nonagenarian|centenarian)(?![\w-])/gi
const day =
  /(?<=(?:^|[ \n(])(?:on|since|last|until|till|by|from|onset|dated|thru|through|before|after|around|of) \(?)(?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\d|3[01])(?=[\s.,;:)]|$)/gi
const numbered =
  /(?<=(?<![\w-])(?:badge|order|ticket|docket|permit|confirmation|locker|claim|case|file|chart) ?(?:#|no\.?|number)?:? ?)[A-Z]{0,3}\d[\dA-Z-]{1,12}(?![\w%])/gi

export const spokenRules = [
  matching('text', figures, ({ start, end }) => found('PHONE', 'phone-spoken', start, end, 0.5)),
  matching('text', ninety, ({ start, end }) => found('AGE_90', 'age-90-words', start, end, 0.5)),
  matching('text', day, ({ start, end }) => found('DATE', 'date-partial', start, end, 0.4)),
  matching('text', numbered, ({ start, end }) => found('OTHER_ID', 'id-label', start, end, 0.4)),
]
