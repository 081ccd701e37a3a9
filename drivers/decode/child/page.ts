/** What every reader in the child gives, and the one error that it throws. */
import { type Bounds, type ChildFault, type MetadataKind, maxMilliDpi, maxSidePx } from '../protocol.ts'

export type DecodedPage = {
  readonly widthPx: number
  readonly heightPx: number
  /** 8-bit gray, upright. */
  readonly pixels: Uint8Array
  /** Dots per inch; 0 where the file does not say. */
  readonly xDpi: number
  readonly yDpi: number
  readonly bilevel: boolean
  readonly metadata: ReadonlySet<MetadataKind>
}

export type OpenedDocument = {
  readonly count: number
  readonly pages: () => AsyncIterable<DecodedPage> | Iterable<DecodedPage>
}

export type OpenDocument = (
  untrustedBytes: Uint8Array,
  bounds: Bounds,
) => OpenedDocument | Promise<OpenedDocument>

export class ChildRejection extends Error {
  readonly code: ChildFault
  constructor(code: ChildFault) {
    super(code)
    this.name = 'ChildRejection'
    this.code = code
  }
}

/** @throws ChildRejection where the page is empty, longer than a page can be, or has more pixels than it may */
export const checkSize = (widthPx: number, heightPx: number, { pixelsPerPage }: Bounds): void => {
  if (!(widthPx >= 1 && heightPx >= 1)) throw new ChildRejection('corrupt')
  if (widthPx * heightPx > pixelsPerPage || widthPx > maxSidePx || heightPx > maxSidePx) {
    throw new ChildRejection('too-many-pixels')
  }
}

/** A resolution that can be told, or 0. */
export const tellableDpi = (untrustedDpi: number): number =>
  untrustedDpi >= 1 && untrustedDpi <= maxMilliDpi / 1000 ? untrustedDpi : 0

export const onlyBlackAndWhite = (pixels: Uint8Array): boolean => {
  for (let index = 0; index < pixels.length; index++) {
    const value = pixels[index]
    if (value !== 0 && value !== 255) return false
  }
  return true
}
