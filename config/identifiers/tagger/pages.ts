/** Whole pages as templates: text files of `pages/`, parted by lines of `===`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance } from './chance.ts'
import { expand, type Piece, type Scene } from './expand.ts'

const folder = join(import.meta.dirname, 'pages')

/** The templates of one file. A line that begins with `#!` is a remark. */
export const pagesIn = (text: string): string[] =>
  text
    .split(/^===.*$/m)
    .map(page =>
      page
        .split('\n')
        .filter(line => !line.startsWith('#!'))
        .join('\n')
        .replace(/^\n+|\s+$/g, ''),
    )
    .filter(page => page !== '')

/** All pages, file after file. @throws where the folder is missing. */
export const readPages = (): readonly string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .flatMap(file => pagesIn(readFileSync(join(folder, file), 'utf8')))

const deepens = (line: string): number => line.split('[').length - line.split(']').length

/** The lines of a template, those that one pair of brackets holds together as one. */
const rowsOf = (template: string): string[] => {
  const rows: string[] = []
  let depth = 0
  for (const line of template.split('\n')) {
    if (depth > 0) rows[rows.length - 1] += `\n${line}`
    else rows.push(line)
    depth += deepens(line)
  }
  return rows
}

/** A part of the page, as a strip that was cut or a block that OCR read by itself; mostly all of it. */
const someRows = (chance: Chance, rows: readonly string[]): readonly string[] => {
  if (chance.is(0.5) || rows.length < 4) return rows
  const from = chance.is(0.4) ? 0 : chance.number(0, rows.length - 3)
  const part = rows.slice(from, from + chance.number(3, 20))
  return chance.is(0.25) ? part.filter(() => chance.is(0.8)) : part
}

/** Cells that stand so close that OCR sees one blank between them. */
const withGaps = (chance: Chance, text: string): string => {
  const share = chance.pick([0, 0, 0.1, 0.3, 1])
  return text.replace(/\t+| {2,}/g, () => (chance.is(share) ? ' ' : '\t'))
}

const cell = /\t| {2,}/

/** Who signed, in the same cell of each row of a table: at its end or between two others. */
const withSigned = (chance: Chance, rows: readonly string[]): readonly string[] => {
  if (!chance.is(0.15)) return rows
  const form = chance.pick(['{n.initials}', '{n.initials}', '{n.last}', '{n.first}', '{n.dots}'])
  const at = chance.number(1, 5)
  return rows.map(row => {
    const cells = row.split(cell)
    if (cells.length < 3 || row.includes('\n') || chance.is(0.3)) return row
    const who = chance.is(0.3) ? form.replace('n.', 'o.') : form
    return [...cells.slice(0, at), who, ...cells.slice(at)].join('\t')
  })
}

/** What clerks write behind a number, a name or a sentence: a firm in brackets, who did it. */
const asides = [
  ' ({emp})',
  ' ({hosp})',
  ', {emp}',
  ' - {emp}',
  ' {n.initials}',
  ' by {n.initials}',
  ' - {n.initials}',
  ' ({n.initials})',
  ' {n.last}',
  ' {md}',
  ' {md} {n.initials}',
  ' per {n.last}',
]

const withAsides = (chance: Chance, rows: readonly string[]): readonly string[] =>
  chance.is(0.75)
    ? rows
    : rows.map(row =>
        row.length > 8 && !/[:|[]$/.test(row) && chance.is(0.12) ? row + chance.pick(asides) : row,
      )

export const pageOf = (scene: Scene, template: string): Piece[] => {
  const { chance } = scene
  const rows = withAsides(chance, withSigned(chance, someRows(chance, rowsOf(template)))).join('\n')
  const named = rows.replaceAll(
    '{x.',
    () => `{${chance.pick(['p', 'p', 'd', 'r', 'n', 'o', 'q', 's', 't', 'u', 'v'])}.`,
  )
  return expand(scene, withGaps(chance, named))
}
