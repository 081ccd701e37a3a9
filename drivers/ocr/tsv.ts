/**
 * Reads Tesseract's TSV, strictly and within bounds: it comes from a process that has parsed a hostile page. Anything
 * that Tesseract does not write is a fault, never a word.
 */
import { ReaderFault, type ReadWord } from './reader.ts'

/** More than any page has; an A3 sheet of six-point print holds some 5,000 words. */
const maxWords = 50_000
const maxTextUnits = 2_000
const maxPx = 1_000_000

export const tsvHeader =
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext'

const count = (untrustedField: string | undefined): number => {
  if (untrustedField === undefined || !/^\d{1,9}$/.test(untrustedField)) throw new ReaderFault('bad-output')
  const value = Number(untrustedField)
  if (value > maxPx) throw new ReaderFault('bad-output')
  return value
}

/** Percent, or -1 on rows that are no words. Tesseract strays above 100 by rounding. */
const confidence = (untrustedField: string | undefined): number => {
  if (untrustedField === undefined || !/^-?\d{1,3}(\.\d{1,9})?$/.test(untrustedField)) {
    throw new ReaderFault('bad-output')
  }
  return Math.min(1, Math.max(0, Number(untrustedField) / 100))
}

/** The page a row belongs to, from 1. @throws ReaderFault `bad-output` */
export const pageNumberOf = (untrustedRow: string): number =>
  count(/^[1-5]\t(\d{1,9})\t/.exec(untrustedRow.slice(0, 16))?.[1])

/** Collects the rows of one page. */
export const createTsvPage = () => {
  const words: ReadWord[] = []
  let blocks = 0
  let lines = 0

  const pushWord = (fields: readonly string[]): void => {
    const [left, top, width, height] = fields.slice(6, 10).map(count) as [number, number, number, number]
    const text = fields[11] ?? ''
    if (lines === 0 || words.length === maxWords || text.length > maxTextUnits) {
      throw new ReaderFault('bad-output')
    }
    words.push({
      text,
      box: { left, top, right: left + width, bottom: top + height },
      confidence: confidence(fields[10]),
      block: blocks - 1,
      line: lines - 1,
    })
  }

  return {
    /** @throws ReaderFault `bad-output` */
    push: (untrustedRow: string): void => {
      const fields = untrustedRow.split('\t')
      if (fields.length !== 12) throw new ReaderFault('bad-output')
      if (fields[0] === '2') blocks++
      if (fields[0] === '4') lines++
      if (fields[0] === '5') pushWord(fields)
    },
    words: (): readonly ReadWord[] => words,
  }
}

/** A whole page of rows, without a header. @throws ReaderFault `bad-output` */
export const parseTsv = (untrustedTsv: string): readonly ReadWord[] => {
  const page = createTsvPage()
  for (const row of untrustedTsv.split('\n')) {
    if (row === '') continue
    if (pageNumberOf(row) !== 1) throw new ReaderFault('bad-output')
    page.push(row)
  }
  return page.words()
}
