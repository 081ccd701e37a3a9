/** The modes of an edge, attacked by two real users: the writer reads nothing, the reader writes nothing, each works. */
import assert from 'node:assert/strict'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { cannotBeOthers, runNodeAs } from '../../other-user.ts'
import { makeKeys, temporaryFolder } from './fixture.ts'

const skip = cannotBeOthers()
const owners = { writerUid: 64_001, readerUid: 64_002, gid: 64_003 }

const sharedEdge = async (t: TestContext) => {
  const folder = await temporaryFolder(t)
  await chmod(folder, 0o755)
  const directory = join(folder, 'edge')
  await createEdge(directory, owners)
  const { publicKey, privateKey } = makeKeys()
  const keyFiles = { writer: join(folder, 'public.pem'), reader: join(folder, 'private.pem') }
  await writeFile(keyFiles.writer, publicKey.export({ type: 'spki', format: 'pem' }))
  await writeFile(keyFiles.reader, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return { directory, keyFiles }
}

/** Runs an act of `user-process.ts` as one of the two; gives what it printed. */
const as = (role: 'writer' | 'reader', args: readonly string[]): string => {
  const uid = role === 'writer' ? owners.writerUid : owners.readerUid
  const child = (place: string) => join(place, 'test', 'daemon', 'spool', 'user-process.ts')
  const { stdout, stderr } = runNodeAs({ uid, gid: owners.gid }, place => [child(place), ...args])
  assert.equal(stderr, '')
  return stdout.trim()
}

test('two users pass a job on; keep, shred and reject work for the reader', { skip }, async t => {
  const { directory, keyFiles } = await sharedEdge(t)
  assert.equal(as('writer', ['put', directory, keyFiles.writer, '1']), 'ok')
  assert.equal(as('reader', ['keep', directory, keyFiles.reader]), 'body 1')
  assert.equal(as('reader', ['shred', directory, keyFiles.reader, '1']), 'true')
  assert.equal(as('writer', ['put', directory, keyFiles.writer, '2']), 'ok')
  assert.equal(as('writer', ['put', directory, keyFiles.writer, '2']), 'ok', 'a repeat replaces')
  assert.equal(as('reader', ['reject', directory, keyFiles.reader]), 'body 2')
  assert.equal(as('writer', ['put', directory, keyFiles.writer, '3']), 'ok')
  assert.equal(as('reader', ['done', directory, keyFiles.reader]), 'body 3')
  assert.equal(as('reader', ['counts', directory, keyFiles.reader]), '{"waiting":0,"kept":0,"rejected":1}')
})

test('the writer can list, read and remove nothing of the reader’s', { skip }, async t => {
  const { directory, keyFiles } = await sharedEdge(t)
  as('writer', ['put', directory, keyFiles.writer, '1'])
  as('reader', ['keep', directory, keyFiles.reader])
  for (const folder of ['new', 'kept', 'rejected']) {
    assert.equal(as('writer', ['list', join(directory, folder)]), 'EACCES', folder)
  }
  assert.equal(as('writer', ['read', join(directory, 'kept', '1'.padStart(32, '0'))]), 'EACCES')
  assert.equal(as('writer', ['shred', directory, keyFiles.reader, '1']), 'spool-unavailable')
})

test('the reader cannot write to tmp, and cannot alter a job', { skip }, async t => {
  const { directory, keyFiles } = await sharedEdge(t)
  as('writer', ['put', directory, keyFiles.writer, '1'])
  assert.equal(as('reader', ['write', join(directory, 'tmp', 'x')]), 'EACCES')
  assert.equal(as('reader', ['write', join(directory, 'new', '1'.padStart(32, '0'))]), 'EACCES')
})

test('a directory of the writer’s, which the reader cannot move, is passed over', { skip }, async t => {
  const { directory, keyFiles } = await sharedEdge(t)
  assert.equal(as('writer', ['trap', join(directory, 'new', '1'.padStart(32, '0'))]), 'ok')
  as('writer', ['put', directory, keyFiles.writer, '2'])
  assert.equal(as('reader', ['done', directory, keyFiles.reader]), 'body 2')
})

test('a job of somebody who is neither is refused', { skip }, async t => {
  const { directory, keyFiles } = await sharedEdge(t)
  await mkdir(join(directory, 'empty'))
  await writeFile(join(directory, 'new', '1'.padStart(32, '0')), 'x', { mode: 0o640 })
  assert.equal(as('reader', ['counts', directory, keyFiles.reader]), '{"waiting":1,"kept":0,"rejected":0}')
  assert.equal(as('reader', ['done', directory, keyFiles.reader]), 'null')
  assert.equal(as('reader', ['counts', directory, keyFiles.reader]), '{"waiting":0,"kept":0,"rejected":1}')
})
