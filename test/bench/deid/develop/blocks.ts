/** What most clinic paper is put together from: letterheads, headings, tables, signatures, feet, barcodes, check boxes. */
import { toSVG } from 'bwip-js/node'
import { penDate } from './dates.ts'
import type { Paper } from './paper.ts'
import { signedName } from './persons.ts'
import { penPath, tickSvg } from './pictures.ts'
import { byHand, type Runs, tag, widthOf } from './runs.ts'
import type { FontName, Style } from './style.ts'

export const centred = (paper: Paper, runs: Runs, style: Style): void => {
  const width = Math.min(paper.width, widthOf(paper.fonts, runs, style))
  paper.line(paper.left + (paper.width - width) / 2, paper.y, runs, style, paper.width)
}

/** The title of the document. */
export const title = (paper: Paper, text: string): void => {
  const { chance, look } = paper
  const style: Style = { font: look.bold, sizePt: look.sizePt + chance.int(2, 5) }
  const shown = chance.likely(0.5) ? text.toUpperCase() : text
  paper.room(40)
  const form = chance.pick(['plain', 'centre', 'ruled', 'band'])
  if (form === 'centre') centred(paper, [shown], style)
  else if (form === 'band') {
    paper.sheet.fill(
      paper.left,
      paper.y - (style.sizePt ?? 12) * 1.1,
      paper.width,
      (style.sizePt ?? 12) * 1.5,
      '#000',
    )
    paper.line(paper.left + 6, paper.y, [shown], { ...style, fill: '#fff' }, paper.width - 12)
  } else {
    paper.line(paper.left, paper.y, [shown], style)
    if (form === 'ruled') paper.sheet.rule(paper.left, paper.y + 4, paper.right, paper.y + 4, 1.2)
  }
  paper.y += (style.sizePt ?? 12) * 1.7
}

/** The heading of a part. */
export const heading = (paper: Paper, text: string): void => {
  const { chance, look } = paper
  if (!paper.room(look.sizePt * 4)) return
  paper.y += look.sizePt * 0.5
  const shown = look.capitals || chance.likely(0.3) ? text.toUpperCase() : text
  paper.line(paper.left, paper.y, [shown + (chance.likely(0.4) ? ':' : '')], {
    ...paper.bold,
    sizePt: look.sizePt + 0.5,
  })
  if (chance.likely(0.2)) {
    paper.sheet.rule(paper.left, paper.y + 3, paper.right, paper.y + 3, 0.6)
    paper.y += 5
  }
  paper.y += look.sizePt * look.leading * 1.1
}

export type Column = { readonly head: string; readonly share: number }

/** A table whose rows are cells of one line each. */
export const table = (
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly Runs[])[],
  fill = true,
): void => {
  const { chance, look } = paper
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const lefts = columns.map((_, i) =>
    columns.slice(0, i).reduce((x, { share }) => x + (share / total) * paper.width, paper.left),
  )
  const widths = columns.map(({ share }) => (share / total) * paper.width)
  const height = look.sizePt * (1.5 + chance.random() * 0.4)
  const [ruled, banded, dark] = [chance.likely(0.5), chance.likely(0.3), fill && chance.likely(0.4)]
  const cells = (runs: readonly Runs[], style: Style): void => {
    const top = paper.y - look.sizePt * 1.1
    for (const [i, run] of runs.entries()) {
      const [x = paper.left, width = 60] = [lefts[i], widths[i]]
      if (ruled) paper.sheet.box(x, top, width, height, 0.5)
      paper.line(x + 3, paper.y, run, style, width - 6)
    }
    if (!ruled) paper.sheet.rule(paper.left, top + height, paper.right, top + height, 0.3)
    paper.y += height
  }
  const head = (): void => {
    if (dark) paper.sheet.fill(paper.left, paper.y - look.sizePt * 1.1, paper.width, height, '#1a1a1a')
    cells(
      columns.map(column => [column.head]),
      dark ? { ...paper.bold, fill: '#fff' } : paper.bold,
    )
  }
  if (!paper.room(height * 3)) return
  if (columns.some(column => column.head !== '')) head()
  for (const [i, row] of rows.entries()) {
    const before = paper.sheet
    if (!paper.room(height)) break
    if (paper.sheet !== before) head()
    if (banded && i % 2 === 1)
      paper.sheet.fill(paper.left, paper.y - look.sizePt * 1.1, paper.width, height, '#e8e8e8')
    cells(row, paper.body)
  }
  paper.y += look.sizePt * 0.8
}

/** The doctor's signature above the typed name. */
export const signedBlock = (paper: Paper, under: readonly Runs[] = [], electronic = 0.25): void => {
  const { chance, look, story } = paper
  const height = 40 + look.sizePt * 1.4 * (under.length + 2)
  if (!paper.room(height)) return
  paper.gap(1)
  if (chance.likely(electronic)) {
    paper.para(
      story.say(
        chance.pick([
          'Electronically signed by {dr} on {date} at {time}',
          'Authenticated by {drfield} {date} {time}',
          '/s/ {dr}  Signed: {date} {time}',
        ]),
      ),
    )
  } else {
    const x = paper.left + (chance.likely(0.2) ? paper.width / 2 : 0)
    paper.line(
      x,
      paper.y,
      [chance.pick(['Sincerely,', 'Respectfully,', 'Very truly yours,', 'Warm regards,', 'Yours truly,'])],
      paper.body,
    )
    paper.y += 36
    paper.sheet.signature(x + 6, paper.y - 6, penPath(chance, chance.int(80, 150)))
    paper.y += look.sizePt * 0.9
    for (const runs of [signedName(chance, story.cast.doctors[0]), ...under]) {
      paper.line(x, paper.y, runs, paper.body)
      paper.y += look.sizePt * look.leading
    }
  }
  paper.gap(0.6)
}

