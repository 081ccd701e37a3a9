/**
 * What happens to paper between the printer and the box: each damage takes a gray page and gives it back hurt, with the
 * transform from a pixel before to a pixel after. Seeded: the same random numbers, the same damage.
 */
import sharp, { type Sharp } from 'sharp'
import { type Affine, identity } from '../../../daemon/model/geometry.ts'
import type { Random } from '../../../demo/paper/random.ts'
import { type Gray, speckle } from '../../../demo/paper/render.ts'

export const damageNames = [
  'skew',
  'noise',
  'dropouts',
  'blur',
  'jpeg',
  'bleed-through',
  'low-contrast',
  'punch-holes',
  'cut-edges',
] as const
export type DamageName = (typeof damageNames)[number]

export type Damaged = { readonly gray: Gray; readonly transform: Affine }
/** `dpi` across and down. */
export type Damage = (
  gray: Gray,
  dpi: readonly [number, number],
  random: Random,
) => Damaged | Promise<Damaged>

const between = (random: Random, low: number, high: number): number => low + (high - low) * random()
const raw = ({ widthPx: width, heightPx: height, pixels }: Gray) =>
  sharp(pixels, { raw: { width, height, channels: 1 } })
const grayOf = async (image: Sharp): Promise<Gray> => {
  const { data, info } = await image
    .extractChannel(0)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { widthPx: info.width, heightPx: info.height, pixels: new Uint8Array(data) }
}
const still = (gray: Gray): Damaged => ({ gray, transform: identity })
const mapped = (gray: Gray, change: (value: number, at: number) => number): Gray => ({
  ...gray,
  pixels: gray.pixels.map((value, at) => Math.max(0, Math.min(255, Math.round(change(value, at))))),
})

/** Half a degree to five, either way, about the middle; corners leave the page. In inches, whatever the pixels' shape. */
const skew: Damage = async (gray, [xDpi, yDpi], random) => {
  const degrees = between(random, 0.5, 5) * (random() < 0.5 ? -1 : 1)
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const ratio = xDpi / yDpi
  const [cx, cy] = [gray.widthPx / 2, gray.heightPx / 2]
  const [a, b, d, e] = [cos, -sin * ratio, sin / ratio, cos]
  const transform: Affine = [
    [a, b, cx - a * cx - b * cy],
    [d, e, cy - d * cx - e * cy],
  ]
  const turned = raw(gray).affine([a, b, d, e], { background: '#fff', interpolator: 'bicubic' })
  const { data, info } = await turned
    .extractChannel(0)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { gray: centred(data, info.width, info.height, gray), transform }
}

/** The middle of a larger raster, as large as `like`. */
const centred = (data: Uint8Array, width: number, height: number, like: Gray): Gray => {
  const [left, top] = [Math.round((width - like.widthPx) / 2), Math.round((height - like.heightPx) / 2)]
  const pixels = new Uint8Array(like.widthPx * like.heightPx).fill(255)
  for (let y = 0; y < like.heightPx; y++) {
    if (y + top < 0 || y + top >= height) continue
    const from = (y + top) * width + left
    pixels.set(
      data.subarray(Math.max(from, 0), from + Math.min(like.widthPx, width - left)),
      y * like.widthPx,
    )
  }
  return { ...like, pixels }
}

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

const noise: Damage = (gray, _, random) => {
  const sigma = between(random, 6, 18)
  const dusty = speckle(gray, between(random, 0.0005, 0.003), random)
  return still(mapped(dusty, value => value * 0.94 + 8 + sigma * normal(random)))
}

