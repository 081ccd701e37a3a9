/**
 * The page as the reader should see it, without its rules: form lines, grids, underlines and comb boxes are painted as
 * paper. Where a letter's stroke goes through a rule it is left whole. The page's own raster keeps its rules.
 */
import type { Box } from '../../model/geometry.ts'
import type { GrayRaster } from '../../model/raster.ts'
import { padded } from '../ink/boxes.ts'
import { boxOf, type Components, eachRun, type Ink } from '../ink.ts'

const paper = 255

/** The teeth of a comb: strokes shorter than a rule that stand between two of them. Inches. */
const shortestToothIn = 0.12
const thickestToothIn = 0.03

/**
 * @param edgePx how far the gray edge of a rule reaches.
 * @returns the same raster where there is no rule.
 */
export const withoutRules = (raster: GrayRaster, ink: Ink, dpi: number, edgePx: number): GrayRaster => {
  const [across, down] = ink.rules
  if (across.count + down.count === 0) return raster
  const shown = { ...raster, pixels: new Uint8Array(raster.pixels) }
  const letters = lettersOf(ink, dpi)
  const glyphs = glyphsOf(ink)
  for (let i = 0; i < across.count; i++) eraseRule(shown, letters, glyphs, across, i, 'across', edgePx)
  for (let i = 0; i < down.count; i++) eraseRule(shown, letters, glyphs, down, i, 'down', edgePx)
  for (const i of [...teethOf(ink, glyphs, dpi), ...burrsOf(ink, dpi)]) eraseMark(shown, ink.marks, i)
  return shown
}

/** Thin upright marks that touch a rule with both ends. A letter's stroke stands free at one of them. */
const teethOf = ({ marks, bitmap }: Ink, glyphs: Uint8Array, dpi: number): number[] => {
  const teeth: number[] = []
  for (let i = 0; i < marks.count; i++) {
    const { left, top, right, bottom } = boxOf(marks, i)
    if (right - left > Math.max(2, thickestToothIn * dpi) || bottom - top < shortestToothIn * dpi) continue
    const isRule = (y: number): boolean => {
      for (let at = y * bitmap.widthPx + left; at < y * bitmap.widthPx + right; at++)
        if (bitmap.bits[at] === 1 && glyphs[at] === 0) return true
      return false
    }
    if (isRule(top - 1) && isRule(bottom)) teeth.push(i)
  }
  return teeth
}

/** A dot where two rules cross is no larger than this; a sliver along a rule no thicker. Inches. */
const burrIn = 0.03
const sliverIn = 1 / 70

/** A rule's ragged edge: slivers that lie along it, and dots where two rules cross. A letter's stroke stands across it. */
const burrsOf = ({ marks, bitmap, rules }: Ink, dpi: number): number[] => {
  const [across, down] = rules.map(rule => bitsOf(rule, bitmap)) as [Uint8Array, Uint8Array]
  const thin = Math.max(1, Math.round(sliverIn * dpi))
  return [...Array(marks.count).keys()].filter(i => {
    const box = boxOf(marks, i)
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    const beside = padded(box, 2, 2)
    if (height <= thin && width >= 1.5 * height) return hasInk(across, bitmap, beside)
    if (width <= thin && height >= 1.5 * width) return hasInk(down, bitmap, beside)
    if (Math.max(width, height) > burrIn * dpi) return false
    const corner = padded(box, 3, 3)
    return hasInk(across, bitmap, corner) && hasInk(down, bitmap, corner)
  })
}

const bitsOf = (components: Components, { widthPx, heightPx }: Ink['bitmap']): Uint8Array => {
  const bits = new Uint8Array(widthPx * heightPx)
  for (let i = 0; i < components.count; i++) {
    eachRun(components, i, (y, start, end) => {
      bits.fill(1, y * widthPx + start, y * widthPx + end)
    })
  }
  return bits
}

