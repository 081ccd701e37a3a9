/** Printouts of electronic records: dense, with the same head and foot on every page; and a flowsheet turned to landscape. */
import { kindOf, type Pad } from './pad.ts'

const story = [
  '{pt.first} is here today with {his} {rel}, {kin}, for follow up. {He} was last seen {past3.loose} by {dr2.dr}.',
  'Patient states the cough started {EITHER:last} {past.loose}; {his} {rel2} {kin2.first} had the same thing the week before.',
  'Since early {past3.month} {he} has been off metformin. Home glucose runs 140-190 before breakfast.',
  '{dr2.lastposs} note of {past2} was reviewed and {his} echo from {hosp} shows EF 55-60%.',
  'Works nights at {emp}; {his} boss, {pal}, has let {him} sit while on shift.',
  '{age.words}-year-old {man} in no distress. A rose-colored patch on the left shin may be stasis change and will be watched.',
  'Seen in the ED at {hosp2} on {past2.md} after a fall from a ladder - no fracture, Colles type injury excluded.',
  'Discussed with {pt.mr} that the Graves ophthalmopathy is quiet. TSH 2.1, free T4 1.0.',
  '{kin.first}, {kin2.first} and {kin3} all live within a mile and take turns driving {him}.',
  'PHQ-9 = 7, GAD-7 = 4. Denies SI. Sleeps 6 hours. Drinks two beers on weekends.',
]
const plans = [
  'Increase lisinopril 10 mg to 20 mg daily; BMP in 2 weeks.',
  'Refer to {fac2} ({desk}) for sleep study.',
  'A1c 8.4 -> start empagliflozin 10 mg.',
  'RTC {soon}, sooner PRN.',
  'Form for {emp} completed and handed to {kin.first}.',
  '{rn.firstl} to call with results at {cell}.',
  'Flu shot given, left deltoid, lot UJ482AB.',
]

const frame = (pad: Pad): void =>
  pad.each((page, pages) => {
    pad.at(
      36,
      36,
      '{pt.revup}   MRN: {MRN#E#######}   DOB: {dob}   Enc: {OTHER_ID#1000######}',
      pad.small,
      540,
    )
    pad.sheet.rule(36, 40, 576, 40, 0.6)
    pad.sheet.rule(36, 748, 576, 748, 0.6)
    pad.at(36, 758, 'Printed by {rn.rev} [{OTHER_ID#@@##}] on {now.stamp}', pad.small, 400)
    pad.at(500, 758, `Page ${page} of ${pages}`, pad.small, 70)
  })

export const encounterPrint = kindOf('encounter-print', { size: [7, 8.5] }, pad => {
  const { chance } = pad.tale
  frame(pad)
  pad.at(36, 58, '{fac} <Encounter Summary~Visit Summary~Office Visit - Enc. Report>', {
    ...pad.bold,
    sizePt: 12,
  })
  const side = 150
  const left = [
    ['Pt. Legal Name', '{pt.full}'],
    ['Preferred', '{pt.first}'],
    ['DOB / Age / Legal Sex', '{dob} / {age} yrs / {sex}'],
    ['Acct #', '{ACCOUNT#4000######}'],
    ['PCP', '{dr.md}'],
    ['Ref Prov', '{dr2.tight}'],
    ['Guar', '{kin.rev}'],
    ['Payor', '{plan}'],
    ['Subscr ID', '{HEALTH_PLAN#@@@#########}'],
    ['Home Ph', '{home}'],
    ['Mobile', '{cell}'],
    ['Addr', '{here.full}'],
    ['Pref Lang', '<English~Spanish~Navajo~Ilocano>'],
    ['MyChart', 'Active - {mail}'],
  ]
  let y = 78
  pad.sheet.fill(36, 66, side - 8, 640, '#ececec')
  for (const [label, value] of left) {
    pad.at(40, y, label ?? '', { ...pad.bold, sizePt: 6.5 }, side - 18)
    y = pad.wrap(40, y + pad.pitch, side - 20, value ?? '') + 4
  }
  const x = 36 + side
  pad.y = 78
  const block = (head: string, lines: readonly string[]): void => {
    if (pad.y > 640) pad.page()
    pad.at(x, pad.y, head, pad.bold)
    pad.y += pad.pitch
    for (const line of lines) {
      if (pad.y > 700) pad.page()
      pad.y = pad.wrap(x + 6, pad.y, 576 - x - 6, line)
    }
    pad.y += 6
  }
  block('Reason for Visit', ['<Cough~Diabetes f/u~Knee pain~Annual wellness>  (onset {past.loose})'])
  block('Vitals', [
    'BP 138/84  Pulse 76  Temp 98.4 F (36.9 C)  Resp 16  Ht 5\' 6"  Wt 182 lb  SpO2 97%  BMI 29.4',
    'Vitals taken by {rn.flast} {now.stamp}',
  ])
  block('HPI', [chance.some(story, 5).join(' '), chance.some(story, 3).join(' ')])
  block('Problem List', [
    'Type 2 DM E11.65 - noted {past3.monthyear}',
    'Essential HTN I10',
    "Barrett's esophagus K22.70 - {dr3.last}",
    'Hx COVID-19 {past3.monthyear}',
  ])
  block(
    'Assessment / Plan',
    chance.some(plans, 5).map((line, i) => `${i + 1}. ${line}`),
  )
  pad.page()
  block('Orders this Encounter', [
    'Hgb A1c [83036] Ordered {now} Auth: {dr.tight}',
    'XR chest 2V [71046] {hosp} - sched {soon.stamp}',
  ])
  block('Care Team', [
    '{dr.md} (PCP) {office} fax {fax}',
    '{dr2.md} Cardiology',
    '{rn.rn} Care Coordinator',
    '{kin} - caregiver ({rel}) {work}',
  ])
  block('Patient Instructions', [
    `Call us at {office} or write through {web}. ${chance.some(story, 2).join(' ')}`,
    'E-signed: {dr.full}, MD  {now.stamp}',
  ])
})

