/** A drawn page to pixels, and pixels to what a fax machine or scanner would have made of them. */
import sharp, { type Sharp } from 'sharp'
import type { DrawnPage } from './page.ts'
import type { Random } from './random.ts'

export type Gray = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array }

/** @param turnDegrees clockwise; the paper grows to hold the turned page. */
export const renderPage = async (page: DrawnPage, dpi: number, turnDegrees = 0): Promise<Gray> => {
  const [width, height] = [page.widthPt, page.heightPt].map(pt => Math.round((pt * dpi) / 72))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${page.widthPt} ${page.heightPt}"><rect width="100%" height="100%" fill="#fff"/>${page.svgBody}</svg>`
  const drawn = sharp(Buffer.from(svg)).flatten({ background: '#fff' })
  const turned = turnDegrees === 0 ? drawn : drawn.rotate(turnDegrees, { background: '#fff' })
  return grayOf(turned)
}

const grayOf = async (image: Sharp): Promise<Gray> => {
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { widthPx: info.width, heightPx: info.height, pixels: onlyFirstChannel(data, info.channels) }
}

const onlyFirstChannel = (data: Buffer, channels: number): Uint8Array =>
  channels === 1 ? new Uint8Array(data) : data.filter((_, i) => i % channels === 0)

const raw = (gray: Gray) =>
  sharp(gray.pixels, { raw: { width: gray.widthPx, height: gray.heightPx, channels: 1 } })

/** Non-uniform scaling, as a fax at standard resolution does: 204 dots across, 98 lines down an inch. */
export const resample = (gray: Gray, widthPx: number, heightPx: number): Promise<Gray> =>
  grayOf(raw(gray).resize(widthPx, heightPx, { fit: 'fill', kernel: 'lanczos3' }))

export const threshold = (gray: Gray, level = 128): Gray => ({
  ...gray,
  pixels: gray.pixels.map(value => (value < level ? 0 : 255)),
})

/** Salt and pepper: `share` of the pixels (0…1) are turned over, as line noise and dust do. */
export const speckle = (gray: Gray, share: number, random: Random): Gray => {
  const pixels = Uint8Array.from(gray.pixels)
  for (let left = Math.round(share * pixels.length); left > 0; left--) {
    const at = Math.floor(random() * pixels.length)
    pixels[at] = 255 - (pixels[at] ?? 255)
  }
  return { ...gray, pixels }
}

/** Gaussian sensor noise and a soft focus, as a flatbed gives. `sigma` in gray levels. */
export const scanNoise = async (gray: Gray, sigma: number, random: Random): Promise<Gray> => {
  const soft = await grayOf(raw(gray).blur(0.6))
  return {
    ...soft,
    pixels: soft.pixels.map(value => {
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
      return Math.max(0, Math.min(255, Math.round(value * 0.94 + 10 + sigma * normal)))
    }),
  }
}
