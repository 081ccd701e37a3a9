/**
 * The gateway's connection to the broker: mutual TLS with the broker verified, always, and a session that the broker
 * keeps, so that parts which arrive while the gateway is away wait there. A message is acknowledged only when it has
 * been dealt with; where that fails, the connection ends and the broker delivers again.
 */
import { isIP } from 'node:net'
import { checkServerIdentity, connect as connectTls, type TLSSocket } from 'node:tls'
import { type IClientOptions, MqttClient } from 'mqtt'

export type BrokerOptions = {
  readonly host: string
  readonly port: number
  /** The name that the broker's certificate must carry; the same as `host` where left out. */
  readonly serverName?: string
  /** PEM. */
  readonly ca: string
  readonly cert: string
  readonly key: string
  readonly minTlsVersion?: 'TLSv1.2' | 'TLSv1.3'
  readonly protocol?: '3.1.1' | 5
  /** Must stay the same over restarts, and differ between gateways: the broker's session hangs on it. */
  readonly clientId: string
  readonly keepAliveSeconds?: number
  readonly connectTimeoutMs?: number
}

export type Receive = (topic: string, untrustedPayload: Uint8Array) => Promise<void>

export type Session = {
  readonly subscribe: (filter: string) => Promise<void>
  /** QoS 1; resolves on the broker's acknowledgement. */
  readonly publish: (topic: string, payload: string) => Promise<void>
  /** Resolves when the connection is over. */
  readonly closed: Promise<void>
  readonly end: () => Promise<void>
}

/** Why there is no connection, as a closed code. */
export class BrokerFault extends Error {
  readonly code: 'broker-unreachable' | 'tls-refused' | 'broker-refused'
  constructor(code: BrokerFault['code']) {
    super(code)
    this.name = 'BrokerFault'
    this.code = code
  }
}

const sevenDaysSeconds = 7 * 24 * 60 * 60
const endWithinMs = 2_000

/** @throws BrokerFault. */
export const openSession = async (options: BrokerOptions, receive: Receive): Promise<Session> => {
  const socket = await handshake(options).catch(thrown => Promise.reject(faultOf(thrown)))
  const client = new MqttClient(() => socket, clientOptions(options))
  client.handleMessage = ({ topic, payload }, done) => {
    receive(topic.toString(), Buffer.from(payload)).then(
      () => done(),
      () => client.end(true),
    )
  }
  let fault: BrokerFault | null = null
  const note = (thrown: unknown) => {
    fault ??= faultOf(thrown)
  }
  client.on('error', note)
  socket.on('error', note)
  const closed = new Promise<void>(resolve => socket.once('close', () => resolve()))
  const lost = closed.then(() => Promise.reject(fault ?? new BrokerFault('broker-unreachable')))
  lost.catch(() => {})
  await Promise.race([new Promise<void>(resolve => client.once('connect', () => resolve())), lost])
  const answered = async (answer: Promise<unknown>): Promise<void> => {
    await Promise.race([answer.catch(thrown => Promise.reject(faultOf(thrown))), lost])
  }
  return {
    closed,
    subscribe: filter => answered(client.subscribeAsync(filter, { qos: 1 })),
    publish: (topic, payload) => answered(client.publishAsync(topic, payload, { qos: 1 })),
    end: async () => {
      const cut = setTimeout(() => client.end(true), endWithinMs)
      client.end()
      await closed
      clearTimeout(cut)
    },
  }
}

const clientOptions = (options: BrokerOptions): IClientOptions => ({
  clientId: options.clientId,
  protocolId: 'MQTT',
  protocolVersion: options.protocol === 5 ? 5 : 4,
  clean: false,
  keepalive: options.keepAliveSeconds ?? 60,
  connectTimeout: options.connectTimeoutMs ?? 30_000,
  reconnectPeriod: 0,
  resubscribe: false,
  ...(options.protocol === 5 ? { properties: { sessionExpiryInterval: sevenDaysSeconds } } : {}),
})

/** The TLS handshake alone: no byte of MQTT leaves before the broker is verified. */
const handshake = (options: BrokerOptions): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const { host, port, ca, cert, key, serverName = host, minTlsVersion = 'TLSv1.3' } = options
    // Without a CA of ours Node would ask its own list.
    if (!ca.includes('-----BEGIN CERTIFICATE-----')) throw new BrokerFault('tls-refused')
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
    const failed = (thrown?: unknown) => {
      clearTimeout(timer)
      socket.on('error', () => {})
      socket.destroy()
      reject(faultOf(thrown))
    }
    const timer = setTimeout(failed, options.connectTimeoutMs ?? 30_000)
    socket.once('error', failed)
    socket.once('secureConnect', () => {
      clearTimeout(timer)
      socket.off('error', failed)
      resolve(socket)
    })
  })

const tlsCode =
  /^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|EPROTO$|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH|ERROR_IN_)/

const faultOf = (thrown: unknown): BrokerFault => {
  if (thrown instanceof BrokerFault) return thrown
  const code = (thrown as { code?: unknown } | null | undefined)?.code
  if (typeof code === 'number') return new BrokerFault('broker-refused')
  return new BrokerFault(
    typeof code === 'string' && tlsCode.test(code) ? 'tls-refused' : 'broker-unreachable',
  )
}
