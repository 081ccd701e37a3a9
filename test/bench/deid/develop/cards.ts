import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { fieldDate } from './dates.ts'
import { type FieldKey, fieldLines, fieldOf, someFields } from './fields.ts'
import { createPaper, type Paper } from './paper.ts'
import { logoSvg, penPath, portraitSvg } from './pictures.ts'
import { type Runs, tag } from './runs.ts'
import { addressLines } from './story.ts'

type Corner = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const frame = (paper: Paper, { x, y, width, height }: Corner): void => {
  const shade = paper.chance.pick(['#fff', '#fff', '#f4f4f4', '#eee'])
  paper.sheet.picture(
    x,
    y,
    `<rect width="${width}" height="${height}" rx="10" fill="${shade}" stroke="#000" stroke-width="1"/>`,
  )
}

/** Fields one under the other at a place of one's own. */
const stack = (
  paper: Paper,
  keys: readonly FieldKey[],
  x: number,
  y: number,
  width: number,
  sizePt: number,
): number => {
  let at = y
  const above = paper.chance.likely(0.4)
  for (const key of keys) {
    const { label, runs } = fieldOf(paper, key)
    if (above) {
      paper.line(x, at, [label], { font: paper.look.body, sizePt: Math.max(6, sizePt * 0.7) }, width)
      paper.line(x, at + sizePt * 1.05, runs, { font: paper.look.bold, sizePt }, width)
      at += sizePt * 2.5
    } else {
      const end = paper.line(
        x,
        at,
        [label + paper.look.after],
        { font: paper.look.body, sizePt: sizePt * 0.9 },
        width * 0.5,
      )
      paper.line(end + 5, at, runs, { font: paper.look.bold, sizePt }, x + width - end - 5)
      at += sizePt * 2
    }
  }
  return at
}

export const insuranceCard: Kind = {
  name: 'insurance-card',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 11], pages: 1 })
    const { chance, story } = paper
    const { say, cast } = story
    const scale = 1.25 + chance.random() * 0.4
    const card = {
      x: (paper.widthPt - 252 * scale) / 2,
      y: chance.int(60, 100),
      width: 252 * scale,
      height: 160 * scale,
    }
    const size = (7.2 + chance.random()) * scale
    if (chance.likely(0.7))
      paper.line(
        card.x,
        card.y - 18,
        [chance.pick(['Copy of insurance card - front', 'FRONT', 'Insurance card (scan both sides)'])],
        paper.body,
      )
    frame(paper, card)
    paper.line(
      card.x + 14,
      card.y + 26,
      story.value('plan'),
      { font: paper.look.bold, sizePt: 11 * scale },
      card.width - 70,
    )
    paper.sheet.mark(
      card.x + card.width - 48,
      card.y + 10,
      logoSvg(chance),
      { kind: 'logo', class: null, payload: null },
      { widthPt: 36, heightPt: 36 },
    )
    const keys: FieldKey[] = [
      'ptfield',
      'member',
      ...chance.shuffle<FieldKey>(['group', 'drfield', 'dob', 'fieldnext', 'employer']).slice(0, 2),
    ]
    stack(paper, keys, card.x + 14, card.y + 34 + size * 1.6, card.width * 0.62, size)
    const money = [
      'PCP $25',
      'Specialist $50',
      'ER $250',
      'Rx $10/35/60',
      'RxBIN 610014',
      'RxPCN MEDDPRIME',
      'Deductible $1,500',
    ]
    for (const [i, words] of chance.some(money, 5).entries())
      paper.line(
        card.x + card.width * 0.7,
        card.y + 62 + i * size * 1.4,
        [words],
        { font: paper.look.body, sizePt: size * 0.85 },
        card.width * 0.27,
      )
    const back = { ...card, y: card.y + card.height + 54 }
    paper.line(back.x, back.y - 14, [chance.pick(['Back', 'BACK OF CARD', 'Reverse side'])], paper.body)
    frame(paper, back)
    const lines = [
      'Members: call {other} before a hospital stay.',
      'Providers: {ext}',
      'Submit claims to: {plan}, {otheraddress}',
      'Pharmacists: {kinphone}',
      'Web: {url}',
      'Precertification required for MRI, CT and surgery.',
      'This card does not prove eligibility. In an emergency call 911.',
    ]
    const small = { font: paper.look.body, sizePt: size * 0.85 }
    for (const [i, template] of lines.entries())
      paper.line(back.x + 14, back.y + 24 + i * size * 1.7, say(template), small, back.width - 28)
    if (chance.likely(0.6))
      block.barcode(
        paper,
        { x: back.x + 16, y: back.y + back.height - 40, widthPt: 150 },
        chance.pick(['code128', 'code39']),
        { class: 'HEALTH_PLAN', payload: cast.member.replace(/[^A-Z0-9]/g, '') },
        8,
      )
    else if (chance.likely(0.5))
      block.barcode(
        paper,
        { x: back.x + back.width - 60, y: back.y + back.height - 60, widthPt: 46 },
        'qrcode',
        { class: 'OTHER_ID', payload: `${cast.member}|${cast.group}` },
      )
    paper.y = back.y + back.height + 34
    if (paper.y < 700) fieldLines(paper, someFields(paper, ['date', 'mrn', 'account', 'kinname'], 1), 2)
    return paper.finish()
  },
}

