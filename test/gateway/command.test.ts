/** Proves `cordon gateway receive` as a process: its lines, its store, its end, and what it says when it cannot start. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { missingMosquitto, startBroker } from '../broker.ts'
import { createRig, device, newId, sessionFor, site, until } from '../daemon/forward/rig.ts'

const skip = missingMosquitto()
const main = fileURLToPath(new URL('../../command/main.ts', import.meta.url))

const run = (t: TestContext, args: readonly string[]) => {
  const child = spawn(process.execPath, [main, 'gateway', 'receive', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', chunk => {
    said.out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', chunk => {
    said.err += chunk
  })
  return { said, ended: once(child, 'close').then(([code]) => code as number) }
}

const folder = async (t: TestContext) => {
  const directory = await mkdtemp(join(tmpdir(), 'cordon-receive-'))
  t.after(() => rm(directory, { recursive: true, force: true }))
  return directory
}

test('it receives, says so line by line, and ends after the count', { skip }, async t => {
  const broker = await startBroker()
  t.after(broker.close)
  const rig = await createRig()
  t.after(rig.close)
  const directory = await folder(t)
  const keys = join(directory, 'main')
  await mkdir(keys)
  const { ca, cert, key } = await broker.authority.client('main')
  const files = {
    'mqtt-ca.cert.pem': ca,
    'mqtt-client.cert.pem': cert,
    'mqtt-client.key.pem': key,
    'gateway-main.enc.jwk': JSON.stringify(rig.gateway.enc.privateJwk),
    'gateway-main.sig.jwk': JSON.stringify(rig.gateway.sig.privateJwk),
    'box.pub.jwk': JSON.stringify(rig.box.publicJwk),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(keys, name), text, { mode: 0o600 })
  const out = join(directory, 'received')
  const boxKey = `${device}=${join(keys, 'box.pub.jwk')}`
  const to = ['--broker', `mqtts://localhost:${broker.port}`, '--keys', `${keys}/`, '--box-key', boxKey]
  const { said, ended } = run(t, ['--out', out, ...to, '--count', '2'])
  await until(() => said.out.includes('connected and subscribed'))
  const ids = [newId(), newId()]
  for (const id of ids) await rig.put(id, 1)
  const forward = await rig.start(sessionFor(broker.port, await broker.authority.client(device)))
  assert.equal(await ended, 0)
  await forward.idle()
  assert.deepEqual((await readdir(join(out, site, device))).sort(), ids.sort())
  for (const id of ids) assert.match(said.out, new RegExp(`${id}  stored and receipted`))
  assert.equal(said.err, '')
})

test('what is missing or wrong is said in one line with what to do next', async t => {
  const directory = await folder(t)
  const file = async (name: string, text: string) => {
    await writeFile(join(directory, name), text)
    return join(directory, name)
  }
  const out = ['--out', join(directory, 'out')]
  const broker = ['--broker', 'mqtts://localhost:1']
  const pem = await file('x.pem', 'x')
  const jwk = await file('x.jwk', '{"kty":"oct"}')
  const box = ['--box-key', jwk]
  const own = ['--ca', pem, '--cert', pem, '--key', pem, '--sig-key', jwk, '--enc-key', jwk]
  const cases: readonly (readonly [args: readonly string[], code: number, says: RegExp])[] = [
    [[...broker, ...box], 64, /--out/],
    [[...out, '--broker', 'mqtt://localhost:1883', ...box], 64, /mqtts:\/\/host:port/],
    [[...out, '--broker', 'mqtts://me:secret@localhost', ...box], 64, /mqtts:\/\/host:port/],
    [[...out, ...broker, ...box], 64, /--keys DIR/],
    [[...out, ...broker, ...box, '--keys', join(directory, 'none')], 1, /ENOENT/],
    [[...out, ...broker, ...box, ...own], 78, /P-256/],
  ]
  for (const [args, code, says] of cases) {
    const { said, ended } = run(t, args)
    assert.equal(await ended, code, said.err)
    assert.match(said.err, says)
    assert.doesNotMatch(said.err, /\n\s+at /)
  }
})
