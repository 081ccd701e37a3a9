/**
 * Encodes a raster as PNG (ISO/IEC 15948) that says nothing but its pixels: IHDR, pHYs where a resolution is given,
 * IDAT, IEND. Written here and not by libvips, so that each byte of what is released is accounted for: no time, no
 * text, no profile. The same pixels give the same bytes.
 */
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

type GrayRaster = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array }

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const NONE = 0
const SUB = 1
const UP = 2
const inchesPerMetre = 1 / 0.0254

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}

const header = (widthPx: number, heightPx: number, depth: 1 | 8): Uint8Array => {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(widthPx, 0)
  data.writeUInt32BE(heightPx, 4)
  data[8] = depth
  return chunk('IHDR', data)
}

const resolution = (dpi: number): Uint8Array => {
  const data = Buffer.alloc(9)
  const perMetre = Math.round(dpi * inchesPerMetre)
  data.writeUInt32BE(perMetre, 0)
  data.writeUInt32BE(perMetre, 4)
  data[8] = 1
  return chunk('pHYs', data)
}

/** One bit per pixel, 1 is white, rows padded to whole bytes; each led by filter type 0. */
const oneBitRows = ({ widthPx, heightPx, pixels }: GrayRaster): Uint8Array => {
  const stride = Math.ceil(widthPx / 8) + 1
  const rows = new Uint8Array(stride * heightPx)
  for (let y = 0, from = 0; y < heightPx; y++) {
    const row = y * stride + 1
    for (let x = 0; x < widthPx; x++, from++)
      if (pixels[from]! >= 128) rows[row + (x >> 3)]! |= 0x80 >> (x & 7)
  }
  return rows
}

/** The distance of a filtered byte from 0, either way round: the smaller the sum, the better it deflates. */
const cost = (filtered: Uint8Array): number => {
  let sum = 0
  for (let index = 1; index < filtered.length; index++) {
    const byte = filtered[index]!
    sum += byte < 128 ? byte : 256 - byte
  }
  return sum
}

const filterRow = (to: Uint8Array, type: number, row: Uint8Array, above: Uint8Array): void => {
  to[0] = type
  if (type === NONE) to.set(row, 1)
  else if (type === SUB)
    for (let x = 0; x < row.length; x++) to[x + 1] = row[x]! - (x === 0 ? 0 : row[x - 1]!)
  else for (let x = 0; x < row.length; x++) to[x + 1] = row[x]! - above[x]!
}

/** Each row filtered by the type that makes it smallest (ISO/IEC 15948 §12.7). */
const grayRows = ({ widthPx, heightPx, pixels }: GrayRaster): Uint8Array => {
  const stride = widthPx + 1
  const rows = new Uint8Array(stride * heightPx)
  const tries = [NONE, SUB, UP].map(() => new Uint8Array(stride))
  let above: Uint8Array = new Uint8Array(widthPx)
  for (let y = 0; y < heightPx; y++) {
    const row = pixels.subarray(y * widthPx, (y + 1) * widthPx)
    tries.forEach((to, type) => {
      filterRow(to, type, row, above)
    })
    const costs = tries.map(cost)
    rows.set(tries[costs.indexOf(Math.min(...costs))]!, y * stride)
    above = row
  }
  return rows
}

/** One bit per pixel for a bilevel raster (128 and above is white), 8-bit gray otherwise. */
export const encodePng = async (raster: GrayRaster, bilevel: boolean, dpi?: number): Promise<Uint8Array> => {
  const rows = bilevel ? oneBitRows(raster) : grayRows(raster)
  const data = await promisify<Uint8Array, Uint8Array>(deflate)(rows)
  return Buffer.concat([
    signature,
    header(raster.widthPx, raster.heightPx, bilevel ? 1 : 8),
    ...(dpi === undefined ? [] : [resolution(dpi)]),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ])
}
