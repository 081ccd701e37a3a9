/** What stands beside something unread, or alone between two masks, stays masked; what stands in sure print does not. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withCombs } from '../../../../daemon/deidentify/triage/combs.ts'
import { withIslands } from '../../../../daemon/deidentify/triage/islands.ts'
import { withUnsure } from '../../../../daemon/deidentify/triage/unsure.ts'
import { unread, type Verdict } from '../../../../daemon/deidentify/triage/verdict.ts'
import type { Word } from '../../../../daemon/model/page.ts'

const dpi = 200
const doubt = unread('low-confidence', 0.2)
const name: Verdict = { class: 'NAME', reason: 'identifier', confidence: 0.9 }

/** Words of one line, 10 px apart; `?` before a word marks it as unsure, `!` as a name. */
const lineOf = (text: string): { words: Word[]; verdicts: Verdict[] } => {
  let left = 0
  const words: Word[] = []
  const verdicts: Verdict[] = []
  for (const written of text.split(' ')) {
    const sign = written.charAt(0)
    const word = written.replace(/^[?!]/, '')
    const right = left + 12 * word.length
    words.push({
      text: word,
      box: { left, top: 100, right, bottom: 125 },
      confidence: 0.9,
      block: 0,
      line: 0,
    })
    verdicts.push(sign === '?' ? doubt : sign === '!' ? name : null)
    left = right + 10
  }
  return { words, verdicts }
}

const shown = (words: readonly Word[], verdicts: readonly Verdict[]): string =>
  words.flatMap(({ text }, i) => (verdicts[i] === null ? [text] : [])).join(' ')

describe('beside what could not be read', () => {
  const cases = [
    ['born ?O3 14 1962 in a family of sure printed words', 'born in a family of sure printed words'],
    ['call +1 740 ?55 today and read this sure printed line', 'call today and read this sure printed line'],
    [
      'take ?metf 500 mg daily with sure printed words here',
      'take 500 mg daily with sure printed words here',
    ],
    ['potassium was 4.1 on the last sure printed visit', 'potassium was 4.1 on the last sure printed visit'],
    ['?Iron Range ?Apoth 7 or', 'or'],
  ] as const
  for (const [text, wanted] of cases)
    it(text, () => {
      const { words, verdicts } = lineOf(text)
      assert.equal(shown(words, withUnsure(words, verdicts, [], dpi)), wanted)
    })

  it('a number beside ink that is no word', () => {
    const { words, verdicts } = lineOf('Date: 1997 of sure print')
    const mark = { left: 127, top: 98, right: 140, bottom: 126 }
    assert.equal(shown(words, withUnsure(words, verdicts, [mark], dpi)), 'Date: of sure print')
    const speck = { left: 127, top: 110, right: 129, bottom: 113 }
    assert.equal(shown(words, withUnsure(words, verdicts, [speck], dpi)), 'Date: 1997 of sure print')
  })
})

describe('one letter a box', () => {
  it('spells something from three on, in whatever blocks', () => {
    const { words, verdicts } = lineOf('C H E S T')
    const apart = words.map((word, i) => ({ ...word, block: i }))
    assert.equal(shown(apart, withCombs(apart, verdicts)), '')
  })
  it('a list of two, and letters far apart, say nothing', () => {
    const { words, verdicts } = lineOf('vitamin D 3 times a day')
    assert.equal(shown(words, withCombs(words, verdicts)), 'vitamin D 3 times a day')
    const far = ['A', 'B', 'C'].map((text, i) => ({
      ...{ text, confidence: 0.9, block: 0, line: 0 },
      box: { left: 300 * i, top: 100, right: 300 * i + 12, bottom: 125 },
    }))
    assert.equal(shown(far, withCombs(far, [null, null, null])), 'A B C')
  })
})

describe('alone between two masks', () => {
  const cases = [
    ['Provider !Priya S. !Raman', 'Provider'],
    ['Phone !555-0101 Ext !17', 'Phone'],
    ['seen by !Raman on !05/06 by !Lee', 'seen by on by'],
    ['Name: !Raman DOB: !05/06', 'Name: DOB:'],
    ['!Raman has a cough !Lee', 'has a cough'],
  ] as const
  for (const [text, wanted] of cases)
    it(text, () => {
      const { words, verdicts } = lineOf(text)
      assert.equal(shown(words, withIslands(words, verdicts, [], dpi)), wanted)
    })
})
