/**
 * Lets a finding take in what belongs to it: the title and the credentials beside a name, the initial before it, the
 * groups of digits beside a number. Runs once, over what is already merged. Pure.
 */
import type { Finding, IdentifierClass } from '../../model/identifier.ts'
import { lineEnd, type Scan } from './scan.ts'
import { isCapital, isInitial, tokenAt } from './token.ts'
import { titles } from './words.ts'

const credential =
  /^(?:\.?,? {0,2}\(?)(?<word>M\. ?D\.?|D\. ?O\.?|R\. ?N\.?|N\. ?P\.?|P\. ?A\.?(?:-?C\.?)?|Ph\. ?D\.?|Pharm\. ?D\.?|Psy\. ?D\.?|D\. ?D\. ?S\.?|MD|DO|RN|LPN|LVN|NP|PA-C|PAC|PA|C?RNP|[AC]RNP|APRN|AGNP|AGACNP|PMHNP|FNP(?:-BC|-C)?|ACNP|DNP|CNM|CRNA|CNA|CMA|RMA|PhD|PHD|PharmD|PHARMD|PsyD|EdD|DDS|DMD|DPM|DC|DPT|PT|PTA|OT|OTR(?:\/L)?|OTD|COTA|SLP|CCC|LCSW|LMSW|LICSW|MSW|LMFT|LPC|LMHC|RPh|RPH|RD|RDN|LDN|RRT|RDMS|RT|BSN|MSN|MA|MBBS|MBChB|MPH|FACS|FACC|FACP|FAAP|FACOG|FAAFP|EMT(?:-[BPI])?|Esq|JD|Jr|Sr|II|III|IV)(?![A-Za-z'’])\.?\)?/
/** Words that mean other things as well: after a comma, or in a line that is not all capitals. */
const doubtful = /^(?:DO|PA|MA|DC|PT|OT|RD|RT|RN|IV|II|III|CCC|PAC)$/

const numbers: ReadonlySet<IdentifierClass> = new Set([
  'SSN',
  'MRN',
  'HEALTH_PLAN',
  'ACCOUNT',
  'LICENSE',
  'DEVICE',
  'OTHER_ID',
  'PHONE',
  'FAX',
])

/** Past the credentials that follow a name. */
const pastCredentials = (scan: Scan, end: number, isShouted: boolean): number => {
  let at = end
  for (let count = 0; count < 5; count++) {
    const rest = scan.letters.slice(at, Math.min(lineEnd(scan.text, at), at + 14))
    const match = credential.exec(rest)
    const word = match?.groups?.word ?? ''
    if (match === null || (isShouted && doubtful.test(word) && !match[0].startsWith(','))) break
    if (!/^\.?[,( ]/.test(match[0])) break
    at += match[0].length
  }
  return at
}

/** The start of the titles before a name: `Dr.`, `Mr. and Mrs.`, `Prof. Dr.`. */
const beforeTitles = (scan: Scan, start: number): number => {
  let index = tokenAt(scan.tokens, start)
  for (let count = 0; count < 4; count++) {
    const [token, title] = [scan.tokens[index], scan.tokens[index - 1]]
    if (token === undefined || title === undefined || !/^[.:]? {0,2}\n?[ \t]*$/.test(token.gap)) break
    const isJoint =
      /^(?:and|&)$/i.test(title.text) && titles.has(scan.tokens[index - 2]?.text.toLowerCase() ?? '')
    const isTitle = titles.has(title.text.toLowerCase()) && (token.gap !== ' ' || title.shape !== 'miXed')
    if (!isTitle && !(isJoint && count > 0)) break
    index--
  }
  return scan.tokens[index]?.start ?? start
}

/** `R. Okafor`, `RD Okafor`: initials right before a name, at the start of their field or with a point. */
const beforeInitials = (scan: Scan, start: number): number => {
  let index = tokenAt(scan.tokens, start)
  for (let count = 0; count < 2; count++) {
    const [token, letter] = [scan.tokens[index], scan.tokens[index - 1]]
    if (token === undefined || letter === undefined || !isInitial(letter)) break
    if (!/^\.? ?$/.test(token.gap) || (token.gap === ' ' && !/[\n:,(\t]/.test(letter.gap))) break
    index--
  }
  return scan.tokens[index]?.start ?? start
}

/** `Hollis T.`, `Solheim, I.`: the initial behind a name. */
const pastInitial = (scan: Scan, end: number): number =>
  end + (/^,? [A-Z](?=[.,](?:\s|$))/.exec(scan.text.slice(end, end + 5))?.[0].length ?? 0)

const grownName = (scan: Scan, finding: Finding): Finding => {
  const index = tokenAt(scan.tokens, finding.start)
  const first = scan.tokens[index]
  const start = first?.start === finding.start ? beforeInitials(scan, finding.start) : finding.start
  const hasCapital = first === undefined || isCapital(first) || first.shape === 'lower'
  return {
    ...finding,
    start: hasCapital ? beforeTitles(scan, start) : start,
    end: pastCredentials(scan, pastInitial(scan, finding.end), first?.shouted ?? false),
  }
}

const groupAfter = /^[ -](?=\d{2,8}(?![\w/%:]|[.,]\d|-\d))\d{2,8}/
const unitNext =
  /^ ?(?:m[gl]\b|mcg|g\b|kg|lbs?\b|oz\b|cm|mm|in\b|ft\b|cc\b|units?|%|tab|cap|y\/?o|y\.o|yrs?\b|years?|m\b|f\b|male|female|days?|hours?|min|am\b|pm\b|pages?|refills?)/i

/** `448 219` grows by ` 03`; `7712093` does not by ` 63 yo`. */
const grownNumber = (scan: Scan, finding: Finding): Finding => {
  let end = finding.end
  for (let count = 0; count < 4; count++) {
    const more = groupAfter.exec(scan.figures.slice(end, end + 12))?.[0]
    if (more === undefined || unitNext.test(scan.text.slice(end + more.length, end + more.length + 8))) break
    end += more.length
  }
  return { ...finding, end }
}

/** `DELGADO, ROSA (448219)`: a number without a label that follows a name on its line is that of the name's record. */
const ofRecord = (scan: Scan, finding: Finding, before: Finding | undefined): Finding => {
  const isBare = finding.class === 'OTHER_ID' && /^id-(?:shape|loose)$/.test(finding.rule)
  if (!isBare || before?.class !== 'NAME') return finding
  return /^[ ,(#[:-]{1,6}$/.test(scan.text.slice(before.end, finding.start))
    ? { ...finding, class: 'MRN', rule: 'mrn-beside-name' }
    : finding
}

/** `COTTON,WADE D7521`: what stands behind a family name and its given name, with neither label nor unit. */
const behindName = /^[ \t]{1,3}\(?#?(?<value>[A-Z]{1,2}\d{4,8}|\d{6,10})(?!\w|[.,/-]\w| [A-Z][a-z]{3})/

const recordBehind = (scan: Scan, { class: label, start, end }: Finding): Finding[] => {
  if (label !== 'NAME' || !/^[\p{L}'’-]+, ?[\p{L}'’-]+/u.test(scan.letters.slice(start, end))) return []
  const match = behindName.exec(scan.text.slice(end, end + 16))
  const value = match?.groups?.value
  if (match === null || value === undefined) return []
  const from = end + match[0].length - value.length
  return [{ start: from, end: from + value.length, class: 'MRN', score: 0.6, rule: 'mrn-beside-name' }]
}

export const grown = (scan: Scan, findings: readonly Finding[]): Finding[] =>
  findings.flatMap((each, at) => {
    const finding = ofRecord(scan, each, findings[at - 1])
    if (finding.class === 'NAME') {
      const name = grownName(scan, finding)
      return [name, ...recordBehind(scan, name)]
    }
    return numbers.has(finding.class) && /\d/.test(scan.figures[finding.end - 1] ?? '')
      ? [grownNumber(scan, finding)]
      : [finding]
  })
