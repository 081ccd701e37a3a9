/** What a child says is read strictly: a hostile one can lie about words, and do no more. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { createAnswers } from '../../../drivers/ocr/answers.ts'
import { ReaderFault } from '../../../drivers/ocr/reader.ts'
import { pixelsAt, tiffHeader, tiffOf } from '../../../drivers/ocr/tiff.ts'
import { parseTsv, tsvHeader } from '../../../drivers/ocr/tsv.ts'

const pageRow = (page: number) => `1\t${page}\t0\t0\t0\t0\t0\t0\t32\t32\t-1\t\n`
const wordRows = (page: number, text: string, conf = '96.5') =>
  `${pageRow(page)}2\t${page}\t1\t0\t0\t0\t5\t5\t40\t9\t-1\t\n3\t${page}\t1\t1\t0\t0\t5\t5\t40\t9\t-1\t\n` +
  `4\t${page}\t1\t1\t1\t0\t5\t5\t40\t9\t-1\t\n5\t${page}\t1\t1\t1\t1\t5\t6\t40\t9\t${conf}\t${text}\n`

const isBad = (thrown: unknown) => thrown instanceof ReaderFault && thrown.code === 'bad-output'

describe('answers of a child', () => {
  test('a page is complete when the blank page behind it begins', async () => {
    const answers = createAnswers()
    const words = answers.next()
    answers.take(`${tsvHeader}\n${wordRows(1, 'héllo')}`)
    answers.take(pageRow(2))
    assert.deepEqual(await words, [
      {
        text: 'héllo',
        box: { left: 5, top: 6, right: 45, bottom: 15 },
        confidence: 0.965,
        block: 0,
        line: 0,
      },
    ])
    const second = answers.next()
    answers.take(wordRows(3, 'two') + pageRow(4))
    assert.equal((await second)[0]?.text, 'two')
  })

  test('characters behind a page tell where in its words they stand, as long as they spell them', async () => {
    const answers = createAnswers()
    const words = answers.next()
    answers.take(`${tsvHeader}\n${wordRows(1, 'ab')}${wordRows(1, 'cd')}a 5 0 9 8 0\nb 11 0 20 8 0\n`)
    answers.take(`c 5 0 9 8 0\nx 11 0 20 8 0\n${pageRow(2)}`)
    assert.deepEqual(
      (await words).map(({ chars }) => chars),
      [
        [
          { left: 5, right: 9 },
          { left: 11, right: 20 },
        ],
        undefined,
      ],
    )
  })

  test('characters of another page, inside out, or that are none are refused', () => {
    for (const row of [
      'a 5 0 9 8 1',
      'a 9 0 5 8 0',
      'a 5 0 9 8',
      'a 5 0 -9 8 0',
      `${'a'.repeat(41)} 5 0 9 8 0`,
    ]) {
      const answers = createAnswers()
      void answers.next()
      assert.throws(() => answers.take(`${pageRow(1)}${row}\n`), isBad, row)
    }
    assert.throws(() => createAnswers().take('a 5 0 9 8 0\n'), isBad)
  })

  test('rows may be cut anywhere', async () => {
    const answers = createAnswers()
    const words = answers.next()
    for (const character of `${tsvHeader}\n${wordRows(1, 'cut')}${pageRow(2)}`) answers.take(character)
    assert.equal((await words)[0]?.text, 'cut')
  })

  test('words before any page was asked for, of an earlier page or of a later one are refused', () => {
    assert.throws(() => createAnswers().take(wordRows(1, 'early')), isBad)
    const answers = createAnswers()
    void answers.next()
    answers.take(pageRow(1) + pageRow(2))
    void answers.next()
    assert.throws(() => answers.take(wordRows(1, 'past')), isBad)
    const other = createAnswers()
    void other.next()
    assert.throws(() => other.take(pageRow(3)), isBad)
  })

  test('a line without end and a page without end are refused', () => {
    const answers = createAnswers()
    void answers.next()
    assert.throws(() => answers.take('5'.repeat(20_000)), isBad)
    const flood = createAnswers()
    void flood.next()
    const rows = wordRows(1, 'w').repeat(100)
    assert.throws(() => {
      for (let i = 0; i < 5000; i++) flood.take(rows)
    }, isBad)
  })

  test('a failed page rejects with the code', async () => {
    const answers = createAnswers()
    const words = answers.next()
    answers.fail(new ReaderFault('engine-died'))
    await assert.rejects(words, { code: 'engine-died' })
  })

  test('any bytes are either rows or `bad-output`, never another fault', () => {
    const field = fc.oneof(
      fc.constantFrom('1', '2', '5', '-1', '1e9', '', '0x1', 'NaN'),
      fc.string({ maxLength: 6 }),
    )
    const row = fc.array(field, { minLength: 10, maxLength: 13 }).map(fields => fields.join('\t'))
    fc.assert(
      fc.property(fc.array(fc.oneof(row, fc.string()), { maxLength: 5 }), rows => {
        const answers = createAnswers()
        void answers.next()
        try {
          answers.take(`${rows.join('\n')}\n`)
        } catch (thrown) {
          assert.ok(isBad(thrown))
        }
      }),
    )
  })
})

describe('TSV', () => {
  const parse = (tsv: string) => () => parseTsv(tsv)
  test('a word needs twelve fields, a box of whole numbers, a confidence, and a line above it', () => {
    const line = wordRows(1, 'fine')
    assert.equal(parseTsv(line).length, 1)
    assert.throws(parse(line.replace('\tfine', '')), isBad)
    assert.throws(parse(line.replace('\tfine', '\tfine\tmore')), isBad)
    assert.throws(parse(line.replace('\t40\t9\t96.5', '\t-40\t9\t96.5')), isBad)
    assert.throws(parse(line.replace('\t40\t9\t96.5', '\t4e1\t9\t96.5')), isBad)
    assert.throws(parse(wordRows(1, 'fine', 'sure')), isBad)
    assert.throws(parse(wordRows(1, 'x'.repeat(3000))), isBad)
    assert.throws(parse(line.split('\n')[4] ?? ''), isBad)
    assert.throws(parse(wordRows(2, 'other page')), isBad)
  })
  test('confidence is kept within 0…1', () => {
    assert.equal(parseTsv(wordRows(1, 'w', '100.4'))[0]?.confidence, 1)
    assert.equal(parseTsv(wordRows(1, 'w', '-1'))[0]?.confidence, 0)
  })
})

describe('TIFF', () => {
  test('pixels lie behind the first 512 bytes, as they are', () => {
    const raster = { widthPx: 3, heightPx: 2, pixels: new Uint8Array([1, 2, 3, 4, 5, 6]) }
    const bytes = tiffOf(raster, 203.6)
    assert.equal(tiffHeader(raster, 203.6).length, pixelsAt)
    assert.deepEqual([...bytes.subarray(pixelsAt)], [1, 2, 3, 4, 5, 6])
    assert.equal(bytes.length, pixelsAt + 6)
    assert.equal(new DataView(bytes.buffer).getUint32(256, true), 204)
  })
})
