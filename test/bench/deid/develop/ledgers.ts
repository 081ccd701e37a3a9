/** Pages that are tables: immunisation record, billing statement, a flow sheet with cells that span. */
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { vaccines } from './clinical.ts'
import { columnDate } from './dates.ts'
import { fieldBlock, fieldCells, someFields } from './fields.ts'
import { letterhead } from './letterhead.ts'
import { createPaper } from './paper.ts'
import { runningHead } from './reports.ts'
import { type Runs, tag, widthOf } from './runs.ts'
import { addressLines } from './story.ts'

export const immunisationRecord: Kind = {
  name: 'immunisation-record',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8, 10], pages: 2 })
    const { chance, story } = paper
    const { say, cast } = story
    if (chance.likely(0.6)) letterhead(paper, { name: cast.clinic, place: 'office' })
    block.title(
      paper,
      chance.pick([
        'Immunization Record',
        'Vaccine Administration Record',
        'Certificate of Immunization',
        'Official Immunization History',
      ]),
    )
    fieldBlock(
      paper,
      someFields(paper, ['ptfield', 'dob', 'sex', 'mrn', 'kinname', 'home', 'phone', 'clinic', 'county'], 3),
    )
    const date = columnDate(chance)
    const rows = chance.some(vaccines, chance.int(7, 14)).map((vaccine): Runs[] => {
      const given = cast.today - chance.int(30, 5000)
      return [
        [vaccine],
        [tag('DATE', date(given))],
        [chance.code(chance.pick(['@@####', '#@#@#', 'U####@@']))],
        [chance.pick(['L deltoid', 'R deltoid', 'L thigh', 'PO', 'R arm SQ'])],
        chance.pick([() => say('{nurse}'), () => say('{clinic}'), () => say('{drfield}')])(),
      ]
    })
    block.table(
      paper,
      [
        { head: 'Vaccine', share: 3 },
        { head: chance.pick(['Date given', 'Date', 'Admin date']), share: 2 },
        { head: 'Lot', share: 1.3 },
        { head: 'Site', share: 1.5 },
        { head: chance.pick(['Given by', 'Provider', 'Source']), share: 3 },
      ],
      rows,
    )
    paper.para(say('Next dose due: {fieldnext}. Lot numbers were checked against the registry. {Trap}.'))
    block.signatureLine(paper, 'Health care provider', 'NAME', say('{nurse}'))
    block.foot(paper, block.usualFeet, 7)
    return paper.finish()
  },
}

export const billingStatement: Kind = {
  name: 'billing-statement',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8.5, 10.5], pages: 2 })
    const { chance, story } = paper
    const { say, cast } = story
    letterhead(paper, { name: cast.hospital, place: 'other' })
    block.title(
      paper,
      chance.pick(['Statement of Account', 'Patient Statement', 'Billing Statement', 'Amount Due']),
    )
    fieldBlock(
      paper,
      someFields(paper, ['ptfield', 'account', 'date', 'fieldnext', 'member', 'kinname', 'claim'], 3),
    )
    const date = columnDate(chance)
    const rows = Array.from({ length: chance.int(5, 11) }, (): Runs[] => [
      [tag('DATE', date(cast.today - chance.int(10, 90)))],
      chance.pick([
        () => say('{cpt}'),
        () => say('{cpt}'),
        () => say('Payment - {plan}'),
        () => say('{cpt} - {drlast}'),
      ])(),
      [`$${chance.int(12, 980)}.${chance.code('##')}`],
      [`$${chance.int(0, 300)}.${chance.code('##')}`],
    ])
    block.table(
      paper,
      [
        { head: 'Date', share: 1.6 },
        { head: 'Description', share: 4.5 },
        { head: 'Charge', share: 1.2 },
        { head: 'Balance', share: 1.2 },
      ],
      rows,
    )
    paper.para(
      say(
        'Pay online at {url} or call {other}, 8 a.m. to 5 p.m. Have account {account} at hand. A fee of $25 may apply to returned checks. Financial help is available; ask for {friend}.',
      ),
    )
    paper.gap(1.6)
    if (paper.room(110)) {
      paper.sheet.rule(paper.left, paper.y, paper.right, paper.y, 0.5)
      paper.y += 26
      const [street, town] = addressLines(chance, cast.home)
      for (const runs of [story.value('ptfull'), street, town]) {
        paper.line(paper.left + 20, paper.y, runs, paper.body, 240)
        paper.y += 14
      }
      block.barcode(paper, { x: paper.left + 280, y: paper.y - 44, widthPt: 190 }, 'code128', {
        class: 'OTHER_ID',
        payload: `${cast.account}${chance.code('######')}`,
      })
    }
    block.foot(paper, block.usualFeet)
    return paper.finish()
  },
}

