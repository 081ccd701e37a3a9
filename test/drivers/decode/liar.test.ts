/** A child that lies is killed and gives a code; nothing it says is believed, and nothing is allocated for it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { DecodeLimits } from '../../../drivers/decode/decoder.ts'
import { codeOf, decodeAll } from './fixtures.ts'

const program = (name: string) => fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url))
const code = (lie: string, limits: Partial<DecodeLimits> = {}) =>
  codeOf(Buffer.from(lie), 'image/tiff', { program: program('liar'), limits })

test('the protocol as it should be', async () => {
  const frames = await decodeAll(Buffer.from('honest'), 'image/tiff', { program: program('liar') })
  assert.equal(frames.length, 2)
})

test('lengths and numbers beyond the limits', async () => {
  assert.equal(await code('many-pages'), 'too-many-pages')
  assert.equal(await code('huge-frame'), 'too-many-pixels')
  for (const lie of ['no-pages', 'long-frame', 'empty-frame', 'bad-dpi', 'bad-bilevel', 'bad-metadata']) {
    assert.equal(await code(lie), 'corrupt', lie)
  }
})

test('what is not the protocol', async () => {
  for (const lie of ['bad-fault', 'chatty-fault', 'garbage', 'zeros', 'more-than-said', 'fewer-than-said']) {
    assert.equal(await code(lie), 'corrupt', lie)
  }
})

test('an end before the end', async () => {
  for (const lie of ['early-exit', 'half-a-page', 'crash']) assert.equal(await code(lie), 'decoder-died', lie)
})

test('silence, endless work and endless memory', async () => {
  for (const lie of ['silent', 'half-silent', 'spin'])
    assert.equal(await code(lie, { seconds: 2 }), 'too-slow', lie)
  assert.equal(await code('hoard', { memoryBytes: 200 * 2 ** 20 }), 'too-much-memory')
})

test('a child that cannot start is a fault of the host: the document is not rejected', async () => {
  assert.equal(
    await codeOf(Buffer.from('x'), 'image/tiff', { program: program('unready') }),
    'engine-unavailable',
  )
})
