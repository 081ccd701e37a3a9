/** What people write and say: portal threads, transcribed voice messages, reminders. */
import { kindOf } from './pad.ts'

const asked = [
  'Hi {dr.dr}, this is {kin.first}, {pt.poss} {rel}. {He} threw up twice since {EITHER:last} night and the new pills are making {him} dizzy.',
  'Can you send the refill to the pharmacy on {there.street} in {there.town} instead? The one here is out of Lasix.',
  'I will be out of town visiting my {rel2} {kin2.first} in {far.town} until {soon.loose}, so please text me at {cell}.',
  'Also my employer ({emp}) needs a note that says I can go back on {soon.md}. My supervisor is {pal}.',
  'My blood pressure was 148/92, 151/90 and 139/85 this week. Should I worry?',
  "I was told by {dr2.first} at {hosp} that my Hashimoto's numbers look better, is that right??",
  'Grandma {kin3.first} just turned {AGE_90:ninety-four} and she had the same thing so I am a bit scared.',
  'May I come in before work? I will be early, I promise. Thanks a million, {pt.first}',
  "It's {pt} again, date of birth {dob.long}. I forgot to ask about the MRI from {past3.loose}.",
]
const answered = [
  'Hello {pt.first}, I have passed this to {dr.dr}, who will be back on {soon.loose}.',
  'Thanks for the readings. Please take the Norvasc at night and drink more water.',
  'We have you down with {dr2.last} at {fac2}, {far.street}, on {soon.loose} at {time}.',
  'If it gets worse go to {hosp} or call {office}.',
  'The note for {emp} is under Letters. {rn.first}',
  "I spoke with {kin.first} this morning; she'll pick up the forms.",
  'Your ferritin is 18 ng/mL, so iron once a day, and we recheck in 6 weeks. Take care, {rn.firstl}',
]
export const portalThread = kindOf('portal-thread', { size: [9, 11] }, pad => {
  const { chance } = pad.tale
  pad.at(50, 50, '{fac} | {web}', pad.small)
  pad.at(
    50,
    72,
    '<Message center~Inbox: conversation~Secure messages> - <Question about my meds~RE: RE: work note~Refill>',
    { ...pad.bold, sizePt: 13 },
  )
  pad.at(50, 88, '<Printed for~Viewed as> {pt.full} (acct {mail}) {now.stamp}', pad.small)
  pad.y = 112
  for (let i = 0; i < chance.int(4, 6); i++) {
    const mine = i % 2 === 0
    const x = mine ? 50 : 110
    pad.at(
      x,
      pad.y,
      mine
        ? `From: ${chance.pick(['{pt}', '{kin} (proxy)', '{pt.rev}'])} To: {dr.md}`
        : 'From: {rn.rn} To: {pt}',
      pad.bold,
    )
    pad.y += pad.pitch
    pad.at(
      x,
      pad.y,
      chance.pick(['Sent: {past.week}, {time}', '{past.loose}, {time}', '{past.stamp}']),
      pad.small,
    )
    pad.y = pad.wrap(
      x,
      pad.y + pad.pitch,
      440,
      chance.some(mine ? asked : answered, chance.int(2, 4)).join(' '),
    )
    pad.sheet.rule(50, pad.y - pad.pitch * 0.4, 560, pad.y - pad.pitch * 0.4, 0.3)
    pad.y += pad.pitch
    if (pad.y > 640) break
  }
  pad.wrap(50, pad.y, 500, 'Do not use messages for emergencies. Reply sent from {IP#10.#.1##.##}', pad.small)
})

