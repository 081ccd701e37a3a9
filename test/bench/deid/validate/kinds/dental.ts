/** A dental office's paper: the inside page of the chart, the slip that goes to the laboratory, the mount of films. */
import { pick, type Random } from '../../../../../demo/paper/random.ts'
import { dentalCase, dentalFrame, dentalLicence } from '../dentist.ts'
import { createDesk, type Desk, type Draw } from '../desk.ts'
import { shuffled } from '../fields.ts'
import * as mouth from '../mouth.ts'
import { barcode } from '../parts.ts'
import { hand, sign, tick, written } from '../pen.ts'
import { oneLine, type Runs, runsOf, sentences, slotsOf, twoLines } from '../slots.ts'
import { between, chance, numbered } from '../values.ts'
import { chartPage } from './dentalchart.ts'

/** Upper and lower front teeth to draw the shade on. */
const shadeMap = (desk: Desk, x: number, y: number): void => {
  const { random } = desk
  for (let i = 0; i < 4; i++) {
    const shape = `<path d="M2 34 Q0 4 ${i % 3 === 0 ? 12 : 16} 2 Q30 4 28 34 Q15 42 2 34Z" fill="none" stroke="#222"/><path d="M5 14H25M4 25H26" stroke="#777" stroke-dasharray="2 2"/>`
    desk.sheet.picture(x + i * 34, y, shape)
    desk.putCentre(x + i * 34 + 15, y + 54, pick(random, mouth.shades), { sizePt: 8.5 }, 32)
  }
}

const labSlip: Draw = (random, fonts) => {
  const c = { ...dentalCase(random), otherFacility: pick(random, mouth.laboratories) }
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, { maxPages: 1, low: 9, high: 10.5 })
  const { left, right } = desk
  const wide = right - left
  const [street, town] = twoLines(c.otherPlace)
  const pan = numbered(random, pick(random, ['####', 'P-###', '##-###']))
  desk.sheet.box(left - 8, 34, wide + 16, 500, 2)
  desk.putRight(right, 60, slots.of('fac2'), { font: desk.look.head, sizePt: 17 }, 330)
  desk.putRight(right, 73, runsOf(street, [', '], town, ['  '], slots.of('phone3')), { sizePt: 8 }, 330)
  desk.sheet.box(left, 44, 120, 34, 1.2)
  desk.put(left + 5, 53, pick(random, ['PAN', 'TRAY NO.', 'CASE PAN']), { sizePt: 7 })
  desk.put(left + 12, 72, [{ OTHER_ID: pan }], { font: desk.look.bold, sizePt: 16 }, 100)
  const heading = pick(random, [
    'Work authorization',
    'Laboratory prescription',
    'Prosthetic order',
    'Rx to the technician',
  ])
  desk.putCentre((left + right) / 2, 98, heading.toUpperCase(), { font: desk.look.bold, sizePt: 11 })
  desk.sheet.rule(left, 104, right, 104, 1)
  const below = chance(random, 0.5)
  const half = wide / 2 - 10
  const lines = [
    ['Dentist|From Dr.', '{prov}'], ['Practice|Office', '{fac}'], ['Patient|Pt (or code)|For', '{pt}'], ['Age / sex', '{ages} / {sex}'], ['Our account at lab|Lab acct', '{acct}'],
    ['Shipped|Out', '{today.t}'], ['Seat date|Need by', '{future.t}'], ['Try-in', '{future.t}'], ['Office tel.|Questions', '{phone2}'], ['Chart', '{mrn}'], ['Picture sent to', '{staffmail}'],
    ['Tooth no(s).', '{2-15}, {18-30}'], ['Opposing sent', '{yes|no|digital scan}'],
  ] as const // biome-ignore format: a table
  desk.y = below ? 126 : 130
  const shown = lines.slice(0, between(random, 10, 13))
  shown.forEach(([labels, template], i) => {
    const x = left + (i % 2) * (half + 20)
    written(desk, x, half, pick(random, labels.split('|')), slots.say(template), below)
    if (i % 2 === 1 || i === shown.length - 1) desk.y += below ? 31 : 27
  })
  const mid = desk.y + 2
  const chosen = shuffled(random, mouth.madeOf).slice(0, 6)
  const picked = between(random, 0, 5)
  chosen.forEach((material, i) => {
    tick(desk, left, mid + 12 + i * 17, i === picked)
    desk.put(left + 16, mid + 12 + i * 17, material, { sizePt: 9 }, 190)
  })
  shadeMap(desk, left + 240, mid + 2)
  desk.put(left + 388, mid + 14, runsOf(['Stump '], [pick(random, mouth.shades)]), { sizePt: 9 })
  desk.put(left + 388, mid + 30, pick(random, ['Occl. stain: light', 'Contacts: snug', 'Pontic: ovate']), {
    sizePt: 9,
  })
  hand(desk, left + 236, mid + 84, sentences(slots, mouth.slipWishes, 1), 17, 284)
  if (chance(random, 0.6))
    hand(desk, left + 236, mid + 106, sentences(slots, mouth.slipWishes.slice(1), 1), 17, 284)
  sign(desk, left + 10, 496)
  desk.sheet.rule(left, 514, left + 210, 514, 0.7)
  desk.put(left, 525, pick(random, ['Signature of dentist (state law)', 'Signed, prescribing doctor']), {
    sizePt: 7.5,
  })
  desk.put(left + 240, 512, runsOf(['License '], dentalLicence(random)), {}, 140)
  desk.put(left + 400, 512, runsOf(['NPI '], slots.of('npi')), {}, 120)

  desk.sheet.picture(left - 8, 556, `<path d="M0 0H${wide + 16}" stroke="#000" stroke-dasharray="7 4"/>`)
  const stub: readonly Runs[] = [
    runsOf(['Stays with impression   pan '], [{ OTHER_ID: pan }]),
    runsOf(slots.of('ptlist'), ['   '], slots.of('birth.t')),
    runsOf(slots.of('fac'), ['   '], slots.of('prov')),
    oneLine(c.facilityPlace),
    slots.say('UPS {id}  picked up {today.t} {time} by {clerk}'),
    slots.say('Returned {future.t}, checked {initials}. Implant part {device}.'),
  ]
  desk.y = 580
  for (const line of stub.slice(0, between(random, 4, 6)))
    desk.y = desk.wrap(left, desk.y, wide - 150, line, {}) + 3
  barcode(desk, right - 124, 574, {
    bcid: 'code128',
    payload: `PAN${pan.replace(/\W/g, '')}`,
    wide: 120,
    tall: 30,
  })
  return desk.finish()
}

