/** Lab report, prescription, insurance card, specimen label, intake form with handwriting and a signature. */
import type { Sheet } from '../page.ts'
import type { Person } from '../person.ts'
import { faxHeader, letterhead, name, rows, table } from './parts.ts'

const results = [
  ['Test', 'Result', 'Units', 'Reference', 'Flag'],
  ['Glucose', '126', 'mg/dL', '70 - 99', 'High'],
  ['Creatinine', '0.9', 'mg/dL', '0.6 - 1.2', ''],
  ['Sodium', '138', 'mmol/L', '135 - 145', ''],
  ['Potassium', '4.1', 'mmol/L', '3.5 - 5.1', ''],
  ['Calcium', '9.4', 'mg/dL', '8.6 - 10.2', ''],
  ['Hemoglobin', '13.8', 'g/dL', '12.0 - 15.5', ''],
  ['Platelets', '241', 'K/uL', '150 - 400', ''],
  ['White cells', '7.2', 'K/uL', '4.0 - 11.0', ''],
] as const

export const lab = (sheet: Sheet, p: Person, page: 1 | 2): void => {
  faxHeader(sheet, p, page, 2)
  letterhead(sheet, p)
  sheet.text(54, 112, 'LABORATORY REPORT', { font: 'sans-bold', sizePt: 13 })
  rows(sheet, 54, 136, [
    ['Patient', name(p)],
    ['DOB', { DATE: p.birthDate }],
    ['MRN', { MRN: p.mrn }],
  ])
  rows(sheet, 320, 136, [
    ['Collected', { DATE: p.admitted }],
    ['Accession', { OTHER_ID: p.accession }],
    ['Ordered by', { NAME: `Dr. ${p.provider}` }],
  ])
  const rowsOfPage =
    page === 1
      ? results
      : [
          results[0],
          ['Cholesterol', '212', 'mg/dL', '< 200', 'High'],
          ['Triglycerides', '148', 'mg/dL', '< 150', ''],
          ['HDL', '46', 'mg/dL', '> 40', ''],
          ['Hemoglobin A1c', '7.1', '%', '< 5.7', 'High'],
        ]
  const bottom = table(sheet, 54, 190, [150, 80, 80, 120, 60], rowsOfPage)
  sheet.paragraph(
    54,
    bottom + 24,
    500,
    page === 1
      ? 'Comment: fasting specimen. Results are continued on the next page.'
      : 'Comment: lipid panel above goal. Repeat in three months.',
    { sizePt: 10 },
  )
}

export const prescription = (sheet: Sheet, p: Person): void => {
  letterhead(sheet, p)
  rows(
    sheet,
    54,
    120,
    [
      ['Patient', name(p)],
      ['DOB', { DATE: p.birthDate }],
      ['Address', { LOCATION: `${p.street}, ${p.city}, ${p.state} ${p.zip}` }],
      ['Date', { DATE: p.admitted }],
    ],
    { sizePt: 12, linePt: 20 },
  )
  sheet.text(54, 240, 'Rx', { font: 'serif-bold', sizePt: 30 })
  sheet.text(100, 250, 'Amoxicillin 500 mg capsules', { sizePt: 14 })
  sheet.text(100, 274, 'Take one capsule by mouth three times daily for ten days', { sizePt: 12 })
  sheet.text(100, 298, 'Dispense 30 capsules   Refills 0', { sizePt: 12 })
  sheet.text(54, 360, ['Prescriber: ', { NAME: p.provider }, ', MD'], { sizePt: 12 })
}

/** `symbols` are SVG fragments of the barcodes, drawn by the caller. */
export const insuranceCard = (sheet: Sheet, p: Person, symbol: string): void => {
  sheet.box(60, 80, 360, 226, 1.5)
  sheet.text(78, 112, 'HEALTH PLAN OF THE LAKES', { font: 'sans-bold', sizePt: 15 })
  rows(
    sheet,
    78,
    144,
    [
      ['Member', name(p)],
      ['Member ID', { HEALTH_PLAN: p.plan }],
      ['Group', { HEALTH_PLAN: p.account }],
      ['Effective', { DATE: p.admitted }],
    ],
    { sizePt: 11, linePt: 18 },
  )
  sheet.text(78, 232, 'Office visit $25   Specialist $40   Emergency $150', { sizePt: 10 })
  sheet.text(78, 290, 'Preferred provider organization', { sizePt: 9 })
  sheet.picture(300, 240, symbol, 0.8)
}

