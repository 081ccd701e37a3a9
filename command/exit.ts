/**
 * How a command ends: the exit codes and the one line that is printed when it fails.
 * The line says what happened and what to do next. It never quotes a document, a source file's name or a stack.
 */
import { Deferred, Rejected } from '../daemon/errors.ts'
import { bugOf } from '../daemon/log.ts'
import { ConfigurationFault } from '../daemon/service.ts'

/** From 64 on after sysexits.h. The README and docs/errors.md list them. */
export const exitCodes = {
  ok: 0,
  failure: 1,
  /** Something waits for a person. */
  held: 2,
  /** Something was refused as bad input. */
  rejected: 3,
  usage: 64,
  bug: 70,
  /** The world is not ready; the same command may succeed later. */
  deferred: 75,
  config: 78,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A failure that a command foresaw. `details` are printed as lines of their own before the closing line. */
export class Failure extends Error {
  readonly exit: ExitCode
  readonly next: string
  readonly details: readonly string[]
  /** `what` and `next` are sentences of ours without the full stop. */
  constructor(exit: ExitCode, what: string, next: string, details: readonly string[] = []) {
    super(what)
    this.name = 'Failure'
    this.exit = exit
    this.next = next
    this.details = details
  }
}

export type Ending = { readonly exit: ExitCode; readonly lines: readonly string[] }

const line = (what: string, next: string): string => `cordon: ${what}. Next: ${next}.`

const systemEnding = ({ code, syscall }: NodeJS.ErrnoException): Ending => ({
  exit: exitCodes.failure,
  lines: [
    line(
      `the system refused ${syscall} with ${code}`,
      'check that the paths exist and that this user may use them',
    ),
  ],
})

const bugEnding = (thrown: unknown): Ending => {
  const { name, at } = bugOf(thrown)
  const { code } = (thrown ?? {}) as NodeJS.ErrnoException
  const kind = typeof code === 'string' && /^ERR_[A-Z_]{1,60}$/.test(code) ? `${name} ${code}` : name
  return {
    exit: exitCodes.bug,
    lines: [line(`internal error: ${kind} at ${at}`, 'report this line with the output of cordon --version')],
  }
}

/** What is printed, and the exit code, for anything that a command threw. */
export const endingOf = (thrown: unknown): Ending => {
  if (thrown instanceof Failure)
    return { exit: thrown.exit, lines: [...thrown.details, line(thrown.message, thrown.next)] }
  if (thrown instanceof ConfigurationFault)
    return {
      exit: exitCodes.config,
      lines: [
        ...thrown.lines,
        line('the configuration or its keys are at fault', 'correct what stands above'),
      ],
    }
  if (thrown instanceof Rejected)
    return {
      exit: exitCodes.rejected,
      lines: [line(`rejected with the code ${thrown.code}`, `see ${thrown.code} in docs/errors.md`)],
    }
  if (thrown instanceof Deferred)
    return {
      exit: exitCodes.deferred,
      lines: [
        line(`not possible now: ${thrown.code}`, `see ${thrown.code} in docs/errors.md, then try again`),
      ],
    }
  const { code, syscall } = (thrown ?? {}) as NodeJS.ErrnoException
  return typeof code === 'string' && typeof syscall === 'string'
    ? systemEnding(thrown as NodeJS.ErrnoException)
    : bugEnding(thrown)
}
