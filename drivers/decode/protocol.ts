/**
 * What crosses the pipe from the decoding child, after Dangerzone: integers, members of closed lists, and pixels.
 * All integers are 32 bits, big-endian. The document goes in as its length and its bytes. Out comes, in order:
 *
 *     READY, before a byte of the document is handed over
 *     PAGES count
 *     FRAME width height xMilliDpi yMilliDpi bilevel metadata, then width × height bytes (8-bit gray)   `count` times
 *     END, then the pipe ends
 *
 * or, in place of any but the first, `FAULT code`, then the pipe ends. Both sides check every number against the same
 * limits: the child to fail early, the parent because the child may be somebody else's by then.
 */

export const READY = 0x52454459
export const PAGES = 0x50414745
export const FRAME = 0x4652414d
export const END = 0x454e4421
export const FAULT = 0x4641554c

export const frameIntegers = 6

/** What a child may say of a document that it cannot decode. The index is the code on the wire. */
export const childFaults = [
  'corrupt',
  'truncated',
  'empty-file',
  'unknown-format',
  'encrypted-pdf',
  'too-many-bytes',
  'too-many-pages',
  'too-many-pixels',
  'too-much-memory',
] as const
export type ChildFault = (typeof childFaults)[number]

/** Kinds of metadata that a file carried. Bit n of the wire's `metadata` is kind n. */
export const metadataKinds = [
  'exif',
  'icc',
  'xmp',
  'iptc',
  'tiff-tags',
  'png-text',
  'pdf-info',
  'pdf-text',
  'jpeg-comment',
] as const
export type MetadataKind = (typeof metadataKinds)[number]

export const mediaTypes = ['image/tiff', 'application/pdf', 'image/png', 'image/jpeg'] as const
export type MediaType = (typeof mediaTypes)[number]

/** What one document may cost. */
export type Bounds = {
  /** Of the file. */
  readonly bytes: number
  readonly pages: number
  readonly pixelsPerPage: number
}

/** No side of a page is longer: 25 m of fax paper at 204 dpi come to about 200,000 lines, a page never does. */
export const maxSidePx = 65_535

/** Resolution in thousandths of a dot per inch; 0 where the file does not say. */
export const maxMilliDpi = 10_000_000
