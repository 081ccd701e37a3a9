/** The finder reads every symbology as two programs draw it, from pages as a scanner and a fax give them. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { toBuffer } from 'bwip-js/node'
import { seeded } from '../../../demo/paper/random.ts'
import { speckle, threshold } from '../../../demo/paper/render.ts'
import type { Finder, Raster } from '../../../drivers/barcode/finder.ts'
import { createZxingFinder } from '../../../drivers/barcode/zxing.ts'
import { flat, letter, wordPage } from '../ocr/paper.ts'
import {
  drawnByBwip,
  drawnByZint,
  onPaper,
  payloadOf,
  type SymbolKind,
  symbols,
  zintMissing,
} from './symbols.ts'

const finder = createZxingFinder({ workers: 2, pageTimeoutMs: 60_000 })
after(() => finder.close())

const isRead = async (symbol: SymbolKind, raster: Raster): Promise<boolean> =>
  (await finder.find(raster)).some(
    ({ payload, symbology }) => payload?.includes(payloadOf(symbol)) && symbology === symbol.found,
  )

/** As a flatbed and as a fax machine give it: turned, and with line noise. */
const ways: readonly (readonly [string, number, (raster: Raster) => Raster])[] = [
  ['gray', 0, raster => raster],
  ['bilevel on its side', 90, raster => threshold(raster)],
  ['speckled upside down', 180, raster => speckle(threshold(raster), 0.002, seeded(4))],
  ['gray askew', 5, raster => raster],
  ['bilevel askew', 5, raster => threshold(raster)],
]

/** Modules of a hundredth of an inch, at 200 and at 300 dpi. */
const assertRead = async (
  symbol: SymbolKind,
  draw: (pxPerModule: number) => Promise<Buffer>,
): Promise<void> => {
  const missed: string[] = []
  for (const pxPerModule of [2, 3]) {
    const drawn = await draw(pxPerModule)
    for (const [way, degrees, make] of ways) {
      // A matrix of two black and white pixels a module, askew, is at the edge of what can be read.
      if (pxPerModule === 2 && way === 'bilevel askew') continue
      if (!(await isRead(symbol, make(await onPaper(drawn, degrees))))) missed.push(`${pxPerModule} ${way}`)
    }
  }
  assert.deepEqual(missed, [])
}

describe('every symbology, upright and turned, gray, bilevel and speckled', () => {
  for (const symbol of symbols) {
    test(`${symbol.bcid} drawn by bwip-js`, () => assertRead(symbol, px => drawnByBwip(symbol, px)))
    test(`${symbol.bcid} drawn by zint`, { skip: zintMissing }, () =>
      assertRead(symbol, async px => drawnByZint(symbol, px)),
    )
  }
})

describe('the finder', () => {
  const code128 = symbols[0]

  test('gives corners on the symbol', async () => {
    const [found] = await finder.find(await onPaper(await drawnByBwip(code128, 3)))
    const [topLeft, , bottomRight] = found?.quad ?? []
    assert.ok(Math.abs((topLeft?.x ?? 0) - 137) <= 3 && Math.abs((topLeft?.y ?? 0) - 211) <= 3)
    assert.ok((bottomRight?.x ?? 0) > 480 && (bottomRight?.y ?? 0) > 400)
  })

  test('gives a symbol whose check fails without its payload', async () => {
    const unchecked = await toBuffer({
      bcid: 'code93',
      text: 'SPEC88213',
      scale: 3,
      backgroundcolor: 'FFFFFF',
    })
    const [found] = await finder.find(await onPaper(unchecked))
    assert.equal(found?.symbology, 'Code93')
    assert.equal(found.payload, null)
  })

  test('gives all symbols of a page', async () => {
    const page = await onPaper(await drawnByBwip(symbols[9], 3))
    const wide: Raster = {
      widthPx: page.widthPx * 2,
      heightPx: page.heightPx,
      pixels: new Uint8Array(page.pixels.length * 2),
    }
    for (let y = 0; y < page.heightPx; y++) {
      const row = page.pixels.subarray(y * page.widthPx, (y + 1) * page.widthPx)
      wide.pixels.set(row, y * wide.widthPx)
      wide.pixels.set(row, y * wide.widthPx + page.widthPx)
    }
    assert.equal((await finder.find(wide)).length, 2)
  })

  test('finds nothing on pages of text', async () => {
    for (const [seed, dpi, pointSize] of [
      [1, 300, 10],
      [2, 204, 9],
      [3, 150, 12],
    ] as const) {
      const { raster } = await wordPage(seed, 400, { ...letter(dpi), pointSize, font: 'serif' })
      assert.deepEqual(await finder.find(raster), [])
      assert.deepEqual(await finder.find(threshold(raster)), [])
    }
  })

  test('finds nothing where there is nothing', async () => {
    for (const raster of [flat(1, 1, 0), flat(3, 500, 0), flat(500, 400, 255), flat(500, 400, 0)]) {
      assert.deepEqual(await finder.find(raster), [])
    }
  })

  test('pages searched at the same time do not mix', async () => {
    const chosen = [symbols[0], symbols[1], symbols[9], symbols[10], symbols[11]]
    const pages = await Promise.all(chosen.map(async symbol => onPaper(await drawnByBwip(symbol, 3))))
    const found = await Promise.all(pages.map(page => finder.find(page)))
    assert.deepEqual(
      found.map(([one]) => one?.payload),
      chosen.map(({ text }) => text),
    )
  })
})

describe('faults', () => {
  const codeOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'no fault',
      thrown => thrown.code ?? thrown,
    )
  const open = (pageTimeoutMs: number): Finder => createZxingFinder({ workers: 1, pageTimeoutMs })

  test('a page that takes too long fails with `too-slow`, and the next is searched by a fresh thread', async () => {
    const random = seeded(1)
    const noise = flat(6000, 6000, 255)
    const slow = { ...noise, pixels: noise.pixels.map(() => (random() < 0.5 ? 0 : 255)) }
    const hasty = open(1)
    assert.equal(await codeOf(hasty.find(slow)), 'too-slow')
    await hasty.close()
    const patient = open(2000)
    const [late, next] = [codeOf(patient.find(slow)), codeOf(patient.find(flat(50, 50, 255)))]
    assert.equal(await late, 'too-slow')
    assert.equal(await next, 'no fault')
    await patient.close()
  })

  test('a raster that is no page fails with a code or is empty, and the next page is searched', async () => {
    const one = open(60_000)
    const wrong = { widthPx: 40_000, heightPx: 40_000, pixels: new Uint8Array(10) }
    assert.ok(['engine-died', 'no fault'].includes(String(await codeOf(one.find(wrong)))))
    assert.equal(await codeOf(one.find(flat(50, 50, 255))), 'no fault')
    await one.close()
  })

  test('closing fails pages under way and those that wait', async () => {
    const doomed = open(60_000)
    const codes = [codeOf(doomed.find(flat(4000, 4000, 128))), codeOf(doomed.find(flat(50, 50, 255)))]
    await doomed.close()
    assert.deepEqual(await Promise.all(codes), ['closed', 'closed'])
    assert.equal(await codeOf(doomed.find(flat(50, 50, 255))), 'closed')
  })
})
