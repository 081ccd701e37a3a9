/** Components gathered into clusters of neighbours on a coarse grid of cells. */
import type { Box } from '../../model/geometry.ts'
import { type Components, componentsOf, eachRun } from './components.ts'

type Size = { readonly widthPx: number; readonly heightPx: number }

/** Cells with ink of the chosen components, widened by one to each side, joined where they touch. In cells. */
export const clustersOf = (
  components: Components,
  chosen: readonly number[],
  { widthPx, heightPx }: Size,
  cellPx: number,
): Components => {
  const [columns, rows] = [Math.ceil(widthPx / cellPx), Math.ceil(heightPx / cellPx)]
  const bits = new Uint8Array(columns * rows)
  for (const i of chosen) {
    eachRun(components, i, (y, start, end) => {
      const row = Math.floor(y / cellPx) * columns
      const first = Math.max(0, Math.floor(start / cellPx) - 1)
      const last = Math.min(columns - 1, Math.floor((end - 1) / cellPx) + 1)
      bits.fill(1, row + first, row + last + 1)
    })
  }
  return componentsOf({ widthPx: columns, heightPx: rows, bits })
}

/** A box of cells in pixels, within the page. */
export const cellsToPage = ({ left, top, right, bottom }: Box, cellPx: number, page: Size): Box => ({
  left: left * cellPx,
  top: top * cellPx,
  right: Math.min(page.widthPx, right * cellPx),
  bottom: Math.min(page.heightPx, bottom * cellPx),
})
