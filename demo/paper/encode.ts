/** Pages to the files that scanners and fax servers write: multi-page TIFF (libtiff, in libvips), PDF, PNG, JPEG. */
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Gray } from './render.ts'

const pixelsPerMm = (dpi: number): number => dpi / 25.4

export type TiffCompression = 'ccittfax4' | 'lzw' | 'deflate' | 'jpeg'

/** All pages must be of one size. One-bit for `ccittfax4`. */
export const encodeTiff = (
  pages: readonly Gray[],
  compression: TiffCompression,
  { xDpi, yDpi }: { readonly xDpi: number; readonly yDpi: number },
): Promise<Buffer> => {
  const [first] = pages
  if (!first) throw new RangeError('no pages')
  const { widthPx: width, heightPx: pageHeight } = first
  const tall = Buffer.concat(pages.map(page => page.pixels))
  const image = sharp(tall, {
    raw: { width, height: pageHeight * pages.length, channels: 1, pageHeight },
  })
  const resolution = { xres: pixelsPerMm(xDpi), yres: pixelsPerMm(yDpi) }
  const depth = compression === 'ccittfax4' ? ({ bitdepth: 1 } as const) : {}
  return image
    .toColourspace('b-w')
    .tiff({ compression, ...resolution, ...depth })
    .toBuffer()
}

const raw = (gray: Gray) =>
  sharp(gray.pixels, { raw: { width: gray.widthPx, height: gray.heightPx, channels: 1 } })

export const encodeJpeg = (gray: Gray, dpi: number, quality = 85): Promise<Buffer> =>
  raw(gray).withMetadata({ density: dpi }).jpeg({ quality }).toBuffer()

export const encodePng = (gray: Gray, dpi: number): Promise<Buffer> =>
  raw(gray).withMetadata({ density: dpi }).png().toBuffer()

/** A scan-to-PDF, as copiers make: one JPEG per page and an Info dictionary that says too much. */
export const encodeScanPdf = async (
  pages: readonly Gray[],
  dpi: number,
  info: { readonly title: string; readonly author: string },
): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  pdf.setTitle(info.title)
  pdf.setAuthor(info.author)
  for (const page of pages) {
    const image = await pdf.embedJpg(await encodeJpeg(page, dpi))
    const [width, height] = [(page.widthPx * 72) / dpi, (page.heightPx * 72) / dpi]
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
  }
  return pdf.save()
}

/** A letter printed to PDF: real text in a standard font, one string a line. */
export const encodeTextPdf = async (lines: readonly string[]): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([612, 792])
  lines.forEach((line, i) => {
    page.drawText(line, { x: 72, y: 720 - i * 16, size: 11, font })
  })
  return pdf.save()
}
