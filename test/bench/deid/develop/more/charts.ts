/** Run sheets and charts: dialysis, eyes, teeth; and a page with text turned along its margin. */
import { check } from './code.ts'
import { kindOf } from './pad.ts'

export const dialysisRun = kindOf('dialysis-run', { size: [7.5, 9] }, pad => {
  const { chance } = pad.tale
  pad.at(36, 44, '{fac} <HEMODIALYSIS TREATMENT RECORD~Infusion / Dialysis Run Sheet~HD Log>', {
    ...pad.bold,
    sizePt: 12,
  })
  pad.y = 54
  for (const row of [
    ['Patient\n{pt.rev}', 'DOB\n{dob}', 'ESRD #\n{MRN###-####}', 'Chair {EITHER#1#} {EITHER:TTS} 2nd'],
    [
      'Nephrologist\n{dr.dr}',
      'Date\n{now.week}',
      'Machine SN\n{DEVICE##K20S######}',
      'Dialyzer F180, reuse {EITHER#1#}',
    ],
    [
      'Access\nL AVF, 15 g, {dr2.last} {past3.monthyear}',
      'Dry wt 71.5',
      'Next of kin\n{kin} {cell}',
      'Lives {here.town}\n{home}',
    ],
  ])
    pad.cells(
      36,
      [160, 110, 120, 150],
      row.map(cell => cell.replace('\n', ' ')),
    )
  pad.y += 8
  const widths = [46, 58, 40, 46, 46, 46, 46, 50, 162]
  pad.cells(
    36,
    widths,
    ['Time', 'BP', 'Pulse', 'BFR', 'DFR', 'AP', 'VP', 'UF mL', 'Remarks / initials'],
    pad.bold,
  )
  for (let i = 0; i < 9; i++)
    pad.cells(36, widths, [
      `${5 + Math.floor(i / 2)}:${i % 2 ? '32' : '02'}`,
      `${chance.int(90, 170)}/${chance.int(48, 90)}`,
      `${chance.int(58, 104)}`,
      '400',
      '800',
      `-${chance.int(14, 22)}0`,
      `${chance.int(14, 22)}0`,
      `${i * 340}`,
      chance.pick([
        '{rn.ini} asleep, line secure',
        '{tech.ini}',
        'Heparin 1000 u {rn.ini}',
        'Cramp, NS 200 mL, {dr.last} aware',
        'Watching TV w/ {kin.first} {tech.ini}',
        'Epogen 4000 u lot 1098213',
        'Chart to {clerk.flast}',
      ]),
    ])
  pad.y += 18
  for (const line of chance.some(
    [
      'Pre wt 74.1 kg; {pt.first} says {he} ate ham at {kin2.poss} wedding on {past.loose}.',
      'Lab drawn for {hosp}: K 5.9, Hgb 10.2, Kt/V 1.41, URR 70%.',
      'Missed {EITHER:last} {past.loose} - van from {there.county} did not come.',
      '{rn} taught {kin.first} to hold the site; bleeding stopped at 8 min.',
      'Transplant list at {hosp2}, coordinator {clerk} {desk}.',
      'Travel: will run at {fac2}, {far.town}, {soon} to {later}.',
    ],
    4,
  ))
    pad.y = pad.wrap(36, pad.y, 540, line)
  pad.sign(60, pad.y + 28)
  pad.at(40, pad.y + 42, 'RN {rn.rn}  PCT {tech}  <off at~end> {clock}', pad.small)
})

