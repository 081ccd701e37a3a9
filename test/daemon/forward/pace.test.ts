/** Proves the pace: the back-off's bounds and spread, and the window's bounds on what is on its way. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitMs } from '../../../daemon/forward/backoff.ts'
import { createWindow } from '../../../daemon/forward/window.ts'

test('the wait doubles from the least to the most, and is spread over its upper half', () => {
  const waits = (random: number) =>
    [1, 2, 3, 4, 5, 100].map(attempt => waitMs(attempt, { minMs: 1000, maxMs: 10_000, random: () => random }))
  assert.deepEqual(waits(0), [500, 1000, 2000, 4000, 5000, 5000])
  assert.deepEqual(waits(0.999999), [1000, 2000, 4000, 8000, 10_000, 10_000])
})

const isIn = async (entering: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    entering.then(() => true),
    new Promise<boolean>(resolve => setImmediate(() => resolve(false))),
  ])

test('the window lets in as many messages and bytes as it says, in order', async () => {
  const window = createWindow(3, 100)
  const [a, b] = [await window.enter(40), await window.enter(40)]
  const c = window.enter(40)
  const d = window.enter(1)
  assert.equal(await isIn(c), false)
  assert.equal(await isIn(d), false, 'nobody overtakes')
  a()
  a()
  assert.equal(await isIn(c), true)
  assert.equal(await isIn(d), true)
  const e = window.enter(1)
  assert.equal(await isIn(e), false, 'three are in')
  b()
  assert.equal(await isIn(e), true)
})

test('a message larger than the window goes alone', async () => {
  const window = createWindow(3, 100)
  const leave = await window.enter(1000)
  const next = window.enter(1)
  assert.equal(await isIn(next), false)
  leave()
  assert.equal(await isIn(next), true)
})
