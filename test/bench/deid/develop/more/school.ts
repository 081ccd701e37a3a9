/** For school and sport: a physical form, and a registry's printout of vaccines. */
import { check } from './code.ts'
import { kindOf } from './pad.ts'

export const sportsPhysical = kindOf('sports-physical', { size: [8.5, 10], oldest: 18, youngest: 5 }, pad => {
  const { chance } = pad.tale
  pad.at(
    150,
    50,
    '<PREPARTICIPATION PHYSICAL EVALUATION~Student Health Examination~SPORTS PHYSICAL FORM>',
    { ...pad.bold, sizePt: 13 },
    400,
  )
  const pen = chance.likely(0.5)
  let y = 84
  const blank = (x: number, width: number, label: string, value: string): void => {
    const start = pad.at(x, y, label, pad.plain, width * 0.5) + 5
    if (pen) pad.hand(start, y - 1, value, x + width - start - 4, 15)
    else pad.at(start, y - 1, value, pad.bold, x + width - start - 4)
    pad.sheet.rule(start - 2, y + 3, x + width - 4, y + 3, 0.4)
  }
  const rows = [
    [
      ['Name', '{pt}', 0.6],
      ['DOB', '{dob}', 0.25],
      ['Age', '{age}', 0.15],
    ],
    [
      ['School', '{school}', 0.5],
      ['Grade', '<5th~8th~11th>', 0.2],
      ['Sport(s)', '<football~track~cheer>', 0.3],
    ],
    [['Home address', '{here.full}', 1]],
    [
      ['Parent/Guardian', '{kin}', 0.5],
      ['Cell', '{cell}', 0.25],
      ['Work', '{work}', 0.25],
    ],
    [
      ['Emergency contact (not parent)', '{kin3}', 0.6],
      ['Phone', '{home}', 0.4],
    ],
    [
      ['Family doctor', '{dr.drfull}', 0.5],
      ['Insurance', '{plan}', 0.5],
    ],
    [
      ['Last physical', '{past3}', 0.5],
      ['Coach', '{pal}', 0.5],
    ],
  ] as const
  for (const row of rows) {
    let x = 40
    for (const [label, value, share] of row) {
      blank(x, share * 530, label, value)
      x += share * 530
    }
    y += 24
  }
  for (const [i, question] of [
    'Ever passed out during exercise?',
    'Family member died suddenly before age 50?',
    'Asthma or wheeze?',
    'Concussion? When?',
    'Marfan or long QT in the family?',
    'Glasses or contacts?',
    'Bee sting allergy (EpiPen)?',
    'Missing organ (eye, kidney)?',
  ].entries()) {
    pad.at(40, y + 4, `${i + 1}. ${question}`, pad.plain, 300)
    check(pad, 360, y + 4, 'Yes', 60, false)
    check(pad, 420, y + 4, 'No', 60, true)
    y += pad.pitch * 1.15
  }
  y = pad.wrap(
    40,
    y + 10,
    530,
    `Explain "yes": ${chance.some(['{kin2.first}, the {rel2}, has a heart murmur.', '{pt.first} hit heads with {pal.first} at practice {past2.loose}; cleared by {dr2.last} at {hosp}.', 'Albuterol before gym since {past3.month}.', '{kin.poss} side has sickle trait.'], 2).join(' ')}`,
  )
  y = pad.wrap(
    40,
    y + 8,
    530,
    'EXAM: Ht 64 in (71%)  Wt 121 lb (66%)  BP 108/66  P 72  Vision R 20/20 L 20/25 (Snellen)  HEENT nl  Heart nl, no murmur  Lungs cl  Abd nl  GU Tanner III  Scoliosis none  Duck walk ok',
  )
  check(pad, 40, y + 8, 'Cleared without restriction', 180, true)
  check(pad, 240, y + 8, 'Cleared after rehab for: ________', 200, false)
  pad.sign(70, y + 50)
  y = pad.wrap(
    40,
    y + 64,
    530,
    'Provider: {dr.md}   {fac}   {there.csz}   Date {past}   <License~Lic> {LICENSE#PA#####}',
  )
  pad.hand(70, y + 30, '{kin}', 180, 20)
  pad.hand(400, y + 30, '{now}', 140, 17)
  pad.at(
    40,
    y + 44,
    'Parent signature - I give {school} and its athletic trainer, {tech}, leave to treat.',
    pad.small,
    520,
  )
})

export const registryPrint = kindOf('registry-print', { size: [8, 9.5], oldest: 60, youngest: 2 }, pad => {
  const { chance } = pad.tale
  pad.at(
    36,
    44,
    '<Statewide Immunization Information System~IIS Client Record~Certificate of Immunization Status>',
    { ...pad.bold, sizePt: 12 },
  )
  const pairs = [
    ['Client', '{pt.revup}'],
    ['IIS ID', '{MRN########}'],
    ['Birth', '{dob}'],
    ["Mother's maiden", '{kin.first} {kin3.last}'],
    ['Responsible', '{kin.rev}'],
    ['Address', '{here.street}'],
    ['', '{here.csz}'],
    ['County', '{here.county}'],
    ['School', '{school}'],
    ['Asked by', '{fac} ({rn.user})'],
  ]
  for (const [i, [label = '', value = '']] of pairs.entries()) {
    const [x, y] = [36 + (i % 2) * 280, 68 + Math.floor(i / 2) * pad.pitch * 1.1]
    pad.at(x, y, label, pad.bold, 90)
    pad.at(x + 94, y, value, pad.plain, 160)
  }
  pad.y = 68 + 5 * pad.pitch * 1.1 + 10
  const widths = [96, 76, 76, 76, 76, 140]
  pad.cells(
    36,
    widths,
    ['Vaccine group', 'Dose 1', 'Dose 2', 'Dose 3', 'Dose 4', 'Site / giver / lot'],
    pad.bold,
  )
  const given = (): string => chance.pick(['{any}', '{any}', '{any.md}', 'X {any}', '-'])
  for (const vaccine of chance.some(
    [
      'DTaP/Tdap',
      'IPV (Polio)',
      'MMR',
      'Varicella (chickenpox)',
      'Hep A',
      'Hep B',
      'Hib',
      'PCV13',
      'Rotavirus',
      'HPV9',
      'MenACWY',
      'COVID-19 mRNA',
      'Influenza IIV4',
      'Yellow fever',
    ],
    chance.int(8, 12),
  ))
    pad.cells(36, widths, [
      vaccine,
      '{any}',
      given(),
      given(),
      given(),
      chance.pick([
        'LD {rn.ini} lot AC52B041AA',
        '{fac2}',
        '{hosp} lot UI947AC',
        'Hx, per {kin.first}',
        '{there.county} Health Dept.',
        'RT, {tech.flast}',
      ]),
    ])
  pad.y += 18
  for (const line of chance.some(
    [
      'Disease history: chickenpox {past3.monthyear}, told by {kin.first}.',
      'Next due: Tdap {soon}, MenB {later}. Reminder to {kin.poss} phone {cell}.',
      'Exemption: medical, signed {dr.md} {past2.long}.',
      'Dose of {past3} not valid (given 3 days early at {fac2}).',
      'Titer: hepatitis B surface antibody 212 mIU/mL, {hosp2}.',
    ],
    4,
  ))
    pad.y = pad.wrap(36, pad.y, 530, line)
  pad.at(
    36,
    748,
    'User {rn.user} from {IP#1##.##.1##.##} {now.stamp}   This record is confidential   {web}',
    pad.small,
  )
})
