/**
 * The job header's parser against two seconds of hostile bytes: it gives a header in its one spelling, or throws
 * `bad-header`, and nothing else. The seed is printed on failure; CORDON_FUZZ_SEED repeats a run.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { Rejected } from '../../daemon/errors.ts'
import { type EdgeName, edgeNames } from '../../daemon/model/document.ts'
import { frameHeader, parseHeader, parsePrefix, prefixBytes } from '../../daemon/spool/header.ts'

const budgetMs = 2_000

const facts = {
  captured: { source: 'fax', mediaType: 'image/tiff' },
  review: { source: 'fax', pages: 3, reasons: ['photo'] },
  decided: { decision: 'release', reviewer: 'reviewer-1' },
  sealed: { source: 'fax', parts: 4 },
  receipts: {},
} as const

const headerFor = (edge: EdgeName): Buffer =>
  frameHeader({
    version: 1,
    edge,
    documentId: '0123456789abcdefghjkmnpqrstvwxyz' as never,
    createdAt: '2026-02-03T04:05:06.789Z',
    facts: facts[edge],
    dek: 'aa.bb.cc.dd.ee',
  }).subarray(prefixBytes)

const edge = fc.constantFrom(...edgeNames)

/** A right header with pieces of it replaced, removed, repeated or moved. */
const mutated = edge.chain(name => {
  const right = headerFor(name)
  const at = fc.nat(right.length)
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .constantFrom('"', '\\', '{', '}', '[', ',', ':', '\0', '\ud800', '\\u0000', '__proto__', '1e999', '-0')
      .map(Buffer.from),
    fc.tuple(at, at).map(([from, to]) => right.subarray(Math.min(from, to), Math.max(from, to))),
  )
  return fc
    .array(fc.tuple(at, fc.nat(12), piece), { minLength: 1, maxLength: 4 })
    .map(edits =>
      edits.reduce<Uint8Array>(
        (bytes, [from, cut, inserted]) =>
          Buffer.concat([
            bytes.subarray(0, from),
            inserted,
            bytes.subarray(Math.min(bytes.length, from + cut)),
          ]),
        right,
      ),
    )
})

/** JSON of the right shape with values of any kind. */
const shaped = fc
  .record(
    {
      version: fc.oneof(fc.constant(1), fc.jsonValue()),
      edge: fc.oneof(edge, fc.jsonValue()),
      documentId: fc.oneof(fc.constant('0'.repeat(32)), fc.jsonValue()),
      createdAt: fc.oneof(fc.constant('2026-02-03T04:05:06.789Z'), fc.jsonValue()),
      facts: fc.oneof(fc.constantFrom(...Object.values(facts)), fc.jsonValue()),
      dek: fc.oneof(fc.constant('aa.bb.cc.dd.ee'), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  .map(value => Buffer.from(JSON.stringify(value)))

const hostile = fc.oneof(
  mutated,
  shaped,
  fc.uint8Array({ maxLength: 20_000 }),
  fc.json().map(text => Buffer.from(text)),
)

const seedGiven = Number(process.env.CORDON_FUZZ_SEED)
const seed = Number.isInteger(seedGiven) && seedGiven !== 0 ? seedGiven : Date.now() & 0x7fffffff

const check = (name: EdgeName, untrusted: Uint8Array): 'parsed' | 'refused' => {
  try {
    const header = parseHeader(name, untrusted)
    assert.equal(header.edge, name)
    assert.ok(Buffer.from(JSON.stringify(header)).equals(untrusted), 'one spelling')
    assert.ok(frameHeader(header).subarray(prefixBytes).equals(untrusted), 'and it can be framed again')
    return 'parsed'
  } catch (thrown) {
    assert.ok(thrown instanceof Rejected && thrown.code === 'bad-header', String(thrown))
    return 'refused'
  }
}

test('whatever the bytes, the parser refuses or gives the header that they spell', () => {
  const seen = { parsed: 0, refused: 0 }
  fc.assert(
    fc.property(edge, hostile, (name, untrusted) => {
      seen[check(name, untrusted)]++
    }),
    { seed, numRuns: 1_000_000, interruptAfterTimeLimit: budgetMs, markInterruptAsFailure: false },
  )
  assert.ok(seen.refused > 100, JSON.stringify(seen))
})

test('the harness reaches what it must: a right header is parsed, for every edge', () => {
  for (const name of edgeNames) assert.equal(check(name, headerFor(name)), 'parsed')
})

test('whatever the prefix, the length is refused or within bounds', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.uint8Array({ minLength: 4, maxLength: 4 })),
      bytes => {
        const prefix =
          bytes.length === 4 ? Buffer.concat([Buffer.from('cordon\x01\n', 'latin1'), bytes]) : bytes
        try {
          const length = parsePrefix(prefix)
          assert.ok(length >= 2 && length <= 16 * 1024)
        } catch (thrown) {
          assert.ok(thrown instanceof Rejected && thrown.code === 'bad-header')
        }
      },
    ),
    { seed, numRuns: 5_000 },
  )
})
