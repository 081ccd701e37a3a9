/** Proves that no TIFF makes the walker throw, read outside the file, or read without end. */
import { test } from 'node:test'
import sharp from 'sharp'
import { fuzz } from './complete.ts'

const raw = { width: 64, height: 48, channels: 1 } as const
const page = () => sharp(Buffer.alloc(64 * 48, 0x5a), { raw })

/** Directories of one strip each, in a chain. */
const chain = (pages: number, big: boolean): Buffer => {
  const [countBytes, entryBytes, width, headerBytes] = big ? [8, 20, 8, 16] : [2, 12, 4, 8]
  const ifdBytes = countBytes + 2 * entryBytes + width
  const bytes = Buffer.alloc(headerBytes + pages * ifdBytes + 64)
  bytes.write(big ? 'II+\0\x08\0\0\0' : 'II*\0', 'latin1')
  bytes.writeUInt32LE(headerBytes, big ? 8 : 4)
  for (let index = 0; index < pages; index++) {
    const at = headerBytes + index * ifdBytes
    bytes.writeUInt16LE(2, at)
    for (const [entry, tag, value] of [
      [0, 273, bytes.length - 64],
      [1, 279, 64],
    ] as const) {
      const start = at + countBytes + entry * entryBytes
      bytes.writeUInt16LE(tag, start)
      bytes.writeUInt16LE(4, start + 2)
      bytes.writeUInt32LE(1, start + 4)
      bytes.writeUInt32LE(value, start + 4 + width)
    }
    bytes.writeUInt32LE(index === pages - 1 ? 0 : at + ifdBytes, at + ifdBytes - width)
  }
  return bytes
}

test('mutated TIFF files', async () => {
  const seeds = [
    await page().tiff({ compression: 'lzw' }).toBuffer(),
    await page().tiff({ compression: 'none', tile: true, tileWidth: 16, tileHeight: 16 }).toBuffer(),
    await page().tiff({ compression: 'deflate', bigtiff: true }).toBuffer(),
    chain(5, false),
    chain(5, true),
  ]
  await fuzz(seeds, 1)
})
