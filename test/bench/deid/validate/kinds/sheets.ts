/** Turned pages, 7 pt footers, the line of a fax machine, e-mail, ECG. */
import { pick, type Random } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { conditions, drugs } from '../clinical.ts'
import type { Draw } from '../desk.ts'
import { drawFields, someFields } from '../fields.ts'
import { faxLine, footer, margin, runningHead } from '../furniture.ts'
import { barcode, letterhead, title } from '../parts.ts'
import * as prose from '../prose.ts'
import { body, open } from '../section.ts'
import { type Runs, runsOf, sentences } from '../slots.ts'
import { drawTable } from '../table.ts'
import { between, chance } from '../values.ts'

/** A landscape or upright form that lay the wrong way in the scanner. */
export const turnedPage: Draw = (random, fonts) => {
  const landscape = chance(random, 0.5)
  const desk = open(
    random,
    fonts,
    {
      ...(landscape ? { widthPt: 792, heightPt: 612 } : {}),
      furniture: [footer(random)],
      bottomPt: 14,
      maxPages: landscape ? 2 : 1,
      low: 9,
      high: 11,
    },
    { kind: pick(random, ['dialysis', 'school', 'pharmacy', 'clinic']) },
  )
  const { slots } = desk
  title(
    desk,
    pick(random, [
      'Transfer Summary',
      'Daily Census',
      'Home Health Visit',
      'Pharmacy Delivery Log',
      'Sign-in Sheet',
    ]),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob'],
      ['mrn', 'phone', 'provider', 'plan', 'address', 'nurse', 'plate', 'facility'],
    ),
  )
  const rows = Array.from({ length: between(random, 5, 9) }, () => {
    const { patient, birth } = createCase(random)
    return [
      slots.of('date.t'),
      [{ NAME: `${patient.family}, ${patient.given}` }],
      slots.date(birth),
      pick(random, conditions)[1],
      slots.of('bp'),
      pick(random, drugs)[0],
      slots.of('initials'),
    ]
  })
  drawTable(
    desk,
    [1.2, 2.2, 1.2, 0.9, 0.9, 1.4, 0.6],
    ['Date', 'Name', 'DOB', 'Dx', 'BP', 'Item', 'By'],
    rows,
  )
  body(desk, [
    ['Narrative', prose.nursing, between(random, 4, 6)],
    ['Notes', prose.social, 3],
    ['Orders', prose.plan, 3],
  ])
  return desk.finish()
}

export const turnOf = (random: Random): 90 | 180 | 270 => pick(random, [90, 180, 270] as const)

export const smallFooters: Draw = (random, fonts) => {
  const count = between(random, 2, 4)
  const desk = open(random, fonts, {
    furniture: [footer(random, 7, count), runningHead(random), margin(random)],
    topPt: 10,
    bottomPt: 16 + count * 18,
    low: 9,
    high: 11,
  })
  letterhead(desk)
  title(
    desk,
    pick(random, ['Specialty Consultation', 'Annual Wellness Visit', 'Nephrology Note', 'Telehealth Visit']),
  )
  drawFields(
    desk,
    someFields(desk, ['name', 'visit', 'dob'], ['mrn', 'provider', 'age', 'payer', 'ip', 'mail', 'url']),
  )
  body(desk, [
    ['Interval history', prose.history, 5],
    ['Social', prose.social, 3],
    ['Exam', prose.exam, 5],
    ['Impression and plan', prose.plan, 6],
    ['Course', prose.course, between(random, 2, 8)],
    ['Imaging', prose.radiologyFindings, between(random, 1, 5)],
  ])
  desk.say('{prov}, {today}')
  desk.para(sentences(desk.slots, prose.privacyLines, between(random, 2, 4)), { sizePt: 7 })
  return desk.finish()
}

export const faxHeader: Draw = (random, fonts) => {
  const desk = open(
    random,
    fonts,
    {
      furniture: [faxLine(random), ...(chance(random, 0.4) ? [footer(random)] : [])],
      bottomPt: 14,
      low: 9.5,
      high: 11.5,
    },
    { kind: pick(random, ['pharmacy', 'dialysis', 'hospital', 'clinic']) },
  )
  letterhead(desk)
  title(
    desk,
    pick(random, [
      'Refill Request',
      'Order for Durable Medical Equipment',
      'Home Health Certification',
      'Physician Orders',
      'Clarification Needed',
    ]),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob', 'phone'],
      ['provider', 'plan', 'accession', 'npi', 'dea', 'pharmacy', 'address', 'icd', 'medicare'],
    ),
  )
  body(desk, [
    ['Order', prose.plan, between(random, 4, 6)],
    ['Medical need', prose.authReasons, between(random, 3, 5)],
    ['Status', prose.exam, 3],
  ])
  if (chance(random, 0.5))
    body(desk, [
      ['Hospital stay', prose.course, between(random, 6, 10)],
      ['Home', prose.social, 4],
    ])
  desk.say('Please sign and fax back to {fax} by {future}. {clerk}, {phone2}')
  return desk.finish()
}

