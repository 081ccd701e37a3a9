/**
 * What a look at the masked page can read is masked as well, and the page is looked at anew, all of it. A page leaves only
 * after a look that found nothing (docs/decisions/0011-second-look.md). Can only cover.
 */
import { boundsOf, quadOf } from '../model/geometry.ts'
import { type GateHit, type Masked, type Page, pageAt } from '../model/page.ts'
import type { GateThresholds } from '../model/thresholds.ts'
import { cover } from './mask.ts'
import { type Attack, verify } from './verify.ts'

/** Looks that may each mask what they could read; the look after the last of them, and any error, decides. */
const mostLooks = 2

export const secondLook = async (
  masked: Page<'masked'>,
  attack: Attack,
  gate: GateThresholds,
): Promise<Page<'verified'>> => {
  const { trusted: _, ...thorough } = attack
  let verified = await verify(masked, attack, gate)
  for (let looks = 0; looks < mostLooks && verified.hits.length > 0; looks++) {
    const further = maskHits(pageAt('masked', verified), verified.hits)
    if (further === null) return verified
    verified = await verify(further, thorough, gate)
  }
  return verified
}

/**
 * The same page with what a second look could read on it masked as well. Can only cover. Null where there is a hit without a
 * place, or so many that nobody should trust the page without a person.
 */
const maskHits = (page: Page<'masked'>, hits: readonly GateHit[]): Page<'masked'> | null => {
  const further = hits.map(hit => furtherMask(hit, page))
  if (further.length > mostFurther || further.includes(null)) return null
  const masks = further.filter(region => region !== null)
  const boxes = masks.map(({ quad }) => boundsOf(quad))
  return pageAt('masked', { ...page, raster: cover(page.raster, boxes), masked: [...page.masked, ...masks] })
}

/** Places that a second look may mask on one page; with more the page is doubtful as a whole. */
const mostFurther = 12
const furtherPadIn = 0.04

const furtherMask = ({ reason, quad }: GateHit, { raster, dpi }: Page<'masked'>): Masked | null => {
  if (quad === null || (reason !== 'gate-identifier' && reason !== 'gate-barcode')) return null
  const pad = Math.ceil(furtherPadIn * dpi)
  const { left, top, right, bottom } = boundsOf(quad)
  const box = {
    left: Math.max(0, left - pad),
    top: Math.max(0, top - pad),
    right: Math.min(raster.widthPx, right + pad),
    bottom: Math.min(raster.heightPx, bottom + pad),
  }
  const label = reason === 'gate-barcode' ? 'OTHER_ID' : 'UNREAD'
  return { quad: quadOf(box), class: label, reason: 'second-look', confidence: 0.5 }
}
