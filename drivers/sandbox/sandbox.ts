/**
 * Words the command that starts a program confined: no network, no other process, no file but those named, nothing
 * writable, bounded CPU, memory, descriptors and core. Runs only the kernel's own tools, all of them in Debian's
 * essential package util-linux. Starts nothing itself but the probe; must never pass the caller's environment on.
 *
 * - `closed-root`: new user, mount, PID, network and IPC namespaces; a root that holds only what was named, read-only.
 * - `namespaces`: the same without the closed root, where the host forbids the mounts.
 * - `limits`: resource limits and no new privileges only, where the host forbids user namespaces.
 */
import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { watchMemory } from './memory.ts'

export const confinements = ['closed-root', 'namespaces', 'limits'] as const
export type Confinement = (typeof confinements)[number]

export type Limits = {
  /**
   * CPU time (RLIMIT_CPU): SIGXCPU, and a second later SIGKILL. The first process of a PID namespace does not die of
   * the former. Absent: a program that lives long.
   */
  readonly seconds?: number
  /** Private writable memory of each process (RLIMIT_DATA). A backstop: `watchMemory` is what gives a code. */
  readonly memoryBytes?: number
  /** Absolute paths of folders and files that the program may read beside /usr and itself (closed root only). */
  readonly readable?: readonly string[]
  /** All of its environment beside PATH, LANG and TZ. */
  readonly env?: Readonly<Record<string, string>>
}

export type Command = { command: string; args: string[]; env: Record<string, string> }

/** The command to hand to `spawn`. Its standard error must not be a regular file: the size limit of 0 would kill it. */
export type Confine = (program: string, args: readonly string[], limits: Limits) => Command

export type Sandbox = {
  readonly confinement: Confinement
  readonly confine: Confine
  readonly watchMemory: typeof watchMemory
}

const closedRoot = fileURLToPath(new URL('closed-root.sh', import.meta.url))
const namespaces = ['--user', '--map-root-user', '--net', '--ipc', '--pid', '--fork', '--kill-child']
const noCapabilities = ['--bounding-set=-all', '--inh-caps=-all', '--ambient-caps=-all']

const resourceLimits = ({ seconds, memoryBytes }: Limits, alone: boolean): string[] => [
  '--fsize=0',
  '--core=0',
  '--nofile=256',
  // Counted over all processes of the user where the user namespace is shared: too coarse there.
  ...(alone ? ['--nproc=64'] : []),
  ...(seconds === undefined ? [] : [`--cpu=${Math.ceil(seconds)}:${Math.ceil(seconds) + 1}`]),
  ...(memoryBytes === undefined ? [] : [`--data=${memoryBytes}`]),
]

const confineWith =
  (confinement: Confinement): Confine =>
  (untrustedProgram, args, limits) => {
    const program = realpathSync(untrustedProgram)
    const limited = ['prlimit', ...resourceLimits(limits, confinement !== 'limits'), program, ...args]
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', TZ: 'UTC', ...limits.env }
    const command = 'setpriv'
    const dying = ['--pdeathsig=KILL', '--no-new-privs']
    if (confinement === 'limits') {
      // Only root may empty the bounding set, and only root has capabilities to lose.
      const powerless = process.getuid?.() === 0 ? noCapabilities : []
      return { command, args: [...dying, ...powerless, ...limited], env }
    }
    const powerless = ['setpriv', ...noCapabilities, '--no-new-privs', ...limited]
    const inside =
      confinement === 'namespaces'
        ? ['unshare', ...namespaces, ...powerless]
        : [
            'unshare',
            '--mount',
            ...namespaces,
            '/bin/sh',
            closedRoot,
            ...shown(program, limits),
            '--',
            ...powerless,
          ]
    return { command, args: [...dying, ...inside], env }
  }

/** Each path once, and none that lies in a folder already shown; /usr always is. */
const shown = (program: string, { readable = [] }: Limits): string[] => {
  const paths = [...new Set([program, ...readable.map(path => realpathSync(path))])].sort()
  return paths.filter(path => !['/usr', ...paths].some(other => path.startsWith(`${other}/`)))
}

const permitted = (confinement: Confinement): Promise<boolean> =>
  new Promise(resolve => {
    const { command, args, env } = confineWith(confinement)(process.execPath, ['--version'], {})
    execFile(command, args, { env, timeout: 10_000, killSignal: 'SIGKILL' }, fault => resolve(fault === null))
  })

/** Asks the host once for the tightest confinement that it permits (about 50 ms). */
export const createSandbox = async (): Promise<Sandbox> => {
  for (const confinement of confinements) {
    if (confinement === 'limits' || (await permitted(confinement))) {
      return { confinement, confine: confineWith(confinement), watchMemory }
    }
  }
  throw new RangeError('no confinement')
}

/** One given confinement, unprobed: for tests, and for a host whose administrator has decided. */
export const sandboxOf = (confinement: Confinement): Sandbox => ({
  confinement,
  confine: confineWith(confinement),
  watchMemory,
})