export const visionChart = kindOf('vision-chart', { size: [9, 11] }, pad => {
  const { chance } = pad.tale
  pad.at(36, 50, '{fac2} Optometry', { ...pad.bold, sizePt: 14 })
  pad.y =
    pad.wrap(
      36,
      70,
      540,
      'Exam {now} {EITHER:for} {pt} ({age}), <b.~born> {dob}. File {MRN#V-#####}. Here with {kin.first}. VSP {HEALTH_PLAN##########}.',
    ) + 6
  const row = (cells: readonly string[], style = pad.plain) =>
    pad.cells(36, [60, 80, 80, 80, 70, 70, 100], cells, style)
  row(['', 'Sphere', 'Cylinder', 'Axis', 'Prism', 'Add', 'VA'], pad.bold)
  for (const eye of ['OD', 'OS'])
    row([
      eye,
      `-${chance.int(1, 6)}.25`,
      `-${chance.int(0, 2)}.75`,
      `${chance.int(10, 170)}`,
      '-',
      '+2.00',
      '20/2<0~5>',
    ])
  pad.y += 18
  for (const text of chance.some(
    [
      'CC: blur at near since {past3.month}; works at a screen for {emp}.',
      'Last exam {past3.loose} with {dr2.last} in {far.town}; lost glasses at {school}.',
      'Tonometry 15/16 at {time}, Goldmann. Pachymetry 548/551.',
      'C/D 0.3 OU, Drusen none, Amsler grid full, Ishihara 14/14.',
      'Drives: license {LICENSE#@###-####-####}, plate {VEHICLE#### @@@}; DMV form filled.',
      'FHx: {rel2} {kin2.first} glaucoma; grandmother, {AGE_90:ninety five}, macular degeneration.',
      'Iris scan stored as {BIOMETRIC#IRS-######} for the kiosk.',
      '{pt.first} will pick frames with {tech.first}; order {ACCOUNT#J####}.',
    ],
    6,
  ))
    pad.y = pad.wrap(44, pad.y, 520, text) + 4
  pad.y = pad.wrap(
    36,
    pad.y + 8,
    540,
    'Impression: compound myopic astigmatism H52.223, presbyopia H52.4. Plan: new Rx, return {later.monthyear}; letter to {dr.dr}, fax {fax}.',
  )
  pad.sign(60, pad.y + 30)
  pad.at(40, pad.y + 44, '{dr3}, {EITHER:OD}  Lic {LICENSE#OPT####T}   {there.full}  {office}', pad.small)
})

export const dentalChart = kindOf('dental-chart', { size: [8.5, 10] }, pad => {
  const { chance } = pad.tale
  pad.at(
    36,
    48,
    '<Dental Treatment Record~RESTORATIVE & PERIO CHART~Clinical Chart - Dental>',
    { ...pad.bold, sizePt: 13 },
    300,
  )
  pad.at(350, 48, '{pt.tight} {MRN#D####}', pad.bold)
  for (let i = 0; i < 16; i++) {
    for (const [row, base] of [
      [74, i + 1],
      [146, 32 - i],
    ] as const) {
      const x = 40 + i * 33.5
      pad.sheet.picture(
        x + 12,
        row + 22,
        `<circle r="11" fill="none" stroke="#000"/><circle r="5" fill="${chance.likely(0.15) ? '#000' : 'none'}" stroke="#000"/>`,
      )
      pad.at(x + 6, row + 48, String(base), pad.small, 20)
    }
  }
  pad.y = 214
  const widths = [64, 36, 48, 250, 60, 82]
  pad.cells(36, widths, ['Date', 'Th', 'Code', 'Service / note', 'Fee', 'By'], pad.bold)
  for (const note of chance.some(
    [
      'Comp exam, FMX; mother {kin.first} present',
      'Prophy; flossing shown',
      'MOD composite, Septocaine 1.7 mL',
      'RCT referred to {dr2.last}, {far.town}',
      'Crown prep; shade A2; lab {emp2} case {OTHER_ID#CR###}',
      'Broken appt - called {cell}, spoke w/ {kin2.first}',
      'Implant Nobel {DEVICE#NB-#######} placed at {hosp2}',
      'Extract #17; post-op sheet to {pt.first}',
      'Night guard; {plan} denied, pd by {emp}',
      'Changed address to {here.town}',
    ],
    7,
  ))
    pad.cells(36, widths, [
      '{any}',
      `${chance.int(1, 32)}`,
      `D${chance.int(1, 9)}${chance.code('###')}`,
      note,
      `$${chance.int(45, 990)}`,
      chance.pick(['{dr.last}', '{tech.ini}', '{rn.flast}']),
    ])
  pad.y += 20
  pad.at(40, pad.y, 'Med alerts:', pad.bold)
  let x = 110
  for (const alert of ['Premed', 'Warfarin', 'Latex', 'Bisphosphonate', 'Pregnant'])
    x = check(pad, x, pad.y, alert, 90) + 12
  pad.y = pad.wrap(
    40,
    pad.y + 20,
    530,
    chance
      .some(
        [
          '{dr.drfull} / {fac} / {there.csz} / {desk}.',
          'Physician is {dr3.last} ({office}).',
          'Guarantor {kin}, {ssn}, works at {emp}.',
          'Sub ID {HEALTH_PLAN#@@@####}. Email {mail}.',
          'Recall {later.monthyear}.',
        ],
        4,
      )
      .join(' '),
  )
})
