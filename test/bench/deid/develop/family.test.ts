/** Proves that the family draws every kind, the same for the same seed, on the page, with true words apart from each other. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identifierClasses } from '../../../../daemon/model/identifier.ts'
import { createFonts, type FontName } from '../../../../demo/paper/font.ts'
import type { DrawnPage, TruthWord } from '../../../../demo/paper/page.ts'
import { seeded } from '../../../../demo/paper/random.ts'
import { either } from '../family.ts'
import { developFamily } from './family.ts'

const load = createFonts()
const usedFonts = new Map<string, Set<FontName>>()
let drawing = ''
const fonts = (name: FontName) => {
  const used = usedFonts.get(drawing) ?? new Set()
  usedFonts.set(drawing, used.add(name))
  return load(name)
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
const drawn = developFamily.kinds.flatMap(kind => {
  drawing = kind.name
  return seeds.map(seed => ({ kind: kind.name, seed, pages: kind.draw(seeded(seed), fonts) }))
})
const pages = drawn.flatMap(({ kind, seed, pages }) => pages.map(page => ({ kind, seed, page })))
const printed = (page: DrawnPage): TruthWord[] => page.words.filter(({ text }) => text !== '')

type Box = TruthWord['box']
const areaOf = ({ left, top, right, bottom }: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top)
const shared = (a: Box, b: Box): number =>
  areaOf({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
const identifies = (label: string | null): boolean => label !== null && label !== either

test('there are at least 55 kinds with names of their own, of one to three pages', () => {
  const names = new Set(developFamily.kinds.map(({ name }) => name))
  assert.ok(names.size >= 55)
  assert.equal(names.size, developFamily.kinds.length)
  for (const { kind, seed, pages } of drawn)
    assert.ok(pages.length >= 1 && pages.length <= 3, `${kind} ${seed}: ${pages.length} pages`)
})

test('the same seed draws the same pages, another seed draws others', () => {
  for (const kind of developFamily.kinds) {
    const [once, other] = [7, 8].map(
      seed => drawn.find(doc => doc.kind === kind.name && doc.seed === seed)?.pages,
    )
    const again = kind.draw(seeded(7), load)
    assert.ok(JSON.stringify(once) === JSON.stringify(again), kind.name)
    assert.ok(JSON.stringify(once) !== JSON.stringify(other), kind.name)
  }
})

test('every word and mark lies on the page, off its edges, and can be read', () => {
  for (const { kind, seed, page } of pages) {
    for (const { text, box } of printed(page)) {
      const where = `${kind} ${seed}: ${text} ${JSON.stringify(box)}`
      assert.ok(box.left >= 24 && box.right <= page.widthPt - 24, where)
      assert.ok(box.top >= 24 && box.bottom <= page.heightPt - 24, where)
    }
    for (const { kind: mark, box } of page.marks)
      assert.ok(
        box.left >= 24 && box.top >= 24 && box.right <= page.widthPt - 24 && box.bottom <= page.heightPt - 24,
        `${kind} ${seed}: ${mark}`,
      )
  }
})

test('identifiers stand apart from ordinary words and marks, but under stamps', () => {
  for (const { kind, seed, page } of pages.filter(({ kind }) => kind !== 'stamped-page')) {
    const words = printed(page).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    for (const [i, word] of words.entries()) {
      for (const other of words.slice(i + 1)) {
        const least = Math.min(areaOf(word.box), areaOf(other.box))
        assert.ok(
          shared(word.box, other.box) <= 0.3 * least,
          `${kind} ${seed}: ${word.text} on ${other.text}`,
        )
      }
      for (const mark of page.marks)
        assert.ok(
          shared(word.box, mark.box) <= 0.3 * areaOf(word.box),
          `${kind} ${seed}: ${word.text} on ${mark.kind}`,
        )
    }
  }
})

test('all classes occur, among labels that are known', () => {
  const found = new Set(pages.flatMap(({ page }) => [...page.words, ...page.marks].map(item => item.class)))
  for (const label of identifierClasses) assert.ok(found.has(label), label)
  for (const label of found) {
    assert.ok(
      label === null || label === either || identifierClasses.some(known => known === label),
      String(label),
    )
  }
})

test('at least 12 fonts, at least 5 in each kind', () => {
  const all = new Set([...usedFonts.values()].flatMap(used => [...used]))
  assert.ok(all.size >= 12)
  for (const [kind, used] of usedFonts) assert.ok(used.size >= 5, `${kind}: ${[...used].join(' ')}`)
})

test('every kind holds identifiers and ordinary words', () => {
  for (const { kind, seed, pages: sheets } of drawn) {
    const labels = sheets.flatMap(page => page.words.map(word => word.class))
    assert.ok(labels.filter(identifies).length >= 8, `${kind} ${seed}`)
    assert.ok(labels.filter(label => label === null).length >= 4, `${kind} ${seed}`)
  }
})

test('words that only look like identifiers occur in many documents', () => {
  const negative = pages.flatMap(({ page }) =>
    printed(page).filter(
      ({ class: label, text }) =>
        label === null && developFamily.hardNegatives.has(text.toLowerCase().replace(/[.,;:]$/, '')),
    ),
  )
  assert.ok(negative.length > 150, String(negative.length))
  assert.ok(new Set(negative.map(({ text }) => text.toLowerCase())).size > 40)
})
