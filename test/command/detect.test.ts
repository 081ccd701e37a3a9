/** The measured contract of `cordon detect`: its lines, its labels, its offsets, its errors. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

const main = join(import.meta.dirname, '../../command/main.ts')
let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-detect-'))
})
after(() => rmSync(folder, { recursive: true, force: true }))

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [main, 'detect', ...args], { input, encoding: 'utf8' })

const linesOf = (
  text: string,
): { id: unknown; spans: { start: number; end: number; label: string; score: number }[] }[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

test('a file gives a file: ids kept, spans in order, offsets in UTF-16 units', () => {
  const [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')]
  const texts = ['Seen by Dr. Alan Grant on 03/04/2024.', '😀 MRN: 7712093', 'no identifier']
  writeFileSync(input, texts.map((text, i) => JSON.stringify({ id: i === 1 ? 'b' : i, text })).join('\n'))
  const { status, stderr } = run(['--jsonl', input, '--out', output])
  assert.equal(status, 0, stderr)
  const results = linesOf(readFileSync(output, 'utf8'))
  assert.deepEqual(
    results.map(({ id }) => id),
    [0, 'b', 2],
  )
  assert.deepEqual(
    results.map(({ spans }, i) =>
      spans.map(({ start, end, label }) => `${label} ${texts[i]?.slice(start, end)}`),
    ),
    [['NAME Dr. Alan Grant', 'DATE 03/04/2024'], ['MRN 7712093'], []],
  )
  for (const { score } of results.flatMap(({ spans }) => spans)) assert.ok(score > 0 && score <= 1)
})

test('standard input to standard output, blank lines passed over, a carriage return allowed', () => {
  const { status, stdout } = run(['--jsonl', '-', '--out', '-'], '\n{"id":1,"text":"SSN 123-45-6789"}\r\n\n')
  assert.equal(status, 0)
  assert.deepEqual(
    linesOf(stdout).map(({ spans }) => spans.map(({ label }) => label)),
    [['SSN']],
  )
})

for (const [what, line] of [
  ['no JSON', '{"id":2,"text":"Alan Grant'],
  ['no id', '{"text":"Alan Grant"}'],
  ['no text', '{"id":2,"txt":"Alan Grant"}'],
  ['not an object', '["Alan Grant"]'],
  ['null', 'null'],
] as const)
  test(`a line with ${what} ends with its number, without its text, and without a file`, () => {
    const output = join(folder, 'bad.jsonl')
    const { status, stderr } = run(['--jsonl', '-', '--out', output], `{"id":1,"text":"a"}\n${line}\n`)
    assert.equal(status, 3)
    assert.match(stderr, /line 2 /)
    assert.doesNotMatch(stderr, /Grant/)
    assert.ok(!existsSync(output) && !existsSync(`${output}.part`))
  })

test('a line that is not UTF-8 is refused', () => {
  const { status, stderr } = spawnSync(process.execPath, [main, 'detect', '--jsonl', '-', '--out', '-'], {
    input: Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
    encoding: 'utf8',
  })
  assert.equal(status, 3)
  assert.match(stderr, /line 1 /)
})

test('without its options it says so', () => assert.equal(run([]).status, 64))

test('a file that is not there fails without a file of its own', () => {
  const output = join(folder, 'none.jsonl')
  const { status } = run(['--jsonl', join(folder, 'missing.jsonl'), '--out', output])
  assert.notEqual(status, 0)
  assert.ok(!existsSync(output))
})
