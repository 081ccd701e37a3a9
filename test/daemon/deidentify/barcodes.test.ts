/** The stage finds what decodes, and what only looks like a barcode, and nothing on a page of text. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import sharp from 'sharp'
import { findBarcodes, unknownSymbology } from '../../../daemon/deidentify/barcodes.ts'
import { Deferred } from '../../../daemon/errors.ts'
import { boundsOf, identity, overlaps } from '../../../daemon/model/geometry.ts'
import { type Barcode, pageAt } from '../../../daemon/model/page.ts'
import type { GrayRaster } from '../../../daemon/model/raster.ts'
import { seeded } from '../../../demo/paper/random.ts'
import { createZxingFinder } from '../../../drivers/barcode/zxing.ts'
import { drawnByBwip, onPaper, symbols } from '../../drivers/barcode/symbols.ts'
import { flat, letter, wordPage } from '../../drivers/ocr/paper.ts'

const finder = createZxingFinder({ workers: 1, pageTimeoutMs: 60_000 })
after(() => finder.close())

const pageOf = (raster: GrayRaster, dpi = 300) =>
  pageAt('oriented', {
    number: 1,
    bilevel: false,
    raster,
    dpi,
    transform: identity,
    orientationConfidence: 1,
  })

const barcodesOf = async (raster: GrayRaster, dpi?: number): Promise<readonly Barcode[]> =>
  (await findBarcodes(pageOf(raster, dpi), finder)).barcodes

const blurred = async ({ widthPx, heightPx, pixels }: GrayRaster, sigma: number): Promise<GrayRaster> => {
  const image = sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 1 } }).blur(sigma)
  return { widthPx, heightPx, pixels: new Uint8Array(await image.toColourspace('b-w').raw().toBuffer()) }
}

/** Where `onPaper` lays a symbol, less a pixel of grace. */
const assertCovers = ({ quad }: Barcode, width: number, height: number) => {
  const { left, top, right, bottom } = boundsOf(quad)
  assert.ok(left <= 138 && top <= 212 && right >= 136 + width && bottom >= 210 + height, 'all bars covered')
}

describe('barcodes', () => {
  test('a decoded linear symbol keeps its payload and covers all its bars', async () => {
    const [found, ...others] = await barcodesOf(await onPaper(await drawnByBwip(symbols[0], 3)))
    assert.equal(found?.payload, 'MRN00482913')
    assert.equal(found.symbology, 'Code128')
    assertCovers(found, 369, 217)
    assert.deepEqual(others, [])
  })

  test('a decoded matrix symbol keeps its payload', async () => {
    const [found] = await barcodesOf(await onPaper(await drawnByBwip(symbols[9], 3)))
    assert.equal(found?.payload, symbols[9].text)
  })

  for (const symbol of symbols.slice(0, 9)) {
    test(`a ${symbol.bcid} smeared beyond reading is found as a region that looks like one`, async () => {
      const page = await blurred(await onPaper(await drawnByBwip(symbol, 3)), 2)
      const found = await barcodesOf(page)
      assert.ok(
        found.some(one => overlaps(boundsOf(one.quad), { left: 200, top: 260, right: 240, bottom: 380 })),
      )
    })
  }

  test('bars without a code are found, standing, lying and askew', async () => {
    const random = seeded(6)
    const raster = flat(900, 700, 255)
    for (let x = 200; x < 560; x += 4 + Math.floor(random() * 8)) {
      for (let y = 200; y < 320; y++) raster.pixels.fill(0, y * 900 + x, y * 900 + x + 3)
    }
    const { widthPx, heightPx, pixels } = raster
    for (const degrees of [0, 90, 12]) {
      const turned = sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 1 } })
        .rotate(degrees, { background: '#fff' })
        .toColourspace('b-w')
        .raw()
      const { data, info } = await turned.toBuffer({ resolveWithObject: true })
      const page = { widthPx: info.width, heightPx: info.height, pixels: new Uint8Array(data) }
      const found = await barcodesOf(page)
      assert.equal(found.length, 1, `${degrees} degrees`)
      assert.deepEqual([found[0]?.symbology, found[0]?.payload], [unknownSymbology, null])
    }
  })

  test('a symbol too blurred for the first look is read in the second', async () => {
    const page = await blurred(await onPaper(await drawnByBwip(symbols[0], 3)), 2)
    assert.deepEqual(
      (await finder.find(page)).filter(({ payload }) => payload !== null),
      [],
    )
    const payloads = (await barcodesOf(page)).map(({ payload }) => payload)
    assert.ok(payloads.includes(symbols[0].text))
  })

  test('a page of text, of rules, blank or black has none', async () => {
    const text = await wordPage(5, 400, { ...letter(200), pointSize: 9, font: 'sans-bold' })
    const ruled = flat(1700, 2200, 255)
    for (let y = 200; y < 2000; y += 50) ruled.pixels.fill(0, y * 1700 + 150, y * 1700 + 1550)
    for (let x = 150; x < 1550; x += 200) for (let y = 200; y < 2000; y++) ruled.pixels[y * 1700 + x] = 0
    for (const raster of [text.raster, ruled, flat(300, 300, 255), flat(300, 300, 0), flat(1, 1, 0)]) {
      assert.deepEqual(await barcodesOf(raster, 200), [])
    }
  })

  test('what a finder says is made sane', async () => {
    const wild = {
      find: async () =>
        [
          {
            quad: [
              { x: Number.NaN, y: 0 },
              { x: 1, y: 0 },
              { x: 1, y: 1 },
              { x: 0, y: 1 },
            ],
            symbology: 'X',
            payload: 'a',
          },
          {
            quad: [
              { x: 200, y: 200 },
              { x: 300, y: 200 },
              { x: 300, y: 300 },
              { x: 200, y: 300 },
            ],
            symbology: 'X',
            payload: 'b',
          },
          {
            quad: [
              { x: -50, y: -50 },
              { x: 50, y: -50 },
              { x: 50, y: 50 },
              { x: -50, y: 50 },
            ],
            symbology: 'X',
            payload: 'c',
          },
        ] as readonly Barcode[],
    }
    const { barcodes } = await findBarcodes(pageOf(flat(100, 100, 255)), wild)
    assert.deepEqual(
      barcodes.map(({ payload, quad }) => [payload, boundsOf(quad)]),
      [['c', { left: 0, top: 0, right: 50, bottom: 50 }]],
    )
  })

  test('a closed finder defers the document; any other fault is thrown on, to hold the page', async () => {
    const failing = (code: string) => ({
      find: () => Promise.reject(Object.assign(new Error(code), { code })),
    })
    const page = pageOf(flat(100, 100, 255))
    await assert.rejects(findBarcodes(page, failing('closed')), new Deferred('stopping'))
    await assert.rejects(findBarcodes(page, failing('too-slow')), { code: 'too-slow' })
  })
})
