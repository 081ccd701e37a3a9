/** Every reason says what to look at and what to do; places are told by where they lie, never by what stands there. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { doubtLines, placeLines, placeWords, reasonWords } from '../../command/reasons.ts'
import { quadOf } from '../../daemon/model/geometry.ts'
import type { HeldPage } from '../../daemon/model/held.ts'
import { heldReasons } from '../../daemon/model/page.ts'

const page: HeldPage = {
  ...{ page: 1, widthPx: 2550, heightPx: 3300, dpi: 300, reasons: [], hits: [], masked: [] },
  ...{ inkUnderstood: 0.2, original: '', proposed: '', seen: '1'.repeat(64) },
}
const box = (left: number, top: number, side = 100) => ({ left, top, right: left + side, bottom: top + side })

test('each reason tells what to do next, here and in the list of errors', () => {
  const list = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
  for (const reason of heldReasons) {
    assert.match(reasonWords[reason], /look|release|reject|decide again/i, reason)
    assert.match(list, new RegExp(`^\\| \`${reason}\` \\| .{10,} \\| .{10,} \\|$`, 'm'), reason)
  }
})

test('ink that was not understood is told by its kind, most of it first, trifles left out', () => {
  const lines = doubtLines({ drawn: 0.2, unread: 0.01, unsure: 0.5, unknown: 0.09, noise: 0 })
  assert.equal(lines.length, 3)
  assert.match(lines[0] ?? '', /^50 % of the ink was read, but not surely/)
  assert.match(lines[1] ?? '', /^20 % of the ink looks drawn by hand/)
})

test('a place is told in thirds of the page and in inches', () => {
  assert.equal(placeWords(box(100, 100), page), 'top left, 0.5 in from the left, 0.5 in from the top')
  assert.equal(placeWords(box(2400, 3200), page), 'bottom right, 8.2 in from the left, 10.8 in from the top')
  assert.equal(placeWords(box(0, 0), { widthPx: 0, heightPx: 0, dpi: 0 }).startsWith('bottom right'), true)
})

test('where to look: the hits, the pictures of a photo, the largest unread regions', () => {
  const region = (reason: 'photo' | 'unread-ink' | 'identifier', side: number, left: number) =>
    ({ quad: quadOf(box(left, 1500, side)), class: 'UNREAD', reason, confidence: 0 }) as const
  const masked = [region('identifier', 50, 0), region('unread-ink', 20, 0), region('unread-ink', 900, 1600)]
  assert.deepEqual(placeLines({ ...page, masked }), [])
  const little = placeLines({ ...page, masked, reasons: ['little-understood'] })
  assert.equal(little.length, 2)
  assert.match(little[0] ?? '', /right/)
  const hits = Array.from({ length: 12 }, (_, i) => quadOf(box(100 * i, 100)))
  const many = placeLines({ ...page, hits, reasons: ['gate-identifier'] })
  assert.equal(many.length, 9)
  assert.equal(many.at(-1), 'and 4 more')
  assert.equal(placeLines({ ...page, masked: [region('photo', 500, 0)], reasons: ['photo'] }).length, 1)
})
