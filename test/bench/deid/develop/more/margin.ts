import { kindOf } from './pad.ts'

export const marginText = kindOf('margin-text', { size: [9.5, 11] }, pad => {
  const { chance } = pad.tale
  pad.sheet.turned(44, 700, -90, () => {
    pad.at(0, 0, '{pt.revup}  MR {MRN#######}  {dob}  {hosp.up}', pad.small, 600)
    pad.at(
      0,
      12,
      '<CHART COPY - DO NOT REMOVE~PERMANENT MEDICAL RECORD>  form 1187  {dr.tight}',
      pad.small,
      600,
    )
  })
  pad.sheet.turned(570, 90, 90, () =>
    pad.at(0, 0, 'Released {now} to {emp2} by {clerk}, ROI {OTHER_ID######}  {desk}', pad.small, 560),
  )
  pad.at(90, 60, '<Consultation~Second Opinion~Report of Consultant>', { ...pad.bold, sizePt: 14 })
  pad.y = 86
  for (let i = 0; i < 4; i++)
    pad.y =
      pad.wrap(
        90,
        pad.y,
        440,
        chance
          .some(
            [
              '{pt.lastposs} tremor began in the left hand {past3.monthyear}, while {he} was at {emp}.',
              'On {past.loose} I met {pt.first} and {his} {rel}, {kin.first}, at the request of {dr2.dr}.',
              '{NAME:Bacon}, {NAME:Fox} and {kin3.last} are the three surnames in the pedigree.',
              'Babinski downgoing, Romberg steady, glabellar tap positive, DTR 2+.',
              '{kin2.first}, now {AGE_90:ninety-three}, had "the palsy", as did {kin3}.',
              'Sinemet 25/100 three times a day was begun and may be raised on {soon.md}.',
              'MRI from {hosp2}, read {past2}, is normal; ceruloplasmin 24 mg/dL excludes Wilson disease.',
              'I thank {dr2.first} and the staff of {fac} for sending {him} from {here.town}.',
              'Our nurse, {rn.first}, gave the family the number of the group in {there.town}: {desk}.',
              '{He} still drives the {past3.year} Ford (tag {VEHICLE#@@@ ####}) to {school}, where {he} reads to children.',
            ],
            4,
          )
          .join(' '),
      ) + 8
  pad.sign(100, pad.y + 26)
  pad.y = pad.wrap(90, pad.y + 42, 400, '{dr.md}')
  pad.wrap(90, pad.y, 400, '{hosp}, {there.full}', pad.small)
})
