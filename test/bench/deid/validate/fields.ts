/** Labelled values: how a label may be spelt, and the ways it stands by its value. */
import { pick, type Random } from '../../../../demo/paper/random.ts'
import type { Desk } from './desk.ts'
import type { Setting } from './ink.ts'
import { oneLine, type Runs, runsOf } from './slots.ts'
import { chance } from './values.ts'

/** Spellings by kind of value, and the slot that fills it. */
const spellings: Readonly<Record<string, readonly [string, string]>> = {
  name: ['Patient|Patient Name|Pt Name|Name|PATIENT NAME (Last, First)|Name of Patient|Pt|Resident / Patient', 'ptlist'],
  plainName: ['Patient|Patient Name|Name|Pt. Name|Client Name', 'pt'],
  member: ['Member|Member Name|Subscriber|Enrollee|Insured|Name of Insured', 'ptlist'],
  dob: ['DOB|D.O.B.|Date of Birth|Birth Date|Birthdate|Born|DOB (M/D/Y)|Dt of Birth', 'birth.t'],
  age: ['Age|Age (yrs)|Pt Age', 'ages'],
  sex: ['Sex|Gender|Sex at birth|M/F', 'sex'],
  mrn: ['MRN|MR#|Med Rec No.|Medical Record #|Chart No|Unit #|Record Number|Patient ID|HRN', 'mrn'],
  ssn: ['SSN|Soc Sec #|Social Security No.|SS#|SSN/TIN', 'ssn'],
  phone: ['Phone|Tel|Home Phone|Cell|Ph|Contact #|Telephone|Mobile Phone (primary)', 'phone'],
  altPhone: ['Work Ph|Alt Phone|Other #|Evening phone', 'phone3'],
  fax: ['Fax|FAX #|Fax No.|Facsimile', 'fax'],
  mail: ['Email|E-mail|E-Mail Address|Email addr.', 'mail'],
  address: ['Address|Home Address|Mailing Address|Addr|Street / City / ST / ZIP|Residence', 'home'],
  plan: ['Member ID|Subscriber #|ID No.|Policy No|Insurance ID|Cardholder ID|Medicaid ID|Enrollee ID', 'plan'],
  medicare: ['Medicare #|MBI|Medicare Number|HICN/MBI', 'medicare'],
  group: ['Group|Group #|Grp No.|Group Number|RxGrp', 'group'],
  payer: ['Payer|Insurance|Plan|Primary Ins.|Carrier', 'insurer'],
  acct: ['Acct #|Account No.|Guarantor Acct|Account|Visit #|Billing Acct', 'acct'],
  encounter: ['Encounter|CSN|Visit ID|Enc #|FIN', 'id'],
  accession: ['Accession|Accession #|Specimen ID|Req #|Lab No.|Control #', 'id'],
  auth: ['Auth #|Authorization No.|Reference #|Case ID|Tracking Number|PA Number', 'id'],
  claim: ['Claim #|Claim Number|ICN|DCN|Claim Control No.', 'id2'],
  provider: ['Provider|Attending|Physician|Ordering Provider|PCP|Seen by|Prescriber|Clinician', 'prov'],
  second: ['Referring|Consultant|Referred by|cc|Requesting MD|Co-signer', 'prov2'],
  nurse: ['Nurse|Tech|Taken by|Primary RN|Performed by', 'nurse'],
  npi: ['NPI|NPI #|Provider NPI|Billing NPI', 'npi'],
  dea: ['DEA|DEA #|DEA Reg.', 'dea'],
  licence: ["Driver's Lic.|DL #|License No|DLN|ID / DL", 'lic'],
  stateLicence: ['State Lic #|Lic. No.|License|Lic', 'statelic'],
  facility: ['Facility|Location|Clinic|Site|Service Location|Dept', 'fac'],
  other: ['Refer to|Send to|Facility 2|Hospital|Outside facility', 'fac2'],
  pharmacy: ['Pharmacy|Preferred Pharmacy|Rx sent to', 'pharm'],
  employer: ['Employer|Emp.|Employer / Occupation|Place of work', 'emp'],
  visit: ['Date of Service|DOS|Visit Date|Date|Service Date|Date Seen|Encounter Date', 'today.t'],
  seen: ['Last Visit|Last seen|Previous Visit|Prior DOS', 'recent.t'],
  next: ['Next Appt|Follow-up|Return|Next Visit', 'future.t'],
  collected: ['Collected|Coll. Date|Date Drawn|Collection Date/Time|Drawn', 'recent.t'],
  reported: ['Reported|Date Reported|Resulted|Final', 'today.t'],
  contact: ['Emergency Contact|Emerg. Contact|Next of Kin|NOK|In case of emergency|Responsible Party|Guardian', 'rel'],
  contactPhone: ['Contact Phone|Emerg. Phone|Their number|NOK Tel', 'phone'],
  device: ['Serial #|Device S/N|Implant|Machine|UDI|Ser. No.', 'device'],
  county: ['County|Parish/County|County of residence', 'county'],
  url: ['Portal|Web|Online|Website', 'url'],
  clerk: ['Registered by|Printed by|Entered by|User|Clerk', 'clerk'],
  dx: ['Dx|Diagnosis|Dx 1|Problem', 'dx'],
  icd: ['ICD-10|Dx Code|ICD|Code', 'icd'],
  vin: ['VIN|Vehicle ID|Unit VIN', 'vin'],
  plate: ['Plate|License Plate|Tag', 'plate'],
  bio: ['Biometric ID|Finger ID|Biometric', 'bio'],
  ip: ['IP|Host IP|Workstation IP', 'ip'],
  bp: ['BP|Blood Pressure', 'bp'],
} // biome-ignore format: a table

