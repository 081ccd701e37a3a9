/** A laboratory requisition with barcodes and labels to peel off. */
import { barcode, check } from './code.ts'
import { kindOf } from './pad.ts'

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
  const tests = [
    '80053 CMP',
    '85025 CBC w/diff',
    '80061 Lipid',
    '84443 TSH',
    '83036 A1c',
    '82306 Vit D',
    '81001 UA w/ micro',
    '84153 PSA',
    '86580 TB',
    '87880 Strep A',
    '82607 B12',
    '86038 ANA',
    '86618 Lyme Ab',
    '87340 HBsAg',
    '82728 Ferritin',
    '85610 PT/INR',
    '84703 hCG',
    '87086 Urine cx',
  ]
  for (const [i, test] of tests.entries())
    check(pad, 40 + (i % 3) * 178, 218 + Math.floor(i / 3) * pad.pitch * 1.25, test, 168)
  let y = 218 + 6 * pad.pitch * 1.25 + 12
  y = pad.wrap(
    40,
    y,
    530,
    `Dx codes: E11.9, Z79.4, R53.83. Fasting: <Y~N>. Comments: ${chance.some(['Draw before {time}; {pt.first} faints.', 'Call {rn.firstl} STAT {desk} if K above 6.', 'Drawn at home by {tech}.', 'Split with {hosp}, tube 2 sent {past.loose}.', 'Pt is {kin.poss} donor match.'], 2).join(' ')}`,
  )
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
