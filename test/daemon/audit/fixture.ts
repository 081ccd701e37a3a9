/** A chain in a folder of its own, signed with a real key, on a clock that goes on by a second per look. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { openAudit } from '../../../daemon/audit/write.ts'
import type { AuditEntry } from '../../../daemon/audit.ts'
import type { DocumentId } from '../../../daemon/model/document.ts'

export const idOf = (n: number): DocumentId => n.toString().padStart(32, '0') as DocumentId

export const steppingClock = () => {
  let ms = Date.parse('2026-02-03T04:05:06.000Z')
  return () => {
    ms += 1000
    return new Date(ms)
  }
}

export const makeChain = async (t: TestContext) => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-audit-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const keys = generateKeyPairSync('ed25519')
  const file = join(folder, 'audit', 'capture.jsonl')
  const open = async () => {
    const audit = await openAudit(file, 'capture', keys.privateKey, steppingClock())
    t.after(() => audit.close())
    return audit
  }
  const lines = async () => (await readFile(file, 'latin1')).split(/(?<=\n)/).filter(line => line !== '')
  return { folder, file, keys, open, lines }
}

/** Entries of every shape that the services write. */
export const entries: readonly AuditEntry[] = [
  { action: 'started' },
  { action: 'captured', documentId: idOf(1), source: 'fax' },
  { action: 'held', documentId: idOf(1), source: 'fax', code: 'photo', pages: 3 },
  { action: 'decided', documentId: idOf(1), person: 'reviewer-1' },
  { action: 'sealed', documentId: idOf(1), source: 'fax', parts: 4, policy: 'ab'.repeat(32) },
  { action: 'rejected', documentId: idOf(2), code: 'corrupt' },
]
