/** Letters: referral, consultant's answer on turned paper, two columns, letter to the patient, school or work note. */
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { type FieldKey, fieldBlock, fieldLines, someFields } from './fields.ts'
import { letterhead } from './letterhead.ts'
import { createPaper, type Paper } from './paper.ts'
import * as prose from './prose.ts'
import { linesOf, tag } from './runs.ts'
import { addressLines } from './story.ts'

const about: readonly FieldKey[] = [
  'ptfield',
  'dob',
  'mrn',
  'phone',
  'home',
  'ssn',
  'plan',
  'member',
  'auth',
  'dxcode',
  'cell',
  'email',
  'employer',
  'date',
]

export const paragraphs = (
  paper: Paper,
  parts: readonly (readonly [readonly string[], number, number])[],
): void => {
  for (const [pool, low, high] of parts) {
    paper.para(paper.story.tell(pool, paper.chance.int(low, high)))
    paper.gap(0.7)
  }
}

const addressee = (paper: Paper): void => {
  const { chance, story, look } = paper
  const [street, town] = addressLines(chance, story.cast.other)
  const lines = [story.say('{dr2}'), story.say('{specialist}'), street, town]
  for (const runs of chance.likely(0.3) ? lines.slice(0, 2) : lines) {
    paper.line(paper.left, paper.y, runs, paper.body)
    paper.y += look.sizePt * look.leading
  }
  paper.gap(1)
}

const reference = (paper: Paper): void => {
  const { chance, story } = paper
  const form = chance.pick([
    'RE: {ptfield}   DOB: {dob}',
    'Re: {ptfull}, DOB {dob}, MRN {mrn}',
    'Regarding: {ptfull} (born {dob})',
    'Patient: {ptfield}  D.O.B. {dob}  Chart {mrn}',
  ])
  paper.para(story.say(form), paper.bold)
  paper.gap(0.8)
}

const letterBody = (paper: Paper): void => {
  paragraphs(paper, [
    [prose.opening, 1, 2],
    [prose.history, 3, 6],
    [prose.exam, 2, 5],
    [prose.assessment, 1, 3],
    [prose.planning, 2, 4],
    [paper.chance.likely(0.5) ? prose.security : prose.office, 1, 2],
    [prose.closing, 1, 1],
  ])
}

const ending = (paper: Paper): void => {
  const { chance, story } = paper
  block.signedBlock(
    paper,
    chance.likely(0.6) ? [story.say(chance.pick(['{clinic}', 'NPI {npi}', 'Lic. {licence}']))] : [],
  )
  if (chance.likely(0.5)) {
    const { doctors, friend } = story.cast
    const initials = (p: { given: string; surname: string }) => p.given.slice(0, 1) + p.surname.slice(0, 1)
    paper.para(
      chance.likely(0.5)
        ? story.say('cc: {dr3}, {hospital}')
        : [
            tag('NAME', `${initials(doctors[0])}/${initials(friend).toLowerCase()}`),
            '   ',
            ...story.say('D: {date}  T: {fieldrecent}'),
          ],
    )
  }
}

export const referral: Kind = {
  name: 'referral',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 12], pages: 3 })
    const { chance, story } = paper
    letterhead(paper, { name: story.cast.clinic, place: 'office' })
    if (chance.likely(0.5)) {
      block.title(
        paper,
        chance.pick([
          'Referral',
          'Request for Consultation',
          'Referral for Specialty Care',
          'Specialist Referral Form',
        ]),
      )
      fieldBlock(paper, someFields(paper, about, 3))
    } else {
      paper.para(story.value('today'))
      paper.gap(1)
      addressee(paper)
      reference(paper)
    }
    paper.para(
      story.say(
        chance.pick(['Dear {dr2last}:', 'Dear {dr2last},', 'Dear Colleague:', 'To whom it may concern:']),
      ),
    )
    paper.gap(0.6)
    letterBody(paper)
    ending(paper)
    block.foot(paper, block.usualFeet, chance.pick([7, 7.5, 8]))
    return paper.finish()
  },
}

export const patientLetter: Kind = {
  name: 'letter-to-patient',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9.5, 13], pages: 2 })
    const { chance, story, look } = paper
    letterhead(paper, { name: story.cast.clinic, place: 'office' })
    paper.para(story.value('today'))
    paper.gap(1.2)
    const [street, town] = addressLines(chance, story.cast.home)
    for (const runs of [story.value('ptfull'), street, town]) {
      paper.line(paper.left, paper.y, runs, paper.body)
      paper.y += look.sizePt * look.leading
    }
    paper.gap(1.2)
    paper.para(story.say(chance.pick(['Dear {pttitle},', 'Dear {first},', 'Dear {ptfull}:'])))
    paper.gap(0.6)
    paragraphs(paper, [
      [prose.advice, 2, 4],
      [prose.advice, 2, 4],
      [prose.security, 0, 1],
    ])
    ending(paper)
    block.foot(paper, block.usualFeet)
    return paper.finish()
  },
}

