/**
 * The stage that says which spans of a text identify someone. Rules with check digits, context labels, dictionaries,
 * the places of words on the page, and repetition over the document. Pure: no clock, no I/O. A span is mapped to
 * words by character offsets alone, never by looking for its text among the words.
 */
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Finding } from '../model/identifier.ts'
import { type Page, pageAt } from '../model/page.ts'
import { inAlternatives } from './detect/alternatives.ts'
import { anchorRules } from './detect/anchors.ts'
import { acrossLines, brokenNameRule, type Readers } from './detect/broken.ts'
import { cityRules } from './detect/city.ts'
import { columnRule } from './detect/columns.ts'
import { facilityRules } from './detect/facility.ts'
import { formSurnameRule } from './detect/form-surname.ts'
import { besideLabels } from './detect/geometry.ts'
import { grown } from './detect/grow.ts'
import type { LocalWords } from './detect/local.ts'
import { merge } from './detect/merge.ts'
import { dictionaryRule, joinedRule } from './detect/names.ts'
import { repeats, type Values, valuesOf } from './detect/repeat.ts'
import { accountRules } from './detect/rules/account.ts'
import { ageRules } from './detect/rules/age.ts'
import { biometricRules } from './detect/rules/biometric.ts'
import { capitalRule } from './detect/rules/capital.ts'
import { dateRules } from './detect/rules/date.ts'
import { deviceRules } from './detect/rules/device.ts'
import { faxHeaderRule, subscriberRule } from './detect/rules/fax-header.ts'
import { healthPlanRules } from './detect/rules/health-plan.ts'
import { initialsRules } from './detect/rules/initials.ts'
import { licenseRules } from './detect/rules/license.ts'
import { loneInitialsRule } from './detect/rules/lone-initials.ts'
import { looseRules } from './detect/rules/loose.ts'
import { otherRules } from './detect/rules/other.ts'
import { phoneRules } from './detect/rules/phone.ts'
import { pictureRules } from './detect/rules/picture.ts'
import { spelledRules } from './detect/rules/spelled.ts'
import { spokenRules } from './detect/rules/spoken.ts'
import { ssnRules } from './detect/rules/ssn.ts'
import { vehicleRules } from './detect/rules/vehicle.ts'
import { webRules } from './detect/rules/web.ts'
import { isKnownSafe } from './detect/safe.ts'
import { type Rule, type Scan, scanOf } from './detect/scan.ts'
import { scheduleRule } from './detect/schedule.ts'
import { shoutedRule } from './detect/shouted.ts'
import { streetRules } from './detect/street.ts'
import { guessesOf, taggerRule } from './detect/tagger.ts'
import { pageText } from './detect/text.ts'
import { labelRule } from './detect/values.ts'

const rules: readonly Rule[] = [
  scheduleRule,
  labelRule,
  columnRule,
  ...ssnRules,
  ...phoneRules,
  ...webRules,
  ...dateRules,
  ...ageRules,
  ...accountRules,
  ...healthPlanRules,
  ...licenseRules,
  ...vehicleRules,
  ...deviceRules,
  ...pictureRules,
  ...otherRules,
  ...looseRules,
  ...spelledRules,
  ...initialsRules,
  ...anchorRules,
  dictionaryRule,
  joinedRule,
  formSurnameRule,
  brokenNameRule,
  shoutedRule,
  ...streetRules,
  ...cityRules,
  ...facilityRules,
  faxHeaderRule,
  subscriberRule,
  taggerRule,
]

/** What these rules find, one after the other. */
const by =
  (some: readonly Rule[]) =>
  (scan: Scan): Finding[] =>
    some.flatMap(rule => [...rule(scan)])

const inLines = by(rules)

/** A guess across the end of a line is no proof: the tagger is not asked there, and of numbers only what has a label or a shape. */
const surely = rules.filter(rule => rule !== taggerRule)
const numbers: readonly Rule[] = [labelRule, ...ssnRules, ...phoneRules, ...dateRules, ...healthPlanRules]
const readers: Readers = { words: by(surely), numbers: by(numbers) }

/** What a label and the value beside or beneath it are read with. */
const beside = by([...numbers, ...ageRules, ...initialsRules, ...anchorRules])

const inText = (scan: Scan): Finding[] => [...inLines(scan), ...acrossLines(scan, readers)]

/** What a page masks to be on the safe side, and a text need not be told. */
const cautious = by([capitalRule, loneInitialsRule, ...biometricRules, ...spokenRules])

/** Overlaps joined, and each span with what belongs to it. */
const settled = (scan: Scan, findings: readonly Finding[]): Finding[] => merge(grown(scan, merge(findings)))

const otherwise = (scan: Scan, values: Values): Finding[] =>
  settled(scan, [...inText(scan), ...repeats(scan, values)])

/** Identifiers in plain text, in order, without overlap. Offsets are UTF-16 units. */
export const findSpans = (text: string, gazetteer: Gazetteer): Finding[] => {
  const scan = scanOf(text, gazetteer)
  const findings = inText(scan)
  return settled(scan, [...findings, ...repeats(scan, valuesOf([{ scan, findings: merge(findings) }]))])
}

/** What the stages ask of the dictionaries: spans in a text, and whether a word by itself may be shown. */
export type Knowledge = {
  readonly gazetteer: Gazetteer
  readonly findSpans: (text: string) => readonly Finding[]
  /** `before` and `after` are the neighbours on the word's line, '' at its ends. */
  readonly isKnownSafe: (untrustedWord: string, before: string, after: string) => boolean
  /** What people taught this box; the functions above know it too. */
  readonly local?: LocalWords
}

export const knowledgeOf = (gazetteer: Gazetteer): Knowledge => ({
  gazetteer,
  findSpans: text => findSpans(text, gazetteer),
  isKnownSafe: (word, before, after) => isKnownSafe(word, before, after, gazetteer),
})

/** Identifiers on the pages of one document, in the pages' order. A value found on one page is looked for on all. */
export const detect = (
  pages: readonly Page<'read'>[],
  { gazetteer }: Pick<Knowledge, 'gazetteer'>,
): Page<'detected'>[] => {
  const drafts = pages.map(page => {
    const text = pageText(page.words)
    const scan = scanOf(text.text, gazetteer)
    const findings = [...inText(scan), ...cautious(scan), ...besideLabels(page.words, text, scan, beside)]
    return { page, text, scan, findings }
  })
  const values = valuesOf(drafts.map(({ scan, findings }) => ({ scan, findings: merge(findings) })))
  return drafts.map(({ page, text, scan, findings }) =>
    pageAt('detected', {
      ...page,
      text,
      guesses: guessesOf(scan, text.spans),
      findings: settled(scan, [
        ...findings,
        ...repeats(scan, values),
        ...inAlternatives(page.words, text, other => otherwise(scanOf(other, gazetteer), values)),
      ]),
    }),
  )
}

export { knownValues } from './detect/known.ts'
export { isKnownSafe }
