/** A PDF of ours is images and nothing else: proved by the programs that others would look into it with. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { writePdf } from '../../../drivers/pdf/write.ts'

const folder = mkdtempSync(join(tmpdir(), 'cordon-pdf-'))
after(() => rmSync(folder, { recursive: true }))
const missing = ['qpdf', 'pdfimages', 'pdftotext', 'pdfinfo', 'pdffonts', 'exiftool'].filter(
  program => spawnSync('which', [program]).status !== 0,
)
const skip = missing.length > 0 && `needs ${missing.join(', ')}`

const page = (widthPx: number, heightPx: number, bilevel: boolean, dpi: number) => ({
  raster: {
    widthPx,
    heightPx,
    pixels: Uint8Array.from({ length: widthPx * heightPx }, (_, i) =>
      bilevel ? ((i * 31) % 7 < 3 ? 0 : 255) : (i * 7919) % 256,
    ),
  },
  bilevel,
  dpi,
})
const pages = [page(1700, 2200, true, 200), page(301, 403, false, 150), page(9, 5, true, 300)]

const written = async (): Promise<string> => {
  const path = join(folder, 'document.pdf')
  writeFileSync(path, await writePdf(pages))
  return path
}
const said = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', cwd: folder })

test('it is sound, and its images are the pages, pixel for pixel', { skip }, async () => {
  const path = await written()
  assert.match(said('qpdf', '--check', path), /No syntax or stream encoding errors found/)
  said('pdfimages', '-png', path, 'image')
  const { default: sharp } = await import('sharp')
  for (const [index, { raster }] of pages.entries()) {
    const image = sharp(readFileSync(join(folder, `image-00${index}.png`)))
    assert.equal(Buffer.compare(await image.greyscale().raw().toBuffer(), raster.pixels), 0)
  }
})

test('one image per page, of one bit or of eight, at the resolution told', { skip }, async () => {
  const rows = said('pdfimages', '-list', await written())
    .trim()
    .split('\n')
    .slice(2)
    .map(row => row.trim().split(/\s+/))
  assert.deepEqual(
    rows.map(row => [row[0], row[2], row[5], row[7], row[12]]),
    [
      ['1', 'image', 'gray', '1', '200'],
      ['2', 'image', 'gray', '8', '150'],
      ['3', 'image', 'gray', '1', '300'],
    ],
  )
  assert.match(said('pdfinfo', '-f', '1', '-l', '3', await written()), /Page\s+1 size:\s+612 x 792 pts/)
})

test('no text, no fonts, no metadata, no dates, no identifier', { skip }, async () => {
  const path = await written()
  assert.equal(said('pdftotext', path, '-').replaceAll('\f', ''), '')
  assert.equal(said('pdffonts', path).trim().split('\n').length, 2)
  const found = JSON.parse(said('exiftool', '-json', '-G', path))[0] as object
  const told = Object.keys(found).filter(name => name.startsWith('PDF:') || name.startsWith('XMP'))
  assert.deepEqual(told.sort(), ['PDF:Linearized', 'PDF:PDFVersion', 'PDF:PageCount'])
  const outside = readFileSync(path, 'latin1').replace(/stream\n[\s\S]*?endstream/g, '')
  const keys = new Set(outside.match(/\/[A-Z]\w*/g))
  const allowed = [
    '/Type',
    '/Catalog',
    '/Pages',
    '/Kids',
    '/Count',
    '/Page',
    '/Parent',
    '/MediaBox',
    '/Resources',
    '/XObject',
    '/I',
    '/Contents',
    '/Length',
    '/Subtype',
    '/Image',
    '/Width',
    '/Height',
    '/ColorSpace',
    '/DeviceGray',
    '/BitsPerComponent',
    '/Filter',
    '/FlateDecode',
    '/DecodeParms',
    '/Predictor',
    '/Colors',
    '/Columns',
    '/Root',
    '/Size',
  ]
  assert.deepEqual(
    [...keys].filter(key => !allowed.includes(key)),
    [],
  )
})

test('the same pages give the same bytes, from a list or one by one', async () => {
  const oneByOne = async function* () {
    yield* pages
  }
  assert.deepEqual(await writePdf(oneByOne()), await writePdf(pages))
})

test('a document without pages is a bug', async () => {
  await assert.rejects(writePdf([]), RangeError)
})
