/** The system's Tesseract passes the reader's contract, and outlives the death of its children. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { type OpenReaderOptions, openReader } from '../../../drivers/ocr/choose.ts'
import { confine, missing } from './confine.ts'
import { descendants, type Open, readerContract, slowPage } from './contract.ts'
import { letter, wordPage } from './paper.ts'
import { score } from './score.ts'

const languageDir = await mkdtemp(join(tmpdir(), 'cordon-language-'))
after(() => rm(languageDir, { recursive: true }))

const open: Open = options => openReader({ engine: 'native', confine, languageDir, ...options })

if (missing) test('native engine', { skip: missing }, () => {})
else {
  readerContract('native', open)

  describe('native children', () => {
    const killChildren = async (alive: readonly number[]): Promise<void> => {
      await new Promise(resolve => setTimeout(resolve, 300))
      const own = descendants().filter(pid => !alive.includes(pid))
      assert.ok(own.length > 0, 'a child was running')
      for (const pid of own) process.kill(pid, 'SIGKILL')
    }

    test('a page whose child is killed is read by a fresh one', async () => {
      const reader = await open({ workers: 1, pageTimeoutMs: 60_000 })
      const paper = await wordPage(3, 200, { ...letter(300), pointSize: 10, font: 'serif' })
      const alive = descendants()
      const words = reader.read(paper.raster, { dpi: 300, layout: 'sparse' })
      await killChildren(alive)
      assert.ok(score(paper.words, await words).right >= 0.98)
      await reader.close()
    })

    test('a page whose child dies twice fails with `engine-died`', async () => {
      const reader = await open({ workers: 1, pageTimeoutMs: 60_000 })
      const alive = descendants()
      const words = reader.read(slowPage(), { dpi: 200, layout: 'sparse' })
      const code = words.then(
        () => 'read',
        thrown => thrown.code,
      )
      await killChildren(alive)
      await killChildren(alive)
      assert.equal(await code, 'engine-died')
      await reader.close()
    })

    test('a child that was killed while idle is replaced', async () => {
      const alive = descendants()
      const reader = await open({ workers: 1, pageTimeoutMs: 60_000 })
      await killChildren(alive)
      const blank = { widthPx: 50, heightPx: 50, pixels: new Uint8Array(2500).fill(255) }
      assert.deepEqual(await reader.read(blank, { dpi: 300, layout: 'page' }), [])
      await reader.close()
    })

    test("the system's own language data serves as well", async () => {
      const reader = await openReader({ engine: 'native', confine, workers: 1, pageTimeoutMs: 60_000 })
      const paper = await wordPage(4, 60, { ...letter(300), pointSize: 12, font: 'serif' })
      const words = await reader.read(paper.raster, { dpi: 300, layout: 'page' })
      assert.ok(score(paper.words, words).right >= 0.98)
      await reader.close()
    })
  })

  describe('choosing', () => {
    const base: OpenReaderOptions = { engine: 'auto', confine, workers: 1, pageTimeoutMs: 60_000 }
    const engineOf = async (options: Partial<OpenReaderOptions>): Promise<string> => {
      const reader = await openReader({ ...base, ...options })
      await reader.close()
      return reader.engine
    }
    const broken: OpenReaderOptions['confine'] = () => ({ command: '/bin/false', args: [], env: {} })

    test('auto takes the native engine where it reads', async () =>
      assert.equal(await engineOf({}), 'native'))
    test('auto takes tesseract.js where there is no Tesseract', async () =>
      assert.equal(await engineOf({ program: '/nowhere/tesseract' }), 'tesseract.js'))
    test('auto takes tesseract.js where the program is another', async () =>
      assert.equal(await engineOf({ program: '/bin/true' }), 'tesseract.js'))
    test('auto takes tesseract.js where the confinement cannot be had', async () =>
      assert.equal(await engineOf({ confine: broken }), 'tesseract.js'))
    test('tesseract.js where it is asked for', async () =>
      assert.equal(await engineOf({ engine: 'tesseract.js' }), 'tesseract.js'))
    test('native asked for and not to be had is a fault', async () => {
      await assert.rejects(openReader({ ...base, engine: 'native', confine: broken }), {
        code: 'engine-unavailable',
      })
    })
  })
}
