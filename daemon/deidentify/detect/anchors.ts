/** Names that stand beside something that announces them: a title, a credential, a relative, a verb, a signature line. Pure. */
import type { Finding } from '../../model/identifier.ts'
import { matchesOf } from './pattern.ts'
import type { RuleName } from './rulenames.ts'
import { nameBefore, nameFrom, type Run } from './runs.ts'
import { found, type Rule, type Scan, type Token } from './scan.ts'
import { isCapital, isInitial, tokenAt } from './token.ts'
import { relations } from './words.ts'

export const runFinding = (scan: Scan, run: Run, rule: RuleName, score: number): Finding => {
  const first = scan.tokens[run.from]
  const last = scan.tokens[run.to - 1]
  return found('NAME', rule, first?.start ?? 0, last?.end ?? 0, score)
}

/** No list of names on one line is longer than this. */
const maxNames = 300

const endOfLine = (scan: Scan, from: number): number => {
  const rest = scan.text.slice(from, from + maxNames)
  const end = rest.indexOf('\n')
  return from + (end === -1 ? rest.length : end)
}

const title =
  /(?<![A-Za-z0-9.'’])(?<!\d ?(?=ms\b))(?<word>Mrs|MRS|Mr|MR|Ms|Miss|MISS|Mx|Dr|DR|dr|mr|mrs|ms|Drs|DRS|Doctor|DOCTOR|doctor|Prof|Professor|PROF|Rev|Reverend|Rabbi|Imam|Pastor|Father|Sister|Brother|Nurse|NURSE|nurse|Officer|Sgt|Sergeant|Lt|Capt|Captain|Detective|Deputy|Judge|Chaplain|Sen|Gov|Hon|RN|NP|PA-C|MA|CNA|LPN|CRNA|PT|OT|Therapist|Attending|Resident|Surgeon|Hospitalist|Pharmacist|Midwife|Coach|Aunt|Uncle|Grandma|Grandpa)(?<point>\.|\b)(?<gap> {0,2}\n?)(?=[A-Za-z\p{L}'’])/gu

const sureTitles = /^(?:mrs|mr|ms|miss|mx|drs?|doctor|prof|professor|rabbi|imam|reverend|rev)$/i
const providers =
  /^(?:drs?|doctor|prof|professor|nurse|rn|np|pa-c|ma|cna|lpn|crna|pt|ot|therapist|attending|resident|surgeon|hospitalist|pharmacist|midwife)$/i

/** `Dr. Patel and Nguyen`, `Drs. Patel, Nguyen and Lee`: names may follow names. */
const following = (scan: Scan, run: Run, limit: number): readonly Run[] => {
  const runs = [run]
  let last = run
  for (let count = 0; count < 6; count++) {
    const next = scan.tokens[last.to]
    if (next === undefined || next.start > limit) break
    const joined =
      /^(?:and|or|y)$/i.test(next.text) && /^,? $/.test(next.gap)
        ? last.to + 1
        : /^(?:, ?| ?& ?| ?\/ ?|; ?)$/.test(next.gap)
          ? last.to
          : -1
    if (joined === -1) break
    const more = nameFrom(scan, joined, limit, 'likely')
    if (more === null || more.from !== joined) break
    runs.push(more)
    last = more
  }
  return runs
}

const isTitleUse = (word: string, point: string, next: Token): boolean => {
  if (/^(?:ms|mr)$/i.test(word) && word === word.toUpperCase() && point === '')
    return next.shouted && isCapital(next)
  if (/^(?:MA|PT|OT|NP|RN|CNA|LPN|Father|Sister|Brother|nurse|NURSE|Attending|Resident)$/.test(word))
    return isCapital(next) && !next.shouted
  return isCapital(next) || /^(?:dr|mr|mrs|ms|doctor|miss)$/i.test(word)
}

/** The names after one title, or none. */
const titled = (scan: Scan, match: RegExpExecArray): readonly Finding[] => {
  const { word = '', point = '', gap = '' } = match.groups ?? {}
  const from = tokenAt(scan.tokens, match.index + match[0].length)
  const next = scan.tokens[from]
  if (next === undefined || (gap.includes('\n') && !sureTitles.test(word))) return []
  if (!isTitleUse(word, point, next)) return []
  const limit = endOfLine(scan, next.start)
  const isSure = sureTitles.test(word) && (isCapital(next) || point === '.')
  const run = nameFrom(scan, from, limit, isSure ? 'sure' : 'likely')
  if (run === null) return []
  const rule = providers.test(word) ? 'name-title-provider' : 'name-title'
  const runs = /s$/i.test(word) || isSure ? following(scan, run, limit) : [run]
  return runs.map(each => runFinding(scan, each, rule, isSure ? 0.95 : 0.85))
}

