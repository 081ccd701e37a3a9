import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { parallel } from '../../../daemon/deidentify/parallel.ts'

const collect = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}

test('results keep the order of the items, whichever ends first', async () => {
  const work = async (n: number) => {
    await sleep((5 - n) * 2)
    return n * 10
  }
  assert.deepEqual(await collect(parallel([1, 2, 3, 4], 3, work)), [10, 20, 30, 40])
})

test('never more than the width at a time', async () => {
  let [running, most] = [0, 0]
  const work = async () => {
    most = Math.max(most, ++running)
    await sleep(1)
    running--
  }
  await collect(parallel(Array.from({ length: 12 }), 3, work))
  assert.equal(most, 3)
})

test('an error ends it after the running work has ended, and starts nothing new', async () => {
  const started: number[] = []
  let ended = 0
  const work = async (n: number) => {
    started.push(n)
    await sleep(n === 1 ? 1 : 5)
    ended++
    if (n === 1) throw new Error('one')
    return n
  }
  await assert.rejects(collect(parallel([1, 2, 3, 4, 5], 2, work)), /one/)
  assert.equal(ended, started.length)
  assert.ok(!started.includes(5))
})

test('an error of the source waits for what runs', async () => {
  let ended = 0
  async function* source() {
    yield 1
    throw new Error('source')
  }
  const work = async () => {
    await sleep(2)
    ended++
  }
  await assert.rejects(collect(parallel(source(), 4, work)), /source/)
  assert.equal(ended, 1)
})
