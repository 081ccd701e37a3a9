/** Proves that a file of a real encoder is complete as a whole and at no prefix of it, and what each broken file is called. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { type Look, lookAt, type RandomAccess } from '../../../daemon/capture/complete.ts'
import { jpegs, pdfs, pngs, type Sample, skip, tiffs, updatedPdf } from './encoders.ts'

const folder = mkdtempSync(join(tmpdir(), 'cordon-complete-'))
after(() => rmSync(folder, { recursive: true }))

export const fileOf = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
})
const look = (bytes: Uint8Array): Promise<Look> => lookAt(fileOf(bytes))

/** The first and last bytes one by one, and a hundred places in between. */
const cuts = (size: number): number[] => {
  const all = new Set<number>()
  for (let at = 1; at <= 80; at++) all.add(at).add(size - at)
  for (let part = 1; part < 100; part++) all.add(Math.floor((size * part) / 100))
  return [...all].filter(cut => cut > 0 && cut < size)
}

const whole = (mediaType: string): Look => ({ outcome: 'complete', mediaType, more: false }) as Look

const provePrefixes = async (
  { name, mediaType, bytes }: Sample,
  isEnd: (cut: number) => boolean = () => false,
) => {
  assert.deepEqual(await look(bytes), whole(mediaType), name)
  for (const cut of cuts(bytes.length)) {
    const found = await look(bytes.subarray(0, cut))
    if (!isEnd(cut))
      assert.deepEqual(found, { outcome: 'incomplete' }, `${name} cut at ${cut} of ${bytes.length}`)
  }
}

/** White space behind the last `%%EOF` is not part of the file's structure. */
const onlySpaceFrom = (bytes: Buffer) => (cut: number) => /^\s*$/.test(bytes.subarray(cut).toString('latin1'))

suite('completeness of real files', { skip }, () => {
  test('TIFF: every compression, byte order, fill order, strips, tiles, pages, BigTIFF', async () => {
    for (const sample of tiffs(folder)) await provePrefixes(sample)
  })
  test('PDF: images, vectors, tables, streams, linearised, encrypted', async () => {
    for (const sample of pdfs(folder)) await provePrefixes(sample, onlySpaceFrom(sample.bytes))
  })
  test('PDF with an incremental update: complete at the end of each revision and nowhere else', async () => {
    const { sample, firstBytes } = updatedPdf(folder)
    const isRevision = onlySpaceFrom(sample.bytes.subarray(0, firstBytes))
    for (let cut = firstBytes - 80; cut <= sample.bytes.length; cut++) {
      const found = await look(sample.bytes.subarray(0, cut))
      if ((cut <= firstBytes && isRevision(cut)) || onlySpaceFrom(sample.bytes)(cut))
        assert.deepEqual(found, whole('application/pdf'), `at ${cut}`)
      else
        assert.ok(found.outcome === 'incomplete' || (found.outcome === 'complete' && found.more), `at ${cut}`)
    }
  })
  test('PNG: RGB, Adam7 with text, one bit', async () => {
    for (const sample of pngs(folder)) await provePrefixes(sample)
  })
  test('JPEG: baseline, progressive, restarts, and a thumbnail with an EOI of its own', async () => {
    const samples = jpegs(folder)
    const thumbnail = samples.find(({ name }) => name === 'exif-thumbnail')!.bytes
    assert.ok(thumbnail.indexOf(Buffer.from([0xff, 0xd9])) < thumbnail.length / 2, 'the thumbnail is there')
    for (const sample of samples) await provePrefixes(sample)
  })
  test('bytes behind the end are a hint that more is to come, padding is not', async () => {
    for (const { bytes, mediaType } of [tiffs(folder)[0]!, pngs(folder)[0]!, jpegs(folder)[0]!]) {
      assert.deepEqual(await look(Buffer.concat([bytes, Buffer.alloc(512)])), whole(mediaType))
      const more = await look(Buffer.concat([bytes, Buffer.alloc(512, 'x')]))
      assert.deepEqual(more, { outcome: 'complete', mediaType, more: true })
    }
  })
})

