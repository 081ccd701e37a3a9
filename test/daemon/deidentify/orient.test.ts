/** Pages come out upright, straight and square, however they went in; pages that are so keep their pixels. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { orient } from '../../../daemon/deidentify/orient.ts'
import { turn, whiteRaster } from '../../../daemon/deidentify/resample.ts'
import { applyTo, type Point } from '../../../daemon/model/geometry.ts'
import { seeded } from '../../../demo/paper/random.ts'
import { renderPage, scanNoise, speckle } from '../../../demo/paper/render.ts'
import { counting, openTestReader } from './ink-reader.ts'
import { clinicText, darkIn, draw, faxOf, letter, stripped } from './ink-sheet.ts'

const reader = await openTestReader()
after(() => reader.close())

/** Where the paper's point (in points) was drawn when the page was turned by `degrees` and the canvas grew. */
const drawnAt = ({ x, y }: Point, degrees: number, widthPx: number, heightPx: number, dpi: number): Point => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const [dx, dy] = [((x - 306) * dpi) / 72, ((y - 396) * dpi) / 72]
  return { x: widthPx / 2 + dx * cos - dy * sin, y: heightPx / 2 + dx * sin + dy * cos }
}

/** How the transform turns the page's own axis: degrees off, and whether the baseline runs left to right. */
const turnLeft = (
  transform: Parameters<typeof applyTo>[0],
  degrees: number,
  size: [number, number],
  dpi: number,
) => {
  const [from, to] = [
    { x: 54, y: 100 },
    { x: 554, y: 100 },
  ].map(point => applyTo(transform, drawnAt(point, degrees, ...size, dpi))) as [Point, Point]
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
}

for (const degrees of [0, 90, 180, 270, 1.3, -4.6, 6.7, 92.2, 177, 268.5]) {
  test(`300 dpi, turned by ${degrees} degrees`, async () => {
    const scan = await renderPage(letter(), 300, degrees)
    const page = await orient(stripped(scan, 300), { reader })
    assert.ok(page.orientationConfidence >= 0.7, `confidence ${page.orientationConfidence}`)
    const off = turnLeft(page.transform, degrees, [scan.widthPx, scan.heightPx], 300)
    assert.ok(Math.abs(off) <= 0.2, `off by ${off} degrees`)
    if (degrees === 0) assert.equal(page.raster, scan, 'an upright, straight page keeps its pixels')
  })
}

for (const [yDpi, degrees] of [
  [196, 0],
  [98, 0],
  [98, 180],
  [98, 90],
  [196, -3.4],
  [98, 2.5],
] as const) {
  test(`fax of 204 × ${yDpi}, turned by ${degrees} degrees, with line noise`, async () => {
    const fax = speckle(await faxOf(letter(), yDpi, degrees), 0.0004, seeded(4))
    const page = await orient(stripped(fax, 204, yDpi, true), { reader })
    assert.equal(page.dpi, 204)
    assert.ok(
      page.raster.pixels.every(value => value === 0 || value === 255),
      'one bit again',
    )
    const [[a, b], [c, d]] = page.transform
    const stretch = Math.hypot(b, d) / Math.hypot(a, c)
    assert.ok(Math.abs(stretch - 204 / yDpi) < 0.02, `stretch ${stretch}`)
    const squared = [[a, (b * yDpi) / 204, 0] as const, [c, (d * yDpi) / 204, 0] as const] as const
    const off = turnLeft(squared, degrees, [0, 0], 204)
    assert.ok(Math.abs(off) <= 0.2, `off by ${off} degrees`)
    assert.ok(page.orientationConfidence >= 0.6)
  })
}

test('the transform puts each corner of the print where its ink is', async () => {
  const marks = draw(sheet => {
    sheet.paragraph(100, 150, 400, clinicText)
    for (const [x, y] of [
      [60, 60],
      [540, 60],
      [60, 740],
      [540, 740],
    ] as const) {
      sheet.fill(x - 6, y - 6, 12, 12, '#000')
    }
  })
  for (const degrees of [2.4, 178]) {
    const scan = await renderPage(marks, 200, degrees)
    const { raster, transform } = await orient(stripped(scan, 200), { reader })
    for (const x of [60, 540]) {
      for (const y of [60, 740]) {
        const at = applyTo(transform, drawnAt({ x, y }, degrees, scan.widthPx, scan.heightPx, 200))
        const ink = darkIn(raster, { left: at.x - 19, top: at.y - 19, right: at.x + 19, bottom: at.y + 19 })
        assert.ok(ink > 0.97 * (12 / 72) ** 2 * 200 ** 2, `${degrees} ${x} ${y}: ${ink}`)
      }
    }
  }
})

