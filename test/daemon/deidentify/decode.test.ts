/** The stage numbers the pages, words codes as ours, and lets bugs through. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Decoder, decode, type Frame } from '../../../daemon/deidentify/decode.ts'
import { Deferred, Rejected } from '../../../daemon/errors.ts'

const frame = (shade: number): Frame => ({
  raster: { widthPx: 1, heightPx: 1, pixels: Uint8Array.of(shade) },
  xDpi: 204,
  yDpi: 98,
  bilevel: true,
  metadata: ['exif'],
})

const decoderOf = (frames: readonly Frame[], fault?: unknown): Decoder => ({
  decode: async function* () {
    yield* frames
    if (fault !== undefined) throw fault
  },
})

const read = async (decoder: Decoder) => {
  const pages = []
  for await (const page of decode(Uint8Array.of(1), 'image/tiff', decoder)) pages.push(page)
  return pages
}

const coded = (code: string) => Object.assign(new Error('Jane Doe'), { code })

test('pages are numbered from 1, in order, with what the decoder said of them', async () => {
  const pages = await read(decoderOf([frame(1), frame(2)]))
  assert.deepEqual(
    pages.map(page => [page.number, page.raster.pixels[0], page.xDpi, page.yDpi, page.bilevel]),
    [
      [1, 1, 204, 98, true],
      [2, 2, 204, 98, true],
    ],
  )
  assert.deepEqual(pages[0]?.untrustedMetadata, ['exif'])
})

test("the decoder's codes become ours, without a word of its message", async () => {
  for (const code of [
    'corrupt',
    'truncated',
    'encrypted-pdf',
    'too-many-pages',
    'too-slow',
    'decoder-died',
  ]) {
    await assert.rejects(
      read(decoderOf([frame(1)], coded(code))),
      thrown => thrown instanceof Rejected && thrown.code === code && thrown.message === code,
    )
  }
  await assert.rejects(
    read(decoderOf([], coded('engine-unavailable'))),
    thrown => thrown instanceof Deferred && thrown.code === 'engine-unavailable',
  )
})

test('anything else is a bug and stays what it is', async () => {
  const bug = new TypeError('a bug')
  await assert.rejects(read(decoderOf([], bug)), thrown => thrown === bug)
  const system = coded('ENOSPC')
  await assert.rejects(read(decoderOf([], system)), thrown => thrown === system)
})

test('a decoder is left when its pages are no longer wanted', async () => {
  let left = false
  const decoder: Decoder = {
    decode: async function* () {
      try {
        yield frame(1)
        yield frame(2)
      } finally {
        left = true
      }
    },
  }
  for await (const _ of decode(Uint8Array.of(1), 'image/tiff', decoder)) break
  assert.ok(left)
})
