/** A report of what somebody can still do: questions at the left, answers at the right. */
import { kindOf } from './pad.ts'

export const disabilityForm = kindOf('disability-form', { size: [9.5, 11] }, pad => {
  const { chance } = pad.tale
  pad.at(
    36,
    44,
    '<Medical Source Statement~FUNCTIONAL REPORT - ADULT~Physician Certification of Disability>',
    { ...pad.bold, sizePt: 13 },
  )
  pad.at(
    36,
    58,
    'Disability Determination, {far.town} Office, examiner {clerk} {desk}, return fax {fax}',
    pad.small,
  )
  pad.y = 84
  for (const [question, answer] of [
    ['A. Name of person claiming', '{pt}'],
    ['B. Claim number (usually SSN)', '{ssn}'],
    [
      'C. Where do you live?',
      '{here.street}, {here.town}. With my {rel} {kin.first} and {rel2} {kin2.first}.',
    ],
    [
      'D. When did you stop working, and where?',
      '{past3.monthyear}. I was a picker at {emp}, before that {emp2} in {there.town}.',
    ],
    [
      'E. What do you do from waking to bed?',
      chance
        .some(
          [
            '{kin.first} gets me up at 8.',
            'I take my pills, then sit. My hands shake from the Parkinson.',
            'On {EITHER:Sundays} {pal.first} from church brings food.',
            'I walk as far as the end of {here.street}.',
            'I used to bowl with the guys from {emp}.',
          ],
          4,
        )
        .join(' '),
    ],
    ['F. Who helps you? Phone?', '{kin}, my {rel}, {cell}. Also {kin3.firstl} next door.'],
    [
      'G. Doctors, clinics (dates)',
      '{dr.drfull}, {fac}, first {past3}, last {past}. {dr2.last} at {hosp} {past2.loose}. {EITHER:Counselor} {dr3}.',
    ],
    ['H. Medicines', 'Sinemet 25/100, gabapentin 300 mg, Zoloft 50 mg. Makes me sleepy.'],
    ['I. Chart or patient no.', '{MRN#PT-######}'],
  ] as const) {
    const top = pad.y
    const left = pad.wrap(40, pad.y + pad.pitch, 150, question, pad.bold)
    const right = pad.wrap(206, pad.y + pad.pitch, 360, answer)
    pad.y = Math.max(left, right)
    pad.sheet.rule(36, top, 576, top, 0.5)
    pad.sheet.rule(198, top, 198, pad.y, 0.5)
  }
  pad.hand(60, pad.y + 40, '{pt}', 200, 20)
  pad.hand(400, pad.y + 40, '{now}', 150, 18)
  pad.at(
    40,
    pad.y + 54,
    'Signature of claimant or person filling in (print: {kin}, {rel})                 Date',
    pad.small,
  )
})
