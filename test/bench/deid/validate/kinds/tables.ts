/** Lab table, medication list, immunisation record. */

import { pick, type Random } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { drugs, tests, vaccines } from '../clinical.ts'
import { createDesk, type Desk, type Draw } from '../desk.ts'
import { drawFields, shuffled, someFields } from '../fields.ts'
import { footer, runningHead } from '../furniture.ts'
import { band, bandForms, barcode, letterhead, title } from '../parts.ts'
import { sign } from '../pen.ts'
import * as prose from '../prose.ts'
import { runsOf, sentences, slotsOf } from '../slots.ts'
import { type Cell, drawTable, tableForm } from '../table.ts'
import { between, chance, dayAfter, numbered } from '../values.ts'

const resultOf = (
  random: Random,
  [name, low, high, decimals, units, range]: (typeof tests)[number],
): string[] => {
  const value = low === high ? 'Negative' : (low + random() * (high - low)).toFixed(decimals)
  const [from = 0, to = 1e9] = (/^([\d.]+)-([\d.]+)$/.exec(range) ?? []).slice(1).map(Number)
  const flag =
    Number(value) < from
      ? pick(random, ['L', 'Low', 'L*'])
      : Number(value) > to
        ? pick(random, ['H', 'High', 'H*'])
        : ''
  return [name, value, flag, units, range]
}

const monthly = (desk: Desk): void => {
  const { random, slots } = desk
  const days = Array.from({ length: between(random, 3, 5) }, (_, i) =>
    slots.date(dayAfter(slots.case.today, -28 * i - between(random, 0, 3))),
  )
  const rows = shuffled(random, tests)
    .slice(0, between(random, 8, 16))
    .map((test): Cell[] => [test[0], ...days.map(() => resultOf(random, test)[1] ?? ''), test[4]])
  const sizePt = desk.look.sizePt * 0.9
  const head: Cell[] = ['Test', ...days, 'Units']
  drawTable(desk, [2.2, ...days.map(() => 1.5), 1.3], [], [head, ...rows], { ...tableForm(desk), sizePt })
}

export const labTable: Draw = (random, fonts) => {
  const c = createCase(random, { kind: 'lab' })
  const slots = slotsOf(random, c)
  const furniture = [footer(random), ...(chance(random, 0.6) ? [runningHead(random)] : [])]
  const desk = createDesk(random, fonts, slots, { furniture, topPt: 8, bottomPt: 16, low: 8.5, high: 10.5 })
  letterhead(desk)
  title(
    desk,
    pick(random, ['Laboratory Report', 'Patient Results', 'Final Lab Report', 'Cumulative Results']),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob', 'collected', 'accession'],
      ['mrn', 'reported', 'provider', 'sex', 'age', 'phone', 'acct', 'npi', 'facility', 'clerk'],
    ),
  )
  if (chance(random, 0.4)) {
    barcode(desk, desk.right - 130, desk.y, {
      bcid: 'code128',
      payload: numbered(random, 'A######'),
      wide: 118,
      tall: 24,
    })
    desk.y += 44
  }
  if (chance(random, 0.35)) monthly(desk)
  const form = tableForm(desk)
  const bandForm = pick(random, bandForms)
  const groups = shuffled(random, tests)
  const groupCount = between(random, 2, 4)
  for (let g = 0; g < groupCount; g++) {
    if (
      !band(
        desk,
        pick(random, [
          'CHEMISTRY',
          'Hematology',
          'Renal panel',
          'Endocrine',
          'Metabolic Panel, CPT 80053',
          'CBC, CPT 85025',
        ]),
        bandForm,
      )
    )
      break
    drawTable(
      desk,
      [2.6, 1.1, 0.8, 1.4, 1.5],
      ['Test', 'Result', 'Flag', 'Units', 'Reference Range'],
      groups.slice(g * 7, g * 7 + between(random, 5, 7)).map(test => resultOf(random, test)),
      form,
    )
  }
  desk.para(
    sentences(
      slots,
      [
        'Comment: fasting specimen, slightly hemolyzed.',
        'Gram stain and Wright stain pending.',
        'Critical potassium called to {nurse} by {clerk} at {time} on {recent}; read back.',
        'Direct Coombs repeated, 1:160 by tube method.',
        'Copy to {prov2}, {fac2}, fax {fax2}.',
        'Performed at {fac2}, CLIA {id}, director {prov2}.',
        'May be affected by biotin; will repeat if asked.',
        'ICD-10 {icd}, {icd}.',
      ],
      between(random, 2, 5),
    ),
    { sizePt: desk.look.sizePt * 0.92 },
  )
  return desk.finish()
}

