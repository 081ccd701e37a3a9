/**
 * The family to develop on: letters, forms and labels in the manner of practices and hospitals of the Midwest and East, and
 * further kinds in other hands from the South and West.
 */
import { seeded } from '../../../../demo/paper/random.ts'
import type { Family, Kind } from '../family.ts'
import * as cards from './cards.ts'
import * as claim from './claim.ts'
import { hardNegatives } from './clinical.ts'
import * as faxes from './faxes.ts'
import * as forms from './forms.ts'
import * as intake from './intake.ts'
import * as ledgers from './ledgers.ts'
import * as letters from './letters.ts'
import { moreKinds } from './more/index.ts'
import * as orders from './orders.ts'
import * as reports from './reports.ts'
import * as tables from './tables.ts'
import * as ward from './ward.ts'

/** Kinds drawn with one seed must not share their people. */
const ownPeople = (kind: Kind): Kind => {
  const salt = [...kind.name].reduce(
    (hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  )
  return {
    ...kind,
    draw: (random, fonts) => kind.draw(seeded(Math.floor(random() * 4_294_967_296) ^ salt), fonts),
  }
}

const kinds: readonly Kind[] = [
  letters.referral,
  tables.labTable,
  forms.priorAuthorisation,
  cards.insuranceCard,
  orders.prescription,
  reports.dischargeSummary,
  intake.intakeForm,
  faxes.faxCover,
  claim.claimForm,
  reports.radiologyReport,
  ledgers.immunisationRecord,
  forms.consent,
  tables.medicationList,
  cards.licenceCopy,
  orders.labels,
  faxes.stampedPage,
  letters.twoColumns,
  tables.whiteOnBlack,
  letters.turnedPage,
  tables.smallFeet,
  faxes.faxedNote,
  reports.progressNote,
  ward.nursingNote,
  letters.patientLetter,
  ledgers.billingStatement,
  reports.pathologyReport,
  ward.heartTracing,
  ledgers.spanningTable,
  letters.schoolNote,
  faxes.printedMail,
  ...moreKinds,
]

export const developFamily: Family = { name: 'develop', kinds: kinds.map(ownPeople), hardNegatives }
