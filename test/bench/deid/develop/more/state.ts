/** Forms of state agencies: injury at work, death certificate worksheet, disability. */
import { kindOf, type Pad } from './pad.ts'

/** Numbered boxes on a grid; each label is one or two lines, its value below; by pen or typed. */
const grid = (
  pad: Pad,
  rows: readonly (readonly (readonly [number, string, string])[])[],
  pen: boolean,
  first = 1,
): void => {
  let number = first
  for (const row of rows) {
    let x = 36
    for (const [share, label, value] of row) {
      const width = share * 540
      pad.sheet.box(x, pad.y, width, 34, 0.6)
      pad.at(x + 3, pad.y + 8.5, `${number++}. ${label}`, { ...pad.small, sizePt: 6.5 }, width - 6)
      if (pen) pad.hand(x + 6, pad.y + 28, value, width - 12, 15)
      else pad.at(x + 6, pad.y + 28, value, pad.plain, width - 12)
      x += width
    }
    pad.y += 34
  }
}
const head = (pad: Pad, state: string, title: string, form: string): void => {
  pad.at(36, 44, `STATE OF {EITHER:${state}}`, pad.bold)
  pad.at(36, 60, title, { ...pad.bold, sizePt: 12 }, 420)
  pad.at(470, 44, form, pad.small, 106)
  pad.y = 72
}

export const injuryReport = kindOf('injury-report', { size: [9, 10.5] }, pad => {
  const { chance } = pad.tale
  head(
    pad,
    chance.pick(['NEVADA', 'OREGON', 'TEXAS', 'HAWAII']),
    "<Workers' Compensation - First Report of Injury~EMPLOYEE'S CLAIM AND ATTENDING PHYSICIAN'S REPORT~Doctor's First Report>",
    'WC-14 (rev. 7/21)',
  )
  grid(
    pad,
    [
      [
        [0.5, "Injured worker's name (last, first, middle)", '{pt.rev}'],
        [0.2, 'Social Security No.', '{ssn}'],
        [0.15, 'Birth date', '{dob}'],
        [0.15, 'Sex', '{sex}'],
      ],
      [
        [0.6, 'Mailing address', '{here.full}'],
        [0.4, 'Telephone (incl. area code)', '{home}'],
      ],
      [
        [0.5, 'Employer at time of injury', '{emp}'],
        [0.5, 'Worksite / street where injury occurred', '{far.street}, {far.town}'],
      ],
      [
        [0.25, 'Date & hour of injury', '{past2} {time}'],
        [0.25, 'Supervisor told', '{pal}'],
        [0.25, 'Occupation', '<roofer~line cook~welder~aide>'],
        [0.25, 'Carrier claim no.', '{OTHER_ID#WC##-#####}'],
      ],
      [
        [0.4, 'Insurance carrier / TPA', '{plan} Comp'],
        [0.3, 'Adjuster', '{clerk}'],
        [0.3, 'Adjuster phone', '{desk}'],
      ],
    ],
    chance.likely(0.4),
  )
  pad.y += 14
  pad.y = pad.wrap(
    40,
    pad.y,
    530,
    `21. How did it happen (use worker's own words)? ${chance.some(['"I was up on the pallet and {pal.first} backed the lift into me."', 'Slipped on grease by the fryer at {emp} {EITHER:last} {past2.loose}; {kin3} saw it.', '{pt.last} reached for a crate, felt a pop in the shoulder, and told the foreman, {pal.last}.', 'The forklift, serial {DEVICE#F####-@##}, had no horn.', 'Truck tag {VEHICLE#@@@-####} rolled back over the left foot.'], 2).join(' ')}`,
  )
  pad.y = pad.wrap(
    40,
    pad.y + 8,
    530,
    `22. Findings and opinion: ${chance.some(['Lachman negative, swelling 2+, X-ray no fracture.', 'First seen by me on {past.long} at {fac}; earlier treated at {hosp} by {dr2.last}.', 'May return to light duty {soon.md}: no lifting over 10 lb.', 'Work was the major cause, in my judgment.', '{pt.mr} had a like injury in {past3.monthyear} while with {emp2}.'], 4).join(' ')}`,
  )
  pad.y += 10
  grid(
    pad,
    [
      [
        [0.4, 'Attending physician (print)', '{dr.md}'],
        [0.3, 'License', '{LICENSE#MD#####}'],
        [0.3, 'Date', '{now}'],
      ],
      [
        [0.6, 'Office address', '{there.full}'],
        [0.4, 'Phone', '{office}'],
      ],
    ],
    false,
    23,
  )
  pad.sign(60, pad.y + 34)
  pad.at(40, pad.y + 48, 'Signature of physician. Penalty for false statement: ORS 656.990', pad.small)
})

