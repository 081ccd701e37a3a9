/** Barcodes for the tests, drawn by two independent programs (bwip-js and zint) and laid on paper. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { toBuffer } from 'bwip-js/node'
import sharp from 'sharp'
import type { Raster } from '../../../drivers/barcode/finder.ts'

/** `bcid`: BWIPP's name; `zint`: zint's number; `found`: the name that the finder gives (UPC-A is EAN-13 with a leading 0). */
export const symbols = [
  { bcid: 'code128', zint: 20, found: 'Code128', text: 'MRN00482913' },
  { bcid: 'code39', zint: 8, found: 'Code39', text: 'A7741902' },
  { bcid: 'code93', zint: 25, found: 'Code93', text: 'SPEC88213' },
  { bcid: 'interleaved2of5', zint: 3, found: 'ITF', text: '0048291357' },
  { bcid: 'ean8', zint: 13, found: 'EAN8', text: '96385074' },
  { bcid: 'ean13', zint: 13, found: 'EAN13', text: '5901234123457' },
  { bcid: 'upca', zint: 34, found: 'EAN13', text: '036000291452' },
  { bcid: 'upce', zint: 37, found: 'UPCE', text: '01234565' },
  { bcid: 'rationalizedCodabar', zint: 18, found: 'Codabar', text: 'A48291357B' },
  { bcid: 'qrcode', zint: 58, found: 'QRCode', text: 'https://example.org/p?id=48291357' },
  { bcid: 'datamatrix', zint: 71, found: 'DataMatrix', text: 'RX 48291357 LISINOPRIL' },
  { bcid: 'pdf417', zint: 55, found: 'PDF417', text: 'DOE^JANE^1971-03-04^48291357' },
  { bcid: 'azteccode', zint: 92, found: 'Aztec', text: 'BOARDING 48291357' },
] as const
export type SymbolKind = (typeof symbols)[number]

/** What the finder gives: of UPC-E the number written out, as EAN-13. */
export const payloadOf = ({ bcid, text }: SymbolKind): string => (bcid === 'upce' ? '0012345000065' : text)

export const zintMissing: string | false = existsSync('/usr/bin/zint') ? false : 'needs zint'

export const drawnByBwip = async ({ bcid, text }: SymbolKind, pxPerModule: number): Promise<Buffer> =>
  toBuffer({ bcid, text, scale: pxPerModule, includecheck: bcid === 'code93', backgroundcolor: 'FFFFFF' })

/** zint draws two pixels per module at scale 1. EAN-8 and UPC-E are given without their check digits. */
export const drawnByZint = ({ bcid, zint, text }: SymbolKind, pxPerModule: number): Buffer => {
  const data = ['ean8', 'upce'].includes(bcid) ? text.slice(0, 7) : bcid === 'upca' ? text.slice(0, 11) : text
  const scale = String(pxPerModule / 2)
  const settings = ['--direct', '--filetype=png', `--scale=${scale}`, '--quietzones', '--notext']
  return execFileSync('/usr/bin/zint', [`--barcode=${zint}`, `--data=${data}`, ...settings])
}

/** A white page with the symbol somewhere on it, turned clockwise. */
export const onPaper = async (symbol: Buffer, degrees = 0): Promise<Raster> => {
  const turned = await sharp(symbol)
    .flatten({ background: '#fff' })
    .rotate(degrees, { background: '#fff' })
    .png()
    .toBuffer()
  const { width, height } = await sharp(turned).metadata()
  const page = { width: Math.max(1000, width + 300), height: Math.max(800, height + 300) }
  const pixels = await sharp({ create: { ...page, channels: 3, background: '#fff' } })
    .composite([{ input: turned, left: 137, top: 211 }])
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return { widthPx: page.width, heightPx: page.height, pixels: new Uint8Array(pixels) }
}
