/** Prescriptions, wristbands and specimen labels. */
import type { FontName } from '../../../../demo/paper/font.ts'
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { drugs, sigs } from './clinical.ts'
import { penDate } from './dates.ts'
import { type FieldKey, fieldLines, fieldOf, someFields } from './fields.ts'
import { letterhead } from './letterhead.ts'
import { createPaper, type Paper } from './paper.ts'
import { byHand, type Runs, tag, unaccented } from './runs.ts'
import type { Story } from './story.ts'

type Corner = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** For whom, typed or by hand. */
const bearer = (paper: Paper, keys: readonly FieldKey[], hand: boolean): void => {
  const { chance, story } = paper
  const { cast } = story
  for (const key of keys) {
    const { label, runs } = fieldOf(paper, key)
    const end = paper.line(paper.left, paper.y, [`${label}:`], paper.body, 110) + 6
    if (hand) {
      const given: Runs = key === 'date' ? [tag('DATE', penDate(chance, cast.today))] : runs
      block.writeByHand(paper, end + 4, paper.y, given, block.pen(paper, 16), paper.right - end - 8)
      paper.sheet.rule(end, paper.y + 4, paper.right, paper.y + 4, 0.5)
    } else paper.line(end, paper.y, runs, paper.body)
    paper.y += hand ? 25 : paper.look.sizePt * 1.7
  }
}

/** What to take, typed or by hand. */
const lines = (paper: Paper, chosen: readonly string[], hand: boolean): void => {
  const { chance } = paper
  for (const drug of chosen) {
    const rows: Runs[] = [
      [drug],
      [`Sig: ${chance.pick(sigs)}`],
      [`Disp: #${chance.pick(['10', '30', '60', '90'])}   Refills: ${chance.int(0, 5)}`],
    ]
    for (const runs of rows) {
      paper.y += hand ? 24 : paper.look.sizePt * 1.5
      if (hand)
        paper.line(
          paper.left + 44,
          paper.y,
          byHand(runs),
          block.pen(paper, 17, 'handwriting'),
          paper.width - 50,
        )
      else paper.line(paper.left + 44, paper.y, runs, paper.body)
    }
    paper.y += 12
  }
}

export const prescription: Kind = {
  name: 'prescription',
  draw: (random, fonts) => {
    const half = random() < 0.4
    const paper = createPaper(random, fonts, {
      size: half ? [8, 9.5] : [9.5, 12],
      pages: 1,
      look: { marginPt: half ? 30 : 60 },
      footPt: 40,
      ...(half ? { sheetPt: { widthPt: 396, heightPt: 612 } } : {}),
    })
    const { chance, story } = paper
    const { say, cast } = story
    letterhead(paper, { name: cast.clinic, place: 'office' })
    fieldLines(paper, someFields(paper, ['drfield', 'npi', 'dea', 'licence'], 1, 0.8), 2)
    paper.sheet.rule(paper.left, paper.y, paper.right, paper.y, 1)
    paper.gap(1.8)
    const hand = chance.likely(0.5)
    const keys: FieldKey[] = chance.likely(0.5)
      ? ['ptfield', 'dob', 'home', 'date']
      : ['ptfield', 'date', 'dob', 'phone', 'weight']
    bearer(paper, keys, hand)
    paper.y += 18
    paper.line(paper.left, paper.y + 6, ['Rx'], { font: 'tinos-bold', sizePt: 30 })
    paper.y += 16
    lines(paper, chance.some(drugs, chance.int(1, half ? 2 : 4)), hand)
    paper.y += 22
    if (chance.likely(0.6))
      paper.para(
        say(
          chance.pick([
            'Send to {pharmacy}, {other}',
            'Pharmacy: {pharmacy}  Fax {otherfax}',
            'E-prescribed to {pharmacy} in {town} on {date} {time}',
          ]),
        ),
      )
    block.checkBox(paper, paper.left, paper.y + 6, ['Substitution permitted'], chance.likely(0.5), 150)
    block.checkBox(
      paper,
      paper.left + paper.width / 2,
      paper.y + 6,
      ['Dispense as written'],
      chance.likely(0.3),
      150,
    )
    paper.y += 14
    block.signatureLine(paper, 'Prescriber', 'NAME', chance.likely(0.6) ? say('{dr}') : undefined)
    paper.line(
      paper.left,
      Math.min(paper.y + 6, paper.heightPt - 30),
      say(
        chance.pick([
          'Form RX-2  Serial {claim}',
          'Void if altered. May be filled at any pharmacy.',
          'Rx No. {claim}  {clinic}',
        ]),
      ),
      { font: paper.look.body, sizePt: 7 },
    )
    return paper.finish()
  },
}

