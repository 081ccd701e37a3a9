/** Documents of many kinds, put together of sentences, fields, tables and blocks. Pure. */
import { type Chance, weighted } from './chance.ts'
import { expand, type Piece, type Scene } from './expand.ts'
import { casual, messages } from './grammar/casual.ts'
import { dealings, goods } from './grammar/dealings.ts'
import { fieldKinds } from './grammar/fields.ts'
import { negatives } from './grammar/negatives.ts'
import { aroundPhrases, peopleAroundPhrases } from './grammar/phrases.ts'
import { prose } from './grammar/prose.ts'

/** Every ninth template is kept for measuring. */
const ofPart = (templates: readonly string[], part: Part): readonly string[] =>
  templates.filter((_, index) => (index % 9 === 4) === (part === 'measure'))

export type Part = 'train' | 'measure'

type Grammar = {
  readonly prose: readonly string[]
  readonly dealings: readonly string[]
  readonly negatives: readonly string[]
  readonly casual: readonly string[]
  readonly messages: readonly string[]
  readonly part: Part
}

const grammars: Readonly<Record<Part, Grammar>> = {
  train: {
    prose: ofPart(prose, 'train'),
    dealings: ofPart([...dealings, ...peopleAroundPhrases], 'train'),
    negatives: ofPart([...negatives, ...goods, ...goods, ...aroundPhrases, ...aroundPhrases], 'train'),
    casual: ofPart(casual, 'train'),
    messages,
    part: 'train',
  },
  measure: {
    prose: ofPart(prose, 'measure'),
    dealings: ofPart([...dealings, ...peopleAroundPhrases], 'measure'),
    negatives: ofPart([...negatives, ...goods, ...goods, ...aroundPhrases, ...aroundPhrases], 'measure'),
    casual: ofPart(casual, 'measure'),
    messages: messages.slice(0, 3),
    part: 'measure',
  },
}

const as = (text: string): Piece => ({ text, label: null })

/** Another person each time: forms name many. */
const renamed = (chance: Chance, template: string): string =>
  template.replaceAll('{x.', `{${chance.pick(['p', 'p', 'd', 'd', 'r', 'n', 'o', 'q', 's', 't', 'u', 'v'])}.`)

const sentence = (scene: Scene, templates: readonly string[]): Piece[] =>
  expand(scene, renamed(scene.chance, scene.chance.pick(templates)))

const kinds = fieldKinds.map(kind => [kind, kind.often] as const)

const fieldOf = (scene: Scene, part: Part): { label: string; value: Piece[] } => {
  const { chance } = scene
  const kind = weighted(chance, kinds)
  const labels =
    kind.labels.length < 6
      ? kind.labels
      : kind.labels.filter((_, index) => (index % 9 === 4) === (part === 'measure'))
  const label = chance.pick(labels)
  return {
    label: chance.is(0.15) ? label.toUpperCase() : label,
    value: expand(scene, renamed(chance, kind.value)),
  }
}

type Build = (scene: Scene, grammar: Grammar) => Piece[]

/** `Label: value`, one or several on a line. */
const form: Build = (scene, { part }) => {
  const { chance } = scene
  const colon = chance.pick([': ', ': ', ': ', ':', ' : ', ':  ', ' ', ':\t', '\t', ' - ', ': ____', '. '])
  const between = chance.pick(['\n', '\n', '\n', '  ', '   ', '\t', ' | ', '    ', '; ', ' '])
  const perLine = between === '\n' ? 1 : chance.number(2, 4)
  const pieces: Piece[] = []
  for (let index = 0; index < chance.number(3, 14); index++) {
    const { label, value } = fieldOf(scene, part)
    if (index > 0) pieces.push(as(index % perLine === 0 ? '\n' : between))
    const isEmpty = chance.is(0.06)
    pieces.push(as(label + colon), ...(isEmpty ? [] : value))
  }
  return pieces
}

