/** Proves what the outbox remembers, and that it remembers it after it was closed. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { openOutbox } from '../../../drivers/store/outbox.ts'

const open = async (t: TestContext) => {
  const directory = await mkdtemp(join(tmpdir(), 'cordon-outbox-'))
  const path = join(directory, 'outbox.sqlite')
  const boxes = [openOutbox(path)]
  t.after(async () => {
    for (const box of boxes) box.close()
    await rm(directory, { recursive: true, force: true })
  })
  const reopen = () => {
    boxes.pop()?.close()
    const box = openOutbox(path)
    boxes.push(box)
    return box
  }
  return { outbox: boxes[0]!, reopen, path }
}

test('documents are due in the order they came, and again at their time', async t => {
  const { outbox } = await open(t)
  outbox.add('a', 3, 100)
  outbox.add('b', 3, 200)
  assert.deepEqual(outbox.due(150, 10), ['a'])
  assert.deepEqual(outbox.due(300, 10), ['a', 'b'])
  assert.deepEqual(outbox.due(300, 1), ['a'])
  outbox.sent('a', 300, 1000)
  assert.deepEqual(outbox.due(999, 10), ['b'])
  assert.equal(outbox.nextDueAt(300), 1000)
  assert.deepEqual(outbox.due(1000, 10), ['b', 'a'])
  outbox.add('a', 9, 5)
  assert.equal(outbox.find('a')?.parts, 3)
})

test('acknowledged parts are remembered over a restart, and forgotten when the document is sent in full', async t => {
  const { outbox, reopen } = await open(t)
  outbox.add('a', 3, 100)
  for (const part of [0, 2, 2]) outbox.acknowledge('a', part)
  outbox.setManifest('a', 'ff')
  const again = reopen()
  assert.deepEqual([...again.acknowledged('a')], [0, 2])
  assert.equal(again.find('a')?.manifestSha256, 'ff')
  again.sent('a', 200, 300)
  assert.equal(again.acknowledged('a').size, 0)
})

test('only the manifest is due after an ask, for what was sent since, and in full at the old time', async t => {
  const { outbox } = await open(t)
  for (const id of ['early', 'late', 'unsent']) outbox.add(id, 3, 1)
  outbox.sent('early', 100, 10_000)
  outbox.sent('late', 500, 10_000)
  outbox.failed('unsent', 'broker-refused', 10_000)
  outbox.ask(600, 400)
  assert.deepEqual(outbox.due(600, 10), ['late'])
  assert.equal(outbox.find('late')?.askOnly, true)
  outbox.asked('late')
  assert.deepEqual(outbox.due(9_999, 10), [])
  assert.equal(outbox.find('late')?.askOnly, false)
  assert.equal(outbox.due(10_000, 10).length, 3)
})

test('a receipt ends it, for good', async t => {
  const { outbox, reopen } = await open(t)
  outbox.add('a', 3, 100)
  outbox.sent('a', 200, 300)
  outbox.receipted('a', 'jws', 250)
  const again = reopen()
  assert.deepEqual(again.due(1e12, 10), [])
  assert.equal(again.nextDueAt(0), null)
  assert.equal(again.find('a')?.receipt, 'jws')
  assert.deepEqual(again.summary(), { unreceipted: 0, oldestAt: null, unanswered: 0, codes: [] })
})

test('the summary counts what waits, what was not answered, and why sending failed', async t => {
  const { outbox } = await open(t)
  for (const id of ['a', 'b', 'c']) outbox.add(id, 3, 100)
  outbox.sent('a', 200, 300)
  outbox.sent('a', 400, 900)
  outbox.failed('b', 'too-many-bytes', 900)
  assert.deepEqual(outbox.summary(), {
    unreceipted: 3,
    oldestAt: 100,
    unanswered: 1,
    codes: ['too-many-bytes'],
  })
  outbox.remove('b')
  assert.equal(outbox.find('b'), null)
  assert.equal(outbox.summary().codes.length, 0)
})

test('nobody else may read it, also not what SQLite writes beside it', async t => {
  const { outbox, path } = await open(t)
  outbox.add('a', 3, 100)
  for (const file of [path, `${path}-wal`, `${path}-shm`]) assert.equal((await stat(file)).mode & 0o077, 0)
})
