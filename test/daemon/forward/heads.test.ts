/** Proves that the newest whole record of each chain is carried, and nothing else. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readHeads } from '../../../daemon/forward/heads.ts'

test('the last whole line of each chain that is there', async t => {
  const directory = await mkdtemp(join(tmpdir(), 'cordon-heads-'))
  t.after(() => rm(directory, { recursive: true, force: true }))
  assert.deepEqual(await readHeads(directory), [])
  assert.deepEqual(await readHeads(join(directory, 'none')), [])
  const long = Array.from({ length: 2000 }, (_, at) => `{"n":${at}}`)
  await writeFile(join(directory, 'capture.jsonl'), `${long.join('\n')}\n`)
  await writeFile(join(directory, 'deidentify.jsonl'), '{"n":1}\n{"n":2}\n{"n":')
  await writeFile(join(directory, 'forward.jsonl'), '{"n":1}')
  await writeFile(join(directory, 'review.jsonl'), '')
  await writeFile(join(directory, 'other.jsonl'), '{"n":1}\n')
  assert.deepEqual(await readHeads(directory), [
    { service: 'capture', record: '{"n":1999}' },
    { service: 'deidentify', record: '{"n":2}' },
  ])
})