/** A row of labels over a row of values, or each label over its value. */
const labelsAbove: Build = (scene, { part }) => {
  const { chance } = scene
  const fields = Array.from({ length: chance.number(1, 5) }, () => fieldOf(scene, part))
  const gap = chance.pick(['\t', '   ', '  ', ' | ', ' '])
  const pieces: Piece[] = [as(`${fields.map(({ label }) => label).join(gap)}\n`)]
  for (const [index, { value }] of fields.entries()) pieces.push(...(index > 0 ? [as(gap)] : []), ...value)
  return pieces
}

const columns = [
  '{x.lf}',
  '{x.field}',
  '{x.full}',
  '{x.last}',
  '{x.il}',
  '{date}',
  '{mrn}',
  '{code}',
  '{phone}',
  '{test}',
  '{dx}',
  '{drug} {dose}',
  '{time}',
  '{age}',
  '[M|F]',
  '{hosp}',
  '{city}',
  '{payer}',
  '{icd}',
  '{cpt}',
  '{cred}',
  '{spec}',
  '{n}',
  '{lab}',
  '{Rel}',
  '{words}',
  '{street}',
]

/** A schedule, a list of contacts, a log: rows of the same columns. */
const table: Build = (scene, { part }) => {
  const { chance } = scene
  const row = Array.from({ length: chance.number(2, 6) }, () => chance.pick(columns)).join(
    chance.pick(['\t', '  ', ' ', ' | ', ', ', ' - ']),
  )
  const pieces: Piece[] = chance.is(0.4)
    ? [as(`${fieldOf(scene, part).label}\t${fieldOf(scene, part).label}\n`)]
    : []
  for (let index = 0; index < chance.number(2, 6); index++) {
    scene.people.clear()
    pieces.push(...expand(scene, renamed(chance, row)), as('\n'))
  }
  return pieces
}

const templatesFor = (chance: Chance, grammar: Grammar, shareNamed: number): readonly string[] => {
  if (!chance.is(shareNamed)) return grammar.negatives
  return chance.is(0.55) ? grammar.prose : grammar.dealings
}

const paragraph = (scene: Scene, grammar: Grammar, shareNamed: number): Piece[] => {
  const { chance } = scene
  const gap = chance.pick([' ', ' ', ' ', '\n', '  '])
  const pieces: Piece[] = []
  for (let index = 0; index < chance.number(1, 6); index++)
    pieces.push(
      ...(index > 0 ? [as(gap)] : []),
      ...sentence(scene, templatesFor(chance, grammar, shareNamed)),
    )
  return pieces
}

const note: Build = (scene, grammar) => {
  const { chance } = scene
  const pieces: Piece[] = []
  for (let index = 0; index < chance.number(1, 4); index++) {
    if (index > 0) pieces.push(as(chance.pick(['\n', '\n\n'])))
    if (chance.is(0.4))
      pieces.push(
        ...expand(
          scene,
          chance.pick(['{section}: ', '{SECTION}: ', '{section}\n', '{SECTION}\n', '{section} - ']),
        ),
      )
    pieces.push(...paragraph(scene, grammar, 0.55))
  }
  return pieces
}

const harmless: Build = (scene, grammar) => {
  const { chance } = scene
  const pieces: Piece[] = []
  for (let index = 0; index < chance.number(1, 3); index++) {
    if (index > 0) pieces.push(as('\n'))
    if (chance.is(0.5))
      pieces.push(...expand(scene, chance.pick(['{section}: ', '{SECTION}:\n', '{section}\n', '{n}. '])))
    pieces.push(...paragraph(scene, grammar, 0))
  }
  return pieces
}

const shorthand: Build = (scene, { casual }) => {
  const { chance } = scene
  const gap = chance.pick(['. ', ', ', ' ', '\n', '; ', ' - ', '.  '])
  const pieces: Piece[] = chance.is(0.4) ? [...expand(scene, '[{time} |{date} {time} |{date} |]')] : []
  for (let index = 0; index < chance.number(1, 6); index++)
    pieces.push(...(index > 0 ? [as(gap)] : []), ...sentence(scene, casual))
  return chance.is(0.6) ? pieces.map(({ text, label }) => ({ text: text.toLowerCase(), label })) : pieces
}

