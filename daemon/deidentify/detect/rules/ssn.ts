/** Social security numbers: 45 CFR 164.514(b)(2)(i)(G). Numbers never issued are masked as well: they may be misread ones. */
import { isSsn } from '../checksums.ts'
import { digitsIn, matching } from '../pattern.ts'
import { found } from '../scan.ts'

const separated = /(?<![\w-])(?:\d{3} ?[-–—] ?\d{2} ?[-–—] ?\d{4}|\d{3}[. ]\d{2}[. ]\d{4})(?![\w-]|\.\d)/g
const masked = /(?<![\w*#-])[Xx*#•]{3}[- ]?[Xx*#•]{2}[- ]?\d{4}(?!\w)/g
const plain = /(?<![\w.,/-])\d{9}(?![\w,/-]|\.\d)/g
const lastFour =
  /\b(?:last[ -](?:four|4)(?: digits)?(?: (?:of|for))?(?: (?:the|his|her|their|your|patient's))? ?(?:ssn|ss#?|social(?: security)?(?: number)?)?|(?:ssn|social(?: security(?: number)?)?) ?\(?(?:last (?:four|4)(?: digits)?|ending(?: in| with)?|ends(?: in| with)?)\)?)(?: (?:is|are|in|of))?[:#]? {0,3}(?<value>\d{4})\b/gi

export const ssnRules = [
  matching('figures', separated, ({ value, start, end }) =>
    found('SSN', 'ssn', start, end, isSsn(digitsIn(value)) ? 0.95 : 0.8),
  ),
  matching('figures', masked, ({ start, end }) => found('SSN', 'ssn-last-four', start, end, 0.9)),
  matching('figures', plain, ({ value, start, end }) =>
    isSsn(value) ? found('SSN', 'ssn', start, end, 0.55) : null,
  ),
  matching('figures', lastFour, ({ start, end }) => found('SSN', 'ssn-last-four', start, end, 0.85)),
]