export type FieldName = keyof typeof spellings & string
export type Field = { readonly label: string; readonly value: Runs }

export const field = (desk: Desk, name: FieldName, value?: Runs): Field => {
  const [labels = name, slot = name] = spellings[name] ?? []
  const label = pick(desk.random, labels.split('|'))
  return { label: desk.look.upperLabels ? label.toUpperCase() : label, value: value ?? desk.slots.of(slot) }
}

/** Some of the fields in another order: `kept` first names always stay. */
export const someFields = (
  desk: Desk,
  kept: readonly string[],
  maybe: readonly string[],
  share = 0.6,
): Field[] => {
  const chosen = [...kept, ...maybe.filter(() => chance(desk.random, share))]
  return shuffled(desk.random, chosen).map(name => field(desk, name))
}

export const shuffled = <T>(random: Random, items: readonly T[]): T[] => {
  const rest = [...items]
  return Array.from({ length: items.length }, () => rest.splice(Math.floor(random() * rest.length), 1)).flat()
}

const labelSetting = (desk: Desk, sizePt = desk.look.sizePt): Setting => ({
  font: desk.look.boldLabels ? desk.look.bold : desk.look.body,
  sizePt,
})

export type Arrangement = 'left' | 'above' | 'cells' | 'run' | 'shaded' | 'right'
export const arrangements: readonly Arrangement[] = ['left', 'above', 'cells', 'run', 'shaded', 'right']

/** Fields at the cursor over the desk's width. */
export const drawFields = (
  desk: Desk,
  fields: readonly Field[],
  arrangement: Arrangement = pick(desk.random, arrangements),
  wished = pick(desk.random, [2, 2, 3]),
): void => {
  if (arrangement === 'run') {
    runningFields(desk, fields)
    return
  }
  const columns = columnsThatFit(desk, fields, arrangement, wished)
  const wide = columnWidth(desk, columns)
  const inRows = Math.ceil(fields.length / columns)
  const row = rowHeight(desk, arrangement)
  for (let r = 0; r < inRows; r++) {
    const taken = fields.slice(r * columns, (r + 1) * columns)
    const tall =
      arrangement === 'left' || arrangement === 'right' ? row * tallest(desk, taken, wide, arrangement) : row
    if (!desk.room(tall)) return
    taken.forEach((one, c) => {
      const at = { x: desk.left + c * (wide + gap), y: desk.y, wide }
      drawers[arrangement](desk, one, at, row)
    })
    desk.y += tall
  }
  desk.y += desk.look.sizePt * 0.8
}

const gap = 10
const columnWidth = (desk: Desk, columns: number): number =>
  (desk.right - desk.left - gap * (columns - 1)) / columns

/** Fewer columns where a label or value would have to shrink to less than two thirds. */
const columnsThatFit = (
  desk: Desk,
  fields: readonly Field[],
  arrangement: Exclude<Arrangement, 'run'>,
  wished: number,
): number => {
  const stacked = arrangement === 'above' || arrangement === 'cells'
  const fits = (columns: number) => {
    const wide = columnWidth(desk, columns)
    const [labelRoom, room] = stacked ? [wide, wide] : [wide * labelShare - 10, valueRoom(wide) - 4]
    return fields.every(({ label, value }) => {
      const tight = Math.max(
        desk.width(`${label}${desk.look.colon}`, labelSetting(desk)) / labelRoom,
        desk.width(value) / room,
      )
      return tight * Math.max(0.7, 6.6 / desk.look.sizePt) <= 1 || arrangement === 'left'
    })
  }
  return [wished, 2, 1].find(columns => columns <= wished && fits(columns)) ?? 1
}

