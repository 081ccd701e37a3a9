/** Proves that no PDF makes the walker throw, read outside the file, or read without end. */
import { test } from 'node:test'
import { PDFDocument } from '@cantoo/pdf-lib'
import { fuzz } from './complete.ts'

const pdf = async (useObjectStreams: boolean): Promise<Buffer> => {
  const document = await PDFDocument.create()
  document.addPage([200, 200])
  return Buffer.from(await document.save({ useObjectStreams }))
}

test('mutated PDF files', async () => {
  const linearised = Buffer.from(
    '%PDF-1.5\n1 0 obj\n<< /Linearized 1 /L 900 >>\nendobj\nstartxref\n0\n%%EOF\n',
  )
  await fuzz([await pdf(true), await pdf(false), linearised], 4)
})
