/**
 * Stage *strip*, after mat2: an allow-list. A fresh raster with the page's pixels and a resolution within bounds are all
 * that goes on; what is dropped is only counted by its kind. May touch nothing; must never pass an object of the
 * decoder on.
 */
import { Rejected } from '../errors.ts'
import { type Page, pageAt } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'

/** The kinds of metadata that a file can carry; anything else a decoder says is dropped without a word. */
const kinds = [
  'exif',
  'icc',
  'xmp',
  'iptc',
  'tiff-tags',
  'png-text',
  'pdf-info',
  'pdf-text',
  'jpeg-comment',
] as const

const maxSidePx = 65_535
const leastDpi = 50
const mostDpi = 1200
/** A resolution that makes the page wider than any that a clinic scans is a default that nobody set (72 dpi). */
const mostInches = 20
const usualInches = 8.5
/** ITU-T T.30's most oblong pixels are 204 × 98. Beyond this a page would grow many times over when it is squared. */
const mostOblong = 2.5
/** ITU-T T.4 §2: pels along a scan line of 215, 255 and 303 mm at 8 pels/mm, and at 16. */
const faxDpi: ReadonlyMap<number, number> = new Map([
  [1728, 204],
  [2048, 204],
  [2432, 204],
  [3456, 408],
  [4096, 408],
  [4864, 408],
])
/** Standard resolution: a page of A4 or Letter has about 1,100 lines of 98 per inch. */
const standardLinesPerInch = 98
const fineLinesPerInch = 196
const mostStandardLines = 1400

const clamp = (dpi: number): number => Math.min(mostDpi, Math.max(leastDpi, dpi))

const freshRaster = ({ widthPx, heightPx, pixels }: GrayRaster, bilevel: boolean): GrayRaster => {
  const sides = [widthPx, heightPx].every(side => Number.isInteger(side) && side >= 1 && side <= maxSidePx)
  if (!sides || pixels.length !== widthPx * heightPx) throw new Rejected('corrupt')
  const fresh = Uint8Array.from(pixels)
  if (bilevel) for (let index = 0; index < fresh.length; index++) fresh[index] = fresh[index]! < 128 ? 0 : 255
  return { widthPx, heightPx, pixels: fresh }
}

type Resolution = { readonly xDpi: number; readonly yDpi: number }

/** What the pixels say of their resolution: a fax by the length of its lines, other pages by the width of Letter. */
const guessed = ({ widthPx, heightPx }: GrayRaster, bilevel: boolean): Resolution => {
  const fax = bilevel ? faxDpi.get(widthPx) : undefined
  if (fax === undefined) {
    const dpi = clamp(Math.round(Math.min(widthPx, heightPx) / usualInches))
    return { xDpi: dpi, yDpi: dpi }
  }
  if (fax === 408) return { xDpi: 408, yDpi: 391 }
  return { xDpi: fax, yDpi: heightPx <= mostStandardLines ? standardLinesPerInch : fineLinesPerInch }
}

const boundedResolution = (page: Page<'decoded'>, raster: GrayRaster): Resolution => {
  const { xDpi, yDpi, bilevel } = page
  const told = [xDpi, yDpi].every(dpi => Number.isFinite(dpi) && dpi > 0)
  if (!told) return guessed(raster, bilevel)
  const inches = Math.min(raster.widthPx / xDpi, raster.heightPx / yDpi)
  const oblong = Math.max(xDpi, yDpi) > mostOblong * Math.min(xDpi, yDpi)
  return inches > mostInches || oblong ? guessed(raster, bilevel) : { xDpi: clamp(xDpi), yDpi: clamp(yDpi) }
}

/** @throws Rejected `corrupt` where the decoder's raster is not what it says it is */
export const strip = (page: Page<'decoded'>): Page<'stripped'> => {
  const bilevel = page.bilevel === true
  const raster = freshRaster(page.raster, bilevel)
  const dropped = kinds.filter(kind => page.untrustedMetadata.includes(kind))
  return pageAt('stripped', {
    number: page.number,
    raster,
    bilevel,
    ...boundedResolution(page, raster),
    dropped,
  })
}
