/** Reports: discharge summary, radiology, pathology, progress note. */
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { conditions, drugs, sigs } from './clinical.ts'
import { type FieldKey, fieldBlock, someFields } from './fields.ts'
import { letterhead } from './letterhead.ts'
import { paragraphs } from './letters.ts'
import { createPaper, type Paper } from './paper.ts'
import * as prose from './prose.ts'

const admission: readonly FieldKey[] = [
  'ptfield',
  'mrn',
  'dob',
  'fieldrecent',
  'date',
  'agefield',
  'sex',
  'account',
  'drfield',
  'hospital',
  'kinname',
  'kinphone',
  'ssn',
  'home',
]

const study: readonly FieldKey[] = [
  'ptfield',
  'dob',
  'mrn',
  'accession',
  'date',
  'drfield',
  'agefield',
  'sex',
  'cpt',
  'phone',
  'account',
]

const list = (paper: Paper, items: readonly string[]): void => {
  const numbered = paper.chance.likely(0.6)
  for (const [i, item] of items.entries())
    paper.para(paper.story.say(`${numbered ? `${i + 1}.` : '-'} ${item}`), paper.body, 8)
}

/** A short line with the patient at the top of each further page. */
export const runningHead = (paper: Paper): void => {
  const template = paper.chance.pick([
    '{ptfield}   {mrn}   {date}',
    'Patient: {ptfield}  MRN: {mrn}',
    'RE: {ptfield}, DOB {dob} (continued)',
  ])
  paper.running = () => {
    paper.line(paper.left, paper.y, paper.story.say(template), {
      ...paper.body,
      sizePt: paper.look.sizePt * 0.9,
    })
    paper.y += paper.look.sizePt * 2.4
  }
}

export const dischargeSummary: Kind = {
  name: 'discharge-summary',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8.5, 11], pages: 3 })
    const { chance, story } = paper
    runningHead(paper)
    letterhead(paper, { name: story.cast.hospital, place: 'other' })
    block.title(
      paper,
      chance.pick(['Discharge Summary', 'Hospital Discharge Summary', 'Summary of Hospitalization']),
    )
    fieldBlock(paper, someFields(paper, admission, 5))
    const diagnoses = chance.some(conditions, chance.int(3, 6))
    const sections: (() => void)[] = [
      () => {
        block.heading(paper, chance.pick(['Discharge Diagnoses', 'Diagnoses', 'Final Diagnosis']))
        list(paper, diagnoses)
      },
      () => {
        block.heading(paper, chance.pick(['Hospital Course', 'Course in Hospital', 'Brief Narrative']))
        paragraphs(paper, [
          [prose.hospitalCourse, 3, 5],
          [prose.hospitalCourse, 2, 4],
        ])
      },
      () => {
        block.heading(paper, 'History of Present Illness')
        paragraphs(paper, [[prose.history, 3, 6]])
      },
      () => {
        block.heading(paper, chance.pick(['Discharge Medications', 'Medications at Discharge']))
        list(
          paper,
          chance.some(drugs, chance.int(4, 9)).map(drug => `${drug} ${chance.pick(sigs)}`),
        )
      },
      () => {
        block.heading(paper, chance.pick(['Follow-up', 'Disposition and Follow-up', 'Discharge Plan']))
        paragraphs(paper, [
          [prose.planning, 3, 5],
          [prose.security, 1, 2],
        ])
      },
    ]
    for (const section of chance.likely(0.6) ? sections : chance.shuffle(sections)) section()
    block.signedBlock(paper, [], 0.5)
    block.foot(paper, block.usualFeet, 7)
    return paper.finish()
  },
}

