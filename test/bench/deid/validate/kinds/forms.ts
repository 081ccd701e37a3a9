/** Intake form with handwriting, and consent. */
import { pick } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { createDesk, type Desk, type Draw } from '../desk.ts'
import { drawFields, shuffled, someFields } from '../fields.ts'
import { footer } from '../furniture.ts'
import { band, bandForms, letterhead, title } from '../parts.ts'
import { comb, hand, signLine, tick, written } from '../pen.ts'
import { runsOf, sentences, slotsOf } from '../slots.ts'
import { between, chance, digitsDate } from '../values.ts'

const asked = [
  ['Name (first, middle, last)|Your full name|Nombre / Name', '{pt}', 2], ['Date of birth|Birthday|Birth date (mm/dd/yy)', '{birth.t}', 1], ['Home address|Street address & city', '{street}, {town}', 2],
  ['Cell phone|Phone (day)|Best number', '{phone}', 1], ['E-mail|Email (for portal)', '{mail}', 1], ['Employer|Where do you work?', '{emp}', 1], ['In case of emergency call|Emergency contact', '{rel}', 1],
  ['Their phone|Phone of contact', '{phone}', 1], ['Relationship', '{relation}', 1], ['Insurance ID|Member number on card', '{plan}', 1], ['Family doctor|Who referred you?', '{prov2}', 1], ['Pharmacy', '{pharm}', 1],
  ['Reason for visit|What brings you in today?', '{dx}, since {date}', 2], ["Driver's license no.", '{lic}', 1], ['Medicines you take', '{rx}, {rx}', 2], ['Soc. Sec. #', '{ssn}', 1], ['Operations and dates', 'knee surgery {date}', 1],
] as const // biome-ignore format: a table

export const intake: Draw = (random, fonts) => {
  const c = createCase(random, { kind: pick(random, ['clinic', 'urgent', 'dental', 'vision']) })
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: [footer(random)],
    bottomPt: 12,
    maxPages: 2,
    low: 9,
    high: 11,
  })
  desk.put(desk.left, desk.y + 4, slots.of('fac'), { font: desk.look.head, sizePt: 15 }, 320)
  desk.putRight(
    desk.right,
    desk.y + 4,
    pick(random, ['NEW PATIENT FORM', 'Health History', 'Patient Registration', 'Please print clearly']),
    desk.bold,
  )
  desk.y += 34
  const below = chance(random, 0.5)
  const gap = below ? 32 : 25
  const combs = chance(random, 0.7)
  if (combs) combRows(desk)
  let column = 0
  const half = (desk.right - desk.left - 18) / 2
  for (const [labels, template, span] of shuffled(random, asked).slice(0, between(random, 10, 15))) {
    if (span === 2 && column === 1) [column, desk.y] = [0, desk.y + gap]
    if (!desk.room(gap)) break
    written(
      desk,
      desk.left + column * (half + 18),
      span === 2 ? half * 2 + 18 : half,
      pick(random, labels.split('|')),
      slots.say(template),
      below,
    )
    if (span === 2 || column === 1) [column, desk.y] = [0, desk.y + gap]
    else column = 1
  }
  desk.y += column === 1 ? gap : 0
  checkBoxes(desk)
  desk.para(
    sentences(
      slots,
      [
        'I allow {fac} to treat me and to bill {insurer}.',
        'I have read the notice of privacy practices.',
        'I will pay what my plan does not.',
        'A fee of $25 may apply to missed visits.',
        'You may leave messages on my voice mail.',
      ],
      3,
    ),
    { sizePt: 8.5 },
  )
  signLine(desk, chance(random, 0.6))
  return desk.finish()
}

const combRows = (desk: Desk): void => {
  const { random, slots } = desk
  const { patient, birth, ssn } = slots.case
  const rows = [
    ['LAST NAME', patient.family, 'NAME', 18], ['FIRST NAME', patient.given, 'NAME', 14], ['DATE OF BIRTH', digitsDate(birth), 'DATE', 8], ['SSN', ssn, 'SSN', 9], ['ZIP', slots.case.home.zip.slice(0, 5), 'LOCATION', 5],
  ] as const // biome-ignore format: a table
  for (const [label, text, kind, boxes] of rows.filter((_, i) => i < 3 || chance(random, 0.5))) {
    desk.put(desk.left, desk.y, label, { sizePt: 8 }, 90)
    comb(desk, desk.left + 100, desk.y, text, kind, boxes, 17)
    desk.y += 25
  }
  desk.y += 8
}