export const titleRule: Rule = scan => matchesOf(title, scan.letters).flatMap(match => titled(scan, match))

const credential =
  /(?<comma>,? {0,2}\(?)(?<![A-Za-z0-9])(?:M\. ?D\.?|D\. ?O\.?|R\. ?N\.?|N\. ?P\.?|P\. ?A\.?(?:-?C\.?)?|Ph\. ?D\.?|Pharm\. ?D\.?|Psy\. ?D\.?|D\. ?D\. ?S\.?|MD|DO|RN|LPN|LVN|rn|lpn|md|np|cna|NP|PA-C|PAC|PA|CRNP|ARNP|APRN|AGNP|PMHNP|FNP|ACNP|DNP|CNM|CRNA|CNA|CMA|RMA|PhD|PHD|PharmD|PHARMD|PsyD|EdD|DDS|DMD|DPM|DC|DPT|OTR|OTD|SLP|LCSW|LMSW|LICSW|MSW|LMFT|LPC|LMHC|RPh|RPH|RD|RDN|LDN|RRT|BSN|MSN|MBBS|MBChB|FACS|FACC|FACP|FAAP|FACOG|EMT(?:-[BPI])?|Esq\.?|Jr\.?|Sr\.?|III)(?![A-Za-z])/g

/** Letters that mean other things as well: these need the comma. */
const doubtful = /^(?:DO|PA|NP|DC|RD|OTR|SLP|CNA|PAC|MSW|III|Jr\.?|Sr\.?)$/

const isSuffix = /^(?:Jr|Sr|III)/

export const credentialRule: Rule = scan => {
  const findings: Finding[] = []
  for (const match of matchesOf(credential, scan.letters)) {
    const comma = match.groups?.comma ?? ''
    const word = match[0].slice(comma.length)
    if (comma === '' || (doubtful.test(word) && !comma.includes(',') && !isSuffix.test(word))) continue
    const to = tokenAt(scan.tokens, match.index)
    const run = nameBefore(scan, to, 5)
    const last = scan.tokens[to - 1]
    // `Forrest III` is a class of ulcers; `John Forrest III` is someone.
    if (run !== null && isSuffix.test(word) && run.to - run.from < 2) continue
    if (
      run === null ||
      last === undefined ||
      !/^(?:['’]s)?[.]?$/.test(scan.text.slice(last.end, match.index))
    )
      continue
    findings.push(runFinding(scan, run, 'name-credential', 0.9))
  }
  return findings
}

const linkWords = /^(?:is|named|name|called|who|whose|s|and|also)$/i

/** Where the name of the relative may begin: right after, past `,`, `(`, `:` or `is`/`named`/`whose name is`. */
const nameAfterRelation = (scan: Scan, index: number): number | null => {
  let next = index + 1
  for (let skipped = 0; skipped < 3; skipped++, next++) {
    const token = scan.tokens[next]
    if (token === undefined || !/^[ ]{0,2}[,(:"“–-]{0,2}[ ]{0,2}["“]?$/.test(token.gap)) return null
    if (!linkWords.test(token.text)) return next
  }
  return next
}

export const relativeRule: Rule = scan => {
  const findings: Finding[] = []
  for (const [index, token] of scan.tokens.entries()) {
    if (!relations.has(token.text.toLowerCase()) && !relations.has(hyphenated(scan, index))) continue
    const from = nameAfterRelation(scan, index)
    const next = from === null ? undefined : scan.tokens[from]
    if (from !== null && next !== undefined && !(next.shouted && !/[,(:]/.test(next.gap))) {
      const run = nameFrom(scan, from, endOfLine(scan, next.start), 'likely')
      if (run !== null && !isInitial(next)) findings.push(runFinding(scan, run, 'name-relative', 0.85))
    }
    const bracket = scan.text.slice(token.end, token.end + 1)
    if (token.gap.endsWith('(') && bracket === ')') {
      const run = nameBefore(scan, index, 4)
      if (run !== null) findings.push(runFinding(scan, run, 'name-relative', 0.85))
    }
  }
  return findings
}

/** `sister-in-law` is five pieces for the tokeniser; this is the compound that ends at `index`. */
const hyphenated = (scan: Scan, index: number): string => {
  const token = scan.tokens[index]
  if (token === undefined || token.text.toLowerCase() !== 'law' || token.gap !== '-') return ''
  const first = scan.tokens[index - 2]
  return first === undefined ? '' : scan.text.slice(first.start, token.end).toLowerCase()
}

const closing =
  /(?:^|\n)[ \t]*(?:Sincerely|Regards|Best regards|Kind regards|Warm regards|Respectfully(?: submitted| yours)?|Thank you|Thanks|Many thanks|Best|Cordially|Yours truly|Yours sincerely|With gratitude|Warmly|Cheers|Signed|\/s\/)(?: (?:again|so much|very much|in advance|for your help))?[,.!:]?[ \t]*\n{1,3}[ \t]*(?=\S)/gi
const signOff = /(?<=[.!?"”)]) {0,3}\n?[-–—~] ?(?=[A-Z][a-z]+(?: [A-Z][.a-z]*){0,2}[ \t]*(?:\n|$))/g
const slash = /(?:^|[\s(])\/?s\/{1,2}[ \t]{0,3}(?=[A-Z])/g
const said =
  /(?<![A-Za-z])(?:my name is|name is|names? (?:are|was)|named|goes by|go by|called|known as|a\.?k\.?a\.?|nicknamed|née|nee|formerly|this is|I am|I'm|signed by|dictated by|seen by|read by|reviewed by|cared for by|followed by|referred by|evaluated by|examined by|performed by|assisted by|accompanied by|escorted by|brought in by|interpreted by|notified|paged|emailed|texted|spoke (?:with|to|w\/)|spoken (?:with|to)|speaking (?:with|to|w\/)|discussed (?:with|case with|w\/)|d\/w|talked (?:with|to|w\/)|talking (?:with|to)|met (?:with|w\/)|left (?:a )?(?:message|vm|voicemail) (?:with|for|w\/)|lvm for|f\/u (?:with|w\/)|msg from|message (?:from|for)|call from|answered by|per pt's|names? of|in the name of|care of|signed for|conferred with|called by|per|c\/o|attn:?|hi|hello|dear|initials(?: are| is)?|maiden name(?: is| was)?)(?:[ \t]{1,3}[:,("“]{0,2}|[:,("“]{1,2})[ \t]{0,2}["“]?(?=\p{L})/giu

const after =
  (pattern: RegExp, rule: RuleName, score: number): Rule =>
  scan => {
    const findings: Finding[] = []
    for (const match of matchesOf(pattern, scan.letters)) {
      const from = tokenAt(scan.tokens, match.index + match[0].length)
      const next = scan.tokens[from]
      if (next === undefined || (next.shape === 'lower' && !next.casual)) continue
      const run = nameFrom(scan, from, endOfLine(scan, next.start), 'likely')
      if (run !== null)
        for (const each of following(scan, run, endOfLine(scan, next.start)))
          findings.push(runFinding(scan, each, rule, score))
    }
    return findings
  }

/** `XGT:holmes`, `jrd/abc`, `MB/jk`: who dictated and who typed, on a line of their own. */
const typist =
  /(?:^|\n)[ \t]*(?<value>[A-Z]{2,4}[:/][a-z]{2,10}(?:\d{1,4})?|[a-z]{2,3}\/[a-z]{2,3})[ \t]*(?=\n|$)/g

const typistRule: Rule = scan => {
  const findings: Finding[] = []
  for (const match of matchesOf(typist, scan.text)) {
    const value = match.groups?.value ?? ''
    const start = match.index + match[0].indexOf(value)
    findings.push(found('NAME', 'name-typist', start, start + value.length, 0.7))
  }
  return findings
}

export const anchorRules: readonly Rule[] = [
  titleRule,
  credentialRule,
  relativeRule,
  after(closing, 'name-signature', 0.85),
  after(signOff, 'name-signature', 0.85),
  after(slash, 'name-signature', 0.9),
  after(said, 'name-alias', 0.85),
  typistRule,
]
