/**
 * PNG (ISO/IEC 15948). The file is rebuilt from its critical chunks and tRNS before libpng sees it; a file without IEND
 * is `truncated`.
 */
import type { MetadataKind } from '../protocol.ts'
import { grayOf } from './gray.ts'
import { ChildRejection, checkSize, type OpenDocument, onlyBlackAndWhite, tellableDpi } from './page.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const copiedChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
/** Chunks that say how to show the pixels, and nothing else. */
const plainChunks = new Set([...copiedChunks, 'pHYs', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'hIST', 'cICP'])
const inchPerMetre = 0.0254

type Chunk = { readonly type: string; readonly data: DataView; readonly whole: Uint8Array }

const chunksOf = function* (bytes: Uint8Array): Generator<Chunk, void, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = signature.length; ; ) {
    if (at + 12 > bytes.length) throw new ChildRejection('truncated')
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) throw new ChildRejection('truncated')
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const data = new DataView(bytes.buffer, bytes.byteOffset + at + 8, length)
    yield { type, data, whole: bytes.subarray(at, end) }
    if (type === 'IEND') return
    at = end
  }
}

const kindOf = ({ type, data }: Chunk): MetadataKind => {
  if (type === 'eXIf') return 'exif'
  if (type === 'iCCP') return 'icc'
  const keyword = new Uint8Array(data.buffer, data.byteOffset, Math.min(data.byteLength, 17))
  return type === 'iTXt' && String.fromCharCode(...keyword) === 'XML:com.adobe.xmp' ? 'xmp' : 'png-text'
}

const resolutionOf = (chunk: Chunk | undefined): { xDpi: number; yDpi: number } => {
  if (chunk === undefined || chunk.data.byteLength !== 9 || chunk.data.getUint8(8) !== 1)
    return { xDpi: 0, yDpi: 0 }
  const dpiAt = (at: number) => tellableDpi(chunk.data.getUint32(at) * inchPerMetre)
  return { xDpi: dpiAt(0), yDpi: dpiAt(4) }
}

export const openPng: OpenDocument = (untrustedBytes, bounds) => {
  if (signature.some((byte, index) => untrustedBytes[index] !== byte))
    throw new ChildRejection('unknown-format')
  const chunks = [...chunksOf(untrustedBytes)]
  const [header] = chunks
  if (header?.type !== 'IHDR' || header.data.byteLength !== 13) throw new ChildRejection('corrupt')
  checkSize(header.data.getUint32(0), header.data.getUint32(4), bounds)
  const oneBit = header.data.getUint8(8) === 1
  const metadata = new Set(chunks.filter(({ type }) => !plainChunks.has(type)).map(kindOf))
  const resolution = resolutionOf(chunks.find(({ type }) => type === 'pHYs'))
  const copied = chunks.filter(({ type }) => copiedChunks.has(type)).map(({ whole }) => whole)
  const plain = Buffer.concat([Uint8Array.from(signature), ...copied])
  return {
    count: 1,
    pages: async function* () {
      const image = await grayOf(plain, 'Png', 'warning', bounds)
      yield { ...image, ...resolution, bilevel: oneBit && onlyBlackAndWhite(image.pixels), metadata }
    },
  }
}
