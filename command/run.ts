/**
 * `cordon run`: all services in one process tree, over the same edges and entries as the units. It prepares what
 * tmpfiles.d prepares on a box (state folders, edges) and checks that the keys are there; it makes no keys.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import type { Config } from '../config/load.ts'
import { edgeNames, type ServiceName, serviceNames } from '../daemon/model/document.ts'
import { createEdge } from '../daemon/spool/edge.ts'
import { exitCodes, Failure } from './exit.ts'
import { holdRunFile } from './running.ts'
import { settings } from './settings.ts'
import { supervise } from './supervise.ts'

type Options = { readonly config?: string; readonly only?: readonly ServiceName[]; readonly quiet?: boolean }

const help = `
The services write one JSON line per event to standard error. Stop with Ctrl-C: work in progress is handed back and
goes on at the next start. A service that dies is started again; nothing is lost by it.

Examples:
  cordon keys init --dir keys           once
  cordon run --config cordon.yaml
  cordon run --config cordon.yaml --only capture deidentify   (the others wait; the spool holds their work)`

export default (program: Command): void => {
  program
    .command('run')
    .description('run the services in one process tree, as the units run them apart')
    .option('--config <file>', 'the configuration of the box')
    .addOption(new Option('--only <service...>', 'these services alone').choices([...serviceNames]))
    .option('--quiet', 'warnings and errors only')
    .addHelpText('after', help)
    .action((options: Options) => run(options))
}

/** The folders that the services expect; safe to repeat. */
export const prepareState = async ({ stateDir }: Pick<Config, 'stateDir'>): Promise<void> => {
  await mkdir(stateDir, { recursive: true, mode: 0o750 })
  for (const folder of ['audit', ...serviceNames])
    await mkdir(join(stateDir, folder), { recursive: true, mode: 0o700 })
  for (const edge of edgeNames) await createEdge(join(stateDir, 'spool', edge))
}

const run = async ({ config: file, only, quiet }: Options): Promise<void> => {
  const config = await settings(file)
  await prepareState(config)
  const release = await holdRunFile(config.stateDir)
  if (release === null)
    throw new Failure(
      exitCodes.deferred,
      'another cordon run uses this state folder',
      'stop it first, or give this one a stateDir of its own',
    )
  const configFile = file ?? '/etc/cordon/cordon.yaml'
  const supervised = supervise({
    configFile,
    ...(only === undefined ? {} : { services: only }),
    onLine: (_service, line) => {
      if (!quiet || !/"level":"(debug|info)"/.test(line)) process.stderr.write(`${line}\n`)
    },
    onDeath: (service, exit, againInMs) => {
      const next =
        againInMs === null
          ? 'not started again: correct the configuration'
          : `started again in ${againInMs} ms`
      process.stderr.write(`cordon: ${service} ended (${exit ?? 'killed'}); ${next}\n`)
    },
  })
  const stop = () => void supervised.stop()
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.exitCode = await supervised.ended
  await release()
}
