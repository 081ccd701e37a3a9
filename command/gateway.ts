/** `cordon gateway receive`: the side of the EHR gateway. Subscribes, opens and verifies documents, stores them, and receipts them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import {
  createGateway,
  createKeyring,
  createReceiptSigner,
  type GatewayEvent,
  GatewayFault,
  type GatewayOptions,
  type Manifest,
} from '../gateway/index.ts'
import { exitCodes, Failure } from './exit.ts'

const help = `
With --keys DIR (a folder gateways/<kid>/ as "cordon keys dev-ca" makes it) the certificate and the gateway's keys are
found by their names; each can be named by itself as well. --box-key is the public half of a box's signing key
(box-signing.pub.jwk); write DEVICE=FILE to accept it for that device only, and repeat it for each box.

Each stored document is told with its kind, and how many fields, codes and medications its manifest has.

A document appears as DIR/{site}/{device}/{documentId}/ with manifest.json, page-001.png …, document.pdf, report.json,
at once and whole. Parts gather in DIR/.incoming, refused messages (still sealed) in DIR/.refused. It is safe to stop and to start
again at any time, and to run twice.

Examples:
  cordon gateway receive --out received --broker mqtts://broker.example:8883 --keys gateways/main \\
      --box-key box-1=box-1.pub.jwk
  cordon gateway receive --out received --broker mqtts://localhost:8883 --ca ca.pem --cert main.pem --key main.key \\
      --enc-key gateway-main.enc.jwk --sig-key gateway-main.sig.jwk --box-key box-signing.pub.jwk --count 3`

type Options = {
  readonly out: string
  readonly broker: URL
  readonly serverName?: string
  readonly keys?: string
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly encKey?: readonly string[]
  readonly sigKey?: string
  readonly boxKey: readonly string[]
  readonly clientId: string
  readonly protocol: '3.1.1' | 5
  readonly share?: string
  readonly count?: number
}

export default (program: Command): void => {
  const gateway = program
    .command('gateway')
    .description('receive, verify and open what boxes send (the side of the EHR gateway)')
  gateway
    .command('receive')
    .description('subscribe to documents, verify and store them, and send the signed receipts')
    .requiredOption('--out <dir>', 'where documents are stored')
    .requiredOption('--broker <url>', 'the broker, as mqtts://host:port', parseBroker)
    .requiredOption('--box-key <[device=]file...>', 'public signing keys of boxes (JWK)')
    .option('--keys <dir>', 'a folder with the certificate and the keys under their usual names')
    .option('--server-name <name>', 'the name in the broker certificate, where it is not the host')
    .option('--ca <file>', 'the CA that signed the broker certificate (PEM)')
    .option('--cert <file>', 'our client certificate (PEM)')
    .option('--key <file>', 'its key (PEM)')
    .option('--enc-key <file...>', 'our private decryption keys (JWK); name old and new while keys rotate')
    .option('--sig-key <file>', 'our private key for receipts (JWK)')
    .option('--client-id <id>', 'MQTT client id; the broker keeps messages for it', 'cordon-gateway')
    .option('--protocol <version>', 'MQTT 3.1.1 or 5', parseProtocol, '3.1.1')
    .option('--share <group>', 'share the subscription with other gateways that store in the same folder')
    .option('--count <n>', 'end after so many new documents', parseCount)
    .addHelpText('after', help)
    .action(receive)
}

const parseBroker = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'mqtts:' || url.username !== '' || !['', '/'].includes(url.pathname))
    throw new InvalidArgumentError('Write it as mqtts://host:port')
  return url
}

const parseProtocol = (text: string): '3.1.1' | 5 => {
  if (text === '3.1.1') return text
  if (text === '5') return 5
  throw new InvalidArgumentError('Write 3.1.1 or 5')
}

const parseCount = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Write a number from 1')
  return Number(text)
}

const receive = async (options: Options): Promise<void> => {
  const stopping = new AbortController()
  const left = { documents: options.count ?? Number.POSITIVE_INFINITY }
  const onEvent = (event: GatewayEvent) => {
    const line = lineOf(event)
    if (line !== null) console.log(line)
    if (event.type === 'document' && event.isNew && --left.documents <= 0) stopping.abort()
  }
  const gateway = await createGateway({ ...(await gatewayOptions(options)), onEvent })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  if (!stopping.signal.aborted)
    await new Promise(resolve => stopping.signal.addEventListener('abort', resolve, { once: true }))
  await gateway.stop()
}

const lineOf = (event: GatewayEvent): string | null => {
  switch (event.type) {
    case 'connected':
      return 'connected and subscribed'
    case 'disconnected':
      return event.code === 'ended' ? 'disconnected' : `not connected: ${event.code}; trying again`
    case 'part':
      return `${event.documentId}  part ${event.part}  ${event.have} of ${event.expected ?? '?'}`
    case 'document':
      return `${event.documentId}  ${event.isNew ? 'stored and receipted' : 'receipted again'}  ${filedAs(event.manifest)}  ${event.folder}`
    case 'refused':
      return `a message of ${event.bytes} bytes was refused: ${event.code}`
  }
}

/** `lab (0.93), 6 fields, 4 codes, 0 medications`: what it is filed by, and no value. */
const filedAs = ({ kind, fields, codes, medications }: Manifest): string => {
  const guess = kind === null ? 'unknown kind' : `${kind.kind} (${kind.confidence.toFixed(2)})`
  return `${guess}, ${fields.length} fields, ${codes.length} codes, ${medications.length} medications`
}

