/** Light print on a dark ground: safe words come back with their ground, all else of it is one black. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { mask } from '../../../../daemon/deidentify/mask.ts'
import { triage } from '../../../../daemon/deidentify/triage.ts'
import { type Box, boundsOf } from '../../../../daemon/model/geometry.ts'
import type { Word } from '../../../../daemon/model/page.ts'
import type { GrayRaster } from '../../../../daemon/model/raster.ts'
import { renderPage, threshold } from '../../../../demo/paper/render.ts'
import { clinicText, darkIn, detectedPage, draw, strict } from '../ink-sheet.ts'

const drawn = draw(
  sheet => {
    sheet.fill(40, 30, 400, 26, '#000')
    const heading = ['LABORATORY REPORT for ', { NAME: 'Rosa Delgado' }, ' result'] as const
    sheet.text(50, 48, [...heading], { fill: '#fff', font: 'sans-bold', sizePt: 13 })
    sheet.fill(40, 70, 400, 20, '#444')
    sheet.text(50, 84, ['Test  Result  Units ', { NAME: 'Quigley' }], { fill: '#fff', sizePt: 10 })
    sheet.fill(40, 100, 130, 14, '#000')
    sheet.text(44, 111, 'Allergies', { fill: '#fff', sizePt: 9 })
    sheet.text(120, 111, 'unseen', { fill: '#fff', sizePt: 9 })
    sheet.paragraph(40, 140, 400, clinicText)
  },
  480,
  240,
)
const read = (word: Word): Word | null => (word.text === 'unseen' ? null : word)

const lightIn = (raster: GrayRaster, box: Box): number =>
  (box.right - box.left) * (box.bottom - box.top) - darkIn(raster, box)

const wordBox = (text: string, dpi: number): Box => {
  const found = drawn.words.find(word => word.text === text)
  assert.ok(found)
  const { left, top, right, bottom } = found.box
  const [k] = [dpi / 72]
  return {
    left: Math.floor(left * k),
    top: Math.floor(top * k),
    right: Math.ceil(right * k),
    bottom: Math.ceil(bottom * k),
  }
}

for (const [kind, dpi, bilevel] of [
  ['a scan', 300, false],
  ['a fax', 204, true],
] as const) {
  describe(kind, async () => {
    const gray = await renderPage(drawn, dpi)
    const raster = bilevel ? threshold(gray) : gray
    const page = triage(detectedPage(drawn, raster, { dpi, bilevel, read }), strict, () => true)
    const output = mask(page).raster

    test('safe words keep their light strokes', () => {
      for (const text of ['LABORATORY', 'REPORT', 'for', 'result', 'Test', 'Result', 'Units', 'Allergies']) {
        const box = wordBox(text, dpi)
        const [before, after] = [lightIn(raster, box), lightIn(output, box)]
        assert.ok(after > 0.9 * before && after < 1.1 * before, `${text}: ${after} of ${before}`)
      }
    })

    test('identifiers and unread words leave nothing but black', () => {
      for (const text of ['Rosa', 'Delgado', 'Quigley', 'unseen']) {
        assert.equal(lightIn(output, wordBox(text, dpi)), 0, text)
      }
    })

    test('regions tell no width: each goes from one released word to the next, or to the end of the ground', () => {
      const names = page.masked
        .filter(({ class: label }) => label === 'NAME')
        .map(({ quad }) => boundsOf(quad))
      assert.equal(names.length, 2)
      const [heading, header] = names as [Box, Box]
      assert.ok(heading.left >= wordBox('for', dpi).right && heading.right <= wordBox('result', dpi).left)
      assert.ok(header.right > 430 * (dpi / 72))
    })

    test('is no photograph, and the page is understood', () => {
      assert.deepEqual([page.held, page.masked.filter(({ reason }) => reason === 'photo')], [null, []])
      assert.ok(page.inkUnderstood > 0.99)
    })
  })
}

test('where nothing was read surely on it, a dark area is a picture', async () => {
  const raster = await renderPage(drawn, 300)
  const unsure = (word: Word): Word => ({ ...word, confidence: word.box.top < 490 ? 0.4 : word.confidence })
  const page = triage(detectedPage(drawn, raster, { read: unsure }), strict, () => true)
  const output = mask(page).raster
  assert.equal(lightIn(output, wordBox('REPORT', 300)), 0)
  assert.ok(page.masked.some(({ reason }) => reason === 'photo'))
})
