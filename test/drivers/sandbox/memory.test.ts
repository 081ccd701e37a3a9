/** The memory of a process and of what it started is seen, and told of once when it is too much. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { residentBytes, watchMemory } from '../../../drivers/sandbox/memory.ts'

const MiB = 2 ** 20

test('the memory of a grandchild counts', async () => {
  const script =
    'const kept = Buffer.alloc(300 * 2 ** 20, 1); console.log(kept.length); setInterval(() => {}, 1000)'
  const child = spawn('/bin/sh', ['-c', `"${process.execPath}" -e '${script}'; true`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    await new Promise(resolve => child.stdout.once('data', resolve))
    assert.ok((await residentBytes(child.pid!)) > 300 * MiB)
    const watch = await new Promise<{ peakBytes: () => number }>(resolve => {
      const started = watchMemory(child.pid!, 250 * MiB, () => resolve(started))
    })
    assert.ok(watch.peakBytes() > 300 * MiB)
  } finally {
    process.kill(-child.pid!, 'SIGKILL')
  }
})

test('a process that is gone has none, and a watch that was stopped says nothing', async () => {
  assert.equal(await residentBytes(2 ** 22 + 1), 0)
  let told = false
  watchMemory(process.pid, 1, () => {
    told = true
  }).stop()
  await new Promise(resolve => setTimeout(resolve, 250))
  assert.equal(told, false)
})
