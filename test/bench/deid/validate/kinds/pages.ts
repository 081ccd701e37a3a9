/** Pages hard to read: stamped, two columns, white on black. */
import { pick } from '../../../../../demo/paper/random.ts'
import { conditions, drugs } from '../clinical.ts'
import type { Desk, Draw } from '../desk.ts'
import { drawFields, shuffled, sideFields, someFields } from '../fields.ts'
import { footer, runningHead } from '../furniture.ts'
import { band, letterhead, title } from '../parts.ts'
import { hand } from '../pen.ts'
import * as prose from '../prose.ts'
import { body, open } from '../section.ts'
import { runsOf, sentences } from '../slots.ts'
import { between, chance } from '../values.ts'

const stamps: readonly (readonly [string, string])[] = [
  ['RECEIVED', '{recent.t}'], ['FAXED', '{today.t} {initials}'], ['SCANNED', '{today.t}'], ['REVIEWED', '{prov} {recent.t}'], ['COPY', '{fac}'], ['FILED', '{today.t} {county}'], ['PAID', '{recent.t} {acct2}'], ['MEDICAL RECORDS', '{fac} {recent.t}'],
] // biome-ignore format: a table

const stamp = (desk: Desk, x: number, y: number): void => {
  const { random, slots } = desk
  const [word, template] = pick(random, stamps)
  const runs = slots.say(template)
  const fill = pick(random, ['#333', '#555', '#111'])
  const wide = Math.min(
    190,
    Math.max(
      desk.width(word, { font: 'oswald', sizePt: 19 }),
      desk.width(runs, { font: 'open-sans-bold', sizePt: 11 }),
    ) + 16,
  )
  desk.sheet.turned(x, y, between(random, -24, 22), () => {
    desk.sheet.box(0, 0, wide, 46, 2.2)
    desk.putCentre(wide / 2, 21, word, { font: 'oswald', sizePt: 19, fill }, wide - 12)
    desk.putCentre(wide / 2, 38, runs, { font: 'open-sans-bold', sizePt: 11, fill }, wide - 12)
  })
}

export const stamped: Draw = (random, fonts) => {
  const desk = open(random, fonts, {
    furniture: [footer(random)],
    bottomPt: 14,
    maxPages: 1,
    low: 9.5,
    high: 11.5,
  })
  letterhead(desk)
  title(
    desk,
    pick(random, [
      'Outside Records',
      'Consultation Note',
      'Records Request',
      'Work Status Report',
      'Disability Evaluation',
    ]),
  )
  drawFields(
    desk,
    someFields(
      desk,
      ['name', 'dob', 'visit'],
      ['mrn', 'phone', 'ssn', 'claim', 'employer', 'provider', 'address'],
    ),
  )
  body(desk, [
    ['History', prose.history, between(random, 3, 5)],
    ['Findings', prose.exam, between(random, 3, 5)],
    ['Background', prose.social, 3],
    ['Recommendations', prose.plan, between(random, 3, 5)],
  ])
  stamp(desk, between(random, 330, 400), between(random, 120, 180))
  stamp(desk, between(random, 60, 260), between(random, 330, 460))
  if (chance(random, 0.6)) stamp(desk, between(random, 200, 380), between(random, 600, 660))
  if (chance(random, 0.5))
    hand(desk, 300, 700, desk.slots.say('{initials} {recent.t} called {relfirst}'), 18, 240)
  return desk.finish()
}

