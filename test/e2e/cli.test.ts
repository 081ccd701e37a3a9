/**
 * Proves what measuring relies on in `cordon redact`: the report's exact shape, that `transform` leads from a pixel of the
 * input to the same ink in the output whatever way the page came in, and what the options change.
 */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { type Affine, applyTo, type Box, boundsOf, type Point, quadOf } from '../../daemon/model/geometry.ts'
import { heldReasons, maskReasons } from '../../daemon/model/page.ts'
import { encodePng, encodeTiff } from '../../demo/paper/encode.ts'
import { createFonts } from '../../demo/paper/font.ts'
import { createSheet } from '../../demo/paper/page.ts'
import { type Gray, renderPage, resample, threshold } from '../../demo/paper/render.ts'
import { cordon, run } from './command.ts'
import { asFax, letterPage, patient, plantedOf, scrawlPage } from './papers.ts'
import { needs } from './tags.ts'

const folder = await mkdtemp(join(tmpdir(), 'cordon-cli-'))
after(() => rm(folder, { recursive: true }))
const at = (...names: string[]) => join(folder, ...names)

const size = { widthPt: 420, heightPt: 240 }
const dpi = 200
const person = patient(90)

/** A page with one word by itself at the right edge; gives where its ink stands, in points. */
const markedSheet = () => {
  const sheet = createSheet(createFonts(), size)
  sheet.text(20, 30, ['Patient: ', { NAME: `${person.given} ${person.family}` }], { sizePt: 11 })
  sheet.text(20, 50, ['MRN: ', { MRN: person.mrn }], { sizePt: 11 })
  sheet.text(20, 80, 'The blood test results are normal.', { sizePt: 11 })
  sheet.text(20, 98, 'Please repeat the test in six months.', { sizePt: 11 })
  sheet.text(20, 116, 'Continue the current medication every morning.', { sizePt: 11 })
  sheet.text(310, 190, 'Glucose', { sizePt: 14 })
  const drawn = sheet.finish()
  const mark = drawn.words.find(({ text }) => text === 'Glucose')
  assert.ok(mark)
  return { drawn, mark: mark.box }
}

const { drawn, mark } = markedSheet()
const straight = await renderPage(drawn, dpi)
const scaled = ({ x, y }: Point): Point => ({ x: (x * dpi) / 72, y: (y * dpi) / 72 })

/** sharp turns about the centre, and the paper grows. */
const turned = (degrees: number, to: Gray) => (point: Point) => {
  const { x, y } = scaled(point)
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const [dx, dy] = [x - straight.widthPx / 2, y - straight.heightPx / 2]
  return { x: to.widthPx / 2 + cos * dx - sin * dy, y: to.heightPx / 2 + sin * dx + cos * dy }
}

type Input = { readonly bytes: Buffer; readonly pixelOf: (pointPt: Point) => Point }

const fax = async (): Promise<Input> => {
  const [widthPx, heightPx] = [(size.widthPt * 204) / 72, (size.heightPt * 98) / 72]
  const lines = threshold(await resample(await renderPage(drawn, 204), widthPx, Math.round(heightPx)), 150)
  return {
    bytes: await encodeTiff([lines], 'ccittfax4', { xDpi: 204, yDpi: 98 }),
    pixelOf: ({ x, y }) => ({ x: (x * 204) / 72, y: (y * 98) / 72 }),
  }
}

const scan = async (degrees: number): Promise<Input> => {
  const page = degrees === 0 ? straight : await renderPage(drawn, dpi, degrees)
  return { bytes: await encodePng(page, dpi), pixelOf: turned(degrees, page) }
}

const inputs: Readonly<Record<string, Input>> = {
  straight: await scan(0),
  'turned-180': await scan(180),
  'turned-90': await scan(90),
  'skewed-1.5': await scan(1.5),
  'fax-204x98': await fax(),
}
const filesOf = (name: string) => at(`${name}.${name.startsWith('fax') ? 'tif' : 'png'}`)
for (const [name, { bytes }] of Object.entries(inputs)) await writeFile(filesOf(name), bytes)
const redacted = await cordon('redact', ...Object.keys(inputs).map(filesOf), '--out', at('out'))

type Report = {
  readonly verdict: string
  readonly reason: string | null
  readonly pages: readonly {
    readonly width: number
    readonly height: number
    readonly transform: Affine
    readonly masked: readonly {
      readonly class: string
      readonly reason: string
      readonly confidence: number
    }[]
    readonly timesMs: Readonly<Record<string, number>>
  }[]
}
const reportIn = async (...names: string[]): Promise<Report> =>
  JSON.parse(await readFile(at(...names, 'report.json'), 'utf8'))

/** The bounds of what is dark within these bounds of a picture. */
const inkWithin = async (path: string, within: Box): Promise<Box> => {
  const region = {
    left: within.left,
    top: within.top,
    width: within.right - within.left,
    height: within.bottom - within.top,
  }
  const { data } = await sharp(path)
    .extract(region)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const [i, value] of data.entries()) {
    if (value > 128) continue
    const [x, y] = [within.left + (i % region.width), within.top + Math.floor(i / region.width)]
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x + 1)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y + 1)
  }
  return box
}

test('all of them are released: exit code 0', () => assert.equal(redacted.exit, 0, redacted.stderr))

