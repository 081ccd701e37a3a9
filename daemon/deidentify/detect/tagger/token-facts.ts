/** What the tagger knows of one token, as small whole numbers: its word, its shape, its dictionaries, the gap before it. Pure. */
import type { Known } from '../lexicon.ts'
import type { Scan, Token } from '../scan.ts'

export type Facts = {
  readonly word: Int32Array
  readonly shape: Int32Array
  readonly lists: Int32Array
  readonly gap: Int32Array
  readonly prefix: Int32Array
  readonly suffix: Int32Array
  readonly ending: Int32Array
  /** Shouted, casual or neither. */
  readonly casing: Int32Array
}

/** FNV-1a over UTF-16 units. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}

/** `McDonald` → `XxXxxx`, `12` → `99`; runs longer than four are cut. */
const outline = (word: string): string => {
  let result = ''
  let [last, run] = ['', 0]
  for (const sign of word) {
    const kind = /\p{Lu}/u.test(sign)
      ? 'X'
      : /\p{L}|\p{M}/u.test(sign)
        ? 'x'
        : /\p{N}/u.test(sign)
          ? '9'
          : "'"
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 4) result += kind
  }
  return result
}

const shapes = ['lower', 'Title', 'UPPER', 'miXed', 'figure'] as const

/** Words of one outline are told apart by it only where they are figures or mixed. */
const shapeOf = ({ text, shape }: Token): number => {
  if (shape === 'lower' || shape === 'Title' || shape === 'UPPER')
    if (!/\p{N}/u.test(text)) return shapes.indexOf(shape) * 8 + Math.min(7, text.length)
  return hashOf(outline(text))
}

const step = (share: number): number => (share === 0 ? 0 : share <= 0.3 ? 1 : share <= 0.6 ? 2 : 3)

const listsOf = (known: Known): number =>
  step(known.given) |
  (step(known.surname) << 2) |
  ((known.ordinary === 0 ? 0 : known.ordinary <= 0.35 ? 1 : known.ordinary <= 0.7 ? 2 : 3) << 4) |
  ((known.medical || known.drug ? 1 : 0) << 6) |
  ((known.place ? 1 : 0) << 7) |
  ((known.eponym ? 1 : 0) << 8)

const gapKinds = [
  [/[█¤]/, 19],
  [/^$/, 1],
  [/^ $/, 2],
  [/^, ?$/, 3],
  [/^\. ?$/, 4],
  [/^: ?$/, 5],
  [/^[-–]$/, 6],
  [/^\/$/, 7],
  [/^['’] ?$/, 8],
  [/^[ \t]*\n[ \t]*$/, 9],
  [/\n/, 10],
  [/\t| {2}/, 11],
  [/:/, 12],
  [/[([]/, 13],
  [/[)\]]/, 14],
  [/["“”]/, 15],
  [/@/, 16],
  [/#/, 17],
  [/[;!?]/, 18],
  [/[-–]/, 20],
  [/,/, 21],
  [/[.]/, 22],
  [/[%=<>+*&]/, 23],
] as const

/** Which of the usual ways two tokens are parted by; 0 for none of them. */
const gapOf = (gap: string): number => {
  if (gap === ' ') return 2
  for (const [pattern, kind] of gapKinds) if (pattern.test(gap)) return kind
  return 0
}

/** Towns of two and three words, marked on each of their words. */
const markPhrases = ({ tokens, gazetteer }: Scan, lists: Int32Array): void => {
  for (let index = 0; index + 1 < tokens.length; index++) {
    const [one, two, three] = [tokens[index], tokens[index + 1], tokens[index + 2]]
    if (one === undefined || two === undefined || !isLink(one, two)) continue
    const pair = `${one.text} ${two.text}`
    const isTriple = three !== undefined && isLink(two, three) && gazetteer.place(`${pair} ${three.text}`)
    const length = isTriple ? 3 : gazetteer.place(pair) ? 2 : 0
    for (let at = index; at < index + length; at++) lists[at] = (lists[at] ?? 0) | 512
  }
}

const isLink = (one: Token, two: Token): boolean =>
  (one.shape !== 'lower' || one.casual) &&
  one.alphabetic &&
  two.alphabetic &&
  (two.gap === ' ' || two.gap === '-' || two.gap === '. ')

export const factsOf = (scan: Scan): Facts => {
  const { tokens, know } = scan
  const make = () => new Int32Array(tokens.length)
  const facts = {
    word: make(),
    shape: make(),
    lists: make(),
    gap: make(),
    prefix: make(),
    suffix: make(),
    ending: make(),
    casing: make(),
  }
  for (const [index, token] of tokens.entries()) {
    const known = know(token.text)
    const { lower } = known
    facts.word[index] = token.shape === 'figure' ? hashOf(outline(lower)) : hashOf(lower)
    facts.shape[index] = shapeOf(token)
    facts.lists[index] = listsOf(known)
    facts.gap[index] = gapOf(token.gap)
    facts.prefix[index] = hashOf(lower.slice(0, 3))
    facts.suffix[index] = hashOf(lower.slice(-3))
    facts.ending[index] = hashOf(lower.slice(-2))
    facts.casing[index] = (token.shouted ? 1 : token.casual ? 2 : 0) * 2 + (token.possessive ? 1 : 0)
  }
  markPhrases(scan, facts.lists)
  return facts
}
