/**
 * What crosses [review] and [decided]. A held document is one JSON line per page; a decision is one JSON object.
 * A decision approves or rejects what the box proposed and may add masks: it can never uncover anything. That a region is
 * wrongly masked is told for the box to learn from, and leaves the region as it is.
 */
import type { Quad } from './geometry.ts'
import { type IdentifierClass, identifierClasses } from './identifier.ts'
import { type HeldReason, heldReasons, type InkDoubts, type Masked } from './page.ts'

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
  /** Absent where the page was not judged. */
  readonly inkDoubts?: InkDoubts
  readonly original: string
  readonly proposed: string
  /** SHA-256, hex, of the proposed page's pixels: a decision names what was seen. */
  readonly seen: string
}

export type Decision = {
  readonly decision: 'release' | 'reject'
  /** `seen` of each page, in order. Empty for `reject`. */
  readonly seen: readonly string[]
  /** Further regions to mask, in pixels of the proposed page, and what was missed there; `OTHER_ID` where it is not said. */
  readonly masks: readonly AddedMask[]
  /** Regions of `HeldPage.masked` that hide nothing of anybody, by their number from 1. They stay masked. */
  readonly wronglyMasked?: readonly WronglyMasked[]
}

export type AddedMask = { readonly page: number; readonly quad: Quad; readonly class?: IdentifierClass }
export type WronglyMasked = { readonly page: number; readonly region: number }

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

const doubtNames = ['drawn', 'noise', 'unknown', 'unread', 'unsure']
const areDoubts = (value: unknown): value is InkDoubts =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === doubtNames.join() &&
  Object.values(value).every(isShare)

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
    (page.inkDoubts === undefined || areDoubts(page.inkDoubts)) &&
    isBase64(page.original) &&
    isBase64(page.proposed) &&
    isHash(page.seen)
  return fits ? (page as HeldPage) : null
}

const isMask = (value: unknown): value is AddedMask =>
  typeof value === 'object' &&
  value !== null &&
  'page' in value &&
  isCount(value.page) &&
  'quad' in value &&
  isQuad(value.quad) &&
  (!('class' in value) || (identifierClasses as readonly unknown[]).includes(value.class))

const isWronglyMasked = (value: unknown): value is WronglyMasked =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'page,region' &&
  'page' in value &&
  isCount(value.page) &&
  'region' in value &&
  isCount(value.region) &&
  value.region > 0

/** The decision, or null where the text is anything else. */
export const parseDecision = (untrustedText: string): Decision | null => {
  const value = parseJson(untrustedText)
  if (value === null) return null
  const { decision, seen, masks, wronglyMasked, ...rest } = value
  if (Object.keys(rest).length > 0) return null
  if (decision !== 'release' && decision !== 'reject') return null
  if (!listOf(seen, isHash, 10_000) || !listOf(masks, isMask, 10_000)) return null
  if (wronglyMasked === undefined) return { decision, seen, masks }
  return listOf(wronglyMasked, isWronglyMasked, 10_000) ? { decision, seen, masks, wronglyMasked } : null
}
