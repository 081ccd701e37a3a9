/** What the reader is shown: no rules, no dark bands, even paper; letters that cross a rule whole; the page untouched. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { angleOf } from '../../../../daemon/deidentify/read/angle.ts'
import { smoothed } from '../../../../daemon/deidentify/read/smooth.ts'
import { viewOf } from '../../../../daemon/deidentify/read/view.ts'
import { whiteRaster } from '../../../../daemon/deidentify/resample.ts'
import type { GrayRaster } from '../../../../daemon/model/raster.ts'
import { renderPage, threshold } from '../../../../demo/paper/render.ts'
import { clinicText, darkIn, draw, letter } from '../ink-sheet.ts'

const fill = ({ widthPx, pixels }: GrayRaster, left: number, top: number, right: number, bottom: number) => {
  for (let y = top; y < bottom; y++) pixels.fill(0, y * widthPx + left, y * widthPx + right)
}

test('a clean gray page is shown as it is', async () => {
  const plain = draw(sheet => sheet.paragraph(54, 100, 500, clinicText))
  const page = await renderPage(plain, 200)
  assert.equal(viewOf(page, false, 200).raster, page)
})

test('rules, grids and combs are not shown, and stay on the page', async () => {
  const ruled = (rules: boolean) =>
    draw(sheet => {
      for (let i = 0; i < 9; i++) {
        if (rules) sheet.box(60 + i * 16, 60, 16, 18, 0.6)
        sheet.text(64 + i * 16, 74, String(i), { sizePt: 12 })
      }
      for (let row = 0; row < 4; row++) {
        if (rules) sheet.box(60, 120 + row * 20, 300, 20, 0.8)
        sheet.text(64, 134 + row * 20, 'Hemoglobin')
      }
    })
  for (const bilevel of [false, true]) {
    const drawn = async (rules: boolean) => {
      const gray = await renderPage(ruled(rules), 200)
      return bilevel ? threshold(gray) : gray
    }
    const [page, without] = [await drawn(true), await drawn(false)]
    const before = page.pixels.slice()
    const { raster } = viewOf(page, bilevel, 200)
    const all = { left: 0, top: 0, right: page.widthPx, bottom: page.heightPx }
    const [left, text] = [darkIn(raster, all), darkIn(without, all)]
    assert.ok(Math.abs(left - text) < 0.12 * text, `${left} dark pixels, of text ${text}`)
    assert.deepEqual(page.pixels, before)
  }
})

test('a stroke that goes through a rule is not broken', () => {
  const page = whiteRaster(600, 200)
  fill(page, 20, 100, 580, 104)
  fill(page, 300, 75, 306, 130)
  const { raster } = viewOf(page, false, 200)
  for (let y = 75; y < 130; y++) assert.equal(raster.pixels[y * 600 + 303], 0, `row ${y}`)
  assert.equal(raster.pixels[102 * 600 + 100], 255)
})

test('light print on a dark band is shown dark on light, and the band is named', async () => {
  const banded = draw(sheet => {
    sheet.fill(40, 100, 500, 20, '#222')
    sheet.text(50, 114, 'Test Result Reference', { font: 'sans-bold', fill: '#fff' })
    sheet.paragraph(54, 160, 500, clinicText)
  })
  const page = await renderPage(banded, 200)
  const { raster, dark } = viewOf(page, false, 200)
  assert.equal(dark.length, 1)
  const [band] = dark
  assert.ok(band)
  const share = darkIn(raster, band) / ((band.right - band.left) * (band.bottom - band.top))
  assert.ok(share > 0.02 && share < 0.3, `${share} of the band is dark`)
})

test('paper in shadow becomes white, and faint ink dark', async () => {
  const page = await renderPage(letter(2), 200)
  const shaded = {
    ...page,
    pixels: page.pixels.map(
      (value, i) => 215 - Math.round((90 * (i % page.widthPx)) / page.widthPx) - (255 - value) * 0.3,
    ),
  }
  const { raster } = viewOf(shaded, false, 200)
  const white = raster.pixels.reduce((sum, value) => sum + (value > 230 ? 1 : 0), 0) / raster.pixels.length
  const all = { left: 0, top: 0, right: page.widthPx, bottom: page.heightPx }
  assert.ok(white > 0.85, `${white} of the page is white`)
  assert.ok(Math.abs(darkIn(raster, all) / darkIn(page, all) - 1) < 0.35)
})

test('what shines through from the other side is not shown', async () => {
  const narrow = draw(sheet => sheet.paragraph(54, 100, 230, clinicText))
  const page = await renderPage(narrow, 200)
  const pixels = page.pixels.map((value, i) => {
    const [x, y] = [i % page.widthPx, Math.floor(i / page.widthPx)]
    const other = page.pixels[y * page.widthPx + page.widthPx - 1 - x] as number
    return Math.max(0, value - Math.round((255 - other) * 0.28))
  })
  const { raster } = viewOf({ ...page, pixels }, false, 200)
  const gray = raster.pixels.reduce((sum, value) => sum + (value < 215 ? 1 : 0), 0)
  const own = page.pixels.reduce((sum, value) => sum + (value < 215 ? 1 : 0), 0)
  assert.ok(gray < 1.1 * own, `${gray} against ${own}`)
})

test('smoothing keeps flat areas and rounds a corner', () => {
  const page = whiteRaster(5, 5)
  fill(page, 0, 0, 3, 3)
  const { pixels } = smoothed(page)
  assert.deepEqual([pixels[0], pixels[24]], [0, 255])
  assert.ok((pixels[2 * 5 + 2] as number) > 80 && (pixels[2 * 5 + 2] as number) < 150)
})

test('the angle of a line is told from its letters; a column of short lines has none', () => {
  const at = (left: number, top: number) => ({ left, top, right: left + 12, bottom: top + 16 })
  const along = (stepX: number, stepY: number) =>
    Array.from({ length: 9 }, (_, i) => at(i * stepX, i * stepY))
  assert.equal(angleOf(along(0, 18)), 90)
  assert.ok(Math.abs((angleOf(along(14, 0)) ?? 90) - 0) < 1)
  assert.ok(Math.abs((angleOf(along(13, -4)) ?? 0) + 17) < 2)
  const column = Array.from({ length: 8 }, (_, row) => [at(0, row * 44), at(14, row * 44)]).flat()
  assert.equal(angleOf(column), null)
})
