/** Proves that a mark outlives the process, is the owner's alone to read, and holds an id and a word. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import Database from 'better-sqlite3'
import { openSeen } from '../../../drivers/store/seen.ts'

const folder = mkdtempSync(join(tmpdir(), 'cordon-seen-'))
after(() => rmSync(folder, { recursive: true }))

test('marks, over a restart', () => {
  const path = join(folder, 'seen.sqlite')
  const first = openSeen(path)
  assert.equal(first.state('a'), null)
  first.mark('a', 'recorded')
  first.mark('a', 'sealed')
  first.mark('b', 'left')
  first.close()
  const second = openSeen(path)
  assert.deepEqual([second.state('a'), second.state('b'), second.state('c')], ['sealed', 'left', null])
  second.close()
  assert.equal(statSync(path).mode & 0o777, 0o600)
})

test('a second reader sees a mark at once: it was committed', () => {
  const path = join(folder, 'committed.sqlite')
  const seen = openSeen(path)
  seen.mark('a', 'rejected')
  const other = new Database(path, { readonly: true })
  assert.deepEqual(other.prepare('select * from seen').all(), [{ id: 'a', state: 'rejected' }])
  other.close()
  seen.close()
})

test('a store that is no database is a fault, not an empty store', () => {
  const path = join(folder, 'broken.sqlite')
  rmSync(path, { force: true })
  assert.throws(() => openSeen(join(folder, 'missing', 'seen.sqlite')))
})
