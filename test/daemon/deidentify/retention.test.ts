/** Rejected documents stay until the policy's days are over, and none goes without its record. */
import assert from 'node:assert/strict'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { AuditEntry } from '../../../daemon/audit.ts'
import { type RetentionDeps, shredExpired } from '../../../daemon/deidentify/retention.ts'
import { Deferred } from '../../../daemon/errors.ts'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { idOf, makeKeys, readEdge, temporaryFolder, writeEdge } from '../spool/fixture.ts'

const dayMs = 86_400_000

const rig = async (t: TestContext) => {
  const edge = join(await temporaryFolder(t), 'captured')
  const keys = makeKeys()
  await createEdge(edge)
  const reader = await readEdge('captured', edge, keys)
  const writer = await writeEdge('captured', edge, keys)
  const facts = { source: 'fax', mediaType: 'image/png' } as const
  await writer.put(idOf(1), facts, Buffer.from('one'))
  await (await reader.next())?.reject('corrupt')
  await writer.putRejected(idOf(2), facts, Buffer.from('two'), 'truncated')
  const records: AuditEntry[] = []
  const after = (days: number, changes: Partial<RetentionDeps> = {}) =>
    shredExpired({
      edges: [reader],
      rejectedDays: 30,
      audit: async entry => void records.push(entry),
      log: () => {},
      clock: () => new Date(Date.now() + days * dayMs),
      ...changes,
    })
  return { edge, after, records, left: () => readdir(join(edge, 'rejected')) }
}

test('nothing goes before its days are over, nor ever where the policy names none', async t => {
  const { after, left, records } = await rig(t)
  assert.equal(await after(29), 0)
  assert.equal(await after(30_000, { rejectedDays: null }), 0)
  assert.equal((await left()).length, 2)
  assert.deepEqual(records, [])
})

test('then each goes, with its id and the code that it was rejected with', async t => {
  const { after, left, records } = await rig(t)
  assert.equal(await after(31), 2)
  assert.deepEqual(await left(), [])
  assert.deepEqual(
    records.toSorted((one, two) => String(one.code).localeCompare(String(two.code))),
    [
      { action: 'shredded', documentId: idOf(1), code: 'corrupt' },
      { action: 'shredded', documentId: idOf(2), code: 'truncated' },
    ],
  )
})

test('without a record nothing is destroyed', async t => {
  const { after, left } = await rig(t)
  const full = async () => {
    throw new Deferred('audit-unavailable')
  }
  await assert.rejects(after(31, { audit: full }), { code: 'audit-unavailable' })
  assert.equal((await left()).length, 2)
})

test('whatever else lies there: a link is removed and not followed, a folder is left for a person', async t => {
  const { edge, after, left, records } = await rig(t)
  const outside = join(edge, 'outside')
  await writeFile(outside, 'not ours')
  await symlink(outside, join(edge, 'rejected', 'unnamed-0.not-a-file'))
  await mkdir(join(edge, 'rejected', 'folder'))
  assert.equal(await after(31), 3)
  assert.deepEqual(await left(), ['folder'])
  assert.ok(records.some(({ documentId, code }) => documentId === undefined && code === 'not-a-file'))
  assert.ok((await readdir(edge)).includes('outside'))
})
