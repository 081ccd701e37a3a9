/** Splits a sealed body into its parts, one line each, holding one line at a time. Bounded; never looks inside a part. */
import { Rejected } from '../errors.ts'

export type Line = { readonly part: number; readonly line: Uint8Array }

/**
 * The parts in order, exactly as many as `parts`.
 * @throws Rejected `corrupt` where there are more or fewer, or one is empty; `too-many-bytes` at a longer line.
 */
export async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  parts: number,
  maxBytes: number,
): AsyncGenerator<Line> {
  let part = 0
  for await (const line of linesOf(body, maxBytes)) {
    if (part === parts || line.length === 0) throw new Rejected('corrupt')
    yield { part, line }
    part += 1
  }
  if (part !== parts) throw new Rejected('corrupt')
}

async function* linesOf(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  let size = 0
  const add = (piece: Uint8Array) => {
    size += piece.length
    if (size > maxBytes) throw new Rejected('too-many-bytes')
    pieces.push(piece)
  }
  const take = (): Uint8Array => {
    const line = Buffer.concat(pieces, size)
    pieces = []
    size = 0
    return line
  }
  for await (const chunk of body) {
    let from = 0
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      add(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    add(chunk.slice(from))
  }
  yield take()
}
