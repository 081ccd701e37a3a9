/** A program of the set-up: its end and words come back; a signal to us neither leaves it behind nor breaks it off. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { runProgram } from '../../setup/program.mjs'

const folder = mkdtempSync(join(tmpdir(), 'cordon-program-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const env = { PATH: process.env.PATH }

test('the words and the end of a program come back', async () => {
  const both = await runProgram('sh', ['-c', 'echo out; sleep 0.1; echo err >&2'], { env })
  assert.deepEqual(both, { ok: true, output: 'out\nerr\n' })
  assert.equal((await runProgram('false', [], { env })).ok, false)
  const absent = { ok: false, output: 'spawn no-such-program ENOENT' }
  assert.deepEqual(await runProgram('no-such-program', [], { env }), absent)
})

const appears = async (name: string): Promise<void> => {
  while (!existsSync(join(folder, name))) await sleep(20)
}

/** A set-up that runs this script, and has told its process id in `pid`. */
const setUp = async (script: string, options: string) => {
  const module = JSON.stringify(new URL('../../setup/program.mjs', import.meta.url).href)
  const words = JSON.stringify(['-c', `echo $$ > pid-; mv pid- pid; ${script}`])
  const program = `
    import { runProgram } from ${module}
    await runProgram('sh', ${words}, { env: process.env, ${options} })
      .catch(thrown => { process.exitCode = thrown.exitCode })`
  const setup = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, env })
  await appears('pid')
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
  rmSync(join(folder, 'pid'))
  return { setup, pid }
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  test(`${signal}: what may be begun anew is killed with all that it started`, async () => {
    const { setup, pid } = await setUp('sleep infinity & wait', '')
    setup.kill(signal)
    assert.equal((await once(setup, 'close'))[0], code)
    // The end of our set-up waits for everyone who could still write to it: for the sleeping one as well.
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' })
  })

test('what must not be broken off is finished first', async () => {
  const wait = 'while [ ! -e go ]; do sleep 0.02; done; echo > finished'
  const { setup } = await setUp(wait, `onSignal: () => console.log('soon')`)
  setup.kill('SIGINT')
  assert.equal(String((await once(setup.stdout, 'data'))[0]), 'soon\n')
  setup.kill('SIGINT')
  await once(setup.stdout, 'data')
  assert.equal(setup.exitCode, null)
  writeFileSync(join(folder, 'go'), '')
  assert.equal((await once(setup, 'close'))[0], 130)
  assert.ok(existsSync(join(folder, 'finished')))
})
