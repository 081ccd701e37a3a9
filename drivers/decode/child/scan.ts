/**
 * Finds out whether a PDF page is one image that fills it, with nothing else to see: a scan or a fax. Then the page
 * need not be resampled. Text that is invisible (an OCR layer) does not count.
 */
import { borrow, IMAGE, INVISIBLE, type Pdfium, TEXT } from './pdfium.ts'

export type Scan = {
  readonly widthPx: number
  readonly heightPx: number
  readonly oneBit: boolean
  /** Dots per inch of the page, or 0 where the page's size cannot be that of paper. */
  readonly xDpi: number
  readonly yDpi: number
}

/** A page with more objects than this is not looked through. */
const mostObjects = 5000
/** How far, in parts of the page, the image's edge may lie from the page's. */
const slack = 0.01
/** Telephones and careless programs make pages of a metre (one pixel, one point) or of a stamp. */
const paperInches = { least: 3, most: 18 }

/** The page's only visible object, where it is an image; 0 otherwise. */
const onlyImage = (pdfium: Pdfium, page: number): number => {
  const count = pdfium._FPDFPage_CountObjects(page)
  if (count > mostObjects || pdfium._FPDFPage_GetAnnotCount(page) > 0) return 0
  let image = 0
  for (let index = 0; index < count; index++) {
    const object = pdfium._FPDFPage_GetObject(page, index)
    const type = pdfium._FPDFPageObj_GetType(object)
    if (type === TEXT && pdfium._FPDFTextObj_GetTextRenderMode(object) === INVISIBLE) continue
    if (type !== IMAGE || image !== 0) return 0
    image = object
  }
  return image
}

const fills = (pdfium: Pdfium, object: number, widthPt: number, heightPt: number): boolean =>
  borrow(pdfium, 16, pointer => {
    if (pdfium._FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12) === 0)
      return false
    const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(
      pdfium.HEAPU8.buffer.slice(pointer, pointer + 16),
    )
    const near = (one: number, other: number, side: number) => Math.abs(one - other) <= slack * side
    return near(right - left, widthPt, widthPt) && near(top - bottom, heightPt, heightPt)
  })

type Image = Pick<Scan, 'widthPx' | 'heightPx' | 'oneBit'>

/** FPDF_IMAGEOBJ_METADATA: width, height, two floats, bits per pixel, colour space, marked content. */
const imageOf = (pdfium: Pdfium, object: number, page: number): Image | null =>
  borrow(pdfium, 28, pointer => {
    if (pdfium._FPDFImageObj_GetImageMetadata(object, page, pointer) === 0) return null
    const view = new DataView(pdfium.HEAPU8.buffer, pointer, 28)
    const bitsPerPixel = view.getUint32(16, true)
    return { widthPx: view.getUint32(0, true), heightPx: view.getUint32(4, true), oneBit: bitsPerPixel === 1 }
  })

export const scanOf = (pdfium: Pdfium, page: number, widthPt: number, heightPt: number): Scan | null => {
  const turned = pdfium._FPDFPage_GetRotation(page) % 2 === 1
  const object = onlyImage(pdfium, page)
  if (object === 0) return null
  // Bounds are in the page's own space, before /Rotate.
  if (!fills(pdfium, object, turned ? heightPt : widthPt, turned ? widthPt : heightPt)) return null
  const image = imageOf(pdfium, object, page)
  if (image === null) return null
  const { widthPx, heightPx, oneBit } = turned
    ? { ...image, widthPx: image.heightPx, heightPx: image.widthPx }
    : image
  const inches = widthPt / 72
  if (inches < paperInches.least || inches > paperInches.most)
    return { widthPx, heightPx, oneBit, xDpi: 0, yDpi: 0 }
  const [xDpi, yDpi] = [widthPx / inches, (heightPx * 72) / heightPt]
  return { widthPx, heightPx, oneBit, xDpi, yDpi }
}
