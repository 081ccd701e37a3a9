/** Ink is taken apart as a reader of forms would: print, rules, boxes, ticks, holes, borders, pictures, bars. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { componentsOf } from '../../../daemon/deidentify/ink/components.ts'
import {
  barcodeLikeOf,
  boxOf,
  eachRun,
  type Ink,
  inkOf,
  inkWithin,
  picturesOf,
} from '../../../daemon/deidentify/ink.ts'
import { whiteRaster } from '../../../daemon/deidentify/resample.ts'
import type { Box } from '../../../daemon/model/geometry.ts'
import { seeded } from '../../../demo/paper/random.ts'
import { renderPage, scanNoise, threshold } from '../../../demo/paper/render.ts'
import { clinicText, draw, faxOf, letter } from './ink-sheet.ts'

const countOf = ({ kinds }: Ink, kind: string) => kinds.filter(one => one === kind).length
const form = draw(
  sheet => {
    sheet.box(54, 54, 300, 60)
    sheet.rule(54, 84, 354, 84)
    sheet.rule(204, 54, 204, 114)
    sheet.text(60, 74, 'Follow up visit Dog Boo 0O8', { sizePt: 11 })
    for (const [n, label] of ['Fever', 'Cough', 'Rash'].entries()) {
      sheet.box(60 + 80 * n, 130, 9, 9, 1)
      sheet.text(74 + 80 * n, 138, label)
    }
    sheet.text(62, 138, 'x', { sizePt: 8 })
  },
  420,
  170,
)

test('components: as many, and with the same pixels, as a flood fill finds', () => {
  const size = { widthPx: 23, heightPx: 17 }
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 391, maxLength: 391 }), ink => {
      const bits = Uint8Array.from(ink, Number)
      const components = componentsOf({ ...size, bits })
      const label = new Map<number, number>()
      for (let i = 0; i < components.count; i++) {
        eachRun(components, i, (y, start, end) => {
          for (let x = start; x < end; x++) label.set(y * 23 + x, i)
        })
      }
      assert.deepEqual(
        [...label.keys()].sort((a, b) => a - b),
        [...bits.keys()].filter(at => bits[at] === 1),
      )
      assert.equal(components.count, floods({ ...size, bits }))
      assert.ok([...label].every(([at, i]) => holds(boxOf(components, i), at % 23, Math.floor(at / 23))))
      const total = Array.from({ length: components.count }, (_, i) =>
        inkWithin(components, i, boxOf(components, i)),
      )
      assert.equal(
        total.reduce((a, b) => a + b, 0),
        label.size,
      )
    }),
    { numRuns: 60 },
  )
})

const holds = ({ left, top, right, bottom }: Box, x: number, y: number) =>
  x >= left && x < right && y >= top && y < bottom

const floods = ({
  widthPx,
  heightPx,
  bits,
}: {
  widthPx: number
  heightPx: number
  bits: Uint8Array
}): number => {
  const left = new Set([...bits.keys()].filter(at => bits[at] === 1))
  let count = 0
  for (const start of left) {
    count++
    const queue = [start]
    left.delete(start)
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const [x, y] = [at % widthPx, Math.floor(at / widthPx)]
      for (const [i, j] of [-1, 0, 1].flatMap(dx => [-1, 0, 1].map(dy => [x + dx, y + dy] as const))) {
        const to = j * widthPx + i
        if (i >= 0 && j >= 0 && i < widthPx && j < heightPx && left.delete(to)) queue.push(to)
      }
    }
  }
  return count
}

for (const [name, raster, bilevel, dpi] of [
  ['clean scan', await renderPage(form, 300), false, 300],
  ['noisy scan', await scanNoise(await renderPage(form, 300), 8, seeded(2)), false, 300],
  ['fax', await faxOf(form, 196), true, 200],
] as const) {
  test(`${name}: rules come apart from the letters, round letters are no checkboxes, boxes are`, () => {
    const ink = inkOf(raster, bilevel, dpi)
    assert.equal(ink.rules[0].count, 3, 'rules across')
    assert.equal(ink.rules[1].count, 3, 'rules down')
    assert.equal(countOf(ink, 'checkbox'), 3)
    assert.equal(countOf(ink, 'drawing') + countOf(ink, 'frame') + countOf(ink, 'border'), 0)
  })
}

test('light print beside dark print is ink; shading and bleed-through are paper', async () => {
  const page = draw(
    sheet => {
      sheet.text(20, 30, 'dark print stands here', { fill: '#000' })
      sheet.text(20, 45, 'light print stands here', { fill: '#909090' })
      sheet.text(20, 60, 'bleed through from behind', { fill: '#d4d4d4' })
    },
    200,
    80,
  )
  const raster = await renderPage(page, 300)
  raster.pixels.forEach((value, at) => {
    raster.pixels[at] = Math.round(value * (0.75 + (0.25 * (at % raster.widthPx)) / raster.widthPx))
  })
  const { marks, kinds } = inkOf(raster, false, 300)
  const lines = (from: number, to: number) =>
    kinds.filter((kind, i) => {
      const { top, bottom } = boxOf(marks, i)
      return kind === 'letter' && top >= (from * 300) / 72 && bottom <= (to * 300) / 72
    }).length
  assert.ok(lines(18, 34) >= 18, 'dark')
  assert.ok(lines(34, 49) >= 18, 'light')
  assert.equal(lines(50, 66), 0, 'bleed-through')
})

test('punch holes and the black edges of a scan are told from print', async () => {
  const page = draw(sheet => {
    sheet.fill(0, 0, 612, 8, '#000')
    sheet.fill(600, 0, 12, 792, '#111')
    sheet.picture(0, 0, '<circle cx="24" cy="200" r="10"/><circle cx="24" cy="600" r="10"/>')
    sheet.paragraph(54, 100, 500, clinicText)
  })
  const ink = inkOf(await renderPage(page, 200), false, 200)
  assert.equal(countOf(ink, 'hole'), 2)
  assert.ok(countOf(ink, 'border') >= 1)
  assert.equal(countOf(ink, 'drawing'), 0)
})

test('a photograph is a picture, on gray and dithered; print, bold or dense, is not', async () => {
  const photo = draw(sheet => {
    sheet.paragraph(54, 100, 500, clinicText, { font: 'sans-bold', sizePt: 12 })
    sheet.paragraph(54, 200, 500, clinicText, { font: 'condensed', sizePt: 6 })
    sheet.fill(400, 300, 120, 150, '#777')
    sheet.fill(430, 320, 60, 80, '#333')
  })
  const gray = await renderPage(photo, 200)
  const random = seeded(5)
  const dithered = { ...gray, pixels: gray.pixels.map(value => (value < random() * 256 ? 0 : 255)) }
  for (const [raster, bilevel] of [[gray, false] as const, [dithered, true] as const]) {
    const [picture, ...others] = picturesOf(inkOf(raster, bilevel, 200), 200)
    assert.deepEqual(others, [])
    assert.ok(
      picture && picture.left > 1050 && picture.right < 1500 && picture.top > 780 && picture.bottom < 1310,
    )
  }
})

test('bars of a barcode that nobody decoded are seen, standing and lying; tables and print are none', async () => {
  const bars = (along: boolean) =>
    draw(
      sheet => {
        for (let n = 0; n < 24; n++) {
          if (along) sheet.fill(100, 60 + n * 4, 60, 1 + (n % 3), '#000')
          else sheet.fill(100 + n * 4, 60, 1 + (n % 3), 40, '#000')
        }
        sheet.paragraph(54, 200, 300, clinicText)
      },
      400,
      300,
    )
  for (const along of [true, false]) {
    const raster = threshold(await renderPage(bars(along), 200))
    assert.equal(barcodeLikeOf(inkOf(raster, true, 200), 200).length, 1)
  }
  for (const drawn of [letter(), form]) {
    assert.deepEqual(barcodeLikeOf(inkOf(await renderPage(drawn, 200), false, 200), 200), [])
  }
})

test('pages without anything, of one pixel, all black', () => {
  for (const raster of [whiteRaster(1, 1), whiteRaster(300, 200)]) {
    const { marks, rules } = inkOf(raster, false, 300)
    assert.equal(marks.count + rules[0].count + rules[1].count, 0)
  }
  const black = { widthPx: 600, heightPx: 800, pixels: new Uint8Array(480_000) }
  assert.ok(inkOf(black, true, 200).marks.count >= 1)
  assert.equal(picturesOf(inkOf(black, true, 200), 200).length, 1)
})