for (const [name, { pixelOf }] of Object.entries(inputs))
  test(`${name}: \`transform\` leads to the same ink`, async () => {
    const [page] = (await reportIn('out', name)).pages
    assert.ok(page)
    const path = at('out', name, 'page-001.png')
    const { width, height } = await sharp(path).metadata()
    assert.deepEqual([page.width, page.height], [width, height])
    const expected = boundsOf(
      quadOf(mark).map(corner => applyTo(page.transform, pixelOf(corner))) as unknown as ReturnType<
        typeof quadOf
      >,
    )
    const slack = 12
    const found = await inkWithin(path, {
      left: expected.left - slack,
      top: expected.top - slack,
      right: Math.min(page.width, expected.right + slack),
      bottom: Math.min(page.height, expected.bottom + slack),
    })
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      assert.ok(Math.abs(found[side] - expected[side]) <= 5, `${side}: ${found[side]}, not ${expected[side]}`)
  })

test('the report has exactly the keys of the contract, and values of closed lists', async () => {
  const keys = (value: object) => Object.keys(value).sort().join()
  const report = await reportIn('out', 'straight')
  assert.equal(keys(report), 'kind,kindConfidence,pages,policy,reason,verdict')
  const [page] = report.pages
  assert.ok(page)
  assert.equal(keys(page), 'height,inkUnderstood,masked,page,timesMs,transform,verdict,width')
  assert.ok(page.masked.length >= 2)
  for (const one of page.masked) {
    assert.equal(keys(one), 'class,confidence,quad,reason')
    assert.ok((maskReasons as readonly string[]).includes(one.reason))
  }
  const stages = ['stripped', 'oriented', 'barcoded', 'read', 'detected', 'triaged', 'masked', 'verified']
  for (const stage of stages) assert.ok((page.timesMs[stage] ?? -1) >= 0, stage)
  assert.deepEqual((await readdir(at('out', 'straight'))).sort(), [
    'document.pdf',
    'page-001.png',
    'report.json',
  ])
})

test('independent readers read none of the patient in any output', {
  skip: needs('tesseract', 'pdftotext', 'strings'),
}, async () => {
  for (const name of Object.keys(inputs)) {
    const page = at('out', name, 'page-001.png')
    const pdf = at('out', name, 'document.pdf')
    const texts = await Promise.all([
      run('tesseract', [page, '-', '--psm', '3']),
      run('tesseract', [page, '-', '--psm', '11']),
      run('pdftotext', [pdf, '-']),
      run('strings', [pdf, page]),
      run('strings', ['-e', 'l', pdf, page]),
    ])
    const read = texts.map(({ stdout }) => stdout.toLowerCase()).join('\n')
    for (const planted of plantedOf(person))
      assert.ok(!read.includes(planted.toLowerCase()), `${name}: ${planted}`)
    assert.ok(read.includes('normal'), `${name}: what is safe is there to read`)
  }
})

test('held and rejected: the codes, what is written, and that rejection outweighs holding', async () => {
  const mixed = [await letterPage(patient(91)), await scrawlPage(patient(91))]
  await writeFile(at('mixed.tif'), await asFax(mixed))
  await writeFile(at('cut.tif'), (await asFax(mixed)).subarray(0, 900))
  const held = await cordon('redact', at('mixed.tif'), '--out', at('held'))
  assert.equal(held.exit, 2, held.stderr)
  const report = await reportIn('held', 'mixed')
  assert.equal(report.verdict, 'review')
  assert.ok((heldReasons as readonly unknown[]).includes(report.reason))
  const written = await readdir(at('held', 'mixed'))
  assert.ok(
    !written.includes('page-002.png') && !written.includes('document.pdf'),
    'no raster of a held page',
  )
  const shown = await cordon('redact', at('mixed.tif'), at('cut.tif'), '--out', at('shown'), '--include-held')
  assert.equal(shown.exit, 3, shown.stderr)
  assert.ok((await readdir(at('shown', 'mixed'))).includes('page-002.png'))
  assert.deepEqual(await reportIn('shown', 'cut'), { verdict: 'rejected', reason: 'truncated', pages: [] })
  assert.deepEqual(await readdir(at('shown', 'cut')), ['report.json'])
  for (const planted of plantedOf(patient(91)))
    for (const text of [held.stdout, held.stderr, shown.stdout, shown.stderr, JSON.stringify(report)])
      assert.ok(!text.includes(planted))
})

test('a policy and a profile change what is released', async () => {
  await writeFile(at('policy.yaml'), 'minWordConfidence: 1\n')
  const strict = await cordon(
    'redact',
    filesOf('straight'),
    '--out',
    at('none'),
    '--policy',
    at('policy.yaml'),
  )
  assert.equal(strict.exit, 2, 'of a page whose every word is doubted, too little is understood')
  const balanced = await cordon('redact', filesOf('straight'), '--out', at('more'), '--profile', 'balanced')
  assert.equal(balanced.exit, 0, balanced.stderr)
  const area = async (...names: string[]) => ((await reportIn(...names)).pages[0]?.masked ?? []).length
  assert.ok((await area('more', 'straight')) <= (await area('out', 'straight')))
  assert.ok((await area('more', 'straight')) >= 2, 'the patient stays masked')
})
