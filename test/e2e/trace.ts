/** Which files processes open for writing, make or rename, as the kernel sees it: strace(1), attached while they run. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { until } from './until.ts'

const calls = 'openat,open,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat'

/** Why a test is skipped, or false where a process may be traced. */
export const missingTrace = (): string | false =>
  spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']).status !== 0 && 'needs strace, and to be let trace'

export type Trace = {
  /** Ends the tracing; the processes go on. Gives each path that was written to, with the call as it was made. */
  readonly stop: () => Promise<readonly Written[]>
}

export type Written = { readonly path: string; readonly call: string }

const isTraced = async (pid: number): Promise<boolean> =>
  /^TracerPid:\s*[1-9]/m.test(await readFile(`/proc/${pid}/status`, 'utf8'))

/** The processes, all their threads, and whatever they start from now on. */
export const trace = async (pids: readonly number[], output: string): Promise<Trace> => {
  const words = pids.flatMap(pid => ['-p', String(pid)])
  const child = spawn('strace', ['-f', '-qq', '-s', '4096', '-e', `trace=${calls}`, '-o', output, ...words], {
    stdio: 'ignore',
  })
  const gone = once(child, 'exit')
  for (const pid of pids) await until(() => isTraced(pid), `process ${pid} traced`)
  return {
    stop: async () => {
      child.kill('SIGINT')
      await gone
      return (await readFile(output, 'utf8')).split('\n').flatMap(writtenIn)
    },
  }
}

/** The last path of a call is the one that is made; an open that only reads makes none. */
const writtenIn = (line: string): readonly Written[] => {
  const call = /^\d+ +(?:<\.\.\. )?((\w+)\(.*)$/.exec(line)
  if (call === null) return []
  const [, text = '', name = ''] = call
  if (name.startsWith('open') && !/O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|O_TRUNC/.test(text)) return []
  const path = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].at(-1)?.[1]
  return path === undefined ? [] : [{ path, call: text }]
}
