/** In every typeface, and at sizes from 6 to 14 points, nothing of a masked word's ink is left beside its region: no descender, no overhang, no gray edge. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mask } from '../../../daemon/deidentify/mask.ts'
import { triage } from '../../../daemon/deidentify/triage.ts'
import { boundsOf } from '../../../daemon/model/geometry.ts'
import { type FontName, fontFiles, isHandwriting } from '../../../demo/paper/font.ts'
import { renderPage, threshold } from '../../../demo/paper/render.ts'
import { detectedPage, draw, strict } from './ink-sheet.ts'

const fontNames = (Object.keys(fontFiles) as FontName[]).filter(name => !isHandwriting(name))
const sizes = [6, 8, 10, 14] as const

/** Names with overhangs and descenders, close to print that is released. `shown` draws only one of the two. */
const sheetOf = (font: FontName, shown: 'all' | 'names') =>
  draw(
    sheet => {
      for (const [i, sizePt] of sizes.entries()) {
        const y = 24 + 24 * i
        const style = { font, sizePt }
        const other = { ...style, fill: shown === 'all' ? '#000' : 'none' }
        let x = sheet.text(20, y, 'fever of ', other)
        x = sheet.text(x, y, { NAME: 'Jaffygjord' }, style)
        x = sheet.text(x + 0.2 * sizePt, y, 'wheezing, ', other)
        x = sheet.text(x, y, { NAME: 'Qvyf' }, style)
        sheet.text(x, y, ', pain', other)
      }
    },
    330,
    120,
  )

for (const bilevel of [false, true]) {
  test(`${fontNames.length} typefaces ${bilevel ? 'on a fax' : 'on a scan'}`, async () => {
    const dpi = bilevel ? 204 : 300
    for (const font of fontNames) {
      const drawn = sheetOf(font, 'all')
      const render = async (page: typeof drawn) => {
        const gray = await renderPage(page, dpi)
        return bilevel ? threshold(gray) : gray
      }
      const [raster, secret] = [await render(drawn), await render(sheetOf(font, 'names'))]
      const page = triage(detectedPage(drawn, raster, { dpi, bilevel }), strict, () => true)
      const output = mask(page).raster
      const hidden = new Uint8Array(output.pixels.length)
      for (const { left, top, right, bottom } of page.masked.map(({ quad }) => boundsOf(quad))) {
        for (let y = Math.max(0, top); y < Math.min(bottom, output.heightPx); y++) {
          hidden.fill(
            1,
            y * output.widthPx + Math.max(0, left),
            y * output.widthPx + Math.min(output.widthPx, right),
          )
        }
      }
      let [left, all] = [0, 0]
      secret.pixels.forEach((level, at) => {
        if (level >= 128) return
        all++
        if (hidden[at] === 0 && (output.pixels[at] as number) < 128) left++
      })
      assert.ok(all > 1000 && left <= 0.01 * all, `${font}: ${left} of ${all} dark pixels are left`)
    }
  })
}
