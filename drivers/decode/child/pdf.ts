/**
 * PDF by PDFium: each page as it looks, in gray. A page that is one scanned image is rendered at the image's own
 * resolution, pixel for pixel; others at 300 dpi, or as much as the limit of pixels allows.
 */
import type { Bounds, MetadataKind } from '../protocol.ts'
import { hasUnseenField } from './fields.ts'
import { ChildRejection, checkSize, type DecodedPage, type OpenDocument, onlyBlackAndWhite } from './page.ts'
import {
  borrow,
  ERR_PASSWORD,
  ERR_SECURITY,
  FLAT_NORMALDISPLAY,
  FLATTEN_FAIL,
  GRAY,
  loadPdfium,
  type Pdfium,
  RENDER_ANNOTATIONS,
  RENDER_GRAY,
  XFA_FULL,
} from './pdfium.ts'
import { type Scan, scanOf } from './scan.ts'

const usualDpi = 300
/** Above this a scan holds more than reading needs, and is rendered anew. */
const mostScanDpi = 410
/** Below this a page of text cannot be read: better refused than guessed at. */
const leastDpi = 100
const pointsPerInch = 72
const headerWithin = 1024
const trailerWithin = 1024
const infoKeys = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate']

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** PDFium would rebuild a file that was cut off, and give the pages that are left. */
const checkWhole = (bytes: Uint8Array): void => {
  const head = latin1(bytes.subarray(0, headerWithin))
  if (!head.includes('%PDF-')) throw new ChildRejection('unknown-format')
  if (!latin1(bytes.subarray(-trailerWithin)).includes('%%EOF')) throw new ChildRejection('truncated')
  // ISO 32000-1 §F.2: /L of the linearization dictionary is the length of the whole file.
  const length = /\/Linearized\s[^>]{0,200}?\/L\s+(\d{1,15})\b/.exec(head)?.[1]
  if (length !== undefined && Number(length) > bytes.length) throw new ChildRejection('truncated')
}

const load = (pdfium: Pdfium, bytes: Uint8Array): number => {
  const pointer = pdfium.wasmExports.malloc(bytes.length)
  if (pointer === 0) throw new ChildRejection('too-much-memory')
  pdfium.HEAPU8.set(bytes, pointer)
  const document = pdfium._FPDF_LoadMemDocument(pointer, bytes.length, 0)
  if (document !== 0) return document
  const error = pdfium._FPDF_GetLastError()
  throw new ChildRejection(error === ERR_PASSWORD || error === ERR_SECURITY ? 'encrypted-pdf' : 'corrupt')
}

/** Lends the key as a C string. */
const withKey = <T>(pdfium: Pdfium, key: string, use: (pointer: number) => T): T =>
  borrow(pdfium, key.length + 1, pointer => {
    pdfium.HEAPU8.set(Buffer.from(key, 'latin1'), pointer)
    return use(pointer)
  })

const hasInfo = (pdfium: Pdfium, document: number): boolean =>
  infoKeys.some(key =>
    // The length counts the closing zero in UTF-16.
    withKey(pdfium, key, pointer => pdfium._FPDF_GetMetaText(document, pointer, 0, 0) > 2),
  )

const hasText = (pdfium: Pdfium, page: number): boolean => {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return false
  const characters = pdfium._FPDFText_CountChars(text)
  pdfium._FPDFText_ClosePage(text)
  return characters > 0
}

type Size = {
  readonly widthPx: number
  readonly heightPx: number
  readonly xDpi: number
  readonly yDpi: number
}

const sizeOf = (widthPt: number, heightPt: number, scan: Scan | null, bounds: Bounds): Size => {
  if (scan !== null) {
    checkSize(scan.widthPx, scan.heightPx, bounds)
    if (Math.max(scan.xDpi, scan.yDpi) <= mostScanDpi) return scan
  }
  const inches = { wide: widthPt / pointsPerInch, high: heightPt / pointsPerInch }
  const dpi = Math.min(usualDpi, Math.sqrt(bounds.pixelsPerPage / (inches.wide * inches.high)))
  if (dpi < leastDpi) throw new ChildRejection('too-many-pixels')
  const widthPx = Math.max(1, Math.floor(inches.wide * dpi))
  const heightPx = Math.max(1, Math.floor(inches.high * dpi))
  checkSize(widthPx, heightPx, bounds)
  return { widthPx, heightPx, xDpi: dpi, yDpi: dpi }
}

