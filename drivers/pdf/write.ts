/**
 * Writes an image-only PDF: per page one gray image that fills it, and nothing else. No Info, no XMP, no dates, no
 * fonts, no identifier; the same pages give the same bytes. ISO 32000-1.
 */
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { PDFContext, PDFRawStream, type PDFRef, PDFWriter } from '@cantoo/pdf-lib'

type GrayRaster = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array }

export type PdfPage = { readonly raster: GrayRaster; readonly bilevel: boolean; readonly dpi: number }

const UP = 2
const PNG_PREDICTOR = 15
const pointsPerInch = 72
const objectsPerTick = 50

const oneBitRows = ({ widthPx, heightPx, pixels }: GrayRaster): Uint8Array => {
  const stride = Math.ceil(widthPx / 8)
  const rows = new Uint8Array(stride * heightPx)
  for (let y = 0, from = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, from++) {
      if (pixels[from]! >= 128) rows[y * stride + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return rows
}

/** Each row as its difference from the row above, led by PNG's filter type. */
const grayRows = ({ widthPx, heightPx, pixels }: GrayRaster): Uint8Array => {
  const rows = new Uint8Array((widthPx + 1) * heightPx)
  for (let y = 0, from = 0, to = 0; y < heightPx; y++) {
    rows[to++] = UP
    for (let x = 0; x < widthPx; x++, from++)
      rows[to++] = pixels[from]! - (y === 0 ? 0 : pixels[from - widthPx]!)
  }
  return rows
}

const deflated = (bytes: Uint8Array): Promise<Uint8Array> => promisify<Uint8Array, Uint8Array>(deflate)(bytes)

const imageOf = async (context: PDFContext, { raster, bilevel }: PdfPage): Promise<PDFRef> => {
  const { widthPx, heightPx } = raster
  const predictor = { Predictor: PNG_PREDICTOR, Colors: 1, BitsPerComponent: 8, Columns: widthPx }
  const contents = await deflated(bilevel ? oneBitRows(raster) : grayRows(raster))
  const dictionary = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: widthPx,
    Height: heightPx,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: bilevel ? 1 : 8,
    Filter: 'FlateDecode',
    ...(bilevel ? {} : { DecodeParms: predictor }),
    Length: contents.length,
  })
  return context.register(PDFRawStream.of(dictionary, contents))
}

const addPage = async (context: PDFContext, parent: PDFRef, page: PdfPage): Promise<PDFRef> => {
  const image = await imageOf(context, page)
  const points = (px: number) => Number(((px * pointsPerInch) / page.dpi).toFixed(3))
  const [width, height] = [points(page.raster.widthPx), points(page.raster.heightPx)]
  const contents = context.register(context.stream(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`))
  return context.register(
    context.obj({
      Type: 'Page',
      Parent: parent,
      MediaBox: [0, 0, width, height],
      Resources: { XObject: { I: image } },
      Contents: contents,
    }),
  )
}

/**
 * Takes the pages one after the other; of each only its compressed image stays in memory.
 * @throws RangeError for a document without pages, which PDF does not allow
 */
export const writePdf = async (pages: Iterable<PdfPage> | AsyncIterable<PdfPage>): Promise<Uint8Array> => {
  const context = PDFContext.create()
  const parent = context.nextRef()
  const kids: PDFRef[] = []
  for await (const page of pages) kids.push(await addPage(context, parent, page))
  if (kids.length === 0) throw new RangeError('a PDF has at least one page')
  context.assign(parent, context.obj({ Type: 'Pages', Kids: kids, Count: kids.length }))
  context.trailerInfo.Root = context.register(context.obj({ Type: 'Catalog', Pages: parent }))
  return PDFWriter.forContext(context, objectsPerTick).serializeToBuffer()
}
