/** No barcode of any kind decodes in what is released: whole, damaged, turned, on a fax, by two independent decoders. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findBarcodes } from '../../../daemon/deidentify/barcodes.ts'
import { mask } from '../../../daemon/deidentify/mask.ts'
import { scale } from '../../../daemon/deidentify/resample.ts'
import { triage } from '../../../daemon/deidentify/triage.ts'
import { boundsOf } from '../../../daemon/model/geometry.ts'
import { pageAt } from '../../../daemon/model/page.ts'
import type { GrayRaster } from '../../../daemon/model/raster.ts'
import { renderPage, threshold } from '../../../demo/paper/render.ts'
import { symbolSvg } from '../../../demo/paper/symbol.ts'
import { createZxingFinder } from '../../../drivers/barcode/zxing.ts'
import { encodePng } from '../../../drivers/image/png.ts'
import { darkIn, detectedPage, draw, faxOf, strict, whole } from './ink-sheet.ts'

const finder = createZxingFinder({ workers: 1, pageTimeoutMs: 60_000 })
after(() => finder.close())

const symbologies = ['code128', 'code39', 'ean13', 'qrcode', 'datamatrix', 'pdf417', 'azteccode'] as const
const textOf = (symbology: string) => (symbology === 'ean13' ? '4006381333931' : 'LINDQVIST00482913')

const label = (symbology: string, turnDegrees = 0, damaged = false) =>
  draw(
    sheet => {
      const inner = `<g transform="rotate(${turnDegrees}) scale(1.3)">${symbolSvg(symbology, textOf(symbology))}</g>`
      sheet.picture(130, 130, inner)
      if (damaged) sheet.rule(100, 145, 330, 150, 5)
      sheet.text(40, 60, 'Keep cold and dry')
    },
    432,
    360,
  )

const attack = async (raster: GrayRaster, dpi: number, bilevel: boolean) => {
  const before = detectedPage(
    draw(() => {}),
    raster,
    { dpi, bilevel },
  )
  const { barcodes } = await findBarcodes(pageAt('oriented', before), finder)
  const page = triage(pageAt('detected', { ...before, barcodes }), strict, () => true)
  return { page, output: mask(page).raster }
}

const hasZbar = spawnSync('zbarimg', ['--version']).error === undefined

/** What zbarimg still decodes in these pictures. */
const zbarOf = async (rasters: readonly GrayRaster[]): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-symbols-'))
  try {
    const files = rasters.map((_, i) => join(folder, `${i}.png`))
    for (const [i, raster] of rasters.entries())
      writeFileSync(files[i] as string, await encodePng(raster, false))
    const { stdout } = spawnSync('zbarimg', ['-q', ...files])
    return String(stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const variants: readonly (readonly [
  string,
  (symbology: string) => Promise<readonly [GrayRaster, number, boolean]>,
])[] = [
  ['at 300 dpi', async symbology => [await renderPage(label(symbology), 300), 300, false]],
  ['on its side', async symbology => [await renderPage(label(symbology, 90), 300), 300, false]],
  ['at an angle', async symbology => [await renderPage(label(symbology, 8), 300), 300, false]],
  [
    'crossed out',
    async symbology => [threshold(await renderPage(label(symbology, 0, true), 204)), 204, true],
  ],
  [
    'on a standard fax',
    async symbology => {
      const fax = await faxOf(label(symbology), 98)
      return [threshold(scale(fax, fax.widthPx, Math.round((fax.heightPx * 204) / 98)).raster), 204, true]
    },
  ],
]

for (const [name, drawnAs] of variants) {
  test(`${name}: nothing decodes, and no bar or module is left`, {
    skip: !hasZbar && 'needs zbarimg',
  }, async () => {
    const outputs: GrayRaster[] = []
    for (const symbology of symbologies) {
      const { page, output } = await attack(...(await drawnAs(symbology)))
      const found = await finder.find(output)
      assert.deepEqual(
        found.filter(({ payload }) => payload !== null),
        [],
        symbology,
      )
      const fills = page.masked.map(({ quad }) => boundsOf(quad))
      const left = darkIn(output, whole(output), fills)
      assert.ok(
        left < 0.01 * darkIn(page.raster, whole(page.raster)),
        `${symbology}: ${left} dark pixels are left`,
      )
      outputs.push(output)
    }
    assert.equal(await zbarOf(outputs), '')
  })
}
