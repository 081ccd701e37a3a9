/**
 * What a reader is, in this driver's words: a page of gray pixels goes in, words with boxes come out. Both engines
 * have this shape and pass one contract test.
 */

/** 8-bit gray, row-major, no padding: 0 is black. */
export type Raster = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array }

/** `page`: columns, blocks and lines are looked for. `sparse`: text anywhere, in no particular layout. */
export type Layout = 'page' | 'sparse'

export type ReadOptions = { readonly dpi: number; readonly layout: Layout }

/** Where a character stands, in pixels of the page. As the engine estimated it; neighbours may overlap. */
export type CharEdges = { readonly left: number; readonly right: number }

export type ReadWord = {
  readonly text: string
  /** Pixels of the page, half open. As the engine gave it: it may touch the page's edge, never be inside out. */
  readonly box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  /** 0…1. */
  readonly confidence: number
  /** Indexes on the page, in reading order, from 0. */
  readonly block: number
  readonly line: number
  /** One for each code point of `text`; absent where the engine does not say, or says what does not fit. */
  readonly chars?: readonly CharEdges[]
}

export type EngineName = 'native' | 'tesseract.js'

export type Reader = {
  readonly engine: EngineName
  /** @throws ReaderFault. Pages that arrive in parallel are spread over the workers; the rest wait their turn. */
  readonly read: (raster: Raster, options: ReadOptions) => Promise<readonly ReadWord[]>
  /** Ends every child and worker. Pages under way fail with `closed`. */
  readonly close: () => Promise<void>
}

/**
 * - `too-slow`: the page took longer than the limit; its engine was ended.
 * - `engine-died`: the engine ended on this page, and a fresh one did so again.
 * - `bad-output`: the engine answered with what no Tesseract writes; it was ended.
 * - `engine-unavailable`: it cannot be started here. A fault of the host, not of the page.
 * - `closed`: the reader was closed.
 */
export type ReaderFaultCode = 'too-slow' | 'engine-died' | 'bad-output' | 'engine-unavailable' | 'closed'

/** Carries a code and nothing that could quote a page. */
export class ReaderFault extends Error {
  readonly code: ReaderFaultCode
  constructor(code: ReaderFaultCode) {
    super(code)
    this.name = 'ReaderFault'
    this.code = code
  }
}

/** Tesseract's page segmentation modes: 3 is fully automatic without orientation, 11 is sparse text. */
export const segmentationModes: Readonly<Record<Layout, 3 | 11>> = { page: 3, sparse: 11 }
