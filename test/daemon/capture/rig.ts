/** Capture on real folders, a real edge and a real seen store, with what it wrote down kept for the test to read. */
import { createSecretKey, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditEntry } from '../../../daemon/audit.ts'
import type { SourceConfig } from '../../../daemon/capture/ports.ts'
import { type Capture, type CaptureDependencies, startCapture } from '../../../daemon/capture/start.ts'
import { createLog } from '../../../daemon/log.ts'
import type { DocumentId, JobFacts } from '../../../daemon/model/document.ts'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { openEdgeWriter } from '../../../daemon/spool/put.ts'
import { openEdgeReader } from '../../../daemon/spool/take.ts'
import { openFolder } from '../../../drivers/fax/folder.ts'
import { unwrapDek, wrapDek } from '../../../drivers/keys/wrap.ts'
import { openSeen } from '../../../drivers/store/seen.ts'

export type Sealed = {
  readonly documentId: DocumentId
  readonly facts: JobFacts['captured']
  readonly bytes: Buffer
}

export type RigOptions = {
  readonly sources?: readonly (Partial<SourceConfig> & { readonly id: string })[]
  /** How much faster capture's clock runs than the wall's. */
  readonly speed?: number
  readonly maxFileBytes?: number
  readonly incompleteAfterMs?: number
  readonly rejectedIncompleteAfterMs?: number
  /** Where the edge lies, if not in the rig's own folder. */
  readonly edgeFolder?: string
  readonly override?: (dependencies: CaptureDependencies) => CaptureDependencies
}

export const createRig = async (options: RigOptions = {}) => {
  const root = mkdtempSync(join(tmpdir(), 'cordon-capture-'))
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const idKey = createSecretKey(Buffer.alloc(32, 7))
  const edgeFolder = options.edgeFolder ?? join(root, 'spool', 'captured')
  await createEdge(edgeFolder)
  mkdirSync(join(root, 'capture'))
  const sources = (options.sources ?? [{ id: 'fax' }]).map(source => ({
    path: join(root, 'drop', source.id),
    polling: false,
    pollIntervalMs: 100,
    ignore: ['.*', '*.part'],
    ...source,
  }))
  for (const { path } of sources) mkdirSync(path, { recursive: true })
  const config = {
    sources,
    maxFileBytes: options.maxFileBytes ?? 64 * 1024 * 1024,
    incompleteAfterMs: options.incompleteAfterMs ?? 10_000,
    rejectedIncompleteAfterMs: options.rejectedIncompleteAfterMs ?? 20_000,
  }
  const audited: AuditEntry[] = []
  const logged: string[] = []
  const running: { capture: Capture; closeSeen: () => void }[] = []

  const start = async (): Promise<Capture> => {
    const seen = openSeen(join(root, 'capture', 'seen.sqlite'))
    const dependencies: CaptureDependencies = {
      config,
      openFolder,
      edge: await openEdgeWriter('captured', edgeFolder, publicKey, {
        clock: () => new Date(),
        seal: wrapDek,
      }),
      seen,
      audit: async entry => void audited.push(entry),
      log: createLog(
        'capture',
        () => new Date(),
        line => logged.push(line),
      ),
      idKey,
      monotonicMs: () => performance.now() * (options.speed ?? 1),
      freeBytes: async () => Number.POSITIVE_INFINITY,
      reserveBytes: 0,
      fail: thrown => {
        throw thrown
      },
    }
    const capture = await startCapture(options.override?.(dependencies) ?? dependencies)
    running.push({ capture, closeSeen: seen.close })
    return capture
  }
  const stop = async (): Promise<void> => {
    for (const { capture, closeSeen } of running.splice(0)) {
      await capture.stop()
      closeSeen()
    }
  }

  /** Takes all jobs that wait in `new/` out of the edge. */
  const sealed = async (): Promise<Sealed[]> => {
    const reader = await openEdgeReader('captured', edgeFolder, privateKey, { open: unwrapDek })
    const found: Sealed[] = []
    for (let job = await reader.next(); job !== null; job = await reader.next()) {
      const { documentId, facts } = job.header
      found.push({ documentId, facts, bytes: Buffer.from(await job.read(2 ** 30)) })
      await job.done()
    }
    return found
  }
  const rejectedNames = (): string[] => readdirSync(join(edgeFolder, 'rejected')).sort()
  /** Opens what is kept under `rejected/`, by bringing it back as a job. */
  const rejected = async (): Promise<(Sealed & { code: string })[]> => {
    const found: (Sealed & { code: string })[] = []
    for (const name of rejectedNames()) {
      const [id, code] = name.split('.') as [string, string]
      renameSync(join(edgeFolder, 'rejected', name), join(edgeFolder, 'new', id))
      for (const job of await sealed()) found.push({ ...job, code })
    }
    return found
  }
  const drop = (source = 'fax'): string => sources.find(({ id }) => id === source)!.path
  const left = (source = 'fax'): string[] => readdirSync(drop(source)).sort()
  const actions = (): string[] =>
    audited
      .map(({ action, code }) => (code ? `${action} ${code}` : action))
      .filter(word => word !== 'started')
  const events = (): { event: string; code?: string; documentId?: string }[] =>
    logged.map(line => JSON.parse(line))

  /** Every byte that capture wrote: the state folder, the edge, the log, the audit records. */
  const written = (): Buffer[] => {
    const files = [join(root, 'capture'), edgeFolder].flatMap(folder =>
      readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' }),
    )
    const contents = files
      .filter(file => file.isFile())
      .map(file => readFileSync(join(file.parentPath, file.name)))
    const names = files.map(file => Buffer.from(file.name))
    return [...contents, ...names, Buffer.from(logged.join('')), Buffer.from(JSON.stringify(audited))]
  }
  const remove = async (): Promise<void> => {
    await stop()
    rmSync(root, { recursive: true })
  }
  return {
    root,
    edgeFolder,
    config,
    audited,
    logged,
    publicKey,
    start,
    stop,
    remove,
    drop,
    left,
    sealed,
    rejected,
    rejectedNames,
    actions,
    events,
    written,
  }
}

export type Rig = Awaited<ReturnType<typeof createRig>>

/** Polls until it holds; the test's own time limit is what ends a wait in vain. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 20))
}
