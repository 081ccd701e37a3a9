/**
 * One MQTT connection over mutual TLS. It verifies the broker's chain and name, always: there is no switch to turn
 * that off. It remembers nothing: a session that closes is over, and what was not acknowledged is the caller's to send
 * again in a new one. Every failure is a closed code; a payload is never logged.
 */
import { isIP } from 'node:net'
import { checkServerIdentity, connect as connectTls, type TLSSocket } from 'node:tls'
import { type IClientOptions, MqttClient } from 'mqtt'
import { faultOf, MqttFault, type MqttFaultCode } from './fault.ts'

export type SessionOptions = {
  readonly host: string
  readonly port: number
  /** The name that the broker's certificate must carry (SAN), which may differ from `host`. */
  readonly serverName: string
  /** PEM: the CA that the broker's certificate must chain to; the system's own list is not asked. */
  readonly ca: string
  readonly cert: string
  readonly key: string
  readonly minTlsVersion: 'TLSv1.2' | 'TLSv1.3'
  readonly protocol: '3.1.1' | 5
  readonly clientId: string
  readonly keepAliveSeconds: number
  readonly connectTimeoutMs: number
  readonly will?: { readonly topic: string; readonly payload: string }
  readonly signal?: AbortSignal
}

/** How long `end` waits for what is not acknowledged yet before it cuts the connection. */
const endWithinMs = 2_000

export type Receive = (topic: string, untrustedPayload: Uint8Array) => Promise<void>

export type Session = {
  /** QoS 1; resolves on PUBACK. Rejects with MqttFault: `broker-refused`, `too-many-bytes`, or why the session closed. */
  readonly publish: (
    topic: string,
    payload: Uint8Array | string,
    options: { readonly retain: boolean },
  ) => Promise<void>
  /** QoS 1. A message is acknowledged when `receive` resolves; where it rejects, the session is closed instead. */
  readonly subscribe: (filter: string, receive: Receive) => Promise<void>
  /** Resolves, with why, when the session is over. Never rejects. */
  readonly closed: Promise<MqttFaultCode>
  /** The broker's own limit (MQTT 5, 3.2.2.3.6), or null where it named none. */
  readonly maxPacketBytes: number | null
  /** Says DISCONNECT, so that the broker does not publish the will. */
  readonly end: () => Promise<void>
}

/** @throws MqttFault `broker-unreachable`, `tls-refused`, `broker-refused`, `stopping`. */
export const openSession = async (options: SessionOptions): Promise<Session> => {
  const socket = await handshake(options).catch(thrown => Promise.reject(faultOf(thrown, 'tls-refused')))
  const client = new MqttClient(() => socket, clientOptions(options))
  const ended = closing(client, socket)
  const closed = ended.then(code => code ?? 'broker-unreachable')
  const connected = new Promise<number | null>(resolve =>
    client.once('connect', ({ properties }) => resolve(properties?.maximumPacketSize ?? null)),
  )
  const aborted = () => client.end(true)
  options.signal?.addEventListener('abort', aborted, { once: true })
  const first = await Promise.race([connected.then(limit => ({ limit })), ended.then(code => ({ code }))])
  options.signal?.removeEventListener('abort', aborted)
  // A broker that hangs up before it has answered does not want us: some close so on a certificate they refuse.
  if ('code' in first)
    throw new MqttFault(options.signal?.aborted ? 'stopping' : (first.code ?? 'broker-refused'))
  return sessionOf(client, closed, first.limit)
}

/** The TLS handshake alone, so that no byte of MQTT is written before the broker is verified. */
const handshake = (options: SessionOptions): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const { host, port, serverName, ca, cert, key, minTlsVersion, connectTimeoutMs, signal } = options
    // Without a CA of ours Node would ask its own list.
    if (!ca.includes('-----BEGIN CERTIFICATE-----')) throw new MqttFault('tls-refused')
    const socket = connectTls({
      host,
      port,
      ca,
      cert,
      key,
      minVersion: minTlsVersion,
      rejectUnauthorized: true,
      ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
      checkServerIdentity: (_name, certificate) => checkServerIdentity(serverName, certificate),
    })
    const fail = (code: MqttFaultCode) => (thrown: unknown) => {
      settle()
      socket.on('error', () => {})
      socket.destroy()
      reject(faultOf(thrown, code))
    }
    const [failed, late, stopped] = [fail('broker-unreachable'), fail('broker-unreachable'), fail('stopping')]
    const timer = setTimeout(late, connectTimeoutMs)
    const settle = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stopped)
      socket.off('error', failed).off('close', late)
    }
    socket.once('error', failed).once('close', late)
    socket.once('secureConnect', () => {
      settle()
      resolve(socket)
    })
    if (signal?.aborted) stopped(null)
    else signal?.addEventListener('abort', stopped, { once: true })
  })

const clientOptions = (options: SessionOptions): IClientOptions => ({
  clientId: options.clientId,
  protocolId: 'MQTT',
  protocolVersion: options.protocol === 5 ? 5 : 4,
  clean: true,
  keepalive: options.keepAliveSeconds,
  connectTimeout: options.connectTimeoutMs,
  reconnectPeriod: 0,
  resubscribe: false,
  queueQoSZero: false,
  ...(options.will === undefined
    ? {}
    : { will: { ...options.will, payload: Buffer.from(options.will.payload), qos: 1, retain: true } }),
})

/** Resolves with the first fault seen, or null, when the socket is gone. */
const closing = (client: MqttClient, socket: TLSSocket): Promise<MqttFaultCode | null> =>
  new Promise(resolve => {
    let code: MqttFaultCode | null = null
    const note = (thrown: unknown) => {
      const isRefusal = typeof (thrown as { code?: unknown } | null)?.code === 'number'
      code ??= faultOf(thrown, isRefusal ? 'broker-refused' : 'broker-unreachable').code
    }
    client.on('error', note)
    socket.on('error', note)
    socket.once('close', () => resolve(code))
  })

const sessionOf = (
  client: MqttClient,
  closed: Promise<MqttFaultCode>,
  maxPacketBytes: number | null,
): Session => {
  const lost = closed.then(code => {
    throw new MqttFault(code)
  })
  lost.catch(() => {})
  return {
    closed,
    maxPacketBytes,
    publish: async (topic, payload, { retain }) => {
      const bytes = Buffer.byteLength(payload)
      if (maxPacketBytes !== null && bytes + Buffer.byteLength(topic) + 16 > maxPacketBytes)
        throw new MqttFault('too-many-bytes')
      const body =
        typeof payload === 'string' ? payload : Buffer.from(payload.buffer, payload.byteOffset, bytes)
      await acknowledged(client.publishAsync(topic, body, { qos: 1, retain }), lost)
    },
    subscribe: async (filter, receive) => {
      client.handleMessage = ({ topic, payload }, done) => {
        receive(topic.toString(), Buffer.from(payload)).then(
          () => done(),
          () => client.end(true),
        )
      }
      await acknowledged(client.subscribeAsync(filter, { qos: 1 }), lost)
    },
    end: async () => {
      const cut = setTimeout(() => client.end(true), endWithinMs)
      client.end()
      await closed
      clearTimeout(cut)
    },
  }
}

const acknowledged = async (answer: Promise<unknown>, lost: Promise<never>): Promise<void> => {
  try {
    await Promise.race([answer, lost])
  } catch (thrown) {
    throw faultOf(
      thrown,
      typeof (thrown as { code?: unknown }).code === 'number' ? 'broker-refused' : 'broker-unreachable',
    )
  }
}
