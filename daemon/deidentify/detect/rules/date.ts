/**
 * Dates more precise than a year: 45 CFR 164.514(b)(2)(i)(C). A year alone may stay; a month, a day, a holiday or a
 * season may not. A time that stands beside a date belongs to it; a time alone is no identifier.
 */
import type { Finding } from '../../../model/identifier.ts'
import { after, before, type Match, matching } from '../pattern.ts'
import { found, type Scan } from '../scan.ts'

const time =
  '(?:(?:,? {1,2}|T|,? @ ?|, ?| - |-)(?:[01]?\\d|2[0-4])[:.][0-5]\\d(?:[:.][0-5]\\d(?:\\.\\d{1,6})?)?(?: ?[AaPp]\\.?[Mm]\\b\\.?)?(?:Z| ?[+-]\\d\\d:?\\d\\d| ?(?:[ECMP][SD]?T|UTC|GMT)\\b| ?(?:hrs?|hours)\\b)?)?'
const year = "(?:(?:1[89]|20)\\d{2}|['’]\\d{2}|\\d{2})"
const dayNumber = '(?:0?[1-9]|[12]\\d|3[01])'
const monthNumber = '(?:0?[1-9]|1[0-2])'
const monthName =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Febr|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)'
const weekday =
  '(?:(?:Mon|Tues|Tue|Wednes|Wed|Thurs|Thur|Thu|Fri|Satur|Sat|Sun)(?:day)?[.,]? {1,2}(?:the )?)?'
const ordinal = '(?:st|nd|rd|th)?'
const daySpelled =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]first)'
const gap = '[ .,/–-]{0,3}'

