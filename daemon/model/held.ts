/**
 * What crosses [review] and [decided]. A held document is one JSON line per page; a decision is one JSON object.
 * A decision approves or rejects what the box proposed and may add masks: it can never uncover anything.
 */
import type { Quad } from './geometry.ts'
import { type HeldReason, heldReasons, type Masked } from './page.ts'

/** One page of a held document. `original` and `proposed` are PNGs, base64, upright and of the same size. PHI. */
export type HeldPage = {
  readonly page: number
  readonly widthPx: number
  readonly heightPx: number
  readonly dpi: number
  readonly reasons: readonly HeldReason[]
  /** Where the gate read something, as far as it knows. */
  readonly hits: readonly Quad[]
  readonly masked: readonly Masked[]
  /** 0…1. */
  readonly inkUnderstood: number
  readonly original: string
  readonly proposed: string
  /** SHA-256, hex, of the proposed page's pixels: a decision names what was seen. */
  readonly seen: string
}

export type Decision = {
  readonly decision: 'release' | 'reject'
  /** `seen` of each page, in order. Empty for `reject`. */
  readonly seen: readonly string[]
  /** Further regions to mask, in pixels of the proposed page. */
  readonly masks: readonly { readonly page: number; readonly quad: Quad }[]
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000
const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isBase64 = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value)
const isReason = (value: unknown): value is HeldReason => (heldReasons as readonly unknown[]).includes(value)

const isQuad = (value: unknown): value is Quad =>
  Array.isArray(value) &&
  value.length === 4 &&
  value.every(
    point =>
      typeof point === 'object' && point !== null && Number.isFinite(point.x) && Number.isFinite(point.y),
  )

const parseJson = (untrustedText: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(untrustedText)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

const listOf = <T>(value: unknown, check: (item: unknown) => item is T, most: number): value is T[] =>
  Array.isArray(value) && value.length <= most && value.every(check)

const isMasked = (value: unknown): value is Masked =>
  typeof value === 'object' &&
  value !== null &&
  'quad' in value &&
  isQuad(value.quad) &&
  'class' in value &&
  typeof value.class === 'string' &&
  /^[A-Z_0-9]{2,20}$/.test(value.class) &&
  'reason' in value &&
  typeof value.reason === 'string' &&
  /^[a-z-]{2,30}$/.test(value.reason) &&
  'confidence' in value &&
  isShare(value.confidence)

/** The page, or null where the line is anything else. */
export const parseHeldPage = (untrustedLine: string): HeldPage | null => {
  const page = parseJson(untrustedLine)
  if (page === null) return null
  const fits =
    isCount(page.page) &&
    isCount(page.widthPx) &&
    isCount(page.heightPx) &&
    isCount(page.dpi) &&
    listOf(page.reasons, isReason, heldReasons.length * 100) &&
    listOf(page.hits, isQuad, 10_000) &&
    listOf(page.masked, isMasked, 100_000) &&
    isShare(page.inkUnderstood) &&
    isBase64(page.original) &&
    isBase64(page.proposed) &&
    isHash(page.seen)
  return fits ? (page as HeldPage) : null
}

const isMask = (value: unknown): value is Decision['masks'][number] =>
  typeof value === 'object' &&
  value !== null &&
  'page' in value &&
  isCount(value.page) &&
  'quad' in value &&
  isQuad(value.quad)

/** The decision, or null where the text is anything else. */
export const parseDecision = (untrustedText: string): Decision | null => {
  const value = parseJson(untrustedText)
  if (value === null || Object.keys(value).sort().join() !== 'decision,masks,seen') return null
  const { decision, seen, masks } = value
  if (decision !== 'release' && decision !== 'reject') return null
  if (!listOf(seen, isHash, 10_000) || !listOf(masks, isMask, 10_000)) return null
  return { decision, seen, masks }
}
