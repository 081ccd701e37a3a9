/** Prior authorisation, prescription, fax cover. */
import { pick } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { drugs } from '../clinical.ts'
import { createDesk, type Draw } from '../desk.ts'
import { drawFields, shuffled, someFields } from '../fields.ts'
import { faxLine, footer } from '../furniture.ts'
import { band, bandForms, barcode, letterhead, title } from '../parts.ts'
import { hand, sign, tick, written } from '../pen.ts'
import * as prose from '../prose.ts'
import { type Runs, runsOf, sentences, slotsOf } from '../slots.ts'
import { between, chance, numbered } from '../values.ts'

export const priorAuth: Draw = (random, fonts) => {
  const c = createCase(random)
  const slots = slotsOf(random, c)
  const furniture = [footer(random), ...(chance(random, 0.4) ? [faxLine(random)] : [])]
  const desk = createDesk(random, fonts, slots, { furniture, bottomPt: 14, low: 8.5, high: 10.5 })
  desk.put(desk.left, desk.y + 6, slots.of('insurer'), { font: desk.look.head, sizePt: 16 }, 300)
  desk.putRight(desk.right, desk.y + 6, runsOf(['Fax to '], slots.of('fax2')), desk.bold)
  desk.y += 28
  title(
    desk,
    pick(random, [
      'Prior Authorization Request',
      'Pharmacy Coverage Determination',
      'Medical Necessity Form',
      'Precertification Request',
    ]),
  )
  const form = pick(random, bandForms)
  const groups: readonly (readonly [string, readonly string[], readonly string[], number])[] = [
    [
      'Section A. Member',
      ['member', 'dob', 'plan'],
      ['group', 'phone', 'address', 'sex', 'medicare', 'employer', 'mrn', 'age'],
      0.7,
    ],
    [
      'Section B. Prescriber',
      ['provider', 'npi', 'fax'],
      ['dea', 'facility', 'stateLicence', 'altPhone', 'clerk', 'second'],
      0.7,
    ],
    ['Section C. Request', ['auth', 'icd'], ['dx', 'visit', 'device', 'next', 'claim', 'other', 'seen'], 0.7],
  ]
  for (const [head, kept, maybe, share] of groups) {
    if (!band(desk, head, form)) break
    drawFields(desk, someFields(desk, kept, maybe, share))
  }
  const [drug, strength, directions, ndc] = pick(random, drugs)
  desk.say(`Drug: ${drug} ${strength}, ${directions}. NDC ${ndc}. Urgent:`, {}, 0)
  tick(desk, desk.left, desk.y + 4, chance(random, 0.5))
  desk.put(desk.left + 14, desk.y + 4, 'Yes')
  tick(desk, desk.left + 60, desk.y + 4, chance(random, 0.5))
  desk.put(desk.left + 74, desk.y + 4, 'No')
  desk.y += 24
  if (band(desk, 'Clinical reasons', form))
    desk.para(sentences(slots, prose.authReasons, between(random, 5, 8)))
  if (chance(random, 0.6) && band(desk, 'History and examination', form))
    desk.para(sentences(slots, [...prose.history, ...prose.exam], between(random, 4, 9)))
  desk.say('I certify that the above is true. {prov}, {today.t}. Contact {clerk}, {phone2}, {staffmail}.')
  if (desk.room(40)) sign(desk, desk.left + 20, desk.y + 22)
  return desk.finish()
}

export const prescription: Draw = (random, fonts) => {
  const c = createCase(random, { kind: pick(random, ['clinic', 'dental', 'vision', 'urgent']) })
  const slots = slotsOf(random, c)
  const [widthPt, heightPt] = pick(random, [
    [396, 540],
    [432, 612],
    [612, 792],
  ] as const)
  const byHand = chance(random, 0.4)
  const desk = createDesk(random, fonts, slots, {
    widthPt,
    heightPt,
    marginPt: 32,
    maxPages: 1,
    low: 9,
    high: 12,
  })
  desk.putCentre(widthPt / 2, desk.y + 6, slots.of('fac'), { font: desk.look.head, sizePt: 16 })
  desk.putCentre(
    widthPt / 2,
    desk.y + 20,
    runsOf(slots.of('prov'), ['  NPI '], slots.of('npi'), ['  DEA '], slots.of('dea')),
    { sizePt: 8 },
  )
  desk.putCentre(
    widthPt / 2,
    desk.y + 31,
    runsOf(
      [{ LOCATION: `${c.facilityPlace.street}, ${c.facilityPlace.city}` }, ' Tel '],
      slots.of('phone2'),
      [' Lic '],
      slots.of('statelic'),
    ),
    { sizePt: 8 },
  )
  desk.sheet.rule(desk.left, desk.y + 38, desk.right, desk.y + 38, 1)
  desk.y += 60
  if (byHand) {
    for (const [label, template] of [
      ['Name', '{pt}'],
      ['Address', '{street}'],
      ['DOB', '{birth.t}'],
      ['Date', '{today.t}'],
    ] as const) {
      written(desk, desk.left, desk.right - desk.left, label, slots.say(template), false)
      desk.y += 25
    }
  } else
    drawFields(
      desk,
      someFields(desk, ['plainName', 'dob', 'visit'], ['address', 'phone', 'plan', 'icd']),
      pick(random, ['left', 'above', 'cells']),
      2,
    )
  desk.put(desk.left, desk.y + 24, 'Rx', { font: 'tinos-italic', sizePt: 30 })
  desk.y += 40
  for (const [drug, strength, directions] of shuffled(random, drugs).slice(0, between(random, 1, 3))) {
    const lines: Runs[] = [
      [`${drug} ${strength}`],
      [`Sig: ${directions}`],
      [`Disp: #${between(random, 10, 120)}   Refills: ${between(random, 0, 5)}`],
    ]
    for (const line of lines) {
      if (!desk.room(24)) break
      if (byHand) hand(desk, desk.left + 40, desk.y, line, 18, desk.right - desk.left - 40)
      else desk.put(desk.left + 40, desk.y, line, {}, desk.right - desk.left - 40)
      desk.y += byHand ? 22 : desk.linePt
    }
    desk.y += 8
  }
  if (chance(random, 0.5)) desk.say('Dx {icd}. May substitute. Send to {pharm}, {phone2}. Rx {id}')
  if (desk.room(60)) {
    sign(desk, desk.left + 14, desk.y + 26)
    desk.sheet.rule(desk.left, desk.y + 38, desk.left + 190, desk.y + 38)
    desk.put(
      desk.left,
      desk.y + 51,
      pick(random, ['Dispense as written', 'Prescriber signature', 'Product selection permitted']),
      { sizePt: 7.5 },
    )
    barcode(desk, desk.right - 90, desk.y + 14, {
      bcid: 'code128',
      payload: numbered(random, 'RX#######'),
      wide: 90,
      tall: 22,
    })
  }
  return desk.finish()
}

