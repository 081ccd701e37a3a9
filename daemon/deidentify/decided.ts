/**
 * A person's decision, applied: the pages must be the very pixels that were seen; what the gate could read, and what
 * the person drew, is masked as well. A decision can only cover, never uncover. Pure.
 */
import { boundsOf, type Quad } from '../model/geometry.ts'
import type { Decision } from '../model/held.ts'
import { type Masked, pageAt } from '../model/page.ts'
import { cover } from './mask.ts'
import type { RedactedPage } from './pipeline.ts'
import { seenOf } from './release.ts'

/** The pages as they may leave, or null where they are not what the person saw (they are then held anew). */
export const decided = (
  redacted: readonly RedactedPage[],
  { seen, masks }: Decision,
): readonly RedactedPage[] | null => {
  if (seen.length !== redacted.length) return null
  if (redacted.some(({ verified }, i) => seenOf(verified.raster) !== seen[i])) return null
  if (redacted.some(hasUnplacedHit)) return null
  if (masks.some(mask => !redacted.some(({ verified }) => verified.number === mask.page))) return null
  return redacted.map(page => covered(page, masks))
}

/**
 * Something the gate read without knowing where, or could not look at: nothing can be masked for it, so nobody can
 * release it. What the person saw marked for masking may be what it could not look at this time.
 */
const hasUnplacedHit = ({ verified }: RedactedPage): boolean =>
  verified.hits.some(({ quad }) => quad === null)

const covered = (page: RedactedPage, masks: Decision['masks']): RedactedPage => {
  const { verified } = page
  const drawn = masks.filter(mask => mask.page === verified.number).map(mask => mask.quad)
  const read = verified.hits.flatMap(({ quad }) => (quad === null ? [] : [quad]))
  const quads = [...read, ...drawn]
  const raster = cover(verified.raster, quads.map(boundsOf))
  const masked = [...verified.masked, ...quads.map(byPerson)]
  return { ...page, verified: pageAt('verified', { ...verified, raster, masked, hits: [] }) }
}

const byPerson = (quad: Quad): Masked => ({ quad, class: 'UNREAD', reason: 'person', confidence: 1 })
