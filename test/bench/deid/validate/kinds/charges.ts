import { pick } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { conditions, procedures } from '../clinical.ts'
import { createDesk, type Desk, type Draw } from '../desk.ts'
import { drawFields, shuffled, someFields } from '../fields.ts'
import { footer, margin, runningHead } from '../furniture.ts'
import { band, bandForms, barcode, letterhead, title } from '../parts.ts'
import * as prose from '../prose.ts'
import { type Runs, runsOf, sentences, slotsOf } from '../slots.ts'
import { type Cell, drawTable } from '../table.ts'
import { between, chance, numbered } from '../values.ts'

/** A dialysis treatment's sheet: machine, weights, a row every half hour, notes of the nurse. */
export const dialysis: Draw = (random, fonts) => {
  const c = createCase(random, { kind: 'dialysis', ages: [30, 94] })
  const slots = slotsOf(random, c)
  const furniture = [runningHead(random), footer(random), ...(chance(random, 0.5) ? [margin(random)] : [])]
  const desk = createDesk(random, fonts, slots, { furniture, topPt: 10, bottomPt: 14, low: 8, high: 10 })
  title(
    desk,
    pick(random, [
      'Hemodialysis Treatment Record',
      'HD Run Sheet',
      'Nursing Flowsheet - Dialysis',
      'Treatment Details',
    ]),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'mrn', 'visit', 'device', 'nurse'],
      ['dob', 'age', 'provider', 'medicare', 'facility', 'encounter', 'bp', 'ip'],
    ),
  )
  const rows = Array.from({ length: between(random, 6, 10) }, (_, i): Cell[] => [
    `${6 + Math.floor(i / 2)}:${i % 2 === 0 ? '05' : '35'}`,
    slots.of('bp'),
    slots.of('hr'),
    String(between(random, 320, 450)),
    `-${between(random, 140, 230)}`,
    String(between(random, 120, 240)),
    `${(i * 0.32).toFixed(2)}`,
    slots.of('initials'),
  ])
  drawTable(
    desk,
    [1, 1.2, 0.9, 0.9, 0.9, 0.9, 1, 0.8],
    ['Time', 'BP', 'Pulse', 'BFR', 'AP', 'VP', 'UF (L)', 'Init'],
    rows,
  )
  if (band(desk, pick(random, ['Nursing Notes', 'Interventions', 'Narrative']), pick(random, bandForms)))
    for (const note of shuffled(random, prose.nursing).slice(0, between(random, 5, 9))) desk.say(note, {}, 2)
  if (band(desk, 'Adequacy', 'ruled'))
    desk.say(
      'Kt/V 1.{20-68}, URR {60-78}%; hemoglobin {9-12}.{1-9} g/dL. Epoetin alfa 10,000 units IV given, next labs {future.t}.',
    )
  desk.say('Signed {nurse} {today.t} {time}; reviewed {prov} {today.t}')
  return desk.finish()
}

export const billing: Draw = (random, fonts) => {
  const c = createCase(random, { kind: pick(random, ['clinic', 'hospital', 'dental', 'vision']) })
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: [footer(random)],
    bottomPt: 14,
    low: 8.5,
    high: 10.5,
  })
  letterhead(desk)
  title(
    desk,
    pick(random, [
      'Patient Statement',
      'Billing Statement',
      'Explanation of Benefits',
      'Itemized Charges',
      'This is not a bill',
    ]),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['plainName', 'acct', 'visit'],
      ['address', 'plan', 'group', 'payer', 'claim', 'dob', 'url', 'clerk', 'provider', 'phone'],
    ),
  )
  let owed = 0
  const rows = shuffled(random, procedures)
    .slice(0, between(random, 5, 10))
    .map(([code, words, charge]): Cell[] => {
      const paid = Math.round(charge * random() * 0.8)
      owed += charge - paid
      return [
        slots.of('date.t'),
        code,
        words,
        pick(random, conditions)[1],
        `$${charge}.00`,
        `$${paid}.00`,
        `$${charge - paid}.00`,
      ]
    })
  rows.push(['', '', 'Amount due', '', '', '', `$${owed}.00`])
  drawTable(
    desk,
    [1.4, 0.9, 2.8, 1, 1, 1, 1],
    [
      pick(random, ['DOS', 'Date', 'Service Date']),
      'Code',
      'Description',
      'Dx',
      'Charge',
      'Plan paid',
      'You owe',
    ],
    rows,
  )
  desk.para(sentences(slots, prose.payerLines, between(random, 3, 6)))
  coupon(desk, owed)
  return desk.finish()
}

const coupon = (desk: Desk, owed: number): void => {
  const { random, slots } = desk
  if (!desk.room(120)) return
  desk.sheet.picture(
    desk.left,
    desk.y,
    `<path d="M0 0H${desk.right - desk.left}" stroke="#000" stroke-dasharray="4 3"/>`,
  )
  const left: Runs[] = [slots.of('pt'), ...[slots.of('street'), slots.of('town'), slots.of('zip')]]
  desk.put(desk.left, desk.y + 16, 'Detach and return with payment', { sizePt: 8 })
  left.forEach((runs, i) => {
    desk.put(desk.left, desk.y + 34 + i * desk.linePt, runs, {}, 200)
  })
  const facts: Runs[] = [
    runsOf(['Account '], slots.of('acct')),
    [`Amount due $${owed}.00`],
    runsOf(['Pay by '], slots.of('future.t')),
    runsOf(['Pay at '], slots.of('url')),
  ]
  facts.forEach((runs, i) => {
    desk.put(desk.left + 230, desk.y + 34 + i * desk.linePt, runs, {}, 180)
  })
  const payload = numbered(random, '0##########')
  if (chance(random, 0.8))
    barcode(
      desk,
      desk.right - 84,
      desk.y + 30,
      pick(random, [
        { bcid: 'code39', payload: payload.slice(0, 7), class: 'ACCOUNT', wide: 84, tall: 22 },
        { bcid: 'datamatrix', payload, class: 'ACCOUNT', wide: 40 },
      ]),
    )
  desk.y += 110
}
