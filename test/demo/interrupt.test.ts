/** Ctrl-C in the demo: every process that it started ends, and nothing of it stays outside its folder. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const demo = fileURLToPath(new URL('../../demo/main.ts', import.meta.url))

/** The processes that name this folder on their command line. */
const processesOf = (folder: string): string[] =>
  readdirSync('/proc').filter(name => /^\d+$/.test(name) && wordsOf(name).includes(folder))

const wordsOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  test(`${signal} while pages move`, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'cordon-interrupt-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const [out, TMPDIR] = [join(folder, 'out'), join(folder, 'tmp')]
    mkdirSync(TMPDIR)
    const child = spawn(process.execPath, [demo, '--out', out], {
      env: { ...process.env, TMPDIR },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        said.push(String(chunk))
        if (String(chunk).includes('captured')) child.kill(signal)
      })
    assert.equal((await once(child, 'close'))[0], code, said.join(''))
    assert.match(said.join(''), /\nStopping …\n$/)
    assert.deepEqual(processesOf(out), [])
    assert.deepEqual(readdirSync(TMPDIR), [])
    assert.equal(readdirSync(out).includes('run.pid'), false)
  })
