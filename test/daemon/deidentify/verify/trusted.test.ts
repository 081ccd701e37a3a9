/** What the gate does not read twice is known beyond doubt; everything near a doubt, and one line in several, is read again. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { knowledgeOf } from '../../../../daemon/deidentify/detect.ts'
import { centreWithin } from '../../../../daemon/deidentify/ink/boxes.ts'
import { mask } from '../../../../daemon/deidentify/mask.ts'
import { triage } from '../../../../daemon/deidentify/triage.ts'
import { type Attack, trustedWords, verify } from '../../../../daemon/deidentify/verify.ts'
import { boundsOf, overlaps } from '../../../../daemon/model/geometry.ts'
import { type Page, pageAt, type Word } from '../../../../daemon/model/page.ts'
import { gateThresholds } from '../../../../daemon/model/thresholds.ts'
import type { DrawnPage, Sheet } from '../../../../demo/paper/page.ts'
import { renderPage, threshold } from '../../../../demo/paper/render.ts'
import { counting, openTestReader } from '../ink-reader.ts'
import { clinicText, detectedPage, draw, type Faults, strict } from '../ink-sheet.ts'

const reader = await openTestReader()
after(() => reader.close())
const { findSpans, isKnownSafe } = knowledgeOf(loadGazetteer())
const attack: Attack = {
  reader,
  barcodes: { find: async () => [] },
  findSpans,
  isKnownSafe,
  knownValues: ['Rosalind Lindqvist', 'Lindqvist', 'MRN 00482913'],
}
/** No line is a sample. */
const limits = { ...gateThresholds, sampleEvery: 1_000_000 }

/** As a triage that was taken in releases it: what nobody found an identifier comes back. */
const released = async (drawn: DrawnPage, faults: Faults = {}, dpi = 300): Promise<Page<'triaged'>> => {
  const raster = dpi === 300 ? await renderPage(drawn, dpi) : threshold(await renderPage(drawn, dpi))
  const page = detectedPage(drawn, raster, { dpi, bilevel: dpi !== 300, ...faults })
  return triage(pageAt('detected', { ...page, number: 1 }), { ...strict, profile: 'balanced' }, () => true)
}

const attacked = async (page: Page<'triaged'>, thresholds = limits) => {
  const { reader: counted, counts } = counting(reader)
  const trusted = trustedWords(page, isKnownSafe, thresholds)
  const { hits } = await verify(mask(page), { ...attack, reader: counted, trusted }, thresholds)
  return { hits, counts, trusted }
}

const isHit = (hits: Awaited<ReturnType<typeof attacked>>['hits'], word: Word | undefined): boolean =>
  word !== undefined && hits.some(({ quad }) => quad !== null && overlaps(boundsOf(quad), word.box))

/** The note with one line more, far from it. */
const note = (line: (sheet: Sheet) => void) =>
  draw(
    sheet => {
      sheet.paragraph(54, 60, 480, clinicText)
      line(sheet)
      sheet.paragraph(54, 300, 480, clinicText)
    },
    612,
    400,
  )

describe('a name that triage released', () => {
  const lines: readonly (readonly [string, (sheet: Sheet) => void, Faults['read']?])[] = [
    ['far from any mask', sheet => sheet.text(54, 180, 'followed by Rosalind Lindqvist at home')],
    [
      'beside a mask',
      sheet => sheet.text(54, 180, ['Patient: ', { NAME: 'Rosalind' }, ' Lindqvist is stable']),
    ],
    [
      'before a mask',
      sheet => sheet.text(54, 180, ['Stable is Lindqvist, ', { NAME: 'Rosalind' }, ' and well']),
    ],
    [
      'that the first reader misread',
      sheet => sheet.text(54, 180, 'followed by Rosalind Lindqvist at home'),
      word => (word.text === 'Lindqvist' ? { ...word, text: 'Lmdqvjst' } : word),
    ],
    [
      'taken for a word, but not surely',
      sheet => sheet.text(54, 180, 'followed by Rosalind Lindqvist at home'),
      word => (word.text === 'Lindqvist' ? { ...word, text: 'linguist', confidence: 0.8 } : word),
    ],
    [
      'in light gray',
      sheet => sheet.text(54, 180, 'followed by Rosalind Lindqvist at home', { fill: '#b8b8b8' }),
    ],
  ]
  for (const [name, line, read] of lines) {
    test(name, async () => {
      const drawn = note(line)
      const page = await released(drawn, read ? { read } : {})
      const { hits } = await attacked(page)
      const at = drawn.words
        .filter(({ box }) => box.right > box.left)
        .findIndex(word => word.text.startsWith('Lindqvist'))
      assert.ok(isHit(hits, page.words[at]), JSON.stringify(hits))
    })
  }

  test('on a fax, split in two by the reader', async () => {
    const drawn = note(sheet =>
      sheet.text(54, 180, 'followed by Rosa lind Lind qvist at home', { sizePt: 12 }),
    )
    const { hits } = await attacked(await released(drawn, {}, 204))
    assert.ok(hits.some(({ reason }) => reason === 'gate-identifier'))
  })

  test('read as a safe word beyond doubt: only where its line is a sample', async () => {
    const drawn = note(sheet => sheet.text(54, 180, 'followed by nurse Lindqvist at home'))
    const read: Faults['read'] = word => (word.text === 'Lindqvist' ? { ...word, text: 'distance' } : word)
    const page = await released(drawn, { read })
    const word = page.words.find(({ text }) => text === 'distance')
    assert.ok(word)
    const sampled = { ...limits, sampleEvery: word.line + page.number }
    assert.ok(isHit((await attacked(page, sampled)).hits, word))
    assert.deepEqual((await attacked(page)).hits, [])
  })
})

test('print beyond doubt is not read again, words beside a mask are', async () => {
  const drawn = note(sheet =>
    sheet.text(54, 180, ['Seen by ', { NAME: 'Quigley' }, ' with chest pain and fever']),
  )
  const page = await released(drawn)
  const { hits, counts, trusted } = await attacked(page)
  assert.deepEqual(hits, [])
  assert.equal(counts.reads, 1)
  assert.ok(counts.pixels < 0.06 * page.raster.pixels.length, `${counts.pixels}`)
  const isTrusted = (text: string) =>
    page.words.some(word => word.text === text && trusted.some(box => centreWithin(box, word.box)))
  for (const text of ['by', 'with'])
    assert.ok(
      !page.words.some(
        (word, i) =>
          word.text === text &&
          page.words[i + (text === 'by' ? 1 : -1)]?.text === 'Quigley' &&
          trusted.some(box => centreWithin(box, word.box)),
      ),
      text,
    )
  assert.ok(isTrusted('fever') && isTrusted('hypertension'))
})

test('nothing is trusted of a page that failed, and nothing above a confidence of 1', async () => {
  const page = await released(note(sheet => sheet.text(54, 180, 'chest pain and fever')))
  assert.ok(trustedWords(page, isKnownSafe, limits).length > 40)
  assert.deepEqual(trustedWords(pageAt('triaged', { ...page, released: [] }), isKnownSafe, limits), [])
  assert.deepEqual(trustedWords(page, isKnownSafe, { ...limits, minTrustedConfidence: 1.01 }), [])
  assert.deepEqual(
    trustedWords(page, () => false, limits),
    [],
  )
})
