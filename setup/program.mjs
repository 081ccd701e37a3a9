// @ts-check
/**
 * The programs of the set-up, run to their end with what they said. A signal to us leaves none behind and none half
 * done: what can be begun anew is killed, what would leave the system broken is finished first. Then we end.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** We were asked to end, and the program has ended. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super('interrupted')
    this.exitCode = 128 + constants.signals[signal]
  }
}

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** @typedef {{ ok: boolean, output: string }} Ended */
/** @typedef {{ env: NodeJS.ProcessEnv, cwd?: string, onSignal?: (kill: () => void) => void }} Options */
/** @typedef {(command: string, args: readonly string[], options: Options) => Promise<Ended>} Run */

/**
 * In a session of its own, so that Ctrl-C reaches us alone; `onSignal` decides, and kills where it is not given.
 * @type {Run}
 * @throws {Interrupted} after the program's end
 */
export const runProgram = (command, args, { onSignal = kill => kill(), ...options }) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {Buffer[]} */
    const output = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output.push(chunk))
    const kill = () => void (child.pid && process.kill(-child.pid, 'SIGKILL'))
    /** @type {NodeJS.Signals | null} */
    let asked = null
    const ask = (/** @type {NodeJS.Signals} */ signal) => {
      asked ??= signal
      onSignal(kill)
    }
    for (const signal of signals) process.on(signal, ask)
    child.on('error', error => output.push(Buffer.from(error.message)))
    child.on('close', code => {
      for (const signal of signals) process.off(signal, ask)
      if (asked === null) resolve({ ok: code === 0, output: Buffer.concat(output).toString() })
      else reject(new Interrupted(asked))
    })
  })
