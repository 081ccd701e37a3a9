/** Glued words are parted at a seam only where the paper shows between the characters. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parted, type SeenWord } from '../../../../daemon/deidentify/read/glued.ts'
import { whiteRaster } from '../../../../daemon/deidentify/resample.ts'

/** Characters of 10 pixels with their ink in the first 8. */
const written = (text: string): { seen: SeenWord; raster: ReturnType<typeof whiteRaster> } => {
  const letters = [...text]
  const raster = whiteRaster(letters.length * 10 + 20, 40)
  const chars = letters.map((_, i) => ({ left: 10 + i * 10, right: 18 + i * 10 }))
  for (const { left, right } of chars) {
    for (let y = 10; y < 30; y++) raster.pixels.fill(0, y * raster.widthPx + left, y * raster.widthPx + right)
  }
  const box = { left: 10, top: 10, right: 8 + letters.length * 10, bottom: 30 }
  return { seen: { text, box, confidence: 0.9, block: 0, line: 0, chars }, raster }
}

const textsOf = (text: string): string[] => {
  const { seen, raster } = written(text)
  return parted(seen, raster).map(word => word.text)
}

test('labels are parted from their values', () => {
  assert.deepEqual(textsOf('Name:John'), ['Name:', 'John'])
  assert.deepEqual(textsOf('DOB:03/04/1961'), ['DOB:', '03/04/1961'])
  assert.deepEqual(textsOf('MRN#4481273'), ['MRN#', '4481273'])
  assert.deepEqual(textsOf('Smith,John;Rosa'), ['Smith,', 'John;', 'Rosa'])
})

test('times, ratios, addresses and ordinary words stay whole', () => {
  for (const text of [
    '10:30',
    '1,250',
    'https://a.org/x',
    'q.d.',
    '3:1',
    'well-known',
    'a:b',
    'Name:',
    '5mg,',
  ])
    assert.deepEqual(textsOf(text), [text])
})

test('boxes meet in the gap, and no character lies across the seam', () => {
  const { seen, raster } = written('Name:John')
  const [label, value] = parted(seen, raster)
  assert.equal(label?.box.right, value?.box.left)
  assert.ok((label?.box.right ?? 0) >= 58 && (value?.box.left ?? 0) <= 60)
  assert.deepEqual([label?.box.left, value?.box.right], [seen.box.left, seen.box.right])
})

test('a word without characters, or with ink over the seam, stays whole', () => {
  const { seen, raster } = written('Name:John')
  const { chars: _, ...bare } = seen
  assert.deepEqual(parted(bare, raster), [bare])
  raster.pixels.fill(0, 20 * raster.widthPx, 21 * raster.widthPx)
  assert.deepEqual(parted(seen, raster), [bare])
})
