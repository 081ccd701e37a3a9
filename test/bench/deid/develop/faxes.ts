/** What a fax machine and an office desk add: cover sheets, header lines, stamps; and a printed e-mail. */
import type { FontName } from '../../../../demo/paper/font.ts'
import type { Kind } from '../family.ts'
import * as block from './blocks.ts'
import { fieldDate, penDate } from './dates.ts'
import { fieldBlock, fieldLines, fieldTable, someFields } from './fields.ts'
import { letterhead } from './letterhead.ts'
import { paragraphs } from './letters.ts'
import { createPaper, type Paper } from './paper.ts'
import * as prose from './prose.ts'
import { byHand, inCapitals, tag } from './runs.ts'

const headerForms = [
  '{date} {time}   FROM: {clinic}   {officefax}   TO: {otherfax}   P. #/$',
  '{date}  {time}  {officefax}  {clinic}  PAGE #/$',
  'From:{clinic} To:{otherfax} {date} {time} Page # of $',
  'TX {officefax} -> {otherfax} | {date} {time} | p.#',
  '{date} {time} FAX {otherfax} {hospital} 00#/00$',
  'Received: {date} {time} from {officefax}; {dr} pg #',
  'Fax Server   {date} {time}   PAGE #/$   {ip}',
]

/** The line that the sending machine prints over the top edge of each page. */
const faxHeader = (paper: Paper): void => {
  const { chance, story } = paper
  const form = chance.pick(headerForms)
  const font: FontName = chance.pick([
    'mono',
    'cousine',
    'arimo',
    'condensed',
    'special-elite',
    'archivo-narrow',
  ])
  const sizePt = chance.pick([7, 7.5, 8, 9])
  const capitals = chance.likely(0.5)
  paper.onEach((sheet, page, pages) => {
    paper.sheet = sheet
    const runs = story.say(form.replace('#', String(page)).replace('$', String(pages)))
    paper.line(
      chance.int(26, 34),
      27 + sizePt,
      capitals ? inCapitals(runs) : runs,
      { font, sizePt },
      paper.widthPt - 62,
    )
  })
}

export const faxCover: Kind = {
  name: 'fax-cover',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [10, 13], pages: 1, look: { marginPt: 56 } })
    const { chance, story } = paper
    const { say } = story
    if (chance.likely(0.5)) faxHeader(paper)
    paper.y += 8
    letterhead(paper, { name: story.cast.clinic, place: 'office' })
    block.title(paper, chance.pick(['Fax', 'Fax Cover Sheet', 'Facsimile Transmittal', 'FAX TRANSMISSION']))
    const fields = [
      { label: 'To', runs: say(chance.pick(['{dr2}', '{dr2}, {specialist}', '{specialist}'])) },
      { label: chance.pick(['Fax', 'Fax number', 'Fax #']), runs: say('{otherfax}') },
      { label: 'From', runs: say(chance.pick(['{nurse}', '{dr}', '{friend}'])) },
      { label: chance.pick(['Phone', 'Tel']), runs: say('{ext}') },
      { label: 'Date', runs: say('{date}') },
      { label: 'Pages', runs: [`${chance.int(2, 19)} including cover`] },
      {
        label: chance.pick(['Re', 'RE', 'Subject']),
        runs: say(
          chance.pick([
            '{ptfield} DOB {dob}',
            'Records for {ptfull}, MRN {mrn}',
            '{ptfield}',
            'Referral - {ptfull}',
          ]),
        ),
      },
    ]
    const shown = fields.filter((_, i) => i < 3 || chance.likely(0.85))
    if (chance.likely(0.5)) fieldTable(paper, shown)
    else fieldLines(paper, shown, chance.int(1, 2))
    paper.gap()
    let x = paper.left
    for (const words of ['Urgent', 'For review', 'Please comment', 'Please reply'])
      x = block.checkBox(paper, x, paper.y, [words], chance.likely(0.3), 130) + 16
    paper.y += 28
    block.heading(paper, chance.pick(['Comments', 'Message', 'Notes']))
    if (chance.likely(0.4)) {
      const style = block.pen(paper, 17)
      for (const template of chance.some(
        [
          'Please call {friend} at {ext}',
          'pt. is {first}, seen {fieldrecent}',
          'labs attached - thanks! {nurse}',
          'MRI needed before {fieldnext}',
          'new ins. {member}',
        ],
        3,
      )) {
        block.writeByHand(paper, paper.left + 8, paper.y + 8, say(template), style, paper.width - 10)
        paper.y += 27
      }
    } else
      paragraphs(paper, [
        [prose.office, 2, 3],
        [prose.closing, 1, 1],
      ])
    paper.gap(1.4)
    paper.para(
      say(
        'CONFIDENTIALITY NOTICE: The documents with this transmission may contain health information that is protected by law. If you are not the intended recipient, any copying or use of the contents is prohibited. If you received this in error, call {office} at once and destroy all pages.',
      ),
      { ...paper.body, sizePt: Math.max(7, paper.look.sizePt - 3) },
    )
    return paper.finish()
  },
}

