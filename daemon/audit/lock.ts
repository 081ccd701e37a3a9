/**
 * One writer at a time on an audit file, also where a command and a service run side by side: a symbolic link beside
 * the file whose target names the process. Made in one step, so that it never stands without its owner's name. One
 * whose process is gone is broken. Node has no flock(2).
 */
import { randomBytes } from 'node:crypto'
import { readlink, rename, symlink, unlink } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '../alive.ts'
import { Deferred } from '../errors.ts'

const retryMs = 5
const retries = 1000

const errnoOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined

const tryLock = async (lock: string, owner: string): Promise<boolean> => {
  try {
    await symlink(owner, lock)
    return true
  } catch (thrown) {
    if (errnoOf(thrown) === 'EEXIST') return false
    throw thrown
  }
}

const ownerOf = (lock: string): Promise<string | null> => readlink(lock).catch(() => null)

/** Moves a dead owner's lock aside before removing it; a living one's, caught in between, is put back. */
const breakDead = async (lock: string): Promise<void> => {
  const owner = await ownerOf(lock)
  if (owner === null || (await isAlive(owner.split('.')[0] ?? ''))) return
  const aside = `${lock}.${randomBytes(8).toString('hex')}`
  await rename(lock, aside).catch(() => {})
  const moved = await ownerOf(aside)
  if (moved !== null && moved !== owner) await tryLock(lock, moved)
  await unlink(aside).catch(() => {})
}

/**
 * Runs work while no other process writes. `mark` names this process (`ownMark`).
 * @throws Deferred `audit-unavailable` where the lock is not to be had within five seconds.
 */
export const withLock = async <T>(lock: string, mark: string, work: () => Promise<T>): Promise<T> => {
  const owner = `${mark}.${randomBytes(8).toString('hex')}`
  for (let tries = 0; !(await tryLock(lock, owner)); tries++) {
    if (tries >= retries) throw new Deferred('audit-unavailable')
    await breakDead(lock)
    await wait(retryMs)
  }
  try {
    return await work()
  } finally {
    if ((await ownerOf(lock)) === owner) await unlink(lock)
  }
}
