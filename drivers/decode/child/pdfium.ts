/**
 * PDFium in WebAssembly: the few functions of its public API that rendering needs, by their own names (fpdfview.h,
 * fpdf_edit.h, fpdf_text.h, fpdf_doc.h, fpdf_annot.h). A form environment is set up without a single callback and only to
 * read values (`fields.ts`), so no script and no form action can run.
 */
import { PDFiumLibrary } from '@hyzyla/pdfium'

export type Pdfium = {
  readonly HEAPU8: Uint8Array
  readonly wasmExports: { malloc: (bytes: number) => number; free: (pointer: number) => void }
  _FPDF_LoadMemDocument: (data: number, size: number, password: number) => number
  _FPDF_GetLastError: () => number
  _FPDF_DocumentHasValidCrossReferenceTable: (document: number) => number
  _FPDF_GetFormType: (document: number) => number
  _FPDF_GetPageCount: (document: number) => number
  _FPDF_GetMetaText: (document: number, tag: number, buffer: number, length: number) => number
  _FPDF_LoadPage: (document: number, index: number) => number
  _FPDF_ClosePage: (page: number) => void
  _FPDF_GetPageWidthF: (page: number) => number
  _FPDF_GetPageHeightF: (page: number) => number
  _FPDFPage_GetRotation: (page: number) => number
  _FPDFPage_GetAnnotCount: (page: number) => number
  _FPDFPage_GetAnnot: (page: number, index: number) => number
  _FPDFPage_CloseAnnot: (annotation: number) => void
  _FPDFAnnot_HasKey: (annotation: number, key: number) => number
  _FPDFAnnot_GetStringValue: (annotation: number, key: number, buffer: number, length: number) => number
  _FPDFAnnot_GetFormFieldType: (form: number, annotation: number) => number
  _FPDFAnnot_GetFormFieldValue: (form: number, annotation: number, buffer: number, length: number) => number
  _FPDFDOC_InitFormFillEnvironment: (document: number, info: number) => number
  _FPDFDOC_ExitFormFillEnvironment: (form: number) => void
  _FPDFPage_Flatten: (page: number, usage: number) => number
  _FPDFPage_CountObjects: (page: number) => number
  _FPDFPage_GetObject: (page: number, index: number) => number
  _FPDFPageObj_GetType: (object: number) => number
  _FPDFPageObj_GetBounds: (object: number, left: number, bottom: number, right: number, top: number) => number
  _FPDFTextObj_GetTextRenderMode: (object: number) => number
  _FPDFImageObj_GetImageMetadata: (object: number, page: number, metadata: number) => number
  _FPDFImageObj_GetBitmap: (object: number) => number
  _FPDFText_LoadPage: (page: number) => number
  _FPDFText_CountChars: (text: number) => number
  _FPDFText_ClosePage: (text: number) => void
  _FPDFBitmap_CreateEx: (
    width: number,
    height: number,
    format: number,
    first: number,
    stride: number,
  ) => number
  _FPDFBitmap_FillRect: (
    bitmap: number,
    x: number,
    y: number,
    width: number,
    height: number,
    argb: number,
  ) => void
  _FPDFBitmap_Destroy: (bitmap: number) => void
  _FPDF_RenderPageBitmap: (
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ) => void
}

/** FPDF_GetLastError */
export const ERR_PASSWORD = 4
export const ERR_SECURITY = 5

/** FPDF_PAGEOBJ_* */
export const TEXT = 1
export const IMAGE = 3

/** FPDF_TEXTRENDERMODE_INVISIBLE: what OCR lays under a scan. */
export const INVISIBLE = 3

/** FORMTYPE_XFA_FULL: the pages are made by a program in the file; what stands in the PDF is a notice. */
export const XFA_FULL = 2

/** fpdf_flatten.h: as on a screen; and what says that it failed. */
export const FLAT_NORMALDISPLAY = 0
export const FLATTEN_FAIL = 0

/** FPDFBitmap_Gray, FPDF_ANNOT, FPDF_GRAYSCALE */
export const GRAY = 1
export const RENDER_ANNOTATIONS = 0x01
export const RENDER_GRAY = 0x08

export const loadPdfium = async (): Promise<Pdfium> => {
  const library = await PDFiumLibrary.init()
  // The package wraps a few calls only, without invisible text, bounds or cross-reference checks.
  // biome-ignore lint/complexity/useLiteralKeys: private to the compiler, and only by its brackets to be had
  return library['module'] as unknown as Pdfium
}

/** Lends `bytes` of PDFium's memory, zeroed, to `use`. @throws RangeError where there is no more */
export const borrow = <T>(pdfium: Pdfium, bytes: number, use: (pointer: number) => T): T => {
  const pointer = pdfium.wasmExports.malloc(bytes)
  if (pointer === 0) throw new RangeError('no memory')
  pdfium.HEAPU8.fill(0, pointer, pointer + bytes)
  try {
    return use(pointer)
  } finally {
    pdfium.wasmExports.free(pointer)
  }
}