export const faxedNote: Kind = {
  name: 'fax-header',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 12], pages: 3, look: { marginPt: 52 } })
    const { chance } = paper
    faxHeader(paper)
    if (chance.likely(0.4)) faxHeaderBelow(paper)
    paper.y += 10
    block.title(
      paper,
      chance.pick([
        'Orders and Plan of Treatment',
        'Request for Records',
        'Home Health Certification',
        'Office Note',
      ]),
    )
    fieldBlock(
      paper,
      someFields(paper, ['ptfield', 'dob', 'drfield', 'mrn', 'phone', 'npi', 'date', 'plan', 'member'], 4),
    )
    paragraphs(paper, [
      [prose.opening, 1, 1],
      [prose.history, 3, 6],
      [prose.exam, 2, 4],
      [prose.office, 2, 3],
      [prose.planning, 2, 4],
      [prose.security, 0, 1],
    ])
    block.signedBlock(paper, [], 0.3)
    return paper.finish()
  },
}

/** The line that a second machine adds at the foot. */
const faxHeaderBelow = (paper: Paper): void => {
  const { story, chance } = paper
  const form = chance.pick([
    'RECEIVED {date} {time} {otherfax}  PG #',
    '** INBOUND NOTIFICATION : FAX RECEIVED ** {date} {time} {officefax} pages #',
  ])
  paper.onEach((sheet, page) => {
    paper.sheet = sheet
    paper.line(
      30,
      paper.heightPt - 28,
      story.say(form.replace('#', String(page))),
      { font: 'cousine', sizePt: 7.5 },
      paper.widthPt - 60,
    )
  })
}

const stamp = (paper: Paper, x: number, y: number): void => {
  const { chance, story } = paper
  const degrees = chance.int(-24, 24)
  const font: FontName = chance.pick(['arimo-bold', 'special-elite', 'sans-bold', 'roboto-bold'])
  const day = tag('DATE', fieldDate(chance, story.cast.today).toUpperCase())
  const [word, below] = chance.pick([
    ['RECEIVED', [day]],
    [
      'FAXED',
      [day, ' ', tag('NAME', `${story.cast.nurse.given.slice(0, 1)}${story.cast.nurse.surname.slice(0, 1)}`)],
    ],
    ['SCANNED', [day]],
    ['COPY', story.say('{clinic}')],
    ['REVIEWED', story.say('{dr}')],
    ['ENTERED', [...story.say('{date}'), ' BY ', ...story.say('{nurse}')]],
    ['URGENT', [day]],
  ] as const)
  const size = chance.int(13, 19)
  paper.sheet.turned(x, y, degrees, () => {
    const ink = '#333'
    const end = paper.line(8, 0, [word], { font, sizePt: size, fill: ink }, 150)
    const last = paper.line(8, size * 1.05, below, { font, sizePt: size * 0.65, fill: ink }, 160)
    paper.sheet.box(0, -size * 1.05, Math.max(end, last) + 8, size * 2.5, 1.8)
  })
}

