/**
 * What the tagger knows of the chain of capitals that a token stands in (`Foot & Ankle of the Plains`), and of the whole text: how
 * far down the page, and whether its word is written small elsewhere. Pure.
 */
import type { Scan, Token } from '../scan.ts'
import type { Facts } from './token-facts.ts'

export type ChainFacts = {
  /** Tokens of the chain, at most 7, and the place in it; 0 where the token stands in none. */
  readonly length: Int32Array
  readonly place: Int32Array
  /** Hashes of its first and last words, and of the words before and after it; 0 for none. */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly before: Int32Array
  readonly after: Int32Array
  /** The gaps on both sides. */
  readonly gaps: Int32Array
  /** The dictionaries that know any of its words, and those that know all of them. */
  readonly any: Int32Array
  readonly all: Int32Array
  /** The number of the line, in steps, from the top of the text. */
  readonly line: Int32Array
  /** 1 where the word is written small elsewhere in the text, 2 where it is written large elsewhere too, 3 both. */
  readonly elsewhere: Int32Array
}

const isLarge = ({ shape, alphabetic, casual, text }: Token): boolean =>
  alphabetic && (shape !== 'lower' || (casual && text.length > 2))

const small = /^(?:of|the|and|in|at|for|on|to|or|de|la|del|a|by|y)$/i
const link = /^(?: |-|['’]|[ ]?& ?|[ ]?\/ ?|\. ?)$/
/** So many small words may stand between two capitals. */
const mostSmall = 2

/** The last token of the chain that begins at `first`. */
const endOf = ({ tokens }: Scan, first: number): number => {
  let [last, passed] = [first, 0]
  for (let at = first + 1; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (!link.test(token.gap) || (/\./.test(token.gap) && (tokens[at - 1]?.text.length ?? 9) > 2)) break
    if (isLarge(token)) {
      last = at
      passed = 0
    } else if (!small.test(token.text) || ++passed > mostSmall) break
  }
  return last
}

const steps = [1, 2, 3, 5, 9, 17]
const stepOf = (count: number): number => steps.filter(step => step <= count).length

export const chainFactsOf = (scan: Scan, { word, gap, lists }: Facts): ChainFacts => {
  const { tokens } = scan
  const make = () => new Int32Array(tokens.length)
  const facts = {
    length: make(),
    place: make(),
    first: make(),
    last: make(),
    before: make(),
    after: make(),
    gaps: make(),
    any: make(),
    all: make(),
    line: make(),
    elsewhere: make(),
  }
  for (let first = 0; first < tokens.length; first++) {
    if (!isLarge(tokens[first] as Token)) continue
    const last = endOf(scan, first)
    const ofChain = lists.subarray(first, last + 1).filter((_, at) => isLarge(tokens[first + at] as Token))
    const any = ofChain.reduce((one, two) => one | two, 0)
    const all = ofChain.reduce((one, two) => one & two, -1)
    const gaps = (gap[first] ?? 0) * 32 + (gap[last + 1] ?? 0)
    for (let at = first; at <= last; at++) {
      facts.length[at] = Math.min(7, last - first + 1)
      facts.place[at] = Math.min(7, at - first)
      facts.first[at] = word[first] ?? 0
      facts.last[at] = word[last] ?? 0
      facts.before[at] = word[first - 1] ?? 0
      facts.after[at] = word[last + 1] ?? 0
      facts.gaps[at] = gaps
      facts.any[at] = any
      facts.all[at] = all
    }
    first = last
  }
  writeLines(scan, facts.line)
  writeElsewhere(scan, word, facts.elsewhere)
  return facts
}

const writeLines = ({ tokens }: Scan, into: Int32Array): void => {
  let line = 0
  for (const [at, token] of tokens.entries()) {
    if (at > 0 && token.gap.includes('\n')) line++
    into[at] = stepOf(line)
  }
}

const writeElsewhere = ({ tokens }: Scan, word: Int32Array, into: Int32Array): void => {
  const counts = new Map<number, [small: number, large: number]>()
  for (const [at, token] of tokens.entries()) {
    const count = counts.get(word[at] ?? 0) ?? [0, 0]
    count[token.shape === 'lower' ? 0 : 1]++
    counts.set(word[at] ?? 0, count)
  }
  for (const [at, token] of tokens.entries()) {
    const [small, large] = counts.get(word[at] ?? 0) ?? [0, 0]
    const isSmall = token.shape === 'lower'
    into[at] = (small > (isSmall ? 1 : 0) ? 1 : 0) + (large > (isSmall ? 0 : 1) ? 2 : 0)
  }
}
