/** The stage gives sane words in reading order, reads a poor page twice and keeps the better reading. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { inkLevelOf, inkShareIn } from '../../../daemon/deidentify/read/share.ts'
import { type Reader, readPage } from '../../../daemon/deidentify/read.ts'
import { Deferred } from '../../../daemon/errors.ts'
import { identity } from '../../../daemon/model/geometry.ts'
import { pageAt, type Word } from '../../../daemon/model/page.ts'
import type { GrayRaster } from '../../../daemon/model/raster.ts'
import { createTesseractJsReader } from '../../../drivers/ocr/tesseractjs.ts'
import { flat, letter, wordPage } from '../../drivers/ocr/paper.ts'
import { score } from '../../drivers/ocr/score.ts'

const pageOf = (raster: GrayRaster, dpi = 300, bilevel = false) =>
  pageAt('barcoded', {
    number: 1,
    bilevel,
    raster,
    dpi,
    transform: identity,
    orientationConfidence: 1,
    barcodes: [],
  })

type Call = { readonly widthPx: number; readonly dpi: number; readonly layout: string }

/** Answers by layout, and remembers what it was asked. */
const answering = (answers: Partial<Record<'page' | 'sparse', readonly Word[]>>) => {
  const calls: Call[] = []
  const reader: Reader = {
    read: async ({ widthPx }, { dpi, layout }) => {
      calls.push({ widthPx, dpi, layout })
      return answers[layout] ?? []
    },
  }
  return { reader, calls }
}

const word = (text: string, more: Partial<Word> = {}): Word => ({
  text,
  box: { left: 10, top: 10, right: 90, bottom: 40 },
  confidence: 0.9,
  block: 0,
  line: 0,
  ...more,
})

/** Ink in one place only: a bar of 80 × 30. */
const inked = (): GrayRaster => {
  const raster = flat(400, 200, 255)
  for (let y = 10; y < 40; y++) raster.pixels.fill(0, y * 400 + 10, y * 400 + 90)
  return raster
}

