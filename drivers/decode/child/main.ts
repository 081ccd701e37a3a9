/**
 * The child's program: reads one file from standard input, writes its pages to standard output in the protocol of
 * ../protocol.ts, and ends. Runs confined; expects to be taken over by what it reads. Writes nothing else anywhere.
 *
 *     node … main.ts MEDIA-TYPE MAX-BYTES MAX-PAGES MAX-PIXELS-PER-PAGE
 */
import { readSync, writeSync } from 'node:fs'
import {
  type Bounds,
  type ChildFault,
  childFaults,
  END,
  FAULT,
  FRAME,
  type MediaType,
  metadataKinds,
  PAGES,
  READY,
} from '../protocol.ts'
import { ChildRejection, type DecodedPage, type OpenDocument } from './page.ts'

const write = (bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written)
}

const writeIntegers = (...integers: readonly number[]): void => {
  const bytes = new DataView(new ArrayBuffer(integers.length * 4))
  integers.forEach((integer, index) => {
    bytes.setUint32(index * 4, integer)
  })
  write(new Uint8Array(bytes.buffer))
}

/** Its length comes first, so that it lies in memory once. */
const readInput = ({ bytes: maxBytes }: Bounds): Uint8Array => {
  const length = readExactly(4).readUInt32BE()
  if (length > maxBytes) throw new ChildRejection('too-many-bytes')
  return readExactly(length)
}

const readExactly = (length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  for (let filled = 0; filled < length; ) {
    const more = readSync(0, bytes, filled, length - filled, null)
    if (more === 0) throw new ChildRejection('truncated')
    filled += more
  }
  return bytes
}

const open = async (mediaType: MediaType): Promise<OpenDocument> => {
  if (mediaType === 'application/pdf') return (await import('./pdf.ts')).createPdfReader()
  if (mediaType === 'image/tiff') return (await import('./tiff.ts')).openTiff
  if (mediaType === 'image/png') return (await import('./png.ts')).openPng
  return (await import('./jpeg.ts')).openJpeg
}

const writePage = ({ widthPx, heightPx, pixels, xDpi, yDpi, bilevel, metadata }: DecodedPage): void => {
  const bits = metadataKinds.reduce((sum, kind, bit) => sum + (metadata.has(kind) ? 1 << bit : 0), 0)
  const milli = (dpi: number) => Math.round(dpi * 1000)
  writeIntegers(FRAME, widthPx, heightPx, milli(xDpi), milli(yDpi), bilevel ? 1 : 0, bits)
  write(pixels)
}

/** What hostile bytes can make of us. @throws all else: a bug of ours must not look like a fault of the document */
const codeOf = (thrown: unknown): ChildFault => {
  if (thrown instanceof ChildRejection) return thrown.code
  if (!(thrown instanceof Error)) throw thrown
  if (thrown instanceof RangeError)
    return /alloc|memory/i.test(thrown.message) ? 'too-much-memory' : 'corrupt'
  // WebAssembly.RuntimeError: PDFium gave up.
  if (thrown.name === 'RuntimeError') return 'corrupt'
  throw thrown
}

const [mediaType, ...numbers] = process.argv.slice(2)
const [bytes = 0, pages = 0, pixelsPerPage = 0] = numbers.map(Number)
const bounds: Bounds = { bytes, pages, pixelsPerPage }
const openDocument = await open(mediaType as MediaType)
writeIntegers(READY)
try {
  const document = await openDocument(readInput(bounds), bounds)
  writeIntegers(PAGES, document.count)
  for await (const page of document.pages()) writePage(page)
  writeIntegers(END)
} catch (thrown) {
  writeIntegers(FAULT, childFaults.indexOf(codeOf(thrown)))
}