const voices = [
  'Hi, this is {kin}, um, calling for my {rel2} {kin2.first}, no wait, for {pt}, P like Peter. {His} birthday is {dob.long}.',
  'You can reach me at area code {cell.spoken}, again that is {cell.spoken}.',
  'The best number is {home.spoken}, and the work one is {work}.',
  '{pt.first} saw {dr.drfull} on {past.loose} and {he} still has the fever, a hundred and one point two.',
  'I am calling from {fac2} about a referral for {pt.last}, first name {pt.first}. Our fax is {fax}.',
  'The chart number, if that helps, is {MRN#4-##-##-#}.',
  '{kin3.first} is {AGE_90:ninety-one} now and she cannot drive to {there.town} any more.',
  'We live out on {here.street}, past the church, in {here.town}.',
  'Please tell {rn.first} that {he} stopped the Coumadin {EITHER:last} {past2.loose}.',
  "Okay, I'll be home till five. Okay. Thank you. Bye.",
  'Mark my words, it may rain, but we will be there at {time}.',
]
export const voiceMessage = kindOf('voice-message', { size: [10, 12] }, pad => {
  const { chance } = pad.tale
  pad.at(60, 60, '<Voicemail to text~VOICE MESSAGE TRANSCRIPT~Telephone Encounter (auto-transcribed)>', {
    ...pad.bold,
    sizePt: 14,
  })
  let y = 84
  for (const line of [
    'Mailbox {EITHER#4##} - {fac} <nurse line~front desk>',
    'Caller ID {cell} <WIRELESS CALLER~{there.town}, {there.st}~{kin.tight}>',
    'Received {now.week} {time}, 0:48 sec',
    'Assigned to {rn.rn}',
  ])
    y = pad.wrap(60, y, 470, line)
  for (let i = 0; i < chance.int(2, 3); i++) {
    y = pad.wrap(60, y + 12, 480, `Message ${i + 1} of 3`, pad.bold)
    y = pad.wrap(60, y, 470, `"${chance.some(voices, 5).join(' ')}"`)
  }
  pad.hand(70, y + 34, 'Called {pt.first} back {now.md} @ {time} - {rn.ini}', 420, 20)
  pad.hand(70, y + 64, '<LM w/~spoke to> {kin.first}, will f/u w/ {dr.last}', 420, 20)
})

export const reminderLetter = kindOf('reminder-letter', { size: [10.5, 12.5] }, pad => {
  const { chance } = pad.tale
  const x = 72
  pad.at(x, 56, '{fac}', { ...pad.bold, sizePt: 15 })
  pad.at(x, 70, '{there.street} . {there.csz} . {office}', pad.small)
  let y = 150
  for (const line of ['<Parent of~To the family of~> {pt}', '{here.street}', '{here.csz}'])
    y = pad.wrap(x, y, 300, line)
  y = pad.wrap(x, y + 24, 460, '{now.long}')
  y = pad.wrap(x, y + 12, 460, '<Dear {pt.first},~Hi {pt.first}!~Dear {pt.mr},>')
  y = pad.wrap(
    x,
    y + 8,
    460,
    chance
      .some(
        [
          'Our records show that you have not seen {dr.dr} since {past3.monthyear}.',
          'You are due for a <mammogram~Pap test~colonoscopy~tetanus booster>.',
          'This is a friendly reminder that you have a visit on {soon.week} at {time} with {dr2.md} at our {far.town} office.',
          'If {soon.loose} does not suit you, call {clerk.first} at {desk} or book at {web}.',
          'Please bring your {plan} card ({HEALTH_PLAN#@@######}) and a photo ID.',
          '{rn} from our office left a message on {past.loose}.',
          'We missed you and {kin.first} on {past.md}; a $25 fee may apply.',
          'Wear loose clothes and skip breakfast.',
          'You may reply YES to {office} to confirm, or scan the code.',
        ],
        6,
      )
      .join(' '),
  )
  pad.at(x, y + 24, '<See you soon,~Warmly,~Your care team>')
  pad.at(x, y + 24 + pad.pitch * 1.4, '{clerk.first} and the team at {fac}')
  pad.sheet.rule(36, 610, 576, 610, 0.5)
  pad.at(x, 630, 'Tear here - APPOINTMENT CARD', pad.small)
  y = 652
  for (const line of [
    'M {pt}',
    '<Mon Tue Wed Thu Fri~Has an appointment with> {dr.flast}',
    '{soon.week} <at~@> {time}',
    '{fac}, {there.town}',
    'Acct {ACCOUNT#R-#####}',
  ])
    y = pad.wrap(x, y, 400, line)
})
