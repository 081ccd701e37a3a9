/** Several parts of a page read as one: stacked with room between them, so that many small parts cost one reading. */
import { type Affine, boundsOf, compose, invert, quadOf } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { type QuarterTurns, type Resampled, turn, whiteRaster } from '../resample.ts'
import { type Look, mapped, type Reader } from './look.ts'

const gapPx = 40

/** @param images parts of the page with the transform from the page to each. */
export const lookAtStack = async (
  images: readonly Resampled[],
  turns: QuarterTurns,
  dpi: number,
  reader: Reader,
): Promise<Look> => {
  const tops = topsOf(images.map(image => image.raster))
  const stack = stacked(
    images.map(image => image.raster),
    tops,
  )
  const turned = turn(stack, turns)
  const toStack = invert(turned.transform)
  const toPage = images.map(({ transform }, i) => invert(compose(transform, down(tops[i] as number))))
  const words = await reader.read(turned.raster, { dpi, layout: 'sparse' })
  return words.map(({ text, confidence, box, block, line }) => {
    const onStack = mapped(toStack, quadOf(box))
    const { top, bottom } = boundsOf(onStack)
    const part = Math.max(
      0,
      tops.findLastIndex(partTop => partTop <= (top + bottom) / 2),
    )
    const quad = mapped(toPage[part] as Affine, onStack)
    return { text, confidence, quad, box: boundsOf(quad), line: `${part}/${block}/${line}` }
  })
}

const down = (y: number): Affine => [
  [1, 0, 0],
  [0, 1, y],
]

const topsOf = (rasters: readonly GrayRaster[]): number[] => {
  let next = 0
  return rasters.map(({ heightPx }) => {
    const top = next
    next += heightPx + gapPx
    return top
  })
}

const stacked = (rasters: readonly GrayRaster[], tops: readonly number[]): GrayRaster => {
  const [last] = rasters.slice(-1)
  const width = Math.max(...rasters.map(raster => raster.widthPx))
  const all = whiteRaster(width, (tops.at(-1) ?? 0) + (last?.heightPx ?? 0))
  rasters.forEach(({ widthPx, heightPx, pixels }, i) => {
    for (let y = 0; y < heightPx; y++) {
      all.pixels.set(pixels.subarray(y * widthPx, (y + 1) * widthPx), ((tops[i] as number) + y) * width)
    }
  })
  return all
}
