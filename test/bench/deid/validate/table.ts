/** Tables whose cells wrap and whose head stands again on the next page. */
import { pick } from '../../../../demo/paper/random.ts'
import type { Desk } from './desk.ts'
import type { Setting } from './ink.ts'
import type { Runs } from './slots.ts'

export type Lines = 'all' | 'rows' | 'none' | 'outer'
export type TableForm = {
  readonly lines?: Lines
  readonly head?: 'dark' | 'gray' | 'plain'
  readonly zebra?: boolean
  readonly sizePt?: number
}

export const tableForm = (desk: Desk): TableForm => ({
  lines: pick(desk.random, ['all', 'all', 'rows', 'none', 'outer'] as const),
  head: pick(desk.random, ['dark', 'gray', 'plain', 'plain'] as const),
  zebra: desk.random() < 0.3,
  sizePt: desk.look.sizePt * (0.86 + desk.random() * 0.1),
})

export type Cell = string | Runs

/** @param shares widths of the columns, in any unit. */
export const drawTable = (
  desk: Desk,
  shares: readonly number[],
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  form: TableForm = tableForm(desk),
): void => {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const all = desk.right - desk.left
  const widths = shares.map(share => (share / total) * all)
  const sizePt = Math.max(7, form.sizePt ?? desk.look.sizePt)
  const plain = { sizePt }
  const line = sizePt * desk.look.leading
  const tallOf = (cells: readonly Cell[], style: Partial<Setting>) =>
    Math.max(1, ...cells.map((cell, i) => desk.lines(cell, (widths[i] ?? 40) - 7, style))) * line + 3

  const row = (cells: readonly Cell[], style: Partial<Setting>, ground: string | null) => {
    const tall = tallOf(cells, style)
    const top = desk.y - sizePt * 1.02
    if (ground !== null) desk.sheet.fill(desk.left, top, all, tall, ground)
    if (form.lines === 'rows') desk.sheet.rule(desk.left, top + tall, desk.right, top + tall, 0.5)
    if (form.lines === 'outer') {
      desk.sheet.rule(desk.left, top, desk.left, top + tall, 0.7)
      desk.sheet.rule(desk.right, top, desk.right, top + tall, 0.7)
    }
    let x = desk.left
    cells.forEach((cell, i) => {
      const wide = widths[i] ?? 40
      if (form.lines === 'all') desk.sheet.box(x, top, wide, tall, 0.5)
      desk.wrap(x + 3.5, desk.y, wide - 7, cell, style)
      x += wide
    })
    desk.y += tall
  }

  const headRow = () => {
    const ground = { dark: '#1a1a1a', gray: '#d9d9d9', plain: null }[form.head ?? 'plain']
    row(head, { font: desk.look.bold, sizePt, ...(form.head === 'dark' ? { fill: '#fff' } : {}) }, ground)
    if (form.lines !== 'all')
      desk.sheet.rule(desk.left, desk.y - sizePt * 1.02, desk.right, desk.y - sizePt * 1.02, 0.8)
  }

  if (!desk.room(line * 3)) return
  if (head.length > 0) headRow()
  rows.forEach((cells, i) => {
    const before = desk.sheet
    if (!desk.room(tallOf(cells, plain))) return
    if (desk.sheet !== before && head.length > 0) headRow()
    row(cells, plain, form.zebra && i % 2 === 1 ? '#ececec' : null)
  })
  desk.sheet.rule(desk.left, desk.y - sizePt * 1.02, desk.right, desk.y - sizePt * 1.02, 0.7)
  desk.y += desk.look.sizePt
}
