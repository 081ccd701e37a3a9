/** Proves the client against a real Mosquitto, in both versions of MQTT, and against what is no broker at all. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { createServer as createTlsServer } from 'node:tls'
import { openSession, type SessionOptions } from '../../../drivers/mqtt/session.ts'
import { type Broker, freePort, missingMosquitto, startBroker } from '../../broker.ts'
import { createAuthority } from '../../certificates.ts'
import { sessionContract } from './contract.ts'

const skip = missingMosquitto()
let broker: Broker
before(async () => {
  if (!skip) broker = await startBroker({ configuration: ['max_packet_size 2000000'] })
})
after(async () => {
  await broker?.close()
})

sessionContract('Mosquitto, MQTT 3.1.1', () => broker, { skip, protocol: '3.1.1', refusal: 'tls-refused' })
sessionContract('Mosquitto, MQTT 5', () => broker, { skip, protocol: 5, refusal: 'tls-refused' })

const authority = await createAuthority()
const pem = await authority.client('box-1')
const optionsFor = (port: number, changes: Partial<SessionOptions> = {}): SessionOptions => ({
  host: '127.0.0.1',
  port,
  serverName: 'localhost',
  ...pem,
  minTlsVersion: 'TLSv1.3',
  protocol: '3.1.1',
  clientId: 'box-1',
  keepAliveSeconds: 30,
  connectTimeoutMs: 5_000,
  ...changes,
})
const refused = (code: string) => ({ name: 'MqttFault', code })

test('with MQTT 5 a refused publish and one beyond the limit of the broker are told by their codes', {
  skip,
}, async () => {
  const own = await broker.authority.client('box-1')
  const session = await openSession(optionsFor(broker.port, { ...own, protocol: 5 }))
  assert.equal(session.maxPacketBytes, 2_000_000)
  const topic = 'cordon/v1/clinic/box-1/documents/a/0'
  await assert.rejects(
    session.publish(topic, Buffer.alloc(2_000_000), { retain: false }),
    refused('too-many-bytes'),
  )
  await assert.rejects(
    session.publish('cordon/v1/clinic/box-2/status', 'x', { retain: true }),
    refused('broker-refused'),
  )
  await session.publish(topic, 'x', { retain: false })
  await session.end()
})

test('nobody listening, and nobody answering, is a broker out of reach', async t => {
  await assert.rejects(openSession(optionsFor(await freePort())), refused('broker-unreachable'))
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  t.after(() => silent.close())
  await once(silent, 'listening')
  const { port } = silent.address() as { port: number }
  await assert.rejects(openSession(optionsFor(port, { connectTimeoutMs: 50 })), refused('broker-unreachable'))
})

test('something else than TLS on the port is refused', async t => {
  const http = createServer(socket => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
    0,
    '127.0.0.1',
  )
  t.after(() => http.close())
  await once(http, 'listening')
  await assert.rejects(
    openSession(optionsFor((http.address() as { port: number }).port)),
    refused('tls-refused'),
  )
})

test('a broker that has only TLS 1.1 is refused, and TLS 1.2 only where the configuration says so', async t => {
  const server = await authority.server()
  const start = async (version: 'TLSv1.1' | 'TLSv1.2') => {
    const listener = createTlsServer({
      ...server,
      minVersion: version,
      maxVersion: version,
      ciphers: 'DEFAULT@SECLEVEL=0',
    })
    listener.on('tlsClientError', () => {}).on('secureConnection', socket => void socket.resume().end())
    listener.listen(0, '127.0.0.1')
    t.after(() => listener.close())
    await once(listener, 'listening')
    return (listener.address() as { port: number }).port
  }
  const old = await start('TLSv1.1')
  for (const minTlsVersion of ['TLSv1.2', 'TLSv1.3'] as const)
    await assert.rejects(openSession(optionsFor(old, { minTlsVersion })), refused('tls-refused'))
  const newer = await start('TLSv1.2')
  await assert.rejects(openSession(optionsFor(newer)), refused('tls-refused'))
  await assert.rejects(
    openSession(optionsFor(newer, { minTlsVersion: 'TLSv1.2' })),
    refused('broker-refused'),
  )
})

test('not one byte of MQTT reaches a server that fails verification', async t => {
  const stranger = await createAuthority()
  const seen: Buffer[] = []
  const listener = createTlsServer({ ...(await stranger.server()) }, socket =>
    socket.on('data', chunk => void seen.push(chunk)).on('error', () => {}),
  )
  listener.on('tlsClientError', () => {}).listen(0, '127.0.0.1')
  t.after(() => listener.close())
  await once(listener, 'listening')
  const { port } = listener.address() as { port: number }
  await assert.rejects(openSession(optionsFor(port)), refused('tls-refused'))
  assert.equal(Buffer.concat(seen).length, 0)
})

test('a TLS server that is no broker is given up after the time limit', async t => {
  const listener = createTlsServer({ ...(await authority.server()) }, socket =>
    socket.on('error', () => {}).resume(),
  )
  listener.listen(0, '127.0.0.1')
  t.after(() => listener.close())
  await once(listener, 'listening')
  const { port } = listener.address() as { port: number }
  await assert.rejects(
    openSession(optionsFor(port, { connectTimeoutMs: 200 })),
    refused('broker-unreachable'),
  )
})

test('a stop ends the attempt', async t => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  t.after(() => silent.close())
  await once(silent, 'listening')
  const stopping = new AbortController()
  const attempt = openSession(
    optionsFor((silent.address() as { port: number }).port, { signal: stopping.signal }),
  )
  stopping.abort()
  await assert.rejects(attempt, refused('stopping'))
})
