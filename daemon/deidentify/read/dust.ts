/**
 * One-bit pages without their smallest specks, for the reader: line noise among the letters, where there is much of it. On the page itself these specks stay, since they may be all that is left of a mark.
 */
import type { GrayRaster } from '../../model/raster.ts'
import { eachRun, type Ink } from '../ink.ts'

/** One dot of a fax at standard resolution, on square pixels. Pixels. */
const mostPixels = 2

/** With fewer specks than this for each mark they are as likely what is left of small print. */
const noisyShare = 0.5

/** @returns the same raster where the page is not noisy. */
export const withoutDust = (raster: GrayRaster, { marks }: Ink): GrayRaster => {
  const dust = [...Array(marks.count).keys()].filter(i => (marks.area[i] as number) <= mostPixels)
  if (dust.length < noisyShare * (marks.count - dust.length)) return raster
  const shown = { ...raster, pixels: new Uint8Array(raster.pixels) }
  for (const i of dust) {
    eachRun(marks, i, (y, start, end) => {
      shown.pixels.fill(255, y * raster.widthPx + start, y * raster.widthPx + end)
    })
  }
  return shown
}
