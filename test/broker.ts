/**
 * A real Mosquitto for tests: on a free port of the loopback, mutual TLS demanded, a client is who its certificate
 * says (`use_identity_as_username`), and an ACL file gives each device its own topics only. `spy` may read everything.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect as connectTcp, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Authority, createAuthority, type Pem } from './certificates.ts'

/** Debian puts the broker where not every user's path leads. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }

export const missingMosquitto = (): string | false =>
  spawnSync('mosquitto', ['-h'], { env }).error || spawnSync('mosquitto_sub', ['--help'], { env }).error
    ? 'needs mosquitto and mosquitto-clients (apt-get install mosquitto mosquitto-clients)'
    : false

export type Broker = {
  readonly port: number
  readonly authority: Authority
  readonly stop: () => Promise<void>
  /** Starts again on the same port, as after `stop` or `kill`. */
  readonly start: () => Promise<void>
  readonly kill: () => Promise<void>
  /** What `mosquitto_sub` prints for a filter, one message per line as `topic hex QoS retained`, read with the certificate of `spy`. */
  readonly spy: (filter?: string) => Promise<Spy>
  readonly close: () => Promise<void>
}

export type Spy = { readonly lines: () => readonly string[]; readonly stop: () => Promise<void> }

export type BrokerOptions = {
  /** Common names that may read all documents and write all receipts. */
  readonly gateways?: readonly string[]
  /** Further lines of the configuration. */
  readonly configuration?: readonly string[]
}

const acl = (gateways: readonly string[]): string =>
  [
    ...['documents/#', 'status', 'audit'].map(topic => `pattern write cordon/v1/+/%u/${topic}`),
    'pattern read cordon/v1/+/%u/receipts/+',
    ...gateways.flatMap(name => [
      `user ${name}`,
      ...['documents/#', 'status', 'audit'].map(topic => `topic read cordon/v1/+/+/${topic}`),
      'topic write cordon/v1/+/+/receipts/+',
    ]),
    'user spy',
    'topic read #',
    '',
  ].join('\n')

export const startBroker = async ({
  gateways = ['main'],
  configuration = [],
}: BrokerOptions = {}): Promise<Broker> => {
  const directory = await mkdtemp(join(tmpdir(), 'cordon-broker-'))
  const authority = await createAuthority()
  const [server, spy, port] = await Promise.all([authority.server(), authority.client('spy'), freePort()])
  const file = async (name: string, content: string) => {
    await writeFile(join(directory, name), content)
    await chmod(join(directory, name), 0o600)
    return join(directory, name)
  }
  const config = [
    `listener ${port} 127.0.0.1`,
    `cafile ${await file('ca.pem', authority.ca)}`,
    `certfile ${await file('server.pem', server.cert)}`,
    `keyfile ${await file('server.key', server.key)}`,
    `acl_file ${await file('acl', acl(gateways))}`,
    'require_certificate true',
    'use_identity_as_username true',
    'allow_anonymous false',
    'persistence false',
    ...(process.getuid?.() === 0 ? ['user root'] : []),
    ...configuration,
    '',
  ].join('\n')
  const configFile = await file('mosquitto.conf', config)
  const spyFiles = await writeSpy(spy, file)
  let running: ChildProcess | null = null
  const start = async () => {
    running = spawn('mosquitto', ['-c', configFile], { stdio: 'ignore', env })
    await listening(port)
  }
  const end = async (signal: NodeJS.Signals) => {
    const child = running
    running = null
    if (child === null || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  await start()
  return {
    port,
    authority,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    spy: filter => startSpy(port, spyFiles, filter ?? '#'),
    close: async () => {
      await end('SIGKILL')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const writeSpy = async (spy: Pem, file: (name: string, content: string) => Promise<string>) => [
  ...['--cafile', await file('spy-ca.pem', spy.ca)],
  ...['--cert', await file('spy.pem', spy.cert)],
  ...['--key', await file('spy.key', spy.key)],
]

const startSpy = async (port: number, files: readonly string[], filter: string): Promise<Spy> => {
  const to = [
    '-h',
    'localhost',
    '-p',
    String(port),
    '-V',
    'mqttv311',
    '-q',
    '1',
    '-t',
    filter,
    '-F',
    '%t %x %q %r',
    '-d',
  ]
  const child = spawn('stdbuf', ['-oL', 'mosquitto_sub', ...files, ...to], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env,
  })
  let text = ''
  const subscribed = new Promise<void>(resolve => {
    child.stdout.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk
      if (text.includes('Subscribed')) resolve()
    })
  })
  await subscribed
  return {
    lines: () =>
      text
        .split('\n')
        .slice(0, -1)
        .filter(line => line.startsWith('cordon/')),
    stop: async () => {
      // It ends by itself where its broker has gone.
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const listening = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connectTcp(port, '127.0.0.1')
    const isUp = await new Promise<boolean>(resolve => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (isUp) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('mosquitto did not start')
}
