/** Several parts of a page read as one picture: below each other with room between, so that many cost one reading. */
import { type Affine, applyTo, type Box, boundsOf, invert, quadOf } from '../../model/geometry.ts'
import type { Word } from '../../model/page.ts'
import { type Resampled, whiteRaster } from '../resample.ts'

const gapPx = 36
const besidePx = 12

export type Montage = {
  readonly raster: Resampled['raster']
  /** Words of the whole picture, given to the parts they were read in and brought back to the page. */
  readonly wordsOfParts: (words: readonly Word[]) => readonly (readonly Word[])[]
}

/** @param parts rasters with the transform from the page to each. At least one. */
export const montageOf = (parts: readonly Resampled[]): Montage => {
  const tops: number[] = []
  let heightPx = gapPx
  for (const { raster } of parts) {
    tops.push(heightPx)
    heightPx += raster.heightPx + gapPx
  }
  const widthPx = Math.max(...parts.map(({ raster }) => raster.widthPx)) + 2 * besidePx
  const all = whiteRaster(widthPx, heightPx)
  parts.forEach(({ raster: { widthPx: w, heightPx: h, pixels } }, i) => {
    for (let y = 0; y < h; y++) {
      all.pixels.set(pixels.subarray(y * w, (y + 1) * w), ((tops[i] as number) + y) * widthPx + besidePx)
    }
  })
  const wordsOfParts = (words: readonly Word[]) => {
    const lists = parts.map((): Word[] => [])
    for (const word of words) {
      const middle = (word.box.top + word.box.bottom) / 2
      const i = Math.max(
        0,
        tops.findLastIndex(top => top - gapPx / 2 <= middle),
      )
      const part = parts[i] as Resampled
      lists[i]?.push({ ...word, box: onPage(word.box, part.transform, tops[i] as number) })
    }
    return lists
  }
  return { raster: all, wordsOfParts }
}

const onPage = ({ left, top, right, bottom }: Box, toPart: Affine, partTop: number): Box => {
  const back = invert(toPart)
  const inPart = quadOf({
    left: left - besidePx,
    top: top - partTop,
    right: right - besidePx,
    bottom: bottom - partTop,
  })
  const [a, b, c, d] = inPart.map(point => applyTo(back, point)) as unknown as ReturnType<typeof quadOf>
  return boundsOf([a, b, c, d])
}
