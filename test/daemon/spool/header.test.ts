/** The header's one spelling: what is written is read, and anything else is `bad-header`. */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { Rejected } from '../../../daemon/errors.ts'
import { edgeNames } from '../../../daemon/model/document.ts'
import {
  frameHeader,
  headerLimit,
  magic,
  parseHeader,
  parsePrefix,
  prefixBytes,
} from '../../../daemon/spool/header.ts'
import { facts, idOf } from './fixture.ts'

const createdAt = '2026-02-03T04:05:06.789Z'
const dek = 'aa.bb.cc.dd.ee'
const headerOf = (edge: (typeof edgeNames)[number]) =>
  ({ version: 1, edge, documentId: idOf(7), createdAt, facts: facts[edge], dek }) as const

const badHeader = (thrown: unknown) => thrown instanceof Rejected && thrown.code === 'bad-header'
const refused = (text: string | Uint8Array, message?: string) =>
  assert.throws(() => parseHeader('captured', Buffer.from(text as string)), badHeader, message)

test('what is framed is parsed, for every edge, and only by that edge', () => {
  for (const edge of edgeNames) {
    const framed = frameHeader(headerOf(edge))
    const length = parsePrefix(framed.subarray(0, prefixBytes))
    assert.equal(framed.length, prefixBytes + length)
    assert.deepEqual(parseHeader(edge, framed.subarray(prefixBytes)), headerOf(edge))
    for (const other of edgeNames.filter(name => name !== edge)) {
      assert.throws(() => parseHeader(other, framed.subarray(prefixBytes)), badHeader, `${edge} as ${other}`)
    }
  }
})

test('the order in which facts are given does not show', () => {
  const turned = { ...headerOf('captured'), facts: { mediaType: 'image/tiff', source: 'fax' } } as const
  assert.ok(frameHeader(turned).equals(frameHeader(headerOf('captured'))))
})

test('every other spelling of a right header is refused', () => {
  const text = JSON.stringify(headerOf('captured'))
  parseHeader('captured', Buffer.from(text))
  const wrong = {
    space: text.replace(':', ': '),
    'line feed': `${text}\n`,
    'byte order mark': `\ufeff${text}`,
    escape: text.replace('"fax"', '"\\u0066ax"'),
    'repeated key': text.replace('"version":1', '"version":1,"version":1'),
    'surplus key': text.replace('"version":1', '"version":1,"x":1'),
    prototype: text.replace('"version":1', '"version":1,"__proto__":{}'),
    'surplus fact': text.replace('"source":"fax"', '"source":"fax","x":1'),
    'number spelt otherwise': text.replace('"version":1', '"version":1.0'),
    'missing key': text.replace('"version":1,', ''),
    'other order': JSON.stringify(Object.fromEntries(Object.entries(headerOf('captured')).reverse())),
    array: `[${text}]`,
    null: 'null',
    nothing: '',
    nested: '['.repeat(headerLimit),
  }
  for (const [name, spelling] of Object.entries(wrong)) refused(spelling, name)
  refused(Buffer.from([0x22, 0xff, 0x22]), 'not UTF-8')
})

test('values out of their bounds are refused', () => {
  const header = headerOf('captured')
  const wrong: Record<string, unknown>[] = [
    { version: 2 },
    { version: '1' },
    { documentId: 'short' },
    { documentId: idOf(7).replace('0', 'u') },
    { createdAt: '2026-02-30T04:05:06.789Z' },
    { createdAt: '2026-02-03T04:05:06Z' },
    { createdAt: '2026-02-03T04:05:06.789+00:00' },
    { createdAt: 0 },
    { dek: 'aa.bb.cc.dd' },
    { dek: 'aa.bb.cc.dd.ee.ff' },
    { dek: 'aa..cc.dd.ee' },
    { dek: `${'a'.repeat(4096)}.b.c.d.e` },
    { facts: [] },
    { facts: null },
    { facts: { source: 'Jane Doe', mediaType: 'image/tiff' } },
    { facts: { source: '../x', mediaType: 'image/tiff' } },
    { facts: { source: 'fax', mediaType: 'text/html' } },
  ]
  for (const change of wrong) refused(JSON.stringify({ ...header, ...change }), JSON.stringify(change))
})

test('the facts of the other edges are bounded as well', () => {
  const wrong = {
    review: [
      { ...facts.review, pages: -1 },
      { ...facts.review, pages: 1.5 },
      { ...facts.review, reasons: ['because'] },
      { ...facts.review, reasons: ['photo', 'photo'] },
      { ...facts.review, reasons: 'photo' },
    ],
    decided: [
      { ...facts.decided, decision: 'maybe' },
      { ...facts.decided, reviewer: 'Jane Doe' },
      { ...facts.decided, reviewer: '' },
    ],
    sealed: [
      { ...facts.sealed, parts: 1e9 },
      { ...facts.sealed, parts: '4' },
    ],
    receipts: [{ parts: 1 }],
  } as const
  for (const [edge, list] of Object.entries(wrong)) {
    for (const given of list) {
      const text = JSON.stringify({ ...headerOf(edge as 'review'), facts: given })
      assert.throws(() => parseHeader(edge as 'review', Buffer.from(text)), badHeader, text)
    }
  }
})

test('a prefix is the magic and a length within bounds', () => {
  const prefix = (length: number, start = magic) => {
    const bytes = Buffer.alloc(prefixBytes)
    start.copy(bytes)
    bytes.writeUInt32BE(length, magic.length)
    return bytes
  }
  assert.equal(parsePrefix(prefix(headerLimit)), headerLimit)
  for (const wrong of [
    prefix(0),
    prefix(1),
    prefix(headerLimit + 1),
    prefix(0xffffffff),
    prefix(100, Buffer.from('cordon\x02\n')),
    prefix(100, Buffer.alloc(8)),
    prefix(100).subarray(1),
    Buffer.alloc(0),
  ]) {
    assert.throws(() => parsePrefix(wrong), badHeader)
  }
})

test('a writer that would make a header out of bounds is stopped by its own bug', () => {
  const header = headerOf('captured')
  assert.throws(
    () => frameHeader({ ...header, facts: { source: 'Jane Doe', mediaType: 'image/tiff' } }),
    RangeError,
  )
  assert.throws(() => frameHeader({ ...header, dek: 'not a key' }), RangeError)
})

test('a header with any one byte changed is refused or means another thing openly', () => {
  const bytes = frameHeader(headerOf('captured')).subarray(prefixBytes)
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(bytes)
      changed[at]! ^= change
      try {
        assert.ok(Buffer.from(JSON.stringify(parseHeader('captured', changed))).equals(changed))
      } catch (thrown) {
        assert.ok(badHeader(thrown))
      }
    }),
    { numRuns: 2000 },
  )
})
