/** PNG and JPEG give the pixels that went in, upright, with their resolution and the kinds of their metadata. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MediaType } from '../../../../drivers/decode/protocol.ts'
import { blots, needs, readHere, shades, workFolder } from '../fixtures.ts'

const skip = needs('convert', 'exiftool')
const files = workFolder()

const only = async (name: string, mediaType: MediaType) => {
  const [frame, ...more] = await readHere(files.bytes(name), mediaType)
  assert.ok(frame !== undefined && more.length === 0)
  return frame
}

test('PNG of each depth and kind gives the same gray', { skip }, async () => {
  const gray = shades(130, 90)
  files.writePgm('gray.pgm', gray)
  for (const args of [
    [],
    ['-interlace', 'PNG'],
    ['-depth', '16'],
    ['-define', 'png:color-type=2'],
    ['-define', 'png:color-type=6'],
  ]) {
    files.run('convert', 'gray.pgm', ...args, 'gray.png')
    const { pixels } = await only('gray.png', 'image/png')
    assert.equal(Buffer.compare(pixels, gray.pixels), 0, args.join(' '))
  }
  files.writePgm('fax.pgm', blots(204, 99))
  files.run(
    'convert',
    'fax.pgm',
    '-type',
    'bilevel',
    '-density',
    '204x98',
    '-units',
    'PixelsPerInch',
    'fax.png',
  )
  const fax = await only('fax.png', 'image/png')
  assert.equal(Buffer.compare(fax.pixels, blots(204, 99).pixels), 0)
  assert.deepEqual([fax.bilevel, Math.round(fax.xDpi), Math.round(fax.yDpi)], [true, 204, 98])
})

test('JPEG: baseline, progressive, CMYK and non-square', { skip }, async () => {
  const gray = shades(128, 96)
  files.writePgm('gray.pgm', gray)
  for (const args of [[], ['-interlace', 'JPEG'], ['-type', 'TrueColor'], ['-colorspace', 'CMYK']]) {
    files.run(
      'convert',
      'gray.pgm',
      '-density',
      '204x98',
      '-units',
      'PixelsPerInch',
      '-quality',
      '95',
      ...args,
      'gray.jpg',
    )
    const { widthPx, heightPx, xDpi, yDpi, bilevel } = await only('gray.jpg', 'image/jpeg')
    assert.deepEqual([widthPx, heightPx, xDpi, yDpi, bilevel], [128, 96, 204, 98, false])
  }
})

test('the Exif orientation of a JPEG is applied, and its resolution used where JFIF has none', {
  skip,
}, async () => {
  files.run(
    'convert',
    '-size',
    '80x40',
    'xc:white',
    '-fill',
    'black',
    '-draw',
    'rectangle 0,0 19,19',
    'lying.jpg',
  )
  files.run(
    'exiftool',
    '-q',
    '-overwrite_original',
    '-n',
    '-Orientation=6',
    '-XResolution=300',
    '-YResolution=150',
    'lying.jpg',
  )
  const { widthPx, heightPx, pixels, xDpi, yDpi } = await only('lying.jpg', 'image/jpeg')
  assert.deepEqual([widthPx, heightPx, xDpi, yDpi], [40, 80, 150, 300])
  assert.ok(pixels[39]! < 50 && pixels[0]! > 200, 'the corner at the top left is now at the top right')
})

test('metadata is told by its kind', { skip }, async () => {
  files.run('convert', '-size', '40x40', 'xc:white', 'told.jpg')
  files.run(
    'exiftool',
    '-q',
    '-overwrite_original',
    '-Artist=A',
    '-XMP:Title=B',
    '-IPTC:City=C',
    '-Comment=D',
    'told.jpg',
  )
  const jpeg = await only('told.jpg', 'image/jpeg')
  assert.deepEqual([...jpeg.metadata].sort(), ['exif', 'iptc', 'jpeg-comment', 'xmp'])
  files.run('convert', '-size', '40x40', 'xc:white', '-strip', 'told.png')
  files.run(
    'exiftool',
    '-q',
    '-overwrite_original',
    '-Artist=A',
    '-XMP:Title=B',
    '-PNG:Comment=C',
    'told.png',
  )
  const png = await only('told.png', 'image/png')
  assert.deepEqual([...png.metadata].sort(), ['png-text', 'xmp'])
  files.run('convert', '-size', '40x40', 'xc:white', '-strip', 'bare.jpg')
  assert.equal((await only('bare.jpg', 'image/jpeg')).metadata.size, 0)
})
