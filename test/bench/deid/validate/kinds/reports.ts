/** Radiology and pathology reports. */
import { pick } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { tests } from '../clinical.ts'
import { createDesk, type Draw } from '../desk.ts'
import { drawFields, someFields } from '../fields.ts'
import { footer } from '../furniture.ts'
import { barcode, letterhead, title } from '../parts.ts'
import * as prose from '../prose.ts'
import { closing, section } from '../section.ts'
import { slotsOf } from '../slots.ts'
import { between, chance } from '../values.ts'

const exams = [
  'MRI RIGHT KNEE W/O CONTRAST',
  'CT CHEST WITH CONTRAST',
  'XR LUMBAR SPINE 3 VIEWS',
  'US ABDOMEN COMPLETE',
  'MAMMOGRAM, SCREENING, BILATERAL',
  'US RENAL W/ DOPPLER',
] as const

export const radiology: Draw = (random, fonts) => {
  const c = createCase(random, { kind: 'imaging' })
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: [footer(random)],
    bottomPt: 12,
    low: 9.5,
    high: 12,
  })
  letterhead(desk)
  title(desk, pick(random, ['Final Report', 'Radiology Report', 'Diagnostic Imaging Report']))
  drawFields(
    desk,
    someFields(
      desk,
      ['plainName', 'dob', 'accession', 'visit'],
      ['mrn', 'second', 'sex', 'age', 'reported', 'facility', 'npi'],
    ),
  )
  desk.say(`EXAM: ${pick(random, exams)}, {today}`, { font: desk.look.bold })
  section(desk, pick(random, ['CLINICAL INDICATION', 'HISTORY', 'Indication']), prose.history.slice(0, 5), 1)
  section(desk, 'FINDINGS', prose.radiologyFindings, between(random, 5, 9))
  section(
    desk,
    pick(random, ['IMPRESSION', 'CONCLUSION', 'Impression']),
    prose.radiologyImpression,
    between(random, 2, 3),
  )
  desk.say(
    pick(random, [
      'Interpreted by {prov} at {fac2}, {today} {time}.',
      'Read by: {prov}   Transcribed: {clerk} {today.t}',
      'Report electronically signed by {prov}, NPI {npi}.',
    ]),
  )
  desk.say('cc: {prov2}, fax {fax2}', { font: desk.look.italic })
  return desk.finish()
}

export const pathology: Draw = (random, fonts) => {
  const c = createCase(random, { kind: 'lab' })
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: [footer(random)],
    bottomPt: 14,
    low: 9,
    high: 11,
  })
  letterhead(desk)
  title(desk, pick(random, ['Surgical Pathology Report', 'Anatomic Pathology', 'Dermatopathology Report']))
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'accession', 'collected', 'dob'],
      ['mrn', 'reported', 'second', 'sex', 'facility', 'acct'],
    ),
  )
  if (chance(random, 0.5)) {
    barcode(desk, desk.left, desk.y, {
      bcid: 'code128',
      payload: `S${between(random, 18, 26)}${between(random, 10000, 99999)}`,
      wide: 130,
      tall: 26,
    })
    desk.y += 46
  }
  section(
    desk,
    pick(random, ['FINAL DIAGNOSIS', 'Diagnosis']),
    [
      'A. Stomach, antrum, biopsy: chronic gastritis.',
      'B. Esophagus: Barrett mucosa, no dysplasia.',
      'C. Skin, left arm: seborrheic keratosis.',
      'D. Colon: tubular adenoma, 4 mm.',
    ],
    between(random, 1, 3),
  )
  section(desk, pick(random, ['Clinical History', 'Pre-op Dx']), prose.history.slice(1, 6), 2)
  section(desk, 'GROSS DESCRIPTION', prose.gross.slice(0, 3), between(random, 2, 3))
  section(desk, pick(random, ['MICROSCOPIC', 'Comment']), prose.gross.slice(3), between(random, 3, 5))
  desk.say(`Reference: ${tests[0]?.[0]} ${tests[0]?.[5]} g/dL. CPT 88305 x ${between(random, 1, 3)}.`)
  closing(desk)
  return desk.finish()
}
