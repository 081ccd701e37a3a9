/**
 * `npm run bench`: the whole path of `deidentify` (decode to finished PNG and PDF) over generated faxes and scans, beside
 * what `tesseract` and `ocrmypdf` need for the same pages where they are installed. Prints a table and writes it to
 * docs/measured.md. The machine is whatever it is: compare within one run.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { languageFolder } from '../../command/settings.ts'
import { parseConfig } from '../../config/load.ts'
import { policyFrom } from '../../config/policy.ts'
import { heldFor, redactPages, type TimesMs, understand } from '../../daemon/deidentify/pipeline.ts'
import { finish } from '../../daemon/deidentify/release.ts'
import { openEngine } from '../../daemon/engine.ts'
import type { MediaType } from '../../daemon/model/document.ts'
import { drawSet, type PaperFile } from '../../demo/paper/set.ts'
import { replaceSection } from './measured.ts'
import { watchPeak } from './memory.ts'

const seed = 2026
const rounds = 1

type Row = {
  readonly name: string
  readonly pages: number
  readonly seconds: number
  readonly peakBytes: number
}

const mediaTypeOf = (name: string): MediaType =>
  name.endsWith('.tif')
    ? 'image/tiff'
    : name.endsWith('.pdf')
      ? 'application/pdf'
      : name.endsWith('.png')
        ? 'image/png'
        : 'image/jpeg'

const goodFiles = async (): Promise<readonly PaperFile[]> => {
  const files = await drawSet(seed)
  return files.filter(
    (file, i) => file.planted.length > 0 && files.findIndex(other => other.bytes === file.bytes) === i,
  )
}

const runCordon = async (
  files: readonly PaperFile[],
): Promise<{ row: Row; times: Map<string, number>; held: number; ocr: string }> => {
  const loaded = parseConfig('{}')
  if ('faults' in loaded) throw new Error(loaded.faults.join('\n'))
  const { deidentify } = loaded.config
  const engine = await openEngine(deidentify, languageFolder())
  const ports = engine.ports(() => {})
  const times = new Map<string, number>()
  const stop = watchPeak(process.pid)
  const started = performance.now()
  let [pages, held] = [0, 0]
  for (let round = 0; round < rounds; round++)
    for (const file of files) {
      const detected = await understand(file.bytes, mediaTypeOf(file.name), ports)
      const redacted = await redactPages(detected, policyFrom(deidentify), ports)
      if (heldFor(redacted) === null) await finish(redacted, engine.encoder)
      else held++
      pages += redacted.length
      for (const { timesMs } of redacted) addTimes(times, timesMs)
    }
  const seconds = (performance.now() - started) / 1000
  await engine.close()
  return {
    row: { name: `cordon (${engine.ocr})`, pages, seconds, peakBytes: stop() },
    times,
    held,
    ocr: engine.ocr,
  }
}

const addTimes = (sums: Map<string, number>, timesMs: TimesMs): void => {
  for (const [stage, ms] of Object.entries(timesMs))
    sums.set(stage, (sums.get(stage) ?? 0) + (ms ?? 0) / 1000)
}

const installed = (program: string): boolean => spawnSync(program, ['-v']).error === undefined

/** Two programs at a time, each on one thread, as Cordon's two workers: the same cores for all. */
const runProgram = async (
  name: string,
  files: readonly string[],
  pages: number,
  argsOf: (file: string) => readonly string[],
): Promise<Row> => {
  const queue = [...files]
  const stop = watchPeak(process.pid)
  const before = process.memoryUsage.rss()
  const started = performance.now()
  const worker = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift())
      await promisify(execFile)(name, [...argsOf(file)], {
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        maxBuffer: 1 << 28,
      })
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  const seconds = (performance.now() - started) / 1000
  return { name, pages, seconds, peakBytes: Math.max(0, stop() - before) }
}

const peers = async (files: readonly PaperFile[], pages: number): Promise<Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'))
  try {
    const paths = files.map(file => {
      const path = join(folder, file.name)
      writeFileSync(path, file.bytes)
      return path
    })
    const rows: Row[] = []
    const pdfs = await Promise.all(paths.map(pdfOf))
    if (installed('tesseract') && installed('pdftoppm'))
      rows.push(
        await runProgram(
          'tesseract',
          pdfs.flatMap(pdf => rasterise(pdf)),
          pages,
          file => [file, '-', 'tsv'],
        ),
      )
    if (installed('ocrmypdf'))
      rows.push(
        await runProgram('ocrmypdf', pdfs, pages, pdf => [
          '-q',
          '--force-ocr',
          '--jobs',
          '1',
          pdf,
          `${pdf}.ocr.pdf`,
        ]),
      )
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lossless for TIFF and PNG; ImageMagick's policy on Debian writes no PDF. */
const pdfOf = async (path: string): Promise<string> => {
  if (path.endsWith('.pdf')) return path
  const tiff = path.endsWith('.tif') ? path : `${path}.tif`
  if (tiff !== path) {
    const { density = 300 } = await sharp(path).metadata()
    const [xres, yres] = [density / 25.4, density / 25.4]
    await sharp(path).toColourspace('b-w').tiff({ compression: 'deflate', xres, yres }).toFile(tiff)
  }
  execFileSync('tiff2pdf', ['-o', `${path}.pdf`, tiff], { stdio: 'ignore' })
  return `${path}.pdf`
}

/** One file per page, at the resolution that OCR wants; made before the clock starts. */
const rasterise = (pdf: string): string[] => {
  execFileSync('pdftoppm', ['-r', '300', '-gray', pdf, pdf])
  const count = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf]).toString())?.[1])
  return Array.from({ length: count }, (_, i) => `${pdf}-${i + 1}.pgm`)
}

const table = (rows: readonly Row[]): string =>
  [
    '| | pages | seconds | pages per minute | seconds per page | peak memory, MiB |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ name, pages, seconds, peakBytes }) =>
        `| ${name} | ${pages} | ${seconds.toFixed(1)} | ${((pages * 60) / seconds).toFixed(1)} | ${(seconds / pages).toFixed(2)} | ${Math.round(peakBytes / 2 ** 20)} |`,
    ),
  ].join('\n')

const stageTable = (times: Map<string, number>, pages: number): string =>
  [
    '| stage | seconds per page |',
    '|---|---|',
    ...[...times].map(([stage, seconds]) => `| ${stage} | ${(seconds / pages).toFixed(3)} |`),
  ].join('\n')

const files = await goodFiles()
const { row, times, held } = await runCordon(files)
const rows = [row, ...(await peers(files, row.pages / rounds))]
const section = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}; seed ${seed}, ${files.length} documents, one round each.
Cordon decodes, cleans, reads, detects, masks, reads again and encodes (${held} of ${files.length * rounds} documents were held); \`tesseract\` only reads
pages that are already 300 dpi rasters, \`ocrmypdf --force-ocr\` reads and writes a searchable PDF.

${table(rows)}

Time spent per page in each stage of Cordon (stages of two pages run side by side, so that the sum is more than the wall time):

${stageTable(times, row.pages)}
`
console.log(section)
const measured = new URL('../../docs/measured.md', import.meta.url)
writeFileSync(measured, replaceSection(readFileSync(measured, 'utf8'), 'Speed: npm run bench', section))
