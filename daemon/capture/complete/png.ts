/**
 * Is a PNG whole? Walks the chunks by their lengths to IEND (PNG third edition, 5.3 and 11.2). Looks at no pixel.
 */
import { ascii, type Bytes, incomplete, isPadding, type Look, rejected } from './bytes.ts'

const maxTrailingBytes = 32 * 1024 * 1024
const maxChunkBytes = 2 ** 31 - 1
const iendCrc = 0xae426082

type Chunk = { readonly length: number; readonly type: string }

const chunkAt = async (bytes: Bytes, offset: number): Promise<Chunk | null> => {
  const head = await bytes.at(offset, 8)
  if (head === null) return null
  const length = new DataView(head.buffer, head.byteOffset, 8).getUint32(0)
  return { length, type: ascii(head.subarray(4)) }
}

const endAt = async (bytes: Bytes, offset: number, hasData: boolean): Promise<Look> => {
  const crc = await bytes.at(offset + 8, 4)
  if (crc === null) return incomplete
  if (new DataView(crc.buffer, crc.byteOffset, 4).getUint32(0) !== iendCrc) return rejected('corrupt')
  const end = offset + 12
  if (!hasData || bytes.size - end > maxTrailingBytes) return rejected('corrupt')
  return { outcome: 'complete', mediaType: 'image/png', more: !(await isPadding(bytes, end)) }
}

/** A block of zeros where a chunk should be is a hole that its writer has still to fill. */
const isHole = (chunk: Chunk): boolean => chunk.length === 0 && chunk.type === '\0\0\0\0'

export const lookAtPng = async (bytes: Bytes): Promise<Look> => {
  let hasData = false
  for (let offset = 8; ; ) {
    const chunk = await chunkAt(bytes, offset)
    if (chunk === null || isHole(chunk)) return incomplete
    if (!/^[A-Za-z]{4}$/.test(chunk.type) || chunk.length > maxChunkBytes) return rejected('corrupt')
    if ((offset === 8) !== (chunk.type === 'IHDR')) return rejected('corrupt')
    if (chunk.type === 'IEND') return chunk.length === 0 ? endAt(bytes, offset, hasData) : rejected('corrupt')
    hasData ||= chunk.type === 'IDAT'
    offset += 12 + chunk.length
  }
}
