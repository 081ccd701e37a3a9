/** Only pixels and a believable resolution come out of strip, in an object and a raster of its own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strip } from '../../../daemon/deidentify/strip.ts'
import { Rejected } from '../../../daemon/errors.ts'
import { pageAt } from '../../../daemon/model/page.ts'

type Given = {
  widthPx?: number
  heightPx?: number
  xDpi?: number
  yDpi?: number
  bilevel?: boolean
  fill?: number
  metadata?: string[]
  pixels?: Uint8Array
}

const decoded = ({
  widthPx = 20,
  heightPx = 30,
  xDpi = 200,
  yDpi = 200,
  bilevel = false,
  fill = 255,
  metadata = [],
  pixels,
}: Given) =>
  pageAt('decoded', {
    number: 3,
    raster: { widthPx, heightPx, pixels: pixels ?? new Uint8Array(widthPx * heightPx).fill(fill) },
    xDpi,
    yDpi,
    bilevel,
    untrustedMetadata: metadata,
  })

const dpiOf = (given: Given) => {
  const { xDpi, yDpi } = strip(decoded(given))
  return [xDpi, yDpi]
}

test('the page that comes out shares nothing with the one that went in, and has no other field', () => {
  const page = Object.assign(decoded({ fill: 7 }), { title: 'Jane Doe' })
  Object.assign(page.raster, { comment: 'Jane Doe' })
  const stripped = strip(page)
  assert.deepEqual(Object.keys(stripped).sort(), ['bilevel', 'dropped', 'number', 'raster', 'xDpi', 'yDpi'])
  assert.deepEqual(Object.keys(stripped.raster).sort(), ['heightPx', 'pixels', 'widthPx'])
  assert.notEqual(stripped.raster.pixels.buffer, page.raster.pixels.buffer)
  assert.deepEqual(stripped.raster.pixels, page.raster.pixels)
})

test('what was dropped is told by known kinds only', () => {
  assert.deepEqual(strip(decoded({ metadata: ['xmp', 'Jane Doe', 'exif'] })).dropped, ['exif', 'xmp'])
})

test('a bilevel page has two values', () => {
  const pixels = Uint8Array.of(0, 1, 127, 128, 254, 255)
  const stripped = strip(decoded({ widthPx: 6, heightPx: 1, bilevel: true, pixels }))
  assert.deepEqual([...stripped.raster.pixels], [0, 0, 0, 255, 255, 255])
})

test('a raster that is not what it says it is is corrupt', () => {
  const pixels = new Uint8Array(10)
  for (const [widthPx, heightPx] of [
    [5, 3],
    [0, 10],
    [-5, -2],
    [2.5, 4],
    [Number.NaN, 1],
    [70_000, 1],
  ] as const) {
    assert.throws(
      () => strip(decoded({ widthPx, heightPx, pixels })),
      thrown => thrown instanceof Rejected && thrown.code === 'corrupt',
    )
  }
})

test('resolutions are kept within bounds', () => {
  assert.deepEqual(dpiOf({ widthPx: 1728, heightPx: 1100, xDpi: 204, yDpi: 98 }), [204, 98])
  assert.deepEqual(dpiOf({ widthPx: 60, heightPx: 60, xDpi: 5, yDpi: 5 }), [50, 50])
  assert.deepEqual(dpiOf({ widthPx: 600, heightPx: 600, xDpi: 9600, yDpi: 4800 }), [1200, 1200])
})

test('a missing resolution is guessed: a fax by its line, other pages by the width of Letter', () => {
  const missing = { xDpi: 0, yDpi: 0 }
  assert.deepEqual(dpiOf({ ...missing, widthPx: 1728, heightPx: 1100, bilevel: true }), [204, 98])
  assert.deepEqual(dpiOf({ ...missing, widthPx: 1728, heightPx: 2200, bilevel: true }), [204, 196])
  assert.deepEqual(dpiOf({ ...missing, widthPx: 3456, heightPx: 4300, bilevel: true }), [408, 391])
  assert.deepEqual(dpiOf({ ...missing, widthPx: 2550, heightPx: 3300 }), [300, 300])
  assert.deepEqual(dpiOf({ ...missing, widthPx: 3300, heightPx: 2550 }), [300, 300])
  assert.deepEqual(dpiOf({ xDpi: Number.NaN, yDpi: 200, widthPx: 1700, heightPx: 2200 }), [200, 200])
})

test('pixels more oblong than any fax has are not believed: squared, the page would grow many times over', () => {
  assert.deepEqual(dpiOf({ widthPx: 2550, heightPx: 3300, xDpi: 50, yDpi: 1200 }), [300, 300])
  assert.deepEqual(dpiOf({ widthPx: 1728, heightPx: 1100, xDpi: 1200, yDpi: 98, bilevel: true }), [204, 98])
})

test('a default that nobody set is not believed: a page of one metre', () => {
  assert.deepEqual(dpiOf({ widthPx: 2550, heightPx: 3300, xDpi: 72, yDpi: 72 }), [300, 300])
})
