/** A claim form: a ruled grid of numbered cells. */
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { columnDate, partsOf } from './dates.ts'
import { createPaper, type Paper } from './paper.ts'
import { type Runs, tag } from './runs.ts'

/** Number, label, template, and the share of its row. */
type ClaimCell = readonly [number: string, label: string, template: string, share: number]

const claimRows: readonly (readonly ClaimCell[])[] = [
  [
    ['1.', 'MEDICARE / MEDICAID / GROUP / OTHER', 'X {plan}', 5],
    ['1a.', "INSURED'S I.D. NUMBER", '{member}', 3],
  ],
  [
    ['2.', "PATIENT'S NAME (Last, First, Middle)", '{ptfield}', 3],
    ['3.', "PATIENT'S BIRTH DATE", '{dob}', 2],
    ['4.', "INSURED'S NAME", '{kinname}', 3],
  ],
  [
    ['5.', "PATIENT'S ADDRESS (No., Street)", '{home}', 4],
    ['6.', 'PATIENT RELATIONSHIP', '{kinship}', 2],
    ['7.', 'TELEPHONE', '{phone}', 2],
  ],
  [
    ['9.', "OTHER INSURED'S NAME", '{friend}', 3],
    ['10.', 'CONDITION RELATED TO', 'EMPLOYMENT: NO  AUTO: NO', 2],
    ['11.', 'GROUP OR FECA NUMBER', '{group}', 3],
  ],
  [
    ['9d.', 'INSURANCE PLAN NAME', '{plan}', 3],
    ['10d.', 'CLAIM CODES', '{claim}', 2],
    ['11b.', "EMPLOYER'S NAME", '{employer}', 3],
  ],
  [
    ['14.', 'DATE OF CURRENT ILLNESS', '{fieldrecent}', 2],
    ['15.', 'OTHER DATE', '{fieldrecent}', 2],
    ['16.', 'UNABLE TO WORK FROM', '{fieldrecent}', 2],
    ['18.', 'HOSPITALIZATION', '{fieldrecent}', 2],
  ],
  [
    ['17.', 'REFERRING PROVIDER', 'DN {dr2field}', 4],
    ['17b.', 'NPI', '{npi2}', 2],
    ['19.', 'ADDITIONAL INFORMATION', 'SEE NOTES', 2],
  ],
  [
    ['21.', 'DIAGNOSIS', 'A. {icd}   B. {icd}   C. {icd}', 5],
    ['23.', 'PRIOR AUTHORIZATION NUMBER', '{auth}', 3],
  ],
]

const claimTail: readonly (readonly ClaimCell[])[] = [
  [
    ['25.', 'FEDERAL TAX I.D.', '{claim}', 2],
    ['26.', "PATIENT'S ACCOUNT NO.", '{account}', 2],
    ['27.', 'ACCEPT ASSIGNMENT', 'YES', 1],
    ['28.', 'TOTAL CHARGE', '$ 412 00', 2],
  ],
  [
    ['31.', 'SIGNATURE OF PHYSICIAN', '{dr} {date}', 3],
    ['32.', 'SERVICE FACILITY LOCATION', '{hospital}', 3],
    ['33.', 'BILLING PROVIDER', '{clinic}', 3],
  ],
  [
    ['32a.', 'NPI', '{npi3}', 2],
    ['33a.', 'NPI', '{npi}', 2],
    ['33b.', 'BILLING PHONE', '{office}', 2],
  ],
]

/** A birth date over three cells: month, day, year. */
const threeCells = (paper: Paper, x: number, width: number, height: number): void => {
  const { year, month, day } = partsOf(paper.story.cast.birth)
  const texts = [month, day].map(value => String(value).padStart(2, '0'))
  for (const [i, text] of [...texts, String(year)].entries()) {
    const left = x + (i * width) / 3
    if (i > 0) paper.sheet.rule(left, paper.y + 10, left, paper.y + height, 0.4)
    paper.line(left + 6, paper.y + height - 4.5, [tag('DATE', text)], paper.body, width / 3 - 8)
  }
}

const claimRow = (paper: Paper, cells: readonly ClaimCell[], height: number): void => {
  const total = cells.reduce((sum, cell) => sum + cell[3], 0)
  let x = paper.left
  for (const [number, label, template, share] of cells) {
    const width = (share / total) * paper.width
    paper.sheet.box(x, paper.y, width, height, 0.6)
    paper.line(x + 2, paper.y + 7.5, [`${number} ${label}`], { font: 'arimo', sizePt: 6 }, width - 4)
    if (template === '{dob}' && paper.chance.likely(0.5)) threeCells(paper, x, width, height)
    else if (paper.chance.likely(0.88))
      paper.line(x + 7, paper.y + height - 4.5, paper.story.say(template), paper.body, width - 12)
    x += width
  }
  paper.y += height
}

export const claimForm: Kind = {
  name: 'claim-form',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8.5, 10], pages: 1, look: { marginPt: 36 } })
    const { chance, story } = paper
    paper.line(paper.left, paper.y, ['HEALTH INSURANCE CLAIM FORM'], { font: 'arimo-bold', sizePt: 13 })
    paper.line(paper.right - 150, paper.y, story.value('plan'), paper.body)
    paper.y += 14
    const height = chance.int(28, 34)
    for (const row of claimRows) claimRow(paper, row, height)
    paper.y += paper.look.sizePt * 1.3
    const date = columnDate(chance)
    const day = story.cast.today
    const rows = Array.from({ length: chance.int(3, 6) }, (): Runs[] => {
      const served = day - chance.int(1, 40)
      return [
        [tag('DATE', date(served))],
        [tag('DATE', date(served))],
        ['11'],
        story.say('{cptcode}'),
        [chance.pick(['', '25', 'RT', '59'])],
        [chance.pick(['A', 'AB', 'B'])],
        [`${chance.int(40, 390)} 00`],
        ['1'],
        story.value('npi'),
      ]
    })
    const heads: readonly (readonly [string, number])[] = [
      ['From', 2],
      ['To', 2],
      ['POS', 0.8],
      ['CPT/HCPCS', 1.6],
      ['Mod', 0.8],
      ['Ptr', 0.8],
      ['Charges', 1.4],
      ['Units', 0.9],
      ['Rendering NPI', 2],
    ]
    block.table(
      paper,
      heads.map(([head, share]) => ({ head, share })),
      rows,
      false,
    )
    paper.y -= paper.look.sizePt * 0.6
    for (const row of claimTail) claimRow(paper, row, height)
    paper.line(paper.left, paper.y + 12, ['PLEASE PRINT OR TYPE', '   APPROVED FORM 1500 (02-12)'], {
      font: 'arimo',
      sizePt: 7,
    })
    return paper.finish()
  },
}
