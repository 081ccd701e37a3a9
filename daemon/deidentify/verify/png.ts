/** A finished PNG (ISO/IEC 15948), chunk by chunk against what may be in it: pixels and a resolution, nothing after the end. */

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** The chunks that may stand, and the length of those that have only one. */
const allowed: Readonly<Record<string, number | null>> = {
  IHDR: 13,
  PLTE: null,
  pHYs: 9,
  IDAT: null,
  IEND: 0,
}

export const pngIsBare = (bytes: Uint8Array): boolean => {
  if (signature.some((byte, i) => bytes[i] !== byte)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const types: string[] = []
  let at = signature.length
  while (at + 12 <= bytes.length && types.at(-1) !== 'IEND') {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const fixed = Object.hasOwn(allowed, type) ? allowed[type] : undefined
    if (fixed === undefined || (fixed !== null && fixed !== length)) return false
    if (at + 12 + length > bytes.length) return false
    if (crcOf(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) return false
    types.push(type)
    at += 12 + length
  }
  return at === bytes.length && isOrdered(types)
}

/** IHDR, then PLTE and pHYs at most once each, then only IDAT, then IEND. */
const isOrdered = (types: readonly string[]): boolean =>
  /^IHDR(?: PLTE)?(?: pHYs)?(?: IDAT)+ IEND$/.test(types.join(' '))

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (let i = 0; i < bytes.length; i++) {
    crc = (crcTable[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8)
  }
  return (crc ^ 0xffffffff) >>> 0
}
