/**
 * Names a process so that another can tell, after a crash, that it is gone: its id and the moment it began. Reads
 * /proc only. The moment guards against an id that was given out again.
 */
import { readFile } from 'node:fs/promises'

const markPattern = /^(\d{1,10})-(\d{1,20})$/

/** Field 22 of proc_pid_stat(5), in clock ticks since boot; null where there is no such process. */
const startTicks = async (pid: number | string): Promise<string | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => null)
  // Field 2 is the program's name in brackets and may hold anything, so fields are counted after its last bracket.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

/** `<pid>-<start>`: fit for a file name. */
export const ownMark = async (): Promise<string> => `${process.pid}-${(await startTicks('self')) ?? '0'}`

/** False only where the process that the mark names is certainly gone. */
export const isAlive = async (mark: string): Promise<boolean> => {
  const parts = markPattern.exec(mark)
  if (parts === null) return true
  const [, pid = '', start = ''] = parts
  return (await startTicks(Number(pid))) === start
}
