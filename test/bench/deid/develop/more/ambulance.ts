/** The report of an ambulance crew. */
import { kindOf } from './pad.ts'

export const ambulanceRun = kindOf('ambulance-run', { size: [8, 9.5] }, pad => {
  const { chance } = pad.tale
  const rows = (x: number, w: number, list: readonly (readonly [string, string])[]): number => {
    let y = 92
    for (const [label, value] of list) {
      pad.at(x, y, label, pad.bold, w * 0.42)
      y = pad.wrap(x + w * 0.44, y, w * 0.55, value) + 2
    }
    return y
  }
  pad.sheet.fill(36, 40, 540, 22, '#222')
  pad.at(
    44,
    56,
    '{there.county} EMS - <Patient Care Report~PCR / Run Sheet~Prehospital Care Record>',
    { ...pad.bold, sizePt: 11, fill: '#fff' },
    520,
  )
  pad.at(
    40,
    76,
    'Incident # {OTHER_ID###-######}  Unit: Medic {EITHER#1#}  PSAP {now} {clock}  Enroute {clock}  On scene {clock}  At dest {clock}',
    pad.small,
  )
  const one = rows(40, 260, [
    ['Pt Last', '{pt.last}'],
    ['Pt First / MI', '{pt.first} {pt.middle}'],
    ['DOB', '{dob}'],
    ['Age', '{age} Years'],
    ['SSN', '{ssn}'],
    ['Residence', '{here.full}'],
    ['Phone', '{home}'],
    ['Next of kin', '{kin} - {rel}, {cell}'],
  ])
  const two = rows(316, 260, [
    ['Scene', '{emp}, {far.street}, {far.town}'],
    ['Type', '<Fall~Chest pain~MVC~Overdose>'],
    ['Dest', '{hosp} ED'],
    ['Crew 1', '{tech}, NREMT-P {LICENSE#P#######}'],
    ['Crew 2', '{rn}, EMT-B {LICENSE#B######}'],
    ['Vehicle', '<n/a~Pt auto: plate {VEHICLE#@@@####}, VIN {VEHICLE#1FT@@1@#######}>'],
    ['Ins', '{plan} {HEALTH_PLAN#@##########}'],
  ])
  pad.y = Math.max(one, two) + 10
  pad.cells(40, [60, 60, 50, 50, 60, 256], ['Time', 'BP', 'HR', 'RR', 'SpO2', 'Treatment'], pad.bold)
  for (const care of [
    '12-lead ECG, no STEMI',
    'ASA 324 mg PO, NTG 0.4 mg SL',
    'IV 18 g L AC, NS 250 mL',
    'Radio report to {dr.dr} at {hosp}',
  ])
    pad.cells(
      40,
      [60, 60, 50, 50, 60, 256],
      [
        '{clock}',
        `${chance.int(90, 180)}/${chance.int(50, 99)}`,
        `${chance.int(60, 130)}`,
        `${chance.int(12, 30)}`,
        `${chance.int(88, 99)}%`,
        care,
      ],
    )
  pad.y += 18
  pad.at(40, pad.y, 'NARRATIVE', pad.bold)
  pad.y = pad.wrap(
    40,
    pad.y + pad.pitch,
    530,
    `${chance.pick(['Dispatched P1', 'Toned out'])} to {far.street} for a {age.words} y/o {man}. ${chance
      .some(
        [
          'U/A found pt supine in the break room of {emp} with coworker {pal} holding C-spine.',
          'Bystander {kin3} stated {pt.first} "just went down" around {time}.',
          'Pt {pt.last} A&Ox4, GCS 15, skin pink warm dry; Cushing triad absent.',
          '{pt.poss} {rel2}, {kin2}, arrived on scene and gave {his} meds: Eliquis, Lasix, Coumadin stopped in {past3.monthyear}.',
          "Pt's cell ({cell}) and wallet w/ DL {LICENSE#@########} given to {kin.first}.",
          'Wall to wall traffic on the highway; diverted from {hosp2}, care handed to {dr2.drfull} in bed {EITHER#1#}.',
          'Deputy {pal.last} of {far.town} PD, badge {OTHER_ID####}, on scene. Pt will follow with PCP {dr.last}.',
        ],
        6,
      )
      .join(' ')}`,
  )
  pad.sign(60, pad.y + 34)
  pad.at(40, pad.y + 48, 'Lead medic {tech}    Receiving RN {rn}    {now.stamp}', pad.small)
})
