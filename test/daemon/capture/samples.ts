/** Small whole files of each format, made in the test's own process, and what damages them. */
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'

const raw = { width: 64, height: 48, channels: 1 } as const
const page = (gray: number) => sharp(Buffer.alloc(raw.width * raw.height, gray), { raw })

export const tiff = (gray = 90): Promise<Buffer> => page(gray).tiff({ compression: 'lzw' }).toBuffer()
export const png = (gray = 90): Promise<Buffer> => page(gray).png().toBuffer()
export const jpeg = (gray = 90): Promise<Buffer> => page(gray).jpeg().toBuffer()
export const pdf = async (): Promise<Buffer> => {
  const document = await PDFDocument.create()
  document.addPage([200, 200])
  return Buffer.from(await document.save())
}

/** A directory of one strip that names itself as the next. */
export const loopedTiff = (): Buffer => {
  const bytes = Buffer.alloc(12 + 30)
  bytes.write('II*\0\x0c\0\0\0data', 'latin1')
  bytes.set([2, 0, 0x11, 1, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0x17, 1, 4, 0, 1, 0, 0, 0, 4, 0, 0, 0, 12], 12)
  return bytes
}
