/** Numbers of the document wherever they stand again: other separators, no leading zeros, inside a longer code, one digit misread. Pure. */
import type { Finding } from '../../../model/identifier.ts'
import { found, type Scan } from '../scan.ts'
import { writingsOf } from './dates.ts'

/** Letters and digits only, upper case, with the finding they come from. */
export type Codes = ReadonlyMap<string, Finding>

const codeClasses: ReadonlySet<string> = new Set([
  'SSN',
  'MRN',
  'HEALTH_PLAN',
  'ACCOUNT',
  'LICENSE',
  'VEHICLE',
  'DEVICE',
  'OTHER_ID',
  'PHONE',
  'FAX',
])

const bare = (value: string): string => value.replace(/[^A-Za-z\d]/g, '').toUpperCase()

/** The code of a finding in the ways it may be written again; of a date, its figures in the usual orders. */
export const codesOf = (scan: Scan, finding: Finding): readonly string[] => {
  const written = scan.figures.slice(finding.start, finding.end)
  if (finding.class === 'DATE') return writingsOf(written)
  const code = bare(written)
  if (!codeClasses.has(finding.class) || code.length < 5 || !/\d{3}/.test(code)) return []
  const short = code.replace(/^0+/, '')
  return short.length >= 5 && short !== code ? [code, short] : [code]
}

const codeRun = /(?<![\w])(?=[A-Za-z\d .-]{0,24}\d)[A-Za-z\d]{1,20}(?:[-. /][A-Za-z\d]{1,20}){0,5}(?!\w)/g

/** Codes of seven signs and more by what is left of them without one: a misread sign changes one place. */
const holed = (codes: Codes): ReadonlyMap<string, Finding> => {
  const holes = new Map<string, Finding>()
  for (const [code, finding] of codes) {
    if (code.length < 7 || code.length > 20 || finding.class === 'DATE') continue
    for (let at = 0; at < code.length; at++) holes.set(`${code.slice(0, at)}?${code.slice(at + 1)}`, finding)
  }
  return holes
}

const misread = (value: string, holes: ReadonlyMap<string, Finding>): Finding | undefined => {
  if (value.length < 7 || value.length > 20) return undefined
  for (let at = 0; at < value.length; at++) {
    const finding = holes.get(`${value.slice(0, at)}?${value.slice(at + 1)}`)
    if (finding !== undefined) return finding
  }
  return undefined
}

/** A code of the document that lies in a longer one (`labs00482913`). */
const inside = (value: string, codes: readonly (readonly [string, Finding])[]): Finding | undefined =>
  value.length < 8
    ? undefined
    : codes.find(([code]) => value.length > code.length && value.includes(code))?.[1]

export const codeRepeats = (scan: Scan, codes: Codes): Finding[] => {
  if (codes.size === 0) return []
  const holes = holed(codes)
  const long = [...codes].filter(([code, { class: name }]) => code.length > 6 && name !== 'DATE')
  const findings: Finding[] = []
  for (const match of scan.figures.matchAll(codeRun)) {
    const parts = match[0].split(/(?<=[-. /])/)
    for (let from = 0, at = match.index; from < parts.length; at += parts[from]?.length ?? 0, from++)
      for (let to = parts.length; to > from; to--) {
        const value = parts
          .slice(from, to)
          .join('')
          .replace(/[-. /]$/, '')
        const code = bare(value)
        const known =
          codes.get(code) ?? misread(code, holes) ?? (to - from === 1 ? inside(code, long) : undefined)
        if (known === undefined) continue
        findings.push(found(known.class, 'repeat', at, at + value.length, 0.55))
        break
      }
  }
  return findings
}
