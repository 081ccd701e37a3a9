/** Whatever the bytes, a parser of the child gives pages or one of its codes, and never reads outside of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { directoryOffsets, openTiffFile, readDirectory } from '../../../../drivers/decode/child/directory.ts'
import { openJpeg } from '../../../../drivers/decode/child/jpeg.ts'
import { ChildRejection } from '../../../../drivers/decode/child/page.ts'
import { openPng } from '../../../../drivers/decode/child/png.ts'
import { placementOf } from '../../../../drivers/decode/child/resolution.ts'
import { rebuilt } from '../../../../drivers/decode/child/strips.ts'
import { blots, needs, usualLimits, workFolder } from '../fixtures.ts'

const files = workFolder()
const skip = needs('convert')

const takeTiff = (bytes: Uint8Array): void => {
  const file = openTiffFile(bytes)
  for (const offset of directoryOffsets(file, 50)) {
    const { directory } = readDirectory(file, offset)
    placementOf(file, directory)
    assert.ok(rebuilt(file, directory).length < 2 * bytes.length + 4096)
  }
}

const onlyRejects = (take: (bytes: Uint8Array) => unknown, bytes: Uint8Array): void => {
  try {
    take(bytes)
  } catch (thrown) {
    if (!(thrown instanceof ChildRejection)) throw thrown
  }
}

/** A file with some bytes changed and its end cut off. */
const damaged = (bytes: Uint8Array) =>
  fc
    .tuple(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 }), fc.nat(bytes.length))
    .map(([changes, length]) => {
      const copy = Uint8Array.from(bytes)
      for (const [at, value] of changes) copy[at] = value
      return length % 3 === 0 ? copy.subarray(0, length) : copy
    })

for (const [name, take, ...args] of [
  ['page.tif', takeTiff, '-type', 'bilevel', '-compress', 'Group4', '-density', '204x98'],
  ['page.png', (bytes: Uint8Array) => openPng(bytes, usualLimits)],
  ['page.jpg', (bytes: Uint8Array) => openJpeg(bytes, usualLimits)],
] as const) {
  test(`${name}, damaged`, { skip }, () => {
    files.writePgm('page.pgm', blots(40, 20))
    files.run('convert', 'page.pgm', ...args, name)
    fc.assert(
      fc.property(damaged(files.bytes(name)), bytes => onlyRejects(take, bytes)),
      { numRuns: 2000 },
    )
  })
}

test('bytes without any sense', () => {
  const led = fc.tuple(
    fc.constantFrom('II*\0', 'MM\0*', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', ''),
    fc.uint8Array({ maxLength: 300 }),
  )
  const bytes = led.map(([head, rest]) => Buffer.concat([Buffer.from(head, 'latin1'), rest]))
  fc.assert(
    fc.property(bytes, one => {
      for (const take of [
        takeTiff,
        (b: Uint8Array) => openPng(b, usualLimits),
        (b: Uint8Array) => openJpeg(b, usualLimits),
      ]) {
        onlyRejects(take, one)
      }
    }),
    { numRuns: 2000 },
  )
})
