/** Proves that a drop folder opens and removes only what it listed, and waits on nothing. */
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type DropFolder, openFolder } from '../../../drivers/fax/folder.ts'

const withFolder = async (
  work: (path: string, folder: DropFolder) => Promise<void>,
  ignore: string[] = [],
) => {
  const path = mkdtempSync(join(tmpdir(), 'cordon-drop-'))
  const folder = openFolder({ path, polling: false, pollIntervalMs: 100, ignore })
  try {
    await work(path, folder)
  } finally {
    await folder.close()
    rmSync(path, { recursive: true })
  }
}

test('lists kinds and sizes, oldest first, without what is ignored', () =>
  withFolder(
    async (path, folder) => {
      writeFileSync(join(path, 'old'), 'aaa')
      execFileSync('touch', ['-d', '2020-01-01', join(path, 'old')])
      writeFileSync(join(path, 'new'), 'b')
      execFileSync('touch', ['-d', '2021-01-01', join(path, 'new')])
      writeFileSync(join(path, 'x.part'), 'c')
      symlinkSync('new', join(path, 'link'))
      const entries = await folder.list()
      assert.deepEqual(
        entries.map(({ kind, version }) => [kind, version.size]),
        [
          ['file', 3],
          ['file', 1],
          ['other', 3],
        ],
      )
      assert.equal(new Set(entries.map(({ key }) => key)).size, 3)
      assert.ok(
        !JSON.stringify(entries, (_, value) => String(value)).includes('old'),
        'no name is handed out',
      )
    },
    ['*.part'],
  ))

test('reads anywhere, and what is not there is short', () =>
  withFolder(async (path, folder) => {
    writeFileSync(join(path, 'a'), '0123456789')
    const file = (await (await folder.list())[0]!.open())!
    assert.equal(Buffer.from(await file.read(3, 4)).toString(), '3456')
    assert.equal(Buffer.from(await file.read(8, 4)).toString(), '89')
    assert.equal((await file.read(10, 4)).length, 0)
    appendFileSync(join(path, 'a'), 'x')
    assert.notDeepEqual(await file.look(), file.version)
    await file.close()
  }))

test('a FIFO, a link or another file under the same name is not opened', () =>
  withFolder(async (path, folder) => {
    for (const replace of [
      () => execFileSync('mkfifo', [join(path, 'a')]),
      () => symlinkSync('/etc/hostname', join(path, 'a')),
      () => writeFileSync(join(path, 'a'), 'other'),
      () => {},
    ]) {
      writeFileSync(join(path, 'a'), 'first')
      const [entry] = await folder.list()
      renameSync(join(path, 'a'), join(path, 'b'))
      replace()
      assert.equal(await entry!.open(), null)
      assert.equal(await entry!.remove(entry!.version), false)
      for (const name of readdirSync(path)) rmSync(join(path, name))
    }
  }))

test('removes only the version that was read', () =>
  withFolder(async (path, folder) => {
    writeFileSync(join(path, 'a'), 'first')
    const [entry] = await folder.list()
    appendFileSync(join(path, 'a'), ' and more')
    assert.equal(await entry!.remove(entry!.version), false)
    assert.ok(existsSync(join(path, 'a')))
    const [again] = await folder.list()
    assert.equal(await again!.remove(again!.version), true)
    assert.deepEqual(readdirSync(path), [])
  }))

test('tells a file laid out in advance', () =>
  withFolder(async (path, folder) => {
    writeFileSync(join(path, 'a'), '')
    truncateSync(join(path, 'a'), 1_000_000)
    writeFileSync(join(path, 'b'), Buffer.alloc(1_000_000, 1))
    const sparse = new Map((await folder.list()).map(entry => [entry.version.ino, entry.sparse]))
    assert.deepEqual([...sparse.values()].sort(), [false, true])
  }))

test('tells a file that a process holds open for writing, or has locked', () =>
  withFolder(async (path, folder) => {
    const name = Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0x66, 0xff, 0x0a])])
    const handle = await open(name, 'w')
    const [entry] = await folder.list()
    assert.equal(await entry!.hasWriter(), true)
    await handle.close()
    const reader = await open(name, 'r')
    assert.equal(await entry!.hasWriter(), false)
    await reader.close()
    // flock(1) opens for reading only: its lock is all there is to see.
    const locked = join(path, 'locked')
    writeFileSync(locked, 'x')
    const holder = spawn('flock', ['-x', locked, 'sh', '-c', 'echo held; read line'])
    await once(holder.stdout, 'data')
    const other = (await folder.list()).find(({ version }) => version.size === 1)!
    assert.equal(await other.hasWriter(), true)
    holder.stdin.end('\n')
    await once(holder, 'close')
    assert.equal(await other.hasWriter(), false)
  }))

test('a change is a hint; without one the time passes', async () => {
  await withFolder(async (path, folder) => {
    const { signal } = new AbortController()
    await folder.changed(signal, 20)
    await folder.changed(signal, 500)
    setTimeout(() => writeFileSync(join(path, 'a'), 'x'), 50)
    await folder.changed(signal, 60_000)
    await folder.changed(AbortSignal.abort(), 60_000)
  })
})

test('a folder that is not there cannot be listed', () =>
  withFolder(async (path, folder) => {
    rmSync(path, { recursive: true })
    await assert.rejects(folder.list(), { code: 'ENOENT' })
    execFileSync('mkdir', [path])
  }))
