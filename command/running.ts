/** One `cordon run` per state folder: a file that names the process, checked against the processes that live. */
import { constants } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const fileIn = (stateDir: string): string => join(stateDir, 'run.pid')

/** The process that runs this state folder, or null. */
export const runningPid = async (stateDir: string): Promise<number | null> => {
  const text = await readFile(fileIn(stateDir), 'utf8').catch(() => '')
  const pid = /^\d{1,9}\n$/.test(text) ? Number(text) : null
  return pid !== null && isOurs(await commandOf(pid)) ? pid : null
}

const commandOf = (pid: number): Promise<string> => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')

const isOurs = (commandLine: string): boolean => /\/(command|demo)\/main\.ts/.test(commandLine)

/** @returns what lets the folder go, or null where another process holds it. */
export const holdRunFile = async (stateDir: string): Promise<(() => Promise<void>) | null> => {
  if ((await runningPid(stateDir)) !== null) return null
  const file = fileIn(stateDir)
  await rm(file, { force: true })
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644)
  await handle.writeFile(`${process.pid}\n`)
  await handle.close()
  return () => rm(file, { force: true })
}