export const faxCover: Draw = (random, fonts) => {
  const c = createCase(random)
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: chance(random, 0.7) ? [faxLine(random)] : [footer(random)],
    maxPages: 1,
    low: 10,
    high: 13,
  })
  if (chance(random, 0.5)) letterhead(desk)
  desk.put(desk.left, desk.y + 30, pick(random, ['FAX', 'Fax Cover Sheet', 'FACSIMILE TRANSMITTAL', 'Fax']), {
    font: 'oswald',
    sizePt: between(random, 26, 44),
  })
  desk.y += 62
  const lines = shuffled(random, [
    ['TO|Attention|Send to', '{prov2}'],
    ['COMPANY|Facility|Office', '{fac2}'],
    ['FAX|Fax number|Fax #', '{fax2}'],
    ['FROM|Sender|Sent by', '{clerk}'],
    ['PHONE|Tel|Call back', '{phone2}'],
    ['DATE|Sent|Date/time', '{today.t}'],
    ['RE|Subject|Regarding', '{pt}, DOB {birth.t}'],
    ['PAGES|# of pages incl. cover|Pgs', '{2-17}'],
  ] as const)
  const style = pick(random, ['rule', 'box', 'plain'] as const)
  const columns = pick(random, [1, 2])
  const wide = (desk.right - desk.left) / columns
  lines.forEach(([labels, template], i) => {
    const x = desk.left + (i % columns) * wide
    const end = desk.put(x + 4, desk.y, `${pick(random, labels.split('|'))}:`, desk.bold, wide * 0.42)
    desk.put(
      Math.max(end + 8, x + wide * (columns === 1 ? 0.2 : 0.3)),
      desk.y,
      slots.say(template),
      {},
      wide * 0.6,
    )
    if (style === 'rule') desk.sheet.rule(x, desk.y + 5, x + wide - 10, desk.y + 5, 0.5)
    if (style === 'box') desk.sheet.box(x, desk.y - 15, wide, 22, 0.7)
    if (i % columns === columns - 1) desk.y += 22
  })
  desk.y += 20
  ;['Urgent', 'For review', 'Please reply', 'Per your request'].forEach((word, i) => {
    tick(desk, desk.left + i * 120, desk.y, chance(random, 0.3))
    desk.put(desk.left + i * 120 + 13, desk.y, word)
  })
  desk.y += 34
  const notes = [
    'Records for {mr} follow. Please call {phone2} if pages are missing.',
    'Appointment is {future} at {time}.',
    'Kindly send the last office note and the ECG of {date}.',
    'Chart {mrn}; claim {id}.',
    'Will need an answer by {future}; reply to {staffmail}.',
    'Mark the attached form and fax back to {fax}.',
  ]
  if (chance(random, 0.4))
    shuffled(random, notes)
      .slice(0, 3)
      .forEach((note, i) => {
        hand(desk, desk.left + 4, desk.y + i * 26, slots.say(note), 17, desk.right - desk.left - 8)
      })
  else desk.para(sentences(slots, notes, between(random, 2, 4)))
  desk.y = Math.max(desk.y + 90, 600)
  desk.para(
    sentences(
      slots,
      [
        'CONFIDENTIAL: these pages hold protected health information meant only for the office named above.',
        'If they came to you in error, call {phone2} at once and shred them.',
        'Reading, copying or passing them on may be against federal law (45 CFR Part 164).',
        'Thank you, {fac}.',
      ],
      3,
    ),
    { sizePt: 8.5 },
  )
  return desk.finish()
}
