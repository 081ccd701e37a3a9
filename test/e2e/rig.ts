/**
 * A clinic for end-to-end tests, in one temporary folder: a real Mosquitto that demands certificates and keeps each
 * device to its own topics, a gateway process, and the four services as real processes under the supervisor.
 */
import assert from 'node:assert/strict'
import { createHash, createSecretKey } from 'node:crypto'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { parse, stringify } from 'yaml'
import { type Supervised, supervise } from '../../command/supervise.ts'
import { documentIdOf } from '../../daemon/capture/identity.ts'
import { type ServiceName, serviceNames } from '../../daemon/model/document.ts'
import { type Clinic, device, gatewayId, openClinic, site } from '../../demo/clinic.ts'
import { loadDocumentIdKey } from '../../drivers/keys/box.ts'
import { type Broker, startBroker } from '../broker.ts'
import type { Pem } from '../certificates.ts'
import { cordon } from './command.ts'
import { type GatewayProcess, gatewayProcess } from './gateway.ts'
import { createJournal, type Journal } from './journal.ts'
import {
  auditOf,
  type Edges,
  edgesOf,
  gatheringIn,
  leftIn,
  refusedIn,
  type Stored,
  storedIn,
} from './state.ts'
import { type Undo, undoAfter } from './undo.ts'
import { until } from './until.ts'

export { device, reviewer, site } from '../../demo/clinic.ts'

type Config = Record<string, Record<string, unknown>> & { readonly deidentify: Record<string, unknown> }

export type RigOptions = {
  /** Changes the configuration before anything starts. */
  readonly configure?: (config: Config) => void
  /** The port that `forward` is told, where it is not the broker's own. */
  readonly port?: (brokerPort: number) => Promise<number>
  /** Between the making of the state folders and the start of the services. */
  readonly prepare?: (clinic: Clinic) => Promise<void>
  readonly gateway?: boolean
  readonly services?: boolean
}

export type Rig = {
  readonly folder: string
  readonly clinic: Clinic
  readonly broker: Broker
  readonly gateway: GatewayProcess
  readonly journal: Journal
  readonly services: () => Supervised
  /** As a fax server does: under another name first, then renamed. Gives the document's id. */
  readonly drop: (name: string, bytes: Uint8Array) => Promise<string>
  readonly kill: (service: ServiceName) => void
  readonly startServices: () => Promise<void>
  readonly stopServices: () => Promise<void>
  /** Puts another certificate in the box's place; the next start of `forward` uses it. */
  readonly useCertificate: (pem: Pem) => Promise<void>
  readonly edges: () => Promise<Edges>
  readonly stored: () => Promise<readonly Stored[]>
  /** Resolves when the gateway has it and the box has let go of it. */
  readonly delivered: (documentId: string) => Promise<Stored>
  readonly audit: (service: ServiceName) => ReturnType<typeof auditOf>
  /** Nothing waits, nothing is half done, at the box or at the gateway, and every chain is sound. */
  readonly assertSettled: () => Promise<void>
}

const writePem = async (keysDir: string, { ca, cert, key }: Pem): Promise<void> => {
  await writeFile(join(keysDir, 'mqtt-ca.cert.pem'), ca)
  await writeFile(join(keysDir, 'mqtt-client.cert.pem'), cert)
  await writeFile(join(keysDir, 'mqtt-client.key.pem'), key, { mode: 0o600 })
}

/** Quick retries, one reader: the machine has few cores, and a test does not wait for a quarter of an hour. */
const quicken = (config: Config): void => {
  config.deidentify.ocr = { workers: 1 }
  Object.assign(config.forward as object, { retryMinMs: 200, retryMaxMs: 1_000, receiptTimeoutMs: 3_000 })
}

const writeConfig = async (file: string, changes: (config: Config) => void): Promise<void> => {
  const config = parse(await readFile(file, 'utf8')) as Config
  quicken(config)
  changes(config)
  await writeFile(file, stringify(config))
}

/** All of it is taken down after the test. */
export const openRig = async (t: TestContext, options: RigOptions = {}): Promise<Rig> =>
  openRigWith(undoAfter(t), options)

