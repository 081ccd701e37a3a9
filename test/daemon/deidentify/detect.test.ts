/**
 * The stage: spans map to words by offsets alone (the cases that leak in a mapper that compares strings), labels reach
 * their values over columns and blocks, and what one page tells is found on all.
 */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { loadGazetteer } from '../../../config/identifiers/load.ts'
import { detect, findSpans, knownValues } from '../../../daemon/deidentify/detect.ts'
import { linesOf, maskedWords, type Placed, readPage, wordsOf } from './detect/page.ts'

// The tagger guesses beyond the rules and has tests of its own.
const { tagger: _, ...gazetteer } = loadGazetteer()
const knowledge = { gazetteer }
const maskedOf = (words: ReturnType<typeof wordsOf>): string[] =>
  detect([readPage(words)], knowledge).flatMap(page => maskedWords(page))

suite('words that punctuation or another word is glued to', () => {
  const cases: readonly (readonly [line: string, masked: readonly string[]])[] = [
    ['seen by (John Smith) today', ['(John', 'Smith)']],
    ['Name:John Smith', ['Name:John', 'Smith']],
    ['he said "John Smith came', ['"John', 'Smith']],
    ['call (555) 123-4567. now', ['(555)', '123-4567.']],
    ['DOB:03/04/1971 MRN:123456', ['DOB:03/04/1971', 'MRN:123456']],
    ['Smith,John A.', ['Smith,John', 'A.']],
    ['patient JohnSmith was seen', ['JohnSmith']],
    ['SSN#123-45-6789;', ['SSN#123-45-6789;']],
    ['(Linda)', ['(Linda)']],
    ['Tel:(555) 123- 4567', ['Tel:(555)', '123-', '4567']],
  ]
  for (const [line, masked] of cases) test(line, () => assert.deepEqual(maskedOf(linesOf([line])), masked))
})

suite('labels and the place of their values', () => {
  test('above the value, in a table', () => {
    const words: readonly Placed[] = [
      ['Name', 0, 0],
      ['DOB', 300, 0],
      ['MRN', 600, 0],
      ['Rose', 0, 40],
      ['Page', 50, 40],
      ['03041971', 300, 40],
      ['77120', 600, 40],
    ]
    assert.deepEqual(maskedOf(wordsOf(words)), ['Rose', 'Page', '03041971', '77120'])
  })
  test('above a column of values', () => {
    const words: readonly Placed[] = [
      ['Vaccine', 0, 0],
      ['Lot', 300, 0],
      ['Dose', 600, 0],
      ['MMR', 0, 40],
      ['U77', 300, 40],
      ['1', 600, 40],
      ['Tdap', 0, 80],
      ['K4471', 300, 80],
      ['2', 600, 80],
      ['Polio', 0, 120],
      ['AC52', 300, 120],
      ['1', 600, 120],
    ]
    assert.deepEqual(maskedOf(wordsOf(words)), ['U77', 'K4471', 'AC52'])
  })
  test('left of the value, in another block', () => {
    const words: readonly Placed[] = [
      ['Chart', 0, 0, 0, 0],
      ['No', 60, 0, 0, 0],
      ['Weight', 0, 40, 0, 1],
      ['88', 200, 0, 1, 2],
      ['120', 228, 0, 1, 2],
      ['80', 200, 40, 1, 3],
    ]
    assert.deepEqual(maskedOf(wordsOf(words)), ['88', '120'])
  })
  test('a wide gap ends the value', () => {
    const words: readonly Placed[] = [
      ['Patient:', 0, 0],
      ['Young', 90, 0],
      ['Normal', 600, 0],
    ]
    assert.deepEqual(maskedOf(wordsOf(words)), ['Young'])
  })
  test('a value two rows down is not the label’s', () => {
    const words: readonly Placed[] = [
      ['MRN', 0, 0],
      ['77120', 0, 200],
    ]
    assert.deepEqual(maskedOf(wordsOf(words)), [])
  })
})

suite('repetition', () => {
  const pages = (...texts: readonly (readonly string[])[]): string[][] =>
    detect(
      texts.map((lines, i) => readPage(linesOf(lines), i + 1)),
      knowledge,
    ).map(page => maskedWords(page))

  test('in part, in capitals, in the other order, on another page', () =>
    assert.deepEqual(pages(['Patient Name: Rose Quach'], ['QUACH, ROSE', 'and that Quach came']), [
      ['Rose', 'Quach'],
      ['QUACH,', 'ROSE', 'Quach'],
    ]))
  test('misread by one letter', () =>
    assert.deepEqual(pages(['Patient Name: Delores Whitfield'], ['Whitfeld came']), [
      ['Delores', 'Whitfield'],
      ['Whitfeld'],
    ]))
  test('a number with other separators', () =>
    assert.deepEqual(pages(['MRN: 88-120-44'], ['band 8812044 worn']), [['88-120-44'], ['8812044']]))
  test('an everyday word that is also the name stays where it is the word', () =>
    assert.deepEqual(
      pages(['Patient Name: Will Hope'], ['Will follow up. We hope so. Will was seen.']).at(1),
      ['Will'],
    ))
})

test('a fax header gives away its sender', () => {
  const text = 'FROM: Elm Grove Clinic  555-123-4567  TO: 5559876543  03/04/2024 10:22AM  P. 1/3'
  const values = findSpans(text, gazetteer).map(({ start, end }) => text.slice(start, end))
  assert.ok(values.some(value => value.includes('Elm Grove Clinic')))
  assert.ok(values.some(value => value.includes('555-123-4567')))
  assert.ok(values.some(value => value.includes('5559876543')))
  assert.ok(!values.some(value => value.includes('1/3')))
})

test('a page without words has no text and no findings', () => {
  const [page] = detect([readPage([])], knowledge)
  assert.deepEqual([page?.text, page?.findings], [{ text: '', spans: [] }, []])
})

test('known values: whole, and the parts of names that are nothing else in the document', () => {
  const detected = detect(
    [readPage(linesOf(['Patient Name: Rose Quach', 'the rose bed. MRN: 7712093', 'in March']))],
    knowledge,
  )
  assert.deepEqual(knownValues(detected).sort(), ['7712093', 'Quach', 'Rose Quach'])
})
