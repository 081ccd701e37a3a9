/**
 * A drawn document becomes the file that a scanner or a fax server would have written, and where each point of the paper
 * lies on its pixels.
 */

import type { MediaType } from '../../../daemon/model/document.ts'
import { type Affine, compose, identity } from '../../../daemon/model/geometry.ts'
import { encodeJpeg, encodePng, encodeScanPdf, encodeTiff } from '../../../demo/paper/encode.ts'
import type { DrawnPage } from '../../../demo/paper/page.ts'
import { pick, type Random } from '../../../demo/paper/random.ts'
import { type Gray, renderPage, resample, speckle, threshold } from '../../../demo/paper/render.ts'
import { type DamageName, damages } from './damage.ts'

export const levels = ['clean', 'fine', 'standard'] as const
export type Level = (typeof levels)[number]

/** Clean: a flatbed at 300 dots an inch. Fine and standard: T.4, 8 dots/mm across, 7.7 or 3.85 lines/mm down, one bit. */
const resolutions: Readonly<Record<Level, readonly [xDpi: number, yDpi: number]>> = {
  clean: [300, 300],
  fine: [204, 196],
  standard: [204, 98],
}

export type Sent = {
  readonly bytes: Uint8Array
  readonly mediaType: MediaType
  /** Per page: from points of the paper to pixels of the file, and those pixels. */
  readonly pages: readonly { readonly toPixels: Affine; readonly gray: Gray }[]
}

type Lying = 0 | 90 | 180 | 270

export const send = async (
  pages: readonly DrawnPage[],
  level: Level,
  damage: DamageName | null,
  turnDegrees: Lying,
  random: Random,
): Promise<Sent> => {
  const sent: { toPixels: Affine; gray: Gray }[] = []
  for (const page of pages) sent.push(await scan(page, level, damage, turnDegrees, random))
  return {
    ...(await encode(
      sent.map(({ gray }) => gray),
      level,
      random,
    )),
    pages: sent,
  }
}

const scan = async (
  page: DrawnPage,
  level: Level,
  damage: DamageName | null,
  turnDegrees: Lying,
  random: Random,
): Promise<{ toPixels: Affine; gray: Gray }> => {
  const [xDpi, yDpi] = resolutions[level]
  const drawn = await renderPage(page, xDpi, turnDegrees)
  const shape = await squeezed(drawn, yDpi / xDpi)
  const lying = lyingTransform(page, xDpi, yDpi, turnDegrees)
  const hurt =
    damage === null
      ? { gray: shape, transform: identity }
      : await damages[damage](shape, [xDpi, yDpi], random)
  const gray = level === 'clean' ? hurt.gray : speckle(threshold(hurt.gray, 150), 0.0002, random)
  return { toPixels: compose(lying, hurt.transform), gray }
}

const squeezed = (gray: Gray, ratio: number): Gray | Promise<Gray> =>
  ratio === 1 ? gray : resample(gray, gray.widthPx, Math.round(gray.heightPx * ratio))

/** From points of the upright page to pixels of the page as it lay. */
const lyingTransform = (
  { widthPt, heightPt }: DrawnPage,
  xDpi: number,
  yDpi: number,
  turnDegrees: Lying,
): Affine => {
  const turned: Readonly<Record<Lying, Affine>> = {
    0: identity,
    90: [
      [0, -1, heightPt],
      [1, 0, 0],
    ],
    180: [
      [-1, 0, widthPt],
      [0, -1, heightPt],
    ],
    270: [
      [0, 1, 0],
      [-1, 0, widthPt],
    ],
  }
  return compose(turned[turnDegrees], [
    [xDpi / 72, 0, 0],
    [0, yDpi / 72, 0],
  ])
}

const encode = async (
  pages: readonly Gray[],
  level: Level,
  random: Random,
): Promise<{ bytes: Uint8Array; mediaType: MediaType }> => {
  const [xDpi, yDpi] = resolutions[level]
  if (level !== 'clean')
    return { bytes: await encodeTiff(pages, 'ccittfax4', { xDpi, yDpi }), mediaType: 'image/tiff' }
  const [first] = pages
  const form = pick(random, pages.length === 1 ? ['tiff', 'pdf', 'png', 'jpeg'] : ['tiff', 'pdf'])
  if (form === 'png' && first) return { bytes: await encodePng(first, xDpi), mediaType: 'image/png' }
  if (form === 'jpeg' && first) return { bytes: await encodeJpeg(first, xDpi, 92), mediaType: 'image/jpeg' }
  if (form === 'pdf') {
    const info = { title: 'Scan', author: 'Front desk' }
    return { bytes: await encodeScanPdf(pages, xDpi, info), mediaType: 'application/pdf' }
  }
  return { bytes: await encodeTiff(pages, 'lzw', { xDpi, yDpi }), mediaType: 'image/tiff' }
}
