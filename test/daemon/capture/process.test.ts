/** Proves the service as it runs: its own process, configuration, keys and audit chain, from the drop folder to the edge. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { initKeys } from '../../../drivers/keys/box.ts'
import { until } from './rig.ts'
import { tiff } from './samples.ts'

const entry = join(import.meta.dirname, '../../../daemon/capture.ts')

test('captures, records, and stops as asked', async () => {
  const root = mkdtempSync(join(tmpdir(), 'cordon-process-'))
  const [stateDir, keysDir, drop] = ['state', 'keys', 'drop'].map(name => join(root, name)) as [
    string,
    string,
    string,
  ]
  const edge = join(stateDir, 'spool', 'captured')
  for (const folder of [drop, join(stateDir, 'audit')]) mkdirSync(folder, { recursive: true })
  await initKeys(keysDir)
  await createEdge(edge)
  const config = join(root, 'cordon.yaml')
  const source = { id: 'fax', path: drop, pollIntervalMs: 200 }
  writeFileSync(config, JSON.stringify({ stateDir, keysDir, capture: { sources: [source] } }))
  const child = spawn(process.execPath, [entry, '--config', config], { stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    let log = ''
    child.stderr.on('data', chunk => {
      log += chunk
    })
    writeFileSync(join(drop, 'SYNTHETIC-NAME.tif'), await tiff())
    writeFileSync(join(drop, 'SYNTHETIC-TEXT.tif'), 'SYNTHETIC-TEXT')
    await until(() => readdirSync(drop).length === 0 || child.exitCode !== null)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    assert.equal(code, 0, log)
    assert.equal(readdirSync(join(edge, 'new')).length, 1)
    assert.match(readdirSync(join(edge, 'rejected')).join(), /^\w{32}\.unknown-format$/)
    const events = log
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).event)
    for (const event of ['ready', 'captured', 'rejected', 'stopped']) assert.ok(events.includes(event), log)
    const audit = readFileSync(join(stateDir, 'audit', 'capture.jsonl'), 'utf8')
    for (const action of ['started', 'captured', 'rejected', 'stopped'])
      assert.ok(audit.includes(`"${action}"`), action)
    assert.ok(!`${log}${audit}`.includes('SYNTHETIC'))
  } finally {
    child.kill('SIGKILL')
    rmSync(root, { recursive: true })
  }
})