const gatewayOptions = async (options: Options): Promise<GatewayOptions> => {
  const { broker, keys, share, serverName } = options
  const named = (file: string | undefined, usual: string): string => {
    if (file !== undefined) return file
    if (keys !== undefined) return join(keys, usual)
    throw new Failure(
      exitCodes.usage,
      `${usual} is not named`,
      'give --keys DIR, or each file by its own option',
    )
  }
  const usualJwk = (label: 'enc' | 'sig') =>
    `gateway-${keys?.replace(/\/+$/, '').split('/').at(-1)}.${label}.jwk`
  const encKeys = options.encKey ?? [named(undefined, usualJwk('enc'))]
  try {
    return {
      broker: {
        host: broker.hostname.replace(/^\[|\]$/g, ''),
        port: Number(broker.port || 8883),
        ...(serverName === undefined ? {} : { serverName }),
        ca: await readFile(named(options.ca, 'mqtt-ca.cert.pem'), 'utf8'),
        cert: await readFile(named(options.cert, 'mqtt-client.cert.pem'), 'utf8'),
        key: await readFile(named(options.key, 'mqtt-client.key.pem'), 'utf8'),
        clientId: options.clientId,
        protocol: options.protocol,
      },
      keyring: await createKeyring(
        await Promise.all(encKeys.map(readJwk)),
        await Promise.all(options.boxKey.map(readBoxKey)),
      ),
      signReceipt: await createReceiptSigner(await readJwk(named(options.sigKey, usualJwk('sig')))),
      directory: options.out,
      ...(share === undefined ? {} : { share }),
    }
  } catch (thrown) {
    if (!(thrown instanceof GatewayFault)) throw thrown
    throw new Failure(
      exitCodes.config,
      'a key is not what it must be: P-256, private for --enc-key and --sig-key, public for --box-key, each id once',
      'look at the key files with cordon keys show',
    )
  }
}

const readBoxKey = async (text: string): Promise<{ jwk: unknown; device?: string }> => {
  const [, device, file] = /^([a-z0-9-]{1,40})=(.+)$/.exec(text) ?? []
  return device === undefined || file === undefined
    ? { jwk: await readJwk(text) }
    : { jwk: await readJwk(file), device }
}

const readJwk = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    throw new GatewayFault('bad-key')
  }
}
