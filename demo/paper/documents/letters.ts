/** Referral, discharge summary, radiology report. */
import type { Sheet } from '../page.ts'
import type { Person } from '../person.ts'
import { faxHeader, letterhead, name, rows } from './parts.ts'

const serif = { font: 'serif', sizePt: 11 } as const

export const referral = (sheet: Sheet, p: Person): void => {
  faxHeader(sheet, p, 1, 1)
  letterhead(sheet, p)
  sheet.text(54, 112, ['REFERRAL FOR CARDIOLOGY CONSULTATION'], { font: 'sans-bold', sizePt: 13 })
  let y = rows(sheet, 54, 138, [
    ['Patient', name(p)],
    ['DOB', { DATE: p.birthDate }],
    ['MRN', { MRN: p.mrn }],
    ['SSN', { SSN: p.ssn }],
    ['Phone', { PHONE: p.phone }],
    ['Address', { LOCATION: `${p.street}, ${p.city}, ${p.state} ${p.zip}` }],
    ['Member ID', { HEALTH_PLAN: p.plan }],
    ['Referred', { DATE: p.admitted }],
  ])
  y = sheet.paragraph(
    54,
    y + 16,
    500,
    [
      'Dear Dr. ',
      { NAME: p.provider },
      ', thank you for seeing this ',
      `${p.ageYears} year old patient with exertional chest pain and palpitations for three months.`,
    ],
    serif,
  )
  y = sheet.paragraph(
    54,
    y + 8,
    500,
    [
      name(p),
      ' has hypertension, type 2 diabetes mellitus and a family history of coronary artery disease. Current medications are metformin 500 mg twice daily, lisinopril 20 mg daily and atorvastatin 40 mg at bedtime. There is no known drug allergy.',
    ],
    serif,
  )
  y = sheet.paragraph(
    54,
    y + 8,
    500,
    'On examination blood pressure was 148/92 mmHg, heart rate 84 beats per minute, oxygen saturation 97 % on room air. The resting electrocardiogram shows sinus rhythm with left ventricular hypertrophy. Please evaluate for stress testing and echocardiography. A history of Graves disease is noted; thyroid function will be repeated in May.',
    serif,
  )
  y = sheet.paragraph(
    54,
    y + 8,
    500,
    'Diagnosis codes: I20.9 Angina pectoris, I10 Essential hypertension, E11.9 Type 2 diabetes.',
    serif,
  )
  sheet.text(54, y + 24, 'Sincerely,', serif)
  sheet.text(54, y + 58, [{ NAME: `${p.provider}, MD` }], serif)
}

export const discharge = (sheet: Sheet, p: Person, page: 1 | 2): void => {
  letterhead(sheet, p)
  sheet.text(54, 112, `DISCHARGE SUMMARY${page === 2 ? ' (continued)' : ''}`, {
    font: 'sans-bold',
    sizePt: 13,
  })
  rows(sheet, 54, 136, [
    ['Name', [{ NAME: `${p.family}, ${p.given}` }]],
    ['MRN', { MRN: p.mrn }],
  ])
  rows(sheet, 320, 136, [
    ['DOB', { DATE: p.birthDate }],
    ['Admitted', { DATE: p.admitted }],
  ])
  sheet.rule(54, 164, 558, 164)
  if (page === 1) {
    let y = sheet.paragraph(
      54,
      186,
      500,
      [
        'Hospital course. ',
        name(p),
        ' was admitted on ',
        { DATE: p.admitted },
        ' with community acquired pneumonia of the right lower lobe. Blood cultures were negative. Treatment was started with ceftriaxone 1 g daily and azithromycin 500 mg daily, with improvement of fever and oxygen requirement over 48 hours.',
      ],
      serif,
    )
    y = sheet.paragraph(
      54,
      y + 10,
      500,
      'Laboratory: white cell count 14.2 falling to 8.1, creatinine 0.9 mg/dL, sodium 138 mmol/L, potassium 4.1 mmol/L. Chest radiograph showed consolidation without effusion.',
      serif,
    )
    sheet.paragraph(
      54,
      y + 10,
      500,
      [
        'The patient lives in ',
        { LOCATION: p.city },
        ' with a daughter, ',
        { NAME: `Maribel ${p.family}` },
        ', who can be reached at ',
        { PHONE: p.phone },
        '.',
      ],
      serif,
    )
    return
  }
  let y = sheet.paragraph(
    54,
    186,
    500,
    'Discharge medications: amoxicillin 875 mg by mouth twice daily for five days; albuterol inhaler two puffs every four hours as needed; continue aspirin 81 mg daily.',
    serif,
  )
  y = sheet.paragraph(
    54,
    y + 10,
    500,
    'Follow up with primary care in one week. Return to the emergency department for fever above 101 F, worsening shortness of breath or chest pain. Diet regular, activity as tolerated.',
    serif,
  )
  sheet.paragraph(
    54,
    y + 10,
    500,
    ['Electronically signed by ', { NAME: p.provider }, ', MD on ', { DATE: p.admitted }],
    serif,
  )
}

export const radiology = (sheet: Sheet, p: Person): void => {
  letterhead(sheet, p)
  sheet.text(54, 112, 'RADIOLOGY REPORT', { font: 'sans-bold', sizePt: 13 })
  const y0 = rows(sheet, 54, 138, [
    ['Patient', name(p)],
    ['DOB', { DATE: p.birthDate }],
    ['Accession', { OTHER_ID: p.accession }],
    ['Exam date', { DATE: p.admitted }],
  ])
  let y = sheet.paragraph(
    54,
    y0 + 14,
    500,
    'EXAM: Magnetic resonance imaging of the lumbar spine without contrast.',
    serif,
  )
  y = sheet.paragraph(
    54,
    y + 8,
    500,
    'FINDINGS: Normal alignment. Vertebral body heights are preserved. At L4-L5 there is a broad based disc bulge with mild central canal stenosis and moderate bilateral foraminal narrowing. At L5-S1 there is a small central protrusion without nerve root compression. The conus ends at L1.',
    serif,
  )
  y = sheet.paragraph(
    54,
    y + 8,
    500,
    'IMPRESSION: Moderate degenerative disc disease at L4-L5, unchanged. No fracture or infection.',
    serif,
  )
  sheet.text(54, y + 24, ['Read by ', { NAME: `${p.provider}, MD` }], serif)
}
