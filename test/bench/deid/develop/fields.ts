/** Fields of forms: a label in one of its spellings, and its value. */
import type { Paper } from './paper.ts'
import { linesOf, type Runs, widthOf } from './runs.ts'

const labels = {
  ptfield: [
    'Patient',
    'Patient Name',
    'Name',
    'PATIENT',
    'Pt. Name',
    "Patient's Name",
    'Pt',
    'Member Name',
    'Full Name',
  ],
  dob: ['DOB', 'D.O.B.', 'Date of Birth', 'Birth date', 'Birthdate', 'Born', 'Birth Dt', 'DATE OF BIRTH'],
  mrn: [
    'MRN',
    'MR #',
    'Med Rec No.',
    'Chart #',
    'Medical Record Number',
    'Unit No.',
    'Patient ID',
    'Hosp #',
    'Chart No',
  ],
  agefield: ['Age', 'AGE', 'Age (yrs)', 'Yrs'],
  sex: ['Sex', 'Gender', 'SEX', 'Sex at birth'],
  ssn: ['SSN', 'Soc. Sec. No.', 'Social Security #', 'SS#', 'Soc Sec'],
  phone: ['Phone', 'Tel.', 'Home phone', 'Telephone', 'Ph', 'Home #', 'Contact'],
  cell: ['Cell', 'Mobile', 'Cell phone', 'Alt. phone'],
  home: ['Address', 'Home address', 'Mailing address', 'ADDR', 'Street / City / ZIP', 'Residence'],
  email: ['Email', 'E-mail', 'E-mail address', 'EMAIL'],
  drfield: ['Provider', 'PCP', 'Physician', 'Referring provider', 'Ordering MD', 'Attending', 'Requested by'],
  dr2field: ['Refer to', 'Consultant', 'Specialist', 'Copy to', 'cc', 'Attn'],
  npi: ['NPI', 'NPI #', 'Natl Provider ID', 'Provider NPI'],
  dea: ['DEA', 'DEA #', 'DEA No.'],
  licence: ['License #', 'Lic. No.', 'State Lic', 'License'],
  plan: ['Insurance', 'Plan', 'Payer', 'Primary insurance', 'Carrier'],
  member: [
    'Member ID',
    'Subscriber ID',
    'Policy #',
    'ID No.',
    'Insured ID',
    'Medicare/Policy No.',
    'Member #',
  ],
  group: ['Group', 'Group #', 'Grp No.', 'Group Number'],
  account: ['Account', 'Acct #', 'Account No.', 'Billing acct', 'Guarantor acct', 'FIN'],
  claim: ['Claim #', 'Claim No.', 'Reference', 'ICN', 'Ref #'],
  auth: ['Auth #', 'Authorization No.', 'Prior auth', 'PA Number', 'Case #'],
  accession: ['Accession', 'Accession #', 'Specimen ID', 'Acc. No.', 'Lab ID', 'Exam #'],
  date: ['Date', 'Date of service', 'DOS', 'Visit date', 'Service date', 'Report date', 'Printed'],
  fieldrecent: ['Collected', 'Received', 'Ordered', 'Admit date', 'Onset', 'Last visit', 'Exam date'],
  fieldnext: ['Next appt', 'Follow-up', 'Expires', 'Valid through', 'Return visit'],
  office: ['Office', 'Office phone', 'Phone', 'Tel', 'Provider phone'],
  officefax: ['Fax', 'FAX', 'Office fax', 'Fax #', 'Facsimile'],
  clinic: ['Clinic', 'Practice', 'Facility', 'Site', 'Location'],
  hospital: ['Hospital', 'Facility', 'Location', 'Hosp.'],
  pharmacy: ['Pharmacy', 'Preferred pharmacy', 'Rx sent to'],
  employer: ['Employer', 'Place of work', 'Employer name', 'Works at'],
  kinname: [
    'Emergency contact',
    'Next of kin',
    'Guarantor',
    'Responsible party',
    'Spouse/Parent',
    'Contact person',
  ],
  kinphone: ['Contact phone', 'Emergency phone', 'Phone (contact)'],
  kinship: ['Relationship', 'Relation', 'Relationship to pt'],
  county: ['County', 'County of residence'],
  serial: ['Device serial', 'Serial No.', 'S/N', 'Device ID', 'Pump serial'],
  udi: ['UDI', 'Device UDI', 'Implant UDI'],
  mac: ['MAC', 'Device MAC', 'HW address'],
  ip: ['IP', 'IP address', 'Client IP', 'Host'],
  biometric: ['Fingerprint ID', 'Biometric ID', 'Palm scan', 'Voiceprint', 'Bio template'],
  vin: ['VIN', 'Vehicle ID (VIN)', 'Veh. ID No.'],
  plate: ['License plate', 'Plate', 'Tag No.', 'Plate #'],
  driver: ["Driver's license", 'DL No.', 'DLN', 'Driver Lic #', 'Photo ID'],
  url: ['Portal', 'Web', 'Website', 'Online'],
  dxcode: ['Diagnosis', 'Dx', 'ICD-10', 'Dx code', 'Indication'],
  cpt: ['Procedure', 'CPT', 'Service', 'Exam'],
  med: ['Medication', 'Drug', 'Rx'],
  weight: ['Weight', 'Wt'],
  bp: ['BP', 'Blood pressure', 'B/P'],
  today: ['Date', 'Dated', 'Letter date'],
} as const
export type FieldKey = keyof typeof labels
export type Field = { readonly label: string; readonly runs: Runs }

