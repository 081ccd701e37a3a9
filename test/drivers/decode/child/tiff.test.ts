/** Every TIFF that a fax server or scanner writes gives the pixels that went in, upright, with both resolutions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blots, type Gray, needs, readHere, shades, workFolder } from '../fixtures.ts'

const skip = needs('convert', 'tiffcp', 'tiffset')
const files = workFolder()
const page = blots(1728, 300)

const faxTiff = (): string => {
  files.writePgm('page.pgm', page)
  files.run('convert', 'page.pgm', '-type', 'bilevel', '-compress', 'Group4', 'page.tif')
  return 'page.tif'
}

const only = async (name: string) => {
  const frames = await readHere(files.bytes(name), 'image/tiff')
  assert.equal(frames.length, 1)
  return frames[0]!
}

const samePixels = (raster: Gray, expected: Gray, what: string): void => {
  assert.deepEqual([raster.widthPx, raster.heightPx], [expected.widthPx, expected.heightPx], what)
  assert.equal(Buffer.compare(raster.pixels, expected.pixels), 0, what)
}

test('each compression, photometric and fill order decodes to the same pixels', { skip }, async () => {
  const source = faxTiff()
  files.run('convert', source, '-define', 'quantum:polarity=min-is-black', '-compress', 'None', 'black.tif')
  files.run('convert', source, '-define', 'quantum:polarity=min-is-white', '-compress', 'None', 'white.tif')
  const variants: string[][] = []
  for (const compression of ['g3:1d', 'g3:2d', 'g3:2d:fill', 'g4', 'lzw', 'zip', 'packbits', 'none']) {
    variants.push(['-c', compression, '-f', 'lsb2msb', 'white.tif'], ['-c', compression, 'black.tif'])
  }
  variants.push(['-c', 'g4', '-B', '-r', '16', 'white.tif'])
  variants.push(['-c', 'g4', '-t', '-w', '256', '-l', '256', 'white.tif'])
  for (const args of variants) {
    files.run('tiffcp', ...args, 'variant.tif')
    const frame = await only('variant.tif')
    samePixels(frame, page, args.join(' '))
    assert.equal(frame.bilevel, true)
  }
})

test('many pages come in the order of the file, each with its own size', { skip }, async () => {
  const sizes = [100, 40, 77]
  sizes.forEach((height, index) => {
    files.writePgm(`${index}.pgm`, blots(200, height))
  })
  const parts = sizes.map((_, index) => `${index}.pgm`)
  files.run('convert', ...parts, '-type', 'bilevel', '-compress', 'Group4', 'many.tif')
  const frames = await readHere(files.bytes('many.tif'), 'image/tiff')
  frames.forEach((frame, index) => {
    samePixels(frame, blots(200, sizes[index]!), `page ${index}`)
  })
  assert.equal(frames.length, 3)
})

test('non-square resolutions are told apart, in inches and centimetres', { skip }, async () => {
  const source = faxTiff()
  const tags = (x: string, y: string, unit: string) => [
    ['-s', '282', x],
    ['-s', '283', y],
    ['-s', '296', unit],
  ]
  const resolutionOf = async (x: string, y: string, unit: string) => {
    files.run('tiffcp', '-c', 'g4', source, 'dense.tif')
    for (const tag of tags(x, y, unit)) files.run('tiffset', ...tag, 'dense.tif')
    const { xDpi, yDpi } = await only('dense.tif')
    return [Math.round(xDpi), Math.round(yDpi)]
  }
  assert.deepEqual(await resolutionOf('204', '98', '2'), [204, 98])
  assert.deepEqual(await resolutionOf('204', '196', '2'), [204, 196])
  assert.deepEqual(await resolutionOf('80.3', '38.5', '3'), [204, 98], 'pixels per centimetre')
  assert.deepEqual(await resolutionOf('204', '98', '1'), [204, 98], 'no unit, but a scanner could mean it')
  assert.deepEqual(await resolutionOf('1', '1', '1'), [0, 0], 'no unit, and only a ratio')
})

/** Where the upright pixel (x, y) lies in the stored raster, by TIFF 6.0 §8 in its own words. */
const storedAt: Record<number, (x: number, y: number, w: number, h: number) => [number, number]> = {
  1: (x, y) => [x, y],
  2: (x, y, w) => [w - 1 - x, y], // row 0 top, column 0 right
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y], // row 0 bottom, column 0 right
  4: (x, y, _w, h) => [x, h - 1 - y], // row 0 bottom, column 0 left
  5: (x, y) => [y, x], // row 0 left, column 0 top
  6: (x, y, w) => [y, w - 1 - x], // row 0 right, column 0 top
  7: (x, y, w, h) => [h - 1 - y, w - 1 - x], // row 0 right, column 0 bottom
  8: (x, y, _w, h) => [h - 1 - y, x], // row 0 left, column 0 bottom
}

