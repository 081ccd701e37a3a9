/**
 * `npm run demo`: a morning in a clinic, for real. Throw-away keys, a broker that demands certificates, the four
 * services, a gateway; synthetic faxes and scans go in, and one HTML report says what came out.
 */
import { createHash, createSecretKey } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { supervise } from '../command/supervise.ts'
import { documentIdOf } from '../daemon/capture/identity.ts'
import { loadDocumentIdKey } from '../drivers/keys/box.ts'
import { openClinic } from './clinic.ts'
import { type Follower, follow } from './follow.ts'
import { openBroker, openGateway } from './gateway.ts'
import { drawSet, type PaperFile } from './paper/set.ts'
import { createProgress } from './progress.ts'
import { collect } from './report/collect.ts'
import { reportHtml } from './report/html.ts'
import type { ReportDocument } from './report/model.ts'

const seed = 7
const timeLimitMs = 10 * 60_000
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const folder = resolve(values.out ?? fileURLToPath(new URL('../out/demo/', import.meta.url)))
const startedAt = new Date()
const say = (text: string) => process.stdout.write(`${text}\n`)

say('Drawing synthetic faxes and scans …')
const files = await drawSet(seed)
say('Making throw-away keys and certificates, starting the broker, the gateway and the four services …')
let broker: Awaited<ReturnType<typeof openBroker>> | undefined
const clinic = await openClinic(folder, async () => {
  broker = await openBroker(join(folder, 'lab'))
  return broker.port
})
if (broker === undefined) throw new Error('no broker')
const gateway = await openGateway(clinic, broker.port, () => {})
await gateway.ready

const idKey = createSecretKey(await loadDocumentIdKey({ directory: clinic.keysDir }))
const dropped = files.map(file => {
  const sha256 = createHash('sha256').update(file.bytes).digest()
  return { name: file.name, file, documentId: documentIdOf(idKey, 'fax', sha256) }
})
const progress = createProgress(
  dropped.map(({ name }) => name),
  process.stdout,
  () => performance.now(),
)
const follower = follow(dropped, progress, () => performance.now())
const services = supervise({
  configFile: clinic.configFile,
  onLine: (_service, line) => follower.line(line),
  onDeath: (service, exit) => say(`${service} ended (${exit ?? 'killed'})`),
})
for (const { file } of dropped) await drop(file, clinic.faxDir)
const finished = await withinLimit(follower)
progress.end()

const documents: ReportDocument[] = []
for (const { name, ...rest } of dropped) {
  const fate = follower.fates.get(name)
  if (fate !== undefined) documents.push(await collect({ ...rest, fate }, clinic))
}
const report = await writeReport(documents)
await services.stop()
await gateway.stop()
await broker.close()
await clinic.remove()
say(`Report: ${report}`)
if (!finished)
  say(`Not finished within ${timeLimitMs / 1000} s: ${dropped.length - documents.length} document(s).`)
process.exit(finished ? 0 : 1)

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
  await mkdir(folder, { recursive: true })
  await writeFile(
    path,
    reportHtml({ documents, totals, startedAt: startedAt.toISOString().slice(0, 16), secondsInAll }),
  )
  return path
}