describe('reading a page', () => {
  test('a real page, by a real reader', async () => {
    const reader = createTesseractJsReader({ workers: 1, pageTimeoutMs: 60_000 })
    after(() => reader.close())
    const paper = await wordPage(21, 80, { ...letter(100), pointSize: 10, font: 'sans' })
    const { words } = await readPage(pageOf(paper.raster, 100), reader)
    const { right, overlap } = score(paper.words, words)
    assert.ok(right >= 0.98, `right ${right}`)
    assert.ok(overlap >= 0.75, `overlap ${overlap}`)
  })

  test('words are trimmed, clamped, and those without text, box or sense are dropped', async () => {
    const beyond = { left: -5, top: -5, right: 5000, bottom: 5000 }
    const { reader } = answering({
      page: [
        word('  kept '),
        word('clamped', { box: beyond, confidence: 1.7, line: 1 }),
        word('   '),
        word('inside out', { box: { left: 90, top: 10, right: 10, bottom: 40 } }),
        word('off the page', { box: { left: 500, top: 10, right: 600, bottom: 40 } }),
        word('no number', { box: { left: Number.NaN, top: 10, right: 20, bottom: 40 } }),
        word('no confidence', { confidence: Number.NaN }),
        word('nowhere', { line: -1 }),
      ],
    })
    const { words } = await readPage(pageOf(inked()), reader)
    assert.deepEqual(words, [
      word('kept'),
      word('clamped', { box: { left: 0, top: 0, right: 400, bottom: 200 }, confidence: 1, line: 1 }),
    ])
  })

  test('words come in reading order', async () => {
    const at = (text: string, block: number, line: number, left: number) =>
      word(text, { block, line, box: { left, top: 10, right: left + 20, bottom: 40 } })
    const shuffled = [at('d', 1, 2, 10), at('b', 0, 0, 60), at('c', 0, 1, 10), at('a', 0, 0, 10)]
    const { words } = await readPage(pageOf(inked()), answering({ page: shuffled }).reader)
    assert.equal(words.map(({ text }) => text).join(''), 'abcd')
  })

  test('a good reading is the only one', async () => {
    const { reader, calls } = answering({ page: [word('good')] })
    await readPage(pageOf(inked()), reader)
    assert.deepEqual(calls, [{ widthPx: 400, dpi: 300, layout: 'page' }])
  })

  test('pure noise is not read: no reader ends with it in time, and none finds a word', async () => {
    const noise = flat(1700, 1100, 255)
    for (let i = 0; i < noise.pixels.length; i += 1) if ((i * 7919) % 101 < 5) noise.pixels[i] = 0
    const { reader, calls } = answering({ page: [word('no')] })
    assert.deepEqual((await readPage(pageOf(noise, 200, true), reader)).words, [])
    assert.equal(calls.length, 0)
  })

  test('a blank page is read once', async () => {
    const { reader, calls } = answering({})
    assert.deepEqual((await readPage(pageOf(flat(400, 200, 255)), reader)).words, [])
    assert.equal(calls.length, 1)
  })

  test('ink without words, or with unsure words, or elsewhere than the words, is read again and the better kept', async () => {
    const unsure = [word('xq', { confidence: 0.2 })]
    const elsewhere = [word('a', { box: { left: 200, top: 100, right: 220, bottom: 120 } })]
    for (const first of [[], unsure, elsewhere]) {
      const { reader, calls } = answering({ page: first, sparse: [word('found')] })
      const { words } = await readPage(pageOf(inked()), reader)
      assert.deepEqual(
        words.map(({ text }) => text),
        ['found'],
      )
      assert.deepEqual(
        calls.map(({ layout }) => layout),
        ['page', 'sparse'],
      )
    }
  })

  test('a second reading that is no better is not kept, but said to be an alternative', async () => {
    const first = word('surely', { confidence: 0.5 })
    const { reader } = answering({ page: [first], sparse: [word('no', { confidence: 0.1 })] })
    const { words } = await readPage(pageOf(inked()), reader)
    assert.deepEqual(words, [{ ...first, alternatives: ['no'] }])
  })

  test('coarse gray pages are read at twice their size and mapped back; bilevel ones as they are', async () => {
    const large = [word('large', { box: { left: 21, top: 20, right: 180, bottom: 80 } })]
    const gray = answering({ page: large })
    const { words } = await readPage(pageOf(inked(), 100), gray.reader)
    assert.deepEqual(gray.calls[0], { widthPx: 800, dpi: 200, layout: 'page' })
    assert.deepEqual(words[0]?.box, { left: 10, top: 10, right: 90, bottom: 40 })
    const bilevel = answering({ page: [word('same')] })
    await readPage(pageOf(inked(), 100, true), bilevel.reader)
    assert.deepEqual(bilevel.calls[0], { widthPx: 400, dpi: 100, layout: 'page' })
  })

  test('a missing engine and a closed reader defer the document; other faults are thrown on, to hold the page', async () => {
    const failing = (code: string): Reader => ({
      read: () => Promise.reject(Object.assign(new Error(code), { code })),
    })
    const page = pageOf(inked())
    await assert.rejects(readPage(page, failing('engine-unavailable')), new Deferred('engine-unavailable'))
    await assert.rejects(readPage(page, failing('closed')), new Deferred('stopping'))
    for (const code of ['too-slow', 'engine-died', 'bad-output']) {
      await assert.rejects(readPage(page, failing(code)), { code })
    }
  })
})

describe('share of ink', () => {
  test('a page without contrast has no ink', () => {
    for (const level of [0, 128, 255]) assert.equal(inkLevelOf(flat(300, 300, level)), null)
  })
  test('ink is counted once where boxes overlap', () => {
    const raster = inked()
    const level = inkLevelOf(raster) ?? 0
    const left = { left: 10, top: 10, right: 50, bottom: 40 }
    assert.equal(inkShareIn(raster, level, [left, left]), 0.5)
    assert.equal(inkShareIn(raster, level, []), 0)
    assert.equal(inkShareIn(raster, level, [{ left: 0, top: 0, right: 400, bottom: 200 }]), 1)
  })
  test('faint ink on gray paper is ink', () => {
    const raster = inked()
    const faint = { ...raster, pixels: raster.pixels.map(value => (value === 0 ? 150 : 210)) }
    assert.ok((inkLevelOf(faint) ?? 0) > 150)
  })
})
