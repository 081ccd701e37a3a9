/** What urgent care hands out at the door: a side bar, and advice in running words. */
import { kindOf } from './pad.ts'

export const urgentDischarge = kindOf('urgent-discharge', { size: [9.5, 11.5] }, pad => {
  const { chance } = pad.tale
  pad.sheet.fill(36, 36, 540, 40, '#333')
  pad.at(46, 62, '{fac}', { ...pad.bold, sizePt: 15, fill: '#fff' }, 300)
  pad.at(370, 54, '{there.street}', { ...pad.small, fill: '#fff' }, 196)
  pad.at(370, 66, '{there.csz} {office}', { ...pad.small, fill: '#fff' }, 196)
  pad.at(
    46,
    100,
    '<Here is what we did today, {pt.first}~{pt.poss} After-Visit Instructions~Discharge Instructions for {pt.mr}>',
    { ...pad.bold, sizePt: 14 },
  )
  pad.at(46, 116, '{pt.full}  {dob}  Visit {now.stamp}  Chart {MRN#UC######}', pad.small)
  const y0 = 140
  let y = y0
  for (const [head, text] of [
    ['You were seen by', '{dr.md} and {rn.rn}'],
    ['For', '<Strep throat (J02.0)~Ankle sprain (S93.401A)~Otitis media (H66.91)>'],
    ['Tests', 'Rapid strep positive. X-ray read by {dr2.last} at {hosp}.'],
    [
      'New medicine',
      'Amoxicillin 500 mg, one capsule three times a day for 10 days. Sent to {LOCATION:Hometown Drug}, {there.town}.',
    ],
    ['Next visit', '{dr3.dr}, {soon.week}, {time}'],
    ['Work / school', 'May return {soon.loose}. Note given for <{emp}~{school}>.'],
  ] as const) {
    y = pad.wrap(46, y, 170, head, pad.bold)
    y = pad.wrap(46, y, 170, text) + 8
  }
  pad.sheet.rule(228, y0 - 10, 228, Math.max(y, 500), 0.6)
  pad.y = y0
  for (let i = 0; i < 3; i++)
    pad.y =
      pad.wrap(
        242,
        pad.y,
        324,
        chance
          .some(
            [
              'Rest, drink fluids, and take Tylenol or Motrin for fever above 101.',
              '{pt.first} should not share cups with {kin.first} or {kin2.first} until {soon.md}.',
              'Go to {hosp} if {he} cannot swallow, or call 911.',
              'We will call {cell} on {soon.loose} if the culture grows; ask for {clerk.first}.',
              'Use an Ace wrap and ice 20 minutes at a time.',
              'Thank you, {kin.first}, for driving; your {rel2} {kin2.first} may pick up the disc.',
              'Your blood pressure was 142/90. Have {dr3.last} check it.',
              'You told us that {pal} at {emp} is ill as well; {he} should be seen.',
              'If the rash spreads, write to us at {workmail} or {web}.',
            ],
            3,
          )
          .join(' '),
      ) + pad.pitch
  y = Math.max(y, pad.y, 500) + 20
  y = pad.wrap(
    46,
    y,
    520,
    'I have read and understand these instructions. Read to me in <English~Spanish> by {tech}.',
  )
  pad.hand(60, y + 30, '{kin}', 180, 20)
  pad.at(46, y + 44, '<Patient or guardian~Signed> ({kin}, {rel})  {now} {time}', pad.small)
})
