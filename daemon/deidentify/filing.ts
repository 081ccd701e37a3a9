/**
 * What a gateway files a document by and that identifies nobody: its kind, the codes on it and its medications. Pure.
 * Every value is of a closed grammar (`model/filing.ts`); what is not is left out here, and refused again when sealed.
 */
import { type Filing, isClosedFiling, noFiling } from '../model/filing.ts'
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Page } from '../model/page.ts'
import { codesOf } from './fields/codes.ts'
import { medicationsOf } from './fields/medications.ts'
import { kindOf } from './kind.ts'

/** No document needs more to be filed; a page of nothing but numbers must not fill a manifest. */
const mostOfEach = 500

export const filingOf = (pages: readonly Page<'detected'>[], gazetteer: Gazetteer): Filing => {
  const medications = pages.flatMap(page => medicationsOf(page, gazetteer))
  return {
    kind: kindOf(pages),
    codes: pages
      .flatMap(codesOf)
      .filter(code => isClosedFiling({ ...noFiling, codes: [code] }))
      .slice(0, mostOfEach),
    medications: medications
      .filter(medication => isClosedFiling({ ...noFiling, medications: [medication] }))
      .slice(0, mostOfEach),
  }
}
