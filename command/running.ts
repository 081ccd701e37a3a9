/** One `cordon run` per state folder: a file that names the process, held against the processes that live. */
import { constants } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, ownMark } from '../daemon/alive.ts'

const fileIn = (stateDir: string): string => join(stateDir, 'run.pid')

/** The process that runs this state folder, or null. */
export const runningPid = async (stateDir: string): Promise<number | null> => {
  const mark = (await readFile(fileIn(stateDir), 'utf8').catch(() => '')).trim()
  return /^\d+-\d+$/.test(mark) && (await isAlive(mark)) ? Number.parseInt(mark, 10) : null
}

/** @returns what lets the folder go, or null where another process holds it. */
export const holdRunFile = async (stateDir: string): Promise<(() => Promise<void>) | null> => {
  if ((await runningPid(stateDir)) !== null) return null
  const file = fileIn(stateDir)
  await rm(file, { force: true })
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644)
  await handle.writeFile(`${await ownMark()}\n`)
  await handle.close()
  return () => rm(file, { force: true })
}