export const openRigWith = async (undo: Undo, options: RigOptions = {}): Promise<Rig> => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-e2e-'))
  undo(() => rm(folder, { recursive: true, force: true }))
  const broker = await startBroker({ gateways: [gatewayId] })
  undo(broker.close)
  const clinic = await openClinic(
    join(folder, 'clinic'),
    async () => options.port?.(broker.port) ?? broker.port,
  )
  undo(clinic.remove)
  await writeConfig(clinic.configFile, options.configure ?? (() => {}))
  const gatewayKeys = join(clinic.labDir, 'gateways', gatewayId)
  await writePem(clinic.keysDir, await broker.authority.client(device))
  await writePem(gatewayKeys, await broker.authority.client(gatewayId))
  await options.prepare?.(clinic)
  const gateway = gatewayProcess({
    port: broker.port,
    out: clinic.receivedDir,
    keysDir: gatewayKeys,
    boxKey: `${device}=${join(clinic.keysDir, 'box-signing.pub.jwk')}`,
  })
  undo(gateway.kill)
  const rig = joined(folder, clinic, broker, gateway)
  undo(rig.stopServices)
  if (options.gateway !== false) await gateway.start()
  if (options.services !== false) await rig.startServices()
  return rig
}

const joined = (folder: string, clinic: Clinic, broker: Broker, gateway: GatewayProcess): Rig => {
  const journal = createJournal()
  const { stateDir, receivedDir, keysDir, faxDir, configFile } = clinic
  let supervised: Supervised | null = null
  const services = () => {
    assert.ok(supervised, 'the services have not been started')
    return supervised
  }
  const stored = () => storedIn(receivedDir, site, device)
  const edges = () => edgesOf(stateDir)
  return {
    folder,
    clinic,
    broker,
    gateway,
    journal,
    services,
    stored,
    edges,
    drop: async (name, bytes) => {
      await writeFile(join(faxDir, '.incoming'), bytes)
      await rename(join(faxDir, '.incoming'), join(faxDir, name))
      return idOf(keysDir, bytes)
    },
    kill: service => {
      const pid = services().pid(service)
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
    startServices: async () => {
      const from = journal.lines().length
      supervised = supervise({ configFile, onLine: journal.add, onDeath: () => {} })
      for (const service of serviceNames) await journal.seen({ service, event: 'ready' }, from)
    },
    stopServices: async () => {
      await supervised?.stop()
      supervised = null
    },
    useCertificate: pem => writePem(keysDir, pem),
    delivered: async documentId => {
      const last = () =>
        journal
          .lines()
          .slice(-40)
          .map(({ service, text }) => `${service} ${text}`)
          .join('\n')
      const found = await until(
        async () => (await stored()).find(document => document.documentId === documentId),
        `${documentId} at the gateway`,
        last,
      )
      await until(
        async () => leftIn(await edges(), ['new', 'kept']).every(name => !name.endsWith(documentId)),
        `${documentId} let go`,
        last,
      )
      return found
    },
    audit: service => auditOf(stateDir, service),
    assertSettled: async () => {
      await until(
        async () => leftIn(await edges(), ['new', 'kept']).length === 0,
        'the edges empty',
        () =>
          journal
            .lines()
            .slice(-40)
            .map(({ service, text }) => `${service} ${text}`)
            .join('\n'),
      )
      assert.deepEqual(leftIn(await edges(), ['tmp']), [])
      assert.deepEqual(await gatheringIn(receivedDir, site, device), [])
      assert.deepEqual(await refusedIn(receivedDir), [])
      const verified = await cordon('audit', 'verify', '--state', stateDir, '--keys', keysDir)
      assert.equal(verified.exit, 0, verified.stdout + verified.stderr)
      assert.deepEqual(bugsIn(journal), [])
    },
  }
}

const bugsIn = (journal: Journal): readonly string[] =>
  journal
    .lines()
    .filter(({ event, bug, text }) => event === 'bug' || bug !== undefined || !text.startsWith('{'))
    .map(({ text }) => text)

/** The id that the box will give to these bytes. */
export const idOf = async (keysDir: string, bytes: Uint8Array): Promise<string> => {
  const key = createSecretKey(await loadDocumentIdKey({ directory: keysDir }))
  return documentIdOf(key, 'fax', createHash('sha256').update(bytes).digest())
}
