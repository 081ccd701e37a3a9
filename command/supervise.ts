/**
 * Runs service processes and starts them again when they die, as systemd would: back-off from 0.2 s to 10 s, none
 * after a configuration fault. Each service is its own process with its own slice of rights to come from its unit.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type ServiceName, serviceNames } from '../daemon/model/document.ts'
import { exitCodes } from '../daemon/service.ts'

export type Supervised = {
  /** The process of a service; undefined between a death and the next start. */
  readonly pid: (service: ServiceName) => number | undefined
  /** Resolves with the exit code to end with, when all services have ended. */
  readonly ended: Promise<number>
  /** Asks all services to stop and waits for them. */
  readonly stop: () => Promise<void>
}

export type SuperviseOptions = {
  readonly configFile: string
  readonly services?: readonly ServiceName[]
  /** Each line that a service writes to standard error. */
  readonly onLine: (service: ServiceName, line: string) => void
  /** A service ended by itself; `againInMs` is null when it is not started again. */
  readonly onDeath: (service: ServiceName, exit: number | null, againInMs: number | null) => void
}

const firstDelayMs = 200
const longestDelayMs = 10_000
/** A service that has run for so long starts again without delay growing. */
const steadyMs = 30_000

export const supervise = ({ services = serviceNames, ...options }: SuperviseOptions): Supervised => {
  const children = new Map<ServiceName, ChildProcess>()
  const stopping = new AbortController()
  const killAll = () => {
    for (const child of children.values()) child.kill('SIGKILL')
  }
  process.once('exit', killAll)
  const ended = Promise.all(
    services.map(service => keepRunning(service, options, children, stopping.signal)),
  ).then(codes => Math.max(0, ...codes))
  const stop = async () => {
    stopping.abort()
    for (const child of children.values()) child.kill('SIGTERM')
    await ended
  }
  return { pid: service => children.get(service)?.pid, ended, stop }
}

const keepRunning = async (
  service: ServiceName,
  options: Omit<SuperviseOptions, 'services'>,
  children: Map<ServiceName, ChildProcess>,
  stopping: AbortSignal,
): Promise<number> => {
  let delayMs = firstDelayMs
  while (!stopping.aborted) {
    const startedAt = performance.now()
    const exit = await runOnce(service, options, children)
    if (stopping.aborted) return 0
    if (performance.now() - startedAt > steadyMs) delayMs = firstDelayMs
    const final = exit === exitCodes.configuration
    options.onDeath(service, exit, final ? null : delayMs)
    if (final) return exit
    await delay(delayMs, stopping)
    delayMs = Math.min(longestDelayMs, delayMs * 2)
  }
  return 0
}

const runOnce = (
  service: ServiceName,
  { configFile, onLine }: Omit<SuperviseOptions, 'services'>,
  children: Map<ServiceName, ChildProcess>,
): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const entry = fileURLToPath(new URL(`../daemon/${service}.ts`, import.meta.url))
    const child = spawn(process.execPath, [entry, '--config', configFile], {
      // The channel carries nothing: its end tells the service that we are gone, so that none outlives a killed parent.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    children.set(service, child)
    createInterface({ input: child.stderr! }).on('line', line => onLine(service, line))
    child.on('error', reject)
    child.on('close', code => {
      children.delete(service)
      resolve(code)
    })
  })

const delay = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
