/** The finished bytes: what our encoders write passes, and whatever is added to it is found. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import sharp from 'sharp'
import { verifyFile } from '../../../../daemon/deidentify/verify.ts'
import type { GrayRaster } from '../../../../daemon/model/raster.ts'
import { encodePng } from '../../../../drivers/image/png.ts'
import { writePdf } from '../../../../drivers/pdf/write.ts'

const raster: GrayRaster = {
  widthPx: 60,
  heightPx: 40,
  pixels: Uint8Array.from({ length: 2400 }, (_, i) => (i * 7) % 256),
}
const hit = [{ reason: 'gate-metadata', quad: null }]
const png = new Uint8Array(await encodePng(raster, false, 300))
const pdf = await writePdf([
  { raster, bilevel: false, dpi: 300 },
  { raster, bilevel: true, dpi: 204 },
])
const joined = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map(part => Buffer.from(part as string, 'latin1'))))

describe('PNG', () => {
  test('what the encoder writes passes, gray and one-bit, with and without a resolution', async () => {
    assert.deepEqual(verifyFile(png, 'png'), [])
    assert.deepEqual(verifyFile(await encodePng(raster, true), 'png'), [])
  })

  test('text, time, profile, EXIF and unknown chunks are found', async () => {
    const image = () => sharp(raster.pixels, { raw: { width: 60, height: 40, channels: 1 } }).png()
    for (const tagged of [
      image().withExif({ IFD0: { Artist: 'Rosalind Lindqvist' } }),
      image().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Rosalind</x:xmpmeta>'),
      image().withIccProfile('srgb'),
    ]) {
      assert.deepEqual(verifyFile(await tagged.toBuffer(), 'png'), hit)
    }
    for (const type of ['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'prVt', 'toString']) {
      assert.deepEqual(verifyFile(withChunk(type.slice(0, 4), 'Author\0Rosalind'), 'png'), hit, type)
    }
  })

  test('bytes after the end, a broken sum, a second header, a cut-off file and no PNG at all are found', () => {
    const flipped = png.slice()
    flipped[20] = (flipped[20] ?? 0) ^ 1
    for (const bytes of [
      joined(png, 'Rosalind'),
      joined(png, '\n'),
      joined(png, png),
      flipped,
      png.slice(0, -1),
      png.slice(0, 8),
      new Uint8Array(0),
      pdf,
    ]) {
      assert.deepEqual(verifyFile(bytes, 'png'), hit)
    }
  })

  const withChunk = (type: string, data: string): Uint8Array => {
    const body = Buffer.from(type + data, 'latin1')
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc(body))
    return joined(png.slice(0, 33), length, body, sum, png.slice(33))
  }
})

const crc = (bytes: Uint8Array): number => {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let k = 0; k < 8; k++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

describe('PDF', () => {
  const text = Buffer.from(pdf).toString('latin1')
  const changed = (from: string | RegExp, to: string) => {
    assert.notEqual(text.replace(from, to), text, String(from))
    return joined(text.replace(from, to))
  }

  test('what the writer writes passes', () => {
    assert.deepEqual(verifyFile(pdf, 'pdf'), [])
  })

  test('Info, XMP, names, annotations, comments, strings, hidden text and fonts are found', () => {
    for (const bytes of [
      changed('/Root', '/Info 9 0 R /Root'),
      changed('/Root', '/ID [<00><00>] /Root'),
      changed('/Type /Catalog', '/Type /Catalog /Metadata 3 0 R'),
      changed('/Type /Catalog', '/Type /Catalog /Lang (Rosalind)'),
      changed('/Type /Catalog', '/Type /Catalog /Lang <526f73>'),
      changed('/Type /Page\n', '/Type /Page /Annots [ 3 0 R ]\n'),
      changed('/Type /Page\n', '/Type /Page % Rosalind\n'),
      changed('/I 2 0 R', '/Rosalind 2 0 R'),
      changed('/XObject <<', '/Font << /F1 3 0 R >> /XObject <<'),
      changed('/Length 29', '/Length 60'),
      changed(/q (14.4 0 0 9.6 0 0) cm \/I Do Q/, 'BT (Rosa) Tj ET q 1 cm /Do'),
      changed('cm /I Do Q', 'cm /I Do q'),
    ]) {
      assert.deepEqual(verifyFile(bytes, 'pdf'), hit)
    }
  })

  test('trailing bytes, a second revision, leading bytes and cut-off files are found', () => {
    for (const bytes of [
      joined(pdf, 'Rosalind'),
      joined(pdf, '\n%%EOF\n1 0 obj <<>> endobj\n%%EOF'),
      joined('Rosalind\n', pdf),
      joined(pdf, pdf),
      pdf.slice(0, -6),
      pdf.slice(0, pdf.length / 2),
      new Uint8Array(0),
      png,
    ]) {
      assert.deepEqual(verifyFile(bytes, 'pdf'), hit)
    }
  })

  test('real writers with their metadata, text and object streams are found', async () => {
    const make = async (
      change: (document: PDFDocument) => Promise<void> | void,
      useObjectStreams: boolean,
    ) => {
      const document = await PDFDocument.create({ updateMetadata: false })
      document
        .addPage([100, 100])
        .drawImage(await document.embedPng(png), { x: 0, y: 0, width: 100, height: 100 })
      await change(document)
      return document.save({ useObjectStreams })
    }
    for (const streams of [true, false]) {
      assert.deepEqual(verifyFile(await make(document => document.setTitle('Rosalind'), streams), 'pdf'), hit)
      const hidden = async (document: PDFDocument) => {
        const font = await document.embedFont(StandardFonts.Helvetica)
        document.getPage(0).drawText('Rosalind', { font, opacity: 0 })
      }
      assert.deepEqual(verifyFile(await make(hidden, streams), 'pdf'), hit)
      const named = (document: PDFDocument) => {
        document.catalog.set(PDFName.of('PieceInfo'), PDFString.of('Rosalind'))
      }
      assert.deepEqual(verifyFile(await make(named, streams), 'pdf'), hit)
    }
  })

  test('property: printable bytes put anywhere outside an image are found', () => {
    const images = [...text.matchAll(/stream\n[\s\S]*?\nendstream/g)].map(({ index, 0: whole }) => [
      index,
      index + whole.length,
    ])
    fc.assert(
      fc.property(fc.nat(pdf.length), fc.stringMatching(/^[A-Za-z]{3,8}$/), (place, word) => {
        fc.pre(!images.some(([from = 0, to = 0]) => place > from && place < to))
        assert.deepEqual(verifyFile(joined(pdf.slice(0, place), word, pdf.slice(place)), 'pdf'), hit)
      }),
    )
  })
})
