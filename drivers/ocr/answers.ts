/**
 * What a child that reads a list of pages says on standard output, taken apart: rows of TSV whose page number counts up,
 * each page's followed by the boxes of its characters. The pages asked for are the odd ones; each even one is a blank
 * sheet that says that the page before is complete.
 * The text comes from a process that has parsed a hostile page: it is read strictly, and within bounds.
 */
import { ReaderFault, type ReadWord } from './reader.ts'
import { charRowOf, createSymbols, isCharRow } from './symbols.ts'
import { createTsvPage, pageNumberOf, tsvHeader } from './tsv.ts'

const maxLineUnits = 16_384
const maxPageUnits = 16 * 1024 * 1024

type UnderWay = {
  readonly rows: ReturnType<typeof createTsvPage>
  readonly symbols: ReturnType<typeof createSymbols>
  readonly resolve: (words: readonly ReadWord[]) => void
  readonly reject: (fault: ReaderFault) => void
}

export type Answers = {
  /** Waits for the next page's words. One page at a time. */
  readonly next: () => Promise<readonly ReadWord[]>
  /** @throws ReaderFault `bad-output`; call `fail` with it. */
  readonly take: (untrustedText: string) => void
  /** Fails the page under way. */
  readonly fail: (fault: ReaderFault) => void
}

export const createAnswers = (): Answers => {
  let underWay: UnderWay | null = null
  let asked = 0
  let units = 0
  let rest = ''

  const complete = ({ resolve, rows, symbols }: UnderWay): void => {
    underWay = null
    resolve(symbols.given(rows.words()))
  }

  /** The blank sheet behind a page has no characters. */
  const takeChar = (untrustedRow: string): void => {
    const symbol = charRowOf(untrustedRow)
    if (underWay === null || symbol.page !== asked * 2 - 2) throw new ReaderFault('bad-output')
    underWay.symbols.push(symbol)
  }

  const takeRow = (untrustedRow: string): void => {
    if (untrustedRow === tsvHeader && asked === 1) return
    if (isCharRow(untrustedRow)) {
      takeChar(untrustedRow)
      return
    }
    const number = pageNumberOf(untrustedRow)
    if (number === asked * 2 && underWay === null) return
    if (underWay === null || number < asked * 2 - 1 || number > asked * 2) throw new ReaderFault('bad-output')
    if (number % 2 === 1) underWay.rows.push(untrustedRow)
    else complete(underWay)
  }

  const take = (untrustedText: string): void => {
    units += untrustedText.length
    if (units > maxPageUnits) throw new ReaderFault('bad-output')
    const lines = (rest + untrustedText).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > maxLineUnits) throw new ReaderFault('bad-output')
    for (const line of lines) takeRow(line)
  }

  const next = (): Promise<readonly ReadWord[]> =>
    new Promise((resolve, reject) => {
      asked++
      units = 0
      underWay = { rows: createTsvPage(), symbols: createSymbols(), resolve, reject }
    })

  const fail = (fault: ReaderFault): void => {
    underWay?.reject(fault)
    underWay = null
  }

  return { next, take, fail }
}