export const stampedPage: Kind = {
  name: 'stamped-page',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9.5, 12], pages: 2 })
    const { chance, story } = paper
    letterhead(paper, { name: story.cast.clinic, place: 'office' })
    paper.para(story.value('today'))
    paper.gap()
    fieldBlock(paper, someFields(paper, ['ptfield', 'dob', 'mrn', 'phone', 'drfield', 'account'], 3))
    paragraphs(paper, [
      [prose.opening, 1, 2],
      [prose.history, 4, 6],
      [prose.exam, 3, 5],
      [prose.assessment, 2, 3],
      [prose.planning, 3, 4],
    ])
    block.signedBlock(paper)
    paper.onEach(sheet => {
      paper.sheet = sheet
      const count = chance.int(1, 3)
      for (let i = 0; i < count; i++) stamp(paper, chance.int(90, 360), 150 + i * 190 + chance.int(0, 110))
    })
    if (chance.likely(0.5)) {
      const note = byHand([
        ...story.say('{first}'),
        ' called ',
        tag('DATE', penDate(chance, story.cast.today)),
      ])
      paper.onEach((sheet, page) => {
        paper.sheet = sheet
        if (page === 1) paper.line(paper.left + 60, paper.heightPt - 40, note, block.pen(paper, 18), 300)
      })
    }
    return paper.finish()
  },
}

export const printedMail: Kind = {
  name: 'email-printout',
  draw: (random, fonts) => {
    const paper = createPaper(random, fonts, { size: [9, 11.5], pages: 2 })
    const { chance, story } = paper
    const { say } = story
    const mine = say('{email}')
    const heads = [
      ['From:', [...say('{ptfull}'), ' <', ...mine, '>']],
      ['Sent:', say('{today} {time}')],
      ['To:', say('{officemail}')],
      ['Cc:', say('{kinname}')],
      [
        'Subject:',
        chance.pick([
          ['Question about my pills'],
          say('Appointment on {next}'),
          ['Refill request'],
          say('Test results, {ptfull}'),
        ]),
      ],
    ] as const
    for (const [label, runs] of heads) {
      if (label === 'Cc:' && chance.likely(0.5)) continue
      paper.line(paper.left, paper.y, [label], paper.bold)
      paper.line(paper.left + 62, paper.y, runs, paper.body)
      paper.y += paper.look.sizePt * 1.5
    }
    paper.sheet.rule(paper.left, paper.y - 4, paper.right, paper.y - 4, 0.6)
    paper.gap(1)
    paper.para(say(chance.pick(['Dear {drlast},', 'Hello {nurse},', 'Hi,', 'To whom it may concern,'])))
    paper.gap()
    const asks = [
      'I was seen on {recent} and have a question about {med}.',
      'My {kinship} {kinname} will pick up the forms, {his} number is {kinphone}.',
      'My new address is {home}.',
      'Can you send the records to {dr2} at {otherfax}?',
      'My sugar rose to 210 after lunch. May I take another tablet?',
      'I am off work at {employer} until {next}.',
      'My insurance is now {plan}, ID {member}.',
      'The number on my monitor is {serial}.',
      'You can call me at {cell}, I will be home after 5.',
      'Thanks for the help with my Crohn disease diet.',
    ]
    paragraphs(paper, [
      [asks, 3, 4],
      [asks, 2, 3],
    ])
    paper.para(say('{ptfull}'))
    paper.gap(1.5)
    paper.para(say('On {today}, {officemail} wrote:'))
    paragraphs(paper, [
      [prose.advice, 3, 5],
      [prose.security, 1, 2],
    ])
    block.foot(paper, ['{url}', '{url}   {date}', '{date} {time}   Mail - {ptfull}'], 7)
    return paper.finish()
  },
}