export const fieldOf = (paper: Paper, key: FieldKey, ownLabel?: string): Field => {
  const spelled = ownLabel ?? paper.chance.pick<string>(labels[key])
  return {
    label: paper.look.capitals ? spelled.toUpperCase() : spelled,
    runs: paper.story.say(`{${key}}`),
  }
}
/** The first `always` of the keys, and of the others each as chance will; in an order of its own. */
export const someFields = (paper: Paper, keys: readonly FieldKey[], always: number, share = 0.6): Field[] => {
  const { chance } = paper
  const chosen = keys.filter((_, i) => i < always || chance.likely(share))
  const ordered = chance.likely(0.5) ? chosen : [...chosen.slice(0, 1), ...chance.shuffle(chosen.slice(1))]
  return ordered.map(key => fieldOf(paper, key))
}

const inline = (paper: Paper, field: Field, x: number, width: number, labelWidth: number): void => {
  const { bold, body, look } = paper
  const end = paper.line(
    x,
    paper.y,
    [field.label + look.after],
    bold,
    Math.min(width, paper.width / 2) * 0.48,
  )
  const start = Math.max(end + look.sizePt * 0.6, x + labelWidth)
  paper.line(start, paper.y, field.runs, body, x + width - start - 6)
}

/** Rows of up to `columns` fields; a long value has a row of its own. */
const rowsOf = (paper: Paper, fields: readonly Field[], columns: number, share: number): Field[][] => {
  const rows: Field[][] = []
  let full = true
  for (const field of fields) {
    const long = widthOf(paper.fonts, field.runs, paper.body) > (paper.width / columns) * share
    const row = rows.at(-1)
    if (long || full || row === undefined || row.length === columns) rows.push([field])
    else row.push(field)
    full = long
  }
  return rows
}

/** `label: value`, in one to three columns. */
export const fieldLines = (paper: Paper, fields: readonly Field[], columns = 2): void => {
  const { chance, look } = paper
  const pitch = look.sizePt * (1.35 + chance.random() * 0.4)
  const width = paper.width / columns
  const aligned = chance.likely(0.5) ? Math.min(width * 0.4, look.sizePt * 9) : 0
  for (const row of rowsOf(paper, fields, columns, 0.62)) {
    if (!paper.room(pitch)) return
    for (const [i, field] of row.entries())
      inline(paper, field, paper.left + i * width, row.length === 1 ? paper.width : width, aligned)
    paper.y += pitch
  }
}

