/** Wristband and specimen labels. */
import type { DrawnPage } from '../../../../../demo/paper/page.ts'
import { pick, type Random } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { createDesk, type Draw } from '../desk.ts'
import type { Fonts } from '../ink.ts'
import { barcode } from '../parts.ts'
import { type Runs, runsOf, type Slots, slotsOf } from '../slots.ts'
import { between, chance, digitsDate, listedNames, numbered } from '../values.ts'

const wristband = (slots: Slots, random: Random, fonts: Fonts): DrawnPage => {
  const c = slots.case
  const desk = createDesk(random, fonts, slots, {
    widthPt: 500,
    heightPt: 110,
    marginPt: 24,
    maxPages: 1,
    low: 9,
    high: 10.5,
  })
  desk.put(
    100,
    40,
    [{ NAME: pick(random, listedNames)(c.patient) }],
    { font: desk.look.bold, sizePt: 13 },
    250,
  )
  desk.put(
    100,
    55,
    runsOf(['DOB: '], slots.of('birth.t'), [c.patient.female ? '  F  ' : '  M  '], slots.of('ages'), [' y']),
    {},
    250,
  )
  desk.put(100, 69, runsOf(['MRN '], slots.of('mrn'), ['  Acct '], slots.of('acct')), {}, 250)
  desk.put(100, 82, runsOf(['Adm '], slots.of('recent.t'), ['  '], slots.of('prov')), {}, 250)
  barcode(desk, 30, 28, {
    bcid: pick(random, ['datamatrix', 'qrcode']),
    payload: `${c.mrn}|${digitsDate(c.birth)}`,
    class: 'MRN',
    wide: 52,
  })
  barcode(desk, 366, 34, { bcid: 'code128', payload: c.mrn, class: 'MRN', wide: 106, tall: 34 })
  return desk.finish()[0] as DrawnPage
}

/** A sheet of stickers, as a registration desk prints them. */
const stickers = (slots: Slots, random: Random, fonts: Fonts): DrawnPage => {
  const c = slots.case
  const desk = createDesk(random, fonts, slots, {
    widthPt: 432,
    heightPt: 288,
    marginPt: 24,
    maxPages: 1,
    low: 8,
    high: 9.2,
  })
  const listed = pick(random, listedNames)(c.patient)
  const tests = ['SST GOLD', 'LAV EDTA', 'BLUE CITRATE', 'URINE CULT', 'RED TOP', 'GRAY NaF']
  const style = between(random, 0, 1)
  for (let i = 0; i < 6; i++) {
    const [x, y] = [28 + (i % 2) * 194, 30 + Math.floor(i / 2) * 80]
    if (style === 0) desk.sheet.box(x - 2, y - 3, 186, 76, 0.4)
    const specimen = numbered(random, '##-###-####')
    desk.put(x + 4, y + 9, [{ NAME: listed }], { font: desk.look.bold }, 176)
    desk.put(x + 4, y + 20, runsOf(slots.of('birth.t'), ['  '], slots.of('mrn')), {}, 176)
    desk.put(x + 4, y + 31, runsOf([`${tests[i]}  `], { OTHER_ID: specimen }), {}, 176)
    desk.put(
      x + 4,
      y + 42,
      runsOf(
        slots.of('recent.t'),
        ` ${between(random, 6, 11)}:${numbered(random, '3#')} `,
        slots.of('initials'),
      ),
      {},
      100,
    )
    barcode(desk, x + 8, y + 47, {
      bcid: chance(random, 0.8) ? 'code128' : 'code39',
      payload: specimen,
      wide: 130,
      tall: 20,
    })
  }
  return desk.finish()[0] as DrawnPage
}

const tube = (slots: Slots, random: Random, fonts: Fonts): DrawnPage => {
  const c = slots.case
  const desk = createDesk(random, fonts, slots, {
    widthPt: 260,
    heightPt: 160,
    marginPt: 24,
    maxPages: 1,
    low: 9,
    high: 10.5,
  })
  const lines: Runs[] = [
    slots.of('ptlist'),
    runsOf(['DOB '], slots.of('birth.t'), ['  Rm '], { EITHER: numbered(random, '###-A') }),
    runsOf(['MR# '], slots.of('mrn')),
    runsOf({ EITHER: 'Dr' }, [' '], { NAME: c.provider.family }, ['  Coll '], slots.of('today.t')),
    ['Tissue, gastric, formalin'],
    runsOf(slots.of('fac')),
  ]
  lines.forEach((runs, i) => {
    desk.put(28, 36 + i * 14.5, runs, i === 0 ? desk.bold : {}, 150)
  })
  barcode(desk, 184, 30, { bcid: 'datamatrix', payload: numbered(random, 'S##-#####'), wide: 48 })
  barcode(desk, 28, 124, { bcid: 'code128', payload: numbered(random, '##########'), wide: 150, tall: 22 })
  return desk.finish()[0] as DrawnPage
}

export const labels: Draw = (random, fonts) => {
  const c = createCase(random, { kind: 'hospital' })
  return [pick(random, [wristband, stickers, tube])(slotsOf(random, c), random, fonts)]
}
