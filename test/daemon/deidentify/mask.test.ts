/** What leaves is a new picture: only the ink of released boxes, black fills, white paper, and nothing else at all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cover, mask } from '../../../daemon/deidentify/mask.ts'
import { triage } from '../../../daemon/deidentify/triage.ts'
import { type Box, boundsOf, quadOf } from '../../../daemon/model/geometry.ts'
import { type Page, pageAt, type Word } from '../../../daemon/model/page.ts'
import type { GrayRaster } from '../../../daemon/model/raster.ts'
import type { Sheet } from '../../../demo/paper/page.ts'
import { seeded } from '../../../demo/paper/random.ts'
import { renderPage, scanNoise, threshold } from '../../../demo/paper/render.ts'
import { clinicText, darkIn, detectedPage, draw, type Faults, strict, whole, wordsOf } from './ink-sheet.ts'

const safe = () => true
const fillsOf = (page: Page<'masked'>): Box[] => page.masked.map(({ quad }) => boundsOf(quad))
const through = (detected: Page<'detected'>) => {
  const judged = triage(detected, strict, safe)
  return { judged, masked: mask(judged) }
}

/** Pixels that are not white, outside all of the boxes. */
const strayIn = ({ widthPx, heightPx, pixels }: GrayRaster, boxes: readonly Box[]): number => {
  const allowed = new Uint8Array(pixels.length)
  for (const box of boxes) {
    const [left, right] = [Math.max(0, box.left), Math.min(widthPx, box.right)]
    for (let y = Math.max(0, box.top); y < Math.min(heightPx, box.bottom); y++) {
      allowed.fill(1, y * widthPx + left, y * widthPx + Math.max(left, right))
    }
  }
  return pixels.reduce((count, value, at) => count + (value !== 255 && allowed[at] === 0 ? 1 : 0), 0)
}

const vocabulary = [
  'gypsy',
  'Jennings',
  'blood',
  'pressure',
  'quickly',
  'of',
  'potassium',
  '128/82',
  'f',
  'Agyj',
]

type Layer = 'all' | 'public' | 'secret'

/** Each word with its fate: an identifier, unread, read unsurely, or safe. */
const fates = ['safe', 'safe', 'safe', 'identifier', 'identifier', 'unread', 'unsure'] as const
const pickOf =
  (random: () => number) =>
  <T>(from: readonly T[]): T =>
    from[Math.floor(random() * from.length)] as T

/** A page of random words on tight lines with rules through them. `layer` leaves out the safe words, or all others. */
const randomPage = (seed: number, layer: Layer) => {
  const random = seeded(seed)
  const pick = pickOf(random)
  const fate: string[] = []
  const drawLine = (sheet: Sheet, y: number, sizePt: number) => {
    for (let x = 16 + random() * 20; x < 250; x += 2 + random() * 14) {
      const [word, its, font] = [
        pick(vocabulary),
        pick(fates),
        pick(['sans', 'sans', 'serif', 'handwriting'] as const),
      ]
      const shown = layer === 'all' || (layer === 'public') === (its === 'safe')
      const style = { sizePt, font, fill: shown ? '#000' : 'none' }
      x = sheet.text(x, y + random(), its === 'identifier' ? { NAME: word } : word, style)
      fate.push(its)
    }
  }
  const drawn = draw(
    sheet => {
      for (let [y, above] = [14, 0]; y < 180; ) {
        const sizePt = 7 + Math.floor(random() * 8)
        y += 0.3 * above + sizePt * (0.85 + random() * 0.4)
        above = sizePt
        drawLine(sheet, y, sizePt)
        if (random() < 0.2 && layer !== 'secret') sheet.rule(10, y + 2, 280, y + 2)
      }
    },
    300,
    200,
  )
  let n = 0
  const read = (word: Word): Word | null => {
    const its = fate[n++]
    return its === 'unread' ? null : { ...word, confidence: its === 'unsure' ? 0.2 : 0.95 }
  }
  return { drawn, read, fate }
}

const degraded = async (page: Parameters<typeof renderPage>[0], kind: number, seed: number) => {
  const clean = await renderPage(page, 200)
  return kind === 0 ? clean : kind === 1 ? threshold(clean, 150) : scanNoise(clean, 6, seeded(seed))
}

/** Dark pixels of the secret words alone that are still dark in the output, outside fills, in a box. */
const leakedIn = (
  box: Box,
  [secret, open, output]: readonly [GrayRaster, GrayRaster, GrayRaster],
  fills: readonly Box[],
) => {
  let [leaked, all] = [0, 0]
  for (let y = Math.max(0, box.top); y < Math.min(secret.heightPx, box.bottom); y++) {
    for (let x = Math.max(0, box.left); x < Math.min(secret.widthPx, box.right); x++) {
      const at = y * secret.widthPx + x
      if ((secret.pixels[at] as number) >= 128 || (open.pixels[at] as number) < 200) continue
      all++
      if ((output.pixels[at] as number) >= 128) continue
      if (!fills.some(fill => x >= fill.left && x < fill.right && y >= fill.top && y < fill.bottom)) leaked++
    }
  }
  return { leaked, all }
}

