import { centred } from './blocks.ts'
import type { Paper } from './paper.ts'
import { signedName } from './persons.ts'
import { logoSvg } from './pictures.ts'
import { type Runs, tag } from './runs.ts'
import { addressLines } from './story.ts'
import type { Style } from './style.ts'

const bullets = [' | ', ' ', ' - ', ' • ', '  /  ']

export type House = { readonly name: string; readonly place: 'office' | 'other' }

const contactRuns = (paper: Paper, place: House['place']): Runs => {
  const { say } = paper.story
  const [phone, fax] = place === 'office' ? ['office', 'officefax'] : ['other', 'otherfax']
  const gap = paper.chance.pick(bullets)
  return say(
    paper.chance.pick([
      `Tel {${phone}}${gap}Fax {${fax}}`,
      `Phone: {${phone}}${gap}Fax: {${fax}}${gap}{url}`,
      `T {${phone}}${gap}F {${fax}}`,
      `Telephone {${phone}}  Facsimile {${fax}}`,
      `Ph. {${phone}}${gap}Fax {${fax}}${gap}{officemail}`,
    ]),
  )
}

/** The head of the house's paper, in one of four forms; leaves `y` below it. */
export const letterhead = (paper: Paper, house: House): void => {
  const { chance, look, cast } = { ...paper, cast: paper.story.cast }
  const [street, town] = addressLines(chance, cast[house.place])
  const title: Style = { font: look.bold, sizePt: chance.int(13, 20) }
  const small: Style = { font: look.body, sizePt: Math.max(7, look.sizePt - 1.5) }
  const step = (small.sizePt ?? 8) * 1.35
  const name: Runs = [tag('LOCATION', chance.likely(0.25) ? house.name.toUpperCase() : house.name)]
  const contact = contactRuns(paper, house.place)
  const logo = (x: number): void => {
    const scale = 0.9 + chance.random() * 0.4
    const truth = { kind: 'logo', class: 'LOCATION', payload: null } as const
    paper.sheet.mark(x, paper.y - 18, logoSvg(chance), truth, { widthPt: 36, heightPt: 36, scale })
  }
  const form = chance.pick(['centre', 'left', 'split', 'band'])
  if (form === 'band') {
    paper.sheet.fill(
      paper.left - 8,
      paper.y - 20,
      paper.width + 16,
      32,
      chance.pick(['#000', '#222', '#333']),
    )
    paper.line(paper.left, paper.y + 2, name, { ...title, fill: '#fff' }, paper.width)
    paper.y += 14 + step
    paper.line(paper.left, paper.y, [...street, ', ', ...town], small)
    paper.y += step
    paper.line(paper.left, paper.y, contact, small)
  } else if (form === 'split') {
    const half = paper.left + paper.width * 0.58
    paper.line(paper.left, paper.y, name, title, paper.width * 0.55)
    for (const [i, runs] of [street, town].entries()) paper.line(half, paper.y - 6 + i * step, runs, small)
    paper.y += 2 * step
    paper.line(paper.left, paper.y, contact, small)
    paper.sheet.rule(paper.left, paper.y + 5, paper.right, paper.y + 5, 1.2)
  } else {
    const indent = form === 'left' && chance.likely(0.75) ? 54 : 0
    if (indent > 0) logo(paper.left)
    const put = (runs: Runs, style: Style): void => {
      if (form === 'centre') centred(paper, runs, style)
      else paper.line(paper.left + indent, paper.y, runs, style)
      paper.y += (style.sizePt ?? 10) * 1.25
    }
    put(name, title)
    paper.y -= 4
    if (chance.likely(0.4)) put(signedDoctors(paper), small)
    put([...street, chance.pick([', ', '  ', ' • ']), ...town], small)
    put(contact, small)
    if (chance.likely(0.6))
      paper.sheet.rule(paper.left, paper.y - step * 0.5, paper.right, paper.y - step * 0.5, 1)
  }
  paper.y += look.sizePt * 2.2
}

const signedDoctors = (paper: Paper): Runs => {
  const { chance } = paper
  const [a, b] = paper.story.cast.doctors
  return [...signedName(chance, a), ` ${chance.pick(['•', '|', '-', '&'])} `, ...signedName(chance, b)]
}
