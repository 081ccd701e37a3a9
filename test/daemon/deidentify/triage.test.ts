/** Default deny: what was not surely read and judged safe stays masked, whole words by character offsets. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whiteRaster } from '../../../daemon/deidentify/resample.ts'
import { triage } from '../../../daemon/deidentify/triage.ts'
import { type Box, boundsOf, overlaps, quadOf } from '../../../daemon/model/geometry.ts'
import type { Page, Word } from '../../../daemon/model/page.ts'
import { seeded } from '../../../demo/paper/random.ts'
import { renderPage } from '../../../demo/paper/render.ts'
import { clinicText, detectedPage, draw, type Faults, letter, strict, whole, wordsOf } from './ink-sheet.ts'

const safe = () => true
const note = draw(
  sheet => {
    sheet.text(30, 40, [
      'Patient: ',
      { NAME: 'Rosa Delgado' },
      ' was seen with ',
      { NAME: 'Dr. Quigley' },
      ' today',
    ])
    sheet.text(30, 60, ['Name:', { NAME: 'Delgado' }, ' pressure 128/82 and potassium 4.2'])
    sheet.paragraph(30, 90, 340, clinicText)
  },
  420,
  180,
)

const triaged = async (
  faults: Faults = {},
  policy = strict,
  isKnownSafe: Parameters<typeof triage>[2] = safe,
) => {
  const raster = await renderPage(note, 300)
  return triage(detectedPage(note, raster, faults), policy, isKnownSafe)
}

const isReleased = (page: Page<'triaged'>, word: Word): boolean =>
  page.released.some(
    box => overlaps(box, word.box) && box.right - box.left > 0.5 * (word.box.right - word.box.left),
  )
const textOf = (words: readonly Word[]) => words.map(word => word.text)

test('words under a finding are masked with its class, all others are released, each as tight as its ink', async () => {
  const page = await triaged()
  const truth = note.words.map(word => word.class)
  page.words.forEach((word, i) => {
    assert.equal(isReleased(page, word), truth[i] === null, word.text)
  })
  assert.deepEqual(
    [...new Set(page.masked.map(({ class: label, reason }) => `${label} ${reason}`))],
    ['NAME identifier'],
  )
  assert.ok(page.inkUnderstood > 0.99)
  assert.equal(page.held, null)
  for (const box of page.released) {
    assert.ok(
      page.words.some(
        word => overlaps(word.box, box) && box.bottom - box.top <= word.box.bottom - word.box.top + 8,
      ),
    )
  }
})

test('a finding that touches one character of a word masks the whole word, whatever its string', async () => {
  const glued = ['(John', 'Smith)', 'Name:John', '"John', '123-4567.']
  const drawn = draw(
    sheet => {
      for (const [i, word] of glued.entries()) sheet.text(20, 30 + 20 * i, word)
    },
    200,
    140,
  )
  const detected = detectedPage(drawn, await renderPage(drawn, 300))
  for (const [i, { start, end }] of detected.text.spans.entries()) {
    const findings = [
      { start: end - 1, end: end + 5, class: 'NAME' as const, score: 0.5, rule: 'name-dictionary' },
    ]
    const page = triage({ ...detected, findings }, strict, safe)
    assert.ok(!isReleased(page, page.words[i] as Word), `${glued[i]}, its last character`)
    const before = { ...findings[0], start: start - 1, end: start } as (typeof findings)[0]
    const other = triage({ ...detected, findings: [before] }, strict, safe)
    assert.ok(isReleased(other, other.words[i] as Word), `${glued[i]}, only the space before it`)
  }
})

test('a repeated value is masked as such', async () => {
  const raster = await renderPage(note, 300)
  const detected = detectedPage(note, raster)
  const findings = detected.findings.map(finding => ({ ...finding, rule: 'repeat-fuzzy' }))
  const page = triage({ ...detected, findings }, strict, safe)
  assert.ok(page.masked.every(({ reason }) => reason === 'repeat'))
})

test('words below the threshold stay masked; NaN is below every threshold', async () => {
  for (const confidence of [0.59, 0, Number.NaN]) {
    const page = await triaged({ read: word => (word.text === 'potassium' ? { ...word, confidence } : word) })
    const low = page.words.filter(word => word.text === 'potassium')
    assert.equal(low.length, 2)
    assert.ok(low.every(word => !isReleased(page, word)))
    assert.ok(
      page.masked.some(({ reason, class: label }) => reason === 'low-confidence' && label === 'UNREAD'),
    )
    assert.ok(page.inkUnderstood < 0.98)
  }
})

test('strict asks of each word whether it is known, with its neighbours on the line; balanced does not', async () => {
  const asked = new Map<string, string>()
  const known: Parameters<typeof triage>[2] = (word, before, after) => {
    asked.set(word, `${before}|${after}`)
    return word !== 'potassium'
  }
  const page = await triaged({}, strict, known)
  assert.equal(asked.get('4.2'), 'potassium|')
  assert.ok(!asked.has('Rosa'), 'what is an identifier is no question')
  assert.deepEqual(
    textOf(page.words.filter(word => !isReleased(page, word))).filter(text => text === 'potassium'),
    ['potassium', 'potassium'],
  )
  assert.ok(page.masked.some(({ reason }) => reason === 'unknown-word'))
  const balanced = await triaged({}, { ...strict, profile: 'balanced' }, () => false)
  assert.ok(
    balanced.words.filter(word => word.text === 'potassium').every(word => isReleased(balanced, word)),
  )
})

test('ink that the reader did not see is masked and not understood', async () => {
  const page = await triaged({ read: word => (word.text === 'Metformin' ? null : word) })
  const truth = wordsOf(note, 300).find(word => word.text === 'Metformin')
  const region = page.masked.find(({ reason }) => reason === 'unread-ink')
  assert.ok(truth && region && overlaps(boundsOf(region.quad), truth.box))
  assert.ok(page.released.every(box => !overlaps(box, truth.box)))
  assert.ok(page.inkUnderstood < 0.99)
})

test('handwriting through print masks the words that it crosses, and is no identifier of its own', async () => {
  const crossed = draw(
    sheet => {
      sheet.text(30, 60, 'Continue metformin twice daily')
      sheet.picture(
        80,
        40,
        '<path d="M0 25 C 10 -20 20 40 30 5 S 45 30 60 10" fill="none" stroke="#000" stroke-width="2"/>',
      )
    },
    240,
    100,
  )
  const page = triage(detectedPage(crossed, await renderPage(crossed, 300)), strict, safe)
  assert.ok(page.masked.some(({ reason }) => reason === 'unread-ink'))
  const [first, , , last] = page.words as [Word, Word, Word, Word]
  assert.ok(isReleased(page, last) && !isReleased(page, page.words[1] as Word), textOf([first, last]).join())
  assert.ok(page.inkUnderstood < 0.9)
})

test('the width of a masked field says nothing of the name in it', async () => {
  const widths = await Promise.all(
    ['Li Wu', 'Ann Lee', 'Bo Fisher'].map(async name => {
      const field = draw(sheet => sheet.text(54, 40, ['Patient: ', { NAME: name }]), 300, 60)
      const page = triage(detectedPage(field, await renderPage(field, 300)), strict, safe)
      assert.equal(page.masked.length, 1)
      return boundsOf(page.masked[0]?.quad ?? quadOf({ left: 0, top: 0, right: 0, bottom: 0 }))
    }),
  )
  assert.equal(new Set(widths.map(({ right }) => right % 150)).size, 1, 'the right ends lie on the grid')
  assert.equal(new Set(widths.slice(0, 2).map(({ left, right }) => right - left)).size, 1)
  assert.equal(new Set(widths.map(({ top, bottom }) => bottom - top)).size, 1, 'all are as high as the line')
})

test('barcodes are masked with their quiet zone, with words in them, decoded or only alike', async () => {
  const labelled = draw(
    sheet => {
      for (let n = 0; n < 30; n++) sheet.fill(60 + n * 4, 40, 1 + (n % 3), 40, '#000')
      sheet.text(70, 76, 'specimen')
      sheet.text(60, 120, 'Keep cold and dry')
    },
    260,
    160,
  )
  const raster = await renderPage(labelled, 300)
  const quad = quadOf({ left: 250, top: 166, right: 745, bottom: 334 })
  for (const barcodes of [[], [{ quad, symbology: 'Code128', payload: 'x' }]]) {
    const page = triage(detectedPage(labelled, raster, { barcodes }), strict, safe)
    const code = page.masked.find(({ reason }) => reason === 'barcode')
    assert.ok(code && code.class === 'OTHER_ID')
    const box = boundsOf(code.quad)
    assert.ok(box.left <= 250 - 29 && box.right >= 737 + 29 && box.top <= 167 - 29 && box.bottom >= 333 + 29)
    assert.ok(page.released.every(other => !overlaps(other, box)))
    assert.ok(isReleased(page, page.words[2] as Word))
  }
})

test('rules, boxes and ticks come back; a signature over its line does not', async () => {
  const form = draw(
    sheet => {
      sheet.box(30, 30, 300, 60)
      sheet.rule(30, 60, 330, 60)
      sheet.box(40, 110, 9, 9, 1)
      sheet.text(42, 117, 'x', { sizePt: 7 })
      sheet.text(56, 118, 'Fever')
      sheet.rule(60, 170, 300, 170)
      sheet.text(70, 166, { NAME: 'Rosa Delgado' }, { font: 'handwriting', sizePt: 28 })
    },
    380,
    200,
  )
  const raster = await renderPage(form, 300)
  const unseen: Faults = { read: word => (word.text === 'Fever' ? word : null) }
  const page = triage(detectedPage(form, raster, unseen), strict, safe)
  const at = (x: number, y: number) =>
    page.released.some(box => overlaps(box, point((x * 300) / 72, (y * 300) / 72)))
  assert.ok(at(100, 30) && at(100, 60) && at(30, 45) && at(330, 80), 'the frame and its rule')
  assert.ok(at(40.5, 114) && at(44, 115), 'the checkbox and its tick')
  assert.ok(!at(90, 158), 'the signature')
  assert.ok(
    page.masked.some(({ quad }) => overlaps(boundsOf(quad), point((90 * 300) / 72, (158 * 300) / 72))),
  )
})

const handwriting = { font: 'handwriting', sizePt: 15 } as const

test('a row of squares with a letter in each is a field: neither letters nor squares come back', async () => {
  for (const apart of [0, 5, 30]) {
    for (const sizePt of [13, 19]) {
      const form = draw(sheet => {
        sheet.text(40, 94, 'Name')
        for (const [i, character] of [...'DELGADO'].entries()) {
          const x = 40 + i * (16 + apart)
          sheet.box(x, 100, 16, 16)
          sheet.text(x + 4, 113, [{ NAME: character }], { ...handwriting, sizePt })
        }
        sheet.paragraph(40, 200, 500, clinicText)
      })
      const raster = await renderPage(form, 300)
      const unseen: Faults = { read: word => (word.text.length > 1 ? word : null) }
      const page = triage(detectedPage(form, raster, unseen), strict, safe)
      const field = { left: 0, right: raster.widthPx, top: (104 * 300) / 72, bottom: (112 * 300) / 72 }
      assert.ok(!page.released.some(box => overlaps(box, field)), `${apart} points apart, ${sizePt} points`)
    }
  }
})

test('checkboxes with their words keep their ticks; one with two marks, or beside unread ink, does not', async () => {
  const form = draw(
    sheet => {
      for (const [i, label] of ['Fever', 'Cough', 'Y', 'N'].entries()) {
        sheet.box(30 + 90 * i, 30, 10, 10, 1)
        if (i !== 3) sheet.text(32.5 + 90 * i, 38.5, 'x', { sizePt: 8 })
        sheet.text(46 + 90 * i, 39, label)
      }
      sheet.box(30, 60, 20, 20)
      sheet.text(32, 75, [{ NAME: 'RD' }], handwriting)
      sheet.box(30, 100, 14, 14)
      sheet.text(34, 111, [{ NAME: 'D' }], handwriting)
      sheet.text(50, 111, [{ NAME: 'elgado' }], handwriting)
    },
    400,
    150,
  )
  const raster = await renderPage(form, 300)
  const unseen: Faults = { read: word => (/Fever|Cough|Y|N/.test(word.text) ? word : null) }
  const page = triage(detectedPage(form, raster, unseen), strict, safe)
  const at = (x: number, y: number) =>
    page.released.some(box => overlaps(box, point((x * 300) / 72, (y * 300) / 72)))
  for (const i of [0, 1, 2, 3]) assert.ok(at(35 + 90 * i, 35), `box ${i}`)
  assert.ok(!at(37, 71) && !at(43, 71), 'two letters in one square')
  assert.ok(!at(38, 106), 'a letter in a square, the rest beside it')
})

test('characters that stand alone in a row spell something, and stay masked', async () => {
  const spelled = draw(
    sheet => {
      sheet.text(20, 30, 'Name D E L G A D O')
      sheet.text(20, 60, 'Number 4 1 7 0 8')
      sheet.text(20, 90, 'Lesion 3 x 4 cm')
    },
    240,
    110,
  )
  const clear = { ...detectedPage(spelled, await renderPage(spelled, 300)), findings: [] }
  for (const profile of ['strict', 'balanced'] as const) {
    const page = triage(clear, { ...strict, profile }, safe)
    const released = page.words.filter(word => isReleased(page, word))
    assert.deepEqual(textOf(released), ['Name', 'Number', 'Lesion', '3', 'x', '4', 'cm'])
  }
})

const point = (x: number, y: number): Box => ({ left: x - 1, top: y - 1, right: x + 1, bottom: y + 1 })

test('a page that is a photograph is held, a small photograph is masked', async () => {
  for (const [size, held] of [
    [90, null],
    [400, 'photo'],
  ] as const) {
    const drawn = draw(sheet => {
      sheet.paragraph(54, 60, 500, clinicText)
      sheet.fill(100, 200, size, size, '#666')
    })
    const page = triage(detectedPage(drawn, await renderPage(drawn, 200), { dpi: 200 }), strict, safe)
    assert.equal(page.held, held)
    const photo = page.masked.find(({ reason }) => reason === 'photo')
    assert.equal(photo?.class, 'PHOTO')
    assert.ok(page.released.every(box => !overlaps(box, boundsOf((photo as NonNullable<typeof photo>).quad))))
  }
})

test('scribble and noise are held as little understood; a blank page is not', async () => {
  const random = seeded(2)
  const scribble = draw(sheet => {
    for (let n = 0; n < 12; n++) {
      const points = Array.from({ length: 40 }, (_, i) => `${i * 10} ${random() * 24}`).join(' L')
      sheet.picture(60, 60 + n * 40, `<path d="M${points}" fill="none" stroke="#000" stroke-width="1.4"/>`)
    }
  })
  const raster = await renderPage(scribble, 200)
  const noise = { ...raster, pixels: raster.pixels.map(() => (random() < 0.04 ? 0 : 255)) }
  for (const page of [raster, noise]) {
    const { held, inkUnderstood, released } = triage(detectedPage(scribble, page, { dpi: 200 }), strict, safe)
    assert.equal(held, 'little-understood')
    assert.ok(inkUnderstood < 0.1)
    assert.equal(released.filter(box => box.bottom - box.top > 10).length, 0)
  }
  const empty = triage(
    detectedPage(
      draw(() => {}),
      whiteRaster(1700, 2200),
      { dpi: 200 },
    ),
    strict,
    safe,
  )
  assert.deepEqual([empty.held, empty.inkUnderstood, empty.masked, empty.released], [null, 1, [], []])
})

test('a page that may stand on its head is held', async () => {
  const page = await triaged({ orientationConfidence: 0.2 })
  assert.equal(page.held, 'orientation-doubtful')
})

test('nothing is released of pages of one pixel or all black', () => {
  for (const raster of [
    { widthPx: 1, heightPx: 1, pixels: Uint8Array.of(0) },
    { widthPx: 900, heightPx: 1200, pixels: new Uint8Array(1_080_000) },
  ]) {
    const page = triage(
      detectedPage(
        draw(() => {}),
        raster,
        { dpi: 200, bilevel: true },
      ),
      strict,
      safe,
    )
    assert.deepEqual(page.released, [])
    assert.ok(page.masked.every(({ quad }) => boundsOf(quad).right <= whole(raster).right))
  }
})

test('a word that the reader invented where there is no ink releases nothing', async () => {
  const raster = await renderPage(letter(1), 200)
  const ghost: Word = {
    text: 'ghost',
    box: { left: 400, top: 1500, right: 600, bottom: 1530 },
    confidence: 0.99,
    block: 9,
    line: 99,
  }
  const detected = detectedPage(letter(1), raster, { dpi: 200 })
  const text = {
    text: `${detected.text.text} ghost`,
    spans: [
      ...detected.text.spans,
      { start: detected.text.text.length + 1, end: detected.text.text.length + 6 },
    ],
  }
  const page = triage({ ...detected, words: [...detected.words, ghost], text }, strict, safe)
  assert.ok(page.released.every(box => !overlaps(box, ghost.box)))
})
