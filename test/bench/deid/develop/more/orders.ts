/** Orders: a page of check boxes, a laboratory requisition with barcodes, a pharmacy's refill fax. */
import { check } from './code.ts'
import { kindOf } from './pad.ts'

export const orderBoxes = kindOf('order-boxes', { size: [8.5, 10] }, pad => {
  const { chance } = pad.tale
  pad.sheet.box(36, 36, 540, 718, 1.2)
  pad.at(
    46,
    56,
    '{fac2} - <Referral / Order Form~Imaging & Therapy Order~REFERRAL ORDER>',
    { ...pad.bold, sizePt: 13 },
    330,
  )
  pad.at(400, 50, 'Fax to {fax}', pad.bold)
  pad.at(400, 50 + pad.pitch, 'Sched. {desk}', pad.bold)
  const [pen, top] = [chance.likely(0.6), 92]
  const blanks = [
    ['Pt name', '{pt}', 46, 250],
    ['DOB', '{dob}', 320, 100],
    ['M / F', '{sex}', 450, 100],
    ['Best phone', '{cell}', 46, 160],
    ['Parent/guardian', '{kin}', 230, 150],
    ['Ins. / ID', '{plan} {HEALTH_PLAN#@@#######}', 400, 165],
    ['Dx & ICD-10', '<M54.16 radiculopathy~R51.9 headache~M75.101 cuff tear>', 46, 250],
    ['Auth', '{OTHER_ID#@#######}', 320, 120],
  ] as const
  for (const [i, [label, value, x, width]] of blanks.entries()) {
    const y = top + (i < 3 ? 0 : i < 6 ? 34 : 68)
    if (pen) pad.hand(x + 4, y, value, width - 10, 16)
    else pad.at(x + 4, y, value, pad.plain, width - 10)
    pad.sheet.rule(x, y + 4, x + width, y + 4, 0.4)
    pad.at(x, y + 12, label, pad.small, width)
  }
  let y = 200
  for (const [head, list] of [
    [
      'Type of visit',
      [
        'Evaluate and treat',
        'Second opinion',
        'Transfer of care',
        'STAT (call {rn.first} at {office})',
        'Telehealth',
      ],
    ],
    [
      'Imaging',
      [
        'MRI brain w/o',
        'CT head',
        'X-ray C-spine 4 view',
        'DEXA',
        'US thyroid',
        'Doppler legs',
        'Compare w/ {hosp} {past3.year}',
      ],
    ],
    [
      'Specialty',
      [
        'Cardiology - {dr2.dr}',
        'ENT',
        'GI - first available',
        'Neurology ({dr3.last})',
        'Pain',
        'Wound care',
      ],
    ],
    [
      'Therapy',
      [
        'PT 2 x wk x 6',
        'OT',
        'Speech',
        'Baker method',
        'Epley for BPPV',
        'TENS unit serial {DEVICE#T####-##}',
      ],
    ],
  ] as const) {
    pad.sheet.fill(46, y - pad.sizePt, 520, pad.sizePt * 1.4, '#ddd')
    pad.at(50, y, head, pad.bold)
    y += pad.pitch * 1.3
    for (const [i, item] of list.entries())
      check(pad, 52 + (i % 3) * 172, y + Math.floor(i / 3) * pad.pitch * 1.2, item, 164)
    y += Math.ceil(list.length / 3) * pad.pitch * 1.2 + 8
  }
  y = pad.wrap(
    50,
    y + 6,
    510,
    `<Clinical notes~History>: ${chance.some(['{pt.first} fell at {emp} on {past2.loose}.', '{dr.lastposs} note attached.', 'Pacemaker? none. Metal in eye? {pt.mr} worked as a grinder.', 'Please call {kin.first}, {rel}, with the date; {he} hears poorly.', 'Seen {past.loose} by {dr2.last}; Phalen and Tinel positive.', 'Needs a ride from {here.town}.'], 4).join(' ')}`,
  )
  pad.sign(60, y + 34)
  pad.at(
    50,
    y + 48,
    '<Ordering clinician~Signature>: {dr.md}  NPI {LICENSE#1#########}  {now} {time}',
    pad.small,
  )
  pad.at(50, 742, '{fac2}  {there.full}', pad.small)
})

export const refillFax = kindOf('refill-fax', { size: [10, 12] }, pad => {
  const { chance } = pad.tale
  pad.at(36, 36, '{now.stamp} {LOCATION#SAV-RITE DRUG ####} TO {fax} P.1/1', { ...pad.plain, sizePt: 8 })
  pad.at(60, 74, '<REFILL AUTHORIZATION REQUEST~Rx Renewal Request~2nd REQUEST - refill too soon>', {
    ...pad.bold,
    sizePt: 15,
  })
  let y = 104
  for (const [label, value] of [
    ['To prescriber', '{dr.md}'],
    ['At', '{fac}, {there.csz}'],
    ['DEA / NPI', '{LICENSE#B@#######} / {LICENSE#1#########}'],
    ['From', '{LOCATION:Corner Apothecary}, {far.street}, {far.town}'],
    ['Store ph / fx', '{desk} / {fax}'],
    ['Rx no.', '{OTHER_ID#7######}-{EITHER#0#}'],
    ['Patient', '{pt.revup}'],
    ['Born', '{dob}'],
    ['Lives at', '{here.full}'],
    ['Drug', '<Lisinopril 20 MG Tab~Metformin ER 500 MG~Ozempic 0.5 MG pen~Xanax 0.5 MG>'],
    ['Qty / DS', `${chance.int(1, 4) * 30} / 30`],
    ['Sig', 'TAKE 1 BY MOUTH <DAILY~TWICE A DAY~AT BEDTIME>'],
    ['Last filled', '{past2}'],
    ['Orig written', '{past3}'],
    ['Plan', '{plan} BIN 610014 PCN MEDDPRIME ID {HEALTH_PLAN#@########}'],
  ] as const) {
    pad.at(60, y, label, pad.bold, 100)
    y = pad.wrap(170, y, 380, value) + 3
  }
  y += 14
  for (const item of [
    'Approve with ____ refills',
    'Denied - patient needs visit',
    'Patient no longer under our care',
    'Change to: ______________',
  ])
    y = check(pad, 70, y, item, 300) && y + pad.pitch * 1.3
  y = pad.wrap(
    60,
    y + 8,
    490,
    chance
      .some(
        [
          '{pt.first} is out as of {past.md}.',
          '{kin} ({rel}) will pick up.',
          'Note from {tech.first}, PharmD: please call {cell} for {pt.mr}.',
          'We asked on {past2.loose} and {past.loose}.',
          'Mark "Brand medically necessary" if Will not substitute.',
        ],
        3,
      )
      .join(' '),
  )
  pad.hand(80, y + 26, '<OK x3~deny, needs appt~ok per {dr.last}> {now.md} {rn.ini}', 300, 20)
})
