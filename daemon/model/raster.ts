/** An 8-bit gray raster, row-major, no padding: 0 is black, 255 is white. */
export type GrayRaster = {
  readonly widthPx: number
  readonly heightPx: number
  /** `widthPx × heightPx` bytes. */
  readonly pixels: Uint8Array
}
