/**
 * Reads Tesseract's rows of character boxes (`tessedit_create_boxfile`), which follow a page's rows of TSV: `text left bottom
 * right top page`. They say where in a word each of its characters stands. Strictly read and within bounds; where
 * they do not spell the page's words the words go without.
 */
import { type CharEdges, ReaderFault, type ReadWord } from './reader.ts'

const maxSymbols = 200_000
const row = /^([^\t]{0,40}) (\d{1,7}) \d{1,7} (\d{1,7}) \d{1,7} (\d{1,5})$/u

type CharRow = { readonly text: string; readonly edges: CharEdges; readonly page: number }

/** A row of TSV has tabs; a row of a character box has none. `page` counts from 0. @throws ReaderFault `bad-output` */
export const charRowOf = (untrustedRow: string): CharRow => {
  const [, text, left, right, page] = row.exec(untrustedRow) ?? []
  if (text === undefined || Number(left) > Number(right)) throw new ReaderFault('bad-output')
  return { text, edges: { left: Number(left), right: Number(right) }, page: Number(page) }
}

export const isCharRow = (untrustedRow: string): boolean => !untrustedRow.includes('\t')

/** Collects the characters of one page and gives them to its words. */
export const createSymbols = () => {
  const symbols: CharRow[] = []
  const push = (symbol: CharRow): void => {
    if (symbols.length === maxSymbols) throw new ReaderFault('bad-output')
    symbols.push(symbol)
  }

  /** The words in their order, each with the edges of its characters as long as the characters spell them. */
  const given = (words: readonly ReadWord[]): readonly ReadWord[] => {
    let next = 0
    let spells = symbols.length > 0
    return words.map(word => {
      if (!spells) return word
      let text = ''
      const chars: CharEdges[] = []
      while (text.length < word.text.length && next < symbols.length) {
        const { text: symbol, edges } = symbols[next++] as CharRow
        for (const _ of symbol) chars.push(edges)
        text += symbol
      }
      spells = text === word.text
      return spells ? { ...word, chars } : word
    })
  }

  return { push, given }
}