const render = (
  pdfium: Pdfium,
  page: number,
  { widthPx, heightPx }: Pick<Size, 'widthPx' | 'heightPx'>,
): Uint8Array =>
  borrow(pdfium, widthPx * heightPx, pointer => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(widthPx, heightPx, GRAY, pointer, widthPx)
    if (bitmap === 0) throw new ChildRejection('too-much-memory')
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, widthPx, heightPx, 0xffffffff)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, widthPx, heightPx, 0, RENDER_ANNOTATIONS | RENDER_GRAY)
    pdfium._FPDFBitmap_Destroy(bitmap)
    return pdfium.HEAPU8.slice(pointer, pointer + widthPx * heightPx)
  })

const renderPage = (
  pdfium: Pdfium,
  page: number,
  bounds: Bounds,
  ofDocument: ReadonlySet<MetadataKind>,
): DecodedPage => {
  const widthPt = pdfium._FPDF_GetPageWidthF(page)
  const heightPt = pdfium._FPDF_GetPageHeightF(page)
  if (!(widthPt >= 1 && heightPt >= 1)) throw new ChildRejection('corrupt')
  const scan = scanOf(pdfium, page, widthPt, heightPt)
  const size = sizeOf(widthPt, heightPt, scan, bounds)
  const pixels = render(pdfium, page, size)
  const metadata = new Set(ofDocument)
  if (hasText(pdfium, page)) metadata.add('pdf-text')
  const { widthPx, heightPx, xDpi, yDpi } = size
  const bilevel = scan?.oneBit === true && onlyBlackAndWhite(pixels)
  return { widthPx, heightPx, pixels, xDpi, yDpi, bilevel, metadata }
}

/**
 * The page with what was filled into its form. PDFium draws annotations but leaves form fields to a form environment,
 * which could run scripts; flattened, they are part of the page. Drawn once before, since drawing is what makes the
 * appearance of a field that has none yet.
 */
const loadPage = (pdfium: Pdfium, document: number, index: number): number => {
  const load = () => {
    const page = pdfium._FPDF_LoadPage(document, index)
    if (page === 0) throw new ChildRejection('corrupt')
    return page
  }
  const page = load()
  if (pdfium._FPDFPage_GetAnnotCount(page) === 0) return page
  if (hasUnseenField(pdfium, document, page)) throw new ChildRejection('corrupt')
  render(pdfium, page, { widthPx: 1, heightPx: 1 })
  if (pdfium._FPDFPage_Flatten(page, FLAT_NORMALDISPLAY) === FLATTEN_FAIL) throw new ChildRejection('corrupt')
  pdfium._FPDF_ClosePage(page)
  return load()
}

const openPdf =
  (pdfium: Pdfium): OpenDocument =>
  (untrustedBytes, bounds) => {
    checkWhole(untrustedBytes)
    const document = load(pdfium, untrustedBytes)
    const count = pdfium._FPDF_GetPageCount(document)
    if (count > bounds.pages) throw new ChildRejection('too-many-pages')
    // A rebuilt table means that objects may be missing; a page would silently lose its ink.
    const rebuilt = pdfium._FPDF_DocumentHasValidCrossReferenceTable(document) === 0
    if (count < 1 || rebuilt) throw new ChildRejection('corrupt')
    if (pdfium._FPDF_GetFormType(document) === XFA_FULL) throw new ChildRejection('unknown-format')
    const ofDocument = new Set<MetadataKind>(hasInfo(pdfium, document) ? ['pdf-info'] : [])
    if (latin1(untrustedBytes).includes('<x:xmpmeta')) ofDocument.add('xmp')
    return {
      count,
      pages: function* () {
        for (let index = 0; index < count; index++) {
          const page = loadPage(pdfium, document, index)
          yield renderPage(pdfium, page, bounds, ofDocument)
          pdfium._FPDF_ClosePage(page)
        }
      },
    }
  }

/** Starts PDFium before the document is there. */
export const createPdfReader = async (): Promise<OpenDocument> => openPdf(await loadPdfium())
