/** Capture as a process of its own that kills itself, as the power would, at the step that its settings name. */
import { createPublicKey, createSecretKey } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaptureConfig, DropFolder } from '../../../daemon/capture/ports.ts'
import { type CaptureDependencies, startCapture } from '../../../daemon/capture/start.ts'
import { openEdgeWriter } from '../../../daemon/spool/put.ts'
import type { Body } from '../../../daemon/spool.ts'
import { openFolder } from '../../../drivers/fax/folder.ts'
import { wrapDek } from '../../../drivers/keys/wrap.ts'
import { openSeen } from '../../../drivers/store/seen.ts'

export const steps = [
  'before-audit',
  'after-audit',
  'after-recorded',
  'in-body',
  'after-put',
  'after-sealed',
  'before-remove',
  'after-remove',
  'never',
] as const
export type Step = (typeof steps)[number]

export type Settings = {
  readonly root: string
  readonly edgeFolder: string
  readonly config: CaptureConfig
  readonly publicKeyPem: string
  readonly step: Step
}

const settings = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Settings
const dieAt = (step: Step): void => {
  if (step === settings.step) process.kill(process.pid, 'SIGKILL')
}

async function* dyingBody(body: Body): AsyncGenerator<Uint8Array> {
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    yield chunk
    dieAt('in-body')
  }
}

const dyingFolder = (folder: DropFolder): DropFolder => ({
  ...folder,
  list: async () =>
    (await folder.list()).map(entry => ({
      ...entry,
      remove: async version => {
        dieAt('before-remove')
        const removed = await entry.remove(version)
        dieAt('after-remove')
        return removed
      },
    })),
})

const seen = openSeen(join(settings.root, 'capture', 'seen.sqlite'))
const edge = await openEdgeWriter('captured', settings.edgeFolder, createPublicKey(settings.publicKeyPem), {
  clock: () => new Date(),
  seal: wrapDek,
})
const dependencies: CaptureDependencies = {
  config: settings.config,
  openFolder: source => dyingFolder(openFolder(source)),
  edge: {
    ...edge,
    put: async (id, facts, body) => {
      await edge.put(id, facts, dyingBody(body))
      dieAt('after-put')
    },
  },
  seen: {
    state: seen.state,
    mark: (id, state) => {
      seen.mark(id, state)
      dieAt(state === 'recorded' ? 'after-recorded' : 'after-sealed')
    },
  },
  audit: async ({ action }) => {
    if (action === 'captured') dieAt('before-audit')
    appendFileSync(join(settings.root, 'audit'), `${action}\n`)
    if (action === 'captured') dieAt('after-audit')
  },
  log: () => {},
  idKey: createSecretKey(Buffer.alloc(32, 7)),
  monotonicMs: () => performance.now() * 10,
  freeBytes: async () => Number.POSITIVE_INFINITY,
  reserveBytes: 0,
  fail: thrown => {
    throw thrown
  },
}
await startCapture(dependencies)
