/** `cordon schedule`: a list comes in from a pipe and nothing of it lies on the disk; faults are told without quoting. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

const main = join(import.meta.dirname, '../../command/main.ts')
let folder = ''
let config = ''
const cordon = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8' })
const schedule = (args: readonly string[], input = '') =>
  cordon(['schedule', ...args, '--config', config], input)

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-schedule-'))
  config = join(folder, 'cordon.yaml')
  writeFileSync(config, `{ stateDir: ${join(folder, 'state')}, keysDir: ${join(folder, 'keys')} }\n`)
  assert.equal(cordon(['keys', 'init', '--keys', join(folder, 'keys')]).status, 0)
})
after(() => rmSync(folder, { recursive: true, force: true }))

const list = `Patient Name,MRN,DOB,Room
"Quigleyson, Giselle M",00771234,03/04/1961,4
Tobias Wrenfield,,not a date,5
`

test('a list from a pipe becomes hashes that end, with no name in any file', () => {
  const { status, stdout, stderr } = schedule(['load', '--hours', '2'], list)
  assert.equal(status, 0, stderr)
  assert.match(stdout, /^2 patients, kept as \d+ keyed hashes until /)
  assert.match(stderr, /^1 lines had a birth date that is none/)
  const state = join(folder, 'state', 'deidentify')
  for (const file of readdirSync(state)) {
    const bytes = readFileSync(join(state, file), 'latin1').toLowerCase()
    for (const part of ['quigleyson', 'giselle', '00771234', 'wrenfield']) assert.ok(!bytes.includes(part))
  }
  const shown = JSON.parse(schedule(['show', '--json']).stdout)
  assert.ok(shown.entries > 20 && Date.parse(shown.endsAt) > Date.now())
})

test('a list that names nobody, or is no CSV, is refused without a word of it, and the one before stays', () => {
  for (const input of ['', 'colour,size\nred,4\n', 'name\n"Giselle Quigl']) {
    const { status, stderr } = schedule(['load'], input)
    assert.equal(status, 3)
    assert.match(stderr, /the schedule before stays in force/)
    assert.doesNotMatch(stderr, /Giselle|colour/)
  }
  assert.ok(JSON.parse(schedule(['show', '--json']).stdout).entries > 20)
})

test('it can be forgotten, once', () => {
  assert.match(schedule(['clear']).stdout, /is gone/)
  assert.match(schedule(['clear']).stdout, /none/)
  assert.match(schedule(['show']).stdout, /^No schedule/)
})

test('without its key it says how to get one', () => {
  rmSync(join(folder, 'keys', 'schedule.key'))
  const { status, stderr } = schedule(['load'], list)
  assert.equal(status, 1)
  assert.match(stderr, /schedule\.key is missing.*cordon keys init/s)
})

test('help teaches', () => {
  const { stdout } = cordon(['schedule', '--help'])
  assert.match(stdout, /keyed hashes/)
  assert.match(stdout, /cordon schedule load today\.csv/)
})
