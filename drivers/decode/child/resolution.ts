/** Resolution and orientation of a TIFF directory; libvips tells one density only, and faxes have two. */
import { type Directory, numberOf, type TiffFile } from './directory.ts'
import { tellableDpi } from './page.ts'

const ORIENTATION = 274
const X_RESOLUTION = 282
const Y_RESOLUTION = 283
const RESOLUTION_UNIT = 296

const NO_UNIT = 1
const CENTIMETRE = 3

export type Placement = { readonly xDpi: number; readonly yDpi: number; readonly orientation: number }

/**
 * ResolutionUnit 1 (no unit) promises a ratio only, but encoders that leave the unit out mean dots per inch: taken so
 * where both numbers could be a scanner's.
 */
export const placementOf = (file: TiffFile, directory: Directory): Placement => {
  const unit = numberOf(file, directory.get(RESOLUTION_UNIT), 2)
  const perInch = unit === CENTIMETRE ? 2.54 : 1
  const xDpi = tellableDpi(numberOf(file, directory.get(X_RESOLUTION), 0) * perInch)
  const yDpi = tellableDpi(numberOf(file, directory.get(Y_RESOLUTION), 0) * perInch)
  const plausible = unit !== NO_UNIT || (Math.min(xDpi, yDpi) >= 50 && Math.max(xDpi, yDpi) <= 1200)
  const orientation = numberOf(file, directory.get(ORIENTATION), 1)
  return plausible ? { xDpi, yDpi, orientation } : { xDpi: 0, yDpi: 0, orientation }
}
