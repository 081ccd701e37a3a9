/**
 * The lines of a page that hold ink in question, cut out as bands over its whole width and scaled, so that the reader is
 * started once for all of them and still sees what stands on one line.
 */
import { type Box, compose } from '../../model/geometry.ts'
import { boxOf } from '../ink.ts'
import { crop, type Resampled, scale } from '../resample.ts'
import { through } from './look.ts'
import type { Sketch } from './question.ts'

/** Above and below a mark: dots, accents, descenders. Inches. */
const marginIn = 0.06

/** Three quarters of a fax's resolution, enough to read 7 points; a fine page was halved before. */
const ratioFor = (dpi: number): number => (dpi > 160 ? 0.75 : 1)

export const lookDpi = (sketchDpi: number): number => sketchDpi * ratioFor(sketchDpi)

/** Each with the transform from the page to it. Empty where nothing may be text. */
export const bandsToRead = ({ raster, ink, dpi, toSketch }: Sketch): Resampled[] => {
  const marks = [...ink.kinds.keys()]
    .filter(i => ink.kinds[i] === 'letter' || ink.kinds[i] === 'drawing')
    .map(i => boxOf(ink.marks, i))
  const ratio = ratioFor(dpi)
  return bandsOf(marks, marginIn * dpi).map(({ top, bottom }) => {
    const band = crop(raster, { left: 0, top, right: raster.widthPx, bottom })
    const start = { ...band, transform: compose(toSketch, band.transform) }
    return ratio === 1
      ? start
      : through(start, from =>
          scale(from, atLeastOne(from.widthPx * ratio), atLeastOne(from.heightPx * ratio)),
        )
  })
}

const atLeastOne = (size: number): number => Math.max(1, Math.round(size))

/** The heights that the marks and their margins take up, joined where they meet. */
const bandsOf = (marks: readonly Box[], marginPx: number): Pick<Box, 'top' | 'bottom'>[] => {
  const bands: { top: number; bottom: number }[] = []
  for (const { top, bottom } of marks.toSorted((a, b) => a.top - b.top)) {
    const last = bands.at(-1)
    if (last && top - marginPx <= last.bottom) last.bottom = Math.max(last.bottom, bottom + marginPx)
    else bands.push({ top: top - marginPx, bottom: bottom + marginPx })
  }
  return bands
}