export const twoColumns: Draw = (random, fonts) => {
  const desk = open(
    random,
    fonts,
    {
      furniture: [runningHead(random), footer(random)],
      topPt: 12,
      bottomPt: 14,
      maxPages: 1,
      low: 8.5,
      high: 10,
    },
    { kind: pick(random, ['hospital', 'specialist', 'school']) },
  )
  title(
    desk,
    pick(random, [
      'After Visit Summary',
      'Health Summary',
      'Continuity of Care Document',
      'Care Plan',
      'Visit Summary for Family',
    ]),
  )
  const [left, right] = [desk.left, desk.right]
  const narrow = chance(random, 0.4) ? 0.34 : 0.5
  const top = desk.y + 4
  const fold = left + (right - left) * narrow
  desk.right = fold - 12
  desk.y = top
  if (narrow < 0.5) {
    desk.y =
      sideFields(
        desk,
        left,
        desk.y,
        desk.right - left,
        someFields(
          desk,
          ['plainName', 'dob', 'mrn'],
          [
            'phone',
            'address',
            'provider',
            'pharmacy',
            'contact',
            'contactPhone',
            'mail',
            'age',
            'seen',
            'employer',
            'plan',
          ],
          0.75,
        ),
      ) + 8
    body(desk, [['Who to call', prose.payerLines, 2]])
  } else {
    drawFields(
      desk,
      someFields(desk, ['plainName', 'dob'], ['mrn', 'phone', 'provider', 'visit']),
      pick(random, ['left', 'above', 'cells']),
      1,
    )
    body(desk, [
      ['Why you came', prose.history, 3],
      ['At home', prose.social, 3],
      ['Exam', prose.exam, 3],
    ])
  }
  const used = desk.y
  if (chance(random, 0.6)) desk.sheet.rule(fold, top - 10, fold, 720, 0.6)
  desk.left = fold + 12
  desk.right = right
  desk.y = top
  const lists = [
    ['Problems', conditions.map(([words, icd]) => `${words} ${icd}`)],
    ['Medicines', drugs.map(([drug, strength]) => `${drug} ${strength}`)],
  ] as const
  for (const [head, items] of lists) {
    if (!band(desk, head, 'ruled')) break
    for (const item of shuffled(random, items).slice(0, between(random, 3, 6))) desk.para(item, {}, 1)
    desk.y += 6
  }
  body(desk, [
    ['What to do next', prose.plan, between(random, 4, 6)],
    ['Good to know', prose.privacyLines, 2],
  ])
  ;[desk.left, desk.right, desk.y] = [left, right, Math.max(desk.y, used) + 10]
  return desk.finish()
}

export const whiteOnBlack: Draw = (random, fonts) => {
  const desk = open(
    random,
    fonts,
    { furniture: chance(random, 0.5) ? [footer(random)] : [], bottomPt: 54, low: 9.5, high: 11.5 },
    { kind: pick(random, ['vision', 'dental', 'urgent', 'imaging']) },
  )
  const { slots, look } = desk
  const wide = desk.right - desk.left
  desk.sheet.fill(desk.left, 40, wide, 62, '#000')
  desk.put(desk.left + 12, 64, slots.of('fac'), { font: look.head, sizePt: 19, fill: '#fff' }, wide - 24)
  desk.put(
    desk.left + 12,
    82,
    runsOf(slots.of('ptlist'), ['  DOB '], slots.of('birth.t'), ['  MRN '], slots.of('mrn')),
    { fill: '#fff' },
    wide - 24,
  )
  desk.put(
    desk.left + 12,
    96,
    runsOf(['Visit '], slots.of('today.t'), ['  '], slots.of('prov')),
    { fill: '#fff' },
    wide - 24,
  )
  desk.y = 126
  const left = desk.left
  const side = chance(random, 0.5)
  if (side) {
    desk.sheet.fill(left, 112, 150, 620, '#111')
    sideFields(
      desk,
      left + 8,
      130,
      134,
      someFields(
        desk,
        ['dob', 'phone', 'plan', 'contact'],
        ['address', 'mail', 'provider', 'acct', 'employer', 'seen', 'second', 'fax'],
        0.7,
      ),
      '#fff',
    )
    desk.left = left + 164
  } else drawFields(desk, someFields(desk, ['phone', 'plan'], ['contact', 'acct', 'address', 'mail', 'seen']))
  const topics = [
    ['Complaint', prose.history, 3],
    ['Eyes', prose.vision, 4],
    ['Teeth', prose.dental, 4],
    ['Examination', prose.exam, 4],
    ['Home', prose.social, 2],
    ['Plan', prose.plan, 4],
  ] as const
  for (const [head, from, count] of topics.filter(() => chance(random, 0.75)))
    if (band(desk, head.toUpperCase(), 'dark')) desk.para(sentences(slots, from, count))
  const foot = Math.min(desk.y + 10, 716)
  desk.sheet.fill(desk.left, foot - 13, desk.right - desk.left, 20, '#000')
  desk.put(
    desk.left + 6,
    foot + 1,
    runsOf(['Next visit '], slots.of('future.t'), ['  call '], slots.of('phone2')),
    { fill: '#fff', font: look.bold },
    desk.right - desk.left - 12,
  )
  return desk.finish()
}
