/** What the system tells of running processes to whoever asks: command lines and environments. Reads /proc. */
import { readdir, readFile } from 'node:fs/promises'

const read = (path: string): Promise<Buffer> => readFile(path).catch(() => Buffer.alloc(0))

const parentOf = async (pid: number): Promise<number | null> => {
  const stat = (await read(`/proc/${pid}/stat`)).toString('latin1')
  // Field 2 is the program's name in brackets and may hold anything.
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  return Number.isInteger(parent) && parent > 0 ? parent : null
}

/** The processes that descend from these, and these. */
export const familyOf = async (roots: readonly number[]): Promise<readonly number[]> => {
  const all = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number)
  const parents = new Map(await Promise.all(all.map(async pid => [pid, await parentOf(pid)] as const)))
  const descends = (pid: number | null | undefined): boolean =>
    pid !== null && pid !== undefined && (roots.includes(pid) || descends(parents.get(pid)))
  return all.filter(descends)
}

export const toldOf = async (pid: number): Promise<Buffer> =>
  Buffer.concat([
    await read(`/proc/${pid}/cmdline`),
    Buffer.from('\n'),
    await read(`/proc/${pid}/environ`),
    Buffer.from('\n'),
    await read(`/proc/${pid}/comm`),
  ])
