/**
 * What nobody should meet: files cut off, locked, looped, far too large, or bombs, made by hand where no encoder would
 * write them; drop folder entries that are no files; a disk that is full; a forged receipt. Every name that is dropped
 * holds `nameCanary`. Nobody here exists.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  statfs,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { prepareState } from '../../command/run.ts'
import type { RejectedCode } from '../../daemon/errors.ts'
import { receiptType } from '../../daemon/model/receipt.ts'
import { createEdge } from '../../daemon/spool/edge.ts'
import { gatewayId } from '../../demo/clinic.ts'
import { encodeJpeg, encodeScanPdf } from '../../demo/paper/encode.ts'
import { createSigner } from '../../drivers/jose/sign.ts'
import { generateJwkPair } from '../../drivers/keys/jwk.ts'
import { openSession } from '../../drivers/mqtt/session.ts'
import type { Broker } from '../broker.ts'
import { pdfOf, stream } from '../drivers/decode/pdfs.ts'
import { run } from './command.ts'
import { asFax, asPng, letterPage, patient } from './papers.ts'
import { openRigWith, type Rig } from './rig.ts'
import type { Undo } from './undo.ts'

export const nameCanary = 'Zyphrexname'

type Field = readonly [tag: number, type: number, count: number, value: number]

/** A one-bit page whose strip is the file's first directory. */
const pageFields = (sidePx: number): readonly Field[] => [
  [256, 4, 1, sidePx],
  [257, 4, 1, sidePx],
  [258, 3, 1, 1],
  [259, 3, 1, 4],
  [262, 3, 1, 0],
  [273, 4, 1, 8],
  [278, 4, 1, sidePx],
  [279, 4, 1, 8],
]

const directoryOf = (fields: readonly Field[], next: number): Buffer => {
  const bytes = Buffer.alloc(2 + fields.length * 12 + 4)
  bytes.writeUInt16LE(fields.length, 0)
  for (const [i, [tag, type, count, value]] of fields.entries()) {
    const at = 2 + i * 12
    bytes.writeUInt16LE(tag, at)
    bytes.writeUInt16LE(type, at + 2)
    bytes.writeUInt32LE(count, at + 4)
    bytes.writeUInt32LE(value, at + 8)
  }
  bytes.writeUInt32LE(next, bytes.length - 4)
  return bytes
}

/** A chain of equal pages; `last` is where the last directory points, 0 being the end. */
const tiffOf = (sidePx: number, pages = 1, last: 'end' | 'first' = 'end'): Buffer => {
  const fields = pageFields(sidePx)
  const length = directoryOf(fields, 0).length
  const directories = Array.from({ length: pages }, (_, i) => {
    const next = i < pages - 1 ? 8 + (i + 1) * length : { end: 0, first: 8 }[last]
    return directoryOf(fields, next)
  })
  return Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), ...directories])
}

const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const hugePng = (sidePx: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(sidePx, 0)
  header.writeUInt32BE(sidePx, 4)
  header[8] = 8
  const chunks = [
    pngChunk('IHDR', header),
    pngChunk('IDAT', Buffer.alloc(20)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

/** A zlib stream of so many MiB of one byte, made without deflating them; its check sum is wrong, which nobody reaches. */
const zipBomb = (mebibytes: number, byte: number): Buffer => {
  const block = deflateRawSync(Buffer.alloc(2 ** 20, byte), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const blocks = Array<Buffer>(mebibytes).fill(block)
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...blocks, Buffer.from([3, 0, 0, 0, 0, 0])])
}

const flate = '/Filter /FlateDecode'

const contentBomb = (): Uint8Array => pdfOf({ contents: zipBomb(800, 0x20), filter: flate })

/** The page is within every bound; its image inflates to far more than its pixels, which nobody needs to do. */
export const imageBomb = (): Uint8Array => {
  const shape =
    '/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 8'
  const image = stream(`${shape} ${flate}`, zipBomb(800, 0))
  const contents = 'q 612 0 0 792 0 0 cm /I Do Q'
  return pdfOf({ contents, resources: '/XObject << /I 4 0 R >>', objects: [image] })
}

/** Locked with a password to open it. */
export const lockedPdf = async (pdf: Uint8Array): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-locked-'))
  const [plain, locked] = [join(folder, 'plain.pdf'), join(folder, 'locked.pdf')]
  try {
    await writeFile(plain, pdf)
    const { exit, stderr } = await run('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', plain, locked])
    if (exit !== 0) throw new Error(`qpdf: ${stderr}`)
    return await readFile(locked)
  } finally {
    await rm(folder, { recursive: true })
  }
}

export type BadFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly code: RejectedCode
  /** Who finds it out. */
  readonly by: 'capture' | 'deidentify'
}

const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * 0.6))

/** All but the locked one, which needs a program. */
export const badFiles = async (): Promise<readonly BadFile[]> => {
  const page = await letterPage(patient(0))
  const info = { title: 'a', author: 'b' }
  const bad = (name: string, bytes: Uint8Array, code: RejectedCode, by: BadFile['by']): BadFile => ({
    name: `${nameCanary} ${name}`,
    ...{ bytes, code, by },
  })
  return [
    bad('empty.tif', Buffer.alloc(0), 'empty-file', 'capture'),
    bad('cut.tif', cut(await asFax([page])), 'truncated', 'capture'),
    bad('cut.pdf', cut(await encodeScanPdf([page], 200, info)), 'truncated', 'capture'),
    bad('cut.jpg', cut(await encodeJpeg(page, 200)), 'truncated', 'capture'),
    bad('cut.png', cut(await asPng(page)), 'truncated', 'capture'),
    bad('text.pdf', Buffer.from('Dear colleague, thank you for seeing her.'), 'unknown-format', 'capture'),
    bad('huge.png', hugePng(60_000), 'too-many-pixels', 'deidentify'),
    bad('huge.tif', tiffOf(60_000), 'too-many-pixels', 'deidentify'),
    bad('loop.tif', tiffOf(8, 3, 'first'), 'corrupt', 'capture'),
    bad('pages.tif', tiffOf(8, 5_000), 'too-many-pages', 'deidentify'),
    bad('content bomb.pdf', contentBomb(), 'too-much-memory', 'deidentify'),
  ]
}

