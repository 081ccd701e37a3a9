/** Key files: who may read them is checked on the open file, and one that is there is never written over. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmod, chown, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { makeKeyDirectory, readKeyFile, replaceKeyFile, writeKeyFile } from '../../../drivers/keys/file.ts'
import { keyFolder } from './fixture.ts'

const isRoot = process.getuid?.() === 0
const fault = (code: string, file = 'x') => ({ name: 'KeyFault', code, file, message: `${file}: ${code}` })

test('what is written is read, with mode 0600 or 0644, in a folder of mode 0700', async t => {
  const directory = await keyFolder(t)
  await makeKeyDirectory(directory)
  assert.equal((await stat(directory)).mode & 0o7777, 0o700)
  assert.equal(await writeKeyFile(directory, 'x', 'secret', 'secret'), true)
  assert.equal(await writeKeyFile(directory, 'y', 'public', 'public'), true)
  assert.equal((await stat(join(directory, 'x'))).mode & 0o7777, 0o600)
  assert.equal((await stat(join(directory, 'y'))).mode & 0o7777, 0o644)
  assert.equal((await readKeyFile({ directory }, 'x', 'secret')).toString(), 'secret')
  assert.deepEqual((await readdir(directory)).sort(), ['x', 'y'])
})

test('a file that is there is not touched, whoever wins', async t => {
  const directory = await keyFolder(t)
  await makeKeyDirectory(directory)
  const wins = await Promise.all([1, 2, 3, 4, 5].map(n => writeKeyFile(directory, 'x', `${n}`, 'secret')))
  assert.equal(wins.filter(Boolean).length, 1)
  assert.equal(await readFile(join(directory, 'x'), 'utf8'), `${wins.indexOf(true) + 1}`)
  assert.deepEqual(await readdir(directory), ['x'])
})

test('replacing puts the new file in the place of the old one', async t => {
  const directory = await keyFolder(t)
  await makeKeyDirectory(directory)
  await writeKeyFile(directory, 'x', 'old', 'secret')
  await replaceKeyFile(directory, 'x', 'new')
  assert.equal((await readKeyFile({ directory }, 'x', 'secret')).toString(), 'new')
  assert.deepEqual(await readdir(directory), ['x'])
})

for (const mode of [0o604, 0o640, 0o660, 0o644, 0o602, 0o610]) {
  test(`a secret of mode ${mode.toString(8)} is refused`, async t => {
    const directory = await keyFolder(t)
    await makeKeyDirectory(directory)
    await writeKeyFile(directory, 'x', 'secret', 'secret')
    await chmod(join(directory, 'x'), mode)
    await assert.rejects(readKeyFile({ directory }, 'x', 'secret'), fault('too-open'))
  })
}

test('a public half may be read by all, and changed by none', async t => {
  const directory = await keyFolder(t)
  await makeKeyDirectory(directory)
  await writeKeyFile(directory, 'x', 'public', 'public')
  for (const mode of [0o664, 0o646]) {
    await chmod(join(directory, 'x'), mode)
    await assert.rejects(readKeyFile({ directory }, 'x', 'public'), fault('too-open'))
  }
})

test('a link, a directory, a FIFO, nothing, and 64 KiB and a byte are refused', async t => {
  const directory = await keyFolder(t)
  await makeKeyDirectory(directory)
  const read = (file: string) => readKeyFile({ directory }, file, 'secret')
  await writeKeyFile(directory, 'target', 'secret', 'secret')
  await symlink('target', join(directory, 'link'))
  await mkdir(join(directory, 'folder'), { mode: 0o700 })
  execFileSync('mkfifo', ['-m', '600', join(directory, 'fifo')])
  await writeFile(join(directory, 'large'), Buffer.alloc(64 * 1024 + 1), { mode: 0o600 })
  await assert.rejects(read('link'), fault('not-a-file', 'link'))
  await assert.rejects(read('folder'), fault('not-a-file', 'folder'))
  await assert.rejects(read('fifo'), fault('not-a-file', 'fifo'))
  await assert.rejects(read('none'), fault('missing', 'none'))
  await assert.rejects(read('large'), fault('too-large', 'large'))
})

test('a file or folder of another owner is refused', { skip: !isRoot && 'needs root' }, async t => {
  const directory = await keyFolder(t)
  await makeKeyDirectory(directory)
  await writeKeyFile(directory, 'x', 'secret', 'secret')
  await chown(join(directory, 'x'), 12345, 12345)
  await assert.rejects(readKeyFile({ directory }, 'x', 'secret'), fault('wrong-owner'))
  await assert.rejects(readKeyFile({ directory }, 'x', 'public'), fault('wrong-owner'))
  await chown(directory, 12345, 12345)
  await assert.rejects(makeKeyDirectory(directory), fault('wrong-owner', '.'))
})

test('a folder that others may enter is refused', async t => {
  const directory = await keyFolder(t)
  await mkdir(directory, { mode: 0o755 })
  await chmod(directory, 0o755)
  await assert.rejects(makeKeyDirectory(directory), fault('too-open', '.'))
})

test('a credential comes first; its mode may show the mask of an access list, and no more', async t => {
  const directory = await keyFolder(t)
  await makeKeyDirectory(directory)
  const credentialsDirectory = join(directory, 'credentials')
  await mkdir(credentialsDirectory)
  await writeKeyFile(directory, 'x', 'folder', 'secret')
  const read = async () => (await readKeyFile({ directory, credentialsDirectory }, 'x', 'secret')).toString()
  assert.equal(await read(), 'folder')
  await writeFile(join(credentialsDirectory, 'x'), 'credential')
  for (const mode of [0o400, 0o440, 0o600]) {
    await chmod(join(credentialsDirectory, 'x'), mode)
    assert.equal(await read(), 'credential')
  }
  for (const mode of [0o444, 0o460, 0o604]) {
    await chmod(join(credentialsDirectory, 'x'), mode)
    await assert.rejects(read(), fault('too-open'))
  }
})
