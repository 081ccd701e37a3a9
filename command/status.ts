/** `cordon status`: what runs, what waits where, and for whom. Reads folders and counts; opens no document. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { type EdgeName, edgeNames } from '../daemon/model/document.ts'
import { exitCodes } from './exit.ts'
import { runningPid } from './running.ts'
import { settings } from './settings.ts'

type Counts = {
  readonly waiting: number
  readonly kept: number
  readonly rejected: Readonly<Record<string, number>>
}
type Status = {
  readonly site: string
  readonly device: string
  readonly running: boolean
  readonly edges: Readonly<Record<EdgeName, Counts>>
}

const help = `
captured  pages on their way into de-identification; "kept" are originals that wait for the gateway's receipt
review    held documents on their way to, or waiting for ("kept"), a person: see cordon review list
decided   decisions on their way back
sealed    output on its way to the gateway; "kept" waits for the gateway's signed receipt
receipts  receipts on their way back

Exit code 2 when a document waits for a person, 0 otherwise.`

export default (program: Command): void => {
  program
    .command('status')
    .description('show the services, the queues and what waits for whom')
    .option('--config <file>', 'the configuration of the box')
    .option('--json', 'as JSON')
    .addHelpText('after', help)
    .action((options: { config?: string; json?: boolean }) => status(options))
}

const status = async ({ config: file, json }: { config?: string; json?: boolean }): Promise<void> => {
  const { site, device, stateDir } = await settings(file)
  const counted = await Promise.all(
    edgeNames.map(async edge => [edge, await countsOf(join(stateDir, 'spool', edge))] as const),
  )
  const edges = Object.fromEntries(counted) as Record<EdgeName, Counts>
  const found: Status = { site, device, running: (await runningPid(stateDir)) !== null, edges }
  if (json) console.log(JSON.stringify(found))
  else print(found)
  process.exitCode = edges.review.waiting + edges.review.kept > 0 ? exitCodes.held : exitCodes.ok
}

const print = ({ site, device, running, edges }: Status): void => {
  console.log(
    `${site}/${device}: the services ${running ? 'run under cordon run' : 'do not run under cordon run'}`,
  )
  console.log('edge       waiting   kept   rejected')
  for (const edge of edgeNames) {
    const { waiting, kept, rejected } = edges[edge]
    const codes = Object.entries(rejected).map(([code, count]) => `${count} ${code}`)
    console.log(
      `${edge.padEnd(10)} ${String(waiting).padStart(7)} ${String(kept).padStart(6)}   ${codes.join(', ') || '0'}`,
    )
  }
  const held = edges.review.waiting + edges.review.kept
  if (held > 0) console.log(`${held} document(s) wait for a person: cordon review list`)
}

const countsOf = async (directory: string): Promise<Counts> => {
  const count = async (folder: string) => (await namesIn(join(directory, folder))).length
  const rejected: Record<string, number> = {}
  for (const name of await namesIn(join(directory, 'rejected'))) {
    const code = /\.([a-z-]{1,40})$/.exec(name)?.[1] ?? 'unnamed'
    rejected[code] = (rejected[code] ?? 0) + 1
  }
  return { waiting: await count('new'), kept: await count('kept'), rejected }
}

const namesIn = async (directory: string): Promise<readonly string[]> => {
  try {
    return await readdir(directory)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw thrown
  }
}
