/** The gate finds what was planted in a page that should not leave, however it stands, and lets clean pages go. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { loadGazetteer } from '../../../config/identifiers/load.ts'
import { knowledgeOf } from '../../../daemon/deidentify/detect.ts'
import { mask } from '../../../daemon/deidentify/mask.ts'
import { whiteRaster } from '../../../daemon/deidentify/resample.ts'
import { triage } from '../../../daemon/deidentify/triage.ts'
import { type Attack, verify } from '../../../daemon/deidentify/verify.ts'
import { boundsOf, overlaps } from '../../../daemon/model/geometry.ts'
import { type GateHit, type Page, pageAt } from '../../../daemon/model/page.ts'
import type { GrayRaster } from '../../../daemon/model/raster.ts'
import type { Sheet } from '../../../demo/paper/page.ts'
import { renderPage } from '../../../demo/paper/render.ts'
import { symbolSvg } from '../../../demo/paper/symbol.ts'
import { createZxingFinder } from '../../../drivers/barcode/zxing.ts'
import { counting, openTestReader } from './ink-reader.ts'
import { clinicText, detectedPage, draw, faxOf, letter, strict, whole } from './ink-sheet.ts'

const reader = await openTestReader()
const barcodes = createZxingFinder({ workers: 1, pageTimeoutMs: 60_000 })
after(() => Promise.all([reader.close(), barcodes.close()]))

const { findSpans, isKnownSafe } = knowledgeOf(loadGazetteer())
const knownValues = ['Rosalind Lindqvist', 'Lindqvist', 'MRN 00482913']
const attack: Attack = { reader, barcodes, findSpans, isKnownSafe, knownValues }

/** A page as a triage that was taken in would have released it: all of its ink. */
const released = (raster: GrayRaster, dpi: number, bilevel = false): Page<'masked'> => {
  const detected = detectedPage(
    draw(() => {}),
    raster,
    { dpi, bilevel },
  )
  const judged = triage(detected, strict, () => true)
  return mask(pageAt('triaged', { ...judged, released: [whole(raster)], masked: [], held: null }))
}

const note = (planted: (sheet: Sheet) => void) =>
  draw(
    sheet => {
      planted(sheet)
      sheet.paragraph(54, 320, 480, clinicText)
    },
    612,
    400,
  )

const at = (x: number, y: number, dpi: number) => {
  const [left, top] = [(x * dpi) / 72, (y * dpi) / 72]
  return { left: left - 1, top: top - 1, right: left + 1, bottom: top + 1 }
}

const hitAt = (hits: readonly GateHit[], reason: string, x: number, y: number, dpi = 300): boolean =>
  hits.some(hit => hit.reason === reason && hit.quad !== null && overlaps(boundsOf(hit.quad), at(x, y, dpi)))

const turnedText =
  (degrees: number, words: string, sizePt = 12) =>
  (sheet: Sheet) => {
    const inner = draw(other => other.text(0, 12, words, { sizePt }))
    sheet.picture(300, 200, `<g transform="rotate(${degrees})">${inner.svgBody}</g>`)
  }

describe('planted identifiers', () => {
  const plants: readonly (readonly [string, (sheet: Sheet) => void, number, number])[] = [
    ['a known name', sheet => sheet.text(200, 200, 'Rosalind Lindqvist came alone'), 230, 197],
    ['a known number with its digits apart', sheet => sheet.text(200, 200, 'file 0048 2913 today'), 240, 197],
    [
      'a telephone number nobody knew',
      sheet => sheet.text(200, 200, 'call (628) 555-0110 at noon'),
      260,
      197,
    ],
    ['a social security number nobody knew', sheet => sheet.text(200, 200, 'SSN 123-45-6789'), 250, 197],
    ['a birth date nobody knew', sheet => sheet.text(200, 200, 'DOB: 03/14/1971'), 260, 197],
    ['standing text', turnedText(90, 'Rosalind Lindqvist was here'), 297, 250],
    ['text the other way', turnedText(-90, 'Rosalind Lindqvist was here'), 303, 150],
    ['text on its head', turnedText(180, 'Rosalind Lindqvist was here'), 250, 195],
    ['text at an angle', turnedText(24, 'Rosalind Lindqvist was here'), 330, 222],
    [
      'white on black',
      sheet => {
        sheet.fill(190, 186, 220, 22, '#000')
        sheet.text(200, 200, 'Rosalind Lindqvist', { fill: '#fff', sizePt: 11 })
      },
      230,
      197,
    ],
    [
      'tiny print',
      sheet => sheet.text(200, 200, 'Rosalind Lindqvist, MRN 00482913', { sizePt: 4.5 }),
      215,
      198.5,
    ],
    [
      'a huge heading',
      sheet => sheet.text(100, 220, 'Lindqvist', { sizePt: 60, font: 'sans-bold' }),
      200,
      200,
    ],
  ]
  for (const [name, planted, x, y] of plants) {
    test(name, async () => {
      const page = released(await renderPage(note(planted), 300), 300)
      const { hits } = await verify(page, attack)
      assert.ok(hitAt(hits, 'gate-identifier', x, y), JSON.stringify(hits))
    })
  }

  test('on a fax', async () => {
    const fax = await faxOf(
      note(sheet => sheet.text(200, 200, 'Rosalind Lindqvist came alone')),
      196,
    )
    const { hits } = await verify(released(fax, 204, true), attack)
    assert.ok(hits.some(({ reason }) => reason === 'gate-identifier'))
  })

  test('barcodes, also one that no finder decodes', async () => {
    for (const symbology of ['code128', 'qrcode'] as const) {
      const plant = note(sheet => sheet.picture(250, 180, symbolSvg(symbology, '00482913')))
      const { hits } = await verify(released(await renderPage(plant, 300), 300), attack)
      assert.ok(
        hits.some(({ reason }) => reason === 'gate-barcode'),
        symbology,
      )
    }
    const bars = note(sheet => {
      for (let n = 0; n < 25; n++) sheet.fill(200 + n * 4, 180, 1 + (n % 3), 40, '#000')
    })
    const blind = { ...attack, barcodes: { find: async () => [] } }
    const { hits } = await verify(released(await renderPage(bars, 300), 300), blind)
    assert.ok(hitAt(hits, 'gate-barcode', 250, 200))
  })

  test('ink that shows through a masked region', async () => {
    const plain = detectedPage(letter(2), await renderPage(letter(2), 200), { dpi: 200 })
    const findings = [{ start: 0, end: 12, class: 'NAME' as const, score: 0.9, rule: 'name-dictionary' }]
    const page = mask(triage({ ...plain, findings }, strict, () => true))
    assert.deepEqual((await verify(page, attack)).hits, [])
    const [box] = page.masked.map(({ quad }) => boundsOf(quad))
    const pixels = page.raster.pixels.slice()
    if (box) pixels[(box.top + 5) * page.raster.widthPx + box.left + 5] = 90
    const { hits } = await verify(pageAt('masked', { ...page, raster: { ...page.raster, pixels } }), attack)
    assert.deepEqual(
      hits.map(({ reason }) => reason),
      ['gate-identifier'],
    )
  })
})