const ills = [
  'Diabetes',
  'High blood pressure',
  'Asthma',
  'Heart murmur',
  'Stroke',
  'Cancer',
  "Crohn's disease",
  "Parkinson's",
  'Seizures',
  'Graves disease',
  'Kidney stones',
  'Glaucoma',
  'Hepatitis',
  'Anemia',
  'Lyme disease',
  'Depression',
  'Gout',
  'Shingles',
]

const checkBoxes = (desk: Desk): void => {
  const { random } = desk
  const chosen = shuffled(random, ills).slice(0, 12)
  const columns = pick(random, [3, 4])
  if (
    !band(
      desk,
      pick(random, ['Have you ever had (check all):', 'Medical history', 'Mark each that applies to you']),
      pick(random, bandForms),
    )
  )
    return
  chosen.forEach((ill, i) => {
    if (i % columns === 0 && !desk.room(16)) return
    const x = desk.left + (i % columns) * ((desk.right - desk.left) / columns)
    tick(desk, x, desk.y, chance(random, 0.3))
    desk.put(x + 13, desk.y, ill, { sizePt: 9 }, (desk.right - desk.left) / columns - 18)
    if (i % columns === columns - 1) desk.y += 16
  })
  desk.y += 14
}

export const consent: Draw = (random, fonts) => {
  const c = createCase(random, { kind: pick(random, ['hospital', 'dental', 'vision', 'dialysis']) })
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: [footer(random)],
    bottomPt: 14,
    low: 9.5,
    high: 12,
  })
  letterhead(desk)
  title(
    desk,
    pick(random, [
      'Consent for Procedure',
      'Informed Consent',
      'Consent to Dialysis',
      'Authorization to Release Information',
      'Consent for Anesthesia',
    ]),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob'],
      ['mrn', 'phone', 'contact', 'provider', 'address', 'licence', 'encounter'],
    ),
  )
  desk.para(
    sentences(
      slots,
      [
        'I, {pt}, allow {prov} and helpers at {fac} to perform {hemodialysis|cataract removal|extraction of teeth #1 and #17|colonoscopy with biopsy|arthroscopy of the right knee}.',
        'The risks, such as bleeding, infection, reaction to drugs and the need for another procedure, were explained to me in words that I understand.',
        'I know that there is no promise of a cure and that other ways, among them doing nothing, were gone over with me on {recent}.',
        'A Foley catheter or a Hickman line may be placed if needed.',
        'If I cannot speak for myself, my {relation} {rel} ({phone}) may decide for me.',
        'I release my records to {fac2}, fax {fax2}, and to {insurer} under member number {plan}.',
        'This consent will end on {future} unless I take it back in writing to {staffmail}.',
        'My identity was checked by license {lic} and {bio}.',
        'Photographs may be taken for the chart and will not leave it.',
        'I was seen by telephone interpreter {clerk}, number {id}.',
      ],
      between(random, 6, 10),
    ),
  )
  for (const line of [
    'I agree to receive blood products.',
    'Students may watch.',
    'I have had a chance to ask questions.',
  ]) {
    if (!desk.room(20)) break
    tick(desk, desk.left, desk.y, chance(random, 0.6))
    desk.put(desk.left + 14, desk.y, line)
    desk.y += 18
  }
  signLine(desk, true)
  if (desk.room(60)) {
    desk.y += 6
    desk.put(desk.left, desk.y, runsOf(['Witness (print): '], slots.of('nurse')), {}, 300)
    hand(desk, desk.left + 320, desk.y, runsOf(slots.of('initials'), [' ok '], slots.of('today.t')), 15, 180)
    desk.y += 26
    desk.put(
      desk.left,
      desk.y,
      runsOf(['Physician: '], slots.of('prov'), [', NPI '], slots.of('npi')),
      {},
      400,
    )
  }
  return desk.finish()
}
