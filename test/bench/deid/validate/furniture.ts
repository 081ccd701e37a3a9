/** What stands on every page: running heads, 7 pt footers, the line a fax machine prints, a side bar. */
import type { FontName } from '../../../../demo/paper/font.ts'
import { pick, type Random } from '../../../../demo/paper/random.ts'
import type { Desk, Furniture } from './desk.ts'
import { type Runs, runsOf } from './slots.ts'
import { between, chance, phoneIn } from './values.ts'

/** One line of furniture is chosen for the whole document, so that its pages agree. */
const fixed = (
  make: (desk: Desk) => (page: number, pages: number) => Runs,
  place: (desk: Desk, runs: Runs) => void,
): Furniture => {
  let line: ((page: number, pages: number) => Runs) | undefined
  return (desk, page, pages) => {
    line ??= make(desk)
    place(desk, line(page, pages))
  }
}

export const runningHead = (random: Random): Furniture => {
  const template = pick(random, [
    '{ptlist}   MRN {mrn}   DOB {birth.t}', 'Patient: {ptlist} ({mrn}) - Printed {today.t} {time}', '{fac}   {ptlist}   {today.t}', 'Name: {pt} | DOB: {birth.t} | Acct: {acct}', 'RE: {pt}, DOB {birth.t}',
  ]) // biome-ignore format: forms
  return fixed(
    desk => {
      const runs = desk.slots.say(template)
      return (page, pages) => runsOf(runs, [`   Page ${page} of ${pages}`])
    },
    (desk, runs) => {
      desk.put(desk.left, 34, runs, { sizePt: 8 }, desk.widthPt - 84)
      desk.sheet.rule(42, 38, desk.widthPt - 42, 38, 0.5)
    },
  )
}

const footerForms = [
  'Printed by {clerk} on {today.t} {time} from {ip}. {fac}',
  '{fac}, {phone2}. Patient {ptlist}, MRN {mrn}, DOB {birth.t}. CONFIDENTIAL',
  'Form 4471-B (Rev. 2019)  {ptlist}  {mrn}  Acct {acct}',
  'Electronically signed by {prov} on {today.t} at {time}. Document {id}. Questions: {staffmail}',
  'Generated {today.t} {time} | user {clerk} | host {ip} | MAC {mac} | {url}',
  '{ptlist} | SSN {ssn} | Member {plan} | {fac} {fax}',
  'This page is part of the record of {pt} and may not be copied. Encounter {id}. {fac}, {url}',
]
export const footer = (random: Random, sizePt = 7, count = 1): Furniture => {
  const templates = Array.from({ length: count }, () => pick(random, footerForms))
  return fixed(
    desk => {
      const lines = templates.map(template => desk.slots.say(template))
      const numbered = chance(random, 0.7)
      return (page, pages) =>
        runsOf(
          ...lines.map((line, i) => runsOf(i > 0 ? ['  '] : [], line)),
          numbered ? [`  Page ${page} of ${pages}`] : [],
        )
    },
    (desk, runs) => {
      const wide = desk.widthPt - 84
      const lines = desk.lines(runs, wide, { sizePt })
      const top = desk.heightPt - 26 - (lines - 1) * sizePt * desk.look.leading
      desk.sheet.rule(42, top - sizePt * 1.2, desk.widthPt - 42, top - sizePt * 1.2, 0.4)
      desk.wrap(42, top, wide, runs, { sizePt })
    },
  )
}

const faxFonts: readonly FontName[] = [
  'courier-prime',
  'plex-mono',
  'roboto-condensed',
  'pt-sans',
  'plex-sans',
]

/** T.30 leaves the form of the sender's line open: date, sender, number, page. */
export const faxLine = (random: Random): Furniture => {
  const template = pick(random, [
    '{today.t} {time} FROM:{fac} TO:{fax2}', '{today.t}  {time}  {fax}  {fac}', 'From: {fac}  Fax: {fax}  To: {prov2}  Fax: {fax2}  {today.t} {time}', 'RightFax {today.t} {time} PAGE', 'Received: {today.t} {time} {fax} >> {fac2}', 'TO: {fac2} FR: {clerk} {today.t} {time} ID: {fax}',
  ]) // biome-ignore format: forms
  const setting = { font: pick(random, faxFonts), sizePt: 7 + random() * 2 }
  const tail = pick(random, ['P.', 'Page: ', 'PG ', 'p '])
  return fixed(
    desk => {
      const runs = desk.slots.say(template)
      const fillIn = template.endsWith('PAGE')
      return (page, pages) =>
        runsOf(
          runs,
          [` ${fillIn ? '' : tail}${page}/${pages}`],
          fillIn ? [' ', { FAX: phoneIn(random, desk.slots.case.otherPlace.area) }] : [],
        )
    },
    (desk, runs) => {
      desk.put(28, 20, runs, setting, desk.widthPt - 56)
    },
  )
}

/** Text up the margin. */
export const margin = (random: Random): Furniture => {
  const template = pick(random, [
    '{ptlist} {mrn}',
    'MEDICAL RECORD COPY - {fac}',
    'Scanned {today.t} by {clerk}',
    '{id}  {ptlist}',
  ])
  return fixed(
    desk => {
      const runs = desk.slots.say(template)
      return () => runs
    },
    (desk, runs) => {
      desk.sheet.turned(30, desk.heightPt - between(random, 120, 200), 270, () =>
        desk.put(0, 0, runs, { sizePt: 8 }, 300),
      )
    },
  )
}
