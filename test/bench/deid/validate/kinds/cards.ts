/** Insurance card, and licence copy with photo. */
import { pick } from '../../../../../demo/paper/random.ts'
import { type Case, createCase } from '../case.ts'
import { createDesk, type Desk, type Draw } from '../desk.ts'
import { field, sideFields } from '../fields.ts'
import { faxLine } from '../furniture.ts'
import { barcode, logo, photo } from '../parts.ts'
import { hand, sign } from '../pen.ts'
import { type Runs, runsOf, slotsOf, twoLines } from '../slots.ts'
import { between, chance, dayAfter, digitsDate, numbered } from '../values.ts'

const cardFront = (desk: Desk, x: number, y: number, wide: number): void => {
  const { random, slots, look } = desk
  const tall = wide * 0.63
  const dark = chance(random, 0.5)
  desk.sheet.box(x, y, wide, tall, 1.2)
  if (dark) desk.sheet.fill(x, y, wide, 32, '#151515')
  logo(desk, x + wide - 40, y + 36, 30)
  desk.put(
    x + 12,
    y + 22,
    slots.of('insurer'),
    { font: look.head, sizePt: 15, fill: dark ? '#fff' : '#000' },
    wide - 24,
  )
  const half = (wide - 34) / 2
  const left = ['member', 'plan', pick(random, ['group', 'dob'])].map(name => field(desk, name))
  const right = [pick(random, ['visit', 'provider', 'dob']), pick(random, ['payer', 'second', 'group'])].map(
    name => field(desk, name),
  )
  const below = sideFields(desk, x + 12, y + 48, half, left)
  sideFields(desk, x + 22 + half, y + 76, half, right)
  const plans: readonly Runs[] = [
    ['RxBIN ', { EITHER: '610014' }, '   RxPCN ', { EITHER: 'A4HZ' }],
    ['PCP $20   Spec $45   ER $250   Rx 10/35/60'],
    ['PPO   Dental and vision included'],
  ]
  desk.put(
    x + 12,
    Math.min(Math.max(below, y + tall - 24), y + tall - 10),
    pick(random, plans),
    { sizePt: 8 },
    wide - 24,
  )
}

const cardBack = (desk: Desk, x: number, y: number, wide: number): void => {
  const { random, slots } = desk
  const tall = wide * 0.63
  desk.sheet.box(x, y, wide, tall, 1.2)
  desk.sheet.fill(x, y + 12, wide, 22, '#222')
  const lines = [
    'Member services {phone2}   TTY 711',
    'Providers call {phone3} or {url}',
    'Send claims to: {pobox}, {town2}',
    'Payer ID {id}   Pharmacy help {phone2}',
    'This card does not prove coverage. Nurse line 24/7: {phone3}',
  ]
  let at = y + 50
  for (const line of lines.slice(0, between(random, 3, 5)))
    at = desk.wrap(x + 12, at, wide - 96, slots.say(line), { sizePt: 8.5 }) + 2
  if (chance(random, 0.7))
    barcode(desk, x + wide - 74, y + 48, {
      bcid: 'qrcode',
      payload: `MEMBER:${slots.case.plan}`,
      class: 'HEALTH_PLAN',
      wide: 58,
    })
}

export const insuranceCard: Draw = (random, fonts) => {
  const c = createCase(random)
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: chance(random, 0.4) ? [faxLine(random)] : [],
    maxPages: 1,
    low: 9,
    high: 11,
  })
  const wide = between(random, 330, 400)
  const x = between(random, 60, 140)
  cardFront(desk, x, 70, wide)
  const back = 100 + wide * 0.63
  cardBack(desk, x, back, wide)
  const foot = back + wide * 0.63 + 34
  desk.put(
    x,
    foot,
    slots.say(
      pick(random, [
        'Copied {today.t} by {clerk}',
        'Card verified {today.t} {time}, eligible, {initials}',
        'Scan of front and back, chart {mrn}',
      ]),
    ),
  )
  if (chance(random, 0.6))
    hand(
      desk,
      x + 10,
      foot + 34,
      slots.say(
        pick(random, ['{pt} called {recent.t}', 'copay pd, see acct {acct}', 'secondary: {medicare}']),
      ),
      18,
      320,
    )
  if (chance(random, 0.5))
    desk.put(
      x,
      foot + 60,
      runsOf(
        ['Other coverage: Medicare '],
        slots.of('medicare'),
        [', effective '],
        slots.of('date.t'),
        ['. Subscriber employer '],
        slots.of('emp'),
      ),
      { sizePt: 9 },
    )
  return desk.finish()
}

const states: Readonly<Record<string, string>> = {
  TX: 'TEXAS',
  NM: 'NEW MEXICO',
  AZ: 'ARIZONA',
  LA: 'LOUISIANA',
  CA: 'CALIFORNIA',
  NV: 'NEVADA',
  UT: 'UTAH',
  CO: 'COLORADO',
  GA: 'GEORGIA',
  FL: 'FLORIDA',
}

