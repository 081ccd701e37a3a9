/**
 * One image by libvips, as 8-bit gray. Only the loader asked for may run; nothing is cached; colour profiles are not
 * followed. The image handed over holds pixels only: its metadata was left behind by the caller.
 */
import sharp from 'sharp'
import type { Bounds } from '../protocol.ts'
import { ChildRejection, checkSize } from './page.ts'

export type Loader = 'Tiff' | 'Png' | 'Jpeg'
/** From which kind of complaint on the image is rejected (libvips: VipsFailOn). */
export type FailOn = 'none' | 'error' | 'warning'

export type GrayImage = {
  readonly widthPx: number
  readonly heightPx: number
  readonly pixels: Uint8Array
  /** What the decoder complained of and went on. */
  readonly untrustedWarnings: readonly string[]
}

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })

const rejectionOf = (thrown: unknown): ChildRejection => {
  const message = thrown instanceof Error ? thrown.message : ''
  const cut = /premature end|not enough data/i.test(message)
  return new ChildRejection(cut ? 'truncated' : 'corrupt')
}

/** @throws ChildRejection */
export const grayOf = async (
  image: Uint8Array,
  loader: Loader,
  failOn: FailOn,
  bounds: Bounds,
): Promise<GrayImage> => {
  sharp.unblock({ operation: [`VipsForeignLoad${loader}Buffer`] })
  const untrustedWarnings: string[] = []
  const source = sharp(image, { failOn, ignoreIcc: true, limitInputPixels: bounds.pixelsPerPage })
  source.on('warning', (message: string) => untrustedWarnings.push(message))
  const { data, info } = await source
    .flatten({ background: '#fff' })
    .greyscale()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(thrown => {
      throw rejectionOf(thrown)
    })
  checkSize(info.width, info.height, bounds)
  if (data.length !== info.width * info.height) throw new ChildRejection('corrupt')
  return { widthPx: info.width, heightPx: info.height, pixels: data, untrustedWarnings }
}
