/** Pages that are no clinic paper: each ends released with nothing of anybody in it, or held with its reason. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { loadGazetteer } from '../../../config/identifiers/load.ts'
import { parseConfig } from '../../../config/load.ts'
import { policyFrom } from '../../../config/policy.ts'
import { knowledgeOf } from '../../../daemon/deidentify/detect.ts'
import {
  type PipelinePorts,
  reasonsOf,
  redactPages,
  understand,
} from '../../../daemon/deidentify/pipeline.ts'
import { whiteRaster } from '../../../daemon/deidentify/resample.ts'
import { findKnown } from '../../../daemon/deidentify/verify/known.ts'
import type { GrayRaster } from '../../../daemon/model/raster.ts'
import { seeded } from '../../../demo/paper/random.ts'
import { renderPage, threshold } from '../../../demo/paper/render.ts'
import { symbolSvg } from '../../../demo/paper/symbol.ts'
import { createZxingFinder } from '../../../drivers/barcode/zxing.ts'
import { openTestReader } from './ink-reader.ts'
import { clinicText, darkIn, draw, whole } from './ink-sheet.ts'

const reader = await openTestReader()
const barcodes = createZxingFinder({ workers: 1, pageTimeoutMs: 60_000 })
after(() => Promise.all([reader.close(), barcodes.close()]))

const loaded = parseConfig('{}')
assert.ok('config' in loaded)
const policy = policyFrom(loaded.config.deidentify)
const knowledge = knowledgeOf(loadGazetteer())
const values = ['Rosalind', 'Lindqvist', '00482913', '6285550110']

const redact = async (raster: GrayRaster, dpi = 200, bilevel = false) => {
  const frame = { raster, xDpi: dpi, yDpi: dpi, bilevel, metadata: [] }
  const errors: unknown[] = []
  const ports: PipelinePorts = {
    decoder: {
      decode: async function* () {
        yield frame
      },
    },
    reader,
    barcodes,
    knowledge,
    nowMs: () => performance.now(),
    width: 1,
    progress: () => {},
    pageError: (_, thrown) => errors.push(thrown),
  }
  const [page] = await redactPages(await understand(new Uint8Array(), 'image/png', ports), policy, ports)
  assert.ok(page)
  assert.deepEqual(errors, [])
  const { raster: output, masked } = page.verified
  return { output, masked, reasons: reasonsOf(page), page }
}

/** What a second person with a reader finds in the output of a page that was not held. */
const readable = async (output: GrayRaster, dpi: number) => {
  if (output.widthPx < 40) return []
  const seen = [
    ...(await reader.read(output, { dpi, layout: 'page' })),
    ...(await reader.read(output, { dpi, layout: 'sparse' })),
  ]
  return findKnown(seen, values, () => false).map(({ from, to }) =>
    seen.slice(from, to).map(({ text }) => text),
  )
}

const noise = (widthPx: number, heightPx: number, share: number) => {
  const random = seeded(11)
  return {
    widthPx,
    heightPx,
    pixels: Uint8Array.from({ length: widthPx * heightPx }, () => (random() < share ? 0 : 255)),
  }
}

/** Soft light and dark blots over the whole page, as a photograph has them. */
const photograph = (widthPx: number, heightPx: number): GrayRaster => {
  const pixels = new Uint8Array(widthPx * heightPx)
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const wave = Math.sin(x / 61) * Math.cos(y / 47) + 0.5 * Math.sin((x + 2 * y) / 23)
      pixels[y * widthPx + x] = Math.max(0, Math.min(255, 120 + 75 * wave))
    }
  }
  return { widthPx, heightPx, pixels }
}

test('a blank page leaves as it is', async () => {
  const { output, reasons, masked } = await redact(whiteRaster(1700, 2200))
  assert.deepEqual([reasons, masked], [[], []])
  assert.ok(output.pixels.every(level => level === 255))
})

test('a page of one pixel ends, whatever its colour', async () => {
  for (const level of [0, 255]) {
    const { output } = await redact({ widthPx: 1, heightPx: 1, pixels: Uint8Array.of(level) })
    assert.deepEqual([output.widthPx, output.heightPx], [1, 1])
  }
})