/** The fields of a card by AAMVA's numbers, in an order and with labels that differ by state. */
const licenceFields = (desk: Desk, c: Case): readonly (readonly [string, Runs])[] => {
  const { random, slots } = desk
  const [street, town] = twoLines(c.home)
  const expiry = dayAfter(c.today, between(random, 100, 2000))
  return [
    [pick(random, ['4d DL', 'DL NO.', '4d. LIC. NO.', 'ID']), slots.of('lic')],
    [pick(random, ['1', 'LN', '1 FAMILY NAME']), [{ NAME: c.patient.family.toUpperCase() }]],
    [
      pick(random, ['2', 'FN', '2 GIVEN NAMES']),
      [{ NAME: `${c.patient.given} ${c.patient.middle}`.toUpperCase() }],
    ],
    ['8', street],
    ['', town],
    [pick(random, ['3 DOB', 'DOB', '3. BIRTH']), slots.date(c.birth)],
    [pick(random, ['4a ISS', 'ISS']), slots.of('date.t')],
    [pick(random, ['4b EXP', 'EXP']), slots.date(expiry)],
    [pick(random, ['5 DD', 'DD']), [{ OTHER_ID: numbered(random, '####################') }]],
    ['15 SEX', [c.patient.female ? 'F' : 'M']],
    ['16 HGT', [`5-${numbered(random, '0#')}`]],
    ['18 EYES', [pick(random, ['BRO', 'BLU', 'GRN', 'HAZ'])]],
    ['9 CLASS', ['C']],
  ]
}

export const licence: Draw = (random, fonts) => {
  const c = createCase(random, { ages: [17, 93] })
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, { maxPages: 1, low: 9, high: 11 })
  const [x, y, wide] = [between(random, 60, 150), between(random, 70, 110), between(random, 350, 400)]
  const tall = wide * 0.64
  desk.sheet.fill(x, y, wide, tall, pick(random, ['#f2f2f2', '#e6e6e6', '#fff']))
  desk.sheet.box(x, y, wide, tall, 1.4)
  desk.put(x + 14, y + 24, [{ EITHER: states[c.home.state] ?? 'STATE' }], { font: 'oswald', sizePt: 20 })
  desk.putRight(
    x + wide - 14,
    y + 22,
    pick(random, ['DRIVER LICENSE', 'IDENTIFICATION CARD', 'COMMERCIAL DRIVER LICENSE']),
    { font: 'open-sans-bold', sizePt: 11 },
  )
  const onLeft = chance(random, 0.6)
  const [pw, ph] = [wide * 0.26, wide * 0.33]
  photo(desk, onLeft ? x + 14 : x + wide - 14 - pw, y + 40, pw, ph)
  const ghost = chance(random, 0.5)
  if (ghost) photo(desk, onLeft ? x + wide - 52 : x + 16, y + tall - 58, 36, 46)
  const fx = onLeft ? x + 26 + pw : x + (ghost ? 60 : 16)
  const room = onLeft ? wide - pw - 92 : wide - pw - 90
  const all = licenceFields(desk, c)
  all.forEach(([label, value], i) => {
    const at = y + 44 + (i * (tall - 52)) / all.length
    const end = label === '' ? fx : desk.put(fx, at, label, { sizePt: 6.5, font: 'pt-sans' })
    desk.put(Math.max(end + 4, fx + 38), at, value, { sizePt: 9.5, font: desk.look.bold }, room - 38)
  })
  sign(desk, onLeft ? x + 18 : x + wide - pw - 10, y + 40 + ph + 26, 5)
  const back = y + tall + 30
  desk.sheet.box(x, back, wide, 118, 1.2)
  const payload =
    `@ANSI 636015080002DL${numbered(random, '########')}DCS${c.patient.family}DAC${c.patient.given}DBB${digitsDate(c.birth)}DAQ${c.licence}`
      .normalize('NFD')
      .replace(/[^ -~]/g, '')
  barcode(desk, x + 16, back + 14, { bcid: 'pdf417', payload, class: 'LICENSE', wide: wide - 32 })
  let foot = back + 146
  const notes = [
    'Copy made {today.t} at {fac} by {clerk}.',
    'Original seen; photo matches. {initials} {today.t} {time}',
    'Vehicle in accident of {date}: plate {plate}, VIN {vin}.',
    'Finger scan enrolled: {bio}.',
    'File under chart {mrn}. Address since changed to {home}.',
  ]
  for (const note of notes.filter(() => chance(random, 0.6)))
    foot = desk.wrap(x - 20, foot, 470, slots.say(note)) + 4
  return desk.finish()
}
