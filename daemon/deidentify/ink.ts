/**
 * The ink of an upright, straight page, taken apart: rules, components of the rest with what their geometry says they
 * may be, pictures, what looks like a barcode. Pixels only; it knows nothing of text and decides nothing.
 */
import type { Box } from '../model/geometry.ts'
import type { GrayRaster } from '../model/raster.ts'
import { barcodeLike } from './ink/bars.ts'
import { type Binarised, type Bitmap, binarise } from './ink/binarise.ts'
import { boxOf, type Components, componentsOf } from './ink/components.ts'
import { type InkKind, kindsOf } from './ink/kinds.ts'
import { denseRegions, pictureDensity, symbolDensity } from './ink/photo.ts'
import { splitRules } from './ink/rules.ts'

export type { Bitmap } from './ink/binarise.ts'
export { cellsToPage, clustersOf } from './ink/clusters.ts'
export { boxOf, type Components, eachRun, inkWithin } from './ink/components.ts'
export { bandsOf, type InkKind } from './ink/kinds.ts'

export type Ink = {
  readonly bitmap: Bitmap
  readonly paperAt: Binarised['paperAt']
  /** Everything but rules, with the kind of each component. */
  readonly marks: Components
  readonly kinds: readonly InkKind[]
  /** Rules that run across and rules that run down, apart. */
  readonly rules: readonly [Components, Components]
}

export const inkOf = (raster: GrayRaster, bilevel: boolean, dpi: number): Ink => {
  const { bitmap, paperAt } = binarise(raster, bilevel, dpi)
  const { glyphs, across, down } = splitRules(bitmap, dpi)
  const marks = componentsOf(glyphs)
  const rules = [componentsOf(across), componentsOf(down)] as const
  return { bitmap, paperAt, marks, kinds: kindsOf(marks, bitmap, [across, down], dpi), rules }
}

/** Dense regions of at least half an inch: photographs, halftones, two-dimensional codes, solid areas. */
export const picturesOf = ({ bitmap }: Ink, dpi: number): Box[] => denseRegions(bitmap, dpi, pictureDensity)

/** Regions dense enough to hold a barcode of any kind; outside of them there is none. */
export const symbolsOf = ({ bitmap }: Ink, dpi: number): Box[] => denseRegions(bitmap, dpi, symbolDensity)

/** Regions of parallel bars that no finder may have decoded. */
export const barcodeLikeOf = ({ marks, rules }: Ink, dpi: number): Box[] =>
  barcodeLike([marks, ...rules].flatMap(boxesOf), dpi)

/**
 * Whether a region holds as much ink as a symbol does. Finders that report what they cannot decode take a table for a
 * data matrix now and then; half of a symbol is dark, and a twentieth of a table.
 */
export const isDense = (
  { bitmap: { widthPx, heightPx, bits } }: Ink,
  { left, top, right, bottom }: Box,
): boolean => {
  const [from, to] = [Math.max(0, Math.floor(left)), Math.min(widthPx, Math.ceil(right))]
  let [inked, all] = [0, 0]
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(heightPx, Math.ceil(bottom)); y++) {
    for (let at = y * widthPx + from; at < y * widthPx + to; at++, all++) inked += bits[at] as number
  }
  return inked > 0.2 * all
}

const boxesOf = (components: Components): Box[] =>
  Array.from({ length: components.count }, (_, i) => boxOf(components, i))
