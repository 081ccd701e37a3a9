/**
 * `node test/bench/ocr.ts [pages]`: both OCR engines on the same pages, one reader each, by default 4 dense letter pages
 * of 450 words at 300 dpi and 4 fax pages. Prints seconds per page, and how right and how sure the words are.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '../../demo/paper/random.ts'
import { speckle, threshold } from '../../demo/paper/render.ts'
import { openReader } from '../../drivers/ocr/choose.ts'
import { type Reader, ReaderFault } from '../../drivers/ocr/reader.ts'
import { createSandbox } from '../../drivers/sandbox/sandbox.ts'
import { letter, type Paper, wordPage } from '../drivers/ocr/paper.ts'
import { type Score, score } from '../drivers/ocr/score.ts'

const count = Math.max(1, Number(process.argv[2] ?? 4))

const faxed = (paper: Paper, seed: number): Paper => ({
  ...paper,
  raster: speckle(threshold(paper.raster), 0.002, seeded(seed)),
})

const dense = (seed: number): Promise<Paper> =>
  wordPage(seed, 450, { ...letter(300), pointSize: 10, font: seed % 2 === 0 ? 'serif' : 'sans' })
const fax = async (seed: number): Promise<Paper> =>
  faxed(await wordPage(seed, 350, { ...letter(204), pointSize: 10, font: 'sans' }), seed)

const sets: readonly (readonly [string, readonly Paper[]])[] = [
  ['letter 300 dpi', await Promise.all(Array.from({ length: count }, (_, i) => dense(i + 1)))],
  ['fax 204 dpi', await Promise.all(Array.from({ length: count }, (_, i) => fax(i + 50)))],
]

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8)

const readAll = async (reader: Reader, papers: readonly Paper[]) => {
  const timesMs: number[] = []
  const scores = await Promise.all(
    papers.map(async ({ raster, words, dpi }): Promise<Score> => {
      const started = performance.now()
      const read = await reader.read(raster, { dpi, layout: 'page' })
      timesMs.push(performance.now() - started)
      return score(words, read)
    }),
  )
  const mean = (key: keyof Score) => scores.reduce((sum, one) => sum + one[key], 0) / scores.length
  return { timesMs, mean }
}

const row = async (name: string, reader: Reader, workers: number): Promise<void> => {
  for (const [set, papers] of sets) {
    await readAll(reader, papers.slice(0, workers)) // the engines start
    const started = performance.now()
    const { timesMs, mean } = await readAll(reader, papers)
    const perPage = (performance.now() - started) / papers.length / 1000
    const alone = workers === 1 ? median(timesMs.map((ms, i) => ms - (timesMs[i - 1] ?? 0))) / 1000 : null
    const seconds =
      `${perPage.toFixed(2)} s`.padStart(8) + (alone === null ? '' : ` (median ${alone.toFixed(2)})`)
    const shares = [mean('right'), mean('rightAt60'), mean('rightAt70'), mean('wrongAt60')].map(percent)
    console.log([name.padEnd(26), String(workers), set.padEnd(15), ...shares, seconds].join('  '))
  }
}

const { confine, confinement } = await createSandbox()
const folder = await mkdtemp(join(tmpdir(), 'cordon-bench-'))
console.log(`confinement: ${confinement}`)
console.log(
  'engine, workers, pages, words right, right at 0.6, right at 0.7, wrong at 0.6, per page of wall time',
)
try {
  for (const workers of [1, 2]) {
    for (const [name, engine, languageDir] of [
      ['native, our data', 'native', folder],
      ["native, system's data", 'native', undefined],
      ['tesseract.js', 'tesseract.js', undefined],
    ] as const) {
      const reader = await openReader({ engine, workers, confine, pageTimeoutMs: 120_000, languageDir })
      await row(name, reader, workers).finally(reader.close)
    }
  }
} catch (thrown) {
  if (!(thrown instanceof ReaderFault)) throw thrown
  console.error(`not measured: ${thrown.code}`)
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true })
}
