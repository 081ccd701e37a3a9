/** A confined program has no network, no other process, no file but those named, and bounded resources. */
import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { confinements, createSandbox, type Limits, sandboxOf } from '../../../drivers/sandbox/sandbox.ts'
import { cannotBeOthers, runNodeAs } from '../../other-user.ts'

const { confinement: strongest } = await createSandbox()
const permitted = confinements.slice(confinements.indexOf(strongest))
const namespaced = permitted.filter(confinement => confinement !== 'limits')
const closedRoot =
  strongest === 'closed-root' ? false : 'needs a host that permits mounts in a user namespace'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cordon-sandbox-')))
after(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'shown'), 'shown')
writeFileSync(join(folder, 'secret'), 'secret')

const run = (confinement: (typeof confinements)[number], script: string, limits: Limits = {}) => {
  const { command, args, env } = sandboxOf(confinement).confine('/bin/sh', ['-c', script], limits)
  return spawnSync(command, args, { env, encoding: 'utf8' })
}

/** Whether a process with such a command line is alive. */
const runs = (commandLine: RegExp): boolean =>
  readdirSync('/proc').some(name => commandLine.test(wordsOf(name)))

const wordsOf = (pid: string): string => {
  try {
    return /^\d+$/.test(pid)
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replace(/\0$/, '').replaceAll('\0', ' ')
      : ''
  } catch {
    return ''
  }
}

test('a host is asked for the tightest confinement that it permits', () => {
  assert.ok(confinements.includes(strongest))
})

for (const confinement of permitted) {
  test(`${confinement}: limits, environment and privileges`, () => {
    const script =
      'ulimit -f; ulimit -c; ulimit -n; ulimit -t; ulimit -d; env; grep -E "NoNewPrivs|CapEff" /proc/self/status'
    const limits = { seconds: 7, memoryBytes: 2 ** 30, readable: ['/proc'], env: { ONE: '1' } }
    const { stdout } = run(confinement, script, limits)
    const lines = stdout.split('\n')
    assert.deepEqual(lines.slice(0, 5), ['0', '0', '256', '7', String(2 ** 20)])
    const names = lines.filter(line => line.includes('=')).map(line => line.split('=')[0]!)
    assert.deepEqual(names.filter(name => !['PWD', 'OLDPWD', '_', 'SHLVL'].includes(name)).sort(), [
      'LANG',
      'ONE',
      'PATH',
      'TZ',
    ])
    assert.match(stdout, /NoNewPrivs:\s+1/)
    assert.match(stdout, /CapEff:\s+0{16}/)
  })

  test(`${confinement}: no byte can be written to a file`, () => {
    run(confinement, `echo x > ${folder}/written`)
    const written = readdirSync(folder).includes('written')
    assert.ok(
      !written || execFileSync('wc', ['-c', join(folder, 'written')], { encoding: 'utf8' }).startsWith('0 '),
    )
    rmSync(join(folder, 'written'), { force: true })
  })

  test(`${confinement}: CPU time ends`, () => {
    const { signal, status } = run(confinement, 'while :; do :; done; echo never', { seconds: 1 })
    assert.ok(signal !== null || status !== 0)
  })
}

for (const confinement of namespaced) {
  test(`${confinement}: no capability, no network, no other process`, () => {
    const script = `grep -E 'Cap(Eff|Prm|Bnd)' /proc/self/status; cat /proc/net/dev; kill -0 ${process.pid} || echo none; echo $$`
    const { stdout } = run(confinement, script, { readable: ['/proc'] })
    assert.deepEqual(stdout.match(/Cap\w+:\s+0{16}/g)?.length, 3)
    const interfaces = stdout.match(/^ *\w+: +\d/gm)?.map(line => line.trim().split(':')[0])
    assert.deepEqual(
      interfaces?.filter(name => !name?.startsWith('Cap')),
      ['lo'],
    )
    assert.match(stdout, /\bnone\n/)
    assert.match(stdout, /\n1\n$/)
  })
}

