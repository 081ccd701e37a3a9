/** One child per document, dead when the iteration ends; pages one at a time; time counted only while we wait. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createDecoder, DecodeFault } from '../../../drivers/decode/decoder.ts'
import { blots, codeOf, decoderWith, needs, usualLimits, workFolder } from './fixtures.ts'

const files = workFolder()
const skip = needs('convert')

const manyPages = (count: number): Uint8Array => {
  files.writePgm('page.pgm', blots(400, 300))
  files.run(
    'convert',
    ...Array<string>(count).fill('page.pgm'),
    '-type',
    'bilevel',
    '-compress',
    'Group4',
    'many.tif',
  )
  return files.bytes('many.tif')
}

/** Processes below this one, zombies among them. */
const childrenNow = (): string[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(process.pid)
      } catch {
        return false
      }
    })

test('no child is left, whether read to the end, left early, or failed', { skip }, async () => {
  const bytes = manyPages(5)
  const before = childrenNow()
  const decoder = decoderWith()
  let pages = 0
  for await (const _ of decoder.decode(bytes, 'image/tiff')) pages++
  assert.equal(pages, 5)
  assert.deepEqual(childrenNow(), before)
  for await (const _ of decoder.decode(bytes, 'image/tiff')) break
  assert.deepEqual(childrenNow(), before)
  assert.equal(await codeOf(bytes.subarray(0, 300), 'image/tiff'), 'truncated')
  assert.deepEqual(childrenNow(), before)
})

test('the time that the caller takes is not counted', { skip }, async () => {
  const decoder = decoderWith({ limits: { seconds: 4 } })
  let pages = 0
  for await (const _ of decoder.decode(manyPages(3), 'image/tiff')) {
    pages++
    await sleep(1500)
  }
  assert.equal(pages, 3)
})

test('documents are decoded side by side', { skip }, async () => {
  const bytes = manyPages(3)
  const codes = await Promise.all(
    ['image/tiff', 'image/tiff', 'image/png'].map(type => codeOf(bytes, type as 'image/png')),
  )
  assert.deepEqual(codes, ['decoded', 'decoded', 'unknown-format'])
})

test('a program that is not there is a fault of the host', async () => {
  const confine = () => ({ command: '/nonexistent/program', args: [], env: {} })
  const watchMemory = () => ({ stop: () => {} })
  const decoder = createDecoder({ confine, watchMemory, nodePath: process.execPath, limits: usualLimits })
  await assert.rejects(
    async () => {
      for await (const _ of decoder.decode(Uint8Array.of(1), 'image/png'));
    },
    (thrown: unknown) => thrown instanceof DecodeFault && thrown.code === 'engine-unavailable',
  )
})

test('an error says a code and nothing of the document', async () => {
  const program = fileURLToPath(new URL('programs/liar.ts', import.meta.url))
  const thrown = await decoderWith({ program })
    .decode(Buffer.from('garbage'), 'image/png')
    .next()
    .catch((error: unknown) => error)
  assert.ok(thrown instanceof DecodeFault)
  assert.equal(thrown.message, 'corrupt')
  assert.doesNotMatch(thrown.stack ?? '', /patient/)
})
