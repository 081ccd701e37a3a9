/**
 * A gateway: subscribes to documents, opens and verifies every part, stores it, and sends the signed receipt when a
 * document is whole. It may be stopped at any point: what was not stored is delivered again, what was stored is only
 * receipted again. It must never acknowledge what is not on disk, nor receipt what is not complete.
 */
import type { Manifest } from './bundle.ts'
import { type FaultCode, GatewayFault } from './fault.ts'
import type { Keyring } from './keys.ts'
import { defaultMaxMessageBytes, openPart } from './open.ts'
import type { SignReceipt } from './receipt.ts'
import { BrokerFault, type BrokerOptions, openSession, type Session } from './session.ts'
import { openStore, type Store } from './store.ts'
import { documentsFilter, type PartAddress, receiptTopic } from './topics.ts'

export type GatewayEvent =
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected'; readonly code: BrokerFault['code'] | 'store-unavailable' | 'ended' }
  | ({ readonly type: 'part'; readonly have: number; readonly expected: number | null } & PartAddress)
  /** A document is whole, for the first time (`isNew`) or again, and its receipt is sent. */
  | ({
      readonly type: 'document'
      readonly isNew: boolean
      readonly folder: string
      readonly manifest: Manifest
    } & PartAddress)
  | { readonly type: 'refused'; readonly code: FaultCode; readonly bytes: number }

export type GatewayOptions = {
  readonly broker: BrokerOptions
  readonly keyring: Keyring
  readonly signReceipt: SignReceipt
  /** The folder that documents are stored in. */
  readonly directory: string
  readonly onEvent?: (event: GatewayEvent) => void
  /** A shared subscription's name (MQTT 5, 4.8.2): several gateways with one `directory` divide the parts. */
  readonly share?: string
  readonly maxMessageBytes?: number
  readonly retryMinMs?: number
  readonly retryMaxMs?: number
  readonly clock?: () => Date
  readonly random?: () => number
}

export type Gateway = {
  /** Resolves when the gateway is subscribed for the first time; it reconnects by itself, for ever. */
  readonly ready: Promise<void>
  readonly stop: () => Promise<void>
}

/** @throws what the disk throws where the folder cannot be made. */
export const createGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const { directory, signReceipt, clock = () => new Date() } = options
  const store = await openStore(directory, signReceipt, clock)
  const stopping = new AbortController()
  let isReady = () => {}
  const ready = new Promise<void>(resolve => {
    isReady = resolve
  })
  const running = stayConnected(options, store, stopping.signal, isReady)
  return {
    ready,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

const stayConnected = async (
  options: GatewayOptions,
  store: Store,
  signal: AbortSignal,
  isReady: () => void,
): Promise<void> => {
  const { retryMinMs = 1_000, retryMaxMs = 60_000, random = Math.random, onEvent = () => {} } = options
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      await subscribeAndReceive(options, store, signal, isReady)
      attempt = 0
    } catch (thrown) {
      if (!(thrown instanceof BrokerFault) && !(thrown instanceof StoreFault)) throw thrown
      onEvent({ type: 'disconnected', code: thrown.code })
    }
    const longest = Math.min(retryMaxMs, retryMinMs * 2 ** Math.min(attempt, 20))
    await pause(longest / 2 + (longest / 2) * random(), signal)
  }
}

/** The disk did not take a part: it stays with the broker until the disk does. */
class StoreFault extends Error {
  readonly code = 'store-unavailable'
}

const subscribeAndReceive = async (
  options: GatewayOptions,
  store: Store,
  signal: AbortSignal,
  isReady: () => void,
): Promise<void> => {
  const { broker, share, onEvent = () => {} } = options
  let failure: unknown = null
  let session: Session | null = null
  const send = (topic: string, payload: string) => session?.publish(topic, payload)
  session = await openSession(broker, async (topic, untrustedPayload) => {
    try {
      await receive(options, store, topic, untrustedPayload, send)
    } catch (thrown) {
      failure = thrown
      throw thrown
    }
  })
  const end = () => void session?.end()
  signal.addEventListener('abort', end, { once: true })
  try {
    if (signal.aborted) return
    await session.subscribe(share === undefined ? documentsFilter : `$share/${share}/${documentsFilter}`)
    onEvent({ type: 'connected' })
    isReady()
    await session.closed
  } finally {
    signal.removeEventListener('abort', end)
    await session.end()
  }
  if (failure !== null) throw failure
  onEvent({ type: 'disconnected', code: 'ended' })
}

type Send = (topic: string, payload: string) => Promise<void> | undefined

/** Resolves when the part is on disk, or refused for good. @throws StoreFault where it should come again. */
const receive = async (
  options: GatewayOptions,
  store: Store,
  topic: string,
  untrustedPayload: Uint8Array,
  send: Send,
): Promise<void> => {
  const { onEvent = () => {} } = options
  try {
    const code = await refusalOf(() => openAndStore(options, store, topic, untrustedPayload, send))
    if (code === null) return
    await store.refuse(untrustedPayload, code)
    onEvent({ type: 'refused', code, bytes: untrustedPayload.length })
  } catch (thrown) {
    throw isDiskError(thrown) ? new StoreFault('the disk') : thrown
  }
}

const refusalOf = async (work: () => Promise<void>): Promise<FaultCode | null> => {
  try {
    await work()
    return null
  } catch (thrown) {
    if (thrown instanceof GatewayFault) return thrown.code
    throw thrown
  }
}

const openAndStore = async (
  { keyring, onEvent = () => {}, maxMessageBytes = defaultMaxMessageBytes }: GatewayOptions,
  store: Store,
  topic: string,
  untrustedPayload: Uint8Array,
  send: Send,
): Promise<void> => {
  const part = await openPart(topic, untrustedPayload, keyring, maxMessageBytes)
  const stored = await store.add(part)
  const { site, device, documentId } = part
  const address = { site, device, documentId, part: part.part }
  if (stored.state === 'gathering') {
    const { have, expected } = stored
    return onEvent({ type: 'part', ...address, have, expected })
  }
  // Not awaited: the broker may hold its answer back until this very part is acknowledged.
  send(receiptTopic(part), stored.receipt)?.catch(() => {})
  const { isNew, folder, manifest } = stored
  onEvent({ type: 'document', ...address, isNew, folder, manifest })
}

const isDiskError = (thrown: unknown): boolean =>
  typeof (thrown as { syscall?: unknown } | null)?.syscall === 'string'

const pause = (delayMs: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, delayMs)
    signal.addEventListener('abort', done, { once: true })
  })
