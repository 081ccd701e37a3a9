/** A look masks what it can read and looks again; a page leaves only after a look that found nothing. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { secondLook } from '../../../daemon/deidentify/second-look.ts'
import type { Box } from '../../../daemon/model/geometry.ts'
import { identity } from '../../../daemon/model/geometry.ts'
import { pageAt } from '../../../daemon/model/page.ts'
import { gateThresholds } from '../../../daemon/model/thresholds.ts'

const [widthPx, heightPx, dpi] = [600, 300, 200]

/** Bars that look like words, each `text` of which a reader that sees its ink will read. */
const pageWith = (words: readonly Box[]) => {
  const pixels = new Uint8Array(widthPx * heightPx).fill(255)
  for (const { left, top, right, bottom } of words)
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x += 4) pixels.fill(0, y * widthPx + x, y * widthPx + x + 2)
  const raster = { widthPx, heightPx, pixels }
  const common = { number: 1, raster, bilevel: false, dpi, transform: identity }
  return pageAt('masked', { ...common, masked: [], inkUnderstood: 1, held: null })
}

const word = (i: number): Box => ({ left: 40, top: 20 + 40 * i, right: 160, bottom: 40 + 40 * i })

/** Reads `Giselle Quigley` wherever there is ink that is not solid. */
const attack = (seen: { looks: number }, until = Number.POSITIVE_INFINITY) => ({
  reader: {
    read: async ({
      widthPx: width,
      heightPx: height,
      pixels,
    }: {
      widthPx: number
      heightPx: number
      pixels: Uint8Array
    }) => {
      seen.looks++
      if (seen.looks > until) return []
      const box = inkBox(width, height, pixels)
      return box === null ? [] : [{ text: 'Giselle', box, confidence: 0.95, block: 0, line: 0 }]
    },
  },
  barcodes: { find: async () => [] },
  findSpans: () => [],
  knownValues: ['Giselle'],
})

const inkBox = (width: number, height: number, pixels: Uint8Array): Box | null => {
  let box: Box | null = null
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((pixels[y * width + x] as number) < 128)
        box =
          box === null
            ? { left: x, top: y, right: x + 1, bottom: y + 1 }
            : {
                left: Math.min(box.left, x),
                top: Math.min(box.top, y),
                right: Math.max(box.right, x + 1),
                bottom: Math.max(box.bottom, y + 1),
              }
  return box
}

it('masks what the first look could read, and the page leaves after a look that found nothing', async () => {
  const seen = { looks: 0 }
  const page = pageWith([word(0)])
  const verified = await secondLook(page, attack(seen), gateThresholds)
  assert.deepEqual(verified.hits, [])
  assert.deepEqual(
    verified.masked.map(({ reason }) => reason),
    ['second-look'],
  )
  const { left, top, right, bottom } = word(0)
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) assert.equal(verified.raster.pixels[y * widthPx + x], 0)
  assert.equal(page.raster.pixels.includes(255), true, 'the page that was looked at is left as it was')
})

it('holds a page on which every look still reads something', async () => {
  const stubborn = {
    ...attack({ looks: 0 }),
    reader: {
      read: async () => [
        {
          text: 'Giselle',
          box: { left: 5, top: 5, right: 60, bottom: 25 },
          confidence: 0.95,
          block: 0,
          line: 0,
        },
      ],
    },
  }
  const verified = await secondLook(pageWith([word(0), word(2), word(4)]), stubborn, gateThresholds)
  assert.ok(verified.hits.length > 0)
})

it('an error of the reader is an error of the look', async () => {
  const blind = { ...attack({ looks: 0 }), reader: { read: () => Promise.reject(new Error('blind')) } }
  await assert.rejects(secondLook(pageWith([word(0)]), blind, gateThresholds), /blind/)
})
