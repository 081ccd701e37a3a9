/**
 * A page on its way through `deidentify`. Its type is its place in the path: a stage takes `Page<'before'>` and
 * gives `Page<'after'>`, so that sealing an unmasked page does not compile.
 */
import type { Affine, Box, Quad } from './geometry.ts'
import type { Finding, IdentifierClass } from './identifier.ts'
import type { GrayRaster } from './raster.ts'

declare const place: unique symbol

/** A word as the reader saw it. */
export type Word = {
  readonly text: string
  readonly box: Box
  /** 0…1. */
  readonly confidence: number
  /** Indexes of the text block and of the line on the page, in reading order, from 0. */
  readonly block: number
  readonly line: number
  /** What another reading made of the same place: it may be what is really there. */
  readonly alternatives?: readonly string[]
  /** By which the word is turned clockwise from upright, degrees; it is upright where this is absent. */
  readonly angle?: number
  /** Light print on a dark ground. */
  readonly inverted?: true
}

/** A decoded or suspected barcode. `payload` is PHI; it is null where a symbol was seen but not decoded. */
export type Barcode = {
  readonly quad: Quad
  readonly symbology: string
  readonly payload: string | null
}

/** The words of a page joined into one text; `words[i]` occupies `[spans[i].start, spans[i].end)` of `text`. */
export type PageText = {
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

export const maskReasons = [
  'identifier', // judged an identifier
  'repeat', // the same value was judged an identifier elsewhere in the document
  'low-confidence', // read, but not surely
  'unknown-word', // read surely, but not known to be safe (profile strict)
  'unread-ink', // ink where nothing was read: handwriting, stamps, marks
  'barcode',
  'photo',
  'second-look', // the masked page was read again, and this could be read
  'person', // a reviewer drew it
] as const
export type MaskReason = (typeof maskReasons)[number]

/** A region that stays masked, with why. `class` is `UNREAD` where no identifier class is known. */
export type Masked = {
  readonly quad: Quad
  readonly class: IdentifierClass | 'UNREAD'
  readonly reason: MaskReason
  readonly confidence: number
}

/** Why a document, or one of its pages, waits for a person. Each is worded for clinic staff in `review`. */
export const heldReasons = [
  'gate-identifier', // the gate could read an identifier in its own output
  'gate-barcode',
  'gate-metadata',
  'little-understood', // less ink understood than the threshold
  'orientation-doubtful',
  'photo',
  'page-error', // a stage failed on this page: fail closed
  'decision-outdated', // what would leave now is not what the person saw
] as const
export type HeldReason = (typeof heldReasons)[number]

/**
 * The page's ink that was not understood, by what it seems to be: shares (0…1) of all ink that could be text, which with
 * `inkUnderstood` make 1.
 */
export type InkDoubts = {
  /** Larger than print: handwriting, signatures, stamps, drawings. */
  readonly drawn: number
  /** As large as letters, and no word was read there: handwriting, another script, broken print. */
  readonly unread: number
  /** Words read below the threshold: a poor fax, faint print, another script. */
  readonly unsure: number
  /** Words read surely, and not known to be safe: another language, names of products. */
  readonly unknown: number
  /** Marks smaller than letters. */
  readonly noise: number
}

/** `share` is 0…1: the probability that a word identifies somebody in whatever way; `class` is the likeliest way. */
export type Guess = { readonly share: number; readonly class: IdentifierClass }

export type GateHit = { readonly reason: HeldReason; readonly quad: Quad | null }

type Common = {
  /** From 1, in the order of the document. */
  readonly number: number
  readonly raster: GrayRaster
  /** True where the source had one bit per pixel (fax): the output is then one-bit as well. */
  readonly bilevel: boolean
}

type Fields = {
  /** As the decoder gave it: pixels may be non-square (204 × 98 dpi) and turned. */
  decoded: Common & {
    readonly xDpi: number
    readonly yDpi: number
    readonly untrustedMetadata: readonly string[]
  }
  /** Nothing is left but pixels and resolution, both within bounds. `dropped` names the kinds of metadata dropped. */
  stripped: Common & { readonly xDpi: number; readonly yDpi: number; readonly dropped: readonly string[] }
  /** Upright, straight, square pixels, despeckled. `transform` maps an input pixel to a pixel of this raster. */
  oriented: Common & {
    readonly dpi: number
    readonly transform: Affine
    readonly orientationConfidence: number
    /** The coarser of the two resolutions in which the page came: what no scaling up brings back. `dpi` where absent. */
    readonly sentDpi?: number
  }
  barcoded: Fields['oriented'] & { readonly barcodes: readonly Barcode[] }
  read: Fields['barcoded'] & { readonly words: readonly Word[] }
  /**
   * `findings` are spans of `text.text`. `guesses` are what the tagger makes of each word; absent where there is no tagger.
   */
  detected: Fields['read'] & {
    readonly text: PageText
    readonly findings: readonly Finding[]
    readonly guesses?: readonly Guess[]
  }
  /** `released` are the boxes whose ink comes back; all else stays masked. `held` is null where the page is certain. */
  triaged: Fields['detected'] & {
    readonly released: readonly Box[]
    /** Boxes of light print on a dark ground, whose pixels all come back, the ground with them. */
    readonly releasedLight?: readonly Box[]
    readonly masked: readonly Masked[]
    /** 0…1: the share of the page's ink that was understood (released or positively judged an identifier). */
    readonly inkUnderstood: number
    readonly inkDoubts?: InkDoubts
    readonly held: HeldReason | null
  }
  /** A new raster; nothing of the text is carried on. */
  masked: Common & {
    readonly dpi: number
    readonly transform: Affine
    readonly masked: readonly Masked[]
    readonly inkUnderstood: number
    readonly inkDoubts?: InkDoubts
    readonly held: HeldReason | null
  }
  /** The gate has attacked the output. `hits` is empty on a page that may leave. */
  verified: Fields['masked'] & { readonly hits: readonly GateHit[] }
}

export type Place = keyof Fields
export type Page<P extends Place> = Fields[P] & { readonly [place]: P }

/** The one way to move a page on: only the stage that did the work for `P` calls this. */
export const pageAt = <P extends Place>(_place: P, fields: Fields[P]): Page<P> => fields as Page<P>