export const licenceCopy: Kind = {
  name: 'licence-copy',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 11], pages: 1 })
    const { chance, story } = paper
    const { cast, say } = story
    const scale = 1.3 + chance.random() * 0.3
    const card = {
      x: (paper.widthPt - 270 * scale) / 2,
      y: chance.int(64, 110),
      width: 270 * scale,
      height: 172 * scale,
    }
    if (chance.likely(0.6))
      paper.line(card.x, card.y - 20, say('Identification on file - copied {date} by {nurse}'), paper.body)
    frame(paper, card)
    paper.line(
      card.x + 12,
      card.y + 22,
      [tag('EITHER', cast.home.town.stateName.toUpperCase())],
      { font: paper.look.bold, sizePt: 10 * scale },
      card.width * 0.45,
    )
    paper.line(
      card.x + card.width * 0.5,
      card.y + 22,
      [chance.pick(['DRIVER LICENSE', 'OPERATOR LICENSE', 'IDENTIFICATION CARD'])],
      { font: paper.look.bold, sizePt: 8.5 * scale },
      card.width * 0.46,
    )
    const photoScale = scale * 0.92
    paper.sheet.mark(
      card.x + 12,
      card.y + 34,
      portraitSvg(chance),
      { kind: 'photo', class: 'PHOTO', payload: null },
      { widthPt: 90, heightPt: 110, scale: photoScale },
    )
    const x = card.x + 24 + 90 * photoScale
    const size = 7.4 * scale
    const [street, town] = addressLines(chance, cast.home)
    const { patient } = cast
    const value = (label: string, runs: Runs): readonly [string, Runs] => [label, runs]
    const lines = [
      value(chance.pick(['DL NO.', '4d LIC#', 'ID:', 'DLN']), story.value('driver')),
      value(chance.pick(['DOB', '3 DOB']), [tag('DATE', fieldDate(chance, cast.birth))]),
      value(chance.pick(['EXP', '4b EXP']), story.value('fieldnext')),
      value(chance.pick(['LN', '1']), [tag('NAME', patient.surname.toUpperCase())]),
      value(chance.pick(['FN', '2']), [tag('NAME', `${patient.given} ${patient.middle}`.toUpperCase())]),
      value(chance.pick(['8', 'ADDR']), street),
      value('', town),
      value(chance.pick(['15 SEX', 'SEX']), [
        `${patient.female ? 'F' : 'M'}   HGT 5-${chance.int(1, 11)}   EYES ${chance.pick(['BRO', 'BLU', 'HAZ'])}`,
      ]),
      value(chance.pick(['4a ISS', 'ISS']), story.value('fieldrecent')),
    ]
    const pitch = (card.height - 62) / lines.length
    for (const [i, [label, runs]] of lines.entries()) {
      const y = card.y + 46 + i * pitch
      const end =
        label === '' ? x : paper.line(x, y, [label], { font: paper.look.body, sizePt: size * 0.75 }) + 5
      paper.line(end, y, runs, { font: paper.look.bold, sizePt: size }, card.x + card.width - end - 10)
    }
    paper.sheet.signature(card.x + 18, card.y + card.height - 8, penPath(chance, 80 * scale))
    const back = card.y + card.height + 40
    block.barcode(paper, { x: card.x + 10, y: back, widthPt: card.width - 20 }, 'pdf417', {
      class: 'LICENSE',
      payload: `${cast.driver}|${patient.surname}|${patient.given}|${cast.home.street}`
        .normalize('NFD')
        .replace(/[^\x20-\x7e]/g, ''),
    })
    paper.y = back + 130
    fieldLines(
      paper,
      someFields(paper, ['ptfield', 'mrn', 'vin', 'plate', 'biometric', 'account', 'phone'], 2),
      chance.int(1, 2),
    )
    if (chance.likely(0.5))
      block.writeByHand(
        paper,
        paper.left + 30,
        paper.y + 30,
        say('verified {date} {nurse}'),
        block.pen(paper, 18),
        260,
      )
    return paper.finish()
  },
}
