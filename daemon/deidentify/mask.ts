/**
 * Makes the picture that may leave: a new white raster, on which only the ink of released boxes is copied back, and every
 * masked region is a solid black rectangle. Pixels are released, never removed: paper texture, gray edges of
 * masked ink and everything that nobody released are not there. Nothing of the text is carried on.
 */
import { type Box, boundsOf } from '../model/geometry.ts'
import { type Page, pageAt } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'
import { type Components, eachRun, type Ink, inkOf } from './ink.ts'
import { whiteRaster } from './resample.ts'

export const mask = (page: Page<'triaged'>): Page<'masked'> => {
  const { number, raster, bilevel, dpi, transform, released, masked, inkUnderstood, inkDoubts, held } = page
  const fills = masked.map(({ quad }) => boundsOf(quad))
  const shown = show(plain(raster), bilevel, dpi, released, fills)
  for (const box of page.releasedLight ?? []) copyBox(raster, box, shown)
  fills.forEach(box => {
    fill(shown, box, 0)
  })
  const judged = { masked, inkUnderstood, ...(inkDoubts && { inkDoubts }), held }
  return pageAt('masked', { number, raster: shown, bilevel, dpi, transform, ...judged })
}

/** The same raster with further regions masked: what a person drew, or the gate could read. Can only cover. */
export const cover = (raster: GrayRaster, boxes: readonly Box[]): GrayRaster => {
  const covered = { ...plain(raster), pixels: new Uint8Array(raster.pixels) }
  boxes.forEach(box => {
    fill(covered, grown(box), 255)
  })
  boxes.forEach(box => {
    fill(covered, box, 0)
  })
  return covered
}

const plain = ({ widthPx, heightPx, pixels }: GrayRaster): GrayRaster => ({ widthPx, heightPx, pixels })

const grown = ({ left, top, right, bottom }: Box): Box => ({
  left: left - 1,
  top: top - 1,
  right: right + 1,
  bottom: bottom + 1,
})

const fill = ({ widthPx, heightPx, pixels }: GrayRaster, box: Box, level: number): void => {
  const left = Math.max(0, Math.floor(box.left))
  const right = Math.min(widthPx, Math.ceil(box.right))
  if (right <= left) return
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(heightPx, Math.ceil(box.bottom)); y++) {
    pixels.fill(level, y * widthPx + left, y * widthPx + right)
  }
}

/** A box as it is, for light print: its ground is known to hold nothing else. Light gray becomes white. */
const copyBox = ({ widthPx, heightPx, pixels: from }: GrayRaster, box: Box, out: GrayRaster): void => {
  const [left, right] = [Math.max(0, Math.floor(box.left)), Math.min(widthPx, Math.ceil(box.right))]
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(heightPx, Math.ceil(box.bottom)); y++) {
    for (let at = y * widthPx + left; at < y * widthPx + right; at++) {
      const level = from[at] as number
      out.pixels[at] = level > edgeLevel ? 255 : level
    }
  }
}

const open = 1
const filled = 4
const inkShown = 2
const inkHidden = 3

/**
 * White paper with the ink of the components that lie, for the most part, in released boxes and in no masked region. Of a
 * rule, which may run past fields that are masked, what lies beside them decides.
 */
const show = (
  raster: GrayRaster,
  bilevel: boolean,
  dpi: number,
  released: readonly Box[],
  fills: readonly Box[],
): GrayRaster => {
  const { widthPx, heightPx } = raster
  const zone = { widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx) }
  for (const box of released) fill(zone, box, open)
  for (const box of fills) fill(zone, grown(box), filled)
  const ink = inkOf(raster, bilevel, dpi)
  const shown: (readonly [Components, number])[] = []
  for (let i = 0; i < ink.marks.count; i++) {
    const area = ink.marks.area[i] as number
    if (2 * countIn(zone, open, ink.marks, i) >= area) shown.push([ink.marks, i])
  }
  for (const rules of ink.rules) {
    for (let i = 0; i < rules.count; i++) {
      const apart = (rules.area[i] as number) - countIn(zone, filled, rules, i)
      if (2 * countIn(zone, open, rules, i) >= apart) shown.push([rules, i])
    }
  }
  const state = markInk(ink, zone, shown)
  const out = whiteRaster(widthPx, heightPx)
  for (const [components, i] of shown) {
    if (bilevel) copyBilevel(components, i, state, out)
    else copyGray(components, i, state, zone, raster, ink, out)
  }
  return out
}

const countIn = (
  { widthPx, pixels: zone }: GrayRaster,
  value: number,
  components: Components,
  i: number,
): number => {
  let count = 0
  eachRun(components, i, (y, start, end) => {
    for (let at = y * widthPx + start; at < y * widthPx + end; at++) if (zone[at] === value) count++
  })
  return count
}

/** Each pixel of ink as shown or hidden; everything else is paper (0). */
const markInk = (
  { bitmap }: Ink,
  { pixels: zone }: GrayRaster,
  shown: readonly (readonly [Components, number])[],
): Uint8Array => {
  const state = new Uint8Array(bitmap.bits.length)
  for (let at = 0; at < state.length; at++) if (bitmap.bits[at] === 1) state[at] = inkHidden
  for (const [components, i] of shown) {
    eachRun(components, i, (y, start, end) => {
      const row = y * bitmap.widthPx
      for (let at = row + start; at < row + end; at++) if (zone[at] === open) state[at] = inkShown
    })
  }
  return state
}

const copyBilevel = (components: Components, i: number, state: Uint8Array, out: GrayRaster): void => {
  eachRun(components, i, (y, start, end) => {
    const row = y * out.widthPx
    for (let at = row + start; at < row + end; at++) if (state[at] === inkShown) out.pixels[at] = 0
  })
}

/**
 * Copies a component with the gray edge of its strokes: paper pixels beside shown ink, in the same released box, with no
 * hidden ink beside them. Levels are stretched so that the paper around is white.
 */
const copyGray = (
  components: Components,
  i: number,
  state: Uint8Array,
  { pixels: zone }: GrayRaster,
  { widthPx, heightPx, pixels: from }: GrayRaster,
  ink: Ink,
  out: GrayRaster,
): void => {
  const paper = ink.paperAt(components.left[i] as number, components.top[i] as number)
  const copy = (at: number) => {
    const level = Math.round(((from[at] as number) * 255) / paper)
    out.pixels[at] = level > edgeLevel ? 255 : level
  }
  eachRun(components, i, (y, start, end) => {
    for (let row = Math.max(0, y - 1); row <= Math.min(heightPx - 1, y + 1); row++) {
      for (let x = Math.max(0, start - 1); x < Math.min(widthPx, end + 1); x++) {
        const at = row * widthPx + x
        if (state[at] === inkShown) copy(at)
        else if (state[at] === 0 && zone[at] === open && !besideHidden(state, at, widthPx)) copy(at)
      }
    }
  })
}

/** Lighter than this, an edge is paper. */
const edgeLevel = 235

const besideHidden = (state: Uint8Array, at: number, widthPx: number): boolean =>
  state[at - 1] === inkHidden ||
  state[at + 1] === inkHidden ||
  state[at - widthPx - 1] === inkHidden ||
  state[at - widthPx] === inkHidden ||
  state[at - widthPx + 1] === inkHidden ||
  state[at + widthPx - 1] === inkHidden ||
  state[at + widthPx] === inkHidden ||
  state[at + widthPx + 1] === inkHidden
