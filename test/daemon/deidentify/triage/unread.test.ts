/** Regions over ink that nobody read do not draw it: a signature beside released print is a few steps, not an outline. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { triage } from '../../../../daemon/deidentify/triage.ts'
import { type Box, boundsOf, overlaps } from '../../../../daemon/model/geometry.ts'
import { renderPage } from '../../../../demo/paper/render.ts'
import { detectedPage, draw, strict } from '../ink-sheet.ts'

const signature =
  '<path d="M0 25 C 20 -30 30 50 50 10 S 70 -10 90 30 S 130 -20 150 20" fill="none" stroke="#000" stroke-width="1.6"/>'

test('a signature over its rule and label', async () => {
  const drawn = draw(
    sheet => {
      sheet.rule(54, 80, 260, 80)
      sheet.text(54, 92, 'Signature of patient', { sizePt: 8 })
      sheet.picture(60, 50, signature)
    },
    330,
    120,
  )
  const page = triage(detectedPage(drawn, await renderPage(drawn, 300)), strict, () => true)
  const regions = page.masked.map(({ quad }) => boundsOf(quad))
  assert.ok(regions.length <= 6, `${regions.length} regions`)
  const edges = (pick: (box: Box) => number) => new Set(regions.map(pick)).size
  assert.ok(edges(({ top }) => top) <= 4 && edges(({ bottom }) => bottom) <= 4)
  for (const word of page.words) {
    assert.ok(
      page.released.some(box => overlaps(box, word.box)),
      word.text,
    )
    const own = page.released.filter(box => overlaps(box, word.box) && box.bottom - box.top < 40)
    assert.ok(
      own.every(box => regions.every(region => !overlaps(region, box))),
      word.text,
    )
  }
})
