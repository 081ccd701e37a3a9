/**
 * `npm run demo`: a morning in a clinic, for real. Throw-away keys, a broker that demands certificates, the four
 * services, a gateway; synthetic faxes and scans go in, and one HTML report says what came out.
 */
import { createHash, createSecretKey } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { exitCodes } from '../command/exit.ts'
import { supervise } from '../command/supervise.ts'
import { documentIdOf } from '../daemon/capture/identity.ts'
import { loadDocumentIdKey } from '../drivers/keys/box.ts'
import { type Clinic, openClinic } from './clinic.ts'
import { holdFolder } from './folder.ts'
import { type Follower, follow } from './follow.ts'
import { openBroker, openGateway } from './gateway.ts'
import { drawSet, type PaperFile } from './paper/set.ts'
import { createProgress } from './progress.ts'
import { collect } from './report/collect.ts'
import { reportHtml } from './report/html.ts'
import type { ReportDocument } from './report/model.ts'

type Named = Parameters<typeof follow>[0][number]

const seed = 7
const timeLimitMs = 10 * 60_000
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const folder = resolve(values.out ?? fileURLToPath(new URL('../out/demo/', import.meta.url)))
const startedAt = new Date()
const say = (text: string) => process.stdout.write(`${text}\n`)

/** What is open, in the order of opening; closed the other way round. */
const closing: (() => Promise<unknown>)[] = []
try {
  process.exitCode = await Promise.race([morning(), interrupted()])
} finally {
  for (const close of closing.reverse()) await close()
}
process.exit()

/** @returns the exit code. */
async function morning(): Promise<number> {
  const held = await holdFolder(folder)
  if ('refused' in held) {
    say(held.refused)
    return exitCodes.deferred
  }
  closing.push(held.release)
  say('Drawing synthetic faxes and scans …')
  const files = await drawSet(seed)
  say('Making throw-away keys and certificates, starting the broker, the gateway and the four services …')
  const clinic = await openSides()
  const idKey = createSecretKey(await loadDocumentIdKey({ directory: clinic.keysDir }))
  const dropped = files.map(file => {
    const sha256 = createHash('sha256').update(file.bytes).digest()
    return { name: file.name, file, documentId: documentIdOf(idKey, 'fax', sha256) }
  })
  const follower = startServices(dropped, clinic)
  for (const { file } of dropped) await drop(file, clinic.faxDir)
  const finished = await withinLimit(follower)
  say('\nWriting the report …')
  const documents: ReportDocument[] = []
  for (const { name, ...rest } of dropped) {
    const fate = follower.fates.get(name)
    if (fate !== undefined) documents.push(await collect({ ...rest, fate }, clinic))
  }
  say(`Report: ${await writeReport(documents)}`)
  if (finished) return exitCodes.ok
  say(`Not finished within ${timeLimitMs / 1000} s: ${dropped.length - documents.length} document(s).`)
  return exitCodes.failure
}

/** Ctrl-C ends all that was started; a second one ends at once. */
function interrupted(): Promise<number> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        say('\nStopping …')
        resolve(128 + constants.signals[signal])
      })
  })
}

async function openSides(): Promise<Clinic> {
  let brokerPort = 0
  const clinic = await openClinic(folder, async () => {
    const { port, close } = await openBroker(join(folder, 'lab'))
    closing.push(close)
    brokerPort = port
    return port
  })
  closing.push(clinic.remove)
  const gateway = await openGateway(clinic, brokerPort, () => {})
  closing.push(gateway.stop)
  await gateway.ready
  return clinic
}

function startServices(dropped: readonly Named[], { configFile }: Clinic): Follower {
  const progress = createProgress(
    dropped.map(({ name }) => name),
    process.stdout,
    () => performance.now(),
  )
  const follower = follow(dropped, progress, () => performance.now())
  const services = supervise({
    configFile,
    onLine: (service, line) => {
      follower.line(line)
      // What is no event is a fault that came before the log, such as a program or package that cannot run here.
      if (!line.startsWith('{')) say(`${service}: ${line}`)
    },
    onDeath: (service, exit) => say(`${service} ended (${exit ?? 'killed'})`),
  })
  closing.push(services.stop)
  return follower
}

/** As a fax server does: under another name first. */
async function drop({ name, bytes }: PaperFile, faxDir: string): Promise<void> {
  const hidden = join(faxDir, `.${name}`)
  await writeFile(hidden, bytes)
  await rename(hidden, join(faxDir, name))
}

async function withinLimit({ done }: Follower): Promise<boolean> {
  const limit = new Promise<false>(resolve => setTimeout(resolve, timeLimitMs, false).unref())
  return Promise.race([done.then(() => true as const), limit])
}

async function writeReport(documents: readonly ReportDocument[]): Promise<string> {
  const count = (outcome: ReportDocument['outcome']) =>
    documents.filter(one => one.outcome === outcome).length
  const pages = documents.filter(one => one.outcome === 'released').flatMap(one => one.pages)
  const path = join(folder, 'report.html')
  const secondsInAll = (Date.now() - startedAt.getTime()) / 1000
  const totals = [
    ['documents', String(documents.length)],
    ['released', `${count('released')} (${pages.length} pages)`],
    ['held for a person', String(count('held'))],
    ['rejected', String(count('rejected'))],
    ['duplicates', String(count('duplicate'))],
    ['masked regions', String(pages.reduce((sum, page) => sum + page.masked.length, 0))],
  ] as const
  await writeFile(
    path,
    reportHtml({ documents, totals, startedAt: startedAt.toISOString().slice(0, 16), secondsInAll }),
  )
  return path
}