const labelTexts = [
  ['{ptfield}', 'DOB {dob}  {sex}', 'MRN {mrn}', '{drfield}', 'Adm {fieldrecent}'],
  ['{ptfield}', 'Coll: {date} {time}', 'Acc# {accession}', 'SST gold 4 mL  {nurse}', 'Ord: {drlast}'],
  ['{ptfield}', '{mrn}   {dob}', '{hospital}', 'Acct {account}', 'Allergy: PENICILLIN'],
  ['{ptfield}', '{age}  {sex}', 'Urine culture', '{accession}  {fieldrecent}', 'Ward 4  Bed 12'],
] as const

const drawLabel = (paper: Paper, story: Story, { x, y, width, height }: Corner): void => {
  const { chance } = paper
  const font: FontName = chance.pick([
    'arimo-bold',
    'archivo-narrow',
    'mono',
    'roboto-bold',
    'condensed',
    'cousine',
    'sans-bold',
  ])
  paper.sheet.box(x, y, width, height, 0.6)
  const lines = chance.pick(labelTexts)
  const square = chance.likely(0.35)
  const codeWidth = square ? 52 : 0
  const room = square ? height - 10 : height - 44
  const sizePt = Math.min(10.5, room / lines.length / 1.25)
  for (const [i, template] of lines.entries())
    paper.line(
      x + 7,
      y + 6 + sizePt * (1 + i * 1.25),
      unaccented(story.say(template)),
      { font, sizePt },
      width - 14 - codeWidth,
    )
  const [bcid, payload] = square
    ? [chance.pick(['datamatrix', 'qrcode']), `${story.cast.mrn}^${story.cast.accession}`]
    : ['code128', chance.pick([story.cast.mrn, story.cast.accession])]
  const truth = { class: payload === story.cast.mrn ? 'MRN' : 'OTHER_ID', payload }
  if (square) block.barcode(paper, { x: x + width - 52, y: y + 8, widthPt: 44 }, bcid, truth)
  else block.barcode(paper, { x: x + 12, y: y + height - 32, widthPt: width - 24 }, bcid, truth, 8)
}

export const labels: Kind = {
  name: 'labels',
  draw: (random, fonts) => {
    const band = random() < 0.35
    const sheetPt = band ? { widthPt: 720, heightPt: 160 } : { widthPt: 396, heightPt: 432 }
    const paper = createPaper(random, fonts, { size: [8, 10], pages: 1, sheetPt, look: { marginPt: 26 } })
    const { chance, story } = paper
    if (band) {
      drawLabel(paper, story, { x: 30, y: 34, width: 250, height: 94 })
      const size = chance.int(11, 14)
      const lines = [
        '{ptfield}',
        'DOB: {dob}   MRN: {mrn}',
        chance.pick([
          '{hospital}   {drlast}',
          'Allergies: latex, penicillin   FALL RISK',
          '{account}   {fieldrecent}',
        ]),
      ]
      for (const [i, template] of lines.entries())
        paper.line(
          300,
          56 + i * size * 1.7,
          unaccented(story.say(template)),
          { font: paper.look.bold, sizePt: size },
          330,
        )
      block.barcode(paper, { x: 650, y: 52, widthPt: 42 }, 'datamatrix', {
        class: 'MRN',
        payload: story.cast.mrn,
      })
      return paper.finish()
    }
    const [columns, rows] = chance.pick([
      [2, 4],
      [2, 3],
      [1, 3],
    ] as const)
    const [width, height] = [(396 - 52 - (columns - 1) * 10) / columns, (432 - 56 - (rows - 1) * 10) / rows]
    for (let i = 0; i < columns * rows; i++) {
      drawLabel(paper, story, {
        x: 26 + (i % columns) * (width + 10),
        y: 28 + Math.floor(i / columns) * (height + 10),
        width,
        height,
      })
    }
    return paper.finish()
  },
}
