/** The family `validate`: clinic paper that nobody tunes on. Layouts, wordings and values are its own. */
import { type Random, seeded } from '../../../../demo/paper/random.ts'
import type { Family, Kind } from '../family.ts'
import { conditions, drugs, procedures, tempting } from './clinical.ts'
import * as cards from './kinds/cards.ts'
import * as charges from './kinds/charges.ts'
import { claim } from './kinds/claim.ts'
import { dentalRecord } from './kinds/dental.ts'
import * as forms from './kinds/forms.ts'
import { labels } from './kinds/labels.ts'
import * as letters from './kinds/letters.ts'
import * as pages from './kinds/pages.ts'
import * as practice from './kinds/practice.ts'
import * as reports from './kinds/reports.ts'
import * as requests from './kinds/requests.ts'
import * as sheets from './kinds/sheets.ts'
import * as tables from './kinds/tables.ts'
import { mouthTempting, work } from './mouth.ts'

/** Two kinds drawn from one seed must not be about the same person. */
const apart = (name: string, random: Random): Random => {
  const mixed = [...name].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193), 0x811c9dc5)
  return seeded(Math.floor(random() * 4_294_967_296) ^ mixed)
}

const kind = (name: string, draw: Kind['draw'], turnDegrees?: Kind['turnDegrees']): Kind => ({
  name,
  draw: (random, fonts) => draw(apart(name, random), fonts),
  ...(turnDegrees ? { turnDegrees } : {}),
})

const codes = [
  ...conditions.map(([, icd]) => icd),
  ...procedures.map(([code]) => code),
  ...work.map(([code]) => code),
  ...drugs.map(([, , , ndc]) => ndc),
]
const drugWords = drugs.flatMap(([drug]) => drug.split(/[ /]/))

export const validateFamily: Family = {
  name: 'validate',
  kinds: [
    kind('referral', letters.referral),
    kind('lab-table', tables.labTable),
    kind('prior-authorisation', requests.priorAuth),
    kind('insurance-card', cards.insuranceCard),
    kind('prescription', requests.prescription),
    kind('discharge-summary', letters.discharge),
    kind('intake-form', forms.intake),
    kind('fax-cover', requests.faxCover),
    kind('claim-form', claim),
    kind('radiology-report', reports.radiology),
    kind('immunisation-record', tables.immunisation),
    kind('consent', forms.consent),
    kind('medication-list', tables.medicationList),
    kind('licence-copy', cards.licence),
    kind('labels', labels),
    kind('stamped-page', pages.stamped),
    kind('two-columns', pages.twoColumns),
    kind('white-on-black', pages.whiteOnBlack),
    kind('turned-page', sheets.turnedPage, sheets.turnOf),
    kind('footer-7pt', sheets.smallFooters),
    kind('fax-header', sheets.faxHeader),
    kind('progress-note', letters.progress),
    kind('nursing-note', charges.dialysis),
    kind('letter', letters.patientLetter),
    kind('billing-statement', charges.billing),
    kind('pathology', reports.pathology),
    kind('ecg-strip', sheets.ecg),
    kind('email-printout', sheets.email),
    kind('dental-record', dentalRecord),
    kind('vision-exam', practice.vision),
    kind('school-note', practice.school),
    kind('ambulance-report', practice.ambulance),
  ],
  hardNegatives: new Set(
    [...tempting, ...mouthTempting, ...codes, ...drugWords].flatMap(word =>
      ['', '.', ',', ';', ')', ':'].flatMap(end => [
        `${word.toLowerCase()}${end}`,
        `(${word.toLowerCase()}${end}`,
      ]),
    ),
  ),
}
