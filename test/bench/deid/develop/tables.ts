/** Lists and tables: laboratory results, medications, white on black, foot lines of 7 points. */
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { analytes, conditions, drugs, resultOf, sigs } from './clinical.ts'
import { columnDate } from './dates.ts'
import { type FieldKey, fieldBlock, someFields } from './fields.ts'
import { letterhead } from './letterhead.ts'
import { paragraphs } from './letters.ts'
import { createPaper, type Paper } from './paper.ts'
import * as prose from './prose.ts'
import { runningHead } from './reports.ts'
import { type Runs, tag } from './runs.ts'

const specimen: readonly FieldKey[] = [
  'ptfield',
  'dob',
  'accession',
  'fieldrecent',
  'mrn',
  'drfield',
  'sex',
  'agefield',
  'date',
  'account',
  'phone',
  'npi',
  'clinic',
]

export const labTable: Kind = {
  name: 'lab-table',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8, 10.5], pages: 2 })
    const { chance, story } = paper
    const { say, cast } = story
    runningHead(paper)
    if (chance.likely(0.35)) {
      block.barcode(
        paper,
        { x: paper.right - 150, y: 25, widthPt: 150 },
        chance.pick(['code128', 'code39']),
        { class: 'OTHER_ID', payload: cast.accession.replace(/[^A-Z0-9]/g, '') },
        6,
      )
      paper.y = 76
    }
    letterhead(paper, { name: cast.lab, place: 'other' })
    block.title(
      paper,
      chance.pick(['Laboratory Report', 'Final Report', 'Test Results', 'Clinical Laboratory Results']),
    )
    fieldBlock(paper, someFields(paper, specimen, 5))
    const serial = chance.likely(0.3)
    const date = columnDate(chance)
    const [a, b, c] = [cast.today - 2, cast.today - chance.int(60, 120), cast.today - chance.int(180, 400)]
    const tests = chance.some(analytes, chance.int(10, 22))
    if (serial) {
      const heads: Runs[] = [
        ['Test'],
        ...[a, b, c].map((day): Runs => [tag('DATE', date(day))]),
        ['Reference'],
      ]
      const rows = tests.map((test): Runs[] => {
        const [x, y, z] = [resultOf(chance, test), resultOf(chance, test), resultOf(chance, test)]
        return [
          [test[0]],
          [`${x.value} ${x.flag}`],
          [`${y.value} ${y.flag}`],
          [`${z.value} ${z.flag}`],
          [`${x.range} ${x.unit}`],
        ]
      })
      block.table(
        paper,
        ['', '', '', '', ''].map((head, i) => ({ head, share: i === 0 ? 3 : 2 })),
        [heads, ...rows],
        false,
      )
    } else {
      const rows = tests.map((test): Runs[] => {
        const { name, value, flag, range, unit } = resultOf(chance, test)
        return [[name], [value], [flag], [range], [unit]]
      })
      block.table(
        paper,
        [
          { head: 'Test', share: 3.4 },
          { head: 'Result', share: 1.4 },
          { head: 'Flag', share: 1 },
          { head: chance.pick(['Reference Range', 'Ref. Interval', 'Normal']), share: 2 },
          { head: 'Units', share: 1.4 },
        ],
        rows,
      )
    }
    paper.para(
      say(
        chance.pick([
          'Performed at {lab}, {otheraddress}. Director: {dr3}. CLIA {licence}.',
          'Verified by {friend}, {date}. Results called to {nurse} at {office} on {fieldrecent} at {time}.',
          'eGFR >60 mL/min/1.73m2. Ratio BUN/creatinine 14:1. Wright stain reviewed. Reported to {dr} by fax {officefax}.',
        ]),
      ),
    )
    block.foot(paper, block.usualFeet, chance.pick([7, 7.5]))
    return paper.finish()
  },
}

export const medicationList: Kind = {
  name: 'medication-list',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8.5, 11], pages: 2 })
    const { chance, story } = paper
    const { say, cast } = story
    if (chance.likely(0.5)) letterhead(paper, { name: cast.clinic, place: 'office' })
    block.title(
      paper,
      chance.pick([
        'Medication List',
        'Current Medications',
        'Medication Reconciliation',
        'Home Medication Record',
      ]),
    )
    fieldBlock(
      paper,
      someFields(
        paper,
        ['ptfield', 'dob', 'pharmacy', 'mrn', 'drfield', 'weight', 'date', 'kinname', 'kinphone'],
        3,
      ),
    )
    const date = columnDate(chance)
    const rows = chance
      .some(drugs, chance.int(7, 16))
      .map((drug): Runs[] => [
        [drug],
        [chance.pick(sigs)],
        [tag('DATE', date(cast.today - chance.int(10, 900)))],
        say(chance.pick(['{drlast}', '{dr2last}', '{dr2last}', '{drfield}'])),
        [chance.pick(['taking', 'stopped', 'as needed', 'changed'])],
      ])
    block.table(
      paper,
      [
        { head: 'Medication', share: 3 },
        { head: 'Directions', share: 3.6 },
        { head: chance.pick(['Started', 'Last filled', 'Date']), share: 1.7 },
        { head: 'Prescriber', share: 3.2 },
        { head: 'Status', share: 1.4 },
      ],
      rows,
    )
    block.heading(paper, 'Problems')
    for (const condition of chance.some(conditions, chance.int(2, 5))) paper.para([`- ${condition}`])
    paper.gap()
    paragraphs(paper, [[prose.planning, 1, 2]])
    paper.para(say('Reviewed with {pt} and {kin} by {nurse} on {date}. Allergies: codeine, penicillin.'))
    block.foot(paper, block.usualFeet, 7.5)
    return paper.finish()
  },
}

