/** Letters of insurers: a denial and a table of what was paid. */
import { kindOf, type Pad } from './pad.ts'

const windowAddress = (pad: Pad): void => {
  pad.at(54, 52, '{plan}', { ...pad.bold, sizePt: 13 })
  pad.at(54, 66, '{LOCATION#PO BOX 14###}, {far.csz}', pad.small)
  let y = 118
  for (const line of ['{pt.up}', '{here.street}', '{here.csz}']) y = pad.wrap(80, y, 240, line)
  y = 112
  for (const [label, value] of [
    ['<Notice date~Date>', '{now.long}'],
    ['Member', '{pt}'],
    ['Identification no.', '{HEALTH_PLAN#@@@ ### ## ####}'],
    ['Group', '{HEALTH_PLAN#00#####-##} ({emp})'],
    ['<Case~Reference no.>', '{OTHER_ID#C#########-1}'],
    ['<Questions?~Customer service>', '{desk} TTY 711'],
  ] as const) {
    pad.at(344, y, label, pad.bold, 92)
    y = pad.wrap(442, y, 130, value)
  }
  pad.y = Math.max(y, 200) + 10
}

const reasons = [
  'We received a request from {dr.md} on {past.loose} for <MRI of the lumbar spine (72148)~Humira 40 mg every 14 days~a power wheelchair (K0823)>.',
  'The request for {pt} was reviewed by {dr2.md}, board certified in internal medicine.',
  '{dr2.lastposs} decision is based on InterQual 2023 and the notes {fac} sent us {past2.loose}.',
  'The records do not show six weeks of physical therapy, nor a trial of methotrexate.',
  'A peer-to-peer call with {dr.dr} was offered for {past.md} at {time} and was not answered.',
  'This is not a decision about whether {pt.first} may receive care, only about who will pay for it.',
  'You, {kin}, or another person you name may appeal by {later.long} in writing or by fax at {fax}.',
  'If waiting would harm {pt.first}, call {desk} for a 72-hour review.',
  "Coverage through {emp} ended {past2.long} when {kin.firstl}'s job changed.",
  'Drug names such as Januvia and Allegra are marks of their owners.',
]
export const denialLetter = kindOf('denial-letter', { size: [9.5, 11.5] }, pad => {
  const { chance } = pad.tale
  windowAddress(pad)
  pad.at(
    54,
    pad.y,
    '<Notice of Adverse Determination~RE: Denial of coverage~YOUR REQUEST WAS NOT APPROVED~Prior authorization response: partially approved>',
    pad.bold,
  )
  pad.y = pad.wrap(
    54,
    pad.y + pad.pitch * 1.6,
    500,
    '<Dear {pt.mr}:~Dear {pt.first} {pt.last}:~Dear Member,>',
  )
  for (const count of [3, 3, 2])
    pad.y = pad.wrap(54, pad.y + pad.pitch * 0.5, 500, chance.some(reasons, count).join(' '))
  pad.sheet.box(54, pad.y, 504, 4 * pad.pitch + 8, 0.8)
  pad.wrap(
    62,
    pad.y + pad.pitch,
    488,
    'Service: 72148 x1. Requested by NPI {LICENSE#1#########}. Facility {hosp}, {there.town}. Dates requested {past} - {soon}. Status: <DENIED~NOT CERTIFIED~PARTIAL>. Auth {OTHER_ID#A########}.',
  )
  pad.y += 5.6 * pad.pitch
  pad.at(54, pad.y + 26, '{clerk}')
  pad.sign(58, pad.y + 12)
  pad.at(54, pad.y + 26 + pad.pitch, 'Utilization Management   cc: {dr.dr}, {fac}; {kin}', pad.small)
  pad.each((page, pages) =>
    pad.at(
      54,
      752,
      `{OTHER_ID#UM-#####-##@} ${page}/${pages}  ${chance.pick(['Si necesita ayuda en espanol, llame al', 'For help in Ilokano call'])} {desk}`,
      pad.small,
    ),
  )
})

export const benefitTable = kindOf('benefit-explanation', { size: [8, 9.5] }, pad => {
  const { chance } = pad.tale
  windowAddress(pad)
  pad.at(54, pad.y, '<Explanation of Benefits~THIS IS NOT A BILL~EOB - Your claim at a glance>', {
    ...pad.bold,
    sizePt: 13,
  })
  pad.y += 14
  for (let claim = 0; claim < 2; claim++) {
    const who = chance.pick(['{pt}', '{kin} (dependent)', '{pt.rev}'])
    pad.y += 14
    pad.y = pad.wrap(
      54,
      pad.y,
      500,
      `Claim {OTHER_ID#2#####${claim}#####0} for ${who}, <treated by~provider> ${chance.pick(['{dr.tight}', '{dr2.md}', '{fac}', '{hosp} Emergency'])}, received {past2}, <processed~paid> {past}`,
      pad.bold,
    )
    const widths = [66, 150, 60, 60, 60, 108]
    pad.cells(
      54,
      widths,
      ['Date(s) of service', 'What you had done', 'Billed', 'Allowed', 'You owe', 'Remarks'],
      { ...pad.bold, sizePt: pad.sizePt * 0.9 },
    )
    for (let i = 0; i < chance.int(2, 4); i++)
      pad.cells(54, widths, [
        chance.pick(['{past2}', '{past2} - {past2}', '{past}']),
        '<Office visit, established 99214~Chest X-ray, two views 71046~Comprehensive metabolic panel 80053~Emergency visit, level 4 99284>',
        `$${chance.int(90, 990)}.00`,
        `$${chance.int(30, 90)}.17`,
        `$${chance.int(0, 40)}.00`,
        chance.pick(['A1', 'See note B', 'Paid to {fac2}', 'Check {ACCOUNT#########} to {hosp2}', '-']),
      ])
  }
  pad.y += 20
  if (pad.y > 650) pad.page()
  for (const line of chance.some(
    [
      'A1: Your plan pays 80 percent after the deductible. So far in {now.year} {pt.first} has met $1,240 of $2,000.',
      'B: We need other coverage details for {kin}. Mail them to us or call {desk} before {soon.long}.',
      'Paid by EFT to account ending {ACCOUNT#####} on {past.loose}.',
      'Think this is fraud? {clerk} will take your call at {desk}; or write to {web}.',
    ],
    3,
  ))
    pad.y = pad.wrap(54, pad.y, 500, line)
})