test('closed root: nothing is seen but what was named, and nothing can be changed', {
  skip: closedRoot,
}, () => {
  const script = `ls /; cat ${folder}/*; rm ${folder}/shown; mv ${folder}/shown /x; touch /x /dev/x; mount -t tmpfs none /usr; true`
  const { stdout, status } = run('closed-root', script, { readable: [join(folder, 'shown')] })
  assert.equal(status, 0)
  const [listing, ...rest] = stdout.split('shown')
  const top = folder.split('/')[1]!
  const seen = listing!.split('\n').filter(Boolean)
  assert.deepEqual(
    seen.filter(name => !['bin', 'dev', 'lib', 'lib64', 'usr', top].includes(name)),
    [],
  )
  assert.deepEqual(rest, [''], 'the secret beside it is not there')
  assert.deepEqual(readdirSync(folder).sort(), ['secret', 'shown'])
})

test('closed root: /proc, where it is asked for, shows its own processes only', { skip: closedRoot }, () => {
  const { stdout } = run('closed-root', 'ls /proc', { readable: ['/proc'] })
  const pids = stdout.split('\n').filter(name => /^\d+$/.test(name))
  assert.ok(!pids.includes(String(process.pid)) || pids.length < 5)
})

test('what is killed takes all that it started with it', {
  skip: namespaced.length === 0 && 'needs namespaces',
}, async () => {
  const marker = `60.${process.pid}`
  const { command, args, env } = sandboxOf(namespaced[0]!).confine(
    '/bin/sh',
    ['-c', `sleep ${marker} & sleep ${marker}`],
    {},
  )
  const child = spawn(command, args, { env, stdio: 'ignore' })
  const sleeping = () => runs(new RegExp(`^sleep ${marker}`))
  for (let tries = 0; !sleeping() && tries < 500; tries++) await sleep(20)
  assert.ok(sleeping())
  child.kill('SIGKILL')
  await new Promise(resolve => child.once('close', resolve))
  for (let tries = 0; sleeping() && tries < 100; tries++) await sleep(20)
  assert.equal(sleeping(), false)
})

test('a child outlives no parent', async () => {
  const marker = `61.${process.pid}`
  const module = fileURLToPath(new URL('../../../drivers/sandbox/sandbox.ts', import.meta.url))
  const script = `
    const { sandboxOf } = await import(${JSON.stringify(module)})
    const { command, args, env } = sandboxOf(${JSON.stringify(strongest)}).confine('/bin/sleep', ['${marker}'], {})
    ;(await import('node:child_process')).spawn(command, args, { env, stdio: 'ignore' })
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], {
    stdio: 'ignore',
  })
  const sleeping = () => runs(new RegExp(`sleep ${marker}$`))
  for (let tries = 0; !sleeping() && tries < 500; tries++) await sleep(20)
  assert.ok(sleeping())
  parent.kill('SIGKILL')
  for (let tries = 0; sleeping() && tries < 100; tries++) await sleep(20)
  assert.equal(sleeping(), false)
})

test('a host that forbids user namespaces still gives limits', {
  skip: namespaced.length === 0 && 'needs namespaces',
}, () => {
  const module = fileURLToPath(new URL('../../../drivers/sandbox/sandbox.ts', import.meta.url))
  const ask = `console.log((await (await import(${JSON.stringify(module)})).createSandbox()).confinement)`
  const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'
  const node = [process.execPath, '--input-type=module', '--no-warnings', '-e', ask]
  const { stdout, stderr } = spawnSync(
    'unshare',
    ['--user', '--map-root-user', 'sh', '-c', forbid, 'sh', ...node],
    { encoding: 'utf8' },
  )
  assert.equal(stdout, 'limits\n', stderr)
})

test('a user without any privilege gets the same', { skip: cannotBeOthers() }, () => {
  const ask = (place: string) => `
    const { createSandbox } = await import('${place}/drivers/sandbox/sandbox.ts')
    const { confinement, confine } = await createSandbox()
    const { command, args, env } = confine('/bin/sh', ['-c', 'ls /home; echo done'], {})
    const { stdout } = (await import('node:child_process')).spawnSync(command, args, { env, encoding: 'utf8' })
    console.log(confinement, stdout)`
  const nobody = { uid: 65_534, gid: 65_534 }
  const { stdout, stderr } = runNodeAs(nobody, place => ['--input-type=module', '-e', ask(place)])
  assert.equal(stdout, `${strongest} done\n\n`, stderr)
})
