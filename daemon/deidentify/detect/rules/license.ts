/** NPI and DEA numbers by their check digits: 45 CFR 164.514(b)(2)(i)(K). */
import { isDea, isNpi } from '../checksums.ts'
import { matching } from '../pattern.ts'
import { found } from '../scan.ts'

const ten = /(?<![\w.-])[12]\d{9}(?![\w]|[-.]\d)/g
const dea = /(?<![\w-])[A-Z][A-Z9] ?[\dOIlSBZ]{7}(?![\w-])/gi

const digitFor: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' }

const restored = (value: string): string => {
  const upper = value.replace(/ /g, '').toUpperCase()
  return upper.slice(0, 2) + upper.slice(2).replace(/\D/g, letter => digitFor[letter] ?? letter)
}

export const licenseRules = [
  matching('figures', ten, ({ value, start, end }) =>
    isNpi(value) ? found('LICENSE', 'npi', start, end, 0.8) : null,
  ),
  matching('text', dea, ({ value, start, end }) =>
    isDea(restored(value)) ? found('LICENSE', 'dea', start, end, 0.9) : null,
  ),
]
