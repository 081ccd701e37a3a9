/** `cordon keys`, as it is typed: what it makes, what it prints, how it ends, and that it prints no key. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmod, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { keyFolder } from './fixture.ts'

const main = join(import.meta.dirname, '../../../command/main.ts')
const cordon = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'keys', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('a laboratory and a box are set up, shown and rotated; nothing printed is a key', async t => {
  const keys = await keyFolder(t)
  const lab = join(keys, '..', 'lab')
  const printed = [
    cordon('dev-ca', '--dir', lab, '--device', 'box-1', '--gateway', 'main'),
    cordon('init', '--keys', keys, '--lab', lab, '--device', 'box-1', '--gateway', 'main'),
    cordon('init', '--keys', keys),
    cordon('show', '--keys', keys),
    cordon('rotate-tokens', '--keys', keys),
    cordon('show', '--keys', keys),
  ]
  assert.deepEqual(
    printed.map(({ status, stderr }) => [status, stderr]),
    printed.map(() => [0, '']),
  )
  assert.match(printed[0]!.stdout, /laboratories only/)
  assert.match(printed[2]!.stdout, /nothing was changed/)
  assert.match(printed[3]!.stdout, /tokens +epoch 1 of 1/)
  assert.match(printed[5]!.stdout, /tokens +epoch 2 of 2/)
  const all = printed.map(({ stdout }) => stdout).join('')
  const secrets = Object.values(
    JSON.parse(await readFile(join(keys, 'tokens.json'), 'utf8')).keys,
  ) as string[]
  for (const name of await readdir(keys)) {
    if (!/(?<!\.pub)\.jwk$/.test(name)) continue
    secrets.push(JSON.parse(await readFile(join(keys, name), 'utf8')).d)
  }
  assert.equal(secrets.length, 10)
  for (const secret of secrets) assert.equal(all.includes(secret), false)
})

test('faults end with one line that says what to do, and the exit code of the help', async t => {
  const keys = await keyFolder(t)
  const none = cordon('show', '--keys', keys)
  assert.equal(none.status, 1)
  assert.match(none.stderr, /^cordon: the key file \S+ is missing\. Next: .+\.\n$/)
  cordon('init', '--keys', keys)
  await chmod(join(keys, 'box-signing.jwk'), 0o644)
  const open = cordon('init', '--keys', keys)
  assert.equal(open.status, 1)
  assert.match(open.stderr, /^cordon: the key file box-signing\.jwk is too-open\. Next: .+\.\n$/)
  const lab = join(keys, '..', 'lab')
  for (const args of [
    ['dev-ca', '--dir', lab],
    ['dev-ca', '--dir', lab, '--device', 'Bad name'],
    ['dev-ca', '--dir', lab, '--device', 'a', '--not-after', 'never'],
    ['dev-ca', '--dir', lab, '--device', 'a', '--not-after', '2000-01-01'],
    ['init', '--keys', keys, '--lab', lab],
    ['forget'],
  ]) {
    assert.equal(cordon(...args).status, args[0] === 'init' ? 1 : 64, args.join(' '))
  }
})

test('--help teaches with examples', () => {
  const { status, stdout } = cordon('--help')
  assert.equal(status, 0)
  assert.match(stdout, /Examples:[\s\S]+cordon keys init[\s\S]+Exit codes:/)
})
