/**
 * What every reader must do, whatever reads inside it. Run against both engines.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { seeded } from '../../../demo/paper/random.ts'
import type { Reader } from '../../../drivers/ocr/reader.ts'
import { flat, letter, type Paper, type PaperRaster, pageOf, type Sheet, wordPage } from './paper.ts'
import { bestFor, score } from './score.ts'

export type Open = (options: { readonly workers: number; readonly pageTimeoutMs: number }) => Promise<Reader>

const small: Sheet = { dpi: 300, widthPx: 1200, heightPx: 500, pointSize: 11, font: 'serif' }
const page = { dpi: 300, layout: 'page' } as const
const sparse = { dpi: 300, layout: 'sparse' } as const

/** A tenth of the pixels black at random: layout analysis takes half a minute over it. */
export const slowPage = (): PaperRaster => {
  const raster = flat(1700, 2200, 255)
  const random = seeded(1)
  return { ...raster, pixels: raster.pixels.map(() => (random() < 0.1 ? 0 : 255)) }
}

/** The ids of this process's descendants that run. */
export const descendants = (pid: number = process.pid): number[] => {
  const own: number[] = readdirSync(`/proc/${pid}/task`).flatMap(task => {
    try {
      return readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
    } catch {
      return []
    }
  })
  return own.flatMap(child => (isRunning(child) ? [child, ...descendants(child)] : []))
}

const isRunning = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no fault',
    thrown => thrown.code ?? thrown,
  )

const assertSane = (words: Awaited<ReturnType<Reader['read']>>, { widthPx, heightPx }: PaperRaster) => {
  let [block, line] = [0, 0]
  for (const word of words) {
    const { left, top, right, bottom } = word.box
    assert.ok(0 <= left && left < right && right <= widthPx, 'box within the width')
    assert.ok(0 <= top && top < bottom && bottom <= heightPx, 'box within the height')
    assert.ok(word.confidence >= 0 && word.confidence <= 1, 'confidence within 0…1')
    assert.ok(word.block >= block && word.line >= line, 'reading order')
    block = word.block
    line = word.line
  }
}

export const readerContract = (engine: Reader['engine'], open: Open): void => {
  describe(`reader contract: ${engine}`, () => {
    let reader: Reader
    before(async () => {
      reader = await open({ workers: 2, pageTimeoutMs: 60_000 })
    })
    after(() => reader.close())

    test('says which engine it is', () => assert.equal(reader.engine, engine))

    test('reads at least 98 % of the words of a 300 dpi page right, with boxes on their ink', async () => {
      const paper = await wordPage(7, 250, { ...letter(300), pointSize: 10, font: 'sans' })
      const words = await reader.read(paper.raster, page)
      assertSane(words, paper.raster)
      const { right, overlap, rightAt60 } = score(paper.words, words)
      assert.ok(right >= 0.98, `right ${right}`)
      assert.ok(rightAt60 >= 0.97, `right and sure ${rightAt60}`)
      assert.ok(overlap >= 0.9, `overlap ${overlap}`)
    })

    test('counts lines and blocks in reading order from 0', async () => {
      const paper = await pageOf('alpha bravo charlie delta echo foxtrot golf hotel india'.split(' '), {
        ...small,
        widthPx: 700,
      })
      const words = await reader.read(paper.raster, page)
      assert.deepEqual(
        words.map(word => word.text),
        paper.words.map(word => word.text),
      )
      const tops = paper.words.map(word => bestFor(word, words)?.line)
      assert.equal(tops[0], 0)
      assert.equal(new Set(tops).size, 1 + (tops.at(-1) ?? 0))
      assert.ok((tops.at(-1) ?? 0) > 0)
    })

    test('sparse layout finds words that stand alone', async () => {
      const paper = await pageOf(['Allergies:', 'Penicillin'], small)
      const words = await reader.read(paper.raster, sparse)
      assertSane(words, paper.raster)
      assert.equal(score(paper.words, words).right, 1)
    })

    test('pages read at the same time do not mix', async () => {
      const texts = ['window', 'harbor', 'pencil', 'castle', 'bridge', 'garden']
      const papers = await Promise.all(texts.map(text => pageOf(Array(12).fill(text), small)))
      const read = await Promise.all(
        papers.map(({ raster }, i) => reader.read(raster, i % 2 === 0 ? page : sparse)),
      )
      assert.deepEqual(
        read.map(words => [...new Set(words.map(word => word.text))]),
        texts.map(text => [text]),
      )
    })

    test('a page reads the same whatever was read before it', async () => {
      const one: Reader = await open({ workers: 1, pageTimeoutMs: 60_000 })
      const noisy = (paper: Paper): PaperRaster => ({
        ...paper.raster,
        pixels: paper.raster.pixels.map((value, i) => (i % 7 === 0 ? value >> 1 : value)),
      })
      const paper = noisy(await wordPage(8, 30, { ...small, pointSize: 8 }))
      const other = await wordPage(9, 30, small)
      const first = await one.read(paper, page)
      await one.read(other.raster, page)
      const again = await one.read(paper, page)
      await one.close()
      assert.deepEqual(again, first)
    })

    for (const [name, raster] of [
      ['a blank page', flat(1200, 900, 255)],
      ['an all black page', flat(1200, 900, 0)],
      ['a page of one pixel', flat(1, 1, 0)],
      ['a page of one column', flat(1, 2000, 0)],
      ['a page of three by three', flat(3, 3, 0)],
    ] as const) {
      test(`${name} has no words`, async () => {
        for (const options of [page, sparse]) {
          const words = await reader.read(raster, options)
          assert.deepEqual(
            words.filter(word => word.text.trim() !== ''),
            [],
          )
        }
      })
    }

    test('a raster that is no page fails with a code, and the next page is read', async () => {
      const wrong = { widthPx: 100, heightPx: 100, pixels: new Uint8Array(10) }
      assert.equal(await codeOf(reader.read({ ...wrong, widthPx: 0 }, page)), 'engine-died')
      const paper = await pageOf(['recovered'], small)
      assert.equal((await reader.read(paper.raster, page))[0]?.text, 'recovered')
    })

    test('a page that takes too long fails with `too-slow`, and a fresh engine reads the next', async () => {
      const hasty = await open({ workers: 1, pageTimeoutMs: 4000 })
      const [slow, next] = [codeOf(hasty.read(slowPage(), page)), codeOf(hasty.read(flat(64, 64, 255), page))]
      assert.equal(await slow, 'too-slow')
      assert.equal(await next, 'no fault')
      await hasty.close()
    })

    test('closing fails the pages under way and those that wait, and leaves no process', async () => {
      const before = descendants()
      const doomed = await open({ workers: 1, pageTimeoutMs: 60_000 })
      const codes = [codeOf(doomed.read(slowPage(), page)), codeOf(doomed.read(flat(64, 64, 255), sparse))]
      await new Promise(resolve => setTimeout(resolve, 200))
      await doomed.close()
      assert.deepEqual(await Promise.all(codes), ['closed', 'closed'])
      assert.deepEqual(
        descendants().filter(pid => !before.includes(pid)),
        [],
      )
      assert.equal(await codeOf(doomed.read(flat(64, 64, 255), page)), 'closed')
      await doomed.close()
    })
  })
}
