/** PDF: scans come out pixel for pixel, pages of text as they look, and only what can be read without a password. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFBool, PDFDict, PDFDocument, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib'
import { blots, codeHere, type Gray, needs, readHere, shades, workFolder } from '../fixtures.ts'
import { pdfOf } from '../pdfs.ts'

const files = workFolder()
const skip = needs('convert', 'tiffset', 'tiff2pdf')

const only = async (name: string) => {
  const [page, ...more] = await readHere(files.bytes(name), 'application/pdf')
  assert.ok(page !== undefined && more.length === 0)
  return page
}

const scanned = (name: string, gray: Gray, dpi: [string, string], bilevel: boolean, ...options: string[]) => {
  files.writePgm('scan.pgm', gray)
  files.run(
    'convert',
    'scan.pgm',
    ...(bilevel ? ['-type', 'bilevel', '-compress', 'Group4'] : ['-compress', 'LZW']),
    'scan.tif',
  )
  for (const [tag, value] of [
    ['282', dpi[0]],
    ['283', dpi[1]],
    ['296', '2'],
  ] as const)
    files.run('tiffset', '-s', tag, value, 'scan.tif')
  files.run('tiff2pdf', '-o', name, ...options, 'scan.tif')
}

test('a scanned page is given pixel for pixel at its own resolution, square or not', { skip }, async () => {
  const fax = blots(1728, 1100)
  scanned('fax.pdf', fax, ['204', '98'], true)
  const page = await only('fax.pdf')
  assert.equal(Buffer.compare(page.pixels, fax.pixels), 0)
  assert.deepEqual([Math.round(page.xDpi), Math.round(page.yDpi), page.bilevel], [204, 98, true])
  const gray = shades(1275, 1650)
  scanned('gray.pdf', gray, ['150', '150'], false, '-z')
  const grayPage = await only('gray.pdf')
  assert.equal(Buffer.compare(grayPage.pixels, gray.pixels), 0)
  assert.deepEqual(
    [Math.round(grayPage.xDpi), grayPage.bilevel, [...grayPage.metadata]],
    [150, false, ['pdf-info']],
  )
})

test('a turned page is upright', { skip: skip || needs('qpdf') }, async () => {
  const fax = blots(1728, 1100)
  scanned('lying.pdf', fax, ['204', '98'], true)
  files.run('qpdf', '--rotate=+90', 'lying.pdf', 'turned.pdf')
  const { widthPx, heightPx, pixels } = await only('turned.pdf')
  assert.deepEqual([widthPx, heightPx], [1100, 1728])
  for (const [x, y] of [
    [0, 0],
    [1099, 0],
    [500, 700],
    [77, 1500],
  ] as const) {
    assert.equal(pixels[y * 1100 + x], fax.pixels[(1099 - x) * 1728 + y])
  }
})

test('a scan of 600 dpi is rendered at 300, one without a believable page keeps its pixels', {
  skip,
}, async () => {
  scanned('dense.pdf', blots(2400, 1200), ['600', '600'], true)
  const dense = await only('dense.pdf')
  assert.deepEqual([dense.widthPx, dense.heightPx, dense.xDpi], [1200, 600, 300])
  scanned('metre.pdf', shades(2550, 1000), ['72', '72'], false, '-z')
  const metre = await only('metre.pdf')
  assert.deepEqual([metre.widthPx, metre.heightPx, metre.xDpi, metre.yDpi], [2550, 1000, 0, 0])
})

test('vector pages are rendered at 300 dpi, and their text is told of', { skip: needs('gs') }, async () => {
  const show = '/Helvetica findfont 24 scalefont setfont 72 700 moveto (Hello) show showpage'
  files.run(
    'gs',
    '-q',
    '-dNOPAUSE',
    '-dBATCH',
    '-sDEVICE=pdfwrite',
    '-sPAPERSIZE=letter',
    '-sOutputFile=text.pdf',
    '-c',
    show,
    '-c',
    show,
  )
  const pages = await readHere(files.bytes('text.pdf'), 'application/pdf')
  assert.equal(pages.length, 2)
  assert.deepEqual(
    [pages[0]!.widthPx, pages[0]!.heightPx, pages[0]!.xDpi, pages[0]!.bilevel],
    [2550, 3300, 300, false],
  )
  assert.ok(pages[1]!.metadata.has('pdf-text'))
  assert.ok(pages[1]!.pixels.some(pixel => pixel < 64))
})

test('a page too large for 300 dpi gets as many pixels as are allowed', async () => {
  const bytes = pdfOf({ mediaBox: [0, 0, 72 * 20, 72 * 20], contents: '0 0 m 100 100 l S' })
  const [page] = await readHere(bytes, 'application/pdf', { pixelsPerPage: 16e6 })
  assert.deepEqual([page!.widthPx, page!.heightPx, page!.xDpi], [4000, 4000, 200])
})

const filled = async (change: (widget: PDFDict) => void = () => {}): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([300, 200])
  const field = pdf.getForm().createTextField('diagnosis')
  field.setText('Diabetes with hypertension')
  field.addToPage(page, { x: 20, y: 100, width: 260, height: 30, borderWidth: 0 })
  for (const widget of field.acroField.getWidgets()) change(widget.dict)
  return pdf.save({ updateFieldAppearances: false })
}

const parentOf = (widget: PDFDict): PDFDict => widget.lookup(PDFName.of('Parent'), PDFDict)

test('what was filled into a form is on the page', async () => {
  const [page] = await readHere(await filled(), 'application/pdf')
  assert.ok(page)
  const ink = page.pixels.filter(level => level < 64).length
  assert.ok(ink > 2000, `${ink} dark pixels`)
})

test('a filled field that no picture would show makes the file corrupt; an empty one, or a signature, does not', async () => {
  const unseen = (value: PDFObject | null) => (widget: PDFDict) => {
    widget.delete(PDFName.of('AP'))
    widget.set(PDFName.of('FT'), PDFName.of('Tx'))
    parentOf(widget).delete(PDFName.of('V'))
    if (value !== null) widget.set(PDFName.of('V'), value)
  }
  assert.equal(await codeHere(await filled(unseen(PDFString.of('Diabetes'))), 'application/pdf'), 'corrupt')
  for (const value of [null, PDFString.of('')])
    assert.equal((await readHere(await filled(unseen(value)), 'application/pdf')).length, 1)
  const signature = (widget: PDFDict) => {
    unseen(null)(widget)
    widget.set(PDFName.of('FT'), PDFName.of('Sig'))
    widget.set(PDFName.of('V'), widget.context.obj({ Type: 'Sig' }))
  }
  assert.equal((await readHere(await filled(signature), 'application/pdf')).length, 1)
})

test('a filled field whose value is its parent’s is found as well; one without a value goes through', async () => {
  const onlyChild = (widget: PDFDict) => widget.delete(PDFName.of('AP'))
  const whole = await filled(onlyChild)
  assert.equal(await codeHere(whole, 'application/pdf'), 'corrupt')
  const empty = await filled(widget => {
    onlyChild(widget)
    parentOf(widget).delete(PDFName.of('V'))
  })
  assert.equal((await readHere(empty, 'application/pdf')).length, 1)
})

test('a form whose pages are made by a program in the file is of no known format', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage([300, 200]).drawText('Please wait')
  const xfa = pdf.context.obj({ Fields: [], XFA: pdf.context.register(pdf.context.stream('<xdp/>')) })
  pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.register(xfa))
  pdf.catalog.set(PDFName.of('NeedsRendering'), PDFBool.True)
  assert.equal(await codeHere(await pdf.save(), 'application/pdf'), 'unknown-format')
})

test('an owner password alone does not hide the pages', { skip: needs('qpdf', 'gs') }, async () => {
  files.run(
    'gs',
    '-q',
    '-dNOPAUSE',
    '-dBATCH',
    '-sDEVICE=pdfwrite',
    '-sOutputFile=open.pdf',
    '-c',
    'showpage',
  )
  files.run('qpdf', '--encrypt', '', 'owner', '256', '--', 'open.pdf', 'owner.pdf')
  assert.equal((await readHere(files.bytes('owner.pdf'), 'application/pdf')).length, 1)
})
