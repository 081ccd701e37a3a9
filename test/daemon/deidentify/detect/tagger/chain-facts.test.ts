/** Chains of capitals are told from one another, by the small words and the marks between them; lines and other spellings are counted. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { scanOf } from '../../../../../daemon/deidentify/detect/scan.ts'
import { type ChainFacts, chainFactsOf } from '../../../../../daemon/deidentify/detect/tagger/chain-facts.ts'
import { type Facts, factsOf } from '../../../../../daemon/deidentify/detect/tagger/token-facts.ts'
import type { Gazetteer } from '../../../../../daemon/model/gazetteer.ts'
import { wordless } from '../synthetic.ts'

type Told = { readonly words: readonly string[]; readonly facts: Facts; readonly chain: ChainFacts }

const told = (text: string, gazetteer: Gazetteer = wordless): Told => {
  const scan = scanOf(text, gazetteer)
  const facts = factsOf(scan)
  return { words: scan.tokens.map(token => token.text), facts, chain: chainFactsOf(scan, facts) }
}

/** The chains in order, each as its words. */
const chainsIn = (text: string): string[] => {
  const { words, chain } = told(text)
  const chains: string[][] = []
  for (const [at, word] of words.entries()) {
    if (chain.length[at] === 0) continue
    if (chain.place[at] === 0) chains.push([])
    chains.at(-1)?.push(word)
  }
  return chains.map(each => each.join(' '))
}

suite('chains', () => {
  const table: readonly (readonly [title: string, text: string, chains: readonly string[]])[] = [
    ['small words and signs stand within', 'the Foot & Ankle of the Plains is', ['Foot Ankle of the Plains']],
    [
      'two small words, and no third',
      'Foot of the Plains and at the Lake now',
      ['Foot of the Plains', 'Lake'],
    ],
    ['a small word does not begin or end one', 'of Plains and went', ['Plains']],
    ['any other small word ends one', 'Foot with Ankle', ['Foot', 'Ankle']],
    [
      'a comma, a colon and a wide gap end one',
      'Foot, Ankle: Plains  Lake\tHill',
      ['Foot', 'Ankle', 'Plains', 'Lake', 'Hill'],
    ],
    ['the end of a line ends one', 'Foot\nAnkle', ['Foot', 'Ankle']],
    [
      'a point ends one but behind an abbreviation',
      'Foot. Ankle at St. Plains',
      ['Foot', 'Ankle at St Plains'],
    ],
    ['hyphens and slashes join', 'Foot-Ankle/Plains seen', ['Foot Ankle Plains']],
    ['capitals throughout', 'FOOT OF PLAINS', ['FOOT OF PLAINS']],
    ['figures end one', 'Foot 12 Ankle', ['Foot', 'Ankle']],
    ['a line typed without capitals is one of its words', 'seen foot plains', ['seen foot plains']],
    ['nothing', '', []],
  ]
  for (const [title, text, chains] of table) test(title, () => assert.deepEqual(chainsIn(text), chains))
})

test('every word of a chain knows its ends and what stands around it', () => {
  const { facts, chain, words } = told('seen by\nthe Foot and Ankle, today\nand rest')
  const [foot, ankle] = [words.indexOf('Foot'), words.indexOf('Ankle')]
  for (let at = foot; at <= ankle; at++) {
    assert.deepEqual(
      [chain.first[at], chain.last[at], chain.before[at], chain.after[at]],
      [facts.word[foot], facts.word[ankle], facts.word[foot - 1], facts.word[ankle + 1]],
    )
    assert.equal(chain.gaps[at], chain.gaps[foot])
    assert.equal(chain.length[at], 3)
    assert.equal(chain.place[at], at - foot)
  }
  const outside = words.indexOf('today')
  assert.deepEqual([chain.length[outside], chain.first[outside], chain.gaps[outside]], [0, 0, 0])
})

test('the gaps of a chain tell what stands beside it', () => {
  const gapsOf = (text: string) => told(text).chain.gaps[1]
  assert.notEqual(gapsOf('the Foot, today at'), gapsOf('the Foot today at'))
  assert.notEqual(gapsOf('the: Foot today at'), gapsOf('the Foot today at'))
  assert.equal(gapsOf('the Foot today at'), gapsOf('his Ankle rests now'))
})

test('a chain of more than seven is counted as seven', () => {
  const { chain } = told('Ab Cd Ef Gh Ij Kl Mn Op Qr was seen')
  assert.deepEqual([...chain.length.subarray(0, 9)], Array(9).fill(7))
  assert.deepEqual([...chain.place.subarray(0, 9)], [0, 1, 2, 3, 4, 5, 6, 7, 7])
})

test('the dictionaries that know one word of a chain, and those that know all, without its small words', () => {
  const gazetteer: Gazetteer = {
    ...wordless,
    surname: word => (/^(?:foot|ankle)$/.test(word) ? 0.2 : 0),
    place: word => word === 'foot',
  }
  const { facts, chain, words } = told('the Foot of Ankle was', gazetteer)
  const [foot, ankle] = [words.indexOf('Foot'), words.indexOf('Ankle')]
  const [one, two] = [facts.lists[foot] ?? 0, facts.lists[ankle] ?? 0]
  assert.notEqual(one, two)
  assert.equal(chain.any[foot], one | two)
  assert.equal(chain.all[ankle], one & two)
  assert.notEqual(chain.all[ankle], 0)
})

test('lines are counted from the top, in steps', () => {
  const text = Array.from({ length: 19 }, (_, line) => `w${line}`).join('\n')
  const { chain } = told(text)
  assert.deepEqual([...chain.line], [0, 1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6])
})

test('a word knows whether it is written small or large elsewhere', () => {
  const elsewhere = (text: string): number[] => [...told(text).chain.elsewhere]
  assert.deepEqual(elsewhere('Foot Ankle'), [0, 0])
  assert.deepEqual(elsewhere('Foot and foot'), [1, 0, 2])
  assert.deepEqual(elsewhere('Foot and Foot'), [2, 0, 2])
  assert.deepEqual(elsewhere('foot Foot FOOT'), [2, 3, 3])
  assert.deepEqual(elsewhere('foot foot'), [1, 1])
})