const ifd = (offset: number, next: number): Buffer => {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt16LE(2)
  bytes.set([0x11, 1, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0x17, 1, 4, 0, 1, 0, 0, 0, 4, 0, 0, 0], 2)
  bytes.writeUInt32LE(next, 26)
  assert.ok(offset >= 12)
  return bytes
}
/** A TIFF of one strip of four bytes, and directories of 30 bytes each from offset 12 on, linked as told. */
const tiffOf = (nexts: readonly number[]): Buffer => {
  const head = Buffer.from('II*\0\x0c\0\0\0data', 'latin1')
  return Buffer.concat([head, ...nexts.map((next, index) => ifd(12 + 30 * index, next))])
}
const rejectedAs = (code: string): Look => ({ outcome: 'rejected', code }) as Look

suite('broken files', () => {
  test('an empty file', async () => assert.deepEqual(await look(Buffer.alloc(0)), rejectedAs('empty-file')))
  test('text, and a ZIP', async () => {
    for (const text of ['Dear colleague,\n', 'PK\x03\x04\x14\0\0\0', '\xffnothing'])
      assert.deepEqual(await look(Buffer.from(text, 'latin1')), rejectedAs('unknown-format'))
  })
  test('zeros are a hole that is still to be filled', async () =>
    assert.deepEqual(await look(Buffer.alloc(5000)), { outcome: 'incomplete' }))
  test('a TIFF of one directory', async () => assert.deepEqual(await look(tiffOf([0])), whole('image/tiff')))
  test('TIFF directories that form a loop', async () => {
    assert.deepEqual(await look(tiffOf([12])), rejectedAs('corrupt'))
    assert.deepEqual(await look(tiffOf([42, 12])), rejectedAs('corrupt'))
  })
  test('a chain of directories without end', async () => {
    const nexts = Array.from({ length: 10_001 }, (_, index) => 12 + 30 * (index + 1))
    assert.deepEqual(await look(tiffOf(nexts)), rejectedAs('too-many-pages'))
  })
  test('5,000 pages are complete: how many are too many is for deidentify to say', async () => {
    const nexts = Array.from({ length: 5000 }, (_, index) => (index === 4999 ? 0 : 12 + 30 * (index + 1)))
    assert.deepEqual(await look(tiffOf(nexts)), whole('image/tiff'))
  })
  test('a directory that points beyond the file, or a strip that lies there', async () => {
    assert.deepEqual(await look(tiffOf([5000])), { outcome: 'incomplete' })
    const tiff = tiffOf([0])
    tiff.writeUInt32LE(40, 12 + 2 + 12 + 8)
    assert.deepEqual(await look(tiff), { outcome: 'incomplete' })
  })
  test('fewer pages than PageNumber announces', async () => {
    const tiff = tiffOf([0])
    const announced = Buffer.from([0x29, 1, 3, 0, 2, 0, 0, 0, 0, 0, 2, 0])
    const three = Buffer.concat([tiff.subarray(0, 38), announced, tiff.subarray(38)])
    three.writeUInt16LE(3, 12)
    assert.deepEqual(await look(three), { outcome: 'complete', mediaType: 'image/tiff', more: true })
  })
  test('a BigTIFF whose offset no file can have', async () => {
    const tiff = Buffer.alloc(64)
    tiff.set(Buffer.from('II+\0\x08\0\0\0', 'latin1'))
    tiff.fill(0xff, 8, 16)
    assert.deepEqual(await look(tiff), rejectedAs('corrupt'))
  })
  test('markers and chunks out of their order', async () => {
    assert.deepEqual(await look(Buffer.from([0xff, 0xd8, 0xff, 0xd9])), rejectedAs('corrupt'))
    assert.deepEqual(await look(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])), rejectedAs('corrupt'))
    const iend = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')
    assert.deepEqual(await look(iend), rejectedAs('corrupt'))
  })
})
