/** The scorer itself: what is shown counts as shown, what is masked in black or white does not, a few pixels aside are allowed. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Affine } from '../../../daemon/model/geometry.ts'
import { createFonts } from '../../../demo/paper/font.ts'
import { createSheet, type DrawnPage } from '../../../demo/paper/page.ts'
import { type Gray, renderPage, threshold } from '../../../demo/paper/render.ts'
import { scorePage } from './score.ts'
import { upperBound } from './tally.ts'

const dpi = 200
const toPixels: Affine = [
  [dpi / 72, 0, 0],
  [0, dpi / 72, 0],
]
const alignment = { toInput: toPixels, toOutput: toPixels, outputDpi: dpi }

const drawn = (): DrawnPage => {
  const sheet = createSheet(createFonts(), { widthPt: 300, heightPt: 120 })
  sheet.text(20, 30, ['Patient: ', { NAME: 'Giselle Quigley' }, ' seen today'], { font: 'serif' })
  sheet.fill(10, 60, 280, 24, '#111')
  sheet.text(20, 76, ['Results for ', { NAME: 'Quigley' }], { fill: '#fff', font: 'sans-bold' })
  sheet.rule(10, 100, 290, 100)
  return sheet.finish()
}

const filled = (
  gray: Gray,
  left: number,
  top: number,
  right: number,
  bottom: number,
  level: number,
): Gray => {
  const pixels = Uint8Array.from(gray.pixels)
  for (let y = Math.floor(top); y < bottom; y++)
    pixels.fill(level, y * gray.widthPx + Math.floor(left), y * gray.widthPx + Math.ceil(right))
  return { ...gray, pixels }
}

describe('the pixel scorer', () => {
  let page: DrawnPage
  let input: Gray
  before(async () => {
    page = drawn()
    input = await renderPage(page, dpi)
  })
  const shownOf = async (output: Gray) => (await scorePage(page, input, output, alignment)).words

  it('finds every word of an untouched page, dark and light, shown and kept', async () => {
    for (const { word, shown, kept } of await shownOf(input)) {
      assert.ok((shown ?? 0) > 0.97, `${word.text} ${shown}`)
      assert.ok((kept ?? 0) > 0.97, word.text)
    }
  })

  it('finds them in one bit, and three quarters of a point aside', async () => {
    const aside = threshold(input)
    const pixels = new Uint8Array(aside.pixels.length).fill(255)
    pixels.set(aside.pixels.subarray(0, -1), 1)
    for (const { shown } of await shownOf({ ...aside, pixels })) assert.ok((shown ?? 0) > 0.9)
  })

  it('finds none on a black and none on a white page', async () => {
    for (const level of [0, 255]) {
      const blank = { ...input, pixels: new Uint8Array(input.pixels.length).fill(level) }
      for (const { word, shown } of await shownOf(blank)) assert.equal(shown, 0, word.text)
    }
  })

  it('does not count a masked word, and counts one of which a third shows', async () => {
    const [, given, family] = page.words
    const scale = dpi / 72
    const { left, top, right, bottom } = given?.box ?? assert.fail()
    const covered = filled(input, left * scale - 3, top * scale - 3, right * scale + 3, bottom * scale + 3, 0)
    assert.equal((await shownOf(covered))[1]?.shown, 0)
    assert.ok(((await shownOf(covered))[2]?.shown ?? 0) > 0.9, family?.text)
    const partly = filled(
      input,
      left * scale - 3,
      top * scale - 3,
      (left + (right - left) * 0.66) * scale,
      bottom * scale + 3,
      0,
    )
    const share = (await shownOf(partly))[1]?.shown ?? 0
    assert.ok(share > 0.15 && share < 0.6, String(share))
  })

  it('does not take the edge of a tight mask for ink', async () => {
    const scale = dpi / 72
    const tight = page.words
      .filter(({ class: label, light }) => label !== null && !light)
      .reduce(
        (gray, { box }) =>
          filled(
            gray,
            box.left * scale - 1,
            box.top * scale - 1,
            box.right * scale + 1,
            box.bottom * scale + 1,
            0,
          ),
        input,
      )
    const words = (await shownOf(tight)).filter(({ word }) => word.class !== null && !word.light)
    for (const { word, shown } of words) assert.ok((shown ?? 1) < 0.1, `${word.text} ${shown}`)
  })

  describe('a rule across the foot of a word', () => {
    const scale = dpi / 72
    const foot = (page: DrawnPage) => {
      const { left, right, bottom } = page.words[1]?.box ?? assert.fail()
      // On the baseline, as deep as two strokes, on both sides longer than the word.
      const y = Math.round(bottom * scale) - 5
      return { left: left * scale, right: right * scale, y }
    }
    const masked = (level: number): Gray => {
      const { left, top, right, bottom } = page.words[1]?.box ?? assert.fail()
      return filled(input, left * scale - 3, top * scale - 3, right * scale + 3, bottom * scale + 3, level)
    }

    it('does not show a word that is masked', async () => {
      const { left, right, y } = foot(page)
      const ruled = filled(masked(255), left - 40, y, right + 40, y + 3, 0)
      assert.equal((await shownOf(ruled))[1]?.shown, 0)
    })

    it('does not show one either where it stands upright', async () => {
      const { left, right, y } = foot(page)
      const middle = Math.round((left + right) / 2)
      const ruled = filled(masked(255), middle, y - 80, middle + 3, y + 40, 0)
      assert.equal((await shownOf(ruled))[1]?.shown, 0)
    })

    it('hides nothing of a word that is not masked', async () => {
      const { left, right, y } = foot(page)
      const ruled = filled(input, left - 40, y, right + 40, y + 3, 0)
      assert.ok(((await shownOf(ruled))[1]?.shown ?? 0) > 0.8)
    })

    it('is counted where it is no longer than a stroke of the pen', async () => {
      const { left, right, y } = foot(page)
      const stroke = filled(masked(255), left, y, Math.min(right, left + 0.3 * dpi), y + 3, 0)
      assert.ok(((await shownOf(stroke))[1]?.shown ?? 0) > 0.02)
    })
  })

  it('does not count light words whose band is all black', async () => {
    const covered = filled(input, 0, 60 * (dpi / 72), input.widthPx, 84 * (dpi / 72), 0)
    const words = await shownOf(covered)
    assert.deepEqual(
      words.filter(({ word }) => word.light).map(({ shown }) => shown),
      [0, 0, 0],
    )
  })
})

describe('the upper bound', () => {
  it('is 3/n for none of n, and near the tables of Clopper and Pearson', () => {
    assert.ok(Math.abs(upperBound({ hits: 0, of: 3000 }) - 2.9943e-3 / 3) < 1e-5)
    assert.ok(Math.abs(upperBound({ hits: 5, of: 100 }) - 0.1023) < 1e-3)
    assert.equal(upperBound({ hits: 4, of: 4 }), 1)
  })
})