/** White streaks of lost scan lines, and spots where toner flaked off. */
const dropouts: Damage = (gray, [, yDpi], random) => {
  const pixels = Uint8Array.from(gray.pixels)
  const lines = Math.round(between(random, 4, 12))
  for (let i = 0; i < lines; i++) {
    const top = Math.floor(random() * gray.heightPx)
    const height = Math.max(1, Math.round(between(random, 0.004, 0.012) * yDpi))
    pixels.fill(255, top * gray.widthPx, Math.min(gray.heightPx, top + height) * gray.widthPx)
  }
  for (let i = 0; i < 150; i++) {
    const [x, y] = [Math.floor(random() * gray.widthPx), Math.floor(random() * gray.heightPx)]
    const radius = Math.max(1, Math.round(between(random, 0.005, 0.015) * yDpi))
    for (let row = Math.max(0, y - radius); row < Math.min(gray.heightPx, y + radius); row++)
      pixels.fill(
        255,
        row * gray.widthPx + Math.max(0, x - radius),
        row * gray.widthPx + Math.min(gray.widthPx, x + radius),
      )
  }
  return still({ ...gray, pixels })
}

const blur: Damage = async (gray, [, yDpi], random) =>
  still(await grayOf(raw(gray).blur((between(random, 0.8, 1.6) * yDpi) / 300 + 0.2)))

const jpeg: Damage = async (gray, _, random) =>
  still(
    await grayOf(
      sharp(
        await raw(gray)
          .jpeg({ quality: Math.round(between(random, 20, 45)) })
          .toBuffer(),
      ),
    ),
  )

/** The back of the sheet, mirrored and faint: the same page's own print stands for it. */
const bleedThrough: Damage = async (gray, _, random) => {
  const strength = between(random, 0.12, 0.28)
  const back = await grayOf(raw(gray).flop().blur(1.5))
  const shift = Math.floor(between(random, 0.02, 0.3) * gray.heightPx) * gray.widthPx
  const length = gray.pixels.length
  return still(
    mapped(gray, (value, at) =>
      Math.min(value, 255 - strength * (255 - (back.pixels[(at + shift) % length] ?? 255))),
    ),
  )
}

const lowContrast: Damage = (gray, _, random) => {
  const [ink, paper] = [between(random, 80, 130), between(random, 190, 225)]
  return still(mapped(gray, value => ink + ((paper - ink) * value) / 255))
}

const punchHoles: Damage = (gray, [xDpi, yDpi], random) => {
  const pixels = Uint8Array.from(gray.pixels)
  const x = between(random, 0.3, 0.5) * xDpi
  for (const share of [0.2, 0.5, 0.8]) {
    const y = share * gray.heightPx
    for (let row = Math.ceil(y - 0.14 * yDpi); row < y + 0.14 * yDpi; row++) {
      const half = Math.sqrt(Math.max(0, 0.14 ** 2 - ((row - y) / yDpi) ** 2)) * xDpi
      if (row < 0 || row >= gray.heightPx || half === 0) continue
      pixels.fill(
        20,
        row * gray.widthPx + Math.max(0, Math.round(x - half)),
        row * gray.widthPx + Math.round(x + half),
      )
    }
  }
  return still({ ...gray, pixels })
}

/** A strip of the page lost at one side, with the scanner's dark lid beside it. */
const cutEdges: Damage = (gray, [xDpi], random) => {
  const lost = Math.round(between(random, 0.3, 0.8) * xDpi)
  const lid = Math.round(0.12 * xDpi)
  const atLeft = random() < 0.5
  const pixels = new Uint8Array(gray.pixels.length)
  for (let y = 0; y < gray.heightPx; y++) {
    const row = gray.pixels.subarray(y * gray.widthPx, (y + 1) * gray.widthPx)
    pixels.fill(255, y * gray.widthPx, (y + 1) * gray.widthPx)
    if (atLeft) pixels.set(row.subarray(lost), y * gray.widthPx + lid)
    else pixels.set(row.subarray(0, gray.widthPx - lost), y * gray.widthPx)
    const from = atLeft ? 0 : gray.widthPx - lid
    pixels.fill(12, y * gray.widthPx + from, y * gray.widthPx + from + lid)
  }
  const transform: Affine = [
    [1, 0, atLeft ? lid - lost : 0],
    [0, 1, 0],
  ]
  return { gray: { ...gray, pixels }, transform }
}

export const damages: Readonly<Record<DamageName, Damage>> = {
  skew,
  noise,
  dropouts,
  blur,
  jpeg,
  'bleed-through': bleedThrough,
  'low-contrast': lowContrast,
  'punch-holes': punchHoles,
  'cut-edges': cutEdges,
}
