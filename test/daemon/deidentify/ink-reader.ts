/** A real reader for the tests that need one: the system's Tesseract where it is, tesseract.js otherwise. */
import { openReader } from '../../../drivers/ocr/choose.ts'
import { confine } from '../../drivers/ocr/confine.ts'

export const openTestReader = () =>
  openReader({ engine: 'auto', workers: 1, confine, pageTimeoutMs: 120_000 })

/** Counts what is asked of a reader. */
export const counting = <R extends { read: (...args: never[]) => Promise<unknown> }>(reader: R) => {
  const counts = { reads: 0, pixels: 0 }
  const read = ((raster: { widthPx: number; heightPx: number }, ...rest: never[]) => {
    counts.reads++
    counts.pixels += raster.widthPx * raster.heightPx
    return reader.read(raster as never, ...rest)
  }) as R['read']
  return { reader: { ...reader, read }, counts }
}
