/**
 * The features of a token: its own facts, its neighbours' and its line's, each alone and in pairs, hashed to numbers. The
 * training program and the box compute them with this one function. Pure; a change here needs a new `featureSpec` and a
 * new training.
 */
import type { Scan } from '../scan.ts'
import { chainFactsOf } from './chain-facts.ts'
import { lineFactsOf } from './line-facts.ts'
import { factsOf } from './token-facts.ts'

/** The name of this set of features. A model names the one it was trained on. */
export const featureSpec = 'chain-4.0'

/** How many features a token has. */
export const featureCount = 91

/** What stands at an offset before the first and after the last token. */
const outside = 0x5bd1e995

const mix = (template: number, one: number, two: number, three: number): number => {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(one, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(two, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ Math.imul(three, 0x27d4eb2f)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x7feb352d)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The first templates of the word itself: training hides them now and then, so that context learns to speak. */
export const identityTemplates: readonly number[] = [0, 1, 2, 3, 4, 34, 35, 36, 37, 75, 76, 77, 80, 90]

export type FeatureReader = {
  readonly count: number
  /** Writes the hashes of token `index` to `into[at…]`. */
  readonly write: (index: number, into: Uint32Array, at: number) => void
}

export const featuresOf = (scan: Scan): FeatureReader => {
  const facts = factsOf(scan)
  const line = lineFactsOf(scan, facts.word)
  const chain = chainFactsOf(scan, facts)
  const count = scan.tokens.length
  const of = (list: Int32Array, index: number): number => list[index] ?? outside

  const write = (i: number, into: Uint32Array, at: number): void => {
    let template = 0
    const add = (one: number, two = 0, three = 0): void => {
      into[at + template] = mix(template, one, two, three)
      template++
    }
    const { word, shape, lists, gap, prefix, suffix, ending } = facts
    const [w, s, g, casing] = [of(word, i), of(shape, i), of(lists, i), of(facts.casing, i)]
    const [w1, w2, w3] = [of(word, i - 1), of(word, i - 2), of(word, i - 3)]
    const [v1, v2, v3] = [of(word, i + 1), of(word, i + 2), of(word, i + 3)]
    const [s1, s2, t1, t2] = [of(shape, i - 1), of(shape, i - 2), of(shape, i + 1), of(shape, i + 2)]
    const [g1, g2, h1, h2] = [of(lists, i - 1), of(lists, i - 2), of(lists, i + 1), of(lists, i + 2)]
    const [b0, b1, a1, a2] = [of(gap, i), of(gap, i - 1), of(gap, i + 1), of(gap, i + 2)]
    const [place, length, label, above] = [
      of(line.place, i),
      of(line.length, i),
      of(line.label, i),
      of(line.above, i),
    ]
    // The word itself: 0…4.
    add(w)
    add(w, s)
    add(of(prefix, i))
    add(of(suffix, i), s)
    add(of(ending, i), g)
    // Its shape and dictionaries: 5…11.
    add(s)
    add(s, casing)
    add(g)
    add(g, s)
    add(g, s, casing)
    add(g, casing, b0)
    add(g, place === 0 ? 1 : 0, s)
    // Neighbours' words: 12…25.
    add(w1)
    add(w1, b0)
    add(w2)
    add(w3)
    add(v1)
    add(v1, a1)
    add(v2)
    add(v3)
    add(w1, s)
    add(w1, g)
    add(v1, s)
    add(v1, g)
    add(w2, w1, b0)
    add(v1, v2, a1)
    // Neighbours' shapes, dictionaries and gaps: 26…33.
    add(s1, s, t1)
    add(g1, g)
    add(g, h1)
    add(g1, g, h1)
    add(s1, b0, s)
    add(t1, a1, s)
    add(b0, a1)
    add(b0, a1, s)
    // The word with its neighbours: 34…37.
    add(w, w1)
    add(w, v1)
    add(w, b0, a1)
    add(w, label)
    // Wider: 38…55.
    add(g1, b0, g)
    add(h1, a1, g)
    add(g1, s1, b0)
    add(h1, t1, a1)
    add(g2, s2, b1)
    add(h2, t2, a2)
    add(s2, s1, s)
    add(s, t1, t2)
    add(w1, s, a1)
    add(v1, s, b0)
    add(w2, s, g)
    add(v2, s, g)
    add(w2, w1, s)
    add(v1, v2, s)
    add(w2, w1, g)
    add(v1, v2, g)
    add(w1, v1, s)
    add(w1, v1, g)
    // The line: 56…66.
    add(place, length)
    add(place, g, s)
    add(length, g, s)
    add(label)
    add(label, s)
    add(label, g)
    add(label, b0)
    add(above)
    add(above, s)
    add(above, g, place)
    add(label, h1, a1)
    // Gaps around and endings of neighbours: 67…73.
    add(b1, b0, a1)
    add(b0, a1, a2)
    add(b0, a1, g)
    add(of(ending, i - 1), b0, s)
    add(of(ending, i + 1), a1, s)
    add(of(suffix, i + 1), a1, g)
    add(h1, h2, g)
    // The chain of capitals: 74…86.
    const [size, first, last] = [of(chain.length, i), of(chain.first, i), of(chain.last, i)]
    const [before, after, around] = [of(chain.before, i), of(chain.after, i), of(chain.gaps, i)]
    const [any, all, top] = [of(chain.any, i), of(chain.all, i), of(chain.line, i)]
    add(size, of(chain.place, i), casing)
    add(last, size)
    add(last)
    add(first, size)
    add(before, size)
    add(after, size)
    add(before, last)
    add(around, size)
    add(around, size, g)
    add(any, all, size)
    add(any, all, g)
    add(before, any, all)
    add(around, size, top)
    // The page: 87…90.
    add(top, g, s)
    add(top, place, size)
    add(of(chain.elsewhere, i), g, s)
    add(of(chain.elsewhere, i), w)
  }
  return { count, write }
}
