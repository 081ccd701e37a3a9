/** The laboratory's authority: its certificates are what TLS and OpenSSL take, and expired ones are not. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { connect, createServer, type TLSSocket } from 'node:tls'
import { loadPem } from '../../../drivers/keys/box.ts'
import { createLabCa, type Issued } from '../../../drivers/keys/ca.ts'
import { installLab, writeLab } from '../../../drivers/keys/lab.ts'
import { keyFolder } from './fixture.ts'

const dayMs = 86_400_000
const from = (days: number) => new Date(Date.now() + days * dayMs)
const valid = { notBefore: from(-1), notAfter: from(30) }
const localhost = {
  role: 'server',
  commonName: 'localhost',
  names: ['localhost'],
  addresses: ['127.0.0.1'],
} as const

/** A TLS server that asks for a client certificate; gives the client's name, or why either side does not trust the other. */
const shakeHands = async (t: TestContext, ca: string, server: Issued, client: Issued, clientCa = ca) => {
  const listener = createServer({
    key: server.keyPem,
    cert: server.certificatePem,
    ca,
    requestCert: true,
    // So that the reason can be seen here; the broker itself refuses.
    rejectUnauthorized: false,
    minVersion: 'TLSv1.3',
  })
  const seen = new Promise<string>(resolve => {
    listener.on('secureConnection', (socket: TLSSocket) => {
      socket.on('error', () => {})
      resolve(String(socket.authorized ? socket.getPeerCertificate().subject.CN : socket.authorizationError))
      socket.end('x')
    })
    listener.on('tlsClientError', () => {})
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  t.after(() => listener.close())
  const socket = connect({
    port: (listener.address() as AddressInfo).port,
    host: '127.0.0.1',
    servername: 'localhost',
    ca: clientCa,
    key: client.keyPem,
    cert: client.certificatePem,
  })
  const refused = new Promise<string>(resolve => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })
  const result = await Promise.race([seen, refused])
  socket.destroy()
  return result
}

test('server and client shake hands over TLS 1.3, and the client is its device', async t => {
  const ca = await createLabCa(valid)
  const server = await ca.issue(localhost, valid)
  const client = await ca.issue({ role: 'client', commonName: 'box-1' }, valid)
  assert.equal(await shakeHands(t, ca.certificatePem, server, client), 'box-1')
})

test('an expired client, a client not yet valid, a wrong authority and a swapped purpose are refused', async t => {
  const ca = await createLabCa({ notBefore: from(-100), notAfter: from(100) })
  const other = await createLabCa(valid)
  const server = await ca.issue(localhost, valid)
  const client = (validity: typeof valid) => ca.issue({ role: 'client', commonName: 'box-1' }, validity)
  const expired = await client({ notBefore: from(-10), notAfter: from(-1) })
  assert.equal(await shakeHands(t, ca.certificatePem, server, expired), 'CERT_HAS_EXPIRED')
  const early = await client({ notBefore: from(1), notAfter: from(2) })
  assert.equal(await shakeHands(t, ca.certificatePem, server, early), 'CERT_NOT_YET_VALID')
  const stranger = await other.issue({ role: 'client', commonName: 'box-1' }, valid)
  assert.match(
    await shakeHands(t, ca.certificatePem, server, stranger),
    /UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|SELF_SIGNED/,
  )
  assert.notEqual(await shakeHands(t, ca.certificatePem, server, server), 'localhost')
  const good = await client(valid)
  assert.match(
    await shakeHands(t, ca.certificatePem, server, good, other.certificatePem),
    /UNABLE_TO_|SIGNATURE|SELF_SIGNED/,
  )
})

test('the certificates say what they are for', async () => {
  const ca = await createLabCa(valid)
  const authority = new X509Certificate(ca.certificatePem)
  assert.equal(authority.ca, true)
  assert.match(authority.subject, /not for patient data/)
  const server = new X509Certificate((await ca.issue(localhost, valid)).certificatePem)
  const client = new X509Certificate(
    (await ca.issue({ role: 'client', commonName: 'box-1' }, valid)).certificatePem,
  )
  assert.equal(server.subjectAltName, 'DNS:localhost, IP Address:127.0.0.1')
  assert.equal(client.subjectAltName, undefined)
  for (const certificate of [server, client]) {
    assert.equal(certificate.ca, false)
    assert.ok(certificate.verify(authority.publicKey))
    assert.ok(certificate.checkIssued(authority))
  }
  assert.deepEqual(server.keyUsage, ['1.3.6.1.5.5.7.3.1'])
  assert.deepEqual(client.keyUsage, ['1.3.6.1.5.5.7.3.2'])
  assert.notEqual(server.serialNumber, client.serialNumber)
  await assert.rejects(ca.issue({ role: 'client', commonName: 'a\nb' }, valid), RangeError)
})

test('OpenSSL verifies the chain', {
  skip: spawnSync('openssl', ['version']).error && 'needs openssl',
}, async t => {
  const directory = await keyFolder(t)
  await writeLab({ directory, devices: ['box-1'], gateways: ['main'], validity: valid })
  const verify = (purpose: string, file: string) =>
    spawnSync('openssl', ['verify', '-x509_strict', '-purpose', purpose, '-CAfile', 'ca.cert.pem', file], {
      cwd: directory,
    }).status
  assert.equal(verify('sslserver', 'server.cert.pem'), 0)
  assert.equal(verify('sslclient', 'devices/box-1/mqtt-client.cert.pem'), 0)
  assert.equal(verify('sslclient', 'gateways/main/mqtt-client.cert.pem'), 0)
  assert.notEqual(verify('sslserver', 'devices/box-1/mqtt-client.cert.pem'), 0)
  assert.notEqual(verify('sslclient', 'server.cert.pem'), 0)
})

test('a laboratory grows: what is there stays, and new devices have the same authority', async t => {
  const directory = await keyFolder(t)
  const lab = { directory, gateways: ['main'], validity: valid }
  await writeLab({ ...lab, devices: ['box-1'] })
  const before = await readFile(join(directory, 'devices/box-1/mqtt-client.cert.pem'), 'utf8')
  await writeLab({ ...lab, devices: ['box-1', 'box-2'] })
  assert.equal(await readFile(join(directory, 'devices/box-1/mqtt-client.cert.pem'), 'utf8'), before)
  const authority = new X509Certificate(await readFile(join(directory, 'ca.cert.pem')))
  const second = new X509Certificate(await readFile(join(directory, 'devices/box-2/mqtt-client.cert.pem')))
  assert.ok(second.verify(authority.publicKey))
  await assert.rejects(writeLab({ ...lab, devices: ['../x'] }), RangeError)
})

test('a key that a crash left without its certificate is made again with it', async t => {
  const directory = await keyFolder(t)
  const lab = { directory, devices: ['box-1'], gateways: ['main'], validity: valid }
  await writeLab(lab)
  for (const file of [
    'server.cert.pem',
    'devices/box-1/mqtt-client.cert.pem',
    'gateways/main/gateway-main.enc.pub.jwk',
  ]) {
    await rm(join(directory, file))
  }
  await writeLab(lab)
  const read = (file: string) => readFile(join(directory, file), 'utf8')
  const server = { keyPem: await read('server.key.pem'), certificatePem: await read('server.cert.pem') }
  const client = {
    keyPem: await read('devices/box-1/mqtt-client.key.pem'),
    certificatePem: await read('devices/box-1/mqtt-client.cert.pem'),
  }
  assert.equal(await shakeHands(t, await read('ca.cert.pem'), server, client), 'box-1')
  const own = JSON.parse(await read('gateways/main/gateway-main.enc.jwk'))
  assert.equal(JSON.parse(await read('gateways/main/gateway-main.enc.pub.jwk')).x, own.x)
})

test('the files of a device and the public halves of its gateways are installed; no secret of the gateway is', async t => {
  const directory = await keyFolder(t)
  const keys = join(directory, '..', 'box')
  await writeLab({ directory, devices: ['box-1'], gateways: ['main', 'spare'], validity: valid })
  await installLab(directory, 'box-1', ['main', 'spare'], keys)
  await installLab(directory, 'box-1', ['main', 'spare'], keys)
  assert.deepEqual((await readdir(keys)).sort(), [
    'gateway-main.enc.pub.jwk',
    'gateway-main.sig.pub.jwk',
    'gateway-spare.enc.pub.jwk',
    'gateway-spare.sig.pub.jwk',
    'mqtt-ca.cert.pem',
    'mqtt-client.cert.pem',
    'mqtt-client.key.pem',
  ])
  assert.equal((await stat(join(keys, 'mqtt-client.key.pem'))).mode & 0o777, 0o600)
  assert.match(await loadPem({ directory: keys }, 'mqtt-client.key.pem'), /PRIVATE KEY/)
  const jwk = JSON.parse(await readFile(join(keys, 'gateway-main.enc.pub.jwk'), 'utf8'))
  assert.equal(jwk.kid, 'main')
  assert.equal(Object.hasOwn(jwk, 'd'), false)
})
