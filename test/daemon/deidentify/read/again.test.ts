/** What a first reading leaves in doubt is read again: on its side, at an angle, missed; in one reading, and only then. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readAgain } from '../../../../daemon/deidentify/read/again.ts'
import { withAlternatives } from '../../../../daemon/deidentify/read/alternatives.ts'
import { viewOf } from '../../../../daemon/deidentify/read/view.ts'
import { readPage } from '../../../../daemon/deidentify/read.ts'
import { identity } from '../../../../daemon/model/geometry.ts'
import { pageAt, type Word } from '../../../../daemon/model/page.ts'
import type { GrayRaster } from '../../../../daemon/model/raster.ts'
import { renderPage } from '../../../../demo/paper/render.ts'
import { openTestReader } from '../ink-reader.ts'
import { clinicText, draw, wordsOf } from '../ink-sheet.ts'

const reader = await openTestReader()
after(() => reader.close())

const barcoded = (raster: GrayRaster, dpi: number) =>
  pageAt('barcoded', {
    number: 1,
    bilevel: false,
    raster,
    dpi,
    transform: identity,
    orientationConfidence: 1,
    barcodes: [],
  })

const sheet = draw(page => {
  page.paragraph(54, 60, 460, clinicText)
  page.turned(585, 200, 90, side => side.text(0, 0, 'Confidential medical record'))
  page.turned(40, 600, 270, side => side.text(0, 0, 'Imaging department copy'))
  page.turned(300, 500, -14, stamp => {
    stamp.text(0, 0, 'RECEIVED BY REGISTRATION', { font: 'sans-bold', sizePt: 13 })
  })
  page.fill(54, 600, 480, 18, '#000')
  page.text(60, 614, 'Specimen Result Reference', { font: 'sans-bold', fill: '#fff' })
})

test('margins on either side, a stamp at an angle and a dark band are read, each said to be so', async () => {
  const { words } = await readPage(barcoded(await renderPage(sheet, 200), 200), reader)
  const word = (text: string): Word => {
    const found = words.find(one => one.text === text)
    assert.ok(found, text)
    return found
  }
  for (const [text, angle] of [
    ['Confidential', 90],
    ['medical', 90],
    ['Imaging', 270],
    ['department', 270],
  ] as const) {
    assert.equal(word(text).angle, angle)
    const { left, top, right, bottom } = word(text).box
    assert.ok(bottom - top > 2 * (right - left), 'its box stands')
  }
  const stamp = word('REGISTRATION')
  assert.ok(Math.abs((stamp.angle ?? 0) - 346) <= 3, `${stamp.angle} degrees`)
  assert.ok(stamp.confidence <= 0.5, 'slanted text is never sure')
  assert.equal(word('Specimen').inverted, true)
  assert.equal(word('hypertension').angle, undefined)
})

test('nothing in doubt, nothing read', async () => {
  const plain = draw(page => page.paragraph(54, 60, 460, clinicText))
  const view = viewOf(await renderPage(plain, 200), false, 200)
  const words = wordsOf(plain, 200)
  assert.equal(await readAgain(view, 200, words, () => assert.fail('read')), words)
})

test('a line that was missed is read, and joins the page; a better reading names the worse one', async () => {
  const plain = draw(page => page.paragraph(54, 60, 460, clinicText))
  const raster = await renderPage(plain, 200)
  const all = wordsOf(plain, 200)
  const garbled = all.flatMap((word, i) => {
    if (word.line === 2) return []
    return [i === 4 ? { ...word, text: 'xqz', confidence: 0.2 } : word]
  })
  let reads = 0
  const again = await readAgain(viewOf(raster, false, 200), 200, garbled, (montage, dpi) => {
    reads++
    return reader.read(montage, { dpi, layout: 'sparse' })
  })
  assert.equal(reads, 1)
  const missed = all.filter(word => word.line === 2).map(word => word.text)
  const found = missed.filter(text => again.some(word => word.text === text && word.confidence >= 0.6))
  assert.ok(found.length >= 0.9 * missed.length, `${found.length} of ${missed.length}`)
  const better = again.find(word => word.alternatives?.includes('xqz'))
  assert.equal(better?.text, all[4]?.text)
})

test('alternatives add up, and never repeat the word itself', () => {
  const box = { left: 0, top: 0, right: 50, bottom: 20 }
  const word = (text: string): Word => ({ text, box, confidence: 0.5, block: 0, line: 0 })
  const first = withAlternatives(word('Smith'), [word('Smith'), word('Smlth'), word('-')])
  assert.deepEqual(first.alternatives, ['Smlth'])
  assert.deepEqual(withAlternatives(first, [word('Smilh'), word('Smlth')]).alternatives, ['Smlth', 'Smilh'])
})
