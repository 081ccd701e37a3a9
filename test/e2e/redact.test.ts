/**
 * Proves the contracts for measuring, `cordon redact` and `cordon detect`, through the real command: what is written,
 * where, with which exit code, and that independent programs read no planted identifier and no metadata in it.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { drawSet, type PaperFile } from '../../demo/paper/set.ts'

const cordon = fileURLToPath(new URL('../../cordon', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cordon-redact-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  spawnSync(cordon, args, { cwd: folder, encoding: 'utf8', timeout: 240_000 })
const has = (program: string, flag = '--version'): boolean => spawnSync(program, [flag]).error === undefined
const files = new Map((await drawSet(41)).map(file => [file.name, file]))
const fileOf = (name: string): PaperFile => files.get(name) as PaperFile
for (const [name, { bytes }] of files) writeFileSync(join(folder, name), bytes)
const reportIn = (out: string, name: string) =>
  JSON.parse(readFileSync(join(folder, out, name, 'report.json'), 'utf8'))
const filesIn = (out: string, name: string): string[] => readdirSync(join(folder, out, name)).sort()

const released = run('redact', 'fax000000101.tif', 'scan-0006.pdf', 'label.png', '--out', 'out')

test('released documents: pages, one PDF, one report each, and exit code 0', () => {
  assert.equal(released.status, 0, released.stderr)
  assert.deepEqual(filesIn('out', 'fax000000101'), ['document.pdf', 'page-001.png', 'report.json'])
  assert.deepEqual(filesIn('out', 'scan-0006'), [
    'document.pdf',
    'page-001.png',
    'page-002.png',
    'report.json',
  ])
})

test('the report has the form of the contract', async () => {
  const report = reportIn('out', 'fax000000101')
  assert.deepEqual([report.verdict, report.reason], ['released', null])
  const [page] = report.pages
  const { width, height } = await sharp(join(folder, 'out/fax000000101/page-001.png')).metadata()
  assert.deepEqual([page.page, page.verdict, page.width, page.height], [1, 'released', width, height])
  assert.deepEqual(
    page.transform.map((row: number[]) => row.length),
    [3, 3],
  )
  assert.ok(page.inkUnderstood > 0.5 && page.inkUnderstood <= 1)
  assert.ok(Object.values(page.timesMs).every(ms => typeof ms === 'number'))
  assert.ok(page.masked.length > 5)
  for (const { quad, class: label, reason, confidence } of page.masked) {
    assert.deepEqual(
      quad.map((corner: number[]) => corner.length),
      [2, 2, 2, 2],
    )
    assert.match(label, /^[A-Z_0-9]+$/)
    assert.match(reason, /^[a-z-]+$/)
    assert.ok(confidence >= 0 && confidence <= 1)
  }
})

test('no report and no message holds a word of a document', () => {
  for (const name of ['fax000000101', 'scan-0006', 'label']) {
    const said = `${JSON.stringify(reportIn('out', name))}${released.stderr}${released.stdout}`.toLowerCase()
    const file = [...files.values()].find(one => one.name.startsWith(name)) as PaperFile
    for (const word of file.planted.filter(word => word.length > 4))
      assert.ok(!said.includes(word.toLowerCase()), name)
  }
})

test('`transform` leads from a pixel of the input to the pixel of the output', async () => {
  const { pages } = reportIn('out', 'fax000000101')
  const [[a, b, c], [d, e, f]] = pages[0].transform
  // The heading's first word, from points on the paper to fax pixels (204 × 196 dpi), to pixels of the output.
  const heading = fileOf('fax000000101.tif').pages[0]?.find(word => word.text === 'REFERRAL')
  assert.ok(heading)
  const [x, y] = [(heading.box.left * 1728) / 612, (heading.box.top * 2156) / 792]
  const [left, top] = [a * x + b * y + c, d * x + e * y + f].map(Math.round) as [number, number]
  const region = { left: left - 3, top: top - 3, width: 40, height: 40 }
  const ink = await sharp(join(folder, 'out/fax000000101/page-001.png')).extract(region).stats()
  assert.ok((ink.channels[0]?.mean ?? 255) < 240, 'the word lies where the transform says')
})

const readers = has('tesseract') && has('zbarimg')
test('independent readers find no planted identifier and no barcode', {
  skip: !readers && 'needs tesseract, zbarimg',
}, () => {
  for (const [name, original] of [
    ['fax000000101', 'fax000000101.tif'],
    ['label', 'label.png'],
  ] as const) {
    const page = join(folder, 'out', name, 'page-001.png')
    const read = ['3', '11'].map(
      mode => spawnSync('tesseract', [page, '-', '--psm', mode], { encoding: 'utf8' }).stdout,
    )
    const words = new Set(
      read
        .join(' ')
        .toLowerCase()
        .split(/[^\p{L}\p{N}/@().-]+/u),
    )
    const secret = fileOf(original).planted.filter(
      word => /\d{4}|@/.test(word) || /^[A-Z][a-z]{4,}$/.test(word),
    )
    for (const word of secret)
      if (!ordinary.has(word.toLowerCase())) assert.ok(!words.has(word.toLowerCase()), name)
    assert.notEqual(spawnSync('zbarimg', ['-q', page]).status, 0)
  }
})
/** Words of facilities' names that are words of the text as well. */
const ordinary = new Set([
  'family',
  'harbor',
  'light',
  'valley',
  'hospital',
  'clinic',
  'medicine',
  'avenue',
  'street',
])

