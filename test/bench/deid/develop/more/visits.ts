/** Visits told in prose: hospice at home, a mental-health intake full of relatives and places, leaving urgent care. */
import { kindOf, type Pad } from './pad.ts'

const parts = (
  pad: Pad,
  x: number,
  width: number,
  list: readonly (readonly [string, readonly string[], number])[],
  runIn: boolean,
): void => {
  for (const [head, pool, count] of list) {
    if (pad.y > 640) pad.page()
    const told = pad.tale.chance.some(pool, count).join(' ')
    if (!runIn) pad.at(x, pad.y, head.toUpperCase(), pad.bold)
    pad.y =
      pad.wrap(x, runIn ? pad.y : pad.y + pad.pitch, width, runIn ? `${head} - ${told}` : told) +
      pad.pitch * 0.6
  }
}

const childhood = [
  '{pt} was born in {far.town} and raised by {his} grandmother, {kin3.first}, after {his} mother, {kin2.first}, left for {there.town} {EITHER:in} {past3.month}.',
  '{pt.first} describes {kin3.first} as strict but kind: "she never let a Sunday go by without church."',
  'The third of five - {kin.first}, {kin2.first}, {pt.first}, {pal.first} and {tech.first} - {he} shared a room until age 16.',
  'Attended {school}, where {he} was bullied by a boy named {clerk.first}; a teacher, {EITHER:Mrs.} {dr3.last}, took {him} in at lunch.',
  'At {school} {he} repeated third grade. No IEP. Left before graduation to work at {emp2}.',
  '{kin2.poss} boyfriend drank; CPS in {far.county} opened a case (no. {OTHER_ID#CP-#####}) that was closed.',
]
const present = [
  'Since early {past2.month} {pt.first} has felt "like a gray wall came down." Sleep is 4 hours; appetite poor; lost 12 lb.',
  '{He} was let go from {emp} on {past2.loose} after an argument with {his} shift lead, {pal}.',
  '{kin}, {his} {rel}, moved out {EITHER:last} {past2.loose} and is staying with {kin2} in {there.town}.',
  'Panic comes on in the {LOCATION:Walgrove Mall} and on the bridge at {far.town}; it may last twenty minutes.',
  '{pt.lastposs} neighbor, {tech.first}, hears {him} pacing.',
  '{He} denies intent; {he} promised {kin3.first}, who is {AGE_90:ninety-two}, that {he} would never do what {his} uncle {clerk.first} did.',
  'Will, drive and hope are reduced; a rose is no longer just a rose, {he} jokes.',
]
const treated = [
  'Hospitalized at {hosp2} {past3.monthyear} under {dr2.dr} for ten days; discharged on Zoloft 100 mg and trazodone 50 mg.',
  'Saw {dr3}, LCSW, at {fac2} weekly until {his} insurance ({plan}) changed.',
  'Lithium caused tremor. Lexapro helped. No ECT.',
  'Primary care is with {dr.last} at {fac}. No seizures; one concussion on {past3.loose}.',
  '{his} probation officer, {clerk.last}, may be told of attendance only ({desk}).',
  'AA sponsor {pal.firstl} calls nightly at {time}.',
]
export const intakeNarrative = kindOf('intake-narrative', { size: [10, 12] }, pad => {
  pad.at(60, 54, '<Biopsychosocial Assessment~PSYCHIATRIC INTAKE~Diagnostic Interview>', {
    ...pad.bold,
    sizePt: 14,
  })
  pad.y = pad.wrap(
    60,
    74,
    490,
    '{pt.rev} | {MRN#BH#####} | {dob} | seen {now.week} {time}-{time} by {dr} at {fac2}, {there.town}',
  )
  pad.y += 10
  parts(
    pad,
    60,
    492,
    [
      ['Presenting problem', present, 4],
      ['Early life', childhood, 4],
      ['Treatment history', treated, 4],
      [
        'Family',
        [
          'Mother {kin2} bipolar; father unknown, last heard of in {there.town}.',
          '{kin3.first} raised six. Uncle {pal.first} died by suicide.',
          '{kin.first} and {pt.first} have two children, {tech.first} (9) and {clerk.first} (6), at {school}.',
        ],
        2,
      ],
      [
        'Mental status',
        [
          'Alert, neat, in a {EITHER:Peterbilt} cap; mood "flat"; affect constricted; thought linear.',
          'No hallucinations. Judgment fair. Registers 3/3, recalls 2/3 at five minutes; MMSE 27.',
        ],
        2,
      ],
      [
        'Plan',
        [
          'Start mirtazapine 15 mg.',
          'Safety plan with {kin.first}, {cell}; gun given to brother-in-law {pal.first}.',
          'Release signed for {hosp2} and for {emp}.',
          'Return {soon.loose} at {time}.',
          'F33.1, F43.10, Z63.5.',
        ],
        4,
      ],
    ],
    pad.tale.chance.likely(0.5),
  )
  pad.sign(70, pad.y + 22)
  pad.at(60, pad.y + 36, '{dr.full}, {EITHER:PsyD}, license {LICENSE#PSY#####}   {now}', pad.plain)
  pad.each((page, pages) =>
    pad.at(60, 756, `{pt.dots} {MRN#BH#####} confidential 42 CFR Part 2 - ${page} of ${pages}`, pad.small),
  )
})

