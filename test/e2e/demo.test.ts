/** Proves that the demo itself works, end to end: every document comes to the fate that the report promises. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const fates: Readonly<Record<string, string>> = {
  'fax000000101.tif': 'released',
  'fax000000102.tif': 'released',
  'fax000000103.tif': 'released',
  'scan-0006.pdf': 'released',
  'scan-0007.tif': 'released',
  'card.png': 'released',
  'label.png': 'released',
  'intake.jpg': 'released',
  'note.jpg': 'held',
  'letter.pdf': 'released',
  'fax000000104.tif': 'duplicate',
  'fax000000105.tif': 'rejected: truncated',
  'notes.tif': 'rejected: unknown-format',
}

test('the demo ends with one report that accounts for every document', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-demo-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const main = fileURLToPath(new URL('../../demo/main.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--out', folder], {
    encoding: 'utf8',
    timeout: 400_000,
  })
  assert.equal(status, 0, `${stdout}${stderr}`)
  const path = /^Report: (.+)$/m.exec(stdout)?.[1]
  assert.ok(path)
  const html = readFileSync(path, 'utf8')
  for (const [file, fate] of Object.entries(fates)) {
    assert.ok(stdout.includes(file), file)
    const heading = new RegExp(`<h2>${file.replace('.', '\\.')} <span class="[a-z]+">([^<]+)</span>`).exec(
      html,
    )
    assert.ok(heading?.[1]?.startsWith(fate), `${file}: ${heading?.[1]}`)
  }
  assert.doesNotMatch(html, /<script|<link|(?:src|href)="(?!data:|#)/i)
})
