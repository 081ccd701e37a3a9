/** Proves that the family can be drawn, repeats from its seed, keeps its words on the page and apart, and shows every class. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identifierClasses } from '../../../../daemon/model/identifier.ts'
import { createFonts, type FontName } from '../../../../demo/paper/font.ts'
import type { DrawnPage, TruthWord } from '../../../../demo/paper/page.ts'
import { seeded } from '../../../../demo/paper/random.ts'
import { either } from '../family.ts'
import { validateFamily } from './family.ts'
import { menGiven, surnames, womenGiven } from './lists.ts'

const loaded = createFonts()
const used = new Set<FontName>()
const fonts = (name: FontName) => {
  used.add(name)
  return loaded(name)
}
const seeds = [11, 12, 13]
const drawn = validateFamily.kinds.flatMap(kind =>
  seeds.map(seed => ({ kind: kind.name, seed, pages: kind.draw(seeded(seed), fonts) })),
)
const eachPage = drawn.flatMap(({ kind, seed, pages }) =>
  pages.map(page => ({ where: `${kind} ${seed}`, kind, page })),
)

/** Share of the smaller word's box that the other covers. */
const shared = (a: TruthWord['box'], b: TruthWord['box']): number => {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const area = Math.min((a.right - a.left) * (a.bottom - a.top), (b.right - b.left) * (b.bottom - b.top))
  return wide > 0 && tall > 0 ? (wide * tall) / area : 0
}
const printed = (page: DrawnPage) => page.words.filter(word => word.text !== '' && !word.handwritten)

test('there are at least 20 kinds, 12 fonts, and lists of names that are long enough', () => {
  assert.ok(new Set(validateFamily.kinds.map(kind => kind.name)).size >= 20)
  assert.ok(used.size >= 12, [...used].join())
  assert.ok(new Set([...womenGiven, ...menGiven]).size >= 120)
  assert.ok(new Set(surnames).size >= 150)
})

test('every document has one to three pages of one size and words on each', () => {
  for (const { kind, pages } of drawn) {
    assert.ok(pages.length >= 1 && pages.length <= 3, kind)
    assert.equal(new Set(pages.map(page => `${page.widthPt}x${page.heightPt}`)).size, 1, kind)
    for (const page of pages) assert.ok(page.words.length > 8, kind)
  }
})

test('the same seed draws the same page, another seed another one', () => {
  for (const kind of validateFamily.kinds) {
    const again = kind.draw(seeded(seeds[0] ?? 0), fonts)
    const first = drawn.find(one => one.kind === kind.name && one.seed === seeds[0])?.pages
    assert.deepEqual(again.map(page => page.svgBody), first?.map(page => page.svgBody), kind.name) // biome-ignore format: one idea
    const other = drawn.find(one => one.kind === kind.name && one.seed === seeds[1])?.pages
    assert.notDeepEqual(other?.map(page => page.svgBody), first?.map(page => page.svgBody), kind.name) // biome-ignore format: one idea
  }
})

test('words and marks lie on the page', () => {
  for (const { where, page } of eachPage) {
    const marked = page.marks.map(({ kind, box }) => ({ text: kind, box }))
    for (const { text, box } of [...page.words.filter(word => word.text !== ''), ...marked]) {
      const inside =
        box.left >= 14 && box.top >= 8 && box.right <= page.widthPt - 14 && box.bottom <= page.heightPt - 8
      assert.ok(inside, `${where}: ${text} ${JSON.stringify(box)}`)
    }
  }
})

test('no identifier stands over an ordinary word, but under a stamp', () => {
  for (const { where, kind, page } of eachPage) {
    if (kind === 'stamped-page') continue
    const ordinary = printed(page).filter(word => word.class === null)
    for (const word of printed(page).filter(one => one.class !== null && one.class !== either))
      for (const other of ordinary)
        assert.ok(shared(word.box, other.box) <= 0.3, `${where}: ${word.text} over ${other.text}`)
  }
})

test('every class occurs, and hard negatives occur as ordinary words', () => {
  const classes = new Set(
    eachPage.flatMap(({ page }) => [...page.words, ...page.marks].map(one => one.class)),
  )
  for (const label of identifierClasses) assert.ok(classes.has(label), label)
  const hard = eachPage.flatMap(({ page }) =>
    page.words.filter(
      word => word.class === null && validateFamily.hardNegatives.has(word.text.toLowerCase()),
    ),
  )
  assert.ok(hard.length > 200, String(hard.length))
})

test('only known classes are used', () => {
  const known = new Set<string | null>([...identifierClasses, either, null])
  for (const { where, page } of eachPage)
    for (const { class: label } of [...page.words, ...page.marks])
      assert.ok(known.has(label), `${where} ${label}`)
})
