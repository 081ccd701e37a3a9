/**
 * The report on a document: what became of each page and region, and how long each stage took. The contract of
 * `cordon redact` and the last part that a gateway gets. Never a word of the document's text. Pure.
 */
import type { RejectedCode } from '../errors.ts'
import type { Affine, Quad } from '../model/geometry.ts'
import type { DocumentKind, KindGuess } from '../model/kind.ts'
import type { HeldReason, Masked } from '../model/page.ts'
import { heldFor, type RedactedPage, reasonsOf, type TimesMs } from './pipeline.ts'

export type PageReport = {
  readonly page: number
  readonly verdict: 'released' | 'review'
  /** Only for `review`. */
  readonly reasons?: readonly HeldReason[]
  readonly width: number
  readonly height: number
  /** Input pixel → output pixel: orientation, deskew and scale included. */
  readonly transform: Affine
  readonly masked: readonly {
    readonly quad: readonly (readonly [x: number, y: number])[]
    readonly class: Masked['class']
    readonly reason: Masked['reason']
    readonly confidence: number
  }[]
  /** 0…1. */
  readonly inkUnderstood: number
  readonly timesMs: TimesMs
}

export type DocumentReport = {
  readonly verdict: 'released' | 'review' | 'rejected'
  readonly reason: HeldReason | RejectedCode | null
  /** The fingerprint of the policy that was applied; absent where none was asked. */
  readonly policy?: string
  /** What the box takes the document for, and how sure it is (0…1); absent where it was not read. */
  readonly kind?: DocumentKind
  readonly kindConfidence?: number
  readonly pages: readonly PageReport[]
}

/** `further` is a reason that no page has, such as metadata in the finished file. */
export const reportOf = (
  redacted: readonly RedactedPage[],
  further: HeldReason | null = null,
  guess: KindGuess | null = null,
  policy: string | null = null,
): DocumentReport => {
  const reason = heldFor(redacted) ?? further
  const verdict = reason === null ? 'released' : 'review'
  const kind = guess === null ? {} : { kind: guess.kind, kindConfidence: rounded(guess.confidence, 3) }
  const applied = policy === null ? {} : { policy }
  return { verdict, reason, ...applied, ...kind, pages: redacted.map(pageReport) }
}

export const rejectedReport = (code: RejectedCode): DocumentReport => ({
  verdict: 'rejected',
  reason: code,
  pages: [],
})

const pageReport = (page: RedactedPage): PageReport => {
  const { verified, timesMs } = page
  const reasons = [...new Set(reasonsOf(page))]
  return {
    page: verified.number,
    ...(reasons.length === 0 ? { verdict: 'released' } : { verdict: 'review', reasons }),
    width: verified.raster.widthPx,
    height: verified.raster.heightPx,
    transform: verified.transform,
    masked: verified.masked.map(({ quad, class: label, reason, confidence }) => ({
      quad: cornersOf(quad),
      class: label,
      reason,
      confidence: rounded(confidence, 3),
    })),
    inkUnderstood: rounded(verified.inkUnderstood, 4),
    timesMs: Object.fromEntries(Object.entries(timesMs).map(([stage, ms]) => [stage, rounded(ms, 1)])),
  }
}

const cornersOf = (quad: Quad): [number, number][] => quad.map(({ x, y }) => [rounded(x, 1), rounded(y, 1)])

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
