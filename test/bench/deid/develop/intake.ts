/** The form that a new patient fills in by hand: letters in boxes, words on lines, ticks. */
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { conditions, diagnosisName } from './clinical.ts'
import { penDate } from './dates.ts'
import { type FieldKey, fieldOf } from './fields.ts'
import { letterhead } from './letterhead.ts'
import { createPaper, type Paper } from './paper.ts'
import { type Runs, tag } from './runs.ts'

const handFields: readonly FieldKey[] = [
  'ptfield',
  'dob',
  'home',
  'phone',
  'cell',
  'email',
  'ssn',
  'employer',
  'kinname',
  'kinphone',
  'kinship',
  'member',
  'group',
  'drfield',
  'pharmacy',
  'driver',
  'plate',
  'agefield',
  'county',
]

const handField = (paper: Paper, key: FieldKey, x: number, width: number): void => {
  const field = fieldOf(paper, key)
  const { font } = paper.body
  const end = paper.line(
    x,
    paper.y,
    [field.label + paper.look.after],
    { font: font ?? 'sans', sizePt: paper.look.sizePt * 0.9 },
    width * 0.42,
  )
  const start = end + 6
  paper.sheet.rule(start, paper.y + 3, x + width - 8, paper.y + 3, 0.6)
  const given: Runs =
    key === 'dob' ? [tag('DATE', penDate(paper.chance, paper.story.cast.birth))] : field.runs
  block.writeByHand(
    paper,
    start + 5,
    paper.y,
    given,
    block.pen(paper, paper.chance.int(14, 18)),
    x + width - 14 - start,
  )
}

const combRow = (paper: Paper, label: string, text: string, truth: string, cells: number): void => {
  if (!paper.room(42)) return
  paper.line(paper.left, paper.y, [label], { font: paper.look.body, sizePt: 7.5 })
  block.comb(paper, paper.left, paper.y + 19, text, truth, cells, block.pen(paper, 14, 'handwriting'))
  paper.y += 42
}

/** Who it is, one letter to a box. */
const combs = (paper: Paper): void => {
  const { chance } = paper
  const { patient, birth, ssn, phones } = paper.story.cast
  combRow(
    paper,
    chance.pick(['LAST NAME', 'Last name (print one letter per box)']),
    patient.surname.toUpperCase(),
    'NAME',
    20,
  )
  combRow(paper, 'FIRST NAME', patient.given.toUpperCase(), 'NAME', 16)
  const day = new Date(birth * 86_400_000).toISOString()
  if (chance.likely(0.6))
    combRow(
      paper,
      'DATE OF BIRTH (MM DD YYYY)',
      `${day.slice(5, 7)} ${day.slice(8, 10)} ${day.slice(0, 4)}`,
      'DATE',
      10,
    )
  if (chance.likely(0.4)) combRow(paper, 'SOCIAL SECURITY NUMBER', ssn, 'SSN', 9)
  if (chance.likely(0.4)) combRow(paper, 'TELEPHONE', phones.home, 'PHONE', 10)
}

const conditionBoxes = (paper: Paper): void => {
  const { chance } = paper
  block.heading(
    paper,
    chance.pick([
      'Have you ever had any of the following?',
      'Medical history (check all that apply)',
      'Please mark what applies to you',
    ]),
  )
  for (const [i, condition] of chance.some(conditions, chance.int(8, 14)).entries()) {
    if (i % 2 === 0 && !paper.room(20)) break
    block.checkBox(
      paper,
      paper.left + (i % 2) * (paper.width / 2),
      paper.y,
      [diagnosisName(condition)],
      chance.likely(0.3),
      paper.width / 2 - 10,
    )
    if (i % 2 === 1) paper.y += paper.look.sizePt * 1.7
  }
}

export const intakeForm: Kind = {
  name: 'intake-form',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8.5, 10.5], pages: 2, look: { marginPt: 44 } })
    const { chance, story } = paper
    letterhead(paper, { name: story.cast.clinic, place: 'office' })
    block.title(
      paper,
      chance.pick([
        'New Patient Registration',
        'Patient Intake Form',
        'Health History Questionnaire',
        'Patient Information Sheet',
      ]),
    )
    if (chance.likely(0.75)) combs(paper)
    const keys = [...handFields.slice(0, 4), ...chance.some(handFields.slice(4), chance.int(6, 11))]
    for (let i = 0; i < keys.length; ) {
      const [a, b] = [keys[i], keys[i + 1]]
      if (!a || !paper.room(26)) break
      const wide = a === 'home' || b === 'home' || b === undefined
      handField(paper, a, paper.left, wide ? paper.width : paper.width * 0.52)
      if (!wide && b) handField(paper, b, paper.left + paper.width * 0.52, paper.width * 0.48)
      paper.y += chance.int(23, 28)
      i += wide ? 1 : 2
    }
    conditionBoxes(paper)
    paper.y += 22
    handField(paper, 'med', paper.left, paper.width)
    paper.y += 22
    paper.para([
      'I certify that the above is true and will pay for services not covered. I may cancel with 24 hours of notice.',
    ])
    block.signatureLine(paper, 'Signature of patient or guardian', 'NAME')
    block.foot(paper, block.usualFeet)
    return paper.finish()
  },
}