export const medicationList: Draw = (random, fonts) => {
  const c = createCase(random)
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: [runningHead(random), footer(random)],
    topPt: 10,
    bottomPt: 14,
    low: 8.5,
    high: 11,
  })
  title(
    desk,
    pick(random, ['Medication List', 'Active Medications', 'Medication Reconciliation', 'Pharmacy Profile']),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob', 'pharmacy'],
      ['mrn', 'phone', 'provider', 'visit', 'plan', 'age', 'contact', 'address', 'nurse'],
    ),
  )
  const form = tableForm(desk)
  const withRx = chance(random, 0.5)
  const rows = shuffled(random, drugs)
    .slice(0, between(random, 7, 15))
    .map(([drug, strength, directions, ndc]): Cell[] => [
      `${drug} ${strength}`,
      directions,
      withRx ? slots.of('id') : ndc,
      slots.of('date.t'),
      chance(random, 0.5) ? [{ NAME: c.provider.family }] : [{ NAME: c.second.family }],
    ])
  drawTable(
    desk,
    [2.3, 2.3, 1.6, 1.5, 1.5],
    [
      'Medication',
      'Directions',
      withRx ? 'Rx #' : 'NDC',
      pick(random, ['Started', 'Last fill', 'Start Date']),
      pick(random, ['Prescriber', 'Ordered by']),
    ],
    rows,
    form,
  )
  if (band(desk, 'Allergies', 'ruled'))
    desk.say(
      '{Penicillin - rash|Sulfa - hives|No known drug allergies|Latex, adhesive tape}; noted {date.t} by {initials}.',
    )
  if (band(desk, 'Notes', 'ruled'))
    desk.para(
      sentences(
        slots,
        [
          ...prose.plan.slice(0, 4),
          'Reviewed with {rel} by phone {phone} on {recent}.',
          'Mail order: {pharm}, {phone2}, account {acct}.',
          'Pill box filled by {relation} every Sunday; may crush tablets.',
        ],
        between(random, 3, 6),
      ),
    )
  desk.say('{Reviewed|Verified|Reconciled} by {nurse} {today.t}', { font: desk.look.italic })
  return desk.finish()
}

export const immunisation: Draw = (random, fonts) => {
  const c = createCase(random, { ages: [1, 17] })
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: [footer(random)],
    bottomPt: 14,
    low: 8.5,
    high: 10.5,
  })
  desk.putCentre(
    (desk.left + desk.right) / 2,
    desk.y + 4,
    pick(random, [
      'State Immunization Information System',
      'Department of Health and Human Services',
      'Official Immunization Record',
      'CERTIFICATE OF IMMUNIZATION',
    ]),
    { font: desk.look.head, sizePt: 15 },
  )
  desk.y += 28
  drawFields(
    desk,
    someFields(
      desk,
      ['plainName', 'dob', 'contact'],
      ['sex', 'address', 'phone', 'county', 'plan', 'provider', 'encounter', 'facility'],
    ),
  )
  const rows = shuffled(random, vaccines)
    .slice(0, between(random, 8, 13))
    .map(([vaccine, cvx]): Cell[] => {
      const doses = Array.from({ length: between(random, 1, 3) }, (_, i) =>
        slots.date(dayAfter(c.birth, 60 + i * between(random, 55, 300))),
      )
      return [
        vaccine,
        cvx,
        doses[0] ?? '',
        doses[1] ?? '',
        doses[2] ?? '',
        numbered(random, 'A#*##A'),
        chance(random, 0.6) ? slots.of('initials') : [{ LOCATION: c.facility.split(' ')[0] ?? '' }],
      ]
    })
  drawTable(
    desk,
    [2.3, 0.6, 1.4, 1.4, 1.4, 1, 1.1],
    ['Vaccine', 'CVX', 'Dose 1', 'Dose 2', 'Dose 3', 'Lot', 'Given by'],
    rows,
  )
  desk.para(
    sentences(
      slots,
      [
        'Next due: Tdap on {future.t}, HPV9 on {future.t}.',
        'Varicella: history of disease reported by {relation} {rel}, {date}.',
        'TB skin test placed {date.t}, read {date.t}: 0 mm.',
        'Record requested by {school}, {phone2}.',
        'Issued at {fac}, {county}, by {nurse}.',
        'Exemption on file: none. May attend school through {future}.',
      ],
      between(random, 3, 5),
    ),
  )
  if (desk.room(60)) {
    sign(desk, desk.left + 10, desk.y + 26)
    desk.sheet.rule(desk.left, desk.y + 32, desk.left + 200, desk.y + 32)
    desk.put(desk.left, desk.y + 44, 'Physician or registrar', { sizePt: 8 })
    desk.put(desk.left + 230, desk.y + 32, runsOf(['Date '], slots.of('today.t')))
    if (chance(random, 0.6))
      barcode(desk, desk.right - 62, desk.y - 6, {
        bcid: 'qrcode',
        payload: `https://${c.slug}.example.org/shc/${numbered(random, '########')}`,
        wide: 56,
      })
  }
  return desk.finish()
}
