/** The inside page of a dental chart: who it is down one side, the depths around each tooth, the work done, what comes next. */
import { pick, type Random } from '../../../../../demo/paper/random.ts'
import { dentalCase, dentalFrame, dentalLicence } from '../dentist.ts'
import { createDesk, type Desk, type Draw } from '../desk.ts'
import { type Field, shuffled, sideFields } from '../fields.ts'
import * as mouth from '../mouth.ts'
import { band, bandForms, photo } from '../parts.ts'
import { hand, sign } from '../pen.ts'
import { type Runs, runsOf, sentences, slotsOf } from '../slots.ts'
import { type Cell, drawTable } from '../table.ts'
import { between, chance, listedNames } from '../values.ts'

const railFields = (desk: Desk): Field[] => {
  const { random, slots } = desk
  const one = (labels: string, template: string): Field => ({
    label: pick(random, labels.split('|')),
    value: slots.say(template),
  })
  const maybe = [
    one('Calls self|Goes by', '{first}'),
    one('Head of household|Guarantor / HOH|Family file under', '{rel}'),
    one('Text reminders to|Cell for texts|Reach at', '{phone}'),
    one('E-recall|Sends e-mail to', '{mail}'),
    one('Lives at|Postcards to', '{home}'),
    one('Carrier + subscriber no.|Coverage|Dental benefits', '{insurer} {plan}'),
    one('Grp / through', '{group} {emp}'),
    one('Medical doctor|M.D. and phone', '{prov2} {phone3}'),
    one('With us since|First seen here', '{date.t}'),
    one('Last FMX|Pano taken', '{date.t}'),
    one('Hygienist|Usual RDH', '{nurse}'),
    one('Soc. no.|SS (guarantor)', '{ssn}'),
    one('Sent by|Whom may we thank?', '{prov2}'),
  ]
  return [
    one('b.|Birthdate|D/B', '{birth.t}'),
    one('File|Chart ID|Jacket no.', '{mrn}'),
    ...shuffled(random, maybe).slice(0, between(random, 5, 7)),
  ]
}

const depth = (random: Random): string =>
  String(chance(random, 0.85) ? between(random, 2, 4) : between(random, 5, 8))

/** What stands in a tooth's cell of one row. */
const cellOf = (random: Random, label: string, tooth: number): string => {
  if (label === 'No.') return String(tooth)
  if (label === 'Mob') return pick(random, ['', '', '', 'I', 'II'])
  if (label.startsWith('R')) return pick(random, ['', '', '1', '2', '0-1'])
  return `${depth(random)}${depth(random)}${depth(random)}`
}

const cellTall = 11.5
const leadWide = 26

/** One jaw: a row for each label, a column for each tooth, a stroke through those that are gone. @returns the y below. */
const arch = (
  desk: Desk,
  at: { readonly x: number; readonly y: number; readonly wide: number },
  teeth: readonly number[],
  rows: readonly string[],
): number => {
  const { random } = desk
  const unit = (at.wide - leadWide) / 16
  const gone = teeth.filter(() => chance(random, 0.09))
  const cell = (label: string, tooth: number, left: number, top: number) => {
    if (label === 'No.') desk.sheet.fill(left, top, unit, cellTall, '#e4e4e4')
    desk.sheet.box(left, top, unit, cellTall, 0.35)
    if (label !== 'No.' && gone.includes(tooth)) return
    const text = cellOf(random, label, tooth)
    const setting = { sizePt: 7.4, font: 'roboto-condensed' } as const
    if (text !== '') desk.putCentre(left + unit / 2, top + 8.6, text, setting, unit - 3)
    if (/^\d{3}$/.test(text) && chance(random, 0.25))
      desk.sheet.picture(left + 2, top + 1.8, '<circle r="1" fill="#111"/>')
  }
  rows.forEach((label, r) => {
    const top = at.y + r * cellTall
    desk.put(at.x, top + 8.6, label, { sizePt: 6.6 }, leadWide - 3)
    teeth.forEach((tooth, i) => {
      cell(label, tooth, at.x + leadWide + i * unit, top)
    })
  })
  const below = at.y + rows.length * cellTall
  const numbersFirst = rows[0] === 'No.'
  for (const tooth of gone) {
    const x = at.x + leadWide + teeth.indexOf(tooth) * unit
    const top = numbersFirst ? at.y + cellTall : at.y
    desk.sheet.rule(x + 2, top, x + unit - 2, numbersFirst ? below : below - cellTall, 0.7)
  }
  return below
}

/** Depths at each side of each tooth, with the gum's edge and dots where it bled. @returns the y below. */
const depths = (desk: Desk, x: number, y: number, wide: number): number => {
  const upper = Array.from({ length: 16 }, (_, i) => i + 1)
  const lower = upper.map(tooth => 33 - tooth)
  const middle = arch(desk, { x, y, wide }, upper, ['F', 'R-f', 'L', 'R-l', 'Mob', 'No.'])
  return arch(desk, { x, y: middle + 4, wide }, lower, ['No.', 'Mob', 'L', 'R-l', 'F', 'R-f'])
}

const forYoung: ReadonlySet<string> = new Set(['D1351', 'D2930'])
const forGrown: ReadonlySet<string> = new Set(['D4341', 'D4910', 'D5110', 'D5213', 'D6010', 'D6545', 'D7880'])

