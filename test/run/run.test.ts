/** The test runner itself, in a scratch checkout: it counts truly, fails for every sort of failure, and ends plainly. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cordon-runner-'))
  mkdirSync(join(root, 'test'))
  for (const name of ['run.ts', 'run/files.ts', 'run/tally.ts'])
    cpSync(join(dirname(import.meta.dirname), name), join(root, 'test', name))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const run = (files: Readonly<Record<string, string>>, ...args: string[]) => {
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(join(root, 'test', name, '..'), { recursive: true })
    writeFileSync(join(root, 'test', name), `import { describe, it, test } from 'node:test'\n${source}\n`)
  }
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const words = args.length === 0 ? ['test'] : args
  const { status, stdout } = spawnSync(process.execPath, ['test/run.ts', ...words], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  const lines = stdout.trimEnd().split('\n')
  return { status, stdout, lines, last: lines.at(-1) }
}

const pass = `test('good', () => {})`

test('all good: the counts alone on the last line, exit code 0', () => {
  const { status, last } = run({ 'a.test.ts': pass, 'drivers/b.test.ts': pass, 'e2e/c.test.ts': pass })
  assert.deepEqual([status, last], [0, '3 passed, 0 failed, 0 skipped'])
})

test('the groups run from the fast to the slow', () => {
  const { lines } = run({
    'e2e/a.test.ts': pass,
    'unit.test.ts': pass,
    'drivers/b.test.ts': pass,
    'layers.test.ts': pass,
  })
  const groups = lines.filter(line => line.startsWith('ok ')).map(line => /^ok +([\w ]+):/.exec(line)?.[1])
  assert.deepEqual(groups, ['layers', 'unit', 'drivers', 'end to end'])
})

test('a failure is told in full with its place, counted, and told again at the end', () => {
  const { status, stdout, last, lines } = run({
    'a.test.ts': `${pass}\ndescribe('suite', () => { it('bad', () => { throw new Error('the reason') }) })`,
  })
  assert.deepEqual([status, last], [1, '1 passed, 1 failed, 0 skipped'])
  assert.match(stdout, /FAIL test\/a\.test\.ts:3 bad\n\s+Error: the reason\n\s+at /)
  assert.ok(lines.includes('failed: test/a.test.ts:3 bad'))
})

test('a skipped test is counted, with its reason', () => {
  const { status, last, lines } = run({
    'a.test.ts': `${pass}\ntest('other', { skip: 'needs qpdf' }, () => {})`,
  })
  assert.deepEqual([status, last], [0, '1 passed, 0 failed, 1 skipped'])
  assert.ok(lines.includes('skipped: test/a.test.ts:3 other: needs qpdf'))
})

const broken: readonly [string, string, RegExp][] = [
  ['that throws while it is loaded', `throw new Error('at load')`, /Error: at load/],
  [
    'that leaves in the middle',
    `${pass}\nsetTimeout(() => process.exit(3), 0)\nawait new Promise(() => {})`,
    /\(the file\)/,
  ],
  ['that cannot be parsed', 'const = 1', /SyntaxError/],
  ['without a test', 'export const a = 1', /the file holds no test/],
]

for (const [name, source, told] of broken)
  test(`a file ${name} is a failure`, () => {
    const { status, stdout, last } = run({ 'a.test.ts': pass, 'b.test.ts': source })
    assert.equal(status, 1)
    assert.match(last ?? '', /^\d passed, 1 failed, 0 skipped$/)
    assert.match(stdout, told)
  })

test('arguments name the files to run', () => {
  const { last } = run({ 'a/a.test.ts': pass, 'b/b.test.ts': pass }, 'test/a')
  assert.equal(last, '1 passed, 0 failed, 0 skipped')
})

test('nothing to run is no success', () => {
  const { status, last } = run({}, 'test/nowhere')
  assert.deepEqual([status, last], [1, '0 passed, 0 failed, 0 skipped'])
})
