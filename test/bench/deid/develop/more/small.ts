/** Small paper: an envelope, an imaging disc's label, a note in handwriting. */
import { barcode } from './code.ts'
import { kindOf } from './pad.ts'

export const envelope = kindOf('envelope', { widthPt: 684, heightPt: 297, size: [10, 13] }, pad => {
  const { chance } = pad.tale
  let y = 44
  for (const line of [
    '{fac.up}',
    '{there.street}',
    '{there.csz}',
    '<ADDRESS SERVICE REQUESTED~RETURN SERVICE REQUESTED~OPEN AT ONCE>',
  ])
    y = pad.wrap(36, y, 280, line, pad.small)
  pad.sheet.box(600, 34, 48, 42, 0.7)
  pad.at(606, 50, 'US POSTAGE', { ...pad.small, sizePt: 6 }, 36)
  pad.at(606, 60, '{now}', { ...pad.small, sizePt: 6 }, 36)
  pad.at(606, 70, 'ZIP {LOCATION######}', { ...pad.small, sizePt: 6 }, 36)
  y = 140
  const lines = chance.pick([
    ['{pt.up}', '{here.street}', '{here.csz}'],
    ['<To the Parents of~c/o {kin.tight}~Estate of>', '{pt}', '{here.street}', '{here.csz}'],
    ['{dr2.md}', 'Attn: {clerk.first}, medical records', '{hosp2}', '{far.street}', '{far.csz}'],
    ['{kin.mid}', '{EITHER:for} {pt.first} {pt.last}', '{here.street}', '{here.csz}'],
  ])
  for (const line of lines) y = pad.wrap(300, y, 330, line)
  barcode(pad, 300, y + 2, 220, 'code128', 'OTHER_ID', chance.code('9400#########'))
  pad.at(
    36,
    262,
    '<PERSONAL & CONFIDENTIAL~Lab results enclosed - do not bend~Important plan information> {OTHER_ID#K##-######}',
    pad.small,
  )
  if (chance.likely(0.5)) pad.hand(60, 190, 'Moved {past.md} - try {far.street}', 200, 18)
})

export const discLabel = kindOf('disc-label', { widthPt: 360, heightPt: 360, size: [8.5, 10] }, pad => {
  const { chance } = pad.tale
  pad.sheet.picture(
    180,
    180,
    '<circle r="150" fill="none" stroke="#000"/><circle r="22" fill="none" stroke="#000"/>',
  )
  pad.at(116, 74, '{hosp}', pad.bold, 130)
  pad.at(96, 90, '<Radiology Disc~DICOM CD - open with viewer.exe~Imaging CD 1 of 1>', pad.small, 170)
  let y = 112
  for (const line of [
    '{pt.tight}',
    'ID {MRN#########} DOB {dob}',
    'Study {past} <CT ABD/PEL~MR BRAIN W/WO~XR HAND 3V>',
  ])
    y = pad.wrap(76, y, 215, line)
  y = 232
  for (const line of [
    'Acc {OTHER_ID#RA########} Ref {dr.last}',
    'Burned {now.stamp} by {tech.ini}',
    'File room {desk}',
    'Not for resale. 1.2 GB',
  ])
    y = pad.wrap(92, y, 180, line)
  barcode(pad, 126, y - 4, 100, 'code128', 'OTHER_ID', chance.code('RA######'))
})

export const stickyNote = kindOf('sticky-note', { widthPt: 432, heightPt: 432, size: [9, 11] }, pad => {
  const { chance } = pad.tale
  pad.at(40, 44, '<While You Were Out~PHONE MESSAGE~Note to chart>   {fac}', { ...pad.bold, sizePt: 12 })
  pad.sheet.box(30, 28, 372, 376, 1)
  let y = 66
  for (const [label, value] of [
    ['For:', '{dr.dr}'],
    ['Date / time:', '{now} {time}'],
    ['From:', '{kin.first} ({rel})'],
    ['Re pt:', '{pt} {dob}'],
    ['Tel no.:', '{cell}'],
  ] as const) {
    pad.at(40, y, label, pad.plain, 70)
    pad.hand(116, y, value, 270, 16)
    pad.sheet.rule(112, y + 4, 390, y + 4, 0.3)
    y += 24
  }
  y += 14
  for (const line of chance.some(
    [
      'pls call {pt.first} re labs',
      'wants refill - Lasix',
      '{kin.first} says worse since {past.md}',
      'ok per {dr2.last} at {hosp}',
      'moved to {far.town}',
      'lost card, new id {HEALTH_PLAN#@######}',
      'fax note to {emp} {fax}',
      '{pal} picks up Fri',
    ],
    5,
  )) {
    pad.hand(48, y, line, 330, 19)
    y += 26
  }
  pad.at(
    40,
    390,
    'Taken by: {clerk.flast}    <Urgent~Will call again~Returned your call>    Form 51-114',
    pad.small,
    350,
  )
})
