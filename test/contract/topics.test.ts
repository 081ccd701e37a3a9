/** Holds docs/topics.yaml against the code: topics, messages as they are really published, QoS, retention, will. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { parse } from 'yaml'
import { offline } from '../../daemon/forward/status.ts'
import { topicsOf } from '../../daemon/forward/topics.ts'
import { documentsFilter, parsePartTopic, receiptTopic } from '../../gateway/index.ts'
import { type Broker, missingMosquitto, startBroker } from '../broker.ts'
import { createRig, device, newId, sessionFor, site, until } from '../daemon/forward/rig.ts'
import { createGatewayRig } from '../gateway/rig.ts'
import { faultsOf } from './schema.ts'

const skip = missingMosquitto()
type Node = Readonly<Record<string, never>>
const page = parse(readFileSync(new URL('../../docs/topics.yaml', import.meta.url), 'utf8')) as Node
const at = (path: string): unknown =>
  path.split('/').reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], page)
const addressOf = (channel: string, values: Record<string, string> = {}): string =>
  String(at(`channels/${channel}/address`)).replace(
    /\{(\w+)\}/g,
    (_, name: string) => values[name] ?? `{${name}}`,
  )

const documentId = newId()
const values = { site, device, documentId, part: '3' }
const topics = topicsOf(site, device)

/** Does an MQTT topic filter cover a topic (MQTT 3.1.1, 4.7)? */
const covers = (filter: string, topic: string): boolean =>
  new RegExp(`^${filter.replaceAll('+', '[^/]+').replace('#', '.+')}$`).test(topic)

test('the topics that the box builds and the gateway parses are those of the page', () => {
  assert.equal(topics.part(documentId, 3), addressOf('documents', values))
  assert.deepEqual(parsePartTopic(addressOf('documents', values)), { site, device, documentId, part: 3 })
  assert.equal(receiptTopic({ site, device, documentId }), addressOf('receipts', values))
  assert.equal(topics.receiptOf(addressOf('receipts', values)), documentId)
  assert.equal(topics.status, addressOf('status', values))
  assert.equal(topics.audit, addressOf('audit', values))
  assert.ok(covers(documentsFilter, addressOf('documents', values)))
  assert.ok(covers(topics.receipts, addressOf('receipts', values)))
  assert.ok(!covers(documentsFilter, addressOf('receipts', values)))
})

test('no id can break out of its level of the topic', () => {
  for (const bad of ['', '+', '#', 'a/b', '..', 'a b', 'a\0', 'ä'])
    for (const [one, two] of [
      [bad, device],
      [site, bad],
    ] as const)
      assert.throws(() => topicsOf(one, two), RangeError)
  for (const topic of [`${topics.status}/x`, addressOf('receipts', { ...values, documentId: '+' }), 'x'])
    assert.equal(topics.receiptOf(topic), null)
})

test('every reference of the page leads somewhere, and every message has a schema', () => {
  for (const [, reference] of JSON.stringify(page).matchAll(/"\$ref":"#\/([^"]+)"/g))
    assert.notEqual(at(reference as string), undefined, reference)
  for (const [name, channel] of Object.entries(at('channels') as Record<string, { parameters: object }>))
    assert.deepEqual(
      Object.keys(channel.parameters),
      [...addressOf(name).matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter),
    )
})

test('the will of the page is the will of the code', () => {
  const { topic, message, qos, retain } = at('servers/broker/bindings/mqtt/lastWill') as Record<
    string,
    unknown
  >
  assert.equal(message, offline)
  assert.equal(topic, addressOf('status'))
  assert.deepEqual([qos, retain], [1, true])
  assert.deepEqual(faultsOf(at('components/schemas/offline') as Node, JSON.parse(offline)), [])
})

let broker: Broker
before(async () => {
  if (!skip) broker = await startBroker()
})
after(async () => {
  await broker?.close()
})

test('what is published when a document is delivered fits the page, message by message', {
  skip,
}, async t => {
  const rig = await createRig()
  t.after(rig.close)
  const [box, main] = await Promise.all([broker.authority.client(device), broker.authority.client('main')])
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk])
  t.after(gateway.close)
  await gateway.start()
  const spy = await broker.spy()
  const id = newId()
  await rig.put(id, 1)
  const heads = async () => [{ service: 'forward', record: '{"n":1}' }]
  const forward = await rig.start(sessionFor(broker.port, box), { heads })
  await forward.idle()
  await rig.stopAll()
  await until(() => spy.lines().length >= 8)
  await spy.stop()
  const seen = spy.lines().map(line => {
    const [topic = '', hex = '', qos] = line.split(' ')
    return { topic, text: Buffer.from(hex, 'hex').toString(), qos: Number(qos) }
  })
  const late = await broker.spy()
  await until(() => late.lines().length >= 1)
  await late.stop()
  const kept = late.lines().map(line => line.split(' ')[0])
  const of = (channel: string, part = '') =>
    seen.filter(({ topic }) => topic === addressOf(channel, { site, device, documentId: id, part }))
  const fits = (schema: string, text: string) =>
    assert.deepEqual(faultsOf(at(`components/schemas/${schema}`) as Node, JSON.parse(text)), [])
  for (const part of ['0', '1', '2', '3']) {
    const [message, ...more] = of('documents', part)
    assert.equal(more.length, 0)
    fits('jwe', message?.text ?? '')
  }
  const [receipt] = of('receipts')
  assert.deepEqual(faultsOf(at('components/messages/receipt/payload') as Node, receipt?.text), [])
  fits('receipt', Buffer.from(receipt?.text.split('.')[1] ?? '', 'base64url').toString())
  const [birth, death] = of('status')
  fits('online', birth?.text ?? '')
  fits('offline', death?.text ?? '')
  fits('heads', of('audit')[0]?.text ?? '')
  assert.equal(seen.length, 8)
  const bindings = (at('operations') as Record<string, { channel: Node; bindings: { mqtt: Node } }>) ?? {}
  for (const {
    channel,
    bindings: { mqtt },
  } of Object.values(bindings)) {
    const address = String(at(`${String(channel.$ref).slice(2)}/address`))
    const pattern = new RegExp(`^${address.replace(/\{\w+\}/g, '[^/]+')}$`)
    for (const { topic, qos } of seen.filter(message => pattern.test(message.topic))) {
      assert.equal(qos, mqtt.qos)
      assert.equal(kept.includes(topic), mqtt.retain)
    }
  }
})

test('the checker itself finds what does not fit', () => {
  const schema = at('components/schemas/receipt') as Node
  const fine = {
    documentId,
    parts: 4,
    manifestSha256: 'a'.repeat(64),
    outcome: 'stored',
    at: '2026-03-01T10:00:00Z',
  }
  assert.deepEqual(faultsOf(schema, fine), [])
  for (const bad of [
    null,
    { ...fine, note: 1 },
    { ...fine, parts: 0 },
    { ...fine, parts: '4' },
    { ...fine, documentId: 'x' },
    { ...fine, at: 'soon' },
    { ...fine, outcome: 'lost' },
  ])
    assert.notDeepEqual(faultsOf(schema, bad), [])
  assert.notDeepEqual(faultsOf({ oneOf: [] }, 1), [])
})