test('property: output ink lies in released boxes or fills; the ink of masked words is gone', async () => {
  let [leaked, all] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 2 }), async (seed, kind) => {
      const { drawn, read, fate } = randomPage(seed, 'all')
      const raster = await degraded(drawn, kind, seed)
      const layers = await Promise.all(
        (['secret', 'public'] as const).map(layer => renderPage(randomPage(seed, layer).drawn, 200)),
      )
      const { judged, masked } = through(detectedPage(drawn, raster, { dpi: 200, bilevel: kind === 1, read }))
      const fills = fillsOf(masked)
      assert.equal(strayIn(masked.raster, [...judged.released, ...fills]), 0)
      if (kind === 1) assert.ok(masked.raster.pixels.every(value => value === 0 || value === 255))
      for (const [i, { box }] of wordsOf(drawn, 200).entries()) {
        if (fate[i] === 'safe') continue
        const word = leakedIn(
          box,
          [layers[0], layers[1], masked.raster] as [GrayRaster, GrayRaster, GrayRaster],
          fills,
        )
        assert.ok(word.leaked <= Math.max(8, 0.15 * word.all), `word ${i}: ${word.leaked} of ${word.all}`)
        leaked += word.leaked
        all += word.all
      }
    }),
    { numRuns: 20 },
  )
  assert.ok(leaked < 0.01 * all, `${leaked} of ${all} dark pixels`)
})

const isolated = draw(
  sheet => {
    for (const [i, word] of ['Delgado', 'pressure', 'Quigley', 'potassium'].entries()) {
      sheet.text(20 + 70 * i, 40, i % 2 === 0 ? { NAME: word } : word, { sizePt: 9 })
    }
  },
  310,
  70,
)

test('less than one in a hundred of a masked word stays, and released words keep their ink, on every kind of page', async () => {
  const clean = await renderPage(isolated, 300)
  for (const [raster, bilevel] of [
    [clean, false],
    [threshold(clean), true],
    [await scanNoise(clean, 8, seeded(3)), false],
  ] as const) {
    const { masked } = through(detectedPage(isolated, raster, { bilevel }))
    const fills = fillsOf(masked)
    for (const [i, { box }] of wordsOf(isolated, 300).entries()) {
      const before = darkIn(raster, box)
      const after = darkIn(masked.raster, box, fills)
      assert.ok(
        i % 2 === 0 ? after < 0.01 * before : after > 0.97 * before,
        `word ${i}: ${after} of ${before}`,
      )
    }
  }
})

test('no gray edge of masked ink stays around a fill, no paper texture anywhere', async () => {
  const raster = await scanNoise(await renderPage(isolated, 300), 12, seeded(8))
  const { judged, masked } = through(detectedPage(isolated, raster))
  const words = judged.released
  assert.equal(strayIn(masked.raster, [...words, ...fillsOf(masked)]), 0)
  for (const fill of fillsOf(masked)) {
    const around = { left: fill.left - 3, top: fill.top - 3, right: fill.right + 3, bottom: fill.bottom + 3 }
    assert.equal(strayIn(masked.raster, [fill, ...words, ...outside(around, raster)]), 0)
  }
})

const outside = ({ left, top, right, bottom }: Box, raster: GrayRaster): Box[] => {
  const page = whole(raster)
  return [
    { ...page, bottom: top },
    { ...page, top: bottom },
    { ...page, right: left },
    { ...page, left: right },
  ]
}

test('descenders of a masked line do not hang into the released line below it, nor the other way', async () => {
  const tight = draw(
    sheet => {
      sheet.text(20, 40, { NAME: 'gypsy Jennings pqgj' }, { sizePt: 11 })
      sheet.text(20, 49.5, 'blood pressure stable', { sizePt: 11 })
      sheet.text(20, 59, { NAME: 'Hildebrandt Kollf' }, { sizePt: 11 })
    },
    200,
    80,
  )
  const raster = await renderPage(tight, 300)
  const { masked } = through(detectedPage(tight, raster))
  const names = wordsOf(tight, 300).filter((_, i) => tight.words[i]?.class)
  const onlyNames = draw(
    sheet => {
      sheet.text(20, 40, 'gypsy Jennings pqgj', { sizePt: 11 })
      sheet.text(20, 59, 'Hildebrandt Kollf', { sizePt: 11 })
    },
    200,
    80,
  )
  const without = await renderPage(onlyNames, 300)
  let [left, all] = [0, 0]
  without.pixels.forEach((value, at) => {
    if (value >= 128) return
    const [x, y] = [at % raster.widthPx, Math.floor(at / raster.widthPx)]
    if (!names.some(({ box }) => x >= box.left && x < box.right && y >= box.top && y < box.bottom)) return
    all++
    const inFill = fillsOf(masked).some(
      box => x >= box.left && x < box.right && y >= box.top && y < box.bottom,
    )
    if (!inFill && (masked.raster.pixels[at] as number) < 128) left++
  })
  assert.ok(left < 0.01 * all, `${left} of ${all}`)
  const shown = darkIn(masked.raster, { left: 80, top: 170, right: 500, bottom: 205 }, fillsOf(masked))
  assert.ok(shown > 1000, 'the line between is there')
})

