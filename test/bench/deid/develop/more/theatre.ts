/** Operative report, anaesthesia record and ambulance run report. */
import { kindOf } from './pad.ts'

const opBody = [
  'After informed consent was obtained from {pt.mr} and {his} {rel} {kin}, {he} was brought to the operating room and placed supine.',
  'A time out was called by {rn} and all present agreed on the site, which {dr.dr} had marked.',
  'The patient was prepped and draped in the usual sterile fashion. A Kocher incision was made and carried down with Bovie cautery.',
  'The Calot triangle was dissected, the cystic duct clipped twice and divided. Hemostasis was good.',
  '{dr2.md} scrubbed in at {time} to assist with the mesh, a DePuy plate, model LCP, serial {DEVICE#@#######}, lot 55812.',
  'A Jackson-Pratt drain was left. Sponge, needle and instrument counts were correct per {tech}.',
  'Estimated blood loss 75 mL. Ringer lactate 1,400 mL. The patient went to PACU in stable condition.',
  'I spoke with {kin.first} in the waiting room, and called the other {rel2}, {kin2}, at {cell}.',
  'Prior films from {hosp2} of {past2} had shown the same fracture line; a note by {dr3.last} from {past3.monthyear} was reviewed.',
  'There were no complications. {pt.lastposs} family will meet us in clinic {EITHER:on} {soon.loose}.',
]

export const operativeReport = kindOf('operative-report', { size: [9.5, 12] }, pad => {
  const { chance } = pad.tale
  pad.y = 60
  pad.at(200, pad.y, '{hosp.up}', pad.bold, 340)
  pad.y += pad.pitch
  pad.at(200, pad.y, '<OPERATIVE REPORT~REPORT OF OPERATION~Operative Note (dictated)>', pad.bold)
  pad.y += pad.pitch * 2
  for (const [label, value] of [
    ['PATIENT', '{pt.up}'],
    ['HOSPITAL NO.', '{MRN#1##-###-#}'],
    ['ROOM', '{EITHER#OR-#}'],
    ['DATE OF PROCEDURE', '{past.long}'],
    ['SURGEON', '{dr.md}'],
    ['ASSISTANT', '{dr2.md}'],
    ['ANESTHETIST', '{dr3.md}; {tech}, CRNA'],
    ['PREOP DX', '<Acute cholecystitis~Right distal radius fracture~Inguinal hernia>'],
    ['POSTOP DX', 'Same'],
    ['PROCEDURE', '<Laparoscopic cholecystectomy~ORIF~Lichtenstein repair with mesh>'],
    ['SPECIMEN', 'To pathology, no. {OTHER_ID#S##-#####}'],
  ] as const) {
    pad.at(60, pad.y, `${label}:`, pad.bold, 126)
    pad.y = pad.wrap(196, pad.y, 360, value)
  }
  pad.y += 8
  for (const part of ['INDICATIONS', 'FINDINGS AND TECHNIQUE', 'CONDITION']) {
    if (pad.y > 620) pad.page()
    pad.y =
      pad.wrap(
        60,
        pad.y,
        490,
        `${part}: ${chance.some(opBody, part === 'FINDINGS AND TECHNIQUE' ? 6 : 2).join(' ')}`,
      ) +
      pad.pitch * 0.7
  }
  pad.y = pad.wrap(60, pad.y + 20, 400, '________________________')
  pad.wrap(60, pad.y, 400, '{dr.mid}{EITHER:, MD}')
  pad.sign(74, pad.y - pad.pitch - 6)
  pad.at(
    60,
    pad.y + pad.pitch,
    '{dr.ini}/{clerk.ini}  D: {past.stamp}  T: {now.stamp}  Job {OTHER_ID#######}  cc: {dr2.dr}; {fac}',
    pad.small,
  )
})

export const anaesthesiaRecord = kindOf(
  'anaesthesia-record',
  { widthPt: 792, heightPt: 612, size: [8, 9.5] },
  pad => {
    const { chance } = pad.tale
    const cell = (x: number, y: number, w: number, label: string, value: string, byPen = false): void => {
      pad.sheet.box(x, y, w, 30, 0.6)
      pad.at(x + 3, y + 8, label, { ...pad.small, sizePt: 6.5 }, w - 6)
      if (byPen) pad.hand(x + 5, y + 25, value, w - 10, 14)
      else pad.at(x + 5, y + 24, value, pad.plain, w - 10)
    }
    const pen = chance.likely(0.5)
    pad.at(36, 44, 'ANESTHESIA RECORD   {hosp}', { ...pad.bold, sizePt: 12 })
    cell(36, 52, 190, 'PATIENT (PLATE)', '{pt.rev}')
    cell(226, 52, 100, 'DATE', '{now}', pen)
    cell(326, 52, 110, 'M.R. NUMBER', '{MRN#M#####}')
    cell(436, 52, 60, 'AGE', '{age}', pen)
    cell(496, 52, 60, 'WT kg', `${chance.int(48, 120)}`, pen)
    cell(556, 52, 200, 'ASA / MALLAMPATI', '<2 / I~3 / II~4E / III>')
    cell(36, 82, 190, 'SURGEON', '{dr.dr}', pen)
    cell(226, 82, 210, 'ANESTHESIOLOGIST / CRNA', '{dr2.last} / {tech.flast}', pen)
    cell(436, 82, 320, 'PROCEDURE', '<R total knee~Lap appy~C-section, repeat>', pen)
    const [x0, y0, step] = [120, 130, 26]
    for (let i = 0; i <= 24; i++)
      pad.sheet.rule(x0 + i * step, y0, x0 + i * step, y0 + 260, i % 4 === 0 ? 0.7 : 0.25)
    for (let i = 0; i <= 13; i++) pad.sheet.rule(x0, y0 + i * 20, x0 + 624, y0 + i * 20, 0.25)
    for (const [i, label] of [
      'Time',
      'O2 L/min',
      'Sevo %',
      'Propofol mg',
      'Fentanyl mcg',
      'Rocuronium',
      'Ancef 2 g',
      '180',
      '150',
      '120',
      '90',
      '60',
      'EtCO2',
    ].entries())
      pad.at(40, y0 + 14 + i * 20, label, pad.small, 76)
    for (let i = 0; i < 6; i++)
      pad.at(x0 + i * 104 + 2, y0 + 14, `${7 + Math.floor(i / 2)}:${i % 2 ? '30' : '00'}`, pad.small, 60)
    for (let i = 0; i < 20; i++)
      pad.sheet.picture(
        x0 + 14 + i * 29,
        y0 + 170 + chance.int(-14, 14),
        '<path d="M-3 -4L0 0L3 -4M0 24l-3 4M0 24l3 4" fill="none" stroke="#000" stroke-width="0.9"/>',
      )
    pad.y = y0 + 284
    for (const line of chance.some(
      [
        'Remarks: easy mask, Mac 3, Cormack-Lehane grade 1, 7.5 ETT, breath sounds equal.',
        '{time} {dr2.flast} relieved by {dr3.flast}; report given.',
        'NPO since midnight per {kin}, {rel}. Hx of MH in cousin {kin3.first}.',
        'Machine: Apollo {DEVICE#ASFB-####}, checked {now.md} by {tech.ini}.',
        'Swan-Ganz not used. Foley in. Bair hugger on.',
        'To PACU {time}, report to {rn.rn}. Family ({kin2.first}) notified by phone {cell}.',
      ],
      5,
    ))
      pad.y = pad.wrap(40, pad.y, 700, line)
    pad.sign(520, 556)
    pad.at(500, 574, 'Signature of anesthesia provider', pad.small, 180)
  },
)
