import { pick, type Random } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { createDesk, type Draw } from '../desk.ts'
import { drawFields, someFields } from '../fields.ts'
import { footer, runningHead } from '../furniture.ts'
import { band, bandForms, barcode, letterhead, title } from '../parts.ts'
import { hand, sign, tick } from '../pen.ts'
import * as prose from '../prose.ts'
import { runsOf, sentences, slotsOf } from '../slots.ts'
import { type Cell, drawTable } from '../table.ts'
import { between, chance } from '../values.ts'

const diopters = (random: Random): string =>
  `${pick(random, ['+', '-'])}${between(random, 0, 6)}.${pick(random, ['00', '25', '50', '75'])}`

export const vision: Draw = (random, fonts) => {
  const slots = slotsOf(random, createCase(random, { kind: 'vision' }))
  const desk = createDesk(random, fonts, slots, {
    furniture: [footer(random)],
    bottomPt: 14,
    low: 9,
    high: 11.5,
  })
  letterhead(desk)
  title(
    desk,
    pick(random, [
      'Eyeglass Prescription',
      'Comprehensive Eye Exam',
      'Contact Lens Rx',
      'Report of Eye Examination',
    ]),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['plainName', 'dob', 'visit'],
      ['phone', 'plan', 'provider', 'stateLicence', 'address', 'licence', 'next', 'employer'],
    ),
  )
  const eye = (side: string): Cell[] => [
    side,
    diopters(random),
    `-${between(random, 0, 3)}.25`,
    String(between(random, 1, 180)),
    '+2.25',
    `20/${between(random, 20, 40)}`,
    String(between(random, 28, 34)),
  ]
  drawTable(
    desk,
    [1, 1, 1, 1, 1, 1, 1],
    ['Rx', 'Sphere', 'Cyl', 'Axis', 'Add', 'VA', 'PD'],
    [eye('OD'), eye('OS')],
  )
  if (band(desk, 'Findings', pick(random, bandForms)))
    desk.para(sentences(slots, prose.vision, between(random, 4, 6)))
  desk.para(sentences(slots, prose.history, between(random, 2, 4)))
  desk.say('Expires {future.t}. Lens order {id}, frame serial {device}. Dispensed by {clerk}.')
  if (desk.room(50)) {
    sign(desk, desk.left + 12, desk.y + 16)
    desk.put(
      desk.left,
      desk.y + 46,
      runsOf(slots.of('prov'), ['  Lic '], slots.of('statelic'), ['  NPI '], slots.of('npi')),
      {},
      400,
    )
  }
  return desk.finish()
}

export const school: Draw = (random, fonts) => {
  const slots = slotsOf(
    random,
    createCase(random, { kind: chance(random, 0.5) ? 'school' : 'clinic', ages: [4, 18] }),
  )
  const desk = createDesk(random, fonts, slots, {
    furniture: chance(random, 0.6) ? [footer(random)] : [],
    bottomPt: 14,
    low: 10,
    high: 12.5,
  })
  letterhead(desk)
  title(
    desk,
    pick(random, [
      'Return to School Note',
      'School Health Office',
      'Medication at School',
      'Sports Physical',
      'Asthma Action Plan',
    ]),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['plainName', 'dob'],
      ['contact', 'contactPhone', 'provider', 'encounter', 'visit', 'address', 'sex', 'nurse'],
    ),
  )
  desk.para(sentences(slots, prose.schoolNotes, between(random, 4, 7)))
  for (const line of [
    'May take part in all sports',
    'Will need an inhaler at recess',
    'No restrictions',
    'Wears glasses for reading',
  ]) {
    tick(desk, desk.left, desk.y, chance(random, 0.4))
    desk.put(desk.left + 14, desk.y, line)
    desk.y += 17
  }
  desk.y += 12
  desk.para(sentences(slots, prose.exam.slice(0, 6), between(random, 2, 4)))
  if (chance(random, 0.6)) {
    hand(
      desk,
      desk.left + 8,
      desk.y + 10,
      slots.say('{relfirst} will pick up at {time}, cell {phone}'),
      18,
      460,
    )
    desk.y += 34
  }
  if (desk.room(56)) {
    sign(desk, desk.left + 12, desk.y + 20)
    desk.sheet.rule(desk.left, desk.y + 32, desk.left + 220, desk.y + 32)
    desk.put(desk.left, desk.y + 47, slots.of('prov'), {}, 220)
    hand(desk, desk.left + 260, desk.y + 28, slots.of('today.t'), 17, 150)
  }
  return desk.finish()
}