export const email: Draw = (random, fonts) => {
  const desk = open(random, fonts, {
    furniture: [footer(random)],
    bottomPt: 14,
    maxPages: 2,
    low: 9.5,
    high: 11.5,
  })
  const { slots } = desk
  const heads = [
    ['From', '{clerk} <{staffmail}>'],
    ['To', '{mail}'],
    ['Cc', '{prov2}; {relmail}'],
    ['Sent', '{today} {time}'],
    ['Subject', '{Re: |Fwd: |}your visit on {recent}'],
    ['X-Originating-IP', '[{ip}]'],
  ] as const
  for (const [label, template] of heads.filter(([label]) => label !== 'Cc' || chance(random, 0.5))) {
    desk.put(desk.left, desk.y, `${label}:`, desk.bold, 100)
    desk.put(desk.left + 104, desk.y, slots.say(template), {}, 400)
    desk.y += desk.linePt
  }
  desk.sheet.rule(desk.left, desk.y, desk.right, desk.y, 1)
  desk.y += 22
  desk.say(pick(random, ['Good morning {first},', 'Hi {mr},', 'Hello,']))
  desk.para(
    sentences(
      slots,
      [
        ...prose.payerLines.slice(4),
        ...prose.plan.slice(8),
        'Your photo ID and card can be sent through {url}.',
        'You can join by video at {url} on {future} at {time}.',
      ],
      between(random, 4, 6),
    ),
  )
  desk.para(sentences(slots, prose.privacyLines, between(random, 2, 3)))
  desk.say('{clerk}', {}, 1)
  desk.say('Patient Access, {fac}', {}, 1)
  desk.para(runsOf(['T '], slots.of('phone2'), [' | F '], slots.of('fax')))
  desk.say('On {recent}, {pt} <{mail}> wrote:', { font: desk.look.italic })
  desk.left += 18
  desk.para(
    sentences(
      slots,
      [
        'I will be late on {recent} because my truck, tag {plate}, broke down near {street}.',
        'May I bring my {relation} {relfirst}?',
        'My new insurance is {insurer}, number {plan}.',
        'Please mark my chart that I moved to {home}.',
        'Call me at {phone}, not at {emp}.',
      ],
      between(random, 2, 4),
    ),
  )
  return desk.finish()
}

/** A trace on its paper, with what the cart prints above and below. */
export const ecg: Draw = (random, fonts) => {
  const desk = open(
    random,
    fonts,
    { widthPt: 792, heightPt: 612, maxPages: 1, low: 9, high: 10.5 },
    { kind: pick(random, ['hospital', 'urgent', 'specialist']), ages: [28, 99] },
  )
  const { slots } = desk
  const ids: readonly Runs[] = [
    slots.of('ptlist'),
    runsOf(['ID: '], slots.of('mrn')),
    runsOf(slots.of('birth.t'), [' ('], slots.of('ages'), [' yr) '], slots.of('sex')),
    runsOf(['Tech: '], slots.of('clerk')),
    runsOf(['Order '], slots.of('id')),
  ]
  const values = [
    `Vent rate ${between(random, 52, 118)} bpm`,
    `PR ${between(random, 122, 220)} ms`,
    `QRS ${between(random, 78, 132)} ms`,
    `QT/QTc ${between(random, 350, 420)}/${between(random, 400, 480)} ms`,
    'P-R-T axes 48 -12 61',
  ]
  const says: readonly Runs[] = [
    [pick(random, ['Normal sinus rhythm', 'Sinus bradycardia', 'Atrial fibrillation'])],
    ['Left axis deviation, may be normal'],
    runsOf(['Since '], slots.of('date.t'), [' no change']),
    runsOf(['Read by '], slots.of('prov')),
    runsOf(['Confirmed '], slots.of('today.t'), [' 10:42']),
  ]
  const columns = [ids, values.map((value): Runs => [value]), says]
  columns.forEach((lines, column) => {
    lines.forEach((runs, i) => {
      const style = column === 0 && i === 0 ? desk.bold : {}
      desk.put(desk.left + column * 250, 56 + i * desk.linePt, runs, style, 235)
    })
  })
  const top = 66 + 5 * desk.linePt
  const grid = Array.from({ length: 36 }, (_, i) => `M${i * 20} 0V340`)
    .concat(Array.from({ length: 18 }, (_, i) => `M0 ${i * 20}H700`))
    .join('')
  desk.sheet.picture(desk.left, top, `<path d="${grid}" stroke="#ccc" stroke-width="0.5" fill="none"/>`)
  const leads = ['I', 'aVR', 'V1', 'V4', 'II', 'aVL', 'V2', 'V5', 'III', 'aVF', 'V3', 'V6']
  const beat = between(random, 42, 62)
  leads.forEach((lead, i) => {
    const [x, y] = [desk.left + (i % 4) * 175, top + 60 + Math.floor(i / 4) * 92]
    const high = between(random, 14, 42) * (lead === 'aVR' ? -1 : 1)
    const complex =
      `q4 -5 8 0 h4 l2 3 l3 -${high} l3 ${high + 6} l2 -${9} h6 q6 -9 12 0 h${beat - 44 + 4}`.replace(
        '--',
        '',
      )
    desk.sheet.picture(
      x,
      y,
      `<path d="M0 0 ${Array.from({ length: Math.floor(168 / beat) }, () => complex).join(' ')}" fill="none" stroke="#111" stroke-width="1"/>`,
    )
    desk.put(x + 2, y - 46, lead, { sizePt: 8 })
  })
  desk.put(
    desk.left,
    top + 362,
    runsOf(
      ['25 mm/s  10 mm/mV  0.16-150 Hz  cart '],
      slots.of('device'),
      ['  '],
      slots.of('fac'),
      ['  MAC '],
      slots.of('mac'),
      ['  Page 1 of 1'],
    ),
    { sizePt: 8 },
  )
  if (chance(random, 0.5))
    barcode(desk, desk.right - 130, top + 372, {
      bcid: 'code128',
      payload: slots.case.mrn,
      class: 'MRN',
      wide: 120,
      tall: 24,
    })
  return desk.finish()
}
