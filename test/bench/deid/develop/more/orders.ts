/** Orders: a page of check boxes, a laboratory requisition with barcodes, a pharmacy's refill fax. */
import { barcode, check } from './code.ts'
import { kindOf } from './pad.ts'

export const orderBoxes = kindOf('order-boxes', { size: [8.5, 10] }, pad => {
  const { chance } = pad.tale
  pad.sheet.box(36, 36, 540, 718, 1.2)
  pad.at(46, 56, '{fac2} - <Referral / Order Form~Imaging & Therapy Order~REFERRAL ORDER>', { ...pad.bold, sizePt: 13 }, 330)
  pad.at(400, 50, 'Fax to {fax}', pad.bold)
  pad.at(400, 50 + pad.pitch, 'Sched. {desk}', pad.bold)
  const [pen, top] = [chance.likely(0.6), 92]
  const blanks = [['Pt name', '{pt}', 46, 250], ['DOB', '{dob}', 320, 100], ['M / F', '{sex}', 450, 100], ['Best phone', '{cell}', 46, 160], ['Parent/guardian', '{kin}', 230, 150], ['Ins. / ID', '{plan} {HEALTH_PLAN#@@#######}', 400, 165], ['Dx & ICD-10', '<M54.16 radiculopathy~R51.9 headache~M75.101 cuff tear>', 46, 250], ['Auth', '{OTHER_ID#@#######}', 320, 120]] as const
  for (const [i, [label, value, x, width]] of blanks.entries()) {
    const y = top + (i < 3 ? 0 : i < 6 ? 34 : 68)
    if (pen) pad.hand(x + 4, y, value, width - 10, 16)
    else pad.at(x + 4, y, value, pad.plain, width - 10)
    pad.sheet.rule(x, y + 4, x + width, y + 4, 0.4)
    pad.at(x, y + 12, label, pad.small, width)
  }
  let y = 200
  for (const [head, list] of [
    ['Type of visit', ['Evaluate and treat', 'Second opinion', 'Transfer of care', 'STAT (call {rn.first} at {office})', 'Telehealth']],
    ['Imaging', ['MRI brain w/o', 'CT head', 'X-ray C-spine 4 view', 'DEXA', 'US thyroid', 'Doppler legs', 'Compare w/ {hosp} {past3.year}']],
    ['Specialty', ['Cardiology - {dr2.dr}', 'ENT', 'GI - first available', 'Neurology ({dr3.last})', 'Pain', 'Wound care']],
    ['Therapy', ['PT 2 x wk x 6', 'OT', 'Speech', 'Baker method', 'Epley for BPPV', 'TENS unit serial {DEVICE#T####-##}']],
  ] as const) {
    pad.sheet.fill(46, y - pad.sizePt, 520, pad.sizePt * 1.4, '#ddd')
    pad.at(50, y, head, pad.bold)
    y += pad.pitch * 1.3
    for (const [i, item] of list.entries()) check(pad, 52 + (i % 3) * 172, y + Math.floor(i / 3) * pad.pitch * 1.2, item, 164)
    y += Math.ceil(list.length / 3) * pad.pitch * 1.2 + 8
  }
  y = pad.wrap(50, y + 6, 510, `<Clinical notes~History>: ${chance.some(['{pt.first} fell at {emp} on {past2.loose}.', "{dr.lastposs} note attached.", 'Pacemaker? none. Metal in eye? {pt.mr} worked as a grinder.', 'Please call {kin.first}, {rel}, with the date; {he} hears poorly.', 'Seen {past.loose} by {dr2.last}; Phalen and Tinel positive.', 'Needs a ride from {here.town}.'], 4).join(' ')}`)
  pad.sign(60, y + 34)
  pad.at(50, y + 48, '<Ordering clinician~Signature>: {dr.md}  NPI {LICENSE#1#########}  {now} {time}', pad.small)
  pad.at(50, 742, '{fac2}  {there.full}', pad.small)
})

