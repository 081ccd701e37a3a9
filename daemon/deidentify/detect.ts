/**
 * The stage that says which spans of a text identify someone. Rules with check digits, context labels, dictionaries,
 * the places of words on the page, and repetition over the document. Pure: no clock, no I/O. A span is mapped to
 * words by character offsets alone, never by looking for its text among the words.
 */
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Finding } from '../model/identifier.ts'
import { type Page, pageAt } from '../model/page.ts'
import { anchorRules } from './detect/anchors.ts'
import { cityRules } from './detect/city.ts'
import { facilityRules } from './detect/facility.ts'
import { besideLabels } from './detect/geometry.ts'
import { merge } from './detect/merge.ts'
import { dictionaryRule, joinedRule } from './detect/names.ts'
import { repeats, valuesOf } from './detect/repeat.ts'
import { accountRules } from './detect/rules/account.ts'
import { ageRules } from './detect/rules/age.ts'
import { dateRules } from './detect/rules/date.ts'
import { deviceRules } from './detect/rules/device.ts'
import { faxHeaderRule, subscriberRule } from './detect/rules/fax-header.ts'
import { healthPlanRules } from './detect/rules/health-plan.ts'
import { licenseRules } from './detect/rules/license.ts'
import { otherRules } from './detect/rules/other.ts'
import { phoneRules } from './detect/rules/phone.ts'
import { pictureRules } from './detect/rules/picture.ts'
import { ssnRules } from './detect/rules/ssn.ts'
import { vehicleRules } from './detect/rules/vehicle.ts'
import { webRules } from './detect/rules/web.ts'
import { isKnownSafe } from './detect/safe.ts'
import { type Rule, type Scan, scanOf } from './detect/scan.ts'
import { streetRules } from './detect/street.ts'
import { pageText } from './detect/text.ts'
import { labelRule } from './detect/values.ts'

const rules: readonly Rule[] = [
  labelRule,
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
  ...anchorRules,
  dictionaryRule,
  joinedRule,
  ...streetRules,
  ...cityRules,
  ...facilityRules,
  faxHeaderRule,
  subscriberRule,
]

const inText = (scan: Scan): Finding[] => rules.flatMap(rule => [...rule(scan)])

/** Identifiers in plain text, in order, without overlap. Offsets are UTF-16 units. */
export const findSpans = (text: string, gazetteer: Gazetteer): Finding[] => {
  const scan = scanOf(text, gazetteer)
  const findings = inText(scan)
  return merge([...findings, ...repeats(scan, valuesOf([{ scan, findings: merge(findings) }]))])
}

/** What the stages ask of the dictionaries: spans in a text, and whether a word by itself may be shown. */
export type Knowledge = {
  readonly gazetteer: Gazetteer
  readonly findSpans: (text: string) => readonly Finding[]
  /** `before` and `after` are the neighbours on the word's line, '' at its ends. */
  readonly isKnownSafe: (untrustedWord: string, before: string, after: string) => boolean
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
    const findings = [...inText(scan), ...besideLabels(page.words, text, scan, inText)]
    return { page, text, scan, findings }
  })
  const values = valuesOf(drafts.map(({ scan, findings }) => ({ scan, findings: merge(findings) })))
  return drafts.map(({ page, text, scan, findings }) =>
    pageAt('detected', { ...page, text, findings: merge([...findings, ...repeats(scan, values)]) }),
  )
}

export { knownValues } from './detect/known.ts'
export { isKnownSafe }
