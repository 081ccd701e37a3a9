/**
 * A box's delivery end for tests: real edges, real keys, documents sealed by the real stage, the real outbox, and
 * `forward` against whatever broker the test names. Everything is in one temporary folder.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import type { AuditEntry } from '../../../daemon/audit.ts'
import { manifestBundle, partBundle } from '../../../daemon/deidentify/bundle.ts'
import { pageToSeal, type SealPorts, seal } from '../../../daemon/deidentify/seal.ts'
import { type Forward, type ForwardDeps, startForward } from '../../../daemon/forward/forward.ts'
import type { LogEvent, LogFields } from '../../../daemon/log.ts'
import type { DocumentId } from '../../../daemon/model/document.ts'
import type { Filing } from '../../../daemon/model/filing.ts'
import type { Field } from '../../../daemon/model/identifier.ts'
import { pageAt } from '../../../daemon/model/page.ts'
import type { ReleaseFacts } from '../../../daemon/model/release.ts'
import { createEdge } from '../../../daemon/spool/edge.ts'
import { openEdgeWriter } from '../../../daemon/spool/put.ts'
import { openEdgeReader } from '../../../daemon/spool/take.ts'
import type { EdgeReader, EdgeWriter } from '../../../daemon/spool.ts'
import { createEncrypter } from '../../../drivers/jose/encrypt.ts'
import { createJsonVerifier, createSigner } from '../../../drivers/jose/sign.ts'
import { generateJwkPair, type JwkPair } from '../../../drivers/keys/jwk.ts'
import { unwrapDek, wrapDek } from '../../../drivers/keys/wrap.ts'
import { openSession, type SessionOptions } from '../../../drivers/mqtt/session.ts'
import { openOutbox } from '../../../drivers/store/outbox.ts'
import type { Pem } from '../../certificates.ts'

export const site = 'clinic'
export const device = 'box-1'

export const newId = (): DocumentId => {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  return [...randomBytes(32)].map(byte => alphabet[byte % 32]).join('') as DocumentId
}

export type GatewayKeys = { readonly enc: JwkPair; readonly sig: JwkPair }
export const newGatewayKeys = async (kid: string): Promise<GatewayKeys> => ({
  enc: await generateJwkPair('seal', kid),
  sig: await generateJwkPair('sign', kid),
})

/** A valid gray PNG of one shade. */
export const png = (widthPx: number, heightPx: number, shade = 255): Uint8Array => {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header[8] = 8
  const rows = Buffer.alloc((widthPx + 1) * heightPx, shade)
  for (let y = 0; y < heightPx; y += 1) rows[y * (widthPx + 1)] = 0
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const verifiedPage = (number: number, widthPx = 20, heightPx = 30) =>
  pageAt('verified', {
    number,
    raster: { widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx).fill(255) },
    bilevel: false,
    dpi: 200,
    transform: [
      [1, 0, 0],
      [0, 1, 0],
    ],
    masked: [],
    inkUnderstood: 1,
    held: null,
    hits: [],
  })

export const releaseOf = (documentId: DocumentId, releasedAt = '2026-03-01T10:00:00.000Z'): ReleaseFacts => ({
  documentId,
  box: { site, device, software: '0.1.0' },
  source: 'fax',
  policy: { profile: 'strict', fingerprint: 'ab'.repeat(32) },
  releasedAt,
  reviewerRole: null,
})

export const someFields: readonly Field[] = [
  {
    name: 'mrn',
    class: 'MRN',
    page: 1,
    confidence: 0.9312,
    value: `t1.1.${'A'.repeat(43)}`,
    treatment: 'token',
  },
  { name: 'zip', class: 'LOCATION', page: 1, confidence: 0.8, value: '021', treatment: 'generalise' },
]

export const someFiling: Filing = {
  kind: { kind: 'lab', confidence: 0.9312 },
  codes: [{ system: 'icd-10-cm', code: 'E11.9', page: 1, confidence: 0.97 }],
  medications: [
    {
      drug: 'metformin',
      strength: '500 mg',
      form: null,
      route: 'oral',
      frequency: 'twice daily',
      page: 1,
      confidence: 0.9,
    },
  ],
}

/** A report as the pipeline writes it, cut short. */
export const someReport = { verdict: 'released', reason: null, pages: [] }

export const pdfBytes = (content = 'x'): Uint8Array => Buffer.from(`%PDF-1.7\n${content}\n%%EOF\n`)

export type Sealer = (
  documentId: DocumentId,
  pages?: number,
  pdf?: Uint8Array,
  releasedAt?: string,
) => AsyncIterable<Uint8Array>

export const createSealer = async (box: JwkPair, gateways: readonly GatewayKeys[]): Promise<Sealer> => {
  const ports: SealPorts = {
    manifest: manifestBundle,
    part: partBundle,
    sign: await createSigner(box.privateJwk, 'cordon-part+jws'),
    encrypt: await createEncrypter(
      gateways.map(({ enc }) => enc.publicJwk),
      'cordon-part+jwe',
    ),
  }
  return (documentId, pages = 2, pdf = pdfBytes(), releasedAt) => {
    const numbers = Array.from({ length: pages }, (_, at) => at + 1)
    const sealable = numbers.map(number => pageToSeal(verifiedPage(number), png(20, 30, number)))
    const release = releaseOf(documentId, releasedAt)
    const rest = { report: someReport, fields: someFields, filing: someFiling }
    return seal({ release, pages: sealable, pdf, ...rest }, ports)
  }
}