export const deathWorksheet = kindOf('death-worksheet', { size: [9, 10.5] }, pad => {
  const { chance } = pad.tale
  head(
    pad,
    chance.pick(['NEW MEXICO', 'ALASKA', 'LOUISIANA', 'GEORGIA']),
    "<CERTIFICATE OF DEATH - WORKSHEET~Funeral Director's Worksheet~Death Record Data Sheet>",
    'VS-2 local file {OTHER_ID###-####}',
  )
  grid(
    pad,
    [
      [
        [0.5, "Decedent's legal name (include AKAs)", '{pt.full} a.k.a. {pt.first} {kin3.last}'],
        [0.15, 'Sex', '{sex}'],
        [0.35, 'Social Security number', '{ssn}'],
      ],
      [
        [0.2, 'Age - last birthday (yrs)', '{age}'],
        [0.25, 'Date of birth', '{dob.long}'],
        [0.25, 'Date of death (spell month)', '{past.long}'],
        [0.3, 'Birthplace (city & state)', '{far.town}, {far.st}'],
      ],
      [
        [0.6, 'Residence - street and number', '{here.street}'],
        [0.4, 'City or town, county', '{here.town}, {here.county}'],
      ],
      [
        [0.3, 'Ever in US Armed Forces?', 'No'],
        [0.3, 'Marital status', '<Widowed~Married~Divorced>'],
        [0.4, "Surviving spouse's name before first marriage", '{kin.first} {kin3.last}'],
      ],
      [
        [0.5, "Father's name", '{kin2}'],
        [0.5, "Mother's name prior to first marriage", '{kin3.full}'],
      ],
      [
        [0.35, "Informant's name / relationship", '{kin}, {rel}'],
        [0.65, 'Informant mailing address', '{there.full}'],
      ],
      [
        [0.4, 'Place of death', '{hosp}'],
        [0.3, 'Usual occupation', '<Rancher~Homemaker~Machinist>'],
        [0.3, 'Kind of business', '{emp}'],
      ],
      [
        [0.6, 'Funeral home and address', '{LOCATION:Rest Haven Mortuary}, {there.town}'],
        [0.4, 'Embalmer license', '{LICENSE#E-####}'],
      ],
    ],
    chance.likely(0.3),
  )
  pad.y += 12
  pad.y = pad.wrap(
    40,
    pad.y,
    530,
    'CAUSE OF DEATH. a. <Cardiac arrest~Septic shock> (minutes) due to b. <Pneumonia~Coronary artery disease> (days) due to c. Parkinson disease (years). Manner: natural. Tobacco: unknown. Pronounced by {rn.rn} at {clock} on {past.loose}; {dr.dr} certified. Coroner {dr2} notified, case {OTHER_ID###-#####}. Ashes will be given to {kin2.first} {kin2.last}.',
  )
  pad.sign(70, pad.y + 36)
  pad.at(40, pad.y + 50, 'Certifier {dr.md}, license {LICENSE#@#####}, signed {now}', pad.small)
})
