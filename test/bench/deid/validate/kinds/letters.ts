/** Referral, discharge summary, progress note, letter to the patient. */
import { pick } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { createDesk, type Draw } from '../desk.ts'
import { drawFields, someFields } from '../fields.ts'
import { footer, margin, runningHead } from '../furniture.ts'
import { letterhead, title } from '../parts.ts'
import * as prose from '../prose.ts'
import { closing, section } from '../section.ts'
import { oneLine, runsOf, sentences, slotsOf, twoLines } from '../slots.ts'
import { between, chance } from '../values.ts'

export const referral: Draw = (random, fonts) => {
  const c = createCase(random, { kind: pick(random, ['urgent', 'clinic']) })
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: [footer(random)],
    bottomPt: 10,
    low: 9,
    high: 11.5,
  })
  letterhead(desk)
  desk.para(slots.date(c.today))
  desk.say('To: {prov2}, {fac2}', {}, 1)
  desk.para(oneLine(c.otherPlace), {}, 1)
  desk.say(pick(random, ['Phone {phone3}  Fax {fax2}', 'via fax {fax2}']))
  title(
    desk,
    pick(random, [
      'Referral / Consult Request',
      'Outgoing Referral',
      'Request for Specialty Evaluation',
      'Urgent Care Referral',
    ]),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob', 'phone', 'plan'],
      ['mrn', 'address', 'payer', 'ssn', 'auth', 'npi', 'icd', 'sex'],
    ),
  )
  desk.say(pick(random, ['Dear Colleague:', 'Dear {prov2}:', 'To whom it may concern:']))
  desk.para(sentences(slots, prose.history, between(random, 4, 6)))
  section(desk, pick(random, ['Social', 'Background', 'Home situation']), prose.social, between(random, 1, 3))
  section(desk, pick(random, ['Exam', 'On examination', 'Objective']), prose.exam, between(random, 3, 6))
  if (chance(random, 0.3)) section(desk, 'Hospital stay', prose.course, between(random, 5, 9))
  section(
    desk,
    pick(random, ['Question for consultant', 'Reason for referral', 'Plan']),
    prose.plan,
    between(random, 3, 5),
  )
  closing(desk)
  return desk.finish()
}

export const discharge: Draw = (random, fonts) => {
  const c = createCase(random, { kind: 'hospital' })
  const slots = slotsOf(random, c)
  const furniture = [runningHead(random), footer(random, 7, 2)]
  const desk = createDesk(random, fonts, slots, { furniture, topPt: 10, bottomPt: 18, low: 9, high: 11 })
  letterhead(desk)
  title(desk, pick(random, ['Discharge Summary', 'Hospital Discharge Summary', 'Transition of Care Summary']))
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob', 'mrn', 'provider', 'visit'],
      ['encounter', 'seen', 'age', 'sex', 'contact', 'contactPhone', 'acct', 'medicare'],
    ),
  )
  section(
    desk,
    pick(random, ['Presentation', 'HPI', 'Reason for admission']),
    prose.history,
    between(random, 2, 4),
  )
  section(
    desk,
    pick(random, ['Hospital Course', 'Course by problem', 'Summary of stay']),
    prose.course,
    between(random, 6, 10),
  )
  section(
    desk,
    pick(random, ['Condition at discharge', 'Exam on day of discharge']),
    prose.exam,
    between(random, 3, 5),
  )
  section(desk, pick(random, ['Home and support', 'Disposition']), prose.social, between(random, 1, 3))
  if (chance(random, 0.5))
    section(desk, 'Earlier admissions', [...prose.course, ...prose.history], between(random, 6, 12))
  if (chance(random, 0.4)) section(desk, 'Imaging', prose.radiologyFindings, between(random, 3, 6))
  section(
    desk,
    pick(random, ['Instructions', 'Follow-up', 'Plan after discharge']),
    prose.plan,
    between(random, 4, 7),
  )
  closing(desk)
  return desk.finish()
}

export const progress: Draw = (random, fonts) => {
  const c = createCase(random)
  const slots = slotsOf(random, c)
  const furniture = [runningHead(random), footer(random, 7), ...(chance(random, 0.4) ? [margin(random)] : [])]
  const desk = createDesk(random, fonts, slots, { furniture, topPt: 8, bottomPt: 14, low: 8.5, high: 11 })
  title(
    desk,
    pick(random, ['Office Visit', 'Progress Note', 'SOAP Note', 'Follow-up Visit', 'Encounter Summary']),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob', 'visit', 'provider'],
      ['mrn', 'age', 'sex', 'bp', 'pharmacy', 'encounter', 'seen', 'nurse'],
    ),
  )
  const heads = pick(random, [
    ['Subjective', 'Social', 'Objective', 'Plan'],
    ['S:', 'Soc Hx:', 'O:', 'A/P:'],
    ['HPI', 'SOCIAL HISTORY', 'PHYSICAL EXAM', 'ASSESSMENT AND PLAN'],
  ])
  section(desk, heads[0] ?? '', prose.history, between(random, 3, 6))
  section(desk, heads[1] ?? '', prose.social, between(random, 2, 4))
  section(desk, heads[2] ?? '', prose.exam, between(random, 4, 7))
  for (let i = 0; i < between(random, 2, 4); i++) desk.say(`${i + 1}. {dx} ({icd}). {rx}.`, {}, 1)
  if (chance(random, 0.35)) section(desk, 'Interval events', prose.course, between(random, 5, 10))
  section(desk, heads[3] ?? '', prose.plan, between(random, 4, 6))
  desk.say(
    pick(random, [
      'Scribed by {clerk} for {prov} on {today.t} at {time}.',
      'Time spent 30 minutes. {prov}',
      'Note closed {today.t} {time} by {prov} ({npi})',
    ]),
    { font: desk.look.italic },
  )
  return desk.finish()
}

export const patientLetter: Draw = (random, fonts) => {
  const c = createCase(random)
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, {
    furniture: chance(random, 0.4) ? [footer(random)] : [],
    bottomPt: 12,
    marginPt: between(random, 46, 70),
    low: 10,
    high: 13,
  })
  letterhead(desk)
  desk.say('{today}')
  desk.say('{pt}', {}, 0)
  for (const line of twoLines(c.home)) desk.para(line, {}, 0)
  desk.y += desk.linePt
  desk.say(
    pick(random, [
      'Re: your visit of {recent}',
      'RE: Test results, chart {mrn}',
      'Account {acct}',
      'Subject: Missed appointment {recent}',
    ]),
    { font: desk.look.bold },
  )
  desk.say(pick(random, ['Dear {mr},', 'Dear {first},', 'Hello {pt},', 'Dear {mr}:']))
  desk.para(
    sentences(
      slots,
      [
        'We missed you on {recent}. Please call {phone2} to choose a new time.',
        'Your test of {recent} was normal: TSH 2.1, A1c 5.6%.',
        'Our records show that you are due for {a mammogram|a colonoscopy|an eye exam|a tetanus booster}.',
        'You may bring {relfirst} or another support person.',
        'May we remind you to bring all of your pill bottles.',
        '{prov} will retire on {future}; {prov2} will take over your care.',
      ],
      between(random, 2, 4),
    ),
  )
  desk.para(sentences(slots, prose.plan, between(random, 2, 4)))
  desk.para(sentences(slots, prose.payerLines, between(random, 2, 3)))
  closing(desk)
  desk.para(runsOf(['Enclosure. '], sentences(slots, prose.privacyLines, 1)), { sizePt: 8 })
  return desk.finish()
}
