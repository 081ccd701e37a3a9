/** The other side as a real process, `cordon gateway receive`, that can be killed and started again on its folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { cordonPath } from './command.ts'
import { until } from './until.ts'

export type GatewayOptions = {
  readonly port: number
  readonly out: string
  /** A gateway's folder as `drivers/keys/lab.ts` makes it. */
  readonly keysDir: string
  /** `device=file` of the box's public signing key. */
  readonly boxKey: string
}

export type GatewayProcess = {
  /** Resolves when it has subscribed, or has ended before. */
  readonly start: () => Promise<void>
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly lines: () => readonly string[]
  readonly watch: (react: (line: string) => void) => void
  readonly pid: () => number | undefined
}

export const gatewayProcess = ({ port, out, keysDir, boxKey }: GatewayOptions): GatewayProcess => {
  const words = ['gateway', 'receive', '--out', out, '--keys', keysDir, '--box-key', boxKey]
  const lines: string[] = []
  const watchers: ((line: string) => void)[] = []
  let child: ChildProcess | null = null
  const end = async (signal: NodeJS.Signals) => {
    const ended = child
    child = null
    if (ended === null || ended.exitCode !== null || ended.signalCode !== null) return
    const exit = once(ended, 'exit')
    ended.kill(signal)
    await exit
  }
  const hear = (line: string) => {
    lines.push(line)
    for (const react of watchers) react(line)
  }
  return {
    start: async () => {
      const before = lines.length
      const started = spawn(cordonPath, [...words, '--broker', `mqtts://localhost:${port}`], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      for (const stream of [started.stdout, started.stderr])
        createInterface({ input: stream }).on('line', hear)
      await until(
        () => started.signalCode !== null || lines.indexOf('connected and subscribed', before) >= 0,
        'the gateway connected',
        () => lines.slice(before).join('\n'),
      )
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    lines: () => lines,
    watch: react => void watchers.push(react),
    pid: () => child?.pid,
  }
}