const tools = has('exiftool', '-ver') && has('pdftotext', '-v') && has('pdfimages', '-v')
test('the PDF is pictures and nothing else', { skip: !tools && 'needs exiftool, poppler-utils' }, () => {
  const pdf = join(folder, 'out/scan-0006/document.pdf')
  assert.equal(spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).stdout.trim(), '')
  assert.equal(
    spawnSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).stdout.trim().split('\n').length,
    4,
  )
  for (const file of [pdf, join(folder, 'out/scan-0006/page-001.png')]) {
    const tags = JSON.parse(spawnSync('exiftool', ['-json', '-G1', file], { encoding: 'utf8' }).stdout)[0]
    const groups = new Set(Object.keys(tags).map(tag => tag.split(':')[0]))
    for (const group of groups)
      assert.match(group ?? '', /^(SourceFile|ExifTool|System|File|PDF|PNG|PNG-pHYs|Composite)$/)
    assert.ok(
      !Object.keys(tags).some(
        tag => /Author|Title|Creator|Producer|Date/.test(tag) && !tag.startsWith('System:'),
      ),
    )
  }
})

test('a held document: exit code 2, no raster of the held page but on demand, and then a masked one', () => {
  const held = run('redact', 'note.jpg', '--out', 'held')
  assert.equal(held.status, 2, held.stderr)
  assert.deepEqual(filesIn('held', 'note'), ['report.json'])
  assert.equal(reportIn('held', 'note').verdict, 'review')
  const shown = run('redact', 'note.jpg', '--out', 'held', '--include-held')
  assert.equal(shown.status, 2)
  assert.deepEqual(filesIn('held', 'note'), ['page-001.png', 'report.json'])
  assert.equal(run('redact', 'note.jpg', '--out', 'held').status, 2)
  assert.deepEqual(filesIn('held', 'note'), ['report.json'], 'what an earlier run wrote is gone')
})

test('bad input: exit code 3 and a report with the code; a missing file costs the others nothing', () => {
  writeFileSync(join(folder, 'policy.yaml'), 'minWordConfidence: 0.9\nprofile: balanced\n')
  const mixed = run(
    'redact',
    'nothing.tif',
    'fax000000105.tif',
    'notes.tif',
    'label.png',
    '--out',
    'bad',
    '--policy',
    'policy.yaml',
  )
  assert.equal(mixed.status, 1, mixed.stderr)
  assert.deepEqual(reportIn('bad', 'fax000000105'), { verdict: 'rejected', reason: 'truncated', pages: [] })
  assert.equal(reportIn('bad', 'notes').reason, 'unknown-format')
  assert.equal(reportIn('bad', 'label').verdict, 'released')
  assert.equal(run('redact', 'notes.tif', '--out', 'bad', '--profile', 'balanced').status, 3)
})

test('wrong usage and a faulty policy say so, with the exit codes of the README', () => {
  assert.equal(run('redact', 'label.png').status, 64)
  assert.equal(run('redact', 'label.png', '--out', 'x', '--profile', 'lenient').status, 64)
  writeFileSync(join(folder, 'wrong.yaml'), 'minWordConfidence: 7\nsecret: 1\n')
  const faulty = run('redact', 'label.png', '--out', 'x', '--policy', 'wrong.yaml')
  assert.equal(faulty.status, 78)
  assert.match(faulty.stderr, /minWordConfidence/)
  assert.match(faulty.stderr, /secret/)
})

test('detect: one line of spans per line of text, with the labels of the contract', () => {
  const text = 'Patient: Rosalind Okafor, SSN 123-45-6789, seen with Parkinson disease.'
  writeFileSync(
    join(folder, 'in.jsonl'),
    `${JSON.stringify({ id: 'a', text })}\n${JSON.stringify({ id: 2, text: 'Glucose 126 mg/dL' })}\n`,
  )
  const { status, stderr } = run('detect', '--jsonl', 'in.jsonl', '--out', 'out.jsonl')
  assert.equal(status, 0, stderr)
  const [first, second] = readFileSync(join(folder, 'out.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  assert.deepEqual(
    first.spans.map((span: { start: number; end: number; label: string }) => [
      text.slice(span.start, span.end),
      span.label,
    ]),
    [
      ['Rosalind Okafor', 'NAME'],
      ['123-45-6789', 'SSN'],
    ],
  )
  assert.ok(first.spans.every((span: { score: number }) => span.score > 0 && span.score <= 1))
  assert.deepEqual(second, { id: 2, spans: [] })
})
