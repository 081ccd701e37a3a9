/** Gray levels along a line of a raster. */
import type { Point } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'

/** One level per pixel of length, from the nearest pixel; paper beyond the raster. */
export const sampleAlong = ({ widthPx, heightPx, pixels }: GrayRaster, from: Point, to: Point): number[] => {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y)))
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = Math.floor(from.x + ((to.x - from.x) * i) / steps)
    const y = Math.floor(from.y + ((to.y - from.y) * i) / steps)
    return x < 0 || y < 0 || x >= widthPx || y >= heightPx ? 255 : (pixels[y * widthPx + x] as number)
  })
}