/** Names as nobody should write them, as bytes: not all are UTF-8. */
export const badNames = (): Readonly<Record<string, Buffer>> => ({
  'line feeds': Buffer.from(`${nameCanary}\n{"level":"info"}\r\n\t.tif`),
  'dots and slashes': Buffer.from(`${nameCanary}..\\..\\..%2f..%2fetc%2fpasswd..tif`),
  '255 bytes that are no UTF-8': Buffer.concat([
    Buffer.from(nameCanary),
    Buffer.alloc(255 - nameCanary.length - 4, 0xfe),
    Buffer.from('.tif'),
  ]),
})

/** Renamed into the folder whole, under a name of any bytes. `staging` is on the same file system. */
export const dropNamed = async (
  staging: string,
  folder: string,
  name: Buffer | string,
  bytes: Uint8Array,
): Promise<void> => {
  const from = join(await mkdtemp(join(staging, 'drop-')), 'file')
  await writeFile(from, bytes)
  await rename(from, Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]))
}

/** Written where it lies over `durationMs`, its writer closing it after each piece. */
export const dropSlowly = async (path: string, bytes: Uint8Array, durationMs: number): Promise<void> => {
  const everyMs = 250
  const pieceBytes = Math.ceil(bytes.length / Math.floor(durationMs / everyMs))
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    await appendFile(path, bytes.subarray(at, at + pieceBytes))
    await sleep(everyMs)
  }
}

/** A link to a whole document, a FIFO that nobody writes to, and a folder with a document in it. */
export const dropNoFiles = async (folder: string, outside: string, document: Uint8Array): Promise<void> => {
  const at = (name: string) => join(folder, `${nameCanary} ${name}`)
  const target = join(outside, `${nameCanary} target.tif`)
  await writeFile(target, document)
  await symlink(target, at('link.tif'))
  await mkdir(at('folder.tif'))
  await writeFile(join(at('folder.tif'), 'inside.tif'), document)
  const { exit, stderr } = await run('mkfifo', [at('fifo.tif')])
  if (exit !== 0) throw new Error(`mkfifo: ${stderr}`)
}

/** Why nothing can be mounted here, or false. */
export const canMount = (): string | false => {
  if (process.getuid?.() !== 0) return 'needs root, to mount a small tmpfs'
  const probe = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'])
  return probe.status === 0 ? false : 'mounting is not permitted here'
}

const mountSmall = (undo: Undo, folder: string, mebibytes: number): void => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder])
  undo(() => execFileSync('umount', ['--lazy', folder]))
}

/** The state on a disk of 128 MiB, of which capture leaves 64 free, and [sealed] on one of 1 MiB. */
export const smallDisks = async (undo: Undo): Promise<Rig> =>
  openRigWith(undo, {
    prepare: async ({ stateDir }) => {
      mountSmall(undo, stateDir, 128)
      await prepareState({ stateDir })
      const sealed = join(stateDir, 'spool/sealed')
      mountSmall(undo, sealed, 1)
      await createEdge(sealed)
    },
  })

/** Fills the disk that a folder lies on, but for so many bytes; gives what makes room again. */
export const fillDisk = async (folder: string, leaveBytes = 0): Promise<() => Promise<void>> => {
  const { bavail, bsize } = await statfs(folder)
  const filler = join(folder, 'filler')
  await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes), 1)).catch(
    (thrown: NodeJS.ErrnoException) => {
      if (thrown.code !== 'ENOSPC') throw thrown
    },
  )
  return () => rm(filler)
}

export type Message = { readonly topic: string; readonly payload: Buffer }

/** What a spy printed. */
export const messagesOf = (lines: readonly string[]): readonly Message[] =>
  lines.map(line => {
    const [topic = '', hex = ''] = line.split(' ')
    return { topic, payload: Buffer.from(hex, 'hex') }
  })

/** A receipt that says all the right things, from the gateway's certificate, signed by a key that only claims to be its own. */
export const publishForgedReceipt = async (
  { port, authority }: Broker,
  topic: string,
  { documentId, parts, manifest }: { documentId: string; parts: number; manifest: Uint8Array },
): Promise<void> => {
  const { privateJwk } = await generateJwkPair('sign', gatewayId)
  const sign = await createSigner(privateJwk, receiptType)
  const manifestSha256 = createHash('sha256').update(manifest).digest('hex')
  const receipt = { documentId, parts, manifestSha256, outcome: 'stored', at: new Date().toISOString() }
  const session = await openSession({
    ...(await authority.client(gatewayId)),
    ...{ host: 'localhost', port, serverName: 'localhost', clientId: 'forger', protocol: '3.1.1' },
    ...{ minTlsVersion: 'TLSv1.3', keepAliveSeconds: 30, connectTimeoutMs: 10_000 },
  })
  await session.publish(topic, await sign(JSON.stringify(receipt)), { retain: false })
  await session.end()
}