const message: Build = (scene, grammar) => sentence(scene, grammar.messages)

const letterhead =
  '{hosp}\n{street}[\n|, ]{citystate} {zip}\n[Phone|Tel|T|P|Ph]: {phone}[  |\n| | · ][Fax|F]: {phone}\n'
const faxLine =
  '[{date} {time}|{date}] [FROM|From|FROM:|] {hosp} [TO|To:|] [{hosp}|{x.any}|{phone}] [P.|PAGE|Page] {n}[/{n}| of {n}|]'
const footers = [
  '{p.lf} | MRN {mrn} | DOB {date} | Page {n} of {n}',
  'Printed by {n.any} on {date} {time}',
  '{hosp} - {phone} - Confidential',
  '{p.ulf}  {mrn}  {date}',
  'Form {code} Rev. {date}',
  '{hosp} • {address}',
  'Page {n}  {p.field}  {date}',
  'Electronically signed by {d.any}, {cred} {date} {time}',
  '{d.last}/{n.firstlower}',
]

const letter: Build = (scene, grammar) => {
  const { chance } = scene
  return [
    ...(chance.is(0.7) ? expand(scene, letterhead) : []),
    ...expand(
      scene,
      '[\n|]{date}\n[\n|][{d.any}, {cred}\n{hosp}\n{street}\n{citystate} {zip}\n|{d.any}\n{address}\n|]',
    ),
    ...expand(
      scene,
      '[RE|Re|Regarding|Patient]: {p.field}[\nDOB: {date}|, DOB {date}|   MRN: {mrn}|]\n[\n|]Dear [Dr. {d.last}|{d.first}|Dr. {d.any}|Colleague|Ms. {p.last}|Mr. {p.last}|{p.any}|{p.first}|Parent of {p.first}|Sir or Madam][,|:]\n[\n|]',
    ),
    ...paragraph(scene, grammar, 0.6),
    as('\n'),
    ...paragraph(scene, grammar, 0.4),
    ...expand(
      scene,
      '\n[\n|][Sincerely|Regards|Respectfully|With best regards|Thank you],\n[\n|]{n.any}, {cred}[\n{Role}|\n{Spec}|\n{hosp}|]',
    ),
  ]
}

const page: Build = (scene, grammar) => {
  const { chance } = scene
  return [
    ...(chance.is(0.3) ? [...expand(scene, renamed(chance, faxLine)), as('\n')] : []),
    ...(chance.is(0.4) ? expand(scene, letterhead) : []),
    ...form(scene, grammar),
    as('\n'),
    ...(chance.is(0.5) ? note(scene, grammar) : harmless(scene, grammar)),
    as('\n'),
    ...(chance.is(0.6) ? expand(scene, renamed(chance, chance.pick(footers))) : []),
  ]
}

const mixed: Build = (scene, grammar) => {
  const { chance } = scene
  const builds = [form, labelsAbove, table, note, harmless, shorthand, message]
  const pieces: Piece[] = []
  for (let index = 0; index < chance.number(2, 4); index++)
    pieces.push(...(index > 0 ? [as('\n')] : []), ...chance.pick(builds)(scene, grammar))
  return pieces
}

const builds: readonly (readonly [Build, number])[] = [
  [note, 26],
  [harmless, 17],
  [form, 12],
  [labelsAbove, 5],
  [table, 5],
  [shorthand, 9],
  [message, 4],
  [letter, 7],
  [page, 7],
  [mixed, 8],
]

export const documentOf = (scene: Scene, part: Part): Piece[] => {
  const build = weighted(scene.chance, builds)
  return build(scene, grammars[part])
}
