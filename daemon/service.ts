/**
 * The skeleton of a service process: start, say *ready*, run until SIGTERM or SIGINT, hand work back, end.
 * A bug is logged by its class and place and ends the process; the supervisor (systemd, or `cordon run`) restarts it.
 */
import { bugOf, createLog, type Log } from './log.ts'
import type { ServiceName } from './model/document.ts'

export type ServiceContext = {
  readonly log: Log
  readonly clock: () => Date
  /** The command line after the entry's own name. */
  readonly argv: readonly string[]
  /** Aborts when the service is asked to stop; pass it to every wait. */
  readonly signal: AbortSignal
  /** Reports a bug from work that nobody awaits; the process ends with it. */
  readonly fail: (thrown: unknown) => void
}

export type RunningService = {
  /** Ends within 10 s, with unfinished jobs left in their edges. */
  readonly stop: () => Promise<void>
}

/** After sysexits.h: 0 stopped as asked, 70 a bug, 75 stopped too slowly, 78 the configuration is at fault. */
export const exitCodes = { stopped: 0, bug: 70, slow: 75, configuration: 78 } as const

const stopWithinMs = 10_000

/** Thrown by an entry whose configuration or keys are at fault; the lines are for IT and quote no document. */
export class ConfigurationFault extends Error {
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super('configuration fault')
    this.name = 'ConfigurationFault'
    this.lines = lines
  }
}

/** Runs one service in this process and ends the process; never returns to the caller's flow. */
export const runService = (
  name: ServiceName,
  start: (context: ServiceContext) => Promise<RunningService>,
): void => {
  const clock = () => new Date()
  const log = createLog(name, clock, line => process.stderr.write(line))
  const stopping = new AbortController()
  const fail = (thrown: unknown) => {
    if (thrown instanceof ConfigurationFault) {
      for (const line of thrown.lines) process.stderr.write(`${name}: ${line}\n`)
      process.exit(exitCodes.configuration)
    }
    log('error', 'bug', { bug: bugOf(thrown) })
    process.exit(exitCodes.bug)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  log('info', 'starting')
  const running = start({ log, clock, argv: process.argv.slice(2), signal: stopping.signal, fail })
  running.then(() => log('info', 'ready'), fail)
  const stop = async () => {
    if (stopping.signal.aborted) return
    log('info', 'stopping')
    stopping.abort()
    setTimeout(() => process.exit(exitCodes.slow), stopWithinMs).unref()
    await (await running).stop()
    log('info', 'stopped')
    process.exit(exitCodes.stopped)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop().catch(fail))
  // `cordon run` holds a channel to us. Where it is gone, however it ended, nobody would start us again or read our log.
  process.once('disconnect', () => {
    process.stderr.on('error', () => {})
    stop().catch(fail)
  })
}