const report = (
  name: string,
  titles: readonly string[],
  house: 'hospital' | 'specialist' | 'lab',
  body: (paper: Paper) => void,
): Kind => ({
  name,
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 11.5], pages: 2 })
    const { chance, story } = paper
    runningHead(paper)
    letterhead(paper, { name: story.cast[house], place: 'other' })
    block.title(paper, chance.pick(titles))
    fieldBlock(paper, someFields(paper, study, 5))
    body(paper)
    block.signedBlock(paper, [], 0.7)
    block.foot(paper, block.usualFeet, chance.pick([7, 7.5, 8]))
    return paper.finish()
  },
})

export const radiologyReport = report(
  'radiology-report',
  ['Radiology Report', 'Diagnostic Imaging Report', 'CT Chest without Contrast', 'MRI Brain', 'X-Ray Report'],
  'specialist',
  paper => {
    block.heading(paper, paper.chance.pick(['Clinical history', 'Indication', 'Reason for exam']))
    paper.para(paper.story.say('{age} {man} with {dx}. {Trap}.'))
    block.heading(paper, 'Findings')
    paragraphs(paper, [
      [prose.radiology, 4, 6],
      [prose.radiology, 2, 4],
    ])
    block.heading(paper, paper.chance.pick(['Impression', 'Conclusion', 'Opinion']))
    list(paper, paper.chance.some(prose.impression, paper.chance.int(2, 3)))
  },
)

const gross = [
  'Received in formalin labeled "{ptfield}, colon polyp" is a tan fragment, 0.6 x 0.4 x 0.3 cm, entirely submitted in cassette A1.',
  'The specimen consists of two cores of tissue, 1.2 and 0.9 cm in length, inked blue.',
  'Microscopic sections show a tubular adenoma without high-grade dysplasia; Ki-67 is low.',
  'Gleason score 3+4=7 in two of twelve cores. Perineural invasion is not seen.',
  'Reed-Sternberg cells are absent; CD15 and CD30 stains are negative. Congo red stain is negative.',
  'Sections of thyroid show Hurthle cell change in a background of Hashimoto thyroiditis.',
  'Slides were reviewed with {dr2} on {recent}, who concurs with the diagnosis.',
  'Prior material {accession} from {earlier} was compared. {Trap}.',
  'Block A1 was sent to {lab} in {othertown} for further study under number {claim}.',
]

export const pathologyReport = report(
  'pathology-report',
  ['Surgical Pathology Report', 'Anatomic Pathology', 'Pathology Consultation'],
  'lab',
  paper => {
    block.heading(paper, paper.chance.pick(['Diagnosis', 'Final diagnosis']))
    paper.para(paper.story.say('{dxcode}. See comment. {dxcode}.'))
    for (const head of ['Gross description', 'Microscopic description', 'Comment']) {
      block.heading(paper, head)
      paragraphs(paper, [[gross, 2, 3]])
    }
  },
)

export const progressNote: Kind = {
  name: 'progress-note',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8.5, 11], pages: 3 })
    const { chance, story } = paper
    runningHead(paper)
    if (chance.likely(0.5)) letterhead(paper, { name: story.cast.clinic, place: 'office' })
    block.title(
      paper,
      chance.pick(['Progress Note', 'Office Visit', 'SOAP Note', 'Follow-up Visit', 'Encounter Note']),
    )
    fieldBlock(paper, someFields(paper, [...study, 'bp', 'weight'], 3))
    const heads = chance.pick([
      ['Subjective', 'Objective', 'Assessment', 'Plan'],
      ['HPI', 'Exam', 'Impression', 'Recommendations'],
      ['S', 'O', 'A', 'P'],
    ])
    const pools = [prose.history, prose.exam, prose.assessment, prose.planning]
    for (const [i, head] of heads.entries()) {
      block.heading(paper, head)
      paragraphs(paper, [[pools[i] ?? prose.exam, i === 2 ? 2 : 3, i === 2 ? 3 : 7]])
    }
    if (chance.likely(0.5)) paragraphs(paper, [[prose.security, 1, 2]])
    block.signedBlock(paper, [], 0.7)
    block.foot(paper, block.usualFeet)
    return paper.finish()
  },
}