/** An ambulance's run, with its vehicle, its monitor and the people at the scene. */
export const ambulance: Draw = (random, fonts) => {
  const slots = slotsOf(random, createCase(random, { kind: 'hospital' }))
  const desk = createDesk(random, fonts, slots, {
    furniture: [runningHead(random), footer(random)],
    topPt: 10,
    bottomPt: 14,
    low: 8.5,
    high: 10.5,
  })
  title(desk, pick(random, ['Patient Care Report', 'EMS Run Sheet', 'Prehospital Record']))
  desk.para(
    runsOf(
      [{ LOCATION: `${slots.case.county} County EMS` }, ', unit ', String(between(random, 2, 48)), ', run '],
      slots.of('id'),
    ),
    desk.bold,
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob', 'plate', 'vin', 'device'],
      ['address', 'phone', 'age', 'visit', 'contact', 'licence', 'medicare', 'bio', 'ssn', 'nurse', 'county'],
    ),
  )
  const rows = Array.from({ length: between(random, 3, 6) }, (_, i): Cell[] => [
    `14:${between(random, 10, 18) + i * 6}`,
    slots.of('bp'),
    slots.of('hr'),
    `${between(random, 90, 99)}%`,
    `${between(random, 12, 15)}`,
    slots.of('initials'),
  ])
  drawTable(desk, [1, 1.2, 1, 1, 1, 1], ['Time', 'BP', 'HR', 'SpO2', 'GCS', 'Crew'], rows)
  if (band(desk, 'Narrative', pick(random, bandForms)))
    desk.para(
      sentences(
        slots,
        [
          'Called to {home} for {a fall|chest pain|an unresponsive person|a two car accident}.',
          'Found {ages} y/o {sex}, {pt}, on the kitchen floor with {relation} {rel}.',
          'Vehicle 1, plate {plate}, VIN {vin}, front end damage; vehicle 2 plate {plate}.',
          'Apgar not applicable; Glasgow 15; cervical collar applied, C5-C6 tender.',
          'Heimlich maneuver was given by {emp} coworker {clerk} before arrival.',
          'Monitor {device}, upload from {ip}, MAC {mac}.',
          'Handed over to {nurse} at {fac} at {time}; belongings with {relfirst}.',
          'Identity from license {lic} and {bio}.',
          'Mark on left arm 2:1 size of a coin; Foley not placed.',
          'Nitroglycerin 0.4 mg SL x2, aspirin 324 mg, pain 7/10 to 3/10.',
          'Dispatch call back number {phone}; caller {rel}.',
          'Patient states he may have taken too much {drug}.',
        ],
        between(random, 6, 10),
      ),
    )
  if (band(desk, 'History', 'ruled'))
    desk.para(sentences(slots, [...prose.history.slice(5), ...prose.social], between(random, 4, 6)))
  desk.say('Crew: {nurse}, {clerk}. Medical control {prov}.')
  if (desk.room(40)) {
    sign(desk, desk.left + 12, desk.y + 20)
    barcode(desk, desk.right - 120, desk.y, {
      bcid: 'code39',
      payload: String(between(random, 100000, 999999)),
      wide: 116,
      tall: 24,
    })
  }
  return desk.finish()
}
