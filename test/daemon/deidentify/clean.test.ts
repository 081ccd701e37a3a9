/** Dust goes, and no dot of an i, full stop, colon or decimal point goes with it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { despeckle } from '../../../daemon/deidentify/clean.ts'
import { whiteRaster } from '../../../daemon/deidentify/resample.ts'
import type { GrayRaster } from '../../../daemon/model/raster.ts'
import { seeded } from '../../../demo/paper/random.ts'
import { renderPage, scanNoise, threshold } from '../../../demo/paper/render.ts'
import { darkIn, draw, faxOf, whole } from './ink-sheet.ts'

const dots = draw(
  sheet => {
    sheet.text(20, 40, 'iii jjj 4.2 10:30 e.g. i.e. 0.125 mg. 9.8: 1.1.', { sizePt: 7 })
    sheet.text(20, 60, 'iii jjj 4.2 10:30 e.g. i.e. 0.125 mg. 9.8: 1.1.', { sizePt: 10, font: 'serif' })
  },
  300,
  90,
)

const dirty = (raster: GrayRaster, specks: number, sizePx: number): GrayRaster => {
  const random = seeded(7)
  const pixels = raster.pixels.slice()
  for (let n = 0; n < specks; n++) {
    const [x, y] = [4 + random() * (raster.widthPx - 8), 4 + random() * (raster.heightPx * 0.25)].map(
      Math.floor,
    ) as [number, number]
    for (let row = y; row < y + sizePx; row++)
      pixels.fill(0, row * raster.widthPx + x, row * raster.widthPx + x + sizePx)
  }
  return { ...raster, pixels }
}

for (const [kind, yDpi] of [
  ['fax fine', 196],
  ['fax standard', 98],
] as const) {
  test(`${kind}: every dot of 7 and 10 point print survives`, async () => {
    const fax = await faxOf(dots, yDpi)
    assert.equal(despeckle(fax, true, 204, yDpi), fax, 'a clean page is the same raster')
  })

  test(`${kind}: single black pixels away from print are taken off`, async () => {
    const fax = await faxOf(dots, yDpi)
    const cleaned = despeckle(dirty(fax, 30, 1), true, 204, yDpi)
    assert.deepEqual(cleaned.pixels, fax.pixels)
  })
}

test('300 dpi gray: dots survive, specks of two pixels go, the paper keeps its level', async () => {
  const scan = await scanNoise(await renderPage(dots, 300), 3, seeded(1))
  const before = darkIn(scan, whole(scan))
  assert.equal(despeckle(scan, false, 300, 300), scan)
  const cleaned = despeckle(dirty(scan, 25, 2), false, 300, 300)
  assert.ok(Math.abs(darkIn(cleaned, whole(cleaned)) - before) <= 2)
  const [paper] = cleaned.pixels.toSorted().slice(cleaned.pixels.length >> 1)
  assert.ok(paper && paper > 240)
})

test('a speck near other ink stays, wherever the cell borders lie', () => {
  for (let distance = 1; distance <= 8; distance++) {
    for (let shift = 0; shift < 14; shift++) {
      const page = whiteRaster(100, 60)
      for (let y = 30; y < 45; y++) page.pixels.fill(0, y * 100 + 30 + shift, y * 100 + 34 + shift)
      page.pixels[(29 - distance) * 100 + 31 + shift] = 0
      assert.equal(despeckle(page, true, 200, 200), page, `${distance} ${shift}`)
    }
  }
})

test('pages of one pixel, all black, all white, and pure noise come through', () => {
  for (const level of [0, 255]) {
    const one = { widthPx: 1, heightPx: 1, pixels: Uint8Array.of(level) }
    assert.equal(despeckle(one, true, 204, 98).pixels[0], 255, 'a single black pixel is a speck')
    const all = { widthPx: 700, heightPx: 500, pixels: new Uint8Array(350_000).fill(level) }
    assert.equal(despeckle(all, false, 300, 300), all)
  }
  const random = seeded(3)
  const noise = threshold({
    widthPx: 700,
    heightPx: 500,
    pixels: Uint8Array.from({ length: 350_000 }, () => random() * 256),
  })
  assert.equal(despeckle(noise, true, 204, 196).pixels.length, 350_000)
})