const hospice = [
  'Arrived {clock}; {kin.first} let me in by the side door. {pt.first} in the hospital bed in the den, eyes closed, rouses to voice.',
  'Roxanol 5 mg given {clock} by {kin.first} w/ relief in 20 min. Ativan 0.5 mg at bedtime.',
  'Granddaughter {kin3.first} sang; {pt.mr} smiled and said "Unity" (the dog).',
  '{AGE_90:Ninety-one} {EITHER:years} of age on {dob.md}; family plans cake.',
  'Foley patent, 200 mL amber. Stage 2 sacrum 2 x 1.5 cm, Mepilex changed. Braden 11.',
  'FAST 7c, PPS 30%, MAC 21 cm. Cheyne-Stokes x 2 while here.',
  '{dr.dr} called at {office}; order for scopolamine read back.',
  'Chaplain {pal} to visit {soon.loose}. Aide {tech.firstl} MWF.',
  '{kin} asks if {kin2.first} can fly in from {far.town} by {soon.md} - advised sooner.',
  'O2 concentrator SN {DEVICE#4#######} at 2 L, humidifier filled; vendor {emp2}.',
  'DNR on fridge, signed {past3.long} by {dr2.last}. Mortuary: {LOCATION:Garden of Rest}, {there.town}.',
  'Key in lock box, code {OTHER_ID#####}. Dog named Justice is friendly.',
]
export const hospiceVisit = kindOf('hospice-visit', { size: [9, 11], youngest: 60 }, pad => {
  const { chance } = pad.tale
  pad.at(400, 48, '{fac}', pad.bold, 176)
  pad.at(
    36,
    48,
    '<Hospice RN Visit~HOME VISIT NOTE~Skilled Nursing Visit - Home Health>',
    { ...pad.bold, sizePt: 13 },
    340,
  )
  for (const [i, [label, value]] of (
    [
      ['Client', '{pt.revup}'],
      ['Clinical rec', '{MRN#HH-#####}'],
      ['SOC', '{past3}'],
      ['Visit', '{now} {clock}-{clock}'],
      ['MBI', '{HEALTH_PLAN#1@@#-@@#-@@##}'],
      ['Med Dir', '{dr.md}'],
      ['PCG', '{kin} ({rel}) {cell}'],
      ['Mileage', `${chance.int(3, 60)}.4`],
    ] as const
  ).entries()) {
    const [x, y] = [36 + (i % 4) * 136, 72 + Math.floor(i / 4) * 28]
    pad.at(x, y, label, { ...pad.small, sizePt: 6.5 })
    pad.at(x, y + 12, value, pad.plain, 130)
  }
  pad.at(36, 136, 'Where seen: {here.full}', pad.plain)
  pad.y = 160
  pad.cells(
    36,
    [90, 90, 90, 90, 90, 90],
    ['BP 92/50', 'P 104 irreg', 'R 22', 'T 97.1 ax', 'SpO2 88%', 'Pain 3/10 PAINAD'],
  )
  pad.y += 18
  parts(
    pad,
    36,
    540,
    [
      ['Narrative', hospice, chance.int(5, 7)],
      ['Caregiver', hospice, 2],
      [
        'Plan',
        [
          'Next RN visit {soon}.',
          'IDT {soon.loose} with {dr2.dr}, {pal} and {clerk}, MSW.',
          'Call triage {desk} day or night.',
          'Recert due {later}.',
        ],
        3,
      ],
    ],
    true,
  )
  pad.hand(60, pad.y + 26, '{kin}', 180, 19)
  pad.sign(330, pad.y + 26)
  pad.at(40, pad.y + 40, 'Patient/caregiver: {kin}                       ', pad.small, 240)
  pad.at(320, pad.y + 40, 'Nurse: {rn.rn} {LICENSE#RN######} {now}', pad.small, 250)
})