const entries = (desk: Desk): void => {
  const { random, slots } = desk
  const unfit = slots.case.ageYears < 16 ? forGrown : forYoung
  const fitting = mouth.work.filter(([code]) => !unfit.has(code))
  const done = shuffled(random, fitting).slice(0, between(random, 4, 7))
  const doctor: Runs = [{ EITHER: 'Dr.' }, ' ', { NAME: slots.case.provider.family }]
  const who = (): Runs => (chance(random, 0.5) ? slots.of('initials') : doctor)
  if (chance(random, 0.55)) {
    const rows = done.map(([code, site, note]): Cell[] => [
      slots.say(site),
      runsOf([`${code}. `], slots.say(note)),
      who(),
      slots.of('date.t'),
    ])
    drawTable(
      desk,
      [0.85, 4.5, 1, 1.15],
      [
        pick(random, ['Site', 'Area / surf.', 'Where']),
        pick(random, ['Tx rendered', 'Code and remarks', 'Procedure notes']),
        pick(random, ['By', 'Clinician', 'DDS/RDH']),
        pick(random, ['Done on', 'Completed', 'Seen']),
      ],
      rows,
    )
    return
  }
  for (const [code, site, note] of done) {
    if (!desk.room(desk.linePt * 3.2)) return
    const head = runsOf(
      slots.of('date.t'),
      [`  Chair ${between(random, 1, 9)}  `],
      slots.say(site),
      [`  ${code}  `],
      who(),
    )
    desk.put(desk.left, desk.y, head, { font: desk.look.bold }, desk.right - desk.left)
    desk.y += desk.linePt
    desk.left += 14
    desk.para(slots.say(note))
    desk.left -= 14
  }
}

/** Three cells for what comes next, and who signs. */
const recare = (desk: Desk): void => {
  const { random, slots } = desk
  if (!desk.room(116)) return
  const third = (desk.right - desk.left) / 3
  const top = desk.y
  const cells = [
    [pick(random, ['Next in', 'NV', 'Comes back']), slots.say('{future.t} at {time}')],
    ['With', slots.of('nurse')],
    [pick(random, ['Confirm with', 'Ring first']), slots.say('{relfirst} {phone}')],
  ] as const
  cells.forEach(([label, value], i) => {
    const x = desk.left + i * third
    desk.sheet.box(x, top, third, 34, 1)
    desk.put(x + 4, top + 10, label, { sizePt: 7 }, third - 8)
    if (i === 0 && chance(random, 0.5)) hand(desk, x + 6, top + 28, value, 16, third - 14)
    else desk.put(x + 6, top + 27, value, {}, third - 12)
  })
  desk.y = top + 74
  sign(desk, desk.left + 10, desk.y - 9)
  desk.sheet.rule(desk.left, desk.y + 6, desk.left + 190, desk.y + 6)
  desk.put(
    desk.left,
    desk.y + 18,
    runsOf(slots.of('prov'), ['   Lic. '], dentalLicence(random)),
    { sizePt: 8.5 },
    260,
  )
  if (chance(random, 0.5))
    hand(desk, desk.left + 300, desk.y + 4, slots.say('{rel}, {relation}  {today.t}'), 16, 220)
  desk.y += 34
}

export const chartPage: Draw = (random, fonts) => {
  const slots = slotsOf(random, dentalCase(random))
  const desk = createDesk(random, fonts, slots, {
    furniture: [dentalFrame(random)],
    bottomPt: 24,
    low: 8.5,
    high: 10,
  })
  const { left, right } = desk
  const wide = between(random, 136, 152)
  const railLeft = chance(random, 0.6)
  const [rail, pane] = railLeft ? [left, left + wide + 14] : [right - wide, left]
  const paneWide = right - left - wide - 14
  const face = chance(random, 0.25)
  desk.sheet.fill(rail, 40, wide, 24, '#000')
  const whose: Runs = [{ NAME: pick(random, listedNames)(slots.case.patient) }]
  desk.put(rail + 6, 57, whose, { font: desk.look.bold, sizePt: 13, fill: '#fff' }, wide - 12)
  if (face) photo(desk, rail + wide / 2 - 26, 72, 52, 60)
  const railEnd = sideFields(desk, rail + 7, face ? 150 : 80, wide - 14, railFields(desk))
  desk.sheet.box(rail, 40, wide, railEnd - 40, 1)

  const heading = pick(random, [
    'Chart - inside page',
    'Continuing care',
    'Gum and tooth record',
    'Clinical findings / services',
  ])
  desk.put(pane, 57, heading, { font: desk.look.head, sizePt: 15 }, paneWide - 90)
  desk.putRight(pane + paneWide, 57, slots.of('today.t'), { sizePt: 10 }, 84)
  const alert = runsOf(['ALERT: '], sentences(slots, mouth.alerts, between(random, 1, 2)))
  const alertEnd = desk.wrap(pane + 6, 66 + desk.linePt, paneWide - 12, alert, { font: desk.look.bold })
  desk.sheet.box(pane, 66, paneWide, alertEnd - 66 - desk.linePt * 0.4, 1.8)
  const vitals = slots.say('BP {bp}  P {hr}  ASA {I|II|III}  Plaque {12-70}%  Age {ages}')
  desk.put(pane, alertEnd + desk.linePt, vitals, {}, paneWide)
  const gridEnd = depths(desk, pane, alertEnd + desk.linePt * 1.6, paneWide)

  desk.y = Math.max(railEnd, gridEnd) + desk.linePt * 1.7
  const form = pick(random, bandForms)
  if (band(desk, pick(random, ['Services', 'What we did', 'Tx log', 'Visits']), form)) entries(desk)
  if (band(desk, pick(random, ['Front desk', 'Remarks', 'Sticky notes']), form))
    desk.para(sentences(slots, mouth.deskNotes, between(random, 3, 5)))
  recare(desk)
  return desk.finish()
}
