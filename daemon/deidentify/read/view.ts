/**
 * What the reader is shown of a page: the same place and size, without rules, with light print on dark ground turned over,
 * paper evened and one-bit edges smoothed. A clean gray page without any of it is shown as it is.
 */
import type { Box } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { type Ink, inkOf } from '../ink.ts'
import { darkRegions, lit } from './dark.ts'
import { withoutDust } from './dust.ts'
import { evened } from './even.ts'
import { withoutRules } from './ruleless.ts'
import { smoothed } from './smooth.ts'

export type View = {
  readonly raster: GrayRaster
  readonly ink: Ink
  /** Where dark and light were exchanged. */
  readonly dark: readonly Box[]
}

export const viewOf = (raster: GrayRaster, bilevel: boolean, dpi: number): View => {
  const ink = inkOf(raster, bilevel, dpi)
  const dark = darkRegions(raster, ink, dpi)
  const open = withoutRules(
    lit(bilevel ? raster : evened(raster, ink, dpi), ink, dark),
    ink,
    dpi,
    bilevel ? 1 : 2,
  )
  return { raster: bilevel ? smoothed(withoutDust(open, ink)) : open, ink, dark: dark.map(({ box }) => box) }
}
