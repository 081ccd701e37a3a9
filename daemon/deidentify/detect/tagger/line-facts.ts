/** What the tagger knows of a token's line: where on it the token stands, the label before it, and the label above. Pure. */
import type { Scan } from '../scan.ts'

export type LineFacts = {
  /** Tokens before it on the line, at most 7. */
  readonly place: Int32Array
  /** Tokens on the line, in steps. */
  readonly length: Int32Array
  /** The two words before the last colon or cell border on the line; 0 where there is none. */
  readonly label: Int32Array
  /** The first two words of the line above, where it is short; 0 where it is not. */
  readonly above: Int32Array
}

const pair = (one: number, two: number): number => Math.imul(one, 31) ^ two

const steps = [1, 2, 3, 4, 6, 9, 14, 22]

const stepOf = (length: number): number => steps.filter(step => step <= length).length

/** The longest line that counts as a row of labels. */
const shortLine = 8

type Line = { readonly from: number; readonly to: number }

const linesOf = ({ tokens }: Scan): Line[] => {
  const lines: Line[] = []
  let from = 0
  for (const [index, token] of tokens.entries())
    if (index > 0 && token.gap.includes('\n')) {
      lines.push({ from, to: index })
      from = index
    }
  lines.push({ from, to: tokens.length })
  return lines
}

/** @param word is the hash of each token's word. */
export const lineFactsOf = (scan: Scan, word: Int32Array): LineFacts => {
  const make = () => new Int32Array(scan.tokens.length)
  const facts = { place: make(), length: make(), label: make(), above: make() }
  let above = 0
  for (const line of linesOf(scan)) {
    writeLine(scan, word, line, facts)
    facts.above.fill(above, line.from, line.to)
    above = line.to - line.from <= shortLine ? firstWords(word, line) : 0
  }
  return facts
}

const firstWords = (word: Int32Array, { from, to }: Line): number =>
  pair(word[from] ?? 0, to - from > 1 ? (word[from + 1] ?? 0) : 0)

const writeLine = ({ tokens }: Scan, word: Int32Array, { from, to }: Line, facts: LineFacts): void => {
  let label = 0
  facts.length.fill(stepOf(to - from), from, to)
  for (let index = from; index < to; index++) {
    if (index > from && /[:\t]| {2}/.test(tokens[index]?.gap ?? ''))
      label = pair(index - 2 >= from ? (word[index - 2] ?? 0) : 0, word[index - 1] ?? 0)
    facts.place[index] = Math.min(7, index - from)
    facts.label[index] = label
  }
}
