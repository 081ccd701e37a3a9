/** People by their initials: who signed, drew, dictated or typed, and the initials of a name in a field of their own. Pure. */
import type { Finding } from '../../../model/identifier.ts'
import { type Match, matching } from '../pattern.ts'
import { found, type Scan } from '../scan.ts'
import { credentials } from '../words.ts'

const signed =
  /\b(?<head>(?:[Ii]nitials?|INITIALS?|INIT|(?<=\s)(?:T|TR|Trans|Typist|TYPED|DICT)(?=:)|(?:(?:[Dd]rawn|[Gg]iven|[Tt]aken|[Ee]ntered|[Cc]hecked|[Vv]erified|[Rr]eviewed|[Cc]ollected|[Aa]dministered|[Ww]itnessed|[Dd]one|[Cc]harted|[Nn]oted|[Rr]eported|[Tt]ranscribed|[Tt]yped|[Dd]ictated|[Cc]ompleted|[Rr]eceived|[Ss]cribed|[Pp]erformed|[Rr]ead|[Ss]igned|[Ff]illed|[Dd]ispensed) (?:by|BY)))[ \t]{0,2}[:#]?[ \t]{1,3})(?<value>(?:[A-Z]\. ?){2,3}|[A-Z]{2,3}\b|[a-z]{2,3}(?=[ \t]*(?:$|\n|[,;./(\d])))(?![\w'’-])/g
const typist =
  /(?<![\w/.:-])(?<value>[A-Z]{2,4}[:/][a-z]{2,4}\d{0,4}|[a-z]{2,3}\/[a-z]{2,3})[ \t]*(?=\n|$|[DT]: ?\d|[DT]: [A-Z\d])/g
const middle =
  /(?<![\w.])(?<head>(?:MI|M\.I\.|Middle(?: Initial)?|MIDDLE(?: INITIAL)?|Init(?:ial)?)[ \t]{0,2}(?:[:#][ \t]{0,4}|[ \t]{1,4}))(?<value>[A-Z])\.?(?![\w'’&/])/g

const isWord = (scan: Scan, value: string): boolean => {
  const known = scan.know(value)
  return credentials.has(known.lower) || known.medical || (value === known.lower && known.ordinary > 0)
}

const judgeSigned = ({ value, start, end, groups }: Match, scan: Scan): Finding | null =>
  !/init/i.test(groups.head ?? '') && isWord(scan, value.replace(/[. ]/g, '')) && !value.includes('.')
    ? null
    : found('NAME', 'name-typist', start, end, 0.7)

/** `CBC/diff` and `WBC/hpf` are tests, `JD/mk` are two people. */
const judgeTypist = ({ value, start, end }: Match, scan: Scan): Finding | null => {
  const parts = value.split(/[:/]/)
  return parts.some(part => /^(?:hpf|lpf|ml|dl|ul|min|hr|kg|day|wk|and|or|am|pm|his|her)$/i.test(part)) ||
    (parts.every(part => isWord(scan, part)) && !/^[ \t]*[DT]:/.test(scan.text.slice(end, end + 6)))
    ? null
    : found('NAME', 'name-typist', start, end, 0.7)
}

const judgeMiddle = ({ start, end }: Match): Finding => found('NAME', 'name-label', start, end, 0.7)

/** Who is meant by `by PT` is a service and not someone. */
const services =
  /^(?:PT|OT|ST|SLP|RT|RN|MD|DO|NP|PA|EMS|ENT|GI|ID|IR|OR|ER|ED|ICU|OB|GYN|GU|SW|CM|HHA|CNA|PCP|LPN|LVN|RD|CT|MRI|US|EKG|ECG|IM|IV|PO|SQ|SC|PR|SL|NG|PEG|AC|PC|HS|CC|PMR|NSG|FDA|CDC|EPA|CMS|VA|BP|HR|UPS|FAX|DOB|MRN|SSN|PCR|EIA|HPLC|TTE|TEE|LC|GC|MS|BMI|QTY|PPM|MCO|HMO|EGD|EEG|EMG|PET|CXR|XR|AKA|DNA|RNA|CBC|UA|ABG|WBC|HIV)$/

const byWhom =
  /\b(?:by|BY|By|per)[ \t]{1,3}(?<value>[A-Z]{2,3})(?=[ \t]*(?:$|[\n,;.)\t]| (?:to|on|at|for)\b| @| \d))/g

const judgeByWhom = ({ value, start, end }: Match): Finding | null =>
  services.test(value) ? null : found('NAME', 'name-typist', start, end, 0.5)

export const initialsRules = [
  matching('text', byWhom, judgeByWhom),
  matching('text', signed, judgeSigned),
  matching('text', typist, judgeTypist),
  matching('text', middle, judgeMiddle),
]
