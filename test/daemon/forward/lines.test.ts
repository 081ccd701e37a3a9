/** Proves that a body is split the same however it is chunked, and that its bounds hold. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { partsOf } from '../../../daemon/forward/lines.ts'

async function* chunked(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const read = async (text: string, size: number, parts: number, maxBytes = 100): Promise<string[]> => {
  const lines: string[] = []
  for await (const { part, line } of partsOf(chunked(text, size), parts, maxBytes)) {
    assert.equal(part, lines.length)
    lines.push(Buffer.from(line).toString())
  }
  return lines
}
const refused = (code: string) => ({ name: 'Rejected', code })

test('any lines in any chunks come out as they went in', async () => {
  const lines = fc.array(
    fc.string({ minLength: 1, maxLength: 20 }).map(text => text.replaceAll('\n', '_')),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  await fc.assert(
    fc.asyncProperty(lines, fc.integer({ min: 1, max: 64 }), async (all, size) => {
      assert.deepEqual(await read(all.join('\n'), size, all.length), all)
    }),
  )
})

test('more lines, fewer lines, an empty line, a last line feed, or nothing is corrupt', async () => {
  for (const [text, parts] of [
    ['a\nb', 1],
    ['a\nb', 3],
    ['a\n\nb', 3],
    ['a\nb\n', 2],
    ['', 1],
    ['\n', 1],
  ] as const)
    await assert.rejects(read(text, 2, parts), refused('corrupt'))
})

test('a line may be as long as the bound, and not a byte longer', async () => {
  assert.deepEqual(await read(`${'a'.repeat(10)}\nb`, 3, 2, 10), ['a'.repeat(10), 'b'])
  for (const size of [1, 3, 100])
    await assert.rejects(read(`${'a'.repeat(11)}\nb`, size, 2, 10), refused('too-many-bytes'))
})
