/** Every bad input ends as a code, in bounded time and memory, with the child gone and this process unharmed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constants, deflateRawSync } from 'node:zlib'
import type { MediaType } from '../../../drivers/decode/protocol.ts'
import { blots, codeHere, codeOf, needs, shades, workFolder } from './fixtures.ts'
import { pdfOf, stream } from './pdfs.ts'

const files = workFolder()
const skip = needs('convert', 'gs', 'qpdf')

/** A little-endian TIFF of one directory; a field is [tag, type, count, value]. */
const tiffOf = (fields: readonly (readonly [number, number, number, number])[], next: number): Buffer => {
  const bytes = Buffer.alloc(8 + 2 + fields.length * 12 + 4)
  bytes.write('II*\0', 'latin1')
  bytes.writeUInt32LE(8, 4)
  bytes.writeUInt16LE(fields.length, 8)
  fields.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12
    bytes.writeUInt16LE(tag, at)
    bytes.writeUInt16LE(type, at + 2)
    bytes.writeUInt32LE(count, at + 4)
    bytes.writeUInt32LE(value, at + 8)
  })
  bytes.writeUInt32LE(next, bytes.length - 4)
  return bytes
}

const sides = (width: number, height: number) =>
  [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 1],
    [259, 3, 1, 4],
    [262, 3, 1, 0],
    [273, 4, 1, 8],
    [278, 4, 1, height],
    [279, 4, 1, 16],
  ] as const

test('an empty file, text, and files that are not what they are said to be', { skip }, async () => {
  files.writePgm('page.pgm', blots(200, 100))
  files.run('convert', 'page.pgm', 'page.png')
  const types: MediaType[] = ['image/tiff', 'application/pdf', 'image/png', 'image/jpeg']
  for (const mediaType of types) {
    assert.equal(await codeOf(new Uint8Array(0), mediaType), 'empty-file')
    assert.equal(
      await codeOf(Buffer.from('Dear colleague, thank you for seeing this patient.'), mediaType),
      'unknown-format',
    )
    if (mediaType !== 'image/png')
      assert.equal(await codeOf(files.bytes('page.png'), mediaType), 'unknown-format')
  }
})

const cutAt = (bytes: Uint8Array): Uint8Array[] =>
  [0.2, 0.5, 0.9]
    .map(part => bytes.subarray(0, Math.floor(bytes.length * part)))
    .concat(bytes.subarray(0, -3))

test('cut-off files', { skip }, async () => {
  files.writePgm('page.pgm', shades(700, 500))
  files.run('convert', 'page.pgm', 'page.png')
  files.run('convert', 'page.pgm', 'page.jpg')
  files.run('convert', 'page.pgm', '-interlace', 'JPEG', 'progressive.jpg')
  files.run('convert', 'page.pgm', '-compress', 'LZW', 'page.tif')
  files.run(
    'gs',
    '-q',
    '-dNOPAUSE',
    '-dBATCH',
    '-sDEVICE=pdfwrite',
    '-sOutputFile=page.pdf',
    '-c',
    'showpage showpage',
  )
  files.run('qpdf', '--linearize', 'page.pdf', 'linear.pdf')
  const whole: [string, MediaType][] = [
    ['page.png', 'image/png'],
    ['page.jpg', 'image/jpeg'],
    ['progressive.jpg', 'image/jpeg'],
    ['page.tif', 'image/tiff'],
    ['page.pdf', 'application/pdf'],
    ['linear.pdf', 'application/pdf'],
  ]
  for (const [name, mediaType] of whole) {
    assert.equal(await codeHere(files.bytes(name), mediaType), 'decoded', name)
    for (const part of cutAt(files.bytes(name))) {
      assert.equal(await codeHere(part, mediaType), 'truncated', `${name} at ${part.length}`)
    }
    assert.equal(await codeOf(cutAt(files.bytes(name))[1]!, mediaType), 'truncated', name)
  }
})

test('a page whose coded lines end early, in a file that looks whole', {
  skip: skip || needs('tiffcp'),
}, async () => {
  files.writePgm('page.pgm', blots(1728, 600))
  files.run('convert', 'page.pgm', '-type', 'bilevel', '-compress', 'Group4', 'page.tif')
  for (const compression of ['g3:1d', 'g3:2d', 'g4', 'zip', 'lzw']) {
    files.run('tiffcp', '-c', compression, '-r', '600', 'page.tif', 'short.tif')
    const bytes = Buffer.from(files.bytes('short.tif'))
    const directory = bytes.readUInt32LE(4)
    for (let at = directory + 2; at < directory + 2 + bytes.readUInt16LE(directory) * 12; at += 12) {
      const isCount = bytes.readUInt16LE(at) === 279
      if (isCount && bytes.readUInt16LE(at + 2) === 3)
        bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) >> 1, at + 8)
      else if (isCount) bytes.writeUInt32LE(bytes.readUInt32LE(at + 8) >> 1, at + 8)
    }
    const code = await codeHere(bytes, 'image/tiff')
    assert.ok(code === 'truncated' || code === 'corrupt', `${compression}: ${code}`)
  }
})

