import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuditEntry } from '../../daemon/audit.ts'
import { backOffMs, consume } from '../../daemon/consume.ts'
import { Deferred, Rejected } from '../../daemon/errors.ts'
import type { Log } from '../../daemon/log.ts'
import type { Job } from '../../daemon/spool.ts'
import { idOf, makeEdge } from './spool/fixture.ts'

type Edge = Awaited<ReturnType<typeof makeEdge>>

/** Consumes until `enough` jobs were handled. */
const consumeUntil = async (
  { reader }: Edge,
  enough: number,
  handle: (job: Job<'captured'>) => Promise<void>,
  audit: (entry: AuditEntry) => Promise<void> = async () => {},
) => {
  const stopping = new AbortController()
  const lines: string[] = []
  const log: Log = (_level, event, fields) =>
    lines.push(`${event} ${fields?.code ?? ''} ${fields?.attempt ?? ''}`.trim())
  let handled = 0
  const counted = async (job: Job<'captured'>) => {
    if (++handled === enough) stopping.abort()
    await handle(job)
  }
  await consume({ edge: 'captured', reader, handle: counted, audit, log, signal: stopping.signal })
  return lines
}

test('jobs are handled one after another and ended by the handler', async t => {
  const edge = await makeEdge(t)
  await edge.put(1)
  await edge.put(2)
  const seen: string[] = []
  await consumeUntil(edge, 2, async job => {
    seen.push(job.header.documentId)
    await job.done()
  })
  assert.deepEqual(seen.sort(), [idOf(1), idOf(2)])
  assert.deepEqual(await edge.reader.counts(), { waiting: 0, kept: 0, rejected: 0 })
})

test('a rejected job is recorded, then kept sealed under rejected/, and the next one goes on', async t => {
  const edge = await makeEdge(t)
  await edge.put(1)
  await edge.put(2)
  const records: AuditEntry[] = []
  const lines = await consumeUntil(
    edge,
    2,
    async job => {
      if (job.header.documentId === idOf(1)) throw new Rejected('corrupt')
      await job.done()
    },
    async entry => void records.push(entry),
  )
  assert.deepEqual(records, [{ action: 'rejected', documentId: idOf(1), code: 'corrupt' }])
  assert.deepEqual(lines, ['rejected corrupt'])
  assert.deepEqual(await edge.reader.counts(), { waiting: 0, kept: 0, rejected: 1 })
})

test('a deferred job comes again after its back-off', async t => {
  const edge = await makeEdge(t)
  await edge.put(1)
  let attempts = 0
  const lines = await consumeUntil(edge, 2, async job => {
    if (++attempts === 1) throw new Deferred('engine-unavailable')
    await job.done()
  })
  assert.deepEqual(lines, ['deferred engine-unavailable 1'])
  assert.equal((await edge.reader.counts()).waiting, 0)
})

test('a bug ends the loop, and the job is left where it was', async t => {
  const edge = await makeEdge(t)
  await edge.put(1)
  const bug = consumeUntil(edge, 9, async () => {
    throw new TypeError('ours')
  })
  await assert.rejects(bug, TypeError)
  assert.deepEqual(await edge.reader.counts(), { waiting: 1, kept: 0, rejected: 0 })
})

test('where the rejection cannot be recorded the job is not moved, and comes again', async t => {
  const edge = await makeEdge(t)
  await edge.put(1)
  let records = 0
  const lines = await consumeUntil(
    edge,
    2,
    async () => {
      throw new Rejected('corrupt')
    },
    async () => {
      if (++records === 1) throw new Deferred('audit-unavailable')
    },
  )
  assert.deepEqual(lines, ['deferred audit-unavailable 1', 'rejected corrupt'])
  assert.deepEqual(await edge.reader.counts(), { waiting: 0, kept: 0, rejected: 1 })
})

test('the back-off doubles from a second to five minutes', () => {
  assert.deepEqual([1, 2, 3, 9, 10, 1000].map(backOffMs), [1_000, 2_000, 4_000, 256_000, 300_000, 300_000])
})
