/**
 * Form fields of a PDF (ISO 32000-1, 12.7) that were filled in and do not say how they look, so that no picture of the page
 * would show them. A field may be one dictionary, or a parent with the value and a child on the page. Reads; draws nothing.
 */
import { borrow, type Pdfium } from './pdfium.ts'

/** More fields than any form has are not looked through. */
const mostFields = 5000
/** FPDF_FORMFIELD_*: those whose value is text. */
const textual: ReadonlySet<number> = new Set([4 /* combo box */, 5 /* list box */, 6 /* text */])
/** FPDF_FORMFILLINFO, with room to spare: version 1 and no callback, so that no script and no action can run. */
const formInfoBytes = 512
/** An empty text is its closing zero in UTF-16. */
const emptyBytes = 2

/** Lends the key as a C string. */
const withKey = <T>(pdfium: Pdfium, key: string, use: (pointer: number) => T): T =>
  borrow(pdfium, key.length + 1, pointer => {
    pdfium.HEAPU8.set(Buffer.from(key, 'latin1'), pointer)
    return use(pointer)
  })

const has = (pdfium: Pdfium, field: number, key: string): boolean =>
  withKey(pdfium, key, pointer => pdfium._FPDFAnnot_HasKey(field, pointer)) !== 0

const isTold = (pdfium: Pdfium, field: number, key: string): boolean =>
  withKey(pdfium, key, pointer => pdfium._FPDFAnnot_GetStringValue(field, pointer, 0, 0)) > emptyBytes

const isButton = (pdfium: Pdfium, field: number): boolean =>
  withKey(pdfium, 'FT', key =>
    borrow(pdfium, 16, pointer => {
      pdfium._FPDFAnnot_GetStringValue(field, key, pointer, 16)
      return Buffer.from(pdfium.HEAPU8.slice(pointer, pointer + 6)).toString('utf16le') === 'Btn'
    }),
  )

/** What the field says itself. Of a signature the value is no text; of a button, it is the name of an appearance. */
const tellsOfItself = (pdfium: Pdfium, field: number): boolean =>
  isTold(pdfium, field, 'FT') && isTold(pdfium, field, 'V') && !isButton(pdfium, field)

/** What it has from its parents, which only PDFium's form environment looks through. */
const inherits = (pdfium: Pdfium, form: number, field: number): boolean =>
  textual.has(pdfium._FPDFAnnot_GetFormFieldType(form, field)) &&
  pdfium._FPDFAnnot_GetFormFieldValue(form, field, 0, 0) > emptyBytes

const withForm = <T>(pdfium: Pdfium, document: number, use: (form: number) => T): T =>
  borrow(pdfium, formInfoBytes, info => {
    pdfium.HEAPU8[info] = 1
    const form = pdfium._FPDFDOC_InitFormFillEnvironment(document, info)
    try {
      return use(form)
    } finally {
      if (form !== 0) pdfium._FPDFDOC_ExitFormFillEnvironment(form)
    }
  })

/** True where a field of the page has a text that no picture of the page would show. */
export const hasUnseenField = (pdfium: Pdfium, document: number, page: number): boolean =>
  withForm(pdfium, document, form => {
    const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), mostFields)
    for (let index = 0; index < count; index++) {
      const field = pdfium._FPDFPage_GetAnnot(page, index)
      const isShown = has(pdfium, field, 'AP')
      const isUnseen =
        !isShown && (tellsOfItself(pdfium, field) || (form !== 0 && inherits(pdfium, form, field)))
      pdfium._FPDFPage_CloseAnnot(field)
      if (isUnseen) return true
    }
    return false
  })