const hasInk = (bits: Uint8Array, { widthPx, heightPx }: Ink['bitmap'], box: Box): boolean => {
  for (let y = Math.max(0, box.top); y < Math.min(heightPx, box.bottom); y++) {
    const row = y * widthPx
    if (bits.subarray(row + Math.max(0, box.left), row + Math.min(widthPx, box.right)).includes(1))
      return true
  }
  return false
}

const eraseMark = ({ widthPx, pixels }: GrayRaster, marks: Components, i: number): void => {
  eachRun(marks, i, (y, start, end) => {
    const row = y * widthPx
    pixels.fill(paper, row + Math.max(0, start - 1), row + Math.min(widthPx, end + 1))
  })
}

/** The ink that is no rule: one byte per pixel. */
const glyphsOf = ({ bitmap, rules }: Ink): Uint8Array => {
  const glyphs = bitmap.bits.slice()
  for (const components of rules) {
    for (let i = 0; i < components.count; i++) {
      eachRun(components, i, (y, start, end) => {
        glyphs.fill(0, y * bitmap.widthPx + start, y * bitmap.widthPx + end)
      })
    }
  }
  return glyphs
}

/** The ink of marks too large to be a rule's ragged edge. */
const lettersOf = ({ bitmap, marks }: Ink, dpi: number): Uint8Array => {
  const letters = new Uint8Array(bitmap.bits.length)
  for (let i = 0; i < marks.count; i++) {
    const { left, top, right, bottom } = boxOf(marks, i)
    if (Math.max(right - left, bottom - top) <= burrIn * dpi || bottom - top <= dpi / 50) continue
    eachRun(marks, i, (y, start, end) => {
      letters.fill(1, y * bitmap.widthPx + start, y * bitmap.widthPx + end)
    })
  }
  return letters
}

const eraseRule = (
  shown: GrayRaster,
  letters: Uint8Array,
  glyphs: Uint8Array,
  rules: Components,
  i: number,
  axis: 'across' | 'down',
  edgePx: number,
): void => {
  const { widthPx, heightPx, pixels } = shown
  const [along, beside, length, depth] =
    axis === 'across' ? [1, widthPx, widthPx, heightPx] : [widthPx, 1, heightPx, widthPx]
  const isLetter = (at: number, side: number): boolean => {
    if (side < 0 || side >= depth) return false
    for (let near = Math.max(0, at - 1); near <= Math.min(length - 1, at + 1); near++) {
      if (letters[near * along + side * beside] === 1) return true
    }
    return false
  }
  const { start, firsts, lasts } = cutsOf(rules, i, axis)
  firsts.forEach((first, n) => {
    const [at, last] = [start + n, lasts[n] as number]
    if (last < first || (isLetter(at, first - 1) && isLetter(at, last + 1))) return
    for (let side = Math.max(0, first - edgePx); side <= Math.min(depth - 1, last + edgePx); side++) {
      const pixel = at * along + side * beside
      if (glyphs[pixel] === 0) pixels[pixel] = paper
    }
  })
}

/** Where the rule begins and ends across itself (`lasts` belongs to it), at each place along it from `start` on. */
const cutsOf = (rules: Components, i: number, axis: 'across' | 'down') => {
  const { left, top, right, bottom } = boxOf(rules, i)
  const [start, end] = axis === 'across' ? [left, right] : [top, bottom]
  const firsts = new Int32Array(end - start).fill(2 ** 30)
  const lasts = new Int32Array(end - start).fill(-1)
  const add = (at: number, from: number, to: number) => {
    if (from < (firsts[at - start] as number)) firsts[at - start] = from
    if (to > (lasts[at - start] as number)) lasts[at - start] = to
  }
  eachRun(rules, i, (y, from, to) => {
    if (axis === 'down') add(y, from, to - 1)
    else for (let x = from; x < to; x++) add(x, y, y)
  })
  return { start, firsts, lasts }
}