export type Noted = { readonly event: LogEvent } & LogFields

export type Rig = {
  readonly directory: string
  readonly box: JwkPair
  readonly gateway: GatewayKeys
  readonly sealer: Sealer
  readonly seals: EdgeWriter<'sealed'>
  readonly sealed: EdgeReader<'sealed'>
  /** The other end of [receipts], as `deidentify` reads it. */
  readonly receipts: EdgeReader<'receipts'>
  readonly audit: AuditEntry[]
  readonly log: Noted[]
  readonly put: (documentId: DocumentId, pages?: number) => Promise<void>
  readonly deps: (session: Partial<SessionOptions>, changes?: Partial<ForwardDeps>) => Promise<ForwardDeps>
  /** Opens the edges anew, as a new process does, and starts. */
  readonly start: (session: Partial<SessionOptions>, changes?: Partial<ForwardDeps>) => Promise<Forward>
  readonly bugs: unknown[]
  readonly stopAll: () => Promise<void>
  readonly close: () => Promise<void>
}

export const sessionFor = (port: number, { ca, cert, key }: Pem): SessionOptions => ({
  host: '127.0.0.1',
  port,
  serverName: 'localhost',
  ca,
  cert,
  key,
  minTlsVersion: 'TLSv1.3',
  protocol: '3.1.1',
  clientId: device,
  keepAliveSeconds: 30,
  connectTimeoutMs: 5_000,
})

const jsonKeyOf = async (gateways: readonly GatewayKeys[]) =>
  createJsonVerifier(
    gateways.map(({ sig }) => sig.publicJwk),
    'cordon-receipt+jws',
    4096,
  )

export const createRig = async (gateways?: readonly GatewayKeys[]): Promise<Rig> => {
  const directory = await mkdtemp(join(tmpdir(), 'cordon-forward-'))
  const [box, own] = await Promise.all([generateJwkPair('sign'), newGatewayKeys('main')])
  const pinned = gateways ?? [own]
  const clock = () => new Date()
  const keys = {
    sealed: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    receipts: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  }
  const at = { sealed: join(directory, 'sealed'), receipts: join(directory, 'receipts') }
  await createEdge(at.sealed)
  await createEdge(at.receipts)
  await mkdir(join(directory, 'forward'))
  const openReader = () => openEdgeReader('sealed', at.sealed, keys.sealed.privateKey, { open: unwrapDek })
  const seals = await openEdgeWriter('sealed', at.sealed, keys.sealed.publicKey, { clock, seal: wrapDek })
  const sealer = await createSealer(box, pinned)
  const audit: AuditEntry[] = []
  const log: Noted[] = []
  const bugs: unknown[] = []
  const closers: (() => void)[] = []
  const deps: Rig['deps'] = async (session, changes = {}) => {
    const outbox = openOutbox(join(directory, 'forward', 'outbox.sqlite'))
    closers.push(outbox.close)
    return {
      site,
      device,
      software: '0.1.0',
      sealed: await openReader(),
      receipts: await openEdgeWriter('receipts', at.receipts, keys.receipts.publicKey, {
        clock,
        seal: wrapDek,
      }),
      outbox,
      connect: request => openSession({ ...(session as SessionOptions), ...request }),
      verifyReceipt: await jsonKeyOf(pinned),
      audit: async entry => void audit.push(entry),
      log: (_level, event, fields = {}) => void log.push({ event, ...fields }),
      clock,
      random: Math.random,
      retryMinMs: 20,
      retryMaxMs: 200,
      receiptTimeoutMs: 60_000,
      maxMessageBytes: 1024 * 1024,
      statusEveryMs: 60_000,
      fail: thrown => {
        bugs.push(thrown)
        throw thrown
      },
      ...changes,
    }
  }
  const started: Forward[] = []
  const stopAll = async () => {
    await Promise.all(started.splice(0).map(forward => forward.stop()))
    for (const close of closers.splice(0)) close()
  }
  return {
    directory,
    box,
    gateway: pinned[0] ?? own,
    sealer,
    seals,
    sealed: await openReader(),
    receipts: await openEdgeReader('receipts', at.receipts, keys.receipts.privateKey, { open: unwrapDek }),
    audit,
    log,
    bugs,
    put: (documentId, pages = 2) =>
      seals.put(documentId, { source: 'fax', parts: pages + 3 }, sealer(documentId, pages)),
    deps,
    start: async (session, changes) => {
      const forward = await startForward(await deps(session, changes))
      started.push(forward)
      return forward
    },
    stopAll,
    close: async () => {
      await stopAll()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const giveUpMs = 60_000

/** Waits for what must come; a test that waits for a minute is hung and fails. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const startedAt = performance.now()
  while (!(await holds())) {
    if (performance.now() - startedAt > giveUpMs) throw new Error('it did not come to pass')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
