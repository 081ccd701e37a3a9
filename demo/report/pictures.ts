/** Pictures for the report: small enough for one HTML file. */
import sharp, { type Sharp } from 'sharp'
import { createDecoder } from '../../drivers/decode/decoder.ts'
import { createSandbox } from '../../drivers/sandbox/sandbox.ts'

const widthPx = 850

const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`

const small = (image: Sharp): Promise<Buffer> =>
  image
    .resize({ width: widthPx, withoutEnlargement: true })
    .png({ palette: true, colours: 16, effort: 1 })
    .toBuffer()

export const outputUrl = async (png: Uint8Array): Promise<string> => dataUrl(await small(sharp(png)))

/** The pages as the sender made them: decoded, with square pixels, otherwise untouched. */
export const originalUrls = async (
  bytes: Uint8Array,
  mediaType: 'image/tiff' | 'application/pdf' | 'image/png' | 'image/jpeg',
): Promise<readonly string[]> => {
  const { confine, watchMemory } = await createSandbox()
  const limits = { bytes: 2 ** 28, pages: 100, pixelsPerPage: 120_000_000, seconds: 60, memoryBytes: 2 ** 30 }
  const decoder = createDecoder({ confine, watchMemory, nodePath: process.execPath, limits })
  const urls: string[] = []
  for await (const { raster, xDpi, yDpi } of decoder.decode(bytes, mediaType)) {
    const { widthPx: width, heightPx: height } = raster
    const square = sharp(raster.pixels, { raw: { width, height, channels: 1 } }).resize(
      width,
      Math.round((height * xDpi) / yDpi),
      { fit: 'fill' },
    )
    urls.push(dataUrl(await small(sharp(await square.png().toBuffer()))))
  }
  return urls
}
