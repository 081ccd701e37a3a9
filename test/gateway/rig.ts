/** A gateway for tests: its folder, its keys, its events. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createGateway,
  createKeyring,
  createReceiptSigner,
  type Gateway,
  type GatewayEvent,
  type GatewayOptions,
} from '../../gateway/index.ts'
import type { Pem } from '../certificates.ts'
import type { GatewayKeys } from '../daemon/forward/rig.ts'

export type GatewayRig = {
  readonly directory: string
  readonly events: GatewayEvent[]
  readonly start: (changes?: Partial<GatewayOptions>) => Promise<Gateway>
  readonly stop: () => Promise<void>
  /** `site/device/documentId` of what is stored. */
  readonly stored: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export const createGatewayRig = async (
  port: number,
  pem: Pem,
  keys: GatewayKeys,
  boxPublicJwks: readonly unknown[],
  clientId = 'gateway',
): Promise<GatewayRig> => {
  const directory = await mkdtemp(join(tmpdir(), 'cordon-gateway-'))
  const events: GatewayEvent[] = []
  const running: Gateway[] = []
  let isStopped = () => {}
  const stopped = new Promise<void>(resolve => {
    isStopped = resolve
  })
  const stop = async () => {
    await Promise.all(running.splice(0).map(gateway => gateway.stop()))
  }
  return {
    directory,
    events,
    stop,
    start: async changes => {
      const gateway = await createGateway({
        broker: {
          host: '127.0.0.1',
          port,
          serverName: 'localhost',
          ...pem,
          clientId,
          connectTimeoutMs: 5_000,
        },
        keyring: await createKeyring(
          [keys.enc.privateJwk],
          boxPublicJwks.map(jwk => ({ jwk })),
        ),
        signReceipt: await createReceiptSigner(keys.sig.privateJwk),
        directory,
        onEvent: event => void events.push(event),
        retryMinMs: 20,
        retryMaxMs: 200,
        ...changes,
      })
      running.push(gateway)
      await Promise.race([gateway.ready, stopped])
      return gateway
    },
    stored: async () => {
      const found: string[] = []
      for (const site of await visible(directory))
        for (const device of await visible(join(directory, site)))
          for (const id of await visible(join(directory, site, device))) found.push(`${site}/${device}/${id}`)
      return found.sort()
    },
    close: async () => {
      isStopped()
      await stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const visible = async (path: string): Promise<readonly string[]> =>
  (await readdir(path)).filter(name => !name.startsWith('.'))
