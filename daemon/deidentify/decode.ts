/**
 * Stage *decode*: an untrusted file becomes decoded pages, one at a time, in the order of the document. The work is the
 * driver's; this stage numbers the pages and words the driver's codes as ours. A document is whole only when the
 * iteration has ended without an error: pages given before one must not leave.
 */
import { Deferred, isDeferredCode, isRejectedCode, Rejected } from '../errors.ts'
import type { MediaType } from '../model/document.ts'
import { type Page, pageAt } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'

/** What the decoder gives of a page: upright by its orientation tag; resolutions are 0 where the file tells none. */
export type Frame = {
  readonly raster: GrayRaster
  readonly xDpi: number
  readonly yDpi: number
  readonly bilevel: boolean
  readonly metadata: readonly string[]
}

/** Throws errors with a `code` of daemon/errors.ts. Bounded by limits of its own. */
export type Decoder = {
  readonly decode: (untrustedBytes: Uint8Array, mediaType: MediaType) => AsyncIterable<Frame>
}

const coded = (thrown: unknown): unknown => {
  const code: unknown = thrown instanceof Error && 'code' in thrown ? thrown.code : null
  if (isRejectedCode(code)) return new Rejected(code)
  return isDeferredCode(code) ? new Deferred(code) : thrown
}

/** @throws Rejected, Deferred */
export const decode = async function* (
  untrustedBytes: Uint8Array,
  mediaType: MediaType,
  decoder: Decoder,
): AsyncGenerator<Page<'decoded'>, void, void> {
  let number = 0
  try {
    for await (const { metadata, ...frame } of decoder.decode(untrustedBytes, mediaType)) {
      number += 1
      yield pageAt('decoded', { ...frame, number, untrustedMetadata: metadata })
    }
  } catch (thrown) {
    throw coded(thrown)
  }
}