/** Ruled lines to sign on, with small words beneath. */
export const signatureLine = (paper: Paper, caption: string, who: 'NAME' | null, printed?: Runs): void => {
  const { chance, story } = paper
  if (!paper.room(52)) return
  paper.y += 26
  const split = paper.left + paper.width * 0.6
  if (who) {
    paper.sheet.signature(paper.left + 12, paper.y - 5, penPath(chance, chance.int(90, 160)), who)
    paper.line(split + 22, paper.y - 4, [tag('DATE', penDate(chance, story.cast.today))], pen(paper, 15))
  }
  paper.sheet.rule(paper.left, paper.y, split, paper.y)
  paper.sheet.rule(split + 16, paper.y, paper.right, paper.y)
  const small = { font: paper.look.body, sizePt: Math.max(6.5, paper.look.sizePt * 0.75) }
  paper.line(
    paper.left,
    paper.y + 10,
    [caption, ...(printed ? ['  (', ...printed, ')'] : [])],
    small,
    paper.width * 0.58,
  )
  paper.line(split + 16, paper.y + 10, [chance.pick(['Date', 'Date signed', 'Date / Time'])], small)
  paper.y += 24
}

const hands: readonly FontName[] = ['handwriting', 'homemade-apple']

/** Handwriting; Homemade Apple runs wide. */
export const pen = (paper: Paper, sizePt: number, font = paper.chance.pick(hands)): Style => ({
  font,
  sizePt: font === 'homemade-apple' ? sizePt * 0.8 : sizePt,
})

export const writeByHand = (
  paper: Paper,
  x: number,
  y: number,
  runs: Runs,
  style: Style,
  widthPt: number,
): void => {
  paper.line(x, y, byHand(runs), style, widthPt)
}

/** A barcode with its payload's class; gives its width. */
export const barcode = (
  paper: Paper,
  at: { readonly x: number; readonly y: number; readonly widthPt: number },
  bcid: string,
  truth: { readonly class: string; readonly payload: string },
  heightMm = 8,
): number => {
  const square = bcid === 'qrcode' || bcid === 'datamatrix' || bcid === 'pdf417'
  const svg = toSVG({ bcid, text: truth.payload, scale: 1, ...(square ? {} : { height: heightMm }) })
  const [, width = '100', height = '40'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const body = svg.replace(/^<svg[^>]*>/, '<g>').replace(/<\/svg>\s*$/, '</g>')
  const scale = Math.min(square ? 2 : 1.1, at.widthPt / Number(width))
  const size = { widthPt: Number(width), heightPt: Number(height), scale }
  paper.sheet.mark(at.x, at.y, body, { kind: 'barcode', ...truth }, size)
  return Number(width) * scale
}

/** A small box with or without a pen's tick, and its words. */
export const checkBox = (
  paper: Paper,
  x: number,
  y: number,
  words: Runs,
  ticked: boolean,
  widthPt: number,
): number => {
  const size = paper.look.sizePt * 0.85
  paper.sheet.box(x, y - size * 0.9, size, size, 0.8)
  if (ticked) paper.sheet.picture(x, y - size * 0.9, tickSvg(paper.chance, size))
  return paper.line(x + size + 4, y, words, paper.body, widthPt - size - 4)
}

/** One letter to a box. */
export const comb = (
  paper: Paper,
  x: number,
  y: number,
  text: string,
  label: string,
  cells: number,
  style: Style,
): void => {
  const [width, height] = [14, 18]
  const letters = [...text].slice(0, cells)
  for (let i = 0; i < cells; i++) {
    paper.sheet.box(x + i * width, y - 14, width, height, 0.7)
    const letter = letters[i]
    if (!letter || letter === ' ') continue
    const letterWidth = widthOf(paper.fonts, [letter], style)
    paper.sheet.text(x + i * width + (width - letterWidth) / 2, y, byHand([tag(label, letter)]), style)
  }
}

/** Foot lines on each page: page numbers always, identifiers often. */
export const foot = (paper: Paper, templates: readonly string[], sizePt = 7.5): void => {
  const { chance, story } = paper
  const style: Style = { font: paper.look.body, sizePt }
  const template = chance.pick(templates)
  const paged = chance.pick(['Page # of $', 'Page # of $', '#/$', 'Page #', '- # -'])
  paper.onEach((sheet, page, pages) => {
    paper.sheet = sheet
    const y = paper.heightPt - 32
    if (chance.likely(0.5)) sheet.rule(paper.left, y - sizePt * 1.4, paper.right, y - sizePt * 1.4, 0.5)
    paper.line(paper.left, y, story.say(template), style, paper.width - 64)
    const shown = paged.replace('#', String(page)).replace('$', String(pages))
    paper.line(paper.right - widthOf(paper.fonts, [shown], style), y, [shown], style)
  })
}

export const usualFeet = [
  '{ptfield}  MRN {mrn}',
  'Patient: {ptfield}   DOB: {dob}',
  'Confidential: contains protected health information. If received in error call {office}.',
  '{clinic}  Printed {date} by {nurse}',
  'MRN: {mrn}   Acct: {account}   {date}',
]
