/** Proves that with users of their own capture can put into rejected/, and can neither list nor read nor change it. */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { DocumentId } from '../../../daemon/model/document.ts'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { openEdgeWriter } from '../../../daemon/spool/put.ts'
import { wrapDek } from '../../../drivers/keys/wrap.ts'

const isRoot = process.getuid?.() === 0
const [writerUid, readerUid, gid] = [65_101, 65_102, 65_103]
const documentId = '0'.repeat(32) as DocumentId

test('putRejected as a user of its own', {
  skip: isRoot ? false : 'needs root, to be two users',
}, async () => {
  const root = mkdtempSync(join(tmpdir(), 'cordon-rejected-'))
  chmodSync(root, 0o755)
  const edge = join(root, 'captured')
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  try {
    await createEdge(edge, { writerUid, readerUid, gid })
    writeFileSync(join(edge, 'rejected', 'other'), 'of the reader', { mode: 0o640 })
    process.setegid!(gid)
    process.seteuid!(writerUid)
    const { putRejected } = await openEdgeWriter('captured', edge, publicKey, {
      clock: () => new Date(),
      seal: wrapDek,
    })
    const facts = { source: 'fax', mediaType: 'application/octet-stream' } as const
    await putRejected(documentId, facts, Buffer.from('SYNTHETIC-CANARY'), 'truncated')
    assert.throws(() => readdirSync(join(edge, 'rejected')), { code: 'EACCES' })
    assert.throws(() => unlinkSync(join(edge, 'rejected', 'other')), { code: 'EPERM' })
  } finally {
    process.seteuid!(0)
    process.setegid!(0)
  }
  const name = `${documentId}.truncated`
  assert.deepEqual(readdirSync(join(edge, 'rejected')).sort(), [name, 'other'])
  assert.equal(statSync(join(edge, 'rejected', name)).mode & 0o777, 0o640)
  assert.ok(!readFileSync(join(edge, 'rejected', name)).includes('SYNTHETIC-CANARY'))
  rmSync(root, { recursive: true })
})