/** Ruled cells with a small label above the value, as on registration forms. */
export const fieldCells = (paper: Paper, fields: readonly Field[], columns = 3): void => {
  const { look } = paper
  const height = look.sizePt * 2.5
  const width = paper.width / columns
  const small = { font: look.body, sizePt: Math.max(6, look.sizePt * 0.66) }
  for (const row of rowsOf(paper, fields, columns, 0.95)) {
    if (!paper.room(height + 4)) return
    const top = paper.y - look.sizePt
    for (const [i, field] of row.entries()) {
      const [x, w] = [
        paper.left + i * width,
        row.length < columns && i === row.length - 1 ? width * (columns - i) : width,
      ]
      paper.sheet.box(x, top, w, height, 0.6)
      paper.line(x + 3, top + small.sizePt + 1.5, [field.label], small, w - 6)
      paper.line(x + 5, top + height - look.sizePt * 0.38, field.runs, paper.body, w - 10)
    }
    paper.y += height
  }
  paper.y += look.sizePt * 0.4
}

/** Label in the left cell, value in the right one. */
export const fieldTable = (paper: Paper, fields: readonly Field[]): void => {
  const { look, chance } = paper
  const height = look.sizePt * (1.6 + chance.random() * 0.3)
  const split = paper.width * (0.26 + chance.random() * 0.12)
  const shaded = chance.likely(0.4)
  for (const field of fields) {
    const width = paper.width - split - 10
    const lines = chance.likely(0.15)
      ? linesOf(paper.fonts, field.runs, paper.body, width * 0.3)
      : [field.runs]
    const tall = height + (lines.length - 1) * look.sizePt * 1.3
    if (!paper.room(tall + 2)) return
    const top = paper.y - look.sizePt * 1.15
    if (shaded) paper.sheet.fill(paper.left, top, split, tall, '#ddd')
    paper.sheet.box(paper.left, top, paper.width, tall, 0.6)
    paper.sheet.rule(paper.left + split, top, paper.left + split, top + tall, 0.6)
    paper.line(paper.left + 4, paper.y, [field.label], paper.bold, split - 8)
    for (const [i, runs] of lines.entries())
      paper.line(paper.left + split + 5, paper.y + i * look.sizePt * 1.3, runs, paper.body, width)
    paper.y += tall
  }
  paper.y += look.sizePt * 0.5
}

/** Values under labels, without rules. */
const fieldsAbove = (paper: Paper, fields: readonly Field[], columns = 3): void => {
  const { look } = paper
  const width = paper.width / columns
  const small = { font: look.bold, sizePt: Math.max(6.5, look.sizePt * 0.75) }
  for (const row of rowsOf(paper, fields, columns, 0.95)) {
    if (!paper.room(look.sizePt * 3)) return
    for (const [i, field] of row.entries()) {
      const room = row.length === 1 ? paper.width : width - 8
      paper.line(paper.left + i * width, paper.y, [field.label], small, room)
      paper.line(paper.left + i * width, paper.y + look.sizePt * 1.25, field.runs, paper.body, room)
    }
    paper.y += look.sizePt * 2.9
  }
}

/** In one of the ways above. */
export const fieldBlock = (paper: Paper, fields: readonly Field[]): void => {
  const { chance } = paper
  const styles = [
    () => fieldLines(paper, fields, 1),
    () => fieldLines(paper, fields, 2),
    () => fieldLines(paper, fields, 2),
    () => fieldCells(paper, fields, chance.int(2, 3)),
    () => fieldTable(paper, fields),
    () => fieldsAbove(paper, fields, chance.int(2, 3)),
  ]
  chance.pick(styles)()
  paper.gap(0.5)
}
