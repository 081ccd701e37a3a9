/**
 * A page as an uncompressed TIFF 6.0 file in memory: the cheapest form that Leptonica reads together with its
 * resolution, and no codec between the page and the engine. Pure.
 */
import type { Raster } from './reader.ts'

/**
 * The pixels start here, far behind the directory: tesseract.js takes the bytes `01 12 00 03 00 00 00 01 00 0n`
 * anywhere in a file's first 500 for an orientation tag and turns the page by it, and pixels could spell them.
 */
export const pixelsAt = 512

const short = 3
const long = 4
const rational = 5

/** Everything before the pixels: header, one image file directory in ascending order of tags, two rationals. */
export const tiffHeader = ({ widthPx, heightPx }: Omit<Raster, 'pixels'>, dpi: number): Uint8Array => {
  const rationalsAt = 256
  const fields: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, long, widthPx], // ImageWidth
    [257, long, heightPx], // ImageLength
    [258, short, 8], // BitsPerSample
    [259, short, 1], // Compression: none
    [262, short, 1], // PhotometricInterpretation: BlackIsZero
    [273, long, pixelsAt], // StripOffsets
    [277, short, 1], // SamplesPerPixel
    [278, long, heightPx], // RowsPerStrip
    [279, long, widthPx * heightPx], // StripByteCounts
    [282, rational, rationalsAt], // XResolution
    [283, rational, rationalsAt], // YResolution
    [296, short, 2], // ResolutionUnit: inch
  ]
  const bytes = new Uint8Array(pixelsAt)
  const view = new DataView(bytes.buffer)
  bytes.set([0x49, 0x49, 42, 0, 8])
  view.setUint16(8, fields.length, true)
  fields.forEach(([tag, type, value], index) => {
    const at = 10 + index * 12
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, type, true)
    view.setUint32(at + 4, 1, true)
    view.setUint32(at + 8, value, true)
  })
  view.setUint32(rationalsAt, Math.max(1, Math.round(dpi)), true)
  view.setUint32(rationalsAt + 4, 1, true)
  return bytes
}

/** The whole file. It owns its buffer, so that it can be handed to a thread. */
export const tiffOf = (raster: Raster, dpi: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(pixelsAt + raster.pixels.length)
  bytes.set(tiffHeader(raster, dpi))
  bytes.set(raster.pixels, pixelsAt)
  return bytes
}
