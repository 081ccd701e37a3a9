/** What the client must see of any broker, as a function of the broker: run against Mosquitto and the embedded one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSession, type Session, type SessionOptions } from '../../../drivers/mqtt/session.ts'
import { type Authority, createAuthority, expired, type Pem } from '../../certificates.ts'
import { until } from '../../daemon/forward/rig.ts'

export type Started = { readonly port: number; readonly authority: Authority }
export type Options = {
  readonly skip: string | false
  readonly protocol: '3.1.1' | 5
  /** How the broker turns a certificate away: with an alert of TLS, or by hanging up. */
  readonly refusal: 'tls-refused' | 'broker-refused'
}

const root = 'cordon/v1/clinic'

export const sessionContract = (
  name: string,
  started: () => Started,
  { skip, protocol, refusal }: Options,
): void => {
  const optionsFor = (pem: Pem, changes: Partial<SessionOptions> = {}): SessionOptions => ({
    host: '127.0.0.1',
    port: started().port,
    serverName: 'localhost',
    ...pem,
    minTlsVersion: 'TLSv1.3',
    protocol,
    clientId: 'box-1',
    keepAliveSeconds: 30,
    connectTimeoutMs: 5_000,
    ...changes,
  })
  const client = (commonName: string) => started().authority.client(commonName)
  const refused = (code: string) => ({ name: 'MqttFault', code })
  const both = async (): Promise<{ box: Session; gateway: Session }> => ({
    box: await openSession(optionsFor(await client('box-1'))),
    gateway: await openSession(optionsFor(await client('main'), { clientId: 'main' })),
  })

  test(`${name}: a message published with QoS 1 arrives as it was, up to a mebibyte`, { skip }, async () => {
    const { box, gateway } = await both()
    const seen: [string, number][] = []
    await gateway.subscribe(
      `${root}/+/documents/#`,
      async (topic, bytes) => void seen.push([topic, bytes.length]),
    )
    await box.publish(`${root}/box-1/documents/a/0`, Buffer.alloc(1024 * 1024, 7), { retain: false })
    await box.publish(`${root}/box-1/documents/a/1`, 'text', { retain: false })
    await until(() => seen.length === 2)
    assert.deepEqual(seen, [
      [`${root}/box-1/documents/a/0`, 1024 * 1024],
      [`${root}/box-1/documents/a/1`, 4],
    ])
    await Promise.all([box.end(), gateway.end()])
  })

  test(`${name}: the will is published when the box is gone without a word, not after a goodbye`, {
    skip,
  }, async () => {
    const status = `${root}/box-1/status`
    const gateway = await openSession(optionsFor(await client('main'), { clientId: 'main' }))
    const seen: string[] = []
    await gateway.subscribe(
      `${root}/+/status`,
      async (_topic, bytes) => void seen.push(Buffer.from(bytes).toString()),
    )
    const pem = await client('box-1')
    const will = { topic: status, payload: 'offline' }
    const polite = await openSession(optionsFor(pem, { will }))
    await polite.publish(status, 'online', { retain: true })
    await polite.end()
    const rude = await openSession(optionsFor(pem, { will, clientId: 'box-1b' }))
    const usurper = await openSession(optionsFor(pem, { clientId: 'box-1b' }))
    await rude.closed
    await until(() => seen.length === 2)
    assert.deepEqual(seen, ['online', 'offline'])
    const late = await openSession(optionsFor(await client('main'), { clientId: 'late' }))
    const retained: string[] = []
    await late.subscribe(status, async (_topic, bytes) => void retained.push(Buffer.from(bytes).toString()))
    await until(() => retained.length === 1)
    assert.deepEqual(retained, ['offline'])
    await usurper.publish(status, '', { retain: true })
    await Promise.all([gateway.end(), usurper.end(), late.end()])
  })

  test(`${name}: a broker whose CA is not ours is refused`, { skip }, async () => {
    const { ca } = await createAuthority()
    await assert.rejects(openSession(optionsFor({ ...(await client('box-1')), ca })), refused('tls-refused'))
  })

  test(`${name}: a broker whose certificate has another name is refused`, { skip }, async () => {
    const pem = await client('box-1')
    for (const serverName of ['broker.example', '127.0.0.2'])
      await assert.rejects(openSession(optionsFor(pem, { serverName })), refused('tls-refused'))
    const byAddress = await openSession(optionsFor(pem, { serverName: '127.0.0.1' }))
    await byAddress.end()
  })

  test(`${name}: an expired client certificate is refused`, { skip }, async () => {
    const pem = await started().authority.client('box-1', expired())
    await assert.rejects(openSession(optionsFor(pem)), refused(refusal))
  })

  test(`${name}: a client certificate of another CA is refused`, { skip }, async () => {
    const stranger = await (await createAuthority()).client('box-1')
    const pem = { ...stranger, ca: started().authority.ca }
    await assert.rejects(openSession(optionsFor(pem)), refused(refusal))
  })

  test(`${name}: no client certificate is refused`, { skip }, async () => {
    const pem = { ...(await client('box-1')), cert: '', key: '' }
    await assert.rejects(openSession(optionsFor(pem)), refused('tls-refused'))
  })

  test(`${name}: a certificate, key or CA that is none, or not a pair, is refused`, { skip }, async () => {
    const pem = await client('box-1')
    const other = await client('box-1')
    for (const broken of [{ ca: '' }, { ca: 'x' }, { cert: 'x' }, { key: 'x' }, { key: other.key }])
      await assert.rejects(openSession(optionsFor({ ...pem, ...broken })), refused('tls-refused'))
  })

  test(`${name}: what a device may not publish reaches nobody`, { skip }, async () => {
    const { box, gateway } = await both()
    const seen: string[] = []
    await gateway.subscribe(`${root}/+/documents/#`, async topic => void seen.push(topic))
    await box.publish(`${root}/box-2/documents/a/0`, 'x', { retain: false }).catch(() => {})
    const again = await openSession(optionsFor(await client('box-1'), { clientId: 'again' }))
    await again.publish(`${root}/box-1/documents/a/0`, 'x', { retain: false })
    await until(() => seen.length > 0)
    assert.deepEqual(seen, [`${root}/box-1/documents/a/0`])
    await Promise.all([box.end(), again.end(), gateway.end()])
  })

  test(`${name}: a device cannot read receipts of another`, { skip }, async () => {
    const box = await openSession(optionsFor(await client('box-1')))
    const gateway = await openSession(optionsFor(await client('main'), { clientId: 'main' }))
    const seen: string[] = []
    await box.subscribe(`${root}/+/receipts/+`, async topic => void seen.push(topic)).catch(() => {})
    await gateway.publish(`${root}/box-2/receipts/a`, 'x', { retain: false })
    const own = await openSession(optionsFor(await client('box-1'), { clientId: 'own' }))
    await own.subscribe(`${root}/box-1/receipts/+`, async topic => void seen.push(topic))
    await gateway.publish(`${root}/box-1/receipts/a`, 'x', { retain: false })
    await until(() => seen.includes(`${root}/box-1/receipts/a`))
    assert.ok(!seen.includes(`${root}/box-2/receipts/a`))
    await Promise.all([box.end(), own.end(), gateway.end()])
  })

  test(`${name}: a message whose handling fails is not acknowledged: the session ends`, {
    skip,
  }, async () => {
    const { box, gateway } = await both()
    await gateway.subscribe(`${root}/+/documents/#`, async () => {
      throw new Error('disk full')
    })
    await box.publish(`${root}/box-1/documents/a/0`, 'x', { retain: false })
    assert.equal(await gateway.closed, 'broker-unreachable')
    await box.end()
  })

  test(`${name}: after the end nothing can be published, and the end may be said twice`, {
    skip,
  }, async () => {
    const session = await openSession(optionsFor(await client('box-1')))
    await session.end()
    await session.end()
    await assert.rejects(
      session.publish(`${root}/box-1/status`, 'x', { retain: false }),
      refused('broker-unreachable'),
    )
  })
}