test('a noisy, unevenly lit scan on its head', async () => {
  const scan = await scanNoise(await renderPage(letter(), 200, 181.2), 10, seeded(9))
  const page = await orient(stripped(scan, 200), { reader })
  const off = turnLeft(page.transform, 181.2, [scan.widthPx, scan.heightPx], 200)
  assert.ok(Math.abs(off) <= 0.25, `off by ${off} degrees`)
})

test('a form of boxes with a few words is told from its side', async () => {
  const form = draw(sheet => {
    for (let row = 0; row < 12; row++) {
      sheet.box(54, 60 + row * 40, 240, 40)
      sheet.box(294, 60 + row * 40, 240, 40)
      sheet.text(60, 75 + row * 40, `Laboratory result ${row + 1}`)
      sheet.text(300, 75 + row * 40, 'within the reference range')
    }
  })
  for (const degrees of [90, 180, 270]) {
    const scan = await renderPage(form, 200, degrees)
    const page = await orient(stripped(scan, 200), { reader })
    assert.ok(
      Math.abs(turnLeft(page.transform, degrees, [scan.widthPx, scan.heightPx], 200)) < 0.2,
      `${degrees}`,
    )
  }
})

test('only a part of the page is read, at most 200 dpi, and once where it stands upright', async () => {
  const { reader: counted, counts } = counting(reader)
  await orient(stripped(await renderPage(letter(), 300), 300), { reader: counted })
  assert.equal(counts.reads, 1)
  assert.ok(counts.pixels < 0.1 * 1700 * 2200, `${counts.pixels} pixels`)
})

test('blank pages, and pages of one pixel, are not read and not turned', async () => {
  const never = { read: () => assert.fail('read') }
  for (const raster of [
    whiteRaster(1700, 2200),
    whiteRaster(1, 1),
    { widthPx: 1, heightPx: 1, pixels: Uint8Array.of(0) },
  ]) {
    const page = await orient(stripped(raster, 200), { reader: never })
    assert.equal(page.orientationConfidence, 1)
    assert.deepEqual([page.raster.widthPx, page.raster.heightPx], [raster.widthPx, raster.heightPx])
  }
  const { raster, dpi } = await orient(stripped(whiteRaster(100, 50), 204, 98, true), { reader: never })
  assert.deepEqual([raster.widthPx, raster.heightPx, dpi], [100, 104, 204])
})

test('a page finer than any reader needs comes out at 300 dpi', async () => {
  const scan = await renderPage(letter(2), 600, 180)
  const page = await orient(stripped(scan, 600), { reader })
  assert.deepEqual([page.dpi, page.raster.widthPx, page.raster.heightPx], [300, 2550, 3300])
  assert.deepEqual(applyTo(page.transform, { x: 0, y: 0 }), { x: 2550, y: 3300 })
  assert.deepEqual(applyTo(page.transform, { x: 5100, y: 6600 }), { x: 0, y: 0 })
})

test('the coarser of the two resolutions sent is kept, whatever the page is scaled to', async () => {
  const never = { read: () => assert.fail('read') }
  for (const [xDpi, yDpi, sentDpi, dpi] of [
    [204, 98, 98, 204],
    [98, 204, 98, 204],
    [204, 196, 196, 204],
    [200, 200, 200, 200],
    [600, 600, 600, 300],
    [600, 72, 72, 300],
  ] as const) {
    const page = await orient(stripped(whiteRaster(120, 60), xDpi, yDpi, true), { reader: never })
    assert.deepEqual([page.sentDpi, page.dpi], [sentDpi, dpi], `${xDpi} × ${yDpi}`)
  }
})

test('scribble that nobody can read is of doubtful orientation', async () => {
  const random = seeded(12)
  const scribble = draw(sheet => {
    for (let line = 0; line < 10; line++) {
      for (let n = 0; n < 25; n++) {
        const points = Array.from({ length: 5 }, () => `${random() * 16} ${random() * 18}`).join(' L')
        sheet.picture(
          60 + n * 19,
          80 + line * 40,
          `<path d="M${points}" fill="none" stroke="#000" stroke-width="1.2"/>`,
        )
      }
    }
  })
  const page = await orient(stripped(await renderPage(scribble, 200), 200), { reader })
  assert.ok(page.orientationConfidence < 0.4, `confidence ${page.orientationConfidence}`)
})

test('pure noise is not read, and of no orientation', async () => {
  const never = { read: () => assert.fail('read') }
  const noise = speckle(whiteRaster(1728, 1078), 0.05, seeded(4))
  const page = await orient(stripped(noise, 204, 98, true), { reader: never })
  assert.equal(page.orientationConfidence, 0)
})

test('an error of the reader is not swallowed', async () => {
  const broken = { read: () => Promise.reject(new Error('engine-died')) }
  const scan = turn(await renderPage(letter(2), 200), 2).raster
  await assert.rejects(orient(stripped(scan, 200), { reader: broken }), /engine-died/)
})
