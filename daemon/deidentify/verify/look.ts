/** One reading of a part of a masked page, made in some other way, with every word brought back to its place on the page. */
import {
  type Affine,
  applyTo,
  type Box,
  boundsOf,
  compose,
  invert,
  type Quad,
  quadOf,
} from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import type { Resampled } from '../resample.ts'

/** What the gate needs of a reader. */
export type Reader = {
  read(
    raster: GrayRaster,
    options: { readonly dpi: number; readonly layout: 'page' | 'sparse' },
  ): Promise<
    readonly {
      readonly text: string
      readonly box: Box
      readonly confidence: number
      readonly block: number
      readonly line: number
    }[]
  >
}

export type SeenWord = {
  readonly text: string
  readonly confidence: number
  /** On the page. */
  readonly quad: Quad
  readonly box: Box
  /** Words of one line share it. */
  readonly line: string
}

export type Look = readonly SeenWord[]

/** @param toRaster maps the page to the raster that is read. */
export const lookAt = async (
  raster: GrayRaster,
  toRaster: Affine,
  dpi: number,
  reader: Reader,
): Promise<Look> => {
  const back = invert(toRaster)
  const words = await reader.read(raster, { dpi, layout: 'sparse' })
  return words.map(({ text, confidence, box, block, line }) => {
    const quad = mapped(back, quadOf(box))
    return { text, confidence, quad, box: boundsOf(quad), line: `${block}/${line}` }
  })
}

/** Applies one step after another, keeping the transform of them all. */
export const through = (start: Resampled, ...steps: ((raster: GrayRaster) => Resampled)[]): Resampled =>
  steps.reduce((before, step) => {
    const after = step(before.raster)
    return { raster: after.raster, transform: compose(before.transform, after.transform) }
  }, start)

export const mapped = (transform: Affine, [a, b, c, d]: Quad): Quad => [
  applyTo(transform, a),
  applyTo(transform, b),
  applyTo(transform, c),
  applyTo(transform, d),
]
