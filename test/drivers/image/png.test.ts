/** A PNG of ours says nothing but its pixels, and other programs read the same pixels from it. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { encodePng } from '../../../drivers/image/png.ts'

const folder = mkdtempSync(join(tmpdir(), 'cordon-png-'))
after(() => rmSync(folder, { recursive: true }))

const raster = (widthPx: number, heightPx: number, pixel: (index: number) => number) => ({
  widthPx,
  heightPx,
  pixels: Uint8Array.from({ length: widthPx * heightPx }, (_, index) => pixel(index)),
})

const chunkTypes = (png: Uint8Array): string[] => {
  const bytes = Buffer.from(png)
  const types: string[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    types.push(bytes.toString('latin1', at + 4, at + 8))
  return types
}

const pixelsOf = async (png: Uint8Array): Promise<Buffer> =>
  await sharp(png, { failOn: 'warning' }).greyscale().raw().toBuffer()

test('gray of any width keeps each pixel', async () => {
  for (const [width, height] of [
    [1, 1],
    [7, 3],
    [256, 40],
    [1001, 13],
  ] as const) {
    const gray = raster(width, height, index => (index * 7919) % 256)
    assert.equal(Buffer.compare(await pixelsOf(await encodePng(gray, false)), gray.pixels), 0)
  }
})

test('bilevel becomes one bit per pixel', async () => {
  for (const width of [1, 7, 8, 9, 1728]) {
    const fax = raster(width, 21, index => ((index * 31) % 7 < 3 ? 0 : 255))
    const png = await encodePng(fax, true)
    assert.equal(png[24], 1, 'bit depth')
    assert.equal(Buffer.compare(await pixelsOf(png), fax.pixels), 0)
  }
})

test('nothing but pixels and resolution is said, and the same twice', async () => {
  const gray = raster(60, 40, index => index % 256)
  assert.deepEqual(chunkTypes(await encodePng(gray, false)), ['IHDR', 'IDAT', 'IEND'])
  assert.deepEqual(chunkTypes(await encodePng(gray, true, 300)), ['IHDR', 'pHYs', 'IDAT', 'IEND'])
  assert.equal(Math.round((await sharp(await encodePng(gray, false, 300)).metadata()).density ?? 0), 300)
  assert.deepEqual(await encodePng(gray, false), await encodePng(gray, false))
})

test('exiftool finds no more', {
  skip: spawnSync('exiftool', ['-ver']).status !== 0 && 'needs exiftool',
}, async () => {
  const path = join(folder, 'page.png')
  writeFileSync(
    path,
    await encodePng(
      raster(60, 40, () => 200),
      false,
      300,
    ),
  )
  const found = JSON.parse(execFileSync('exiftool', ['-json', '-G', path], { encoding: 'utf8' }))[0] as object
  const groups = new Set(Object.keys(found).map(name => name.split(':')[0]))
  assert.deepEqual([...groups].sort(), ['Composite', 'ExifTool', 'File', 'PNG', 'SourceFile'])
})