const blackBand = (paper: Paper, left: Runs, right: Runs): void => {
  const { look } = paper
  if (!paper.room(look.sizePt * 5)) return
  const height = look.sizePt * 1.9
  paper.sheet.fill(
    paper.left,
    paper.y - look.sizePt * 1.35,
    paper.width,
    height,
    paper.chance.pick(['#000', '#111', '#222']),
  )
  const style = { ...paper.bold, fill: '#fff' }
  paper.line(paper.left + 6, paper.y, left, style, paper.width * 0.5)
  paper.line(paper.left + paper.width * 0.55, paper.y, right, style, paper.width * 0.43)
  paper.y += height + look.sizePt * 0.5
}

export const whiteOnBlack: Kind = {
  name: 'white-on-black',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 12], pages: 2, look: { marginPt: 42 } })
    const { chance, story } = paper
    const { say, cast } = story
    paper.sheet.fill(0, 0, paper.widthPt, 92, chance.pick(['#000', '#1a1a1a']))
    const white = { font: paper.look.bold, sizePt: 18, fill: '#fff' }
    paper.line(paper.left, 46, [tag('LOCATION', cast.hospital)], white, paper.width)
    paper.line(
      paper.left,
      66,
      say('{otheraddress}'),
      { font: paper.look.body, sizePt: 9, fill: '#fff' },
      paper.width,
    )
    paper.line(
      paper.left,
      80,
      say('Tel {other}   Fax {otherfax}   {url}'),
      { font: paper.look.body, sizePt: 9, fill: '#fff' },
      paper.width,
    )
    paper.y = 118
    blackBand(paper, say('{ptfield}'), say('DOB {dob}   MRN {mrn}'))
    const bands: readonly (readonly [string, string, readonly string[], number])[] = [
      [chance.pick(['VISIT SUMMARY', 'AFTER VISIT SUMMARY']), 'Date {date}', prose.opening, 1],
      ['HISTORY', 'Provider {drfield}', prose.history, 5],
      ['VITALS AND EXAM', 'BP {bp}  HR {pulse}', prose.exam, 4],
      ['INSTRUCTIONS', 'Call {office}', prose.advice, 5],
      ['NEXT STEPS', 'Return {fieldnext}', prose.planning, 3],
      ['SECURITY', 'Acct {account}', prose.security, 1],
    ]
    for (const [left, right, pool, count] of bands) {
      if (chance.likely(0.12)) continue
      blackBand(paper, [left], say(right))
      paragraphs(paper, [[pool, count, count + 1]])
    }
    paper.onEach((sheet, page, pages) => {
      paper.sheet = sheet
      sheet.fill(paper.left, paper.heightPt - 46, paper.width, 16, '#000')
      paper.line(
        paper.left + 5,
        paper.heightPt - 35,
        say('{ptfield}  {mrn}  {date}'),
        { font: paper.look.body, sizePt: 8.5, fill: '#fff' },
        paper.width - 80,
      )
      sheet.text(paper.right - 62, paper.heightPt - 35, [`Page ${page} of ${pages}`], {
        font: paper.look.body,
        sizePt: 8.5,
        fill: '#fff',
      })
    })
    return paper.finish()
  },
}

const finePrint = [
  'Patient: {ptfield}   DOB: {dob}   MRN: {mrn}   Acct: {account}   Attending: {drfield}',
  '{clinic}, {officeaddress}   Tel {office}   Fax {officefax}',
  'Printed {date} {time} by {nurse} from workstation {ip} ({mac})',
  'Document {claim}   Encounter {accession}   SSN {ssn}   Member {member}',
  'Confidential patient information. Redisclosure is prohibited by law. Questions: {officemail} or {ext}',
  'Guarantor {kinname}, {home}, {kinphone}',
  'Chart copy for {dr2field}. Form 4471-B (rev. 3). Do not file in the billing record.',
  'Implant {udi}   Serial {serial}   Verified by scan {biometric}',
]

export const smallFeet: Kind = {
  name: 'footer-7pt',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 12], pages: 3, footPt: 100 })
    const { chance, story } = paper
    block.title(
      paper,
      chance.pick(['Consultation', 'History and Physical', 'Clinic Note', 'Telephone Encounter']),
    )
    fieldBlock(paper, someFields(paper, ['ptfield', 'date', 'drfield', 'dob', 'cpt', 'dxcode'], 2))
    paragraphs(paper, [
      [prose.opening, 1, 1],
      [prose.history, 4, 7],
      [prose.exam, 3, 5],
      [prose.assessment, 2, 3],
      [prose.planning, 3, 4],
    ])
    block.signedBlock(paper, [], 0.5)
    const lines = chance.some(finePrint, chance.int(3, 5))
    paper.onEach((sheet, page, pages) => {
      paper.sheet = sheet
      const style = { font: paper.look.body, sizePt: 7 }
      sheet.rule(paper.left, paper.heightPt - 82, paper.right, paper.heightPt - 82, 0.5)
      for (const [i, template] of lines.entries())
        paper.line(paper.left, paper.heightPt - 72 + i * 9, story.say(template), style, paper.width)
      sheet.text(paper.left, paper.heightPt - 72 + lines.length * 9, [`Page ${page} of ${pages}`], style)
    })
    return paper.finish()
  },
}