const rowHeight = (desk: Desk, arrangement: Arrangement): number =>
  ({ left: 1, right: 1, above: 2.25, cells: 2.35, shaded: 1.3, run: 1 })[arrangement] * desk.linePt * 1.02

const labelShare = 0.38
const valueRoom = (wide: number) => wide * (1 - labelShare)
const tallest = (desk: Desk, fields: readonly Field[], wide: number, arrangement: Arrangement): number =>
  arrangement === 'right'
    ? 1
    : Math.max(
        ...fields.map(({ label, value }) =>
          Math.max(
            desk.lines(value, valueRoom(wide)),
            desk.lines(`${label}${desk.look.colon}`, wide * labelShare - 5, labelSetting(desk)),
          ),
        ),
      )

type At = { readonly x: number; readonly y: number; readonly wide: number }
type Drawer = (desk: Desk, one: Field, at: At, row: number) => void

const drawers: Readonly<Record<Exclude<Arrangement, 'run'>, Drawer>> = {
  left: (desk, { label, value }, { x, y, wide }) => {
    desk.wrap(x, y, wide * labelShare - 5, `${label}${desk.look.colon}`, labelSetting(desk))
    desk.wrap(x + wide * labelShare, y, valueRoom(wide), value)
  },
  right: (desk, { label, value }, { x, y, wide }) => {
    const setting = labelSetting(desk)
    const text = `${label}${desk.look.colon}`
    const labelWide = Math.min(desk.width(text, setting), wide * labelShare - 5)
    desk.put(x + wide * labelShare - 6 - labelWide, y, text, setting, labelWide + 0.1)
    desk.put(x + wide * labelShare, y, value, {}, valueRoom(wide))
  },
  above: (desk, { label, value }, { x, y, wide }) => {
    desk.put(x, y, label, labelSetting(desk, Math.max(6, desk.look.sizePt * 0.72)), wide)
    desk.put(x, y + desk.linePt * 0.98, value, {}, wide)
  },
  cells: (desk, { label, value }, { x, y, wide }, row) => {
    const top = y - desk.look.sizePt * 0.95
    desk.sheet.box(x - 4, top, wide + 8, row, 0.6)
    desk.put(
      x,
      y - desk.look.sizePt * 0.15,
      label,
      labelSetting(desk, Math.max(5.8, desk.look.sizePt * 0.66)),
      wide,
    )
    desk.put(x, y + desk.linePt * 0.95, value, {}, wide)
  },
  shaded: (desk, { label, value }, { x, y, wide }, row) => {
    const top = y - desk.look.sizePt * 1.02
    desk.sheet.fill(x, top, wide * labelShare - 4, row, '#dcdcdc')
    desk.sheet.box(x, top, wide, row, 0.5)
    desk.put(x + 3, y, label, labelSetting(desk), wide * labelShare - 10)
    desk.put(x + wide * labelShare, y, value, {}, valueRoom(wide) - 4)
  },
}

const runningFields = (desk: Desk, fields: readonly Field[]): void => {
  const separator = pick(desk.random, ['  ', ' | ', ' / ', '; '])
  const runs = fields.flatMap(({ label, value }, i) =>
    runsOf(
      i > 0 ? [separator.trim() === '' ? ' ' : separator] : [],
      [`${label}${desk.look.colon === '' ? ':' : desk.look.colon} `],
      value,
    ),
  )
  desk.para(runs, {}, desk.look.sizePt)
}

/** Label and value in a narrow column of their own, one below the other. @returns the y below. */
export const sideFields = (
  desk: Desk,
  x: number,
  y: number,
  wide: number,
  fields: readonly Field[],
  fill = '#000',
): number =>
  fields.reduce((at, { label, value }) => {
    desk.put(x, at, label, { ...labelSetting(desk, Math.max(6, desk.look.sizePt * 0.75)), fill }, wide)
    return (
      desk.wrap(x, at + desk.linePt, wide, value, { fill, sizePt: desk.look.sizePt * 0.95 }) +
      desk.linePt * 0.35
    )
  }, y)

export const homeField = (desk: Desk): Field => field(desk, 'address', oneLine(desk.slots.case.home))