export const labRequisition = kindOf('lab-requisition', { size: [8, 9.5] }, pad => {
  const { chance } = pad.tale
  pad.at(36, 48, 'TEST REQUISITION', { ...pad.bold, sizePt: 14 })
  pad.at(36, 62, 'Client {ACCOUNT#0######}  {fac}  {there.full}', pad.small, 330)
  barcode(pad, 400, 36, 160, 'code128', 'OTHER_ID', chance.code('Q########'))
  pad.at(400, 76, 'Req/Control #: {OTHER_ID#Q########}', pad.small)
  const field = (x: number, y: number, width: number, label: string, value: string): void => {
    pad.sheet.box(x, y, width, 28, 0.5)
    pad.at(x + 3, y + 8, label, { ...pad.small, sizePt: 6.5 }, width - 6)
    pad.at(x + 5, y + 22, value, pad.plain, width - 10)
  }
  field(36, 84, 270, 'Last name, First, MI', '{pt.rev}')
  field(306, 84, 90, 'Birth (M/D/Y)', '{dob}')
  field(396, 84, 40, 'Sex', '{sex}')
  field(436, 84, 140, 'Pt ID / chart', '{MRN#@@-#####}')
  field(36, 112, 360, 'Patient address', '{here.full}')
  field(396, 112, 180, 'Patient phone', '{home}')
  field(36, 140, 180, 'Responsible party / relation', '{kin} / {rel}')
  field(216, 140, 180, 'Ins. co. + policy', '{plan} {HEALTH_PLAN#@##-###-###}')
  field(396, 140, 180, 'Date & time collected', '{past} {clock}')
  field(36, 168, 270, 'Ordering / UPIN-NPI', '{dr.tight} {LICENSE#1#########}')
  field(306, 168, 270, 'Results also to (fax)', '{dr2.flast} {fax}')
  const tests = ['80053 CMP', '85025 CBC w/diff', '80061 Lipid', '84443 TSH', '83036 A1c', '82306 Vit D', '81001 UA w/ micro', '84153 PSA', '86580 TB', '87880 Strep A', '82607 B12', '86038 ANA', '86618 Lyme Ab', '87340 HBsAg', '82728 Ferritin', '85610 PT/INR', '84703 hCG', '87086 Urine cx']
  for (const [i, test] of tests.entries()) check(pad, 40 + (i % 3) * 178, 218 + Math.floor(i / 3) * pad.pitch * 1.25, test, 168)
  let y = 218 + 6 * pad.pitch * 1.25 + 12
  y = pad.wrap(40, y, 530, `Dx codes: E11.9, Z79.4, R53.83. Fasting: <Y~N>. Comments: ${chance.some(['Draw before {time}; {pt.first} faints.', 'Call {rn.firstl} STAT {desk} if K above 6.', 'Drawn at home by {tech}.', 'Split with {hosp}, tube 2 sent {past.loose}.', "Pt is {kin.poss} donor match."], 2).join(' ')}`)
  pad.sheet.rule(36, y, 576, y, 0.6)
  for (let i = 0; i < 6; i++) {
    const [x, at] = [40 + (i % 3) * 180, y + 18 + Math.floor(i / 3) * 96]
    if (at > 660) break
    pad.sheet.box(x - 4, at - 12, 172, 86, 0.3)
    pad.at(x, at, '{pt.tight}', pad.small, 160)
    pad.at(x, at + 11, '{dob} {sex} {OTHER_ID#Q########}', pad.small, 160)
    pad.at(x, at + 22, '<SST~LAV~BLU~UA cup> {past.md} {clock} {tech.ini}', pad.small, 160)
    barcode(pad, x, at + 30, 130, chance.pick(['code39', 'code128']), 'OTHER_ID', chance.code('Q######'))
  }
})

export const refillFax = kindOf('refill-fax', { size: [10, 12] }, pad => {
  const { chance } = pad.tale
  pad.at(36, 36, '{now.stamp} {LOCATION:SAV-RITE #0}{LOCATION###} TO {fax} P.{EITHER#1}/1'.replace('{LOCATION:SAV-RITE #0}{LOCATION###}', '{LOCATION#SAV-RITE DRUG ####}').replace('{EITHER#1}', '1'), { ...pad.plain, sizePt: 8 })
  pad.at(60, 74, '<REFILL AUTHORIZATION REQUEST~Rx Renewal Request~2nd REQUEST - refill too soon>', { ...pad.bold, sizePt: 15 })
  let y = 104
  for (const [label, value] of [['To prescriber', '{dr.md}'], ['At', '{fac}, {there.csz}'], ['DEA / NPI', '{LICENSE#B@#######} / {LICENSE#1#########}'], ['From', '{LOCATION:Corner Apothecary}, {far.street}, {far.town}'], ['Store ph / fx', '{desk} / {fax}'], ['Rx no.', '{OTHER_ID#7######}-{EITHER#0#}'], ['Patient', '{pt.revup}'], ['Born', '{dob}'], ['Lives at', '{here.full}'], ['Drug', '<Lisinopril 20 MG Tab~Metformin ER 500 MG~Ozempic 0.5 MG pen~Xanax 0.5 MG>'], ['Qty / DS', `${chance.int(1, 4) * 30} / 30`], ['Sig', 'TAKE 1 BY MOUTH <DAILY~TWICE A DAY~AT BEDTIME>'], ['Last filled', '{past2}'], ['Orig written', '{past3}'], ['Plan', '{plan} BIN 610014 PCN MEDDPRIME ID {HEALTH_PLAN#@########}']] as const) {
    pad.at(60, y, label, pad.bold, 100)
    y = pad.wrap(170, y, 380, value) + 3
  }
  y += 14
  for (const item of ['Approve with ____ refills', 'Denied - patient needs visit', 'Patient no longer under our care', 'Change to: ______________']) y = check(pad, 70, y, item, 300) && y + pad.pitch * 1.3
  y = pad.wrap(60, y + 8, 490, chance.some(['{pt.first} is out as of {past.md}.', '{kin} ({rel}) will pick up.', 'Note from {tech.first}, PharmD: please call {cell} for {pt.mr}.', 'We asked on {past2.loose} and {past.loose}.', 'Mark "Brand medically necessary" if Will not substitute.'], 3).join(' '))
  pad.hand(80, y + 26, '<OK x3~deny, needs appt~ok per {dr.last}> {now.md} {rn.ini}', 300, 20)
})