export const label = (sheet: Sheet, p: Person, symbol: string): void => {
  sheet.text(
    14,
    22,
    { NAME: `${p.family.toUpperCase()}, ${p.given.toUpperCase()}` },
    { font: 'sans-bold', sizePt: 12 },
  )
  sheet.text(14, 38, ['DOB ', { DATE: p.birthDate }, '  MRN ', { MRN: p.mrn }], { sizePt: 9 })
  sheet.text(14, 52, 'Blood  EDTA  lavender top', { sizePt: 9 })
  sheet.picture(14, 62, symbol, 1)
}

const hand = { font: 'handwriting', sizePt: 19 } as const

export const intake = (sheet: Sheet, p: Person): void => {
  sheet.text(54, 60, 'NEW PATIENT INTAKE FORM', { font: 'sans-bold', sizePt: 16 })
  const lines = [
    ['Name', { NAME: `${p.given} ${p.family}` }],
    ['Date of birth', { DATE: p.birthDate }],
    ['Phone', { PHONE: p.phone }],
    ['Address', { LOCATION: `${p.street}, ${p.city}` }],
    ['Emergency contact', { NAME: `Maribel ${p.family}` }],
  ] as const
  lines.forEach(([title, value], i) => {
    const y = 104 + i * 34
    sheet.text(54, y, title, { sizePt: 11 })
    sheet.text(180, y - 2, value, hand)
    sheet.rule(175, y + 4, 540, y + 4)
  })
  sheet.text(54, 300, 'Check all that apply', { font: 'sans-bold', sizePt: 11 })
  const conditions = ['Diabetes', 'High blood pressure', 'Asthma', 'Heart disease', 'Cancer', 'Stroke']
  conditions.forEach((condition, i) => {
    const [x, y] = [60 + (i % 2) * 220, 324 + Math.floor(i / 2) * 22]
    sheet.box(x, y - 9, 10, 10)
    if (i % 3 === 0) {
      sheet.rule(x + 2, y - 7, x + 8, y - 1, 1.5)
      sheet.rule(x + 8, y - 7, x + 2, y - 1, 1.5)
    }
    sheet.text(x + 16, y, condition, { sizePt: 11 })
  })
  sheet.text(54, 440, 'Signature of patient', { sizePt: 11 })
  sheet.picture(
    190,
    405,
    '<path d="M0 30 C20 -20 30 60 50 20 S70 -10 90 25 S120 40 140 5 S170 35 210 18" fill="none" stroke="#000" stroke-width="2"/>',
  )
  sheet.rule(175, 444, 420, 444)
}

/** A page that a machine cannot vouch for: a doctor's own hand, slanted, over a stamp. */
export const note = (sheet: Sheet, p: Person): void => {
  sheet.text(54, 60, 'PROGRESS NOTE', { font: 'sans-bold', sizePt: 14 })
  const scrawl = { font: 'handwriting', sizePt: 15, fill: '#333' } as const
  const lines = [
    [{ NAME: p.family }, ' seen today w/ her son, BP ok'],
    ['pt says pain better since ', { DATE: p.admitted.slice(0, 5) }, ', sleeping poorly'],
    ['plan: cont PT, recheck 3 wks, call ', { PHONE: p.phone }],
    ['d/w ', { NAME: p.provider }, ' re MRI, they agree'],
    ['rtc prn, gave info sheet'],
  ]
  lines.forEach((runs, i) => {
    sheet.text(60 + i * 3, 100 + i * 26, runs, scrawl)
  })
  const loops = Array.from(
    { length: 14 },
    (_, i) => `q6 -${18 + (i % 3) * 6} 12 0 t12 ${(i % 2) * 6 - 3}`,
  ).join(' ')
  for (const y of [0, 34, 70])
    sheet.picture(60, 260 + y, `<path d="M0 20 ${loops}" fill="none" stroke="#222" stroke-width="1.6"/>`)
  sheet.picture(
    380,
    200,
    '<g transform="rotate(-14)"><rect width="150" height="60" fill="none" stroke="#555" stroke-width="3"/><path d="M12 42 L30 14 L48 42 M60 14 v28 h24 M98 14 h30 M113 14 v28" fill="none" stroke="#555" stroke-width="4"/></g>',
  )
}