test('boxes that overlap: each letter goes with the word that it belongs to', async () => {
  const pair = draw(
    sheet => sheet.text(20, 40, [{ NAME: 'Delgado' }, ' reports'], { sizePt: 11 }) && undefined,
    160,
    60,
  )
  const raster = await renderPage(pair, 300)
  const [name, other] = wordsOf(pair, 300) as [Word, Word]
  const faults: [Faults['read'], string][] = [
    [
      word => (word.text === 'reports' ? { ...word, box: { ...word.box, left: name.box.right - 14 } } : word),
      'late',
    ],
    [
      word =>
        word.text === 'Delgado' ? { ...word, box: { ...word.box, right: other.box.left + 14 } } : word,
      'early',
    ],
  ]
  for (const [read, how] of faults) {
    const { masked } = through(detectedPage(pair, raster, read ? { read } : {}))
    assert.ok(darkIn(masked.raster, name.box, fillsOf(masked)) < 0.01 * darkIn(raster, name.box), how)
    assert.ok(darkIn(masked.raster, other.box, fillsOf(masked)) > 0.8 * darkIn(raster, other.box), how)
  }
})

test('released boxes cover masked ink only as far as the mask allows: a fill always wins', async () => {
  const raster = await renderPage(isolated, 300)
  const judged = triage(detectedPage(isolated, raster), strict, safe)
  const everything = pageAt('triaged', { ...judged, released: [whole(raster)] })
  const { raster: output } = mask(everything)
  for (const fill of judged.masked.map(({ quad }) => boundsOf(quad))) {
    assert.equal(darkIn(output, fill), (fill.right - fill.left) * (fill.bottom - fill.top))
  }
})

test('nothing released, nothing masked: a white page; a page without words keeps its rules and boxes only', async () => {
  const raster = await renderPage(isolated, 300)
  const judged = triage(detectedPage(isolated, raster), strict, safe)
  const bare = mask(pageAt('triaged', { ...judged, released: [], masked: [] }))
  assert.ok(bare.raster.pixels.every(value => value === 255))
  assert.notEqual(bare.raster.pixels, raster.pixels)
})

test('nothing of the text is carried on', async () => {
  const { masked } = through(detectedPage(isolated, await renderPage(isolated, 300)))
  const kept = [
    'bilevel',
    'dpi',
    'held',
    'inkDoubts',
    'inkUnderstood',
    'masked',
    'number',
    'raster',
    'transform',
  ]
  assert.deepEqual(Object.keys(masked).sort(), kept)
  assert.ok(!JSON.stringify({ ...masked, raster: null }).includes('Delgado'))
})

test('a person can only cover: new fills are black, all else is as it was, and the page before is not touched', async () => {
  const { masked } = through(detectedPage(isolated, await renderPage(isolated, 300)))
  const before = masked.raster.pixels.slice()
  const drawn = { left: 380.4, top: 120, right: 520, bottom: 9999 }
  const covered = cover(masked.raster, [drawn, { left: -50, top: -50, right: -10, bottom: -10 }])
  assert.deepEqual(masked.raster.pixels, before)
  const inside = { left: 380, top: 120, right: 520, bottom: covered.heightPx }
  assert.equal(darkIn(covered, inside), 140 * (covered.heightPx - 120))
  covered.pixels.forEach((value, at) => {
    const [x, y] = [at % covered.widthPx, Math.floor(at / covered.widthPx)]
    if (x < 379 || x >= 521 || y < 119) assert.equal(value, before[at])
    else if (x >= 380 && x < 520 && y >= 120) assert.equal(value, 0)
    else assert.equal(value, 255, 'the frame')
  })
})

test('fills are cut to the page, whatever their quads say', async () => {
  const raster = await renderPage(isolated, 100)
  const judged = triage(detectedPage(isolated, raster, { dpi: 100 }), strict, safe)
  const quad = quadOf({ left: -1e6, top: 20.5, right: 1e6, bottom: 40 })
  const { raster: output } = mask(
    pageAt('triaged', { ...judged, masked: [{ quad, class: 'UNREAD', reason: 'person', confidence: 1 }] }),
  )
  assert.equal(darkIn(output, { left: 0, top: 20, right: output.widthPx, bottom: 40 }), 20 * output.widthPx)
})

test('a long page of print keeps nearly all of its ink', async () => {
  const page = draw(sheet => {
    let y = 60
    for (let i = 0; i < 8; i++)
      y = sheet.paragraph(54, y, 500, clinicText, { font: i % 2 ? 'serif' : 'mono' }) + 6
  })
  const raster = await renderPage(page, 200)
  const { masked } = through(detectedPage(page, raster, { dpi: 200 }))
  assert.ok(darkIn(masked.raster, whole(raster)) > 0.985 * darkIn(raster, whole(raster)))
})
