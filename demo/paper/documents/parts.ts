/** Pieces that most clinic paper shares. */
import type { Run, Sheet, Style } from '../page.ts'
import type { Person } from '../person.ts'

export const name = (p: Person): Run => ({ NAME: `${p.given} ${p.family}` })

export const letterhead = (sheet: Sheet, p: Person, y = 60): void => {
  sheet.text(54, y, { LOCATION: p.facility }, { font: 'serif-bold', sizePt: 18 })
  sheet.text(
    54,
    y + 18,
    [
      { LOCATION: `400 Fulton Avenue, ${p.city}, ${p.state} ${p.zip}` },
      '  Phone ',
      { PHONE: p.phone },
      '  Fax ',
      { FAX: p.fax },
    ],
    { sizePt: 9 },
  )
  sheet.rule(54, y + 26, 558, y + 26, 1.4)
}

/** The line a fax machine prints at the top of each page (T.30 leaves its form open): sender, number, date, page. */
export const faxHeader = (sheet: Sheet, p: Person, page: number, pages: number): void => {
  sheet.text(
    40,
    16,
    [
      { DATE: p.admitted },
      ' 09:14 ',
      { LOCATION: p.facility.toUpperCase() },
      ' ',
      { FAX: p.fax },
      `  P. ${page}/${pages}`,
    ],
    { font: 'mono', sizePt: 8.5 },
  )
}

/** `Label:` and its value, in two columns. @returns the y below the last row. */
export const rows = (
  sheet: Sheet,
  x: number,
  y: number,
  entries: readonly (readonly [string, Run | readonly Run[]])[],
  { gapPt = 90, linePt = 15, ...style }: Style & { gapPt?: number; linePt?: number } = {},
): number => {
  entries.forEach(([label, value], i) => {
    sheet.text(x, y + i * linePt, `${label}:`, { ...style, font: 'sans-bold' })
    sheet.text(x + gapPt, y + i * linePt, value, style)
  })
  return y + entries.length * linePt
}

/** A table with ruled cells. @returns the y below it. */
export const table = (
  sheet: Sheet,
  x: number,
  y: number,
  columnsPt: readonly number[],
  cells: readonly (readonly Run[])[],
  rowPt = 17,
): number => {
  const width = columnsPt.reduce((sum, column) => sum + column, 0)
  cells.forEach((row, r) => {
    let left = x
    row.forEach((cell, c) => {
      sheet.text(left + 4, y + r * rowPt + 12, cell, { sizePt: 9, font: r === 0 ? 'sans-bold' : 'sans' })
      left += columnsPt[c] ?? 0
    })
    sheet.rule(x, y + r * rowPt, x + width, y + r * rowPt)
  })
  const bottom = y + cells.length * rowPt
  let left = x
  for (const column of [0, ...columnsPt]) {
    left += column
    sheet.rule(left, y, left, bottom)
  }
  sheet.rule(x, bottom, x + width, bottom)
  return bottom
}