export const flowsheet = kindOf('flowsheet', { widthPt: 792, heightPt: 612, size: [7, 8.5] }, pad => {
  const { chance } = pad.tale
  pad.at(36, 40, '{hosp.up} - <VITAL SIGNS / I&O FLOWSHEET~24 HR FLOW SHEET~ICU Flowsheet>', {
    ...pad.bold,
    sizePt: 11,
  })
  pad.at(
    36,
    56,
    'Pt {pt.tight}  Rm {EITHER#4##-@}  MR# {MRN#00-##-##-##}  Adm {past}  Att: {dr.lastup}',
    pad.plain,
    500,
  )
  pad.at(560, 56, 'Wt 81.4 kg  Allg: PCN, latex', pad.plain, 190)
  const hours = 8
  const wide = 620 / hours
  pad.y = 66
  pad.cells(
    36,
    [100, ...Array.from({ length: hours }, () => wide)],
    [
      'Date/Time',
      ...Array.from(
        { length: hours },
        (_, i) => `${i < 5 ? '{past.md}' : '{now.md}'} ${String((7 + i * 3) % 24).padStart(2, '0')}00`,
      ),
    ],
    pad.bold,
  )
  const rows: [string, () => string][] = [
    ['BP', () => `${chance.int(96, 168)}/${chance.int(50, 92)}`],
    ['HR / Rhythm', () => `${chance.int(58, 118)} <SR~AF~ST>`],
    ['Temp (F)', () => `9${chance.int(7, 9)}.${chance.int(0, 9)}`],
    ['RR', () => `${chance.int(12, 26)}`],
    ['SpO2 / O2', () => `${chance.int(90, 99)}% <RA~2L~4L NC>`],
    ['Pain 0-10', () => `${chance.int(0, 8)}`],
    ['Intake mL', () => `${chance.int(5, 60) * 10}`],
    ['Urine mL (Foley)', () => `${chance.int(3, 50) * 10}`],
    ['Glucose / insulin', () => `${chance.int(90, 310)} / ${chance.int(0, 8)} u`],
    ['Braden', () => `${chance.int(12, 22)}`],
    ['RN initials', () => '<{rn.ini}~{tech.ini}>'],
  ]
  for (const [label, value] of rows)
    pad.cells(
      36,
      [100, ...Array.from({ length: hours }, () => wide)],
      [label, ...Array.from({ length: hours }, value)],
    )
  pad.y += 16
  for (const line of chance.some(
    [
      '{clock} {kin} ({rel}) called unit, password verified, update given.',
      '{clock} {dr2.dr} at bedside; central line removed, tip intact.',
      '{clock} Transfer to {hosp2} discussed w/ {kin2.first} {kin2.last}, {cell}.',
      '{clock} Pump SN {DEVICE#########} occlusion alarm x1, tubing changed.',
      '{clock} Pt to MRI w/ {tech}, returned {clock}. Glasgow 15.',
    ],
    4,
  ))
    pad.y = pad.wrap(36, pad.y, 700, line)
  pad.at(36, 560, 'Initials: {rn.ini} = {rn.rn}   {tech.ini} = {tech}, CNA   Reviewed {now.stamp}', pad.small)
  pad.at(36, 574, 'FORM NS-0418 Rev 3/19    {hosp}, {there.full}', pad.small)
})
