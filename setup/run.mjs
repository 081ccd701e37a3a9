// @ts-check
/**
 * `node setup/run.mjs WHAT`: makes a fresh checkout ready, then runs WHAT on the pinned Node. Every npm script calls
 * this. Runs on Node 20 with nothing installed, so it uses Node's own modules alone.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDebianPackages } from './debian.mjs'
import { ensurePackages } from './packages.mjs'
import { Interrupted } from './program.mjs'
import { findNode } from './runtime.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * What can be run: the Debian groups it wants, and the arguments for Node (none: only make ready).
 * @type {Record<string, { groups: string[], args: string[] }>}
 */
const targets = {
  setup: { groups: ['runtime'], args: [] },
  demo: { groups: ['runtime'], args: ['demo/main.ts'] },
  test: { groups: ['runtime', 'bench', 'test'], args: ['test/run.ts'] },
  bench: { groups: ['runtime', 'bench'], args: ['test/bench/bench.ts'] },
  'bench:deid': { groups: ['runtime', 'bench', 'test'], args: ['test/bench/deid.ts'] },
  check: { groups: [], args: ['test/run.ts', '--only', 'lint,types,layers'] },
  lint: { groups: [], args: ['test/run.ts', '--only', 'lint'] },
  types: { groups: [], args: ['test/run.ts', '--only', 'types'] },
  layers: { groups: [], args: ['test/run.ts', '--only', 'layers'] },
  format: { groups: [], args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--write'] },
}

/** @param {string} line */
const say = line => console.error(line)

/**
 * Runs to the end with our own terminal; a signal to us goes on to the child, whose end is our end.
 * @param {string} node @param {readonly string[]} args @returns {Promise<number>} the exit code
 */
const runToEnd = (node, args) =>
  new Promise((resolve, reject) => {
    const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
    const child = spawn(node, args, { cwd: root, env: { ...process.env, PATH: path }, stdio: 'inherit' })
    // Ctrl-C reaches the child from the terminal itself; we only wait for it.
    process.on('SIGINT', () => {})
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
      process.on(signal, () => child.kill(signal))
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]),
    )
  })

/** @param {string | undefined} what @param {readonly string[]} more @returns {Promise<number>} the exit code */
const main = async (what, more) => {
  const target = Object.hasOwn(targets, what ?? '') ? targets[what ?? ''] : undefined
  if (target === undefined) {
    say(`usage: node setup/run.mjs ${Object.keys(targets).join('|')}`)
    return 64
  }
  if (!(await ensurePackages(root, say))) return 1
  const node = findNode(root, say)
  if (node === null) return 1
  await ensureDebianPackages(target.groups, say)
  if (target.args.length === 0) {
    say('ready: npm run demo shows the whole path; ./cordon --help lists the commands')
    return 0
  }
  const [script = '', ...args] = target.args
  return runToEnd(node, [join(root, script), ...args, ...more])
}

try {
  process.exitCode = await main(process.argv[2], process.argv.slice(3))
} catch (thrown) {
  if (!(thrown instanceof Interrupted)) throw thrown
  process.exitCode = thrown.exitCode
}
