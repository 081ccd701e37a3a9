/** Hostile and broken files of our own making, with the code that each must end as. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib'
import type { RejectedCode } from '../../daemon/errors.ts'
import { encodeJpeg, encodeTextPdf } from '../../demo/paper/encode.ts'
import { pdfOf } from '../drivers/decode/pdfs.ts'
import { run } from './command.ts'
import { asFax, asPng, letterPage, patient } from './papers.ts'

export type BadFile = { readonly name: string; readonly bytes: Buffer; readonly code: RejectedCode }

type Field = readonly [tag: number, type: number, count: number, value: number]

const long = 4
const short = 3
/** T.6: one bit for each line that is as the one before it, which is white. */
const whiteLines = (lines: number): Buffer => Buffer.alloc(Math.ceil(lines / 8), 0xff)

/** One directory of a little-endian TIFF (TIFF 6.0, section 2). */
const directory = (fields: readonly Field[], next: number): Buffer => {
  const bytes = Buffer.alloc(2 + fields.length * 12 + 4)
  bytes.writeUInt16LE(fields.length, 0)
  for (const [i, [tag, type, count, value]] of fields.entries()) {
    bytes.writeUInt16LE(tag, 2 + i * 12)
    bytes.writeUInt16LE(type, 4 + i * 12)
    bytes.writeUInt32LE(count, 6 + i * 12)
    bytes.writeUInt32LE(value, 10 + i * 12)
  }
  bytes.writeUInt32LE(next, bytes.length - 4)
  return bytes
}

const page = (widthPx: number, heightPx: number, at: number, length: number): readonly Field[] => [
  [256, long, 1, widthPx],
  [257, long, 1, heightPx],
  [258, short, 1, 1],
  [259, short, 1, 4],
  [262, short, 1, 0],
  [273, long, 1, at],
  [278, long, 1, heightPx],
  [279, long, 1, length],
]

const header = (first: number): Buffer => {
  const bytes = Buffer.from('II*\0\0\0\0\0', 'latin1')
  bytes.writeUInt32LE(first, 4)
  return bytes
}

/** White pages of G4, one strip for all of them; `next` says which directory follows number i (0 ends the chain). */
const faxOf = (widthPx: number, heightPx: number, pages: number, next: (i: number) => number): Buffer => {
  const strip = whiteLines(heightPx)
  const size = directory(page(1, 1, 0, 0), 0).length
  const at = (i: number) => 8 + strip.length + i * size
  const directories = Array.from({ length: pages }, (_, i) =>
    directory(page(widthPx, heightPx, 8, strip.length), next(i) < 0 ? 0 : at(next(i))),
  )
  return Buffer.concat([header(at(0)), strip, ...directories])
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const hugePng = (): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(60_000, 0)
  head.writeUInt32BE(60_000, 4)
  head[8] = 1
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(7501))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PDF whose page has a stream of so many mebibytes of spaces, in a file of a few. */
const bombPdf = (mebibytes: number): Buffer => {
  const block = deflateRawSync(Buffer.alloc(2 ** 20, ' '), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const stream = Buffer.concat([
    Buffer.from([0x78, 0xda]),
    ...Array<Buffer>(mebibytes).fill(block),
    Buffer.from([3, 0, 0, 0, 0, 0]),
  ])
  return Buffer.from(pdfOf({ contents: stream, filter: '/Filter /FlateDecode' }))
}

const encryptedPdf = async (): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-bad-'))
  const [open, closed] = [join(folder, 'open.pdf'), join(folder, 'closed.pdf')]
  await writeFile(open, await encodeTextPdf(['A page that needs a password.']))
  await run('qpdf', ['--encrypt', 'user', 'owner', '256', '--', open, closed])
  return readFile(closed).finally(() => rm(folder, { recursive: true }))
}

const cutOff = (bytes: Uint8Array): Buffer => Buffer.from(bytes.subarray(0, Math.floor(bytes.length * 0.6)))

/** Memory that a decoder may use where `bombPdf` is to be stopped by it. */
export const decodeMemoryMiB = 300

export const badFiles = async (): Promise<readonly BadFile[]> => {
  const gray = await letterPage(patient(70))
  return [
    { name: 'empty.tif', bytes: Buffer.alloc(0), code: 'empty-file' },
    { name: 'cut.tif', bytes: cutOff(await asFax([gray, gray])), code: 'truncated' },
    { name: 'cut.pdf', bytes: cutOff(await encodeTextPdf(['cut off'])), code: 'truncated' },
    { name: 'cut.png', bytes: cutOff(await asPng(gray)), code: 'truncated' },
    { name: 'cut.jpg', bytes: cutOff(await encodeJpeg(gray, 200)), code: 'truncated' },
    { name: 'text.tif', bytes: Buffer.from('Dear colleague, this is no picture.\n'), code: 'unknown-format' },
    { name: 'closed.pdf', bytes: await encryptedPdf(), code: 'encrypted-pdf' },
    { name: 'huge.tif', bytes: faxOf(60_000, 60_000, 1, () => -1), code: 'too-many-pixels' },
    { name: 'huge.png', bytes: hugePng(), code: 'too-many-pixels' },
    { name: 'loop.tif', bytes: faxOf(64, 64, 3, i => (i + 1) % 3), code: 'corrupt' },
    {
      name: 'long.tif',
      bytes: faxOf(64, 64, 5_000, i => (i === 4_999 ? -1 : i + 1)),
      code: 'too-many-pages',
    },
    { name: 'bomb.pdf', bytes: bombPdf(1_500), code: 'too-much-memory' },
  ]
}
