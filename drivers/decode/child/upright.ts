/** Turns and mirrors a raster by its orientation tag (TIFF 6.0 §8, Exif 2.32 §4.6.4): 1 upright … 8. */

type Raster = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array }

/** Where the upright page's columns and rows run in the stored raster: swapped axes, then reversed ones. */
const orientations: Readonly<Record<number, { swap: boolean; right: boolean; bottom: boolean }>> = {
  2: { swap: false, right: true, bottom: false },
  3: { swap: false, right: true, bottom: true },
  4: { swap: false, right: false, bottom: true },
  5: { swap: true, right: false, bottom: false },
  6: { swap: true, right: false, bottom: true },
  7: { swap: true, right: true, bottom: true },
  8: { swap: true, right: true, bottom: false },
}

export const swapsSides = (orientation: number): boolean => orientations[orientation]?.swap ?? false

/** Any tag but 2…8 means upright. */
export const upright = (raster: Raster, orientation: number): Raster => {
  const turn = orientations[orientation]
  if (turn === undefined) return raster
  const { widthPx: storedWidth, heightPx: storedHeight, pixels: stored } = raster
  const [widthPx, heightPx] = turn.swap ? [storedHeight, storedWidth] : [storedWidth, storedHeight]
  // The stored index of upright (x, y) is start + x · stepX + y · stepY.
  const stepRight = turn.right ? -1 : 1
  const stepDown = turn.bottom ? -storedWidth : storedWidth
  const start = (turn.right ? storedWidth - 1 : 0) + (turn.bottom ? storedWidth * (storedHeight - 1) : 0)
  const [stepX, stepY] = turn.swap ? [stepDown, stepRight] : [stepRight, stepDown]
  const pixels = new Uint8Array(widthPx * heightPx)
  for (let y = 0, to = 0; y < heightPx; y++) {
    for (let x = 0, from = start + y * stepY; x < widthPx; x++, from += stepX) pixels[to++] = stored[from]!
  }
  return { widthPx, heightPx, pixels }
}
