/**
 * Rasters of pages that wait for the rest of their document. A page of 300 dpi has 8 MB of pixels, a document may have
 * hundreds: a parked raster keeps them deflated and inflates them when they are read. Pure, in memory only.
 */
import { deflateSync, inflateSync } from 'node:zlib'
import type { GrayRaster } from '../model/raster.ts'

/** Pixels stay inflated as long as somebody holds them; read `.pixels` once per stage. */
class ParkedRaster implements GrayRaster {
  readonly widthPx: number
  readonly heightPx: number
  readonly #packed: Uint8Array
  #inflated: WeakRef<Uint8Array> | null = null

  constructor({ widthPx, heightPx, pixels }: GrayRaster) {
    this.widthPx = widthPx
    this.heightPx = heightPx
    this.#packed = deflateSync(pixels, { level: 1 })
  }

  get pixels(): Uint8Array {
    const known = this.#inflated?.deref()
    if (known) return known
    const pixels = new Uint8Array(inflateSync(this.#packed))
    this.#inflated = new WeakRef(pixels)
    return pixels
  }
}

/** The same page with its raster parked. */
export const parked = <P extends { readonly raster: GrayRaster }>(page: P): P => ({
  ...page,
  raster: new ParkedRaster(page.raster),
})
