/**
 * An embedded broker for the demonstration and for tests: MQTT 3.1.1 over mutual TLS. A client is who its certificate
 * says (subject CN), and may use the topics of that name only, as with `use_identity_as_username` and an ACL file of
 * Mosquitto. It keeps everything in memory and must never serve a clinic.
 */
import { createServer, type TLSSocket } from 'node:tls'
import { Aedes } from 'aedes'

export type EmbeddedOptions = {
  /** PEM. */
  readonly key: string
  readonly cert: string
  /** PEM: the CA that client certificates must chain to. */
  readonly ca: string
  readonly host?: string
  /** 0 (the default) takes a free port. */
  readonly port?: number
  /** Common names of gateways: they read every document and write every receipt. Any other name is a device. */
  readonly gateways: readonly string[]
}

export type EmbeddedBroker = { readonly port: number; readonly close: () => Promise<void> }

export const startEmbeddedBroker = async (options: EmbeddedOptions): Promise<EmbeddedBroker> => {
  const { key, cert, ca, host = '127.0.0.1', port = 0, gateways } = options
  const broker = await Aedes.createBroker({
    authenticate: (client, _username, _password, done) => done(null, nameOf(client) !== null),
    authorizePublish: (client, { topic }, done) => {
      const name = client === null ? null : nameOf(client)
      done(name !== null && mayWrite(name, topic, gateways) ? null : new Error('not authorised'))
    },
    authorizeSubscribe: (client, subscription, done) => {
      const name = nameOf(client)
      done(null, name !== null && mayRead(name, subscription.topic, gateways) ? subscription : null)
    },
  })
  const server = createServer(
    { key, cert, ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    socket => broker.handle(socket),
  )
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve)
  })
  return { port: (server.address() as { port: number }).port, close: () => close(broker, server) }
}

const close = async (broker: Aedes, server: ReturnType<typeof createServer>): Promise<void> => {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  await new Promise<void>(resolve => broker.close(() => resolve()))
  await closed
}

/** The verified certificate's common name; null where there is none. */
const nameOf = (client: { readonly conn?: unknown }): string | null => {
  const socket = client.conn as TLSSocket
  const name = socket.authorized ? socket.getPeerCertificate().subject?.CN : undefined
  return typeof name === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name) ? name : null
}

const tail = /^cordon\/v1\/[^/]+\/([^/]+)\/(.+)$/

const mayWrite = (name: string, topic: string, gateways: readonly string[]): boolean => {
  const [, device, rest = ''] = tail.exec(topic) ?? []
  if (gateways.includes(name)) return /^receipts\/[^/]+$/.test(rest)
  return device === name && /^(documents\/[^/]+\/\d+|status|audit)$/.test(rest)
}

const mayRead = (name: string, filter: string, gateways: readonly string[]): boolean => {
  const [, device, rest = ''] = tail.exec(filter.replace(/^\$share\/[^/]+\//, '')) ?? []
  if (gateways.includes(name)) return /^(documents\/.+|status|audit)$/.test(rest)
  return device === name && /^receipts\/[^/]+$/.test(rest)
}
