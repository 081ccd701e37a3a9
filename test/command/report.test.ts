/** Proves `cordon report quality` from a shell: counts, proposals, learning and forgetting, training lines, and its faults. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openJournal } from '../../daemon/deidentify/quality/journal.ts'
import { qualityKeys } from '../../daemon/deidentify/quality/keys.ts'
import type { DecisionRecord } from '../../daemon/deidentify/quality/record.ts'
import { freshTokens, loadTokenKeys } from '../../drivers/keys/tokens.ts'
import { idOf, temporaryFolder } from '../daemon/spool/fixture.ts'

const command = fileURLToPath(new URL('../../command/main.ts', import.meta.url))

const setUp = async (t: TestContext) => {
  const folder = await temporaryFolder(t)
  const [stateDir, keysDir] = [join(folder, 'state'), join(folder, 'keys')]
  for (const path of [stateDir, keysDir]) await mkdir(path, { mode: 0o700 })
  await writeFile(join(keysDir, 'tokens.json'), freshTokens(), { mode: 0o600 })
  const config = join(folder, 'cordon.yaml')
  await writeFile(config, `stateDir: ${stateDir}\nkeysDir: ${keysDir}\n`)
  const report = (...words: string[]) => {
    const args = [command, 'report', 'quality', ...words, '--config', config]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    return { out: stdout, error: stderr, status }
  }
  return { folder, keysDir, quality: join(stateDir, 'deidentify', 'quality'), report }
}

const features = { surname: 0, given: 0, ordinary: 3, place: false, medical: false, drug: false }

const fill = async ({ quality, keysDir }: Awaited<ReturnType<typeof setUp>>): Promise<void> => {
  const keys = qualityKeys(await loadTokenKeys({ directory: keysDir }))
  const journal = openJournal(quality, keys)
  const common = { day: '2026-03-01', kind: 'lab' } as const
  const word = { ...features, hash: keys.hash('Quorvex'), shape: 'Xxxxxxx', before: 'gave', after: 'dddd' }
  for (const n of [1, 2]) {
    const counts = { masked: { NAME: 3 }, reasons: { identifier: 3 }, rules: { 'name-unknown': 3 } }
    await journal.append({ ...common, sort: 'document', documentId: idOf(n), held: true, ...counts })
    const wrong = { correction: 'wrong', class: 'NAME', reason: 'identifier', rule: 'name-unknown' } as const
    const decision: DecisionRecord = {
      ...{ ...common, sort: 'decision', documentId: idOf(n), person: 'a' },
      corrections: [{ ...wrong, words: [word] }],
    }
    await journal.append(decision)
  }
}

test('an empty box says so', async t => {
  const { report } = await setUp(t)
  const { out, status } = report()
  assert.deepEqual([out, status], ['Nothing has been counted yet.\n', 0])
})

test('counts and proposals, as a table and as JSON, without a hash', async t => {
  const rig = await setUp(t)
  await fill(rig)
  const { out } = rig.report()
  assert.match(out, /^Since 2026-03-01: 2 documents, 2 held \(100\.0 %\), 2 released by people\./)
  assert.match(out, /^NAME +6 +0 +2 +33\.3 %$/m)
  assert.match(out, /^Xxxxxxx +safe +2 +1$/m)
  const found = JSON.parse(rig.report('--json').out)
  assert.deepEqual(found.classes, { NAME: { masked: 6, missed: 0, wrong: 2 } })
  assert.deepEqual(found.proposals, [{ says: 'safe', shape: 'Xxxxxxx', documents: 2, people: 1 }])
})

test('words are learned and forgotten only when it is said', async t => {
  const rig = await setUp(t)
  await fill(rig)
  assert.equal(JSON.parse(rig.report('--json').out).learned, 0)
  assert.match(rig.report('--apply').out, /^1 word\(s\) learned, 1 in all\./)
  assert.match(rig.report('--apply').out, /nothing new to learn/)
  const after = JSON.parse(rig.report('--json').out)
  assert.deepEqual([after.learned, after.proposals], [1, []])
  assert.match(rig.report('--forget').out, /forgotten/)
  assert.equal(JSON.parse(rig.report('--json').out).learned, 0)
  assert.equal(rig.report('--apply', '--forget').status, 64)
})

test('training lines have features and labels, and no hash', async t => {
  const rig = await setUp(t)
  await fill(rig)
  const file = join(rig.folder, 'lines.jsonl')
  assert.match(rig.report('--training', file).out, /^2 line\(s\) written/)
  assert.equal((await stat(file)).mode & 0o077, 0)
  const [line] = (await readFile(file, 'utf8')).split('\n')
  assert.deepEqual(JSON.parse(line ?? ''), {
    ...{ ...features, shape: 'Xxxxxxx', before: 'gave', after: 'dddd' },
    ...{ label: 'ordinary', kind: 'lab' },
  })
})

test('keys that are missing or open to others end it with what to do', async t => {
  const { report, keysDir } = await setUp(t)
  await chmod(join(keysDir, 'tokens.json'), 0o644)
  const open = report()
  assert.equal(open.status, 1)
  assert.match(open.error, /tokens\.json is too-open\. Next:/)
})
