/**
 * Tables in plain text: a row of labels and the rows of values beneath it. Each value is read as if its label stood before
 * it. Cells are parted by a tab, a bar or two blanks; a row with as many cells as the labels is read in order, another by
 * the columns in which its letters stand. Pure.
 */
import type { Finding } from '../../model/identifier.ts'
import { type LabelHit, labelHits } from './labels.ts'
import { lineEnd, type Rule, type Scan, scanOf } from './scan.ts'
import { labelRule } from './values.ts'

type Cell = { readonly start: number; readonly end: number; readonly text: string }
type Column = Cell & { readonly label: string | null }

/** No table is followed further than this. */
const maxRows = 40
const maxCells = 400

const cellsOf = (scan: Scan, from: number, to: number): readonly Cell[] => {
  const cells: Cell[] = []
  for (const match of scan.text.slice(from, to).matchAll(/[^\s|]+(?: [^\s|]+)*/g))
    cells.push({ start: from + match.index, end: from + match.index + match[0].length, text: match[0] })
  return cells
}

/** Dates of a column are found without its label; birth dates may be written as nothing else is. */
const isTabular = ({ label: { weak, shape, rule } }: LabelHit): boolean =>
  !weak && !/^(?:none|age|file)$/.test(shape) && (shape !== 'date' || rule === 'date-birth')

/** The cell is a label and nothing else; a number before it is that of a box on a form. */
const labelOf = (cell: Cell, hits: readonly LabelHit[]): string | null => {
  const lead = /^(?:\d{1,2}[a-z]?[.)] ?)?/.exec(cell.text)?.[0].length ?? 0
  const hit = hits.find(
    one => one.start === cell.start + lead && one.labelEnd >= cell.end - 2 && isTabular(one),
  )
  return hit === undefined ? null : cell.text.slice(lead).replace(/[\s:;?.]+$/, '')
}

const columnsOf = (cells: readonly Cell[], hits: readonly LabelHit[]): readonly Column[] | null => {
  if (cells.length < 2 || cells.some(({ text }) => /\d{3}/.test(text))) return null
  const columns = cells.map(cell => ({ ...cell, label: labelOf(cell, hits) }))
  return columns.some(({ label }) => label !== null) ? columns : null
}

const overlap = (one: Cell, two: Cell, shift: number): number =>
  Math.min(one.end, two.end + shift) - Math.max(one.start, two.start + shift)

/** The column in which a cell stands. @param shift from the row's offsets to those of the labels. */
const columnOf = (
  cell: Cell,
  at: number,
  row: readonly Cell[],
  columns: readonly Column[],
  shift: number,
): Column | undefined => {
  if (row.length === columns.length) return columns[at]
  const best = columns.toSorted((one, two) => overlap(two, cell, shift) - overlap(one, cell, shift))[0]
  return best !== undefined && overlap(best, cell, shift) > 0 ? best : undefined
}

const read = (scan: Scan, label: string, cell: Cell): Finding[] => {
  const head = `${label}: `
  const shift = cell.start - head.length
  return [...labelRule(scanOf(`${head}${cell.text}\n`, scan.gazetteer))]
    .filter(({ start, end }) => start >= head.length && end + shift <= cell.end)
    .map(finding => ({ ...finding, start: finding.start + shift, end: finding.end + shift }))
}

const tableUnder = (
  scan: Scan,
  from: number,
  to: number,
  columns: readonly Column[],
  hits: readonly LabelHit[],
) => {
  const findings: Finding[] = []
  let start = to + 1
  for (let row = 0, count = 0; row < maxRows && count < maxCells && start < scan.text.length; row++) {
    const end = lineEnd(scan.text, start)
    const cells = cellsOf(scan, start, end)
    if (cells.length === 0 || (row > 0 && columnsOf(cells, hits) !== null)) break
    const isAligned = cells.length === columns.length || !scan.text.slice(start, end).includes('\t')
    for (const [at, cell] of isAligned ? cells.entries() : []) {
      const column = columnOf(cell, at, cells, columns, from - start)
      if (column === undefined || column.label === null) continue
      findings.push(...read(scan, column.label, cell))
      count++
    }
    start = end + 1
  }
  return findings
}

export const columnRule: Rule = scan => {
  const hits = labelHits(scan)
  if (hits.length === 0) return []
  const findings: Finding[] = []
  for (let from = 0; from < scan.text.length; ) {
    const to = lineEnd(scan.text, from)
    if (hits.some(({ start }) => start >= from && start < to)) {
      const columns = columnsOf(cellsOf(scan, from, to), hits)
      if (columns !== null) findings.push(...tableUnder(scan, from, to, columns, hits))
    }
    from = Math.max(to, from) + 1
  }
  return findings
}
