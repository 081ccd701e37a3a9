/** Payment cards, IBANs and routing numbers by their check digits: 45 CFR 164.514(b)(2)(i)(J). */
import { isCard, isIban, isRouting } from '../checksums.ts'
import { before, digitsIn, matching } from '../pattern.ts'
import { found } from '../scan.ts'

const card =
  /(?<![\w.-])(?:\d{4}[ -]?){3}\d{1,7}(?![\w]|[-.]\d)|(?<![\w.-])3\d{3}[ -]?\d{6}[ -]?\d{4,5}(?![\w]|[-.]\d)/g
const maskedCard = /(?<![\w*])(?:[Xx*•]{4}[ -]?){2,3}\d{4}(?!\w)|(?<![\w*])[Xx*•]{4,16}[ -]?\d{4}(?!\w)/g
const cardLastFour =
  /\b(?:card|visa|mastercard|amex|american express|discover|account|acct|debit|credit)(?: (?:card|number|no))?\.?,?(?: on file)?,? \(?(?:ending|ends|last (?:four|4)(?: digits)?)(?: (?:in|with|is))?:? ?(?<value>\d{3,5})\b/gi
const iban = /(?<![\w])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\w])/g
const nine = /(?<![\w.-])\d{9}(?![\w]|[-.]\d)/g

export const accountRules = [
  matching('figures', card, ({ value, start, end }) =>
    isCard(digitsIn(value)) ? found('ACCOUNT', 'card', start, end, 0.95) : null,
  ),
  matching('text', maskedCard, ({ start, end }) => found('ACCOUNT', 'card-last-four', start, end, 0.85)),
  matching('text', cardLastFour, ({ start, end }) => found('ACCOUNT', 'card-last-four', start, end, 0.85)),
  matching('text', iban, ({ value, start, end }) =>
    isIban(value.replace(/ /g, '')) ? found('ACCOUNT', 'iban', start, end, 0.97) : null,
  ),
  matching('figures', nine, ({ value, start, end }, scan) =>
    isRouting(value) && /(?:routing|aba|rtn|bank|ach)[\w\s:#.]{0,16}$/.test(before(scan, start, 30))
      ? found('ACCOUNT', 'routing', start, end, 0.93)
      : null,
  ),
]