/** A film of the set: dark, with pale crowns and roots. */
const film = (random: Random, wide: number, tall: number): string => {
  const count = wide > tall ? 3 : 2
  const each = wide / count
  const teeth = Array.from({ length: count }, (_, i) => {
    const [x, w] = [i * each + 3, each - 6]
    const gray = between(random, 130, 190)
    return `<path d="M${x} ${tall * 0.62} Q${x + w / 2} ${tall * 0.95} ${x + w} ${tall * 0.62} L${x + w * 0.75} ${tall * 0.16} Q${x + w / 2} ${tall * 0.34} ${x + w * 0.25} ${tall * 0.16}Z" fill="rgb(${gray},${gray},${gray})"/>`
  }).join('')
  return `<rect width="${wide}" height="${tall}" fill="#151515"/><rect width="${wide}" height="${tall * 0.5}" fill="#3c3c3c"/>${teeth}`
}

const mount = (desk: Desk, top: number): number => {
  const { random, slots } = desk
  const lay = (y: number, sizes: readonly (readonly [number, number])[], captions: readonly string[]) => {
    const all = sizes.reduce((sum, [wide]) => sum + wide, 0) + (sizes.length - 1) * 8
    let x = (desk.widthPt - all) / 2
    sizes.forEach(([wide, tall], i) => {
      desk.sheet.picture(x, y, film(random, wide, tall))
      desk.putCentre(x + wide / 2, y + tall + 8, captions[i] ?? '', { sizePt: 6.8 }, wide)
      x += wide + 8
    })
  }
  const [flat, high] = [[88, 62], [58, 84]] as const // biome-ignore format: a pair
  const row = [flat, flat, high, high, high, flat, flat]
  lay(top, row, ['1-3', '3-5', '6-7', '8-9', '10-11', '12-14', '14-16'])
  lay(top + 100, [flat, flat, flat, flat], ['R molar BW', 'R pre BW', 'L pre BW', 'L molar BW'])
  lay(top + 192, row, ['32-30', '30-28', '27-26', '25-24', '23-22', '21-19', '19-17'])
  if (chance(random, 0.7)) {
    const burnt = runsOf(
      [{ NAME: `${slots.case.patient.family} ${slots.case.patient.given}`.toUpperCase() }],
      ['  '],
      slots.of('today.t'),
    )
    const x = (desk.widthPt - 376) / 2
    desk.sheet.fill(x, top + 175, 376, 11, '#111')
    desk.putCentre(desk.widthPt / 2, top + 183, burnt, { font: 'plex-mono', sizePt: 7.5, fill: '#fff' }, 360)
  }
  return top + 286
}

