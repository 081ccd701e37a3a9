/** Proves that `forward` itself, the real process, loses nothing and repeats nothing when it is killed at work. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { openEdgeWriter } from '../../../daemon/spool/put.ts'
import { openEdgeReader } from '../../../daemon/spool/take.ts'
import { initKeys, loadPrivateKey, loadPublicKey } from '../../../drivers/keys/box.ts'
import { unwrapDek, wrapDek } from '../../../drivers/keys/wrap.ts'
import { type Broker, missingMosquitto, startBroker } from '../../broker.ts'
import { createGatewayRig } from '../../gateway/rig.ts'
import { createSealer, device, newGatewayKeys, newId, site, until } from './rig.ts'

const skip = missingMosquitto()
const entry = fileURLToPath(new URL('../../../daemon/forward.ts', import.meta.url))

type Process = {
  readonly child: ChildProcess
  readonly events: { event: string; code?: string }[]
  readonly text: () => string
}

const scene = async (t: TestContext, broker: Broker) => {
  const directory = await mkdtemp(join(tmpdir(), 'cordon-kill-'))
  t.after(() => rm(directory, { recursive: true, force: true }))
  const keysDir = join(directory, 'keys')
  const stateDir = join(directory, 'state')
  await initKeys(keysDir)
  const gatewayKeys = await newGatewayKeys('main')
  const { ca, cert, key } = await broker.authority.client(device)
  const write = (name: string, text: string, mode = 0o644) => writeFile(join(keysDir, name), text, { mode })
  await write('mqtt-ca.cert.pem', ca)
  await write('mqtt-client.cert.pem', cert)
  await write('mqtt-client.key.pem', key, 0o600)
  await write('gateway-main.sig.pub.jwk', JSON.stringify(gatewayKeys.sig.publicJwk))
  await mkdir(join(stateDir, 'spool'), { recursive: true })
  await mkdir(join(stateDir, 'audit'))
  for (const edge of ['sealed', 'receipts']) await createEdge(join(stateDir, 'spool', edge))
  const configFile = join(directory, 'cordon.yaml')
  const forward = {
    broker: { host: '127.0.0.1', port: broker.port, serverName: 'localhost' },
    retryMinMs: 100,
    receiptTimeoutMs: 1000,
  }
  await writeFile(configFile, JSON.stringify({ site, device, stateDir, keysDir, forward }))
  const place = { directory: keysDir }
  const sealedDir = join(stateDir, 'spool', 'sealed')
  const clock = () => new Date()
  const { key: publicKey } = await loadPublicKey(place, 'forward-spool')
  const box = {
    privateJwk: JSON.parse(await readFile(join(keysDir, 'box-signing.jwk'), 'utf8')),
    publicJwk: JSON.parse(await readFile(join(keysDir, 'box-signing.pub.jwk'), 'utf8')),
  }
  const writer = await openEdgeWriter('sealed', sealedDir, publicKey, { clock, seal: wrapDek })
  const sealer = await createSealer(box, [gatewayKeys])
  return {
    stateDir,
    box,
    gatewayKeys,
    put: (id: ReturnType<typeof newId>, pages: number) =>
      writer.put(id, { source: 'fax', parts: pages + 3 }, sealer(id, pages)),
    counts: async () => {
      const { key: privateKey } = await loadPrivateKey(place, 'forward-spool')
      return (await openEdgeReader('sealed', sealedDir, privateKey, { open: unwrapDek })).counts()
    },
    start: (): Process => start(t, configFile),
  }
}

const start = (t: TestContext, configFile: string): Process => {
  const child = spawn(process.execPath, [entry, '--config', configFile], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  t.after(() => child.kill('SIGKILL'))
  const events: Process['events'] = []
  let text = ''
  createInterface({ input: child.stderr! }).on('line', line => {
    text += `${line}\n`
    try {
      events.push(JSON.parse(line))
    } catch {
      events.push({ event: line })
    }
  })
  return { child, events, text: () => text }
}

const end = async ({ child }: Process, signal: NodeJS.Signals): Promise<number | null> => {
  const ended = once(child, 'exit')
  child.kill(signal)
  return (await ended)[0] as number | null
}

test('killed again and again in the middle of sending: everything arrives, once', { skip }, async t => {
  const broker = await startBroker()
  t.after(broker.close)
  const { put, counts, start: startForward, box, gatewayKeys } = await scene(t, broker)
  const main = await broker.authority.client('main')
  const gateway = await createGatewayRig(broker.port, main, gatewayKeys, [box.publicJwk])
  t.after(gateway.close)
  await gateway.start()
  const ids = Array.from({ length: 8 }, newId)
  for (const id of ids) await put(id, 8)
  const seen = () => gateway.events.filter(({ type }) => type === 'part' || type === 'document').length
  for (const parts of [1, 20, 45]) {
    const running = startForward()
    await until(() => seen() >= parts)
    await end(running, 'SIGKILL')
  }
  const last = startForward()
  await until(async () => (await gateway.stored()).length === ids.length)
  await until(async () => {
    const { waiting, kept } = await counts()
    return waiting + kept === 0
  })
  assert.equal(await end(last, 'SIGTERM'), 0)
  assert.deepEqual(await gateway.stored(), ids.map(id => `${site}/${device}/${id}`).sort())
  assert.equal(gateway.events.filter(event => event.type === 'document' && event.isNew).length, ids.length)
  assert.equal(gateway.events.filter(({ type }) => type === 'refused').length, 0)
  assert.deepEqual(await counts(), { waiting: 0, kept: 0, rejected: 0 })
})

test('a box without its certificate or without a gateway’s key says so and ends with the code of a faulty set-up', {
  skip,
}, async t => {
  const broker = await startBroker()
  t.after(broker.close)
  const { stateDir, start: startForward } = await scene(t, broker)
  const keysDir = join(stateDir, '..', 'keys')
  for (const [file, says] of [
    ['gateway-main.sig.pub.jwk', /gateway-<kid>\.sig\.pub\.jwk/],
    ['mqtt-client.key.pem', /mqtt-client\.key\.pem/],
  ] as const) {
    await rm(join(keysDir, file))
    const running = startForward()
    const [code] = await once(running.child, 'exit')
    assert.equal(code, 78)
    await until(() => says.test(running.text()))
  }
})
