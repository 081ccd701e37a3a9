/** Medicare Beneficiary Identifiers by their format, and the claim numbers that came before them: 45 CFR 164.514(b)(2)(i)(I). */
import { isMbi } from '../checksums.ts'
import { matching } from '../pattern.ts'
import { found } from '../scan.ts'

const mbi =
  /(?<![\w-])[1-9IlZSB][A-Z][A-Z\d][\dOIlSBZ][- ]?[A-Z][A-Z\d][\dOIlSBZ][- ]?[A-Z]{2}[\dOIlSBZ]{2}(?![\w-])/gi
/** Health insurance claim number: a social security number and a beneficiary code. */
const hicn = /(?<![\w-])\d{3}-?\d{2}-?\d{4}-?(?:A|B\d?|C\d|D\d?|E\d?|F\d|M|T|W\d?)(?![\w])/g

const digitFor: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' }

/** Undoes confusions at the places that hold digits (1, 4, 7, 10, 11). */
const restored = (value: string): string =>
  [...value.replace(/[- ]/g, '').toUpperCase()]
    .map((letter, index) => ([0, 3, 6, 9, 10].includes(index) ? (digitFor[letter] ?? letter) : letter))
    .join('')

export const healthPlanRules = [
  matching('text', mbi, ({ value, start, end }) =>
    isMbi(restored(value)) && /\d/.test(value) ? found('HEALTH_PLAN', 'mbi', start, end, 0.95) : null,
  ),
  matching('text', hicn, ({ start, end }) => found('HEALTH_PLAN', 'mbi', start, end, 0.85)),
]
