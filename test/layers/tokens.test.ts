/** The tokenizer tells code from text: comments, strings, templates and regular expressions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokensOf } from './tokens.ts'

const texts = (source: string): string[] => tokensOf(source).map(({ kind, text }) => `${kind} ${text}`)

test('comments are gone, and lines are counted through them', () => {
  const tokens = tokensOf('#!/usr/bin/env node\n/* import a\n */ x // import b\ny')
  assert.deepEqual(
    tokens.map(({ text, line }) => [text, line]),
    [
      ['x', 3],
      ['y', 4],
    ],
  )
})

test('strings with escapes and quotes of the other kind are one token', () =>
  assert.deepEqual(texts(`'a\\'b' "it's"`), [`string a\\'b`, `string it's`]))

test('a plain template is a string; a template with code gives its code as tokens', () => {
  assert.deepEqual(texts('`a\nb`'), ['string a\nb'])
  assert.deepEqual(texts('`a${x}b${`c${y}`}d` z'), [
    'sign ${',
    'word x',
    'sign ${',
    'sign ${',
    'word y',
    'sign `',
    'sign `',
    'word z',
  ])
})

test('a brace inside the code of a template does not end it', () =>
  assert.deepEqual(texts('`${{ a: 1 }}` b').at(-1), 'word b'))

test('a slash begins a regular expression where a value may stand, and divides elsewhere', () => {
  assert.deepEqual(texts(`x = /['"]/g.test(y)`)[2], `regex /['"]/g`)
  assert.deepEqual(texts(`return /[/'\`]/`), ['word return', "regex /[/'`]/"])
  assert.deepEqual(texts(`a / b / 'c'`), ['word a', 'sign /', 'word b', 'sign /', 'string c'])
  assert.deepEqual(texts('`${a}` / 2').slice(-2), ['sign /', 'number 2'])
})

test('what is left open is refused', () => {
  assert.throws(() => tokensOf('`abc'), /template is left open/)
  assert.throws(() => tokensOf('{ a'), /bracket is left open/)
})