const noteSentences = [
  '{ptfull} was seen in our office on {date} and may return to school on {fieldnext}.',
  'Please excuse {first} from work at {employer} from {fieldrecent} through {date}.',
  '{He} may return to light duty with no lifting over 15 lb until {fieldnext}.',
  '{pttitle} is under my care. {He} will need a chair with back support and a rest of 10 minutes each hour.',
  'No gym class or contact sports for {weeks}. {Trap}.',
  'If there are questions, the school nurse or employer may call {ext}; signed release on file.',
  'Parking: vehicle plate {plate} has been given a temporary permit until {fieldnext}.',
]

export const schoolNote: Kind = {
  name: 'work-school-note',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [10, 13.5], pages: 1 })
    const { chance, story } = paper
    letterhead(paper, { name: story.cast.clinic, place: 'office' })
    block.title(
      paper,
      chance.pick([
        'Return to Work / School',
        'Certificate of Medical Excuse',
        'Work Status Report',
        'To Whom It May Concern',
      ]),
    )
    fieldLines(
      paper,
      someFields(paper, ['ptfield', 'dob', 'date', 'employer', 'fieldnext'], 2),
      chance.int(1, 2),
    )
    paper.gap(1)
    paragraphs(paper, [
      [noteSentences, 2, 4],
      [noteSentences, 1, 3],
    ])
    paper.gap(0.5)
    for (const [i, words] of [
      'No restrictions',
      'Light duty only',
      'No driving',
      'Off work until re-evaluated',
      'May take breaks as needed',
    ].entries()) {
      if (!paper.room(20)) break
      block.checkBox(paper, paper.left + (i % 2) * 220, paper.y, [words], chance.likely(0.4), 210)
      if (i % 2 === 1) paper.y += 18
    }
    paper.y += 26
    block.signedBlock(paper, [], 0)
    return paper.finish()
  },
}

export const twoColumns: Kind = {
  name: 'two-columns',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8, 10], pages: 2, look: { marginPt: 44 } })
    const { chance, story, look } = paper
    letterhead(paper, { name: story.cast.hospital, place: 'other' })
    block.title(
      paper,
      chance.pick([
        'Clinical Update',
        'Consultation Report',
        'Case Conference Summary',
        'Care Coordination Report',
      ]),
    )
    const gutter = chance.int(18, 30)
    const width = (paper.width - gutter) / 2
    const ruled = chance.likely(0.4)
    const parts = [
      ['Reason for visit', prose.opening, 2],
      ['History', prose.history, chance.int(5, 8)],
      ['Examination', prose.exam, chance.int(4, 6)],
      ['Assessment', prose.assessment, 3],
      ['Plan', prose.planning, chance.int(4, 6)],
      ['Contacts', prose.office, 3],
      ['Administrative', prose.security, 2],
    ] as const
    const lines = parts.flatMap(([head, pool, count]) => [
      { runs: [head], style: paper.bold },
      ...linesOf(fonts, story.tell(pool, count), paper.body, width).map(runs => ({
        runs,
        style: paper.body,
      })),
      { runs: [], style: paper.body },
    ])
    let column = 0
    let top = paper.y
    const height = lines.reduce(
      (sum, { runs }) => sum + look.sizePt * look.leading * (runs.length > 0 ? 1 : 0.5),
      0,
    )
    const even = top + height / 2 + look.sizePt * look.leading
    let foot = even <= paper.bottom ? even : paper.bottom
    paper.running = () => {
      top = paper.y
      foot = paper.bottom
    }
    for (const { runs, style } of lines) {
      if (paper.y > foot - look.sizePt * 0.4) {
        if (ruled && column === 0)
          paper.sheet.rule(paper.left + width + gutter / 2, top, paper.left + width + gutter / 2, foot, 0.5)
        column = 1 - column
        if (column === 1) paper.y = top
        else {
          paper.y = paper.bottom
          if (!paper.room(look.sizePt)) break
        }
      }
      if (runs.length > 0) paper.line(paper.left + column * (width + gutter), paper.y, runs, style, width)
      paper.y += look.sizePt * look.leading * (runs.length > 0 ? 1 : 0.5)
    }
    block.foot(paper, block.usualFeet)
    return paper.finish()
  },
}

export const turnedPage: Kind = {
  name: 'turned-page',
  draw: (random, fonts) => referral.draw(random, fonts),
  turnDegrees: random => (random() < 0.34 ? 180 : random() < 0.5 ? 90 : 270),
}