/** A flow sheet whose first column holds values two rows high and whose head spans columns. */
export const spanningTable: Kind = {
  name: 'spanning-table',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8, 10], pages: 1 })
    const { chance, story, look } = paper
    const { say, cast } = story
    runningHead(paper)
    block.title(
      paper,
      chance.pick([
        'Visit Flow Sheet',
        'Care Plan Summary',
        'Medication Administration Summary',
        'Therapy Log',
      ]),
    )
    fieldCells(paper, someFields(paper, ['ptfield', 'mrn', 'dob', 'drfield', 'hospital', 'phone'], 3), 3)
    const date = columnDate(chance)
    const [height, first, second] = [look.sizePt * 1.7, 118, 90]
    paper.sheet.fill(paper.left, paper.y - look.sizePt * 1.2, paper.width, height, '#ddd')
    for (const [x, head] of [
      [4, 'Visit'],
      [first + 4, 'Measure'],
      [first + second + 4, 'Result and comment'],
    ] as const)
      paper.line(paper.left + x, paper.y, [head], paper.bold, 200)
    paper.y += height
    const step = look.sizePt * 1.5
    for (let i = chance.int(5, 8); i > 0 && paper.room(step * 3); i--) {
      const top = paper.y - look.sizePt * 1.2
      paper.sheet.box(paper.left, top, paper.width, step * 3, 0.6)
      paper.sheet.rule(paper.left + first, top, paper.left + first, top + step * 3, 0.6)
      paper.line(
        paper.left + 4,
        paper.y + step * 0.5,
        [tag('DATE', date(cast.today - i * 14))],
        paper.body,
        first - 8,
      )
      paper.line(
        paper.left + 4,
        paper.y + step * 1.5,
        say(chance.pick(['{nurse}', '{drfield}', '{clinic}'])),
        paper.body,
        first - 8,
      )
      for (const [row, [name, template]] of (
        [
          ['BP / pulse', '{bp}, {pulse}'],
          ['Lab', '{result}'],
          [
            'Note',
            chance.pick([
              '{Trap}.',
              'Call {kinname} {kinphone}',
              'Next {fieldnext}',
              'Seen with {dr2}; {trap}',
            ]),
          ],
        ] as const
      ).entries()) {
        const y = paper.y + row * step
        if (row > 0)
          paper.sheet.rule(paper.left + first, top + row * step, paper.right, top + row * step, 0.4)
        paper.line(paper.left + first + 4, y, [name], paper.body, second - 8)
        paper.line(
          paper.left + first + second + 4,
          y,
          say(template),
          paper.body,
          paper.width - first - second - 8,
        )
      }
      paper.y += step * 3
    }
    const end: Runs = say('Reviewed by {dr} on {date}')
    paper.gap()
    paper.line(
      paper.right - Math.min(paper.width, widthOf(fonts, end, paper.body)),
      paper.y,
      end,
      paper.body,
      paper.width,
    )
    block.foot(paper, block.usualFeet)
    return paper.finish()
  },
}