const filmMount: Draw = (random, fonts) => {
  const slots = slotsOf(random, dentalCase(random))
  const desk = createDesk(random, fonts, slots, {
    widthPt: 792,
    heightPt: 612,
    maxPages: 1,
    furniture: [dentalFrame(random)],
    bottomPt: 24,
    low: 8.5,
    high: 9.5,
  })
  const { left, right } = desk
  const sticker = chance(random, 0.5) ? left : right - 236
  const other = sticker === left ? left + 256 : left
  desk.sheet.box(sticker, 34, 236, 56, 1.4)
  const lines: readonly Runs[] = [
    slots.of('ptlist'),
    runsOf(['b. '], slots.of('birth.t'), ['   jacket '], slots.of('mrn')),
    slots.say('{phone}   {relation} {relfirst}'),
  ]
  lines.forEach((line, i) => {
    desk.put(
      sticker + 8,
      50 + i * 15,
      line,
      { sizePt: i === 0 ? 12 : 9.5, font: i === 0 ? desk.look.bold : desk.look.body },
      220,
    )
  })
  const heading = pick(random, ['Full mouth series', 'Radiograph mount', 'Complete set, 18 films', 'FMX'])
  desk.put(other, 50, heading, { font: desk.look.head, sizePt: 17 }, 220)
  const shot = slots.say('Exposed {today.t} {time} by {nurse}, 70 kVp, 7 mA, 0.{10-25} s. Sensor {device}.')
  desk.wrap(other, 66, 420, shot, { sizePt: 9 })
  const end = mount(desk, 100)
  const half = (right - left - 24) / 2
  const sizePt = Math.min(desk.look.sizePt, 9.2)
  const foot = desk.heightPt - 64
  const columns = [
    [pick(random, ['Reading', 'Seen on films', 'Interpretation']), sentences(slots, mouth.filmNotes, between(random, 3, 4))],
    [pick(random, ['Copies', 'Sent out', 'Release']), slots.say(pick(random, [
      'Duplicate to {prov2}, {fac2}, fax {fax2}, on {recent.t}. Asked for by {rel}, {phone}. Sent from {staffmail}, server {ip}.',
      'CD burned {recent.t} for {insurer}, subscriber {plan}, claim {id}. Signed out to {relfirst} at {time}, {clerk}.',
      'Loaned to {mr}, license {lic} seen, due back {future.t}. Home: {home}.',
    ]))],
  ] as const // biome-ignore format: two columns
  columns.forEach(([head, text], i) => {
    const x = left + i * (half + 24)
    desk.put(x, end + 14, head, { font: desk.look.bold, sizePt: 10 }, half)
    let size = sizePt
    while (
      size > 7 &&
      end + 28 + (desk.lines(text, half, { sizePt: size }) + (i === 1 ? 3.4 : 0)) * size * desk.look.leading >
        foot
    )
      size -= 0.3
    const below = desk.wrap(x, end + 28, half, text, { sizePt: size })
    if (i === 0 || below + 34 > foot + 8) return
    sign(desk, x + 6, below + 14, 6)
    desk.put(
      x + 170,
      below + 14,
      runsOf(slots.of('prov'), ['  '], dentalLicence(random)),
      { sizePt: 8.5 },
      half - 170,
    )
  })
  return desk.finish()
}

export const dentalRecord: Draw = (random, fonts) =>
  pick(random, [chartPage, chartPage, chartPage, labSlip, filmMount])(random, fonts)