const storedAs = (orientation: number, { widthPx, heightPx, pixels }: Gray): Gray => {
  const turned = orientation >= 5
  const stored = turned ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx }
  const to = new Uint8Array(pixels.length)
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const [column, row] = storedAt[orientation]!(x, y, widthPx, heightPx)
      to[row * stored.widthPx + column] = pixels[y * widthPx + x]!
    }
  }
  return { ...stored, pixels: to }
}

test('each orientation tag gives the upright page, with its resolutions turned along', { skip }, async () => {
  const upright = blots(240, 130)
  for (let orientation = 1; orientation <= 8; orientation++) {
    files.writePgm('stored.pgm', storedAs(orientation, upright))
    files.run('convert', 'stored.pgm', '-type', 'bilevel', '-compress', 'Group4', 'turned.tif')
    for (const [tag, value] of [
      ['274', String(orientation)],
      ['282', '204'],
      ['283', '98'],
      ['296', '2'],
    ] as const) {
      files.run('tiffset', '-s', tag, value, 'turned.tif')
    }
    const turned = await only('turned.tif')
    const { xDpi, yDpi } = turned
    samePixels(turned, upright, `orientation ${orientation}`)
    assert.deepEqual([xDpi, yDpi], orientation >= 5 ? [98, 204] : [204, 98])
  }
})

test('gray, 16-bit, palette, colour, CMYK and transparency all become 8-bit gray', { skip }, async () => {
  const gray = shades(120, 90)
  files.writePgm('gray.pgm', gray)
  const within = async (tolerance: number, ...args: string[]) => {
    files.run('convert', 'gray.pgm', ...args, 'deep.tif')
    const { pixels, bilevel } = await only('deep.tif')
    assert.equal(bilevel, false)
    const worst = pixels.reduce((most, value, i) => Math.max(most, Math.abs(value - gray.pixels[i]!)), 0)
    assert.ok(worst <= tolerance, `${args.join(' ')}: ${worst}`)
  }
  await within(0, '-compress', 'LZW')
  await within(0, '-compress', 'Zip', '-define', 'tiff:predictor=2')
  await within(1, '-depth', '16', '-compress', 'Zip')
  await within(1, '-depth', '16', '-endian', 'MSB', '-compress', 'LZW')
  await within(1, '-type', 'TrueColor', '-compress', 'LZW')
  await within(8, '-type', 'Palette', '-compress', 'None')
  await within(45, '-colorspace', 'CMYK', '-compress', 'LZW')
  await within(8, '-compress', 'JPEG', '-quality', '98')
  files.run(
    'convert',
    '-size',
    '60x50',
    'xc:none',
    '-fill',
    'black',
    '-draw',
    'rectangle 0,0 9,9',
    'clear.tif',
  )
  const { pixels } = await only('clear.tif')
  assert.ok(pixels[0] === 0 && pixels[40]! >= 254, 'transparent is white')
})

test('metadata is told by its kind and never by its words', { skip: skip || needs('exiftool') }, async () => {
  const source = faxTiff()
  files.run('tiffcp', '-c', 'g4', source, 'telling.tif')
  files.run(
    'exiftool',
    '-q',
    '-overwrite_original',
    '-Artist=A',
    '-GPSLatitude=1',
    '-XMP:Title=B',
    '-IPTC:City=C',
    'telling.tif',
  )
  const { metadata } = await only('telling.tif')
  assert.deepEqual([...metadata].sort(), ['exif', 'iptc', 'tiff-tags', 'xmp'])
})