/** `3/4/71`, `03-04-1971`, `4.3.1971`, blanks beside the separators and a line's end before the year allowed. */
const numeric = new RegExp(
  `(?<![\\w/]|\\w[-.])${weekday}(?:${monthNumber} ?([-/.]) ?${dayNumber} ?\\1|${dayNumber} ?([-/.]) ?${monthNumber} ?\\2)[ \\n]?(?:(?:1[89]|20)\\d{2}|\\d{2})(?![\\d/]|[-.]\\d{2,})${time}`,
  'gi',
)
/** The boxes of a form between day, month and year. */
const boxed = new RegExp(
  `(?<![\\w/|])${monthNumber} {0,2}\\| {0,2}${dayNumber} {0,2}\\| {0,2}(?:(?:19|20)\\d{2}|\\d{2})(?![\\d/])`,
  'g',
)
/** Commas that OCR makes of slashes or points. */
const commas = new RegExp(`(?<![\\w/,.-])${monthNumber}, ?${dayNumber}, ?(?:19|20)\\d{2}(?![\\d/,])`, 'g')
const iso = new RegExp(
  `(?<![\\w/])(?<!\\d[-.])(?:1[89]|20)\\d{2} ?([-/.]) ?${monthNumber} ?\\1 ?${dayNumber}(?!\\d)${time}`,
  'g',
)
const compact =
  /(?<![\w./-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T?\d{4}(?:\d{2})?)?(?![\w/]|[-.]\d)/g
const monthYear = new RegExp(`(?<![\\w/.-])${monthNumber} ?[-/] ?(?:1[89]|20)\\d{2}(?![\\d/]|-\\d)`, 'g')
const yearMonth = /(?<![\w/.-])(?:19|20)\d{2}[-/](?:0[1-9]|1[0-2])(?![\w/-])/g
const dayRange = new RegExp(
  `(?<![\\w/.-])${monthNumber}/${dayNumber}(?:/\\d{2,4})? ?(?:-|–|—|to|thru|through) ?${monthNumber}/${dayNumber}(?:/(?:\\d{4}|\\d{2}))?(?![\\d/])`,
  'gi',
)
/** `March 4th, 1971`, `Mar 4 71`, `March fourth`, `March 4-6, 2024`, `March 4 and 5`. */
const monthDay = new RegExp(
  `(?<![\\w])${weekday}${monthName}\\b\\.?${gap}(?:the )?(?:${dayNumber}${ordinal}|${daySpelled})(?![\\d:%]|\\.\\d)(?: ?(?:-|–|to|through|thru|and|&) ?(?:${monthName}\\.? )?${dayNumber}${ordinal}(?!\\w|[:.%]\\d))?(?:(?:${gap}|,? of )${year}(?![\\d:%]))?${time}`,
  'gi',
)
/** `4 March 1971`, `4-Mar-71`, `04MAR1971`, `the 4th of March, 2024`. */
const dayMonth = new RegExp(
  `(?<![\\w/.-])${weekday}(?:the )?(?:${dayNumber}${ordinal}|${daySpelled})(?: day)?(?:${gap}| of )(?:of )?${monthName}(?![A-Za-z])\\.?(?:(?:${gap}|,? of )${year}(?![\\d:%]))?${time}`,
  'gi',
)
const monthOfYear = new RegExp(
  `(?<![\\w])(?:(?:early|mid|late)[- ])?${monthName}\\b\\.?(?:,? of |[ ,'’/-]{1,2})(?:(?:1[89]|20)\\d{2}|['’]\\d{2}|(?<=[-'’/])\\d{2})(?![\\d:])`,
  'gi',
)
const monthAlone =
  /(?<![\w.])(?:(?:early|mid|late)[- ])?(?:January|February|April|June|July|August|September|October|November|December|Sept|(?<=\b(?:in|since|until|till|by|last|next|this|early|late|mid|of|during|from|through|every|before|after|around|end of|middle of)[ -])(?:March|May|Jan|Feb|Apr|Aug|Sep|Oct|Nov|Dec))(?![\w]|['’-]\w)/g
const season =
  /(?<![\w])(?:(?:early|mid|late)[- ])?(?:spring|summer|fall|autumn|winter)(?:,? (?:of )?)(?:(?:19|20)\d{2}|['’]\d{2})(?!\d)/gi
const quarter = /(?<!\w)Q[1-4][ ,/-]{1,2}(?:FY ?)?(?:20)\d{2}(?!\d)/g
/** `14 de junio de 2024`, `junio 14`, as patients write who wrote so at home. */
const month =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)'
const spanish = new RegExp(
  `(?<![\\w/])(?:(?:el )?${dayNumber}(?: de)? ${month}(?!\\w)|${month},? (?:del? )?(?=\\d)(?:${dayNumber}(?!\\d))?|(?<=\\b(?:en|de|desde|hasta) )mayo(?!\\w)|(?!mayo)${month}(?!\\w))(?:(?:,? (?:del? )?)?(?:19|20)\\d{2})?(?!\\w)`,
  'gi',
)
const holiday =
  /(?<![\w])(?:Christmas(?: (?:Eve|Day))?|Xmas|Thanksgiving(?: Day)?|New Year['’]?s?(?: (?:Eve|Day))|Easter(?: (?:Sunday|Monday))?|Halloween|Valentine['’]?s(?: Day)?|Memorial Day|Labor Day|Independence Day|Mother['’]?s['’]? Day|Father['’]?s['’]? Day|Hanukkah|Chanukah|Passover|Ramadan|Diwali|Juneteenth|Kwanzaa|(?:MLK|Martin Luther King(?:,? Jr\.?)?) Day|President['’]?s['’]? Day|Veteran['’]?s['’]? Day|Columbus Day|Indigenous Peoples['’]? Day|St\.? Patrick['’]?s Day|Mardi Gras|Good Friday|Ash Wednesday|Palm Sunday|Yom Kippur|Rosh Hashanah|Eid(?: al-\w{3,6})?|Groundhog Day|Cinco de Mayo|Boxing Day|Lunar New Year|Chinese New Year)(?:,? (?:of )?(?:19|20)\d{2})?(?![\w])(?! (?:disease|factor|tree pattern))/g
const partial = new RegExp(`(?<![\\w/.:-]|\\d )${monthNumber}[/-]${dayNumber}(?![\\w/%-]|\\.\\d| ?%)`, 'g')
const born = /\bborn(?: on)?(?: in)?(?: the year)? (?<value>1[89]\d{2})(?!\d)/gi

const date = ({ start, end }: Match): Finding => found('DATE', 'date', start, end, 0.93)

const birth = /(?:dob|d\.o\.b|birth|born|b\.|birthday|bday)[\w\s.]{0,10}[:#-]{0,2}\s{0,4}\(?$/
const service =
  /(?:dos|service|visit|admi\w{0,8}|discharge\w?|seen|encounter|exam|procedure|surgery|collected|appointment|appt)[\w\s.]{0,10}[:#-]{0,2}\s{0,4}\(?$/

const amount = /^ ?(?:mg|mcg|ml|units?|tabs?|tablets?|minutes?|mins?|hours?|hrs|weeks?|months?|mm|cm|%)\b/

/** Three figures before a unit are a dose that rises. */
const judgeFigures = (match: Match, scan: Scan): Finding | null =>
  amount.test(after(scan, match.end, 9)) ? null : judge(match, scan)

/** The same finding, named after what the line says of it. */
const judge = (match: Match, scan: Scan): Finding => {
  const context = before(scan, match.start, 28)
  const { start, end } = match
  if (birth.test(context)) return found('DATE', 'date-birth', start, end, 0.97)
  return service.test(context) ? found('DATE', 'date-service', start, end, 0.95) : date(match)
}

/** `3/4` is a date where the words say so or where both parts are written with two digits; otherwise strength, pain, doses. */
const partialBefore =
  /(?:\b(?:on|since|from|until|till|by|dated?|of|thru|through|due|scheduled|seen|last|next|started|starting|start|began|dos|surgery|appt|appointment|visit|labs?|week of|as of|before|after|between|and|to|drawn|collected|echo|mri|ct|cxr|ekg|ecg|pod|done|performed|returned|admitted|admit|discharged|d\/c|dc|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun|effective|exp|expires|refilled|filled|called|updated|reviewed|bx|given|placed)[ ,.:(@-]{1,3}|^\s*[-•*]?\s*|\()$/
/** Words that only a date follows. */
const dated =
  /\b(?:on|since|from|until|till|dated?|dos|appt|appointment|seen|visit|returned|admitted|discharged|born|due|scheduled|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)[ ,.:(@-]{1,3}$/
const partialNotAfter =
  /^[\s)]{0,2}(?:strength|murmur|systolic|diastolic|tab|tablet|pill|pain|motor|power|edema|cup|tsp|teaspoon|inch|mile|bilateral|in all|in (?:the )?(?:upper|lower|both|right|left)|throughout|pulses?|reflex|positive|negative|times|of (?:the )?(?:time|day|night|week)|score|grade|scale|points?|items?|correct|hours|days|weeks|sir|sem|hsm|holosystolic|cores?|nodes?|lymph|stools?|bottles|blood cultures|normal|weakness|dorsalis|radial|plantar|words|objects|recall|fraction|ratio|views?|mg|ml|mcg|lb|kg|pack|ppd|oz|beers|drinks)/
const partialNotBefore =
  /(?:strength|pain|rated|score|grade|murmur|motor|power|dtrs?|reflex\w*|pulses?|mmse|moca|gcs|apgars?|scale|ratio|phq-?\d?|gad-?\d?|visual acuity|va|od|os|ou|\bstage|nodes?|cores?|recall|intensity|severity|level|strep|nyha|class|page|pg|p\.|x|about|approximately|took|take|takes)[\s:=.,(]{0,3}(?:is|was|of|at|a)?\s?$/

/** `7/10; relief to 3/10`, and the `(02-12)` that names the edition of form CMS-1500. */
const isScore = (match: Match, scan: Scan): boolean => {
  const context = before(scan, match.start, 40)
  const isOfTen = /^\d\/10$/.test(match.value) && /\b(?:pain|relief|ache|score|rates?|\d\/10)\b/.test(context)
  return isOfTen || /\b(?:cms-?|form )1500[ (]{1,2}$/.test(context)
}

const judgePartial = (match: Match, scan: Scan): Finding | null => {
  const context = before(scan, match.start, 24)
  const next = after(scan, match.end, 20)
  if (partialNotBefore.test(context) || isScore(match, scan)) return null
  if (
    partialNotAfter.test(next) &&
    !(dated.test(context) || /\b(?:ct|mri|cxr|labs?|echo|ekg|bx|us) $/.test(context))
  )
    return null
  const padded = /^0\d[/-]\d\d$|^1[0-2]\/(?:[0-2]\d|3[01])$|^\d\/(?:1[1-9]|2\d|3[01])$/.test(match.value)
  if (match.value.includes('-') && !/^(?:0\d|1[0-2])-\d\d$/.test(match.value) && !dated.test(context))
    return null
  if (match.value.includes('-') && !partialBefore.test(context.trimEnd() === '' ? 'x' : context)) return null
  // More parts than the whole has are no fraction: `4/2`; sevenths, ninths and elevenths are rare.
  const [one = 0, other = 0] = match.value.split(/[/-]/).map(Number)
  const isOdd = match.value.includes('/') && (one > other || /\/0?[179]$/.test(match.value))
  if (!padded && !isOdd && !partialBefore.test(context)) return null
  return found('DATE', 'date-partial', match.start, match.end, padded ? 0.7 : 0.6)
}

/** Ratios of the eye and the blood look like months of years or short dates; their neighbours tell. */
const judgeMonthYear = (match: Match): Finding => found('DATE', 'date', match.start, match.end, 0.85)

/** `Mar`, `May`, `Sat` and `Dec` must be spelled as months are: not `may 12 hours`, not `mar 5`. */
const isSpelledAsMonth = ({ value }: Match): boolean => {
  const written = /[A-Za-z]{3,9}(?=\W{0,3}\d|\W*$|\W|\d)/.exec(
    value.replace(/^(?:\w{3,9}day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[.,]? /i, ''),
  )
  return written === null || !/^(?:may|march|mar|dec|sun|sat)$/.test(written[0])
}

const judgeMonthDay = (match: Match, scan: Scan): Finding | null => {
  const lower = !isSpelledAsMonth(match)
  if (
    lower &&
    !/(?:19|20)\d{2}|(?:st|nd|rd|th)\b/.test(match.value) &&
    !/\b(?:on|since|of|by|until|from)\s$/.test(before(scan, match.start, 8))
  )
    return null
  if (/^ ?(?:mg|mcg|ml|hours|hrs|days|weeks|minutes|units|tablets|%)/.test(after(scan, match.end, 9)))
    return null
  return judge(match, scan)
}

const monthAloneFinding = ({ start, end }: Match): Finding => found('DATE', 'date-month', start, end, 0.7)

export const dateRules = [
  matching('figures', numeric, judgeFigures),
  matching('figures', iso, judge),
  matching('figures', commas, judge),
  matching('figures', boxed, judge),
  matching('figures', compact, (match, scan) =>
    /(?:#|\bid|no\.?|number|mrn|acct|account)[\s:#]{0,3}$/.test(before(scan, match.start, 12))
      ? null
      : judge(match, scan),
  ),
  matching('figures', dayRange, date),
  matching('figures', monthYear, judgeMonthYear),
  matching('text', yearMonth, judgeMonthYear),
  matching('figures', monthDay, judgeMonthDay),
  matching('figures', dayMonth, judgeMonthDay),
  matching('text', monthOfYear, judge),
  matching('text', monthAlone, monthAloneFinding),
  matching('text', spanish, monthAloneFinding),
  matching('text', season, monthAloneFinding),
  matching('text', quarter, monthAloneFinding),
  matching('text', holiday, ({ start, end }) => found('DATE', 'date-holiday', start, end, 0.75)),
  matching('figures', partial, judgePartial),
  matching('text', born, ({ start, end }) => found('DATE', 'date-birth', start, end, 0.7)),
]
