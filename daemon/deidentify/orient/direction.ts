/**
 * Which way is up, by asking a reader: a few lines are read as they are and turned by half, until one way is clearly
 * read better. What was read is used for its confidence only, and forgotten.
 */
import type { Box } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { turn } from '../resample.ts'

/** What this stage needs of a reader. */
export type Reader = {
  read(
    raster: GrayRaster,
    options: { readonly dpi: number; readonly layout: 'page' | 'sparse' },
  ): Promise<readonly { readonly text: string; readonly box: Box; readonly confidence: number }[]>
}

export type Direction = {
  /** The evidence for "as it is", and for "turned by half": confident characters read. */
  readonly upright: number
  readonly reversed: number
}

/** Characters read with confidence that settle the matter when the words around them are as sure. */
const enough = 24

export const directionOf = async (
  bands: readonly (() => GrayRaster)[],
  dpi: number,
  reader: Reader,
): Promise<Direction> => {
  let [upright, reversed] = [0, 0]
  for (const band of bands) {
    const raster = band()
    const asIs = evidenceOf(await reader.read(raster, { dpi, layout: 'page' }))
    upright += asIs.sum
    if (asIs.sum >= enough && asIs.mean >= 0.8) return { upright, reversed }
    const turned = evidenceOf(await reader.read(turn(raster, 2).raster, { dpi, layout: 'page' }))
    reversed += turned.sum
    if (Math.max(upright, reversed) >= enough && ratioOf({ upright, reversed }) >= 3) break
  }
  return { upright, reversed }
}

const ratioOf = ({ upright, reversed }: Direction): number =>
  Math.max(upright, reversed) / Math.max(1, Math.min(upright, reversed))

/**
 * Longer words only: `no`, `on`, `SIS` and `SOS` read well on their heads. And only words that lie: a reader that looks
 * for columns of standing text turns them by itself, and reads a page on its side with confidence.
 */
const evidenceOf = (words: Awaited<ReturnType<Reader['read']>>) => {
  let [sum, length, weighted] = [0, 0, 0]
  for (const { text, box, confidence } of words) {
    const characters = text.replace(/[^\p{L}\p{N}]/gu, '').length
    if (characters < 3 || box.right - box.left < box.bottom - box.top) continue
    length += characters
    weighted += characters * confidence
    if (confidence >= 0.75) sum += characters * confidence
  }
  return { sum, mean: length > 0 ? weighted / length : 0 }
}

/** 0…1: how clearly one way was read better than the other. */
export const certaintyOf = (direction: Direction): number => {
  const { upright, reversed } = direction
  const most = Math.max(upright, reversed)
  if (most === 0) return 0
  return ((most - Math.min(upright, reversed)) / (upright + reversed)) * Math.min(1, most / (enough / 2))
}