test('a fax from a noisy line is a page, a ruin is not', { skip: skip || needs('tiffcp') }, async () => {
  files.writePgm('page.pgm', blots(1728, 600))
  files.run('convert', 'page.pgm', '-type', 'bilevel', '-compress', 'Group4', 'page.tif')
  files.run('tiffcp', '-c', 'g3:1d', '-r', '600', 'page.tif', 'noisy.tif')
  const damagedAt = (step: number) => {
    const bytes = Uint8Array.from(files.bytes('noisy.tif'))
    for (let at = 500; at < bytes.length - 500; at += step) bytes[at]! ^= 0x18
    return bytes
  }
  const length = files.bytes('noisy.tif').length
  assert.equal(await codeOf(damagedAt(Math.floor(length / 6)), 'image/tiff'), 'decoded')
  assert.equal(await codeOf(damagedAt(150), 'image/tiff'), 'corrupt')
})

test('encrypted PDF', { skip }, async () => {
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
  for (const bits of ['40', '128', '256']) {
    const weak = bits === '256' ? [] : ['--allow-weak-crypto']
    files.run('qpdf', ...weak, '--encrypt', 'secret', 'owner', bits, '--', 'open.pdf', 'locked.pdf')
    assert.equal(await codeOf(files.bytes('locked.pdf'), 'application/pdf'), 'encrypted-pdf', bits)
  }
})

test('a damaged PDF whose objects had to be searched for', async () => {
  const text = Buffer.from(pdfOf({})).toString('latin1')
  const moved = Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')
  assert.equal(await codeOf(moved, 'application/pdf'), 'corrupt')
})

const hugePng = (): Buffer => {
  const bytes = Buffer.alloc(8 + 25 + 12 + 12)
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  bytes.writeUInt32BE(60_000, 16)
  bytes.writeUInt32BE(60_000, 20)
  bytes[24] = 8
  bytes.write('IDAT', 37, 'latin1')
  bytes.write('IEND', 49, 'latin1')
  return bytes
}

const hugeJpeg = Buffer.from('ffd8ffc0000b08ea60ea6001011100ffda0008010100003f00ffd9', 'hex')

test('60,000 × 60,000 pixels, without allocating them', async () => {
  const limits = { memoryBytes: 160 * 2 ** 20 }
  const code = (bytes: Uint8Array, mediaType: MediaType) => codeOf(bytes, mediaType, { limits })
  assert.equal(await code(tiffOf(sides(60_000, 60_000), 0), 'image/tiff'), 'too-many-pixels')
  assert.equal(await code(tiffOf(sides(2 ** 32 - 1, 2 ** 32 - 1), 0), 'image/tiff'), 'too-many-pixels')
  assert.equal(await code(hugePng(), 'image/png'), 'too-many-pixels')
  assert.equal(await code(hugeJpeg, 'image/jpeg'), 'too-many-pixels')
  assert.equal(await code(pdfOf({ mediaBox: [0, 0, 14_400, 14_400] }), 'application/pdf'), 'too-many-pixels')
  const image = stream(
    '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1',
    'x',
  )
  const scan = pdfOf({
    contents: 'q 612 0 0 792 0 0 cm /I Do Q',
    resources: '/XObject << /I 4 0 R >>',
    objects: [image],
  })
  assert.equal(await code(scan, 'application/pdf'), 'too-many-pixels')
})

test('directories that form a loop', async () => {
  assert.equal(await codeOf(tiffOf(sides(100, 100), 8), 'image/tiff'), 'corrupt')
})

test('5,000 pages', async () => {
  const page = tiffOf(sides(100, 100), 0).subarray(8)
  const pages = Array.from({ length: 5000 }, (_, index) => {
    const copy = Buffer.from(page)
    copy.writeUInt32LE(index === 4999 ? 0 : 8 + (index + 1) * page.length, page.length - 4)
    return copy
  })
  const tiff = Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), ...pages])
  assert.equal(await codeOf(tiff, 'image/tiff'), 'too-many-pages')
  assert.equal(await codeOf(pdfOf({ pages: 5000 }), 'application/pdf'), 'too-many-pages')
})

/** A zlib stream of `megabytes` of spaces, made without deflating them. */
const bomb = (megabytes: number): Uint8Array => {
  const block = deflateRawSync(Buffer.alloc(2 ** 20, ' '), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([
    Buffer.from([0x78, 0xda]),
    ...Array<Buffer>(megabytes).fill(block),
    Buffer.from([3, 0, 0, 0, 0, 0]),
  ])
}

test('a ZIP bomb in the stream of a page', async () => {
  const bytes = pdfOf({ contents: bomb(1500), filter: '/Filter /FlateDecode' })
  assert.ok(bytes.length < 4e6)
  const code = await codeOf(bytes, 'application/pdf', { limits: { memoryBytes: 300 * 2 ** 20, seconds: 20 } })
  assert.equal(code, 'too-much-memory')
})

test('a page that takes for ever', async () => {
  const lines = '0 0 m 612 792 l S 10 w '.repeat(400_000)
  const code = await codeOf(pdfOf({ contents: lines }), 'application/pdf', { limits: { seconds: 2 } })
  assert.equal(code, 'too-slow')
})

test('more bytes than are allowed', async () => {
  assert.equal(await codeOf(new Uint8Array(2000), 'image/png', { limits: { bytes: 1999 } }), 'too-many-bytes')
})
