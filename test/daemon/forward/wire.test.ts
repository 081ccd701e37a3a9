/** Proves that what a document held can be read neither on the wire, nor at the broker, nor in what `forward` writes. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { connect as connectTcp, createServer } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { missingMosquitto, startBroker } from '../../broker.ts'
import { createGatewayRig } from '../../gateway/rig.ts'
import { createRig, device, newId, sessionFor, until } from './rig.ts'

const skip = missingMosquitto()
const canary = 'ZEBEDIAH-QUILLFEATHER-4417'

/** The canary as it could stand there: clear, UTF-16, hex, and base64 at each of its three phases. */
const shapes = (text: string): readonly Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text).toString('hex')),
  Buffer.from(Buffer.from(text).toString('hex').toUpperCase()),
  ...[0, 1, 2].flatMap(phase => {
    const encoded = Buffer.from(`${'x'.repeat(phase)}${text}`).toString('base64')
    const inner = encoded.slice(phase === 0 ? 0 : 4, -4)
    return [Buffer.from(inner), Buffer.from(inner.replaceAll('+', '-').replaceAll('/', '_'))]
  }),
]
const holdsCanary = (bytes: Uint8Array): boolean =>
  shapes(canary).some(shape => Buffer.from(bytes).includes(shape))

/** Passes TCP on and keeps every byte of both directions. */
const recorder = async (t: TestContext, port: number) => {
  const seen: Buffer[] = []
  const server = createServer(near => {
    const far = connectTcp(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const)
      from
        .on('data', chunk => {
          seen.push(chunk)
          to.write(chunk)
        })
        .on('error', () => {})
        .on('close', () => to.destroy())
  }).listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  return { port: (server.address() as { port: number }).port, bytes: () => Buffer.concat(seen) }
}

test('the search itself finds the canary in each shape', () => {
  for (const text of [canary, `a${canary}`, `ab${canary}z`]) {
    assert.ok(holdsCanary(Buffer.from(text)))
    assert.ok(holdsCanary(Buffer.from(text, 'utf16le')))
    assert.ok(holdsCanary(Buffer.from(Buffer.from(text).toString('hex'))))
    assert.ok(holdsCanary(Buffer.from(Buffer.from(text).toString('base64'))))
    assert.ok(holdsCanary(Buffer.from(Buffer.from(text).toString('base64url'))))
  }
})

test('not on the wire, not in a payload, not in a topic, not in a file, not in a log line', {
  skip,
}, async t => {
  const broker = await startBroker()
  t.after(broker.close)
  const rig = await createRig()
  t.after(rig.close)
  const [box, main] = await Promise.all([broker.authority.client(device), broker.authority.client('main')])
  const gateway = await createGatewayRig(broker.port, main, rig.gateway, [rig.box.publicJwk])
  t.after(gateway.close)
  await gateway.start()
  const spy = await broker.spy()
  const wire = await recorder(t, broker.port)
  const id = newId()
  const pdf = Buffer.from(`%PDF-1.7\n${canary}\n%%EOF\n`)
  await rig.seals.put(id, { source: 'fax', parts: 4 }, rig.sealer(id, 1, pdf))
  const forward = await rig.start(sessionFor(wire.port, box))
  await forward.idle()
  assert.deepEqual(await readFile(join(gateway.directory, 'clinic', device, id, 'document.pdf')), pdf)
  await until(() => spy.lines().length >= 6)
  await rig.stopAll()
  await spy.stop()
  const messages = spy.lines().map(line => line.split(' ') as [string, string])
  assert.ok(messages.some(([topic]) => topic.endsWith(`/documents/${id}/2`)))
  for (const [topic, hex] of messages) {
    assert.ok(!holdsCanary(Buffer.from(topic)))
    assert.ok(!holdsCanary(Buffer.from(hex, 'hex')))
  }
  assert.ok(wire.bytes().length > 10_000)
  assert.ok(!holdsCanary(wire.bytes()))
  const files = await readdir(rig.directory, { recursive: true, withFileTypes: true })
  for (const file of files.filter(entry => entry.isFile()))
    assert.ok(!holdsCanary(await readFile(join(file.parentPath, file.name))), file.name)
  assert.ok(!holdsCanary(Buffer.from(JSON.stringify([rig.log, rig.audit]))))
  const status = messages
    .filter(([topic]) => topic.endsWith('/status'))
    .map(([, hex]) => Buffer.from(hex, 'hex').toString())
  assert.deepEqual(Object.keys(JSON.parse(status[0] as string)), [
    'version',
    'state',
    'software',
    'at',
    'waiting',
    'unreceipted',
    'rejected',
    'oldestSeconds',
    'alarms',
  ])
  assert.equal(status.at(-1), '{"version":1,"state":"offline"}')
})
