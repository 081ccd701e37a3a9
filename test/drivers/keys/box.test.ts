/** The keys of a box: made once, each loadable as what it is and as nothing else. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { sign, verify } from 'node:crypto'
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { calculateJwkThumbprint } from 'jose'
import {
  type BoxKeyName,
  boxKeys,
  initKeys,
  loadDocumentIdKey,
  loadPem,
  loadPrivateKey,
  loadPublicKey,
  readJwk,
  readReceiptKeys,
} from '../../../drivers/keys/box.ts'
import { loadTokenKeys, rotateTokenKeys } from '../../../drivers/keys/tokens.ts'
import { keyFolder } from './fixture.ts'

const names = Object.keys(boxKeys) as BoxKeyName[]
const malformed = (file: string) => ({ name: 'KeyFault', code: 'malformed', file })

const allFiles = async (directory: string) =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(directory))
        .sort()
        .map(async name => [name, await readFile(join(directory, name), 'latin1')]),
    ),
  ) as Record<string, string>

test('init makes every file of the box, secrets 0600, and says which', async t => {
  const directory = await keyFolder(t)
  const made = await initKeys(directory)
  assert.deepEqual(made, [
    ...names.map(name => `${name}.jwk`),
    'tokens.json',
    'document-id.key',
    'schedule.key',
  ])
  const there = await readdir(directory)
  const wanted = [
    ...names.flatMap(name => [`${name}.jwk`, `${name}.pub.jwk`]),
    'tokens.json',
    'document-id.key',
    'schedule.key',
  ]
  assert.deepEqual(there.sort(), wanted.sort())
  for (const name of there) {
    const mode = (await stat(join(directory, name))).mode & 0o7777
    assert.equal(mode, name.endsWith('.pub.jwk') ? 0o644 : 0o600, name)
  }
})

test('init again changes nothing, and makes what is missing only', async t => {
  const directory = await keyFolder(t)
  await initKeys(directory)
  const before = await allFiles(directory)
  assert.deepEqual(await initKeys(directory), [])
  assert.deepEqual(await allFiles(directory), before)
  for (const file of ['box-signing.pub.jwk', 'forward-spool.jwk', 'forward-spool.pub.jwk']) {
    await rm(join(directory, file))
  }
  assert.deepEqual(await initKeys(directory), ['forward-spool.jwk'])
  const after = await allFiles(directory)
  assert.equal(after['box-signing.pub.jwk'], before['box-signing.pub.jwk'])
  assert.notEqual(after['forward-spool.jwk'], before['forward-spool.jwk'])
  assert.equal(after['tokens.json'], before['tokens.json'])
})

test('two inits at once make one set of keys', async t => {
  const directory = await keyFolder(t)
  await Promise.allSettled([initKeys(directory), initKeys(directory)])
  await initKeys(directory)
  for (const name of names) {
    const [own, other] = [await loadPrivateKey({ directory }, name), await loadPublicKey({ directory }, name)]
    assert.equal(own.kid, other.kid)
  }
})

test('kill -9 in the middle of init: the next init completes the set, and keeps what was whole', async t => {
  const directory = await keyFolder(t)
  const code = `import { initKeys } from '${join(import.meta.dirname, '../../../drivers/keys/box.ts')}'
    import { watch, mkdirSync } from 'node:fs'
    mkdirSync(${JSON.stringify(directory)}, { mode: 0o700 })
    watch(${JSON.stringify(directory)}, (_, name) => name === process.argv[1] && process.kill(process.pid, 'SIGKILL'))
    await initKeys(${JSON.stringify(directory)})
    await new Promise(() => setInterval(() => {}, 1000))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, 'forward-spool.jwk'])
  const signal = await new Promise(resolve => child.once('exit', (_, name) => resolve(name)))
  assert.equal(signal, 'SIGKILL')
  const before = await allFiles(directory)
  await initKeys(directory)
  const after = await allFiles(directory)
  assert.equal(Object.keys(after).length, 19)
  for (const [name, content] of Object.entries(before)) {
    if (!name.startsWith('.draft-')) assert.equal(after[name], content, name)
  }
})

test('a key pair fits together, and its id is its thumbprint', async t => {
  const directory = await keyFolder(t)
  await initKeys(directory)
  for (const name of names) {
    const own = await loadPrivateKey({ directory }, name)
    const other = await loadPublicKey({ directory }, name)
    assert.equal(own.key.type, 'private')
    assert.equal(other.key.type, 'public')
    assert.equal(other.kid, await calculateJwkThumbprint(other.key.export({ format: 'jwk' }) as never))
    if (boxKeys[name] === 'audit') {
      assert.ok(verify(null, Buffer.from('x'), other.key, sign(null, Buffer.from('x'), own.key)))
    }
  }
})

test('a public file holds no private half, and is refused if it does', async t => {
  const directory = await keyFolder(t)
  await initKeys(directory)
  for (const name of names) {
    const file = join(directory, `${name}.pub.jwk`)
    assert.equal(Object.hasOwn(JSON.parse(await readFile(file, 'utf8')), 'd'), false)
    await writeFile(file, await readFile(join(directory, `${name}.jwk`)))
    await assert.rejects(loadPublicKey({ directory }, name), malformed(`${name}.pub.jwk`))
  }
})

test('a key of another kind, curve, use or algorithm, or off the curve, is refused', async t => {
  const directory = await keyFolder(t)
  await initKeys(directory)
  const file = join(directory, 'box-signing.jwk')
  const good = JSON.parse(await readFile(file, 'utf8'))
  const { y: _, ...withoutY } = good
  const wrong = [
    { ...good, kty: 'OKP' },
    { ...good, crv: 'P-384' },
    { ...good, use: 'enc' },
    { ...good, alg: 'ECDH-ES+A256KW' },
    { ...good, kid: 'a b' },
    { ...good, kid: 7 },
    { ...good, extra: '1' },
    { ...good, x: good.y },
    { ...good, d: 'AA' },
    withoutY,
    [],
    null,
  ]
  for (const jwk of wrong) {
    await writeFile(file, JSON.stringify(jwk))
    await assert.rejects(loadPrivateKey({ directory }, 'box-signing'), malformed('box-signing.jwk'))
  }
  await writeFile(file, '{')
  const thrown = await loadPrivateKey({ directory }, 'box-signing').catch(error => error)
  assert.equal(thrown.message, 'box-signing.jwk: malformed')
  await writeFile(file, await readFile(join(directory, 'forward-spool.jwk')))
  await assert.rejects(loadPrivateKey({ directory }, 'box-signing'), malformed('box-signing.jwk'))
})

test('init stops at a key that is not as it must be', async t => {
  const directory = await keyFolder(t)
  await initKeys(directory)
  await chmod(join(directory, 'box-signing.jwk'), 0o644)
  await assert.rejects(initKeys(directory), { code: 'too-open', file: 'box-signing.jwk' })
  await chmod(join(directory, 'box-signing.jwk'), 0o600)
  await writeFile(
    join(directory, 'box-signing.pub.jwk'),
    await readFile(join(directory, 'forward-spool.pub.jwk')),
  )
  await assert.rejects(initKeys(directory), malformed('box-signing.pub.jwk'))
})

test('token keys are 32 bytes per epoch, the newest current; a rotation keeps the old ones', async t => {
  const directory = await keyFolder(t)
  await initKeys(directory)
  const first = await loadTokenKeys({ directory })
  assert.equal(first.epoch, 1)
  assert.equal(await rotateTokenKeys(directory), 2)
  const second = await loadTokenKeys({ directory })
  assert.equal(second.epoch, 2)
  assert.deepEqual([...second.keys.keys()], [1, 2])
  assert.deepEqual(second.keys.get(1), first.keys.get(1))
  assert.equal(second.keys.get(2)?.length, 32)
  assert.equal((await stat(join(directory, 'tokens.json'))).mode & 0o7777, 0o600)
})

test('a token file that is not exactly one is refused', async t => {
  const directory = await keyFolder(t)
  await initKeys(directory)
  const key = Buffer.alloc(32).toString('base64url')
  const wrong = [
    { epoch: 2, keys: { '1': key } },
    { epoch: 1, keys: { '1': key, '2': key } },
    { epoch: 1, keys: {} },
    { epoch: '1', keys: { '1': key } },
    { epoch: 1, keys: { '1': key.slice(1) } },
    { epoch: 1, keys: { '1': `${key}=` } },
    { epoch: 1, keys: { '01': key, '1': key } },
    { epoch: 1, keys: { '1': key }, more: 1 },
    { epoch: 1, keys: [key] },
    [],
    null,
  ]
  for (const tokens of wrong) {
    await writeFile(join(directory, 'tokens.json'), JSON.stringify(tokens))
    await assert.rejects(loadTokenKeys({ directory }), malformed('tokens.json'), JSON.stringify(tokens))
  }
})

test('the document id key has 32 bytes, and PEM files begin as PEM files do', async t => {
  const directory = await keyFolder(t)
  await initKeys(directory)
  assert.equal((await loadDocumentIdKey({ directory })).length, 32)
  await writeFile(join(directory, 'document-id.key'), 'short')
  await assert.rejects(loadDocumentIdKey({ directory }), malformed('document-id.key'))
  await writeFile(join(directory, 'mqtt-ca.cert.pem'), 'x', { mode: 0o644 })
  await assert.rejects(loadPem({ directory }, 'mqtt-ca.cert.pem'), malformed('mqtt-ca.cert.pem'))
  await writeFile(join(directory, 'gateway-main.enc.pub.jwk'), '{"kty":"EC"}', { mode: 0o644 })
  assert.deepEqual(await readJwk({ directory }, 'gateway-main.enc.pub.jwk', 'public'), { kty: 'EC' })
})

test('the receipt keys are those of every pinned gateway, and there must be one', async t => {
  const directory = await keyFolder(t)
  await initKeys(directory)
  const put = (name: string, kid: string) =>
    writeFile(join(directory, name), JSON.stringify({ kid }), { mode: 0o644 })
  await put('gateway-main.enc.pub.jwk', 'no receipt key')
  await assert.rejects(readReceiptKeys({ directory }), { code: 'missing' })
  await put('gateway-main.sig.pub.jwk', 'main')
  await put('gateway-old-2.sig.pub.jwk', 'old')
  await put('gateway-Odd.sig.pub.jwk', 'no id of ours')
  assert.deepEqual(await readReceiptKeys({ directory }), [{ kid: 'main' }, { kid: 'old' }])
})