test('a black page, a photograph and noise are held; nothing of them is shown', async () => {
  const black = { widthPx: 1700, heightPx: 2200, pixels: new Uint8Array(1700 * 2200) }
  for (const [raster, bilevel] of [
    [black, true],
    [photograph(1200, 1600), false],
    [noise(500, 600, 0.5), true],
    [noise(400, 500, 0.06), true],
  ] as const) {
    const { output, reasons, masked } = await redact(raster, 200, bilevel)
    assert.ok(reasons.length > 0)
    const boxes = masked.map(({ quad: [a, , c] }) => ({ left: a.x, top: a.y, right: c.x, bottom: c.y }))
    assert.ok(darkIn(output, whole(output), boxes) < 0.001 * output.pixels.length, reasons.join())
  }
})

test('a page 20,000 pixels wide ends, and its name is gone', async () => {
  const strip = draw(
    sheet => {
      sheet.text(100, 40, ['Patient: Rosalind Lindqvist, MRN 00482913'])
      sheet.text(4000, 40, 'Patient: Rosalind Lindqvist has hypertension')
    },
    7200,
    72,
  )
  const raster = await renderPage(strip, 200)
  assert.equal(raster.widthPx, 20_000)
  const { output, reasons } = await redact(raster)
  if (reasons.length === 0) assert.deepEqual(await readable(output, 200), [])
})

test('a page that is one QR code shows none of it', async () => {
  for (const dpi of [100, 200]) {
    const page = draw(sheet => {
      sheet.picture(
        60,
        150,
        `<g transform="scale(9)">${symbolSvg('qrcode', 'Rosalind Lindqvist 00482913')}</g>`,
      )
    })
    const { output, masked } = await redact(threshold(await renderPage(page, dpi)), dpi, true)
    assert.ok(masked.length > 0)
    assert.deepEqual(
      (await barcodes.find(output)).filter(({ payload }) => payload !== null),
      [],
    )
  }
})

test('text over an image, tiny print, values broken over lines and cells: no value is left to read', async () => {
  const pages = {
    'over an image': draw(sheet => {
      for (let n = 0; n < 60; n++)
        sheet.fill(50 + (n % 10) * 50, 100 + Math.floor(n / 10) * 40, 46, 36, n % 3 ? '#bbb' : '#777')
      sheet.text(80, 160, 'Patient: Rosalind Lindqvist', { sizePt: 14 })
      sheet.text(80, 250, 'MRN: 00482913', { sizePt: 14 })
      sheet.paragraph(54, 420, 500, clinicText)
    }),
    tiny: draw(sheet => {
      sheet.text(100, 100, 'Patient: Rosalind Lindqvist, MRN 00482913, telephone (628) 555-0110', {
        sizePt: 3,
      })
      sheet.paragraph(100, 110, 160, clinicText, { sizePt: 3 })
    }),
    'over two lines': draw(sheet => {
      sheet.text(380, 100, 'This is the record of Mrs. Rosalind')
      sheet.text(54, 116, 'Lindqvist, who may be reached at (628) 555-')
      sheet.text(54, 132, '0110 in the morning. MRN: 0048')
      sheet.text(54, 148, '2913. She has hypertension.')
    }),
    'over two cells': draw(sheet => {
      for (const [i, text] of ['Patient name', 'Rosalind', 'Lindqvist', 'MRN', '0048', '2913'].entries()) {
        const [x, y] = [54 + (i % 3) * 130, 100 + Math.floor(i / 3) * 24]
        sheet.box(x, y, 130, 24)
        sheet.text(x + 6, y + 16, text)
      }
    }),
  }
  for (const [name, page] of Object.entries(pages)) {
    const { output, reasons } = await redact(await renderPage(page, 200))
    if (reasons.length === 0) assert.deepEqual(await readable(output, 200), [], name)
  }
})

test('other languages and scripts are masked, and held where little is left', async () => {
  const texts = [
    'Пациентка Розалинда Линдквист родилась четырнадцатого марта в Санкт-Петербурге',
    'Η ασθενής Ροζαλίντα Λίντκβιστ γεννήθηκε στη Θεσσαλονίκη τον Μάρτιο',
    'Pacjentka Rozalinda Lindkwist urodziła się czternastego marca we Wrocławiu i mieszka',
  ]
  for (const text of texts) {
    const page = draw(sheet => sheet.paragraph(54, 100, 480, `${text}. ${text}.`))
    const { output, reasons, masked } = await redact(await renderPage(page, 200))
    const boxes = masked.map(({ quad: [a, , c] }) => ({ left: a.x, top: a.y, right: c.x, bottom: c.y }))
    const before = darkIn(await renderPage(page, 200), whole(output))
    const left = darkIn(output, whole(output), boxes) / before
    assert.ok(reasons.length > 0 || left < 0.35, `${left} ${reasons.join()}`)
  }
})
