/** The command line and its launcher, as a person types them: from any folder, through links, with every mistake. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const launcher = join(root, 'cordon')

let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-command-'))
})
after(() => rmSync(folder, { recursive: true, force: true }))

const run = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) => {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: folder, encoding: 'utf8', env })
  return { status, stdout, stderr }
}
const cordon = (...args: string[]) => run(launcher, args)

test('the launcher works from another folder, and picks the pinned Node whatever the PATH says', () => {
  const { status, stdout } = run(launcher, ['--version'], { PATH: '/usr/bin:/bin' })
  assert.equal(status, 0)
  assert.match(stdout, /^cordon \d+\.\d+\.\d+, Node 24\.\d+\.\d+\n$/)
})

test('the launcher works through symbolic links, absolute and relative, and through a folder with a space', () => {
  mkdirSync(join(folder, 'a b'))
  symlinkSync(launcher, join(folder, 'a b', 'one'))
  symlinkSync('a b/one', join(folder, 'two'))
  symlinkSync(root, join(folder, 'a b', 'checkout'))
  for (const file of ['a b/one', 'two', 'a b/checkout/cordon'])
    assert.equal(run(join(folder, file), ['--version']).status, 0, file)
})

test('no process that the launcher starts can leave a core dump', () => {
  const shown = "import{readFileSync}from'node:fs';console.log(readFileSync('/proc/self/limits','latin1'))"
  const env = { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${shown}` }
  const { stdout } = run('/bin/sh', ['-c', `ulimit -c unlimited; exec '${launcher}' --version`], env)
  assert.match(stdout, /^Max core file size +0 +0 /m)
})

test('without packages the launcher says the one line to run', () => {
  const bare = join(folder, 'bare')
  mkdirSync(bare)
  copyFileSync(launcher, join(bare, 'cordon'))
  const { status, stderr } = run(join(bare, 'cordon'), ['--help'])
  assert.equal(status, 1)
  assert.match(stderr, /^cordon: the packages are not installed\. Next: npm --prefix '.*\/bare' run setup\n$/)
})

test('without a Node that is new enough the launcher says so', () => {
  const old = join(folder, 'old')
  const { status, stderr } = runOnSystemNode(old, '#!/bin/sh\nexit 1\n')
  assert.equal(status, 1)
  assert.match(stderr, /install Node 24 or later\n$/)
})

test('where the pinned Node is not, a system Node that is new enough serves', () => {
  const system = join(folder, 'system')
  mkdirSync(join(system, 'command'), { recursive: true })
  writeFileSync(join(system, 'command', 'main.ts'), 'console.log(process.env.SYSTEM, process.argv[2])')
  const node = `#!/bin/sh\nSYSTEM=1 exec '${process.execPath}' "$@"\n`
  assert.equal(runOnSystemNode(system, node, '--version').stdout, '1 --version\n')
})

/** The launcher in a checkout whose packages brought no Node, with this one on the PATH. */
const runOnSystemNode = (checkout: string, node: string, ...args: string[]) => {
  mkdirSync(join(checkout, 'node_modules'), { recursive: true })
  mkdirSync(join(checkout, 'bin'), { recursive: true })
  writeFileSync(join(checkout, 'node_modules', '.package-lock.json'), '{}')
  copyFileSync(launcher, join(checkout, 'cordon'))
  writeFileSync(join(checkout, 'bin', 'node'), node, { mode: 0o755 })
  return run(join(checkout, 'cordon'), args, { PATH: `${join(checkout, 'bin')}:/usr/bin:/bin` })
}

test('--help teaches: what it is, the commands, examples, exit codes', () => {
  const { status, stdout } = cordon('--help')
  assert.equal(status, 0)
  for (const part of ['Commands:', 'config', 'Examples:', 'Exit codes:', '78'])
    assert.ok(stdout.includes(part), part)
})

const commands = ['run', 'status', 'redact', 'detect', 'review', 'gateway', 'audit', 'keys', 'config']

test('the help lists every command, in order', () => {
  const listed = [...cordon('--help').stdout.matchAll(/^ {2}(\w+) .*$/gm)].map(([, name]) => name)
  assert.deepEqual(
    listed.filter(name => commands.includes(name ?? '')),
    commands,
  )
})

for (const name of commands)
  test(`cordon ${name} --help and cordon help ${name} explain the command`, () => {
    for (const args of [
      [name, '--help'],
      ['help', name],
    ]) {
      const { status, stdout, stderr } = cordon(...args)
      assert.equal(status, 0, stderr)
      assert.ok(stdout.startsWith(`Usage: cordon ${name}`), stdout)
    }
  })

const misuse: readonly [string, readonly string[]][] = [
  ['an unknown command', ['paint']],
  ['an unknown option', ['config', 'check', '--fast']],
  ['too many arguments', ['config', 'example', 'a']],
]

for (const [name, args] of misuse)
  test(`${name} is one line that says what to do, and exit code 64`, () => {
    const { status, stdout, stderr } = cordon(...args)
    assert.equal(status, 64)
    assert.equal(stdout, '')
    assert.match(stderr, /^cordon: [^\n]+\. Next: the same command with --help\.\n$/)
  })

test('no command at all shows the help, as wrong usage', () => {
  const { status, stderr } = cordon()
  assert.equal(status, 64)
  assert.match(stderr, /^Usage: cordon/)
})

test('cordon config example gives a file that cordon config check finds sound', () => {
  const example = cordon('config', 'example')
  assert.equal(example.status, 0)
  writeFileSync(join(folder, 'sound.yaml'), example.stdout)
  assert.deepEqual(cordon('config', 'check', 'sound.yaml'), {
    status: 0,
    stdout: 'The configuration is sound.\n',
    stderr: '',
  })
})

test('cordon config check gives one line per fault, then what to do, and exit code 78', () => {
  writeFileSync(join(folder, 'wrong.yaml'), 'site: 1\ncolour: red\n')
  const { status, stderr } = cordon('config', 'check', 'wrong.yaml')
  const [first, second, last, ...more] = stderr.trimEnd().split('\n')
  assert.equal(status, 78)
  assert.equal(first, 'site: expected string, got 1')
  assert.match(second ?? '', /^colour: unknown key; /)
  assert.match(last ?? '', /^cordon: the configuration has 2 faults\. Next: /)
  assert.deepEqual(more, [])
})

test('cordon config check names a file that is not there', () =>
  assert.match(cordon('config', 'check', 'nowhere.yaml').stderr, /^nowhere\.yaml: there is no such file\n/))

test('a reader that stops early is no error', () => {
  const { status, stderr } = run('/bin/bash', [
    '-o',
    'pipefail',
    '-c',
    `'${launcher}' config example | head -n 1`,
  ])
  assert.equal(stderr, '')
  assert.equal(status, 0)
})