describe('clean output', () => {
  test('print, tables, doses, codes and eponyms pass', async () => {
    const page = draw(
      sheet => {
        sheet.text(54, 50, 'Laboratory report', { font: 'sans-bold', sizePt: 15 })
        for (const [i, row] of [
          'Hemoglobin 13.2 g/dL 12.0 - 16.0',
          'Potassium 4.2 mmol/L 3.5 - 5.1',
          'Creatinine 0.9 mg/dL 0.6 - 1.2',
          'Diagnosis codes E11.9 I10 procedure 99213',
          'Parkinson disease, Addison disease, Graves disease',
          'Metformin 500 mg, lisinopril 20 mg, atorvastatin 40 mg',
        ].entries()) {
          sheet.box(54, 70 + 24 * i, 400, 24)
          sheet.text(60, 86 + 24 * i, row)
        }
        sheet.paragraph(54, 250, 480, clinicText)
      },
      612,
      400,
    )
    for (const [raster, dpi, bilevel] of [
      [await renderPage(page, 300), 300, false],
      [await faxOf(page, 196), 204, true],
    ] as const) {
      assert.deepEqual((await verify(released(raster, dpi, bilevel), attack)).hits, [])
    }
  })

  test('a word beside a masked field is not taken for the field', async () => {
    const form = draw(
      sheet => {
        sheet.text(54, 50, ['Patient: ', { NAME: 'Rosalind Lindqvist' }, ' Diabetes'])
        sheet.text(54, 70, ['Physician: ', { NAME: 'Joan Everhart' }])
        sheet.text(54, 90, 'Hypertension and asthma are stable')
      },
      400,
      120,
    )
    const detected = detectedPage(form, await renderPage(form, 300))
    const page = mask(triage(detected, { ...strict, profile: 'balanced' }, () => true))
    assert.equal(page.masked.length, 2)
    assert.deepEqual((await verify(page, attack)).hits, [])
  })

  test('the second reading costs less than the first, and what is blank is not read', async () => {
    const { reader: counted, counts } = counting(reader)
    const raster = await renderPage(letter(), 300)
    const page = mask(triage(detectedPage(letter(), raster), strict, () => true))
    assert.deepEqual((await verify(page, { ...attack, reader: counted })).hits, [])
    assert.equal(counts.reads, 1)
    assert.ok(counts.pixels < 0.25 * raster.pixels.length)

    const never = { read: () => assert.fail('read') }
    const nobody = { find: () => assert.fail('looked') }
    const blank = pageAt('masked', { ...page, raster: whiteRaster(2550, 3300), masked: [] })
    assert.deepEqual((await verify(blank, { ...attack, reader: never, barcodes: nobody })).hits, [])
  })
})

test('an error of the reader or of the finder is an error of the page', async () => {
  const page = released(await renderPage(letter(1), 200), 200)
  const fails = () => Promise.reject(new Error('engine-died'))
  await assert.rejects(verify(page, { ...attack, reader: { read: fails } }), /engine-died/)
  await assert.rejects(verify(page, { ...attack, barcodes: { find: fails } }), /engine-died/)
})
