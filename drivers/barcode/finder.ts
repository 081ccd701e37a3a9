/** What a finder of barcodes is, in this driver's words: a page of gray pixels goes in, symbols come out. */

/** 8-bit gray, row-major, no padding: 0 is black. */
export type Raster = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array }

type Point = { readonly x: number; readonly y: number }

export type Found = {
  /**
   * Pixels; top left, top right, bottom right, bottom left of the upright symbol. Of a linear symbol only the part that
   * was scanned: its bars may stand out above and below.
   */
  readonly quad: readonly [Point, Point, Point, Point]
  /** ZXing's name of the format: `Code128`, `EAN13`, `QRCode`, `PDF417` … */
  readonly symbology: string
  /** Null where the symbol is there and its checksum or error correction fails. PHI. */
  readonly payload: string | null
}

export type Finder = {
  /** @throws FinderFault */
  readonly find: (raster: Raster) => Promise<readonly Found[]>
  /** Ends every thread. Pages under way fail with `closed`. */
  readonly close: () => Promise<void>
}

/**
 * - `too-slow`: the page took longer than the limit; its thread was ended.
 * - `engine-died`: the thread ended on this page.
 * - `closed`: the finder was closed.
 */
export type FinderFaultCode = 'too-slow' | 'engine-died' | 'closed'

/** Carries a code and nothing that could quote a page. */
export class FinderFault extends Error {
  readonly code: FinderFaultCode
  constructor(code: FinderFaultCode) {
    super(code)
    this.name = 'FinderFault'
    this.code = code
  }
}
