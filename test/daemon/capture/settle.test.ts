/** Proves when a file is looked at, taken and rejected, as a table of stillness and structure. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Look } from '../../../daemon/capture/complete.ts'
import type { CaptureConfig } from '../../../daemon/capture/ports.ts'
import { timingOf, type Verdict, verdictOf, type Watched } from '../../../daemon/capture/settle.ts'

const source = { id: 'fax', path: '/drop', polling: false, pollIntervalMs: 2_000, ignore: [] }
const config: CaptureConfig = {
  sources: [source],
  maxFileBytes: 1,
  incompleteAfterMs: 600_000,
  rejectedIncompleteAfterMs: 3_600_000,
}
const timing = timingOf(config, source)
const complete: Look = { outcome: 'complete', mediaType: 'image/tiff', more: false }
const more: Look = { ...complete, more: true }
const incomplete: Look = { outcome: 'incomplete' }
const bad = (code: 'empty-file' | 'unknown-format' | 'corrupt'): Look => ({ outcome: 'rejected', code })

const at = (stillMs: number, look: Look | null, change: Partial<Watched> = {}): Verdict['act'] => {
  const version = { dev: 1n, ino: 1n, size: 1, mtimeNs: 1n, ctimeNs: 1n }
  return verdictOf({ version, sinceMs: 5, look, held: false, sparse: false, ...change }, 5 + stillMs, timing)
    .act
}

test('a look needs stillness, and a taking needs a whole structure', () => {
  assert.equal(at(799, null), 'wait')
  assert.equal(at(800, null), 'look')
  assert.equal(at(799, complete), 'wait')
  assert.equal(at(800, complete), 'take')
  assert.equal(at(3_599_999, incomplete), 'wait')
  assert.equal(at(3_600_000, incomplete), 'reject')
})

test('whatever hints at more to come delays, and only delays', () => {
  for (const [look, change] of [
    [more, {}],
    [complete, { sparse: true }],
  ] as const) {
    assert.equal(at(29_999, look, change), 'wait')
    assert.equal(at(30_000, look, change), 'take')
  }
  assert.equal(at(599_999, complete, { held: true }), 'wait')
  assert.equal(at(600_000, complete, { held: true }), 'take')
})

test('what cannot become a fax is rejected after two equal looks, what might after longer', () => {
  assert.equal(at(1_999, bad('unknown-format')), 'wait')
  assert.equal(at(2_000, bad('unknown-format')), 'reject')
  for (const code of ['empty-file', 'corrupt'] as const) {
    assert.equal(at(29_999, bad(code)), 'wait')
    assert.equal(at(30_000, bad(code)), 'reject')
  }
  assert.equal(at(599_999, bad('empty-file'), { held: true }), 'wait')
})

test('a polled folder is still only after an interval', () => {
  const polled = timingOf(config, { ...source, polling: true, pollIntervalMs: 5_000 })
  assert.equal(polled.quietMs, 5_000)
  assert.equal(timingOf({ ...config, incompleteAfterMs: 1_000 }, source).doubtMs, 1_000)
})

test('an incomplete file is overdue from its time on', () => {
  const overdue = (stillMs: number) => {
    const version = { dev: 1n, ino: 1n, size: 1, mtimeNs: 1n, ctimeNs: 1n }
    const watched = { version, sinceMs: 0, look: incomplete, held: false, sparse: false }
    const verdict = verdictOf(watched, stillMs, timing)
    return verdict.act === 'wait' && verdict.overdue
  }
  assert.equal(overdue(599_999), false)
  assert.equal(overdue(600_000), true)
})
