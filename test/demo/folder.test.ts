/** The demo's folder: nothing that no demo made is removed, and one demo at a time writes there. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { holdFolder } from '../../demo/folder.ts'

let parent = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cordon-folder-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const refusal = async (folder: string): Promise<string | null> => {
  const held = await holdFolder(folder)
  return 'refused' in held ? held.refused : null
}

test('a new folder is made, and what an earlier demo left is removed', async () => {
  const folder = join(parent, 'out', 'demo')
  const held = await holdFolder(folder)
  assert.ok('release' in held)
  mkdirSync(join(folder, 'state'))
  await held.release()
  assert.equal(await refusal(folder), null)
  assert.equal(existsSync(join(folder, 'state')), false)
})

test('a folder with files of someone else is refused, and keeps them', async () => {
  const mine = join(parent, 'keys')
  writeFileSync(mine, '')
  assert.match((await refusal(parent)) ?? '', /no demo made\. Next: /)
  assert.ok(existsSync(mine))
})

test('a second demo at once is refused, and the first keeps its files', async () => {
  assert.equal(await refusal(parent), null)
  writeFileSync(join(parent, 'report.html'), '')
  assert.match((await refusal(parent)) ?? '', /another demo runs in .*\. Next: /)
  assert.ok(existsSync(join(parent, 'report.html')))
})

test('a demo that was killed holds nothing', async () => {
  assert.equal(await refusal(parent), null)
  writeFileSync(join(parent, 'run.pid'), '999999999-1\n')
  assert.equal(await refusal(parent), null)
})
