import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parked } from '../../../daemon/deidentify/park.ts'

test('a parked raster gives back the same pixels, and the same array while somebody holds it', () => {
  const pixels = Uint8Array.from({ length: 300 * 200 }, (_, i) => (i * 7) % 256)
  const page = parked({ number: 1, raster: { widthPx: 300, heightPx: 200, pixels } })
  const first = page.raster.pixels
  assert.deepEqual(first, pixels)
  assert.equal(page.raster.pixels, first)
  assert.deepEqual([page.raster.widthPx, page.raster.heightPx, page.number], [300, 200, 1])
})
