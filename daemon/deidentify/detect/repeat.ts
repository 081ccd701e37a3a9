/**
 * A value found once is found everywhere: a name whole and in parts, in the other order, joined and misread; a number with
 * other separators, without its zeros, one digit misread; a date in figures however it is written. Works over all texts of a document. Pure.
 */
import type { Finding } from '../../model/identifier.ts'
import { type Codes, codeRepeats, codesOf } from './repeat/codes.ts'
import { initialRepeats, initialsOf } from './repeat/initials.ts'
import { nameRepeats, namesOf } from './repeat/names.ts'
import type { Scan } from './scan.ts'

export type Values = {
  /** Parts of names, lower case. */
  readonly names: ReadonlySet<string>
  /** Initials of whole names, `RD` and `RMD`, upper case. */
  readonly initials: ReadonlySet<string>
  readonly codes: Codes
}

/** Rules whose finding is sure enough to be looked for elsewhere. */
const isSure = ({ rule, score }: Finding): boolean => score >= 0.8 || rule === 'name-single'

export const valuesOf = (
  pages: readonly { readonly scan: Scan; readonly findings: readonly Finding[] }[],
): Values => {
  const sure = pages.flatMap(({ scan, findings }) =>
    findings.filter(isSure).map(finding => ({ scan, finding })),
  )
  const people = sure.filter(({ finding }) => finding.class === 'NAME')
  const names = people.map(({ scan, finding }) => namesOf(scan, finding))
  const initials = people.flatMap(({ scan, finding }) => initialsOf(scan, finding))
  const codes = new Map<string, Finding>()
  for (const { scan, finding } of sure)
    for (const code of codesOf(scan, finding)) if (!codes.has(code)) codes.set(code, finding)
  return { names: new Set(names.flat()), initials: new Set(initials), codes }
}

/** What the document's values find in one of its texts. */
export const repeats = (scan: Scan, values: Values): Finding[] => [
  ...nameRepeats(scan, values),
  ...initialRepeats(scan, values.initials),
  ...codeRepeats(scan, values.codes),
]
