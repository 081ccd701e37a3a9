/** Forms that a practice sends: prior authorisation, consent. */
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { conditions, diagnosisCode, drugs, procedures, sigs } from './clinical.ts'
import { type FieldKey, fieldBlock, fieldLines, someFields } from './fields.ts'
import { letterhead } from './letterhead.ts'
import { paragraphs } from './letters.ts'
import { createPaper, type Paper } from './paper.ts'
import * as prose from './prose.ts'

const band = (paper: Paper, text: string): void => {
  const { chance, look } = paper
  if (!paper.room(look.sizePt * 4)) return
  const height = look.sizePt * 1.5
  const dark = chance.likely(0.5)
  paper.sheet.fill(paper.left, paper.y - look.sizePt * 1.1, paper.width, height, dark ? '#111' : '#ccc')
  paper.line(
    paper.left + 4,
    paper.y,
    [text],
    dark ? { ...paper.bold, fill: '#fff' } : paper.bold,
    paper.width - 8,
  )
  paper.y += height + look.sizePt * 0.5
}

const member: readonly FieldKey[] = [
  'ptfield',
  'dob',
  'member',
  'group',
  'phone',
  'home',
  'sex',
  'plan',
  'email',
]

const prescriber: readonly FieldKey[] = ['drfield', 'npi', 'office', 'officefax', 'clinic', 'dea', 'licence']

export const priorAuthorisation: Kind = {
  name: 'prior-authorisation',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [8, 10.5], pages: 2 })
    const { chance, story } = paper
    const planName = chance.likely(0.5) ? story.say('{plan}') : []
    paper.line(paper.left, paper.y, planName, paper.bold)
    paper.y += planName.length > 0 ? 26 : 0
    block.title(
      paper,
      chance.pick([
        'Prior Authorization Request',
        'Medication Prior Authorization Form',
        'Request for Coverage Determination',
        'Pre-certification Request',
      ]),
    )
    paper.para(
      story.say(
        chance.pick([
          'Fax completed form to {otherfax} or call {other}. Allow {weeks} for review.',
          'Return by fax: {otherfax}. Questions: {other}. Urgent requests will be decided in 72 hours.',
        ]),
      ),
    )
    paper.gap(0.8)
    band(paper, chance.pick(['Member Information', 'SECTION A - PATIENT', '1. Patient information']))
    fieldBlock(paper, someFields(paper, member, 3, 0.7))
    band(paper, chance.pick(['Prescriber Information', 'SECTION B - PROVIDER', '2. Prescriber']))
    fieldBlock(paper, someFields(paper, prescriber, 3, 0.7))
    band(paper, chance.pick(['Drug / Service Requested', 'SECTION C - REQUEST', '3. Clinical information']))
    const wanted = chance.some(
      [...drugs.map(drug => [drug, chance.pick(sigs)]), ...procedures.map(item => [item, '1 unit'])],
      2,
    )
    block.table(
      paper,
      [
        { head: 'Requested', share: 3 },
        { head: 'Directions', share: 3 },
        { head: 'Qty', share: 1 },
        { head: 'ICD-10', share: 1 },
      ],
      wanted.map(([drug = '', sig = '']) => [
        [drug],
        [sig],
        [String(chance.int(1, 90))],
        [diagnosisCode(chance.pick(conditions))],
      ]),
    )
    const asked = [
      'Has the patient tried and failed a preferred drug?',
      'Is this a continuation of therapy?',
      'Is the request for an FDA approved use?',
      'Will the drug be given in the office?',
    ]
    for (const question of chance.some(asked, chance.int(2, 4))) {
      if (!paper.room(18)) break
      const yes = chance.likely(0.5)
      paper.line(paper.left, paper.y, [question], paper.body, paper.width - 112)
      block.checkBox(paper, paper.right - 100, paper.y, ['Yes'], yes, 48)
      block.checkBox(paper, paper.right - 48, paper.y, ['No'], !yes, 48)
      paper.y += paper.look.sizePt * 1.7
    }
    paper.gap(0.5)
    band(paper, chance.pick(['Clinical rationale', 'Supporting information', 'Notes']))
    paragraphs(paper, [
      [prose.history, 2, 4],
      [prose.assessment, 1, 2],
      [prose.office, 1, 2],
    ])
    block.signatureLine(
      paper,
      'Prescriber signature',
      'NAME',
      chance.likely(0.5) ? story.value('dr') : undefined,
    )
    block.foot(
      paper,
      [...block.usualFeet, 'Form PA-114 (rev. 3)', 'Authorization {auth}   Member {member}'],
      7,
    )
    return paper.finish()
  },
}

export const consent: Kind = {
  name: 'consent',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 12], pages: 2 })
    const { chance, story } = paper
    letterhead(paper, { name: story.cast.hospital, place: 'other' })
    block.title(
      paper,
      chance.pick([
        'Consent for Procedure',
        'Informed Consent',
        'Authorization to Release Health Information',
        'Consent to Treatment',
      ]),
    )
    fieldLines(paper, someFields(paper, ['ptfield', 'dob', 'mrn', 'drfield', 'cpt', 'ssn', 'home'], 3), 2)
    paper.gap()
    paper.para(
      story.say(
        chance.pick([
          'I, {ptfull}, residing at {home}, agree to the following:',
          'I, the undersigned, {ptfull}, born on {dob}, state that:',
        ]),
      ),
    )
    paper.gap(0.5)
    const numbered = chance.likely(0.5)
    for (const [i, sentence] of chance.some(prose.consents, chance.int(6, 9)).entries()) {
      paper.para(story.say(numbered ? `${i + 1}. ${sentence}` : sentence), paper.body, numbered ? 10 : 0)
      paper.gap(0.4)
    }
    block.signatureLine(
      paper,
      'Patient or legal representative',
      'NAME',
      chance.likely(0.5) ? story.value('ptfull') : undefined,
    )
    block.signatureLine(
      paper,
      chance.pick(['Witness', 'Witness signature', 'Interpreter, if used']),
      chance.likely(0.7) ? 'NAME' : null,
      chance.likely(0.5) ? story.value('nurse') : undefined,
    )
    block.signatureLine(paper, 'Physician', 'NAME', story.value('dr'))
    block.foot(paper, block.usualFeet, 7)
    return paper.finish()
  },
}
