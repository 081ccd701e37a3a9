/** Debian packages are installed as root, named otherwise, and never the reason for an end. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ensureDebianPackages, parseGroups } from '../../setup/debian.mjs'

type World = { installed?: readonly string[]; isDebian?: boolean; failing?: string; isRoot?: boolean }

/** Runs the set-up against a dpkg and apt-get that answer as told; gives what was run and said. */
const runWith = async (
  groups: readonly string[],
  { installed = [], isDebian = true, failing, isRoot = true }: World,
) => {
  const ran: { line: string; env: NodeJS.ProcessEnv }[] = []
  const said: string[] = []
  const run = async (command: string, args: readonly string[], { env }: { env: NodeJS.ProcessEnv }) => {
    ran.push({ line: [command, ...args].join(' '), env })
    if (command === 'dpkg-query')
      return { ok: isDebian, output: installed.map(name => `${name} installed`).join('\n') }
    const fails = failing !== undefined && args.includes(failing)
    return { ok: !fails, output: fails ? 'E: no network' : '' }
  }
  await ensureDebianPackages(groups, line => said.push(line), { run, isRoot, env: { PATH: '/bin' } })
  return { ran: ran.filter(({ line }) => !line.startsWith('dpkg-query')), said: said.join('\n') }
}

const groups = parseGroups(readFileSync(new URL('../../setup/debian-packages.txt', import.meta.url), 'utf8'))
const runtime = groups.get('runtime') ?? []

test('the list has its groups, and every name is one of a Debian package, once', () => {
  assert.deepEqual([...groups.keys()], ['runtime', 'bench', 'test'])
  assert.deepEqual(runtime, ['tesseract-ocr', 'tesseract-ocr-eng'])
  const names = [...groups.values()].flat()
  for (const name of names) assert.match(name, /^[a-z0-9][a-z0-9+.-]+$/)
  assert.equal(new Set(names).size, names.length)
})

test('as root the missing ones alone are installed, after an update', async () => {
  const { ran, said } = await runWith(['runtime'], { installed: ['tesseract-ocr'] })
  assert.equal(ran.length, 2)
  assert.match(ran[0]?.line ?? '', /^apt-get .*DPkg::Lock::Timeout=120.* update$/)
  assert.match(ran[1]?.line ?? '', / install -y --no-install-recommends tesseract-ocr-eng$/)
  assert.match(said, /installing 1 packages \(tesseract-ocr-eng\)/)
})

test('package scripts are told to ask nothing and to start nothing', async () => {
  for (const { env } of (await runWith(['runtime'], {})).ran)
    assert.deepEqual(
      [env.DEBIAN_FRONTEND, env.SYSTEMD_OFFLINE, env.RUNLEVEL, env.PATH],
      ['noninteractive', '1', '1', '/bin'],
    )
})

test('a broker that we brought is not left to start at the next boot; one that was there is left alone', async () => {
  assert.equal((await runWith(['test'], {})).ran.at(-1)?.line, 'systemctl disable mosquitto.service')
  const others = (await runWith(['test'], { installed: ['mosquitto'] })).ran
  assert.ok(others.every(({ line }) => !line.startsWith('systemctl')))
})

test('nothing is run and nothing said when all are there', async () =>
  assert.deepEqual(await runWith(['runtime'], { installed: runtime }), { ran: [], said: '' }))

test('without root the one line to run is printed, and nothing is run', async () => {
  const { ran, said } = await runWith(['runtime'], { isRoot: false })
  assert.deepEqual(ran, [])
  assert.match(
    said,
    /\n {2}sudo apt-get update && sudo apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-eng$/,
  )
})

test('an update that fails still tries the install; an install that fails says why and goes on', async () => {
  assert.equal((await runWith(['runtime'], { failing: 'update' })).ran.length, 2)
  assert.match(
    (await runWith(['runtime'], { failing: 'install' })).said,
    /going on without them\. It said: E: no network$/,
  )
})

test('elsewhere than on Debian the useful programs are named', async () =>
  assert.match((await runWith(['runtime'], { isDebian: false })).said, /no Debian.*tesseract-ocr/))
