// @ts-check
/**
 * The Debian packages: installs the missing ones as root, names the one line to run otherwise. Never fatal: what is
 * missing has an embedded substitute or skips a test. Starts no service and leaves none enabled.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runProgram } from './program.mjs'

const listFile = fileURLToPath(new URL('debian-packages.txt', import.meta.url))

/** @param {string} text @returns {Map<string, string[]>} group → package names */
export const parseGroups = text => {
  /** @type {Map<string, string[]>} */
  const groups = new Map()
  let group = ''
  for (const line of text.split('\n').map(line => line.replace(/#.*/, '').trim())) {
    const heading = /^\[(\w+)\]$/.exec(line)
    if (heading?.[1] !== undefined) group = heading[1]
    else if (line !== '') groups.set(group, [...(groups.get(group) ?? []), line])
  }
  return groups
}

/** @typedef {import('./program.mjs').Run} Run */

/** @param {readonly string[]} names @param {Run} run @param {NodeJS.ProcessEnv} env */
const missing = async (names, run, env) => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are those of dpkg-query
  const format = '${Package} ${db:Status-Status}\\n'
  const { output } = await run('dpkg-query', ['-W', `-f=${format}`, ...names], { env })
  const installed = output.split('\n')
  return names.filter(name => !installed.includes(`${name} installed`))
}

const aptOptions = ['-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2']

/**
 * Package scripts ask systemctl and invoke-rc.d to start the service that they brought: with these, both decline.
 * @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv}
 */
const quietly = env => ({
  ...env,
  DEBIAN_FRONTEND: 'noninteractive',
  NEEDRESTART_MODE: 'l',
  RUNLEVEL: '1',
  SYSTEMD_OFFLINE: '1',
})

/** @param {string[]} names @param {Run} run @param {NodeJS.ProcessEnv} env @param {(line: string) => void} say */
const install = async (names, run, env, say) => {
  const startedMs = Date.now()
  say(`debian: installing ${names.length} packages (${names.join(' ')}); some seconds to three minutes`)
  // dpkg broken off half-way would have to be repaired by hand.
  const onSignal = () => say('debian: stopping as soon as apt-get is done')
  const apt = (/** @type {string[]} */ ...words) =>
    run('apt-get', [...aptOptions, ...words], { env: quietly(env), onSignal })
  const updated = await apt('update')
  const { ok, output } = await apt('install', '-y', '--no-install-recommends', ...names)
  if (!ok) {
    const why = `${updated.ok ? '' : updated.output}${output}`.trim().split('\n').slice(-3).join(' / ')
    say(`debian: apt-get failed; going on without them. It said: ${why}`)
    return
  }
  // A broker of the distribution would start at the next boot; only our tests start one, on a port of their own.
  if (names.includes('mosquitto'))
    await run('systemctl', ['disable', 'mosquitto.service'], { env: quietly(env) })
  say(`debian: installed in ${Math.round((Date.now() - startedMs) / 1000)} s`)
}

/**
 * @param {readonly string[]} groups
 * @param {(line: string) => void} say
 * @param {{ run?: Run, isRoot?: boolean, env?: NodeJS.ProcessEnv }} [world]
 */
export const ensureDebianPackages = async (
  groups,
  say,
  { run = runProgram, isRoot = process.getuid?.() === 0, env = process.env } = {},
) => {
  const known = parseGroups(readFileSync(listFile, 'utf8'))
  const names = groups.flatMap(group => known.get(group) ?? [])
  if (names.length === 0) return
  if (!(await run('dpkg-query', ['--version'], { env })).ok) {
    say(`debian: this is no Debian; going on with what is here. Useful programs: ${names.join(' ')}`)
    return
  }
  const absent = await missing(names, run, env)
  if (absent.length === 0) return
  if (isRoot) {
    await install(absent, run, env, say)
    return
  }
  say('debian: some packages are missing; going on without them. To have them, run:')
  say(`  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${absent.join(' ')}`)
}
